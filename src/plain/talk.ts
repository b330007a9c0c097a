import type { Library, LocalDate, Surroundings, View } from '../model/index.ts';
import { viewOf } from '../state/index.ts';
import { localDay } from '../words/index.ts';
import type { Place } from './places.ts';
import type { Sitting, World } from './sitting.ts';
import { type Typed, type Word, words } from './typed.ts';
import { Ended, type Voice } from './voice.ts';

/** The conversation: who listens, what is open, and where it is. */
export type Talk = {
  readonly voice: Voice;
  readonly library: Library;
  readonly around: Surroundings;
  /** How the program is started with arguments. */
  readonly command: string;
  /** The absolute path that a typed one means. */
  located(path: string): string;
  sitting?: Sitting;
  /** The place of the question that is asked now. */
  place: Place;
};

/** A question: how it is said, what stands before the answer, and what `why` and `more` say. */
export type Question = {
  say(): void;
  prompt: string;
  why(): void;
  more?: () => void;
};

/** What a person answered: a text, nothing but Enter, or a word that is for whoever asked. */
export type Reply =
  | { of: 'nothing' }
  | Extract<Typed, { of: 'text' }>
  | { of: 'word'; word: Exclude<Word, 'why' | 'more' | 'again' | 'help' | 'leave'> };

/** Asks until something is said that is not about the question itself. */
export function ask(talk: Talk, question: Question): Promise<Reply> {
  return askAgain(talk, question, false);
}

/** The same; `quiet`: it was said already, and is said only when that is asked for. */
export async function askAgain(talk: Talk, question: Question, quiet: boolean): Promise<Reply> {
  const { voice } = talk;
  if (!quiet) question.say();
  for (;;) {
    const typed = await voice.ask(question.prompt);
    if (typed.of !== 'word') return typed;
    switch (typed.word) {
      case 'why':
        aside(voice, question.why);
        break;
      case 'more':
        aside(voice, question.more ?? question.why);
        break;
      case 'again':
        question.say();
        break;
      case 'help':
        aside(voice, () => sayWords(voice));
        break;
      case 'leave':
        throw new Ended();
      default:
        return { of: 'word', word: typed.word };
    }
  }
}

function aside(voice: Voice, say: () => void): void {
  voice.gap();
  say();
  voice.gap();
}

function sayWords(voice: Voice): void {
  voice.say(
    'Type an answer and Enter. A choice is answered by its number or its word. Enter alone takes what is said to hold.',
  );
  voice.say(
    'A list takes one item a line, or several with commas between; an empty line ends it. remove 1 takes the first one out, change 1 asks for it again, add adds a person.',
  );
  for (const [word, does] of Object.entries(words)) voice.say(`${word}: ${does}.`);
  voice.say('An answer that is one of these words, or an item with a comma, is typed in quotes, such as "back".');
}

export function todayOf({ around }: Talk): LocalDate {
  return localDay(around.now(), around.offset);
}

export function worldOf(talk: Talk): World {
  return { library: talk.library, around: talk.around, today: todayOf(talk) };
}

/** The rollout that is open; to ask where none is open is our mistake. */
export function sittingOf({ sitting }: Talk): Sitting {
  if (!sitting) throw new Error('No rollout is open.');
  return sitting;
}

/** The rollout that is open, as steps see it today. */
export function viewNow(talk: Talk): View {
  return viewOf(sittingOf(talk).rollout, todayOf(talk));
}

/** Says sentences, each a paragraph. */
export function say(talk: Talk, sentences: readonly string[]): void {
  for (const one of sentences) talk.voice.say(one);
}
