import { products } from '../facts/index.ts';
import type { AnyField, Column, Kind, LocalDate, Page, Product, Rollout, Step, Task } from '../model/index.ts';
import { allFields, deployment, people, steps } from '../steps/index.ts';
import type { Answers } from './answers.ts';
import { type Condition, conditionWith, isRequired, whenApplies, whenAsked } from './conditions.ts';
import { type Default, defaultFor, defaultOf } from './defaults.ts';
import { probe } from './probe.ts';
import { shortId } from './task-states.ts';
import { isAsked, viewOf } from './views.ts';

/** Something that an answers file can state; `asked`: when it counts. */
export type Question = { step: Step; page: Page; asked: Condition } & (
  | { of: 'field'; field: AnyField; required: boolean; default: Default }
  /** `places`: where its state stands in an answers file. */
  | { of: 'task'; task: Task; places: readonly string[] }
);

/** Everything that an answers file can state, in the order of the steps; for a product, what can be asked with it. */
export function questionsOf(product?: Product): readonly Question[] {
  const settled = new Map<string, unknown>(product === undefined ? [] : [[deployment.product.id, product]]);
  const places = steps.flatMap((step) => step.pages.map((page) => ({ step, page })));
  return places.flatMap(questionsOn).flatMap((question): readonly Question[] => {
    const asked = conditionWith(question.asked, settled);
    // What is not asked has no value, whatever else is answered.
    if (!asked && question.of === 'field') settled.set(question.field.id, undefined);
    if (!asked) return [];
    return [
      question.of === 'task'
        ? { ...question, asked }
        : { ...question, asked, default: defaultFor(question.default, product) },
    ];
  });
}

function questionsOn(place: { step: Step; page: Page }): readonly Question[] {
  const { fields = [], tasks = [], people: listed } = place.page;
  return [
    ...[...fields, ...(listed ? [listed] : [])].map((field): Question => {
      const asked = whenAsked(field, place.page);
      return { ...place, of: 'field', field, asked, required: isRequired(field), default: defaultOf(field) };
    }),
    ...tasks.map(
      (task): Question => ({
        ...place,
        of: 'task',
        task,
        asked: whenApplies(task, place.page),
        places: placesOf(task),
      }),
    ),
  ];
}

function placesOf(task: Task): readonly string[] {
  const own = `${people.id}[].tasks.${shortId(task)}`;
  return task.per === 'rollout' ? [task.id] : task.per === 'person' ? [own] : [task.id, own];
}

/** The products with which a choice of a column is offered; undefined: with each. */
export function productsOffering({ offered }: Column, value: unknown): readonly Product[] | undefined {
  if (!offered) return undefined;
  const { outcomes } = probe((view) => offered(view).some((choice) => choice.value === value));
  const found = products.filter((product) =>
    outcomes.some(({ given, says }) => says && given.get(deployment.product.id) === product),
  );
  return found.length === products.length ? undefined : found;
}

/** An example of a value, as an answers file has it. */
export function exampleOf(kind: Kind<unknown>): unknown {
  return kind.parse(kind.example).ok ? kind.example : JSON.parse(kind.example);
}

/** An example of the least that an export needs: what is required, where all else takes its default. */
export function leastAnswers(product: Product, today: LocalDate): Answers {
  const nobody = { tasks: {}, people: [] };
  const grown = (answers: Rollout['answers']): Rollout['answers'] => {
    const view = viewOf({ answers, ...nobody }, today);
    const missing = allFields.find(
      (field) => field.required?.(view) && isAsked(field, view) && view.get(field) === undefined,
    );
    return missing ? grown({ ...answers, [missing.id]: exampleOf(missing.kind) }) : answers;
  };
  return { answers: grown({ [deployment.product.id]: product }), ...nobody };
}
