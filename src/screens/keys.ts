import type { Key, KeyName } from './text/input.ts';

/** What a key is for; each screen gives it its meaning. */
export type Command =
  | 'accept'
  | 'change'
  | 'previous-value'
  | 'next-value'
  | 'up'
  | 'down'
  | 'next-line'
  | 'previous-line'
  | 'page-on'
  | 'page-back'
  | 'out'
  | 'why'
  | 'undo'
  | 'remove'
  | 'leave'
  | 'reassure'
  | 'redraw'
  | 'start'
  | 'end'
  | 'erase'
  | 'erase-forward'
  | 'erase-word'
  | 'erase-to-start'
  | 'word-left'
  | 'word-right';

type Binding = {
  command: Command;
  keys: readonly (KeyName | 'space')[];
  /** As the foot names it; `narrow` where there is little room, `ascii` where there are no arrows. */
  shown: string;
  narrow?: string;
  ascii?: string;
  /** What the help says; absent: not advertised. */
  does?: string;
};

/** The one table that foot, help and handler read. */
export const bindings: readonly Binding[] = [
  { command: 'accept', keys: ['enter'], shown: 'Enter', does: 'accepts the line and goes on; on an option chooses it' },
  { command: 'change', keys: ['space'], shown: 'Space', does: 'changes: next value, this option, a tick, a new row' },
  { command: 'previous-value', keys: ['left'], shown: '←', ascii: 'Left', does: 'previous value; in text, the cursor' },
  { command: 'next-value', keys: ['right'], shown: '→', ascii: 'Right', does: 'next value; in text, the cursor' },
  { command: 'up', keys: ['up'], shown: '↑', ascii: 'Up', does: 'line or option above; passing changes nothing' },
  { command: 'down', keys: ['down'], shown: '↓', ascii: 'Down', does: 'line or option below' },
  { command: 'next-line', keys: ['tab'], shown: 'Tab', does: 'next line, past all its options' },
  {
    command: 'previous-line',
    keys: ['back-tab'],
    shown: 'Shift+Tab',
    does: 'line before; before the first, the page before',
  },
  { command: 'page-on', keys: ['page-down'], shown: 'PgDn', does: 'more; at the end, the next page' },
  { command: 'page-back', keys: ['page-up'], shown: 'PgUp', does: 'back; at the top, the page before' },
  { command: 'out', keys: ['escape'], shown: 'Esc', does: 'puts back what stood in the line; else one level out' },
  { command: 'why', keys: ['function', 'ctrl-t'], shown: 'F1', does: 'or Ctrl+T: why, sources, keys' },
  { command: 'undo', keys: ['ctrl-z'], shown: 'Ctrl+Z', does: 'takes the last change back; once more: puts it there' },
  { command: 'remove', keys: ['ctrl-d'], shown: 'Ctrl+D', narrow: '^D', does: 'removes this row, person or rollout' },
  { command: 'leave', keys: ['ctrl-c'], shown: 'Ctrl+C', narrow: '^C', does: 'leaves; all is saved' },
  { command: 'redraw', keys: ['ctrl-l'], shown: 'Ctrl+L', does: 'draws the screen again' },
  { command: 'reassure', keys: ['ctrl-s'], shown: 'Ctrl+S' },
  { command: 'start', keys: ['home', 'ctrl-a'], shown: 'Home', does: 'start of the text, first line of a list' },
  { command: 'end', keys: ['end', 'ctrl-e'], shown: 'End', does: 'end of the text, last line of a list' },
  { command: 'erase', keys: ['backspace'], shown: 'Backspace' },
  {
    command: 'erase-forward',
    keys: ['delete'],
    shown: 'Delete',
    does: 'the character here; on a choice, back to the default',
  },
  { command: 'erase-to-start', keys: ['ctrl-u'], shown: 'Ctrl+U', does: 'erases the text up to here' },
  { command: 'erase-word', keys: ['ctrl-w'], shown: 'Ctrl+W', does: 'erases the word before the cursor' },
  { command: 'word-left', keys: ['ctrl-left'], shown: 'Ctrl+←', ascii: 'Ctrl+Left' },
  { command: 'word-right', keys: ['ctrl-right'], shown: 'Ctrl+→', ascii: 'Ctrl+Right' },
];

const commands = new Map(bindings.flatMap((binding) => binding.keys.map((key) => [key, binding.command] as const)));

/** The command of a key; undefined where it is text. Space is text where text is typed. */
export function commandOf(key: Key, inText: boolean): Command | undefined {
  if (key.key === 'paste') return undefined;
  if (key.key === 'text') return !inText && key.text === ' ' ? commands.get('space') : undefined;
  return commands.get(key.key);
}

/** How the foot and the help name the key of a command. */
export function keyShown(command: Command, options: { narrow?: boolean; ascii?: boolean } = {}): string {
  const binding = bindings.find((one) => one.command === command);
  if (!binding) throw new Error(`No key is bound to ${command}.`);
  if (options.ascii && binding.ascii) return binding.ascii;
  return (options.narrow && binding.narrow) || binding.shown;
}
