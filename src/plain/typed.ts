import type { PickCell } from '../wizard/index.ts';
import { itemTyped } from '../words/index.ts';

/** Words that are understood at every question, in the order in which help tells them, with what each does. */
export const words = {
  back: 'the question before this one',
  why: 'why this is asked, and who says so',
  more: 'all that there is to tell about this page, with its sources and how it is done by hand',
  again: 'the question once more',
  skip: 'go on without an answer',
  clear: 'take the answer away',
  undo: 'take the last change back; once more puts it there again',
  up: 'one level out: from a person to the list, from a page to the steps, from the steps to the rollouts',
  steps: 'the list of all steps, with review, plan and export',
  help: 'these words; a question mark does the same',
  leave: 'leave; everything is saved. quit, exit and Ctrl+C do the same',
} as const;

export type Word = keyof typeof words;

/** What a line that was typed means. `literal`: it stood in quotes, so it is no word of ours. */
export type Typed = { of: 'nothing' } | { of: 'word'; word: Word } | { of: 'text'; text: string; literal: boolean };

/** What somebody types who has not heard the words yet. */
const others: Readonly<Record<string, Word>> = { '?': 'help', quit: 'leave', exit: 'leave' };

function isWord(text: string): text is Word {
  return Object.hasOwn(words, text);
}

/** Reads a line. A text that is one of the words is typed in quotes; blanks around it are nobody's meaning. */
export function readTyped(line: string): Typed {
  const text = line.trim();
  if (text === '') return { of: 'nothing' };
  const word = text.toLowerCase();
  if (isWord(word)) return { of: 'word', word };
  const other = Object.hasOwn(others, word) ? others[word] : undefined;
  if (other) return { of: 'word', word: other };
  const quoted = /^"(.*)"$/s.exec(text)?.[1];
  if (quoted === undefined) return { of: 'text', text, literal: false };
  return quoted === '' ? { of: 'nothing' } : { of: 'text', text: quoted, literal: true };
}

/**
 * The option that a text names: its number, from 1, as it is typed or as it is said; its letter; its label or value; the
 * only label that begins so, else the only one with that word in it.
 */
export function optionNamed(
  text: string,
  { options, letters }: Pick<PickCell, 'options' | 'letters'>,
): number | undefined {
  const typed = text.toLowerCase();
  const [, number] = /^(\d+)[:.)]?$/.exec(typed) ?? [];
  const numbered = inRange(Number(number) - 1, options.length);
  if (numbered !== undefined) return numbered;
  const whole = options.findIndex(
    ({ label, value }) => label.toLowerCase() === typed || (typeof value === 'string' && value.toLowerCase() === typed),
  );
  if (whole >= 0) return whole;
  if (Object.hasOwn(letters, typed)) {
    const meant = options.findIndex(({ value }) => value === letters[typed]);
    if (meant >= 0) return meant;
  }
  const labels = options.map(({ label }) => label.toLowerCase());
  return (
    onlyOne(labels, (label) => label.startsWith(typed)) ??
    onlyOne(labels, (label) => label.split(/[ ():,.]+/).includes(typed))
  );
}

function onlyOne(labels: readonly string[], meant: (label: string) => boolean): number | undefined {
  const found = labels.flatMap((label, i) => (meant(label) ? [i] : []));
  return found.length === 1 ? found[0] : undefined;
}

function inRange(at: number, length: number): number | undefined {
  return at >= 0 && at < length ? at : undefined;
}

/** What is to be done with a row of a list: `remove 2`, `change Redmond`, `add`; `row` from 0. `missed`: there is none such. */
export type RowDeed = { do: 'add' } | { do: 'remove' | 'change'; row: number } | { do: 'missed'; verb: string };

/** `rows`: what each begins with, by which it can be named, too. Undefined: nothing is to be done, it is an item itself. */
export function readRowDeed(text: string, rows: readonly string[]): RowDeed | undefined {
  if (text.toLowerCase() === 'add') return { do: 'add' };
  const [, verb, which = ''] = /^(remove|change)(?: +(.+))?$/i.exec(text) ?? [];
  if (verb === undefined) return undefined;
  const names = [which, itemTyped(which)].map((name) => name.toLowerCase());
  const named = rows.findIndex((row) => names.includes(row.toLowerCase()));
  const row = inRange(/^\d+$/.test(which) ? Number(which) - 1 : named, rows.length);
  const does = verb.toLowerCase() === 'remove' ? 'remove' : 'change';
  return row === undefined ? { do: 'missed', verb: does } : { do: does, row };
}
