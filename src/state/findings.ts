import type {
  AnyField,
  LocalDate,
  Path,
  Person,
  Problem,
  Rollout,
  Step,
  Task,
  TaskState,
  View,
} from '../model/index.ts';
import { fieldById, steps } from '../steps/index.ts';
import { daysBetween } from '../words/index.ts';
import { remembered } from './remembered.ts';
import { isAsked, offeredChoices, type Place, shownPages, shownPlaces, taskLines, viewOf } from './views.ts';

/** A problem, with where it is met. */
export type Finding = Problem & Place & { id: string; person?: Person };

/** What stands in a line of a page. */
export type FieldStatus = {
  value: unknown;
  /** yours: answered. default: holds, Enter makes it an answer. none: neither. */
  origin: 'yours' | 'default' | 'none';
  required: boolean;
  problems: readonly Problem[];
};

/** How one field stands; its problems include a required answer that is missing. */
export function statusOf(field: AnyField, rollout: Pick<Rollout, 'answers'>, view: View): FieldStatus {
  const given = rollout.answers[field.id];
  const value = view.get(field);
  const required = field.required?.(view) ?? false;
  const origin = given !== undefined ? 'yours' : value !== undefined ? 'default' : 'none';
  return { value, origin, required, problems: fieldProblems(field, given ?? value, required, view) };
}

/** What is wrong with a value of a field, given or proposed, for these answers. */
export function fieldProblems(field: AnyField, value: unknown, required: boolean, view: View): readonly Problem[] {
  const { kind } = field;
  if (!isAsked(field, view)) return [];
  if (value === undefined) {
    const missing: Problem = {
      path: [],
      said: `${field.label}: not answered yet.`,
      expected: kind.expected,
      example: kind.example,
      weight: 'stop',
    };
    return required ? [missing] : [];
  }
  const read = kind.parse(value);
  if (!read.ok) return read.problems;
  const offered = offeredChoices(field, view);
  if (offered && !offered.some((choice) => choice.value === read.value)) {
    const expected = `one of ${offered.map((choice) => choice.label).join(', ')}`;
    return [
      {
        path: [],
        said: `${kind.show(value)} is not offered here.`,
        expected,
        example: offered[0]?.label ?? '',
        weight: 'stop',
      },
    ];
  }
  return field.check?.(read.value, view) ?? [];
}

/** Everything that is wrong or odd, in the order of the steps. An export is made only where nothing stops. */
export const findingsOf = remembered(
  (rollout: Pick<Rollout, 'answers' | 'tasks' | 'people'>, today: LocalDate): readonly Finding[] => {
    const view = viewOf(rollout, today);
    return shownPlaces(view).flatMap((place) => [
      ...(place.page.fields ?? []).flatMap((field) =>
        statusOf(field, rollout, view).problems.map((p) => ({ ...p, ...place, id: field.id })),
      ),
      ...(place.page.tasks ?? []).flatMap((task) => taskFindings(task, { rollout, view, place })),
      ...peopleFindings(place, view),
    ]);
  },
);

/** Is it about an answer that is not there, rather than one that does not do? */
export function isMissing({ id }: Pick<Finding, 'id'>, view: View): boolean {
  const field = fieldById(id);
  return field !== undefined && view.get(field) === undefined;
}

function taskFindings(
  task: Task,
  at: { rollout: Pick<Rollout, 'tasks'>; view: View; place: Place },
): readonly Finding[] {
  const { rollout, view, place } = at;
  const told = (state: TaskState | undefined, person?: Person): readonly Finding[] =>
    state === undefined || task.applies?.(view, person) === false
      ? []
      : taskProblems(task, state, view).map((p) => ({ ...p, ...place, id: task.id, ...(person ? { person } : {}) }));
  return [...told(rollout.tasks[task.id]), ...view.people.flatMap((person) => told(person.tasks[task.id], person))];
}

function peopleFindings(place: Place, view: View): readonly Finding[] {
  const { people } = place.page;
  return (people?.check?.(view.people, view) ?? []).map((p) => {
    const person = view.people[Number(p.path[0])];
    return { ...p, ...place, id: people?.id ?? '', ...(person ? { person } : {}) };
  });
}

/** What is wrong with a task's state: what every task demands, then what this one does. */
export function taskProblems(task: Task, state: TaskState, view: View): readonly Problem[] {
  const stop = (path: Path, said: string, expected: string, example: string): Problem[] => [
    { path, said, expected, example, weight: 'stop' },
  ];
  if (state.state === 'waived' && !state.reason) {
    return stop(['reason'], `${task.label}: not needed, but no reason is given.`, 'a reason', 'done last year');
  }
  if (state.state === 'waiting' && state.since === undefined) {
    return stop(['since'], `${task.label}: waiting, but not since when.`, 'a day up to today', view.today);
  }
  if (state.state === 'done' && task.test && !state.result) {
    return stop(['result'], `${task.label}: tried, but not how it went.`, 'worked or failed', 'worked');
  }
  for (const key of ['since', 'at'] as const) {
    const day = state[key];
    if (day !== undefined && daysBetween(view.today, day) > 0) {
      return stop([key], `${day} is still to come.`, 'a day up to today', view.today);
    }
  }
  return task.check?.(state, view) ?? [];
}

/** Something that was begun and is waited for; due: it is time to look again. */
export type Wait = Place & { task: Task; person?: Person; since: LocalDate; day: number; due: boolean };

/** What is waited for, in the order of the steps. */
export const waitsOf = remembered((rollout: Rollout, today: LocalDate): readonly Wait[] => {
  const view = viewOf(rollout, today);
  return shownPlaces(view).flatMap((place) =>
    (place.page.tasks ?? []).flatMap((task) => {
      const told = (state: TaskState | undefined, person?: Person): readonly Wait[] => {
        if (state?.state !== 'waiting' || state.since === undefined || task.applies?.(view, person) === false)
          return [];
        const day = daysBetween(state.since, today);
        const due = day >= (task.wait?.days ?? 1);
        return [{ ...place, task, since: state.since, day, due, ...(person ? { person } : {}) }];
      };
      return [...told(rollout.tasks[task.id]), ...view.people.flatMap((person) => told(person.tasks[task.id], person))];
    }),
  );
});

/** How a step stands. wrong: something stops. waiting: something is waited for. done: all answered, all tasks done. */
export type StepState = 'untouched' | 'open' | 'wrong' | 'waiting' | 'done';

export const stepStates = remembered((rollout: Rollout, today: LocalDate): ReadonlyMap<string, StepState> => {
  const view = viewOf(rollout, today);
  const findings = findingsOf(rollout, today).filter((finding) => finding.weight === 'stop');
  const waits = waitsOf(rollout, today);
  return new Map(
    steps.map((step): [string, StepState] => {
      const pages = shownPages(step, view);
      if (!isTouched(step, rollout)) return [step.id, 'untouched'];
      if (findings.some((finding) => finding.step === step)) return [step.id, 'wrong'];
      if (waits.some((wait) => wait.step === step)) return [step.id, 'waiting'];
      const done = pages
        .flatMap((page) => taskLines(page, view))
        .every(({ state }) => state === 'done' || state === 'waived');
      return [step.id, done ? 'done' : 'open'];
    }),
  );
});

/** Has anything been answered, ticked or listed here? */
function isTouched(step: Step, rollout: Rollout): boolean {
  const ids = new Set(
    step.pages.flatMap((page) => [...(page.fields ?? []), ...(page.tasks ?? [])].map((line) => line.id)),
  );
  return (
    Object.keys(rollout.answers).some((id) => ids.has(id)) ||
    Object.keys(rollout.tasks).some((id) => ids.has(id)) ||
    rollout.people.some((person) => Object.keys(person.tasks).some((id) => ids.has(id))) ||
    (rollout.people.length > 0 && step.pages.some((page) => page.people))
  );
}
