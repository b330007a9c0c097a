import type { Happening } from '../../model/index.ts';
import { applyEvent, inverse, viewOf } from '../../state/index.ts';
import { followedBy, followersOf, followText, nameOf, stateWord } from '../../wizard/index.ts';
import { rolloutOf } from './places.ts';
import { deskKey, deskOf, type Focus, type Moments, type Notice, type Session } from './session.ts';

/** The session after something happened to the rollout: it can be taken back, and what follows from it is told. */
export function happened(session: Session, happening: Happening, m: Moments, where?: Focus): Session {
  const { open } = session;
  if (!open) throw new Error('No rollout is open.');
  if (open.readOnly) return noticed(session, readOnly);
  const followers = followersOf(rolloutOf(session), happening, m.today);
  const rollout = applyEvent(open.rollout, { at: m.now, by: m.around.user, ...happening });
  const back = inverse(happening);
  const focus = where ?? deskOf(session).focus;
  const followed = followedBy(session.followed, happening, followers, {
    view: viewOf(rolloutOf(session), m.today),
    here: deskKey(session.place),
    visited: session.visited,
    now: m.now,
  });
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

/** Where a line goes once it is ticked, it says that it was. */
function tickText({ place }: Session, happening: Happening, m: Moments): string | undefined {
  if (place.at !== 'resume' || happening.type !== 'task-moved') return undefined;
  return `${nameOf(happening.task)}: ${stateWord(happening.to, m.today)}.`;
}
