import type { Happening, TaskState } from '../../model/index.ts';
import { applyEvent, type Dependant, dependantsOf, inverse, placeOf, viewOf } from '../../state/index.ts';
import { fieldById } from '../../steps/index.ts';
import { count, listed } from '../../words/index.ts';
import { showState } from '../forms/task-form.ts';
import { nameOf } from './names.ts';
import { pagePlace, rolloutOf } from './places.ts';
import { deskKey, deskOf, type Focus, type Moments, type Notice, type Session } from './session.ts';

/** The session after something happened to the rollout: it can be taken back, and what follows from it is told. */
export function happened(session: Session, happening: Happening, m: Moments, where?: Focus): Session {
  const { open } = session;
  if (!open) throw new Error('No rollout is open.');
  if (open.readOnly) return noticed(session, readOnly);
  const followers = followersOf(session, happening, m);
  const rollout = applyEvent(open.rollout, { at: m.now, by: m.around.user, ...happening });
  const back = inverse(happening);
  const focus = where ?? deskOf(session).focus;
  const followed = followedBy(session, happening, followers, m);
  const text =
    followText(followers.filter((one) => one.answered || Object.hasOwn(followed, one.field.id))) ??
    tickText(session, happening, m);
  const { undo: _before, ...rest } = session;
  const next: Session = {
    ...rest,
    open: { ...open, rollout },
    followed,
    ...(back ? { undo: { of: 'change', happening: back, place: session.place, ...(focus ? { focus } : {}) } } : {}),
  };
  const there = atNewPerson(next, happening);
  return text === undefined ? there : noticed(there, { tone: 'text', text: `${text} Ctrl+Z takes it back.` });
}

/** Said where somebody who may only read would change something. */
export const readOnly: Notice = { tone: 'warn', text: 'Read only: nothing is changed here.' };

/** Who was being added is somebody now: the place is theirs from here on. */
function atNewPerson(session: Session, happening: Happening): Session {
  const { place } = session;
  if (place.at !== 'person' || happening.type !== 'person-changed' || happening.was) return session;
  const named = { ...place, person: happening.person };
  const { [deskKey(place)]: desk, ...desks } = session.desks;
  return { ...session, place: named, desks: desk ? { ...desks, [deskKey(named)]: desk } : desks };
}

export function noticed(session: Session, notice: Notice): Session {
  return { ...session, notice };
}

function followersOf(session: Session, happening: Happening, m: Moments): readonly Dependant[] {
  if (happening.type !== 'answered' && happening.type !== 'cleared') return [];
  const field = fieldById(happening.field);
  const value = happening.type === 'answered' ? happening.value : undefined;
  return field ? dependantsOf(rolloutOf(session), field, value, m.today) : [];
}

function followedBy(
  session: Session,
  happening: Happening,
  followers: readonly Dependant[],
  m: Moments,
): Session['followed'] {
  const gone = new Set(followers.filter((one) => one.becomes === 'not asked').map((one) => one.field.id));
  if (happening.type === 'answered' || happening.type === 'cleared') gone.add(happening.field);
  const kept = Object.entries(session.followed).filter(([id]) => !gone.has(id));
  const view = viewOf(rolloutOf(session), m.today);
  // On this page it is seen at once, and on one that nobody has been to there is nothing to look at again.
  const met = (one: Dependant) => {
    const place = placeOf(one.field.id, view);
    const key = place && deskKey(pagePlace(place));
    return key !== deskKey(session.place) && (one.answered || (key !== undefined && session.visited.includes(key)));
  };
  const added = followers.filter((one) => one.becomes !== 'not asked' && one.becomes !== 'right' && met(one));
  return Object.fromEntries([...kept, ...added.map((one) => [one.field.id, m.now] as const)]);
}

/** Where a line goes once it is ticked, it says that it was. */
function tickText({ place }: Session, happening: Happening, m: Moments): string | undefined {
  if (place.at !== 'resume' || happening.type !== 'task-moved') return undefined;
  return `${nameOf(happening.task)}: ${stateWord(happening.to, m.today)}.`;
}

/** What followed, in a sentence: answers that rest come first, since they seem lost. */
function followText(followers: readonly Dependant[]): string | undefined {
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

function stateWord(state: TaskState | undefined, today: string): string {
  if (!state || state.state === 'todo') return 'todo';
  return state.state === 'waived' ? 'not needed' : `${state.state}, ${showState(state, today)}`;
}
