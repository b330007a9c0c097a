/** What can stand in the place of a value, for whoever completes it; answer: `id=value`; a list: one of these words. */
export type Takes = 'rollout' | 'file' | 'folder' | 'command' | 'answer' | readonly string[];

/** Something that is typed after a command: an argument, an option with a value, or a flag. */
export type Input<T = unknown> = {
  /** Without the dashes of an option. */
  name: string;
  help: string;
  /** A repeated option gives the list of its values. */
  as: 'argument' | 'option' | 'repeated option' | 'flag';
  required: boolean;
  /** How help names the value of an option: `file`. */
  shown: string;
  /** Nothing in particular where it is absent. */
  takes?: Takes;
  /** What the parser of arguments has for it, as a value. */
  read(raw: unknown): T;
};

/** Takes what was typed for an input, as a value of its type. */
export type Given = <T>(input: Input<T>) => T;

type About = Pick<Input, 'help' | 'takes'>;

export function argument(name: string, about: About): Input<string> {
  return { name, shown: name, as: 'argument', required: true, read: wordOf, ...about };
}

export function optionalArgument(name: string, about: About): Input<string | undefined> {
  return { name, shown: name, as: 'argument', required: false, read: wordIn, ...about };
}

export function option(name: string, about: About & { shown: string }): Input<string | undefined> {
  return { name, as: 'option', required: false, read: wordIn, ...about };
}

export function requiredOption(name: string, about: About & { shown: string }): Input<string> {
  return { name, as: 'option', required: true, read: wordOf, ...about };
}

export function flag(name: string, help: string): Input<boolean> {
  return { name, help, shown: '', as: 'flag', required: false, read: (raw) => raw === true };
}

export function repeatedOption(name: string, about: About & { shown: string }): Input<readonly string[]> {
  const read = (raw: unknown) => (Array.isArray(raw) ? raw.map(wordOf) : []);
  return { name, as: 'repeated option', required: false, read, ...about };
}

type Words<Word> = { help: string; words: readonly Word[] };

/** An argument that is one of these words. */
export function choice<const Word extends string>(name: string, { help, words }: Words<Word>): Input<Word> {
  return {
    name,
    shown: name,
    as: 'argument',
    required: true,
    help,
    takes: words,
    read: (raw) => oneOf(words, name, raw),
  };
}

/** An option of which the value is one of these words. */
export function wordOption<const Word extends string>(
  name: string,
  { help, words }: Words<Word>,
): Input<Word | undefined> {
  const read = (raw: unknown) => (raw === undefined ? undefined : oneOf(words, name, raw));
  return { name, shown: name, as: 'option', required: false, help, takes: words, read };
}

function oneOf<Word extends string>(words: readonly Word[], name: string, raw: unknown): Word {
  const found = words.find((word) => word === raw);
  if (found !== undefined) return found;
  throw new Unknown(name, String(raw), words);
}

/** Why what was typed is no value of an input, as a sentence. */
export class Unfit extends Error {}

/** A word that is none of those that are known; whoever tells it finds the nearest. */
export class Unknown extends Error {
  what: string;
  word: string;
  known: readonly string[];

  constructor(what: string, word: string, known: readonly string[]) {
    super(`There is no ${what} ${word}`);
    this.what = what;
    this.word = word;
    this.known = known;
  }
}

function wordIn(raw: unknown): string | undefined {
  return typeof raw === 'string' ? raw : undefined;
}

function wordOf(raw: unknown): string {
  return wordIn(raw) ?? '';
}
