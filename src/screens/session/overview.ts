import type { Rollout } from '../../model/index.ts';
import { planOf } from '../../plan/index.ts';
import { remembered, viewOf } from '../../state/index.ts';
import {
  dueWaits,
  reviewLines as linesOfReview,
  questionOf,
  type ReviewLine,
  type Spot,
  waitForm,
  waysOn,
} from '../../wizard/index.ts';
import { pagePlace, rolloutOf } from './places.ts';
import type { Act, Item, Scene } from './scene.ts';
import type { Moments, Place, Session } from './session.ts';

/** Problems first, then what to look at, what waits, and what is in order. */
export function reviewLines(session: Session, m: Moments): readonly ReviewLine[] {
  return linesOfReview(rolloutOf(session), m.today, session.drafts, session.followed);
}

/** To the line on its page, or at the person, and back with Esc. */
function jumpTo({ step, page, person, line, row, cell }: Spot): Act {
  const to = pagePlace({ step, page });
  if (person === undefined) return { do: 'jump', to, ...(line === '' ? {} : { focus: { item: line, row, cell } }) };
  // A problem of the person itself stands under the id of the list.
  const item = page.people?.id === line ? `person/${person}` : line;
  return { do: 'jump', to: { ...to, at: 'person', person }, focus: { item, row: 0, cell } };
}

export function reviewScene(session: Session, m: Moments): Scene {
  return sceneOfLines(reviewLines(session, m));
}

const sceneOfLines = remembered((lines: readonly ReviewLine[]): Scene => {
  const items = lines.map((one): Item => {
    const act: Act = one.of === 'group' ? { do: 'unfold', group: one.group } : jumpTo(one.to);
    return { of: 'action', id: one.id, label: one.label, act };
  });
  return { items: [...items, { of: 'action', id: 'plan', label: 'Plan', act: { do: 'go', to: { at: 'plan' } } }] };
});

/** The changes; Enter leads to the question that settles one. */
export function planScene(session: Session, m: Moments): Scene {
  const view = viewOf(rolloutOf(session), m.today);
  const items = planOf(view).flatMap((change): readonly Item[] => {
    const { id, title } = change.desired;
    const spot = questionOf(change, view);
    return spot ? [{ of: 'action', id, label: title, act: jumpTo(spot) }] : [];
  });
  return {
    items: [...items, { of: 'action', id: 'export', label: 'Export', act: { do: 'go', to: { at: 'export' } } }],
    view,
  };
}

type ResumePlace = Extract<Place, { at: 'resume' }>;

/** Welcome back: what waits is asked first, then where it can go on. */
export function resumeScene(session: Session, place: ResumePlace, m: Moments): Scene {
  const rollout = rolloutOf(session);
  const due = dueWaits(rollout, m.today)
    .slice(0, 3)
    .map((wait): Item => {
      const form = waitForm(wait, rollout, m.today);
      return { of: 'form', id: form.id, label: form.label, form, task: wait.task };
    });
  const before = place.imported ? undefined : onArriving(rollout, place);
  const go = waysOn(rollout, before, m.today).map(({ id, label, line, ...found }): Item => {
    const focus = { item: line ?? '', row: 0, cell: '' };
    return { of: 'action', id, label, act: { do: 'go', to: pagePlace(found), focus } };
  });
  const rest: Item[] = [{ of: 'action', id: 'steps', label: 'All steps', act: { do: 'go', to: { at: 'steps' } } }];
  return { items: [...due, ...go, ...rest], view: viewOf(rollout, m.today) };
}

/** The rollout as far as its log went when this screen was entered. */
export function onArriving(rollout: Rollout, { events }: ResumePlace): Rollout {
  return { ...rollout, events: rollout.events.slice(0, events) };
}
