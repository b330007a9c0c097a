import { askAgain, type Reply, say, type Talk } from './talk.ts';
import { optionNamed } from './typed.ts';
import { sayService } from './why.ts';

export type Menu<T> = {
  /** Said before the options. */
  lead: readonly string[];
  options: readonly { label: string; value: T }[];
  /** What Enter alone does; undefined: nothing, a choice is needed. */
  enter?: { value: T; said: string };
  prompt?: string;
  why?: () => void;
};

export type MenuReply<T> = { of: 'chosen'; value: T } | Extract<Reply, { of: 'word' }>;

/** Numbered choices, answered by number or word. */
export async function choose<T>(talk: Talk, menu: Menu<T>): Promise<MenuReply<T>> {
  const { lead, options, enter, prompt = 'Choice:', why = () => sayService(talk.voice) } = menu;
  const picks = { options: options.map(({ label }) => ({ label, value: label })), letters: {} };
  const sayAll = () =>
    say(talk, [...lead, ...options.map(({ label }, i) => `${i + 1}: ${label}`), ...(enter ? [enter.said] : [])]);
  for (let quiet = false; ; quiet = true) {
    const reply = await askAgain(talk, { say: sayAll, prompt, why }, quiet);
    if (reply.of === 'word') return reply;
    if (reply.of === 'nothing') {
      if (enter) return { of: 'chosen', value: enter.value };
      say(talk, [`A number from 1 to ${options.length} is needed.`]);
      continue;
    }
    const at = optionNamed(reply.text, picks);
    const option = at === undefined ? undefined : options[at];
    if (option) return { of: 'chosen', value: option.value };
    say(talk, [`That is none of them. Expected: a number from 1 to ${options.length}, or the word beside it.`]);
  }
}

/** Where the words lead that every menu of a rollout understands; `up` is one level out, and `back` as well. */
export function wordPlace<P>(
  reply: Extract<Reply, { of: 'word' }>,
  ways: { out: P; steps: P; undo: () => P },
): P | undefined {
  switch (reply.word) {
    case 'back':
    case 'up':
      return ways.out;
    case 'steps':
      return ways.steps;
    case 'undo':
      return ways.undo();
    default:
      return undefined;
  }
}
