import type { Page, Rollout, Step } from '../../model/index.ts';
import { shownPlaces, viewOf } from '../../state/index.ts';
import { steps } from '../../steps/index.ts';
import type { Moments, PagePlace, Place, Session } from './session.ts';

export type Found = { step: Step; page: Page };

export function pagePlace({ step, page }: Found): PagePlace {
  return { at: 'page', step: step.id, page: page.id };
}

/** The rollout that is open; to ask where none is open is our mistake. */
export function rolloutOf(session: Session): Rollout {
  if (!session.open) throw new Error('No rollout is open.');
  return session.open.rollout;
}

/** The step and page of a place. */
export function foundAt(place: { step: string; page: string }): Found {
  const step = steps.find((one) => one.id === place.step);
  const page = step?.pages.find((one) => one.id === place.page);
  if (!step || !page) throw new Error(`There is no page ${place.step}/${place.page}.`);
  return { step, page };
}

const keyOf = ({ step, page }: Found) => `${step.id}/${page.id}`;

function asks({ page }: Found): boolean {
  return (page.fields ?? []).length + (page.tasks ?? []).length > 0 || page.people !== undefined;
}

/** The page before or after a page; pages that only tell are passed once they were met. */
export function pageBeside(session: Session, at: Found, by: 1 | -1, m: Moments): Found | undefined {
  const order = shownPlaces(viewOf(rolloutOf(session), m.today));
  const here = order.findIndex((one) => keyOf(one) === keyOf(at));
  for (let i = here + by; i >= 0 && i < order.length; i += by) {
    const one = order[i];
    if (one && (asks(one) || by < 0 || !session.visited.includes(keyOf(one)))) return one;
  }
  return undefined;
}

/** The page of a step where one was last, else its first. */
export function pageOfStep(session: Session, step: Step, m: Moments): Found | undefined {
  const shown = shownPlaces(viewOf(rolloutOf(session), m.today)).filter((one) => one.step === step);
  const last = session.visited.findLast((key) => shown.some((one) => keyOf(one) === key));
  return shown.find((one) => keyOf(one) === last) ?? shown[0];
}

/** Was something answered, ticked or listed on this page? */
export function isTouched(page: Page, rollout: Rollout): boolean {
  return (
    (page.fields ?? []).some((field) => rollout.answers[field.id] !== undefined) ||
    (page.tasks ?? []).some((task) => rollout.tasks[task.id] !== undefined) ||
    (page.people !== undefined && rollout.people.length > 0)
  );
}

/** One level out of a place, where there was no jump; undefined at the outermost. */
export function outOf(place: Place): Place | undefined {
  switch (place.at) {
    case 'home':
      return undefined;
    case 'page':
      return { at: 'steps', from: place };
    case 'person':
      return { at: 'page', step: place.step, page: place.page };
    case 'review':
    case 'plan':
    case 'export':
    case 'resume':
      return { at: 'steps' };
    case 'steps':
    case 'new':
    case 'import':
    case 'remove':
    case 'trouble':
      return { at: 'home' };
  }
}
