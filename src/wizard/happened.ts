import type { Happening, LocalDate, Moment, Rollout, TaskState, View } from '../model/index.ts';
import { type Dependant, dependantsOf, placeOf } from '../state/index.ts';
import { fieldById } from '../steps/index.ts';
import { count, listed, taskStateWords } from '../words/index.ts';
import { pageKey } from './beside.ts';
import { nameOf } from './names.ts';
import { showState } from './task-form.ts';

/** What a happening makes of other answers. */
export function followersOf(rollout: Rollout, happening: Happening, today: LocalDate): readonly Dependant[] {
  if (happening.type !== 'answered' && happening.type !== 'cleared') return [];
  const field = fieldById(happening.field);
  const value = happening.type === 'answered' ? happening.value : undefined;
  return field ? dependantsOf(rollout, field, value, today) : [];
}

/** Ids of answers that followed from another one and were not seen since, each with when. */
export type Followed = Readonly<Record<string, Moment>>;

/** `view`: before it happened; `here`: the page, as step/page; `visited`: pages that were met, likewise. */
export function followedBy(
  before: Followed,
  happening: Happening,
  followers: readonly Dependant[],
  at: { view: View; here: string; visited: readonly string[]; now: Moment },
): Followed {
  const { view, here, visited, now } = at;
  const gone = new Set(followers.filter((one) => one.becomes === 'not asked').map((one) => one.field.id));
  if (happening.type === 'answered' || happening.type === 'cleared') gone.add(happening.field);
  const kept = Object.entries(before).filter(([id]) => !gone.has(id));
  // On this page it is seen at once, and on one that nobody has been to there is nothing to look at again.
  const met = (one: Dependant) => {
    const place = placeOf(one.field.id, view);
    const key = place && pageKey(place);
    return key !== here && (one.answered || (key !== undefined && visited.includes(key)));
  };
  const added = followers.filter((one) => one.becomes !== 'not asked' && one.becomes !== 'right' && met(one));
  return Object.fromEntries([...kept, ...added.map((one) => [one.field.id, now] as const)]);
}

/** What followed, in a sentence: answers that rest come first, since they seem lost. */
export function followText(followers: readonly Dependant[]): string | undefined {
  const labels = (kept: readonly Dependant[]) => listed(kept.map((one) => one.field.label));
  const resting = followers.filter((one) => one.becomes === 'not asked' && one.answered);
  const wrong = followers.filter((one) => one.becomes === 'wrong');
  if (resting.length > 0) return `${labels(resting)} ${resting.length === 1 ? 'is' : 'are'} kept, no longer asked.`;
  if (wrong.length > 0) return `${labels(wrong)} ${wrong.length === 1 ? 'needs' : 'need'} another answer now.`;
  const others = followers.filter((one) => one.becomes === 'asked' || one.becomes === 'another default');
  if (others.length === 0) return undefined;
  if (others.length > 3) return `${count(others.length, 'answer')} elsewhere follow${others.length === 1 ? 's' : ''}.`;
  return `${labels(others)} follow${others.length === 1 ? 's' : ''}.`;
}

/** What a change that is taken back was about, and what is in force now: `Remote users: keep again (was no)`. */
export function takenBack(happening: Happening, today: string): string {
  switch (happening.type) {
    case 'answered':
      return `${nameOf(happening.field)}: ${shown(happening.field, happening.value)} again${was(happening.field, happening.was)}`;
    case 'cleared':
      return `${nameOf(happening.field)}: not answered again${was(happening.field, happening.was)}`;
    case 'task-moved':
      return `${nameOf(happening.task)}: ${stateWord(happening.to, today)} again`;
    case 'person-changed':
      if (!happening.to) return `${happening.was?.name ?? ''} is out of the list again`;
      return happening.was ? `${happening.to.name} is as before` : `${happening.to.name} is back in the list`;
    case 'created':
    case 'evidence-imported':
    case 'exported':
      return '';
  }
}

function shown(id: string, value: unknown): string {
  return fieldById(id)?.kind.show(value) ?? String(value);
}

function was(id: string, value: unknown): string {
  return value === undefined ? '' : ` (was ${shown(id, value)})`;
}

/** A state and what belongs to it: `done, 3 Nov 2014`. */
export function stateWord(state: TaskState | undefined, today: string): string {
  const word = taskStateWords[state?.state ?? 'todo'];
  if (!state || state.state === 'todo' || state.state === 'waived') return word;
  const more = showState(state, today);
  return more === word ? word : `${word}, ${more}`;
}
