import type { Happening, Library, LocalDate, Moment, Problem, Rollout, Saved, Surroundings } from '../model/index.ts';
import { applyEvent, inverse, viewOf } from '../state/index.ts';
import { fieldById } from '../steps/index.ts';
import {
  dependantsText,
  eventsBeyond,
  type Followed,
  followedBy,
  followersOf,
  happenedNames,
  pageKey,
  problemText,
  takenBack,
  takenOver,
} from '../wizard/index.ts';
import { localTime } from '../words/index.ts';
import type { Place } from './places.ts';

/** A rollout that is open. */
export type Sitting = {
  readonly saved: Saved;
  rollout: Rollout;
  readOnly: boolean;
  /** Since when and why it cannot be written. */
  failing?: { since: Moment; said: string };
  /** What takes the last change back, and where it was made. */
  undo?: { happening: Happening; place: Place };
  followed: Followed;
  /** Keys of pages that were met; each tells all of itself the first time. */
  visited: readonly string[];
  /** Made in this sitting, so nobody has met any page of it. */
  readonly fresh: boolean;
  retry?: NodeJS.Timeout;
  /** What came of a save between two answers; said with the next one, since a line between cuts through what is typed. */
  news: readonly string[];
};

export type World = { library: Library; around: Surroundings; today: LocalDate };

export const readOnlySaid = 'Read only: nothing is changed here.';

const retryAfter = 2000;

/** Begins with a rollout that was opened; `fresh`: it was made just now. */
export function sit(saved: Saved, fresh: boolean): Sitting {
  return { saved, rollout: saved.rollout, readOnly: saved.readOnly, followed: {}, visited: [], fresh, news: [] };
}

/** Makes something happen and saves it; returns what is to be said of it. */
export function happen(sitting: Sitting, happening: Happening, place: Place, world: World): readonly string[] {
  if (sitting.readOnly) return [readOnlySaid];
  const { rollout } = sitting;
  const { around, today } = world;
  const view = viewOf(rollout, today);
  const follows = followsSaid(rollout, happening, today);
  const here = 'page' in place ? pageKey(place) : '';
  const followers = followersOf(rollout, happening, today);
  const { visited, followed } = sitting;
  sitting.followed = followedBy(followed, happening, followers, { view, here, visited, now: around.now() });
  apply(sitting, happening, world);
  const back = inverse(happening);
  if (back) sitting.undo = { happening: back, place };
  return [...save(sitting, world), ...(follows === undefined ? [] : [`${follows} undo takes it back.`])];
}

/** What else changes, where an answer that stood is another now, or where answers of one's own are concerned. */
function followsSaid(rollout: Rollout, happening: Happening, today: LocalDate): string | undefined {
  if (happening.type !== 'answered' && happening.type !== 'cleared') return undefined;
  const followers = followersOf(rollout, happening, today);
  if (happening.was === undefined && !followers.some(({ answered }) => answered)) return undefined;
  const field = fieldById(happening.field);
  return field && dependantsText(rollout, field, happening.type === 'answered' ? happening.value : undefined, today);
}

/** Takes the last change back, or puts it there again; returns what is said, and where it was made. */
export function undoLast(sitting: Sitting, world: World): { said: readonly string[]; place?: Place } {
  const { undo } = sitting;
  if (sitting.readOnly) return { said: [readOnlySaid] };
  if (!undo) return { said: ['Nothing to take back.'] };
  apply(sitting, undo.happening, world);
  const back = inverse(undo.happening);
  if (back) sitting.undo = { happening: back, place: undo.place };
  const told = `${takenBack(undo.happening, world.today)}. undo puts it back.`;
  return { said: [...save(sitting, world), told], place: stillThere(undo.place, undo.happening) };
}

/** A person who is out of the list again has no place; the list has. */
function stillThere(place: Place, happening: Happening): Place {
  if (place.at !== 'person' || happening.type !== 'person-changed' || happening.to) return place;
  const { step, page } = place;
  return { at: 'page', step, page, ...(page.people ? { line: page.people.id } : {}) };
}

function apply(sitting: Sitting, happening: Happening, { around }: World): void {
  sitting.rollout = applyEvent(sitting.rollout, { at: around.now(), by: around.user, ...happening });
}

/** Saves all of it; returns what is to be said: nothing where it went as always. */
function save(sitting: Sitting, world: World): readonly string[] {
  const { saved, failing, rollout, news } = sitting;
  const { around, library } = world;
  const done = saved.save(rollout);
  sitting.news = [];
  clearTimeout(sitting.retry);
  if ('saved' in done) {
    delete sitting.failing;
    return failing ? [`Saved again, at ${localTime(done.saved, around.offset)}.`] : news;
  }
  if ('failed' in done) {
    const since = failing?.since ?? around.now();
    sitting.failing = { since, said: done.failed };
    sitting.retry = setTimeout(() => {
      sitting.news = save(sitting, world);
    }, retryAfter).unref();
    return [`Not saved since ${localTime(since, around.offset)}: ${done.failed} It is tried again.`];
  }
  const there = library.list().find(({ id }) => id === rollout.id)?.rollout ?? rollout;
  const names = happenedNames(eventsBeyond(rollout, there));
  sitting.rollout = there;
  sitting.readOnly = true;
  delete sitting.undo;
  return [takenOver(done.lost, names, around.offset)];
}

/** Ends it: nothing is tried again, and others may open the rollout. */
export function stand(sitting: Sitting): void {
  clearTimeout(sitting.retry);
  sitting.saved.close();
}

/** Problems as sentences, with the word for how grave they are. */
export function problemsSaid(problems: readonly Problem[]): readonly string[] {
  return problems.map((problem) => `${problem.weight === 'stop' ? 'Wrong' : 'Look'}: ${problemText(problem)}`);
}
