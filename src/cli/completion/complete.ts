import type { Command } from '../asked.ts';
import { commands, everywhere, help, version } from '../commands/index.ts';
import type { Input, Takes } from '../input.ts';

/** A word that can stand there, and what it means. */
export type Candidate = { value: string; help?: string };

/** What can stand at a place of a command line: one of these words, or a file or folder, which the shell finds. */
export type Completion = { is: 'words'; words: readonly Candidate[] } | { is: 'files' | 'folders' };

/** What the command table does not know, asked for where it is needed. */
export type Known = {
  /** Ids of the rollouts that are kept. */
  rollouts(): readonly string[];
  /** What can stand for `id=value`, where so much of it is typed. */
  answers(typed: string): Promise<readonly Candidate[]>;
};

/**
 * What can stand where somebody types. `before`: the words from the program's name to there. `current`: what is typed of
 * the word; the candidates are whole words that begin so.
 */
export async function complete(before: readonly string[], current: string, known: Known): Promise<Completion> {
  const place = placeAfter(before);
  const { pending, next, options } = place;
  if (pending) return completionOf(pending.takes, { current, known });
  const [, start = '', name = ''] = /^(--([^=]+)=)/.exec(current) ?? [];
  if (start !== '') {
    const option = options.find((input) => input.name === name && hasValue(input));
    return completionOf(option?.takes, { current: current.slice(start.length), known, start });
  }
  if (current.startsWith('-')) return wordsOf([...options.map(flagOf), ...instead], current);
  if (!place.row) return wordsOf(commandWords, current);
  return next ? completionOf(next.takes, { current, known }) : wordsOf(options.map(flagOf), current);
}

/** Where the words before have led: to a command, or to none yet. */
type Place = {
  row: Command | undefined;
  /** The option whose value comes next. */
  pending: Input | undefined;
  /** The argument that comes next. */
  next: Input | undefined;
  /** Options that can come yet. */
  options: readonly Input[];
};

function placeAfter(before: readonly string[]): Place {
  const at = before.findIndex((word) => !word.startsWith('-'));
  const row = commands.find(({ name }) => name === before[at]);
  const inputs = [...(row?.inputs ?? []), ...everywhere];
  const optionIn = (word = '') =>
    inputs.find((input) => isOption(input) && `--${input.name}` === word.replace(/=.*/s, ''));
  const pendingAfter = (word = '') => [optionIn(word)].find((input) => input && hasValue(input) && !word.includes('='));
  const values = before.slice(at + 1).filter((word, i) => !isFlag(word) && !pendingAfter(before[at + i]));
  const used = new Set(before.map(optionIn));
  return {
    row,
    pending: pendingAfter(before.at(-1)),
    next: inputs.filter((input) => !isOption(input))[values.length],
    options: inputs.filter((input) => isOption(input) && (input.as === 'repeated option' || !used.has(input))),
  };
}

/** A single - is a file: standard input. */
function isFlag(word: string): boolean {
  return word.startsWith('-') && word !== '-';
}

function isOption({ as }: Input): boolean {
  return as !== 'argument';
}

function hasValue({ as }: Input): boolean {
  return as === 'option' || as === 'repeated option';
}

type At = { current: string; known: Known; start?: string };

async function completionOf(takes: Takes | undefined, { current, known, start = '' }: At): Promise<Completion> {
  if (takes === 'file') return { is: 'files' };
  if (takes === 'folder') return { is: 'folders' };
  const words = wordsOf(await candidatesFor(takes, current, known), current).words;
  return { is: 'words', words: words.map((word) => ({ ...word, value: start + word.value })) };
}

async function candidatesFor(
  takes: Exclude<Takes, 'file' | 'folder'> | undefined,
  current: string,
  known: Known,
): Promise<readonly Candidate[]> {
  switch (takes) {
    case undefined:
      return [];
    case 'command':
      return commandWords;
    case 'rollout':
      return known.rollouts().map((value) => ({ value }));
    case 'answer':
      return known.answers(current);
    default:
      return takes.map((value) => ({ value }));
  }
}

const commandWords: readonly Candidate[] = commands.map(({ name, does }) => ({ value: name, help: does }));

/** The long ones first, which tell what they mean. */
const instead: readonly Candidate[] = [
  ...[help, version].map(({ long, does }) => ({ value: long, help: does })),
  ...[help, version].map(({ short, does }) => ({ value: short, help: does })),
];

function flagOf({ name, help }: Input): Candidate {
  return { value: `--${name}`, help };
}

function wordsOf(words: readonly Candidate[], current: string) {
  return { is: 'words' as const, words: words.filter(({ value }) => value.startsWith(current)) };
}
