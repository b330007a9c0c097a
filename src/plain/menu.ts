import { askAgain, type Reply, say, type Talk } from './talk.ts';
import { optionNamed } from './typed.ts';
import { sayService } from './why.ts';

export type Menu<T> = {
  /** Said before the options. */
  lead: readonly string[];
  /** `name`: the word that chooses it, where the label says more than that. */
  options: readonly { label: string; name?: string; value: T }[];
  /** What Enter alone does; undefined: nothing, a choice is needed. */
  enter?: { value: T; said: string };
  /** What skip does; undefined: the same as Enter. */
  skip?: { value: T };
  why?: () => void;
};

/** A word that leads elsewhere. */
type Outward = { of: 'word'; word: Exclude<Extract<Reply, { of: 'word' }>['word'], 'skip' | 'clear'> };

export type MenuReply<T> = { of: 'chosen'; value: T } | Outward;

/** What answers a choice, in words. */
export function expectedChoice(options: number): string {
  return `a number from 1 to ${options}, or the word beside it`;
}

/** Said where there is nothing that clear could take away. */
export const nothingToClear = 'There is no answer here that could be taken away.';

/** Numbered choices, answered by number or word. */
export async function choose<T>(talk: Talk, menu: Menu<T>): Promise<MenuReply<T>> {
  const { lead, options, enter, why = () => sayService(talk.voice) } = menu;
  const sayAll = () =>
    say(talk, [...lead, ...options.map(({ label }, i) => `${i + 1}: ${label}`), ...(enter ? [enter.said] : [])]);
  for (let quiet = false; ; quiet = true) {
    const reply = await askAgain(talk, { say: sayAll, prompt: 'Choice:', why }, quiet);
    const meant = meantBy(reply, menu);
    if (typeof meant !== 'string') return meant;
    say(talk, [meant]);
  }
}

/** What was chosen, or where else it leads; else what is to be said. */
function meantBy<T>(reply: Reply, { options, enter, skip = enter }: Menu<T>): MenuReply<T> | string {
  const expected = expectedChoice(options.length);
  switch (reply.of) {
    case 'nothing':
      return enter ? { of: 'chosen', value: enter.value } : `Nothing is chosen. Expected: ${expected}.`;
    case 'word':
      if (reply.word === 'clear') return nothingToClear;
      if (reply.word !== 'skip') return { of: 'word', word: reply.word };
      return skip ? { of: 'chosen', value: skip.value } : `Nothing is chosen. Expected: ${expected}.`;
    case 'text': {
      const picks = { options: options.map(({ label, name = label }) => ({ label, value: name })), letters: {} };
      const option = options[optionNamed(reply.text, picks) ?? -1];
      return option ? { of: 'chosen', value: option.value } : `That is none of them. Expected: ${expected}.`;
    }
  }
}

/** Where the words lead that every menu of a rollout understands; `up` is one level out, and `back` as well. */
export function wordPlace<P>({ word }: Outward, ways: { out: P; steps: P; undo: () => P }): P {
  switch (word) {
    case 'back':
    case 'up':
      return ways.out;
    case 'steps':
      return ways.steps;
    case 'undo':
      return ways.undo();
  }
}
