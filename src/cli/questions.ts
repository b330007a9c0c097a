import type { Choice, Column, Kind, Product, Surroundings } from '../model/index.ts';
import {
  answersText,
  type Condition,
  conditionText,
  type Default,
  defaultText,
  exampleOf,
  leastAnswers,
  productsOffering,
  type Question,
  questionsOf,
  taskColumns,
} from '../state/index.ts';
import { localDay } from '../words/index.ts';
import { jsonHead, jsonOutcome } from './json.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import { questionLines } from './question-lines.ts';
import type { QuestionsOutput } from './schemas/questions.ts';

export type QuestionsOptions = { product?: Product; json: boolean };

/** `questions`: everything that an answers file can state, and when it counts; for a product, what can be asked with it. */
export function tellQuestions({ product, json }: QuestionsOptions, { now, offset }: Surroundings): Outcome {
  const code = exitCodes.done;
  const asked = questionsData(questionsOf(product), product);
  if (!json) {
    const least = leastAnswers(product ?? 'lync-2013', localDay(now(), offset));
    return { code, out: questionLines(asked, { product, least: answersText(least) }) };
  }
  return jsonOutcome(code, { ...jsonHead('questions'), ok: true, product: product ?? null, ...asked });
}

type Done = Extract<QuestionsOutput, { ok: true }>;
export type QuestionsData = Pick<Done, 'fields' | 'tasks' | 'taskState'>;

function questionsData(questions: readonly Question[], product: Product | undefined): QuestionsData {
  return {
    fields: questions.flatMap((one) => (one.of === 'field' ? [fieldData(one, product)] : [])),
    tasks: questions.flatMap((one) => (one.of === 'task' ? [taskData(one)] : [])),
    taskState: taskColumns.map((column) => columnData(column, product)),
  };
}

function fieldData(one: Extract<Question, { of: 'field' }>, product: Product | undefined): Done['fields'][number] {
  const { field, required, asked } = one;
  const { id, label, question, help, kind } = field;
  const held = defaultData(one.default);
  return {
    ...{ id, step: one.step.id, page: one.page.id, label, question, help, required },
    asked: conditionData(asked),
    ...shapeOf(kind),
    ...(kind.form === 'list' || kind.form === 'records' ? { most: kind.max } : {}),
    ...(kind.form === 'records' ? { columns: kind.columns.map((column) => columnData(column, product)) } : {}),
    ...(held ? { default: held } : {}),
  };
}

function shapeOf(kind: Kind<unknown>): Pick<Done['fields'][number], 'kind' | 'expected' | 'example' | 'choices'> {
  const choices = kind.form === 'choice' ? { choices: kind.choices.map(choiceData) } : {};
  return { kind: kind.form, expected: kind.expected, example: exampleOf(kind), ...choices };
}

function choiceData({ value, label, help }: Choice<unknown>) {
  return { value, label, ...(help === undefined ? {} : { help }) };
}

/** A column, with the choices that there are for a product. */
function columnData(column: Column, product: Product | undefined): Done['taskState'][number] {
  const { id, label, help, required, requiredWhere, kind } = column;
  const { choices, ...shape } = shapeOf(kind);
  const offered = choices?.flatMap((choice) => {
    const products = productsOffering(column, choice.value);
    if (!products) return [choice];
    if (product === undefined) return [{ ...choice, products: [...products] }];
    return products.includes(product) ? [choice] : [];
  });
  return {
    id,
    label,
    help,
    required,
    ...(requiredWhere ? { requiredWhere } : {}),
    ...shape,
    ...(offered ? { choices: offered } : {}),
  };
}

function conditionData(condition: Condition): Done['fields'][number]['asked'] {
  const all = condition.map((part) =>
    'atLeast' in part ? part : { id: part.id, is: part.is.map((one) => one ?? null) },
  );
  return { said: conditionText(condition), all };
}

function defaultData(held: Default): Done['fields'][number]['default'] {
  const said = defaultText(held);
  if (said === undefined || held.of === 'none') return undefined;
  switch (held.of) {
    case 'value':
      return { said, value: held.value };
    case 'product':
      return { said, byProduct: Object.fromEntries(held.values) };
    case 'answers':
      return { said, from: [...held.ids], such: held.such };
  }
}

function taskData({ task, places, asked, step, page }: Extract<Question, { of: 'task' }>): Done['tasks'][number] {
  const { id, label, help, test = false, irreversible = false, wait } = task;
  return {
    ...{ id, step: step.id, page: page.id, label, help, places: [...places], test, irreversible },
    ...(wait ? { remindsAfter: wait.days } : {}),
    asked: conditionData(asked),
  };
}
