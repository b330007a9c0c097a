import { nothingToClear } from './menu.ts';
import type { Place, Way } from './places.ts';
import { ask, type Reply, say, type Talk } from './talk.ts';
import { optionNamed } from './typed.ts';

/** Something on a page that is asked. */
export type Line = {
  id: string;
  label: string;
  /** What holds, in words; empty where nothing does. */
  shown: string;
  /** It needs something: an answer, or a task is left. */
  open: boolean;
  ask(): Promise<Way>;
};

export type Walk = {
  /** The lines there are now: an answer may change them. */
  lines(): readonly Line[];
  /** Called before a line is asked. */
  at(line: Line): void;
  /** The id of the line to begin at; undefined: the first one. */
  start: string | undefined;
  /** Tells all that the page has to tell. */
  more(): void;
};

/** How a walk over lines ended: behind the last one, before the first, or elsewhere. */
export type Walked = 'end' | 'before' | Exclude<Way, 'next' | 'back'>;

/** Asks the lines one after the other. */
export async function walkOn({ lines, at, start }: Walk): Promise<Walked> {
  let i =
    start === undefined
      ? 0
      : Math.max(
          0,
          lines().findIndex(({ id }) => id === start),
        );
  for (;;) {
    const before = lines();
    const line = before[i];
    if (!line) return 'end';
    at(line);
    const way = await line.ask();
    if (way === 'back') {
      if (i === 0) return 'before';
      i--;
    } else if (way === 'next') i = nextOf(before, i, lines());
    else return way;
  }
}

/** Where it goes on behind a line, whether or not that is still asked. */
function nextOf(before: readonly Line[], i: number, now: readonly Line[]): number {
  const met = new Set(before.slice(0, i + 1).map(({ id }) => id));
  const last = now.findLastIndex(({ id }) => met.has(id));
  return last + 1;
}

/** Names the lines and what holds in each, and lets one be chosen; Enter goes to what needs something, then on. */
export async function chooseLine(talk: Talk, walk: Walk): Promise<Walked> {
  const passed = new Set<string>();
  for (let told = false; ; told = true) {
    const open = walk.lines().find((line) => line.open && !passed.has(line.id));
    const chosen = await choice(talk, walk, open, told);
    if (typeof chosen === 'string' || 'at' in chosen) return chosen;
    passed.add(chosen.id);
    walk.at(chosen);
    const way = await chosen.ask();
    if (way !== 'next' && way !== 'back') return way;
  }
}

async function choice(talk: Talk, walk: Walk, open: Line | undefined, told: boolean): Promise<Walked | Line> {
  const lines = walk.lines();
  const enter = open ? `Enter goes to ${open.label}, which needs something.` : 'Enter goes on.';
  const sayAll = (brief: boolean) => {
    if (!brief) say(talk, lines.map(lineSaid));
    say(talk, [`A number goes to that line. ${enter}`]);
  };
  for (let brief = told; ; brief = true) {
    const question = { say: () => sayAll(brief), prompt: 'Line:', why: walk.more, more: walk.more };
    const reply = await ask(talk, question);
    if (reply.of === 'nothing') return open ?? 'end';
    if (reply.of === 'word') {
      if (reply.word !== 'clear') return wayFrom(reply.word);
      say(talk, [nothingToClear]);
      continue;
    }
    const line = lineNamed(reply.text, lines);
    if (line) return line;
    say(talk, [`There is no such line. Expected: a number from 1 to ${lines.length}, or the name of a line.`]);
  }
}

function lineSaid({ label, shown }: Line, i: number): string {
  return `${i + 1}: ${label}, ${shown === '' ? 'no answer' : shown}`;
}

function wayFrom(word: Exclude<Extract<Reply, { of: 'word' }>['word'], 'clear'>): Exclude<Walked, Place> {
  switch (word) {
    case 'skip':
      return 'end';
    case 'back':
      return 'before';
    default:
      return word;
  }
}

function lineNamed(text: string, lines: readonly Line[]): Line | undefined {
  return lines[optionNamed(text, { options: lines.map(({ id, label }) => ({ label, value: id })), letters: {} }) ?? -1];
}
