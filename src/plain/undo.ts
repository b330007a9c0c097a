import type { Place } from './places.ts';
import { undoLast } from './sitting.ts';
import { say, sittingOf, type Talk, worldOf } from './talk.ts';

/** Takes the last change back, and leads to where it was made; without one, to where it was asked. */
export function undo(talk: Talk): Place {
  const { said, place } = undoLast(sittingOf(talk), worldOf(talk));
  say(talk, said);
  return place ?? talk.place;
}
