import type { Page, Rollout, Step } from '../../model/index.ts';
import { viewOf } from '../../state/index.ts';
import { steps } from '../../steps/index.ts';
import { placeBeside, placeOfStep } from '../../wizard/index.ts';
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

/** The page before or after a page; pages that only tell are passed once they were met. */
export function pageBeside(session: Session, at: Found, by: 1 | -1, m: Moments): Found | undefined {
  return placeBeside(viewOf(rolloutOf(session), m.today), at, by, session.visited);
}

/** The page of a step where one was last, else its first. */
export function pageOfStep(session: Session, step: Step, m: Moments): Found | undefined {
  return placeOfStep(viewOf(rolloutOf(session), m.today), step, session.visited);
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
