import type { Opened } from '../model/index.ts';
import { lastPlace, shownPlaces } from '../state/index.ts';
import { isBack } from '../wizard/index.ts';
import { seen } from './lines.ts';
import type { Place } from './places.ts';
import { readOnlySaid, sit, stand } from './sitting.ts';
import { say, type Talk, todayOf } from './talk.ts';

/** How a rollout is entered. `fresh`: made just now; `imported`: made of a file. */
export type Entry = { id: string; organisation: string; fresh: boolean; imported: boolean };

/** Where a rollout begins that was opened, or what stands in the way. */
export function enter(talk: Talk, opened: Opened, { id, organisation, fresh, imported }: Entry): Place {
  if (opened.state !== 'open') return { at: 'trouble', id, organisation, trouble: opened };
  talk.sitting = sit(opened.saved, fresh);
  if (opened.saved.readOnly) say(talk, [readOnlySaid]);
  const { rollout, view } = seen(talk);
  const [first] = shownPlaces(view);
  const begin: Place = first ? { at: 'page', ...first } : { at: 'steps' };
  if (fresh) return begin;
  if (isBack(rollout, todayOf(talk), talk.around.offset)) return { at: 'resume', imported };
  const last = lastPlace(rollout, todayOf(talk));
  if (last?.line === undefined) return begin;
  const { step, page, line, person } = last;
  // Whoever was at somebody comes back to the list.
  if (person && page.people) return { at: 'page', step, page, line: page.people.id };
  return { at: 'page', step, page, line, from: 'behind' };
}

/** Gives the rollout back, if one is open. */
export function close(talk: Talk): void {
  if (talk.sitting) stand(talk.sitting);
  delete talk.sitting;
}
