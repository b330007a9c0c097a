/** Keys that do something, by what is printed on them. */
export type KeyName =
  | 'enter'
  | 'escape'
  | 'tab'
  | 'back-tab'
  | 'up'
  | 'down'
  | 'left'
  | 'right'
  | 'ctrl-left'
  | 'ctrl-right'
  | 'page-up'
  | 'page-down'
  | 'home'
  | 'end'
  | 'delete'
  | 'backspace'
  | 'function'
  | `ctrl-${'a' | 'c' | 'd' | 'e' | 'l' | 's' | 't' | 'u' | 'w' | 'z'}`;

/** What a person did at the keyboard. Text is typed, a paste is never taken for keys. */
export type Key = { key: KeyName } | { key: 'text'; text: string } | { key: 'paste'; text: string };

/** What Ink tells beside the text of an input; every flag that we read. */
export type Flags = {
  upArrow: boolean;
  downArrow: boolean;
  leftArrow: boolean;
  rightArrow: boolean;
  pageDown: boolean;
  pageUp: boolean;
  home: boolean;
  end: boolean;
  return: boolean;
  escape: boolean;
  ctrl: boolean;
  shift: boolean;
  tab: boolean;
  backspace: boolean;
  delete: boolean;
  meta: boolean;
};

const controlKeys = new Set(['a', 'c', 'd', 'e', 'l', 's', 't', 'u', 'w', 'z']);

/**
 * The keys of one input of Ink. Alt with a key counts as Esc and the key; a chunk with text and a line end is a paste,
 * since Windows often sends no paste markers; any function key is one key, since Ink names none.
 */
export function keysOf(input: string, flags: Flags): readonly Key[] {
  const alt: Key[] = flags.meta ? [{ key: 'escape' }] : [];
  const named = namedKey(flags);
  if (named) return [...alt, { key: named }];
  if (flags.ctrl) return isControlKey(`ctrl-${input}`) ? [...alt, { key: `ctrl-${input}` as KeyName }] : alt;
  if (input === '') return [...alt, { key: 'function' }];
  return [...alt, ...chunkKeys(input)];
}

function isControlKey(name: string): name is KeyName {
  return controlKeys.has(name.slice('ctrl-'.length));
}

/** Flags of Ink and the key that each means; the first that is up counts. */
const flagged: readonly (readonly [keyof Flags, KeyName])[] = [
  ['return', 'enter'],
  ['escape', 'escape'],
  ['tab', 'tab'],
  ['upArrow', 'up'],
  ['downArrow', 'down'],
  ['leftArrow', 'left'],
  ['rightArrow', 'right'],
  ['pageUp', 'page-up'],
  ['pageDown', 'page-down'],
  ['home', 'home'],
  ['end', 'end'],
  ['delete', 'delete'],
  ['backspace', 'backspace'],
];

function namedKey(flags: Flags): KeyName | undefined {
  const name = flagged.find(([flag]) => flags[flag])?.[1];
  if (name === 'tab' && flags.shift) return 'back-tab';
  if (flags.ctrl && name === 'left') return 'ctrl-left';
  return flags.ctrl && name === 'right' ? 'ctrl-right' : name;
}

const single: Readonly<Record<string, KeyName>> = {
  '\r': 'enter',
  '\t': 'tab',
  '\b': 'backspace',
  '\u007f': 'backspace',
  '\u001b': 'escape',
};

/** Keys that came in one chunk: several presses of a key, or text with a key behind it. */
function chunkKeys(chunk: string): readonly Key[] {
  // A line feed alone is Ctrl+J, which is bound to nothing.
  if (/[\r\n]/.test(chunk) && /[^\p{Cc}]/u.test(chunk)) return [{ key: 'paste', text: chunk }];
  return (chunk.match(/\P{Cc}+|\p{Cc}/gu) ?? []).flatMap((part): readonly Key[] => {
    if (!/\p{Cc}/u.test(part)) return [{ key: 'text', text: part }];
    const known = single[part];
    if (known) return [{ key: known }];
    const name = `ctrl-${String.fromCharCode(part.charCodeAt(0) + 96)}`;
    return isControlKey(name) ? [{ key: name }] : [];
  });
}
