import type { Choice, Column, Kind, Product } from '../model/index.ts';
import {
  type Condition,
  conditionText,
  type Default,
  defaultText,
  exampleOf,
  productsOffering,
  type Question,
  questionsOf,
  taskColumns,
} from '../state/index.ts';
import { jsonHead, jsonOutcome } from './json.ts';
import { exitCodes, type Outcome } from './outcome.ts';
import { questionLines } from './question-lines.ts';
import type { QuestionsOutput } from './schemas/questions.ts';

export type QuestionsOptions = { product?: Product; json: boolean };

/** `questions`: everything that an answers file can state, and when it counts; for a product, what can be asked with it. */
export function tellQuestions({ product, json }: QuestionsOptions): Outcome {
  const code = exitCodes.done;
  const asked = questionsData(questionsOf(product));
  if (!json) return { code, out: questionLines(asked, product) };
  return jsonOutcome(code, { ...jsonHead('questions'), ok: true, product: product ?? null, ...asked });
}

type Done = Extract<QuestionsOutput, { ok: true }>;
export type QuestionsData = Pick<Done, 'fields' | 'tasks' | 'taskState'>;

function questionsData(questions: readonly Question[]): QuestionsData {
  return {
    fields: questions.flatMap((one) => (one.of === 'field' ? [fieldData(one)] : [])),
    tasks: questions.flatMap((one) => (one.of === 'task' ? [taskData(one)] : [])),
    taskState: taskColumns.map(columnData),
  };
}

function fieldData(one: Extract<Question, { of: 'field' }>): Done['fields'][number] {
  const { field, required, asked } = one;
  const { id, label, question, help, kind } = field;
  const held = defaultData(one.default);
  return {
    ...{ id, step: one.step.id, page: one.page.id, label, question, help, required },
    asked: conditionData(asked),
    ...shapeOf(kind),
    ...(kind.form === 'list' || kind.form === 'records' ? { most: kind.max } : {}),
    ...(kind.form === 'records' ? { columns: kind.columns.map(columnData) } : {}),
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

function columnData(column: Column): Done['taskState'][number] {
  const { id, label, help, required, kind } = column;
  const { choices, ...shape } = shapeOf(kind);
  const offered = choices?.map((choice) => {
    const products = productsOffering(column, choice.value);
    return products ? { ...choice, products: [...products] } : choice;
  });
  return { id, label, help, required, ...shape, ...(offered ? { choices: offered } : {}) };
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
