import type {
  AnyField,
  Field,
  LocalDate,
  Page,
  Person,
  Product,
  Rollout,
  Step,
  Task,
  TaskState,
  View,
} from '../model/index.ts';
import { deployment, steps } from '../steps/index.ts';
import { newestOf } from './events.ts';
import { remembered } from './remembered.ts';

const todo: TaskState = { state: 'todo' };

/** The rollout as steps see it on a day: the same view each time, so that what is worked out from it can be remembered. */
export const viewOf = remembered(
  (rollout: Pick<Rollout, 'answers' | 'tasks' | 'people' | 'evidence'>, today: LocalDate): View => {
    const heldBy = <T>(field: Field<T>): T | undefined => {
      if (!isAsked(field, view)) return undefined;
      // Kinds normalise on the way in, so what stands under a field's id is of its type.
      const given = rollout.answers[field.id] as T | undefined;
      return given ?? field.fallback?.(view);
    };
    const get = remembered(heldBy);
    const evidence = newestOf(rollout.evidence ?? [], 'front-end');
    const view: View = {
      get,
      task: (task, person) => person?.tasks[task.id] ?? rollout.tasks[task.id] ?? todo,
      get product() {
        return view.get<Product>(deployment.product);
      },
      goal: 'deploy',
      people: rollout.people,
      ...(evidence ? { evidence } : {}),
      today,
    };
    return view;
  },
);

export function isAsked(field: AnyField, view: View): boolean {
  return field.asked?.(view) ?? true;
}

/** Pages of a step that are shown for these answers, in order. */
export function shownPages(step: Step, view: View): readonly Page[] {
  return step.pages.filter((page) => page.shown?.(view) ?? true);
}

/** Choices that a field offers for these answers; undefined where it is no choice. */
export function offeredChoices(field: AnyField, view: View) {
  if (field.kind.form !== 'choice') return undefined;
  return field.offered?.(view) ?? field.kind.choices;
}

/** Nothing to choose: one choice, and it holds already. Read from files, asked of nobody. */
export function isSettled(field: AnyField, view: View): boolean {
  const offered = offeredChoices(field, view);
  return offered?.length === 1 && field.fallback?.(view) === offered[0]?.value;
}

/** The fields of a page that are asked for these answers, in order. */
export function askedFields(page: Page, view: View): readonly AnyField[] {
  return (page.fields ?? []).filter((field) => isAsked(field, view) && !isSettled(field, view));
}

/** The tasks of a page that stand once for the rollout, or once for all people. */
export function sharedTasks(page: Page, view: View): readonly Task[] {
  return (page.tasks ?? []).filter((task) => task.per !== 'person' && (task.applies?.(view) ?? true));
}

/** Tasks of one person: in the order of the steps. */
export function personTasks(person: Person, view: View): readonly Task[] {
  return tasksOfAnybody(view).filter((task) => task.applies?.(view, person) ?? true);
}

const tasksOfAnybody = remembered((view: View): readonly Task[] =>
  shownPlaces(view)
    .flatMap(({ page }) => page.tasks ?? [])
    .filter((task) => task.per !== 'rollout'),
);

/**
 * Each task of a page as it stands: that of the rollout, and that of each person whom it concerns. One that can be held
 * once for all counts for each person, or once where nobody is listed.
 */
export function taskLines(
  page: Page,
  view: View,
): readonly { task: Task; person?: Person; state: TaskState['state'] }[] {
  return (page.tasks ?? []).flatMap((task) => {
    const whose =
      task.per === 'rollout' || (task.per === 'either' && view.people.length === 0) ? [undefined] : view.people;
    return whose
      .filter((person) => task.applies?.(view, person) ?? true)
      .map((person) => ({ task, state: view.task(task, person).state, ...(person ? { person } : {}) }));
  });
}

/** How a task stands with each person whom it concerns, where it is not the rollout's alone. */
export function statesByPerson(task: Task, view: View): readonly TaskState['state'][] {
  if (task.per === 'rollout') return [];
  return view.people
    .filter((person) => task.applies?.(view, person) ?? true)
    .map((person) => view.task(task, person).state);
}

/** Answers that must be there before this page can be told or asked. */
export function missingFor(page: Page, view: View): readonly AnyField[] {
  return (page.needs ?? []).filter((field) => view.get(field) === undefined);
}

/** Where a field or task is met: its step and page. */
export type Place = { step: Step; page: Page };

/** Every page that is shown for these answers, in order. */
export const shownPlaces = remembered((view: View): readonly Place[] =>
  steps.flatMap((step) => shownPages(step, view).map((page) => ({ step, page }))),
);

/** Where a field or task is met, people included; one whose page is not shown is met nowhere. */
export function placeOf(id: string, view: View): Place | undefined {
  return shownPlaces(view).find(({ page: { fields = [], tasks = [], people } }) =>
    [...fields, ...tasks, ...(people ? [people] : [])].some((line) => line.id === id),
  );
}
