import type { LocalDate, Moment, Person, Problem, Rollout, Task, View } from '../model/index.ts';
import {
  askedFields,
  type Finding,
  findingsOf,
  type Place,
  placeOf,
  remembered,
  shownPlaces,
  statusOf,
  taskLines,
  viewOf,
  type Wait,
  waitsOf,
} from '../state/index.ts';
import { allFields } from '../steps/index.ts';
import { type Spot, spotOf } from './spot.ts';
import { hasFailed } from './task-form.ts';

/** One line of the review; `label` names its step, `to` is where it is mended. */
export type ReviewLine = { id: string; label: string } & (
  | ({ to: Spot } & (
      | { of: 'finding'; finding: Finding }
      | { of: 'followed'; field: string }
      | { of: 'draft'; form: string }
      | { of: 'failed'; task: Task; person?: Person; day: LocalDate | undefined }
      | { of: 'wait'; wait: Wait }
    ))
  | { of: 'group'; group: Group; ids: readonly string[] }
);
export type Group = 'answers' | 'defaults' | 'not asked';

/** Problems first, then what to look at, what waits, and what is in order. `drafts` are ids of forms. */
export const reviewLines = remembered(
  (
    rollout: Rollout,
    today: LocalDate,
    drafts: Readonly<Record<string, unknown>>,
    followed: Readonly<Record<string, Moment>>,
  ): readonly ReviewLine[] => {
    const view = viewOf(rollout, today);
    const findings = findingsOf(rollout, today);
    const told = (weight: Problem['weight']) =>
      findings.flatMap((finding, i): readonly ReviewLine[] => {
        if (finding.weight !== weight) return [];
        const to = spotOf(finding, finding.id, finding);
        return [{ of: 'finding', id: `finding/${i}`, label: finding.step.title, finding, to }];
      });
    const lines = (id: string, of: 'followed' | 'draft'): readonly ReviewLine[] => {
      const place = placeOf(id, view);
      if (!place) return [];
      const common = { id: `${of}/${id}`, label: place.step.title, to: spotOf(place, id) };
      return [of === 'followed' ? { ...common, of, field: id } : { ...common, of, form: id }];
    };
    const waits = waitsOf(rollout, today).map((wait): ReviewLine => {
      const to = spotOf(wait, wait.task.id, { person: wait.person });
      return { of: 'wait', id: waitKey(wait), label: wait.step.title, wait, to };
    });
    return [
      ...told('stop'),
      ...Object.keys(drafts).flatMap((id) => lines(id, 'draft')),
      ...told('warn'),
      ...failedTests(view).map(failedLine),
      ...Object.keys(followed).flatMap((id) => lines(id, 'followed')),
      ...waits,
      ...groups(rollout, view),
    ];
  },
);

/** The id of the line of a wait. */
export function waitKey(wait: Wait): string {
  return `wait/${wait.task.id}/${wait.person?.id ?? ''}`;
}

type FailedTest = Place & { task: Task; person?: Person; day: LocalDate | undefined };

/** Tests that failed, each person's by itself. */
export const failedTests = remembered((view: View): readonly FailedTest[] =>
  shownPlaces(view).flatMap((place) =>
    taskLines(place.page, view).flatMap(({ task, person }) => {
      const state = view.task(task, person);
      return hasFailed(state) ? [{ ...place, task, day: state.at, ...(person ? { person } : {}) }] : [];
    }),
  ),
);

function failedLine(test: FailedTest): ReviewLine {
  const { step, task, person, day } = test;
  const id = `failed/${task.id}/${person?.id ?? ''}`;
  const to = spotOf(test, task.id, { person });
  return { of: 'failed', id, label: step.title, task, day, ...(person ? { person } : {}), to };
}

function groups(rollout: Rollout, view: View): readonly ReviewLine[] {
  const asked = new Set(shownPlaces(view).flatMap(({ page }) => askedFields(page, view)));
  const all = allFields.map((field) => ({
    id: field.id,
    status: statusOf(field, rollout, view),
    asked: asked.has(field),
  }));
  const group = (name: Group, kept: typeof all): readonly ReviewLine[] => {
    const ids = kept.map(({ id }) => id);
    return ids.length === 0 ? [] : [{ of: 'group', id: `group/${name}`, label: name, group: name, ids }];
  };
  return [
    ...group(
      'answers',
      all.filter((one) => one.asked && one.status.origin === 'yours'),
    ),
    ...group(
      'defaults',
      all.filter((one) => one.asked && one.status.origin === 'default'),
    ),
    ...group(
      'not asked',
      all.filter((one) => !one.asked && rollout.answers[one.id] !== undefined),
    ),
  ];
}
