import { seen } from './lines.ts';
import type { PagePlace, PersonPlace, Place } from './places.ts';
import type { Talk } from './talk.ts';
import { undo } from './undo.ts';
import type { Walk, Walked } from './walk.ts';
import { sayMore } from './why.ts';

/** The place is where the next question is asked, and what is undone comes back to it. */
export function stepTo(talk: Talk, place: Place): void {
  talk.voice.gap();
  talk.place = place;
}

/** What `more` tells at a question of a page. */
export function moreOf(talk: Talk, { page }: PagePlace | PersonPlace): () => void {
  return () => sayMore(talk.voice, page, seen(talk).view);
}

/** Where a word leads; `up` is one level out of where it was typed. */
export function led(talk: Talk, walked: Exclude<Walked, 'end' | 'before'>, up: Place): Place {
  if (typeof walked !== 'string') return walked;
  switch (walked) {
    case 'up':
      return up;
    case 'steps':
      return { at: 'steps' };
    case 'undo':
      return undo(talk);
  }
}

/** One line alone, then back to where somebody came from. */
export async function once(talk: Talk, line: string | undefined, walk: Walk, then: Place): Promise<Place> {
  const lines = walk.lines();
  const wanted = lines.find(({ id }) => id === line) ?? lines[0];
  if (!wanted) return then;
  walk.at(wanted);
  const way = await wanted.ask();
  return way === 'next' || way === 'back' ? then : led(talk, way, then);
}
