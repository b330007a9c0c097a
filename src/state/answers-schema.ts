import type { Column, JsonSchema, Kind, Task } from '../model/index.ts';
import { people } from '../steps/index.ts';
import { listed } from '../words/index.ts';
import { schemaKey } from './answers.ts';
import { conditionText } from './conditions.ts';
import { defaultText } from './defaults.ts';
import { exampleOf, productsOffering, type Question, questionsOf } from './questions.ts';
import { shortId, taskSchema } from './task-states.ts';

/** The schema of answers files, as a document of its own. */
export type AnswersSchema = JsonSchema & {
  $schema: string;
  $id: string;
  title: string;
  description: string;
  $defs: Readonly<Record<string, JsonSchema>>;
};

/**
 * The JSON Schema of answers files, made from the steps. It takes whatever the program takes, and refuses what one answer by
 * itself shows to be wrong; what depends on other answers, on the day or on what a name means is for the program. An answer
 * that is missing is no fault of a file, so none is required.
 */
export function answersSchema(): AnswersSchema {
  const questions = questionsOf();
  const stated = questions.flatMap((one) => propertyOf(one, questions));
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:skypefed:answers:1',
    title: 'Answers for skypefed',
    description: 'What was answered and done in one rollout. An answer that is left out takes its default.',
    type: 'object',
    properties: {
      [schemaKey]: { type: 'string', title: 'This schema', description: 'Its place, for an editor.' },
      ...Object.fromEntries(stated),
    },
    additionalProperties: false,
    $defs: { task: taskSchema({}), test: taskSchema({ test: true }) },
  };
}

function propertyOf(question: Question, all: readonly Question[]): readonly [string, JsonSchema][] {
  if (question.of === 'task')
    return question.task.per === 'person' ? [] : [[question.task.id, taskOf(question.task, question)]];
  const { field, asked } = question;
  const schema = field === people ? peopleSchema(all) : schemaOf(field.kind);
  const described = [
    ...[field.question, field.help],
    ...(question.required ? ['An export needs it.'] : []),
    ...(asked.length > 0 ? [`Asked where ${conditionText(asked)}.`] : []),
    ...(defaultText(question.default) === undefined ? [] : [`Default: ${defaultText(question.default)}.`]),
  ];
  const known = question.default.of === 'value' ? { default: question.default.value } : {};
  const examples = field.kind.form === 'choice' ? {} : { examples: [exampleOf(field.kind)] };
  return [[field.id, { title: field.label, description: described.join(' '), ...schema, ...known, ...examples }]];
}

function taskOf(task: Task, { asked }: Pick<Question, 'asked'>): JsonSchema {
  const counts = asked.length > 0 ? ` It counts where ${conditionText(asked)}.` : '';
  return { title: task.label, description: `${task.help}${counts}`, $ref: `#/$defs/${task.test ? 'test' : 'task'}` };
}

function schemaOf(kind: Kind<unknown>): JsonSchema {
  const schema = kind.schema();
  if (kind.form !== 'records') return schema;
  const { properties = {}, ...items } = schema.items ?? {};
  const told = kind.columns.map((column) => [column.id, withOffers(properties[column.id] ?? {}, column)] as const);
  return { ...schema, items: { ...items, properties: Object.fromEntries(told) } };
}

/** A choice that is not offered with every product says so. */
function withOffers(schema: JsonSchema, column: Column): JsonSchema {
  if (!column.offered || !schema.oneOf) return schema;
  const choices = schema.oneOf.map((choice) => {
    const products = productsOffering(column, choice.const);
    if (!products) return choice;
    return { ...choice, description: `${choice.description ?? ''} Offered for ${listed(products)}.`.trim() };
  });
  return { ...schema, oneOf: choices };
}

/** People, who may be none, each with tasks of their own. */
function peopleSchema(all: readonly Question[]): JsonSchema {
  const whole = schemaOf(people.kind);
  const tasks = all.flatMap((one): [string, JsonSchema][] =>
    one.of === 'task' && one.task.per !== 'rollout' ? [[shortId(one.task), taskOf(one.task, one)]] : [],
  );
  const described = {
    title: 'Tasks',
    description: 'Where each task of this person stands, by the name after the dot of its id.',
  };
  const states: JsonSchema = {
    ...described,
    type: 'object',
    properties: Object.fromEntries(tasks),
    additionalProperties: false,
  };
  return {
    ...whole,
    minItems: 0,
    items: { ...whole.items, properties: { ...whole.items?.properties, tasks: states } },
  };
}
