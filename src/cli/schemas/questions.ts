import * as z from 'zod/mini';
import { outputOf, product, told } from './shapes.ts';

const value = told('As an answers file has it.', z.unknown());
const id = told('As an answers file has it.', z.string());
const help = z.string();

const part = z.union([
  z.strictObject({ id, is: told('One of these values; null: no answer.', z.array(value)) }),
  z.strictObject({ id, atLeast: told('So many are listed.', z.int()) }),
]);
const asked = told(
  'When it counts: all parts hold; without parts always.',
  z.strictObject({ said: told('In words; empty: always.', z.string()), all: z.array(part) }),
);

const choices = z.array(
  z.strictObject({
    value,
    label: z.string(),
    help: z.optional(z.string()),
    products: z.optional(told('With these products alone.', z.array(z.string()))),
  }),
);
const shape = {
  kind: told(
    'line: text. list: of lines. records: a list of objects, each with these columns.',
    z.enum(['line', 'choice', 'list', 'records']),
  ),
  expected: told('What would do, a phrase.', z.string()),
  example: value,
  choices: z.optional(choices),
};
const column = z.strictObject({
  id: told('The name within the object.', z.string()),
  label: z.string(),
  help,
  required: z.boolean(),
  requiredWhere: z.optional(
    told(
      'Needed besides where another of these has this value.',
      z.strictObject({ column: z.string(), is: z.string() }),
    ),
  ),
  ...shape,
});

const field = z.strictObject({
  id,
  step: z.string(),
  page: z.string(),
  label: z.string(),
  question: z.string(),
  help,
  required: told('An export needs it, wherever it is asked.', z.boolean()),
  asked,
  ...shape,
  most: z.optional(told('So many lines or records at most.', z.int())),
  columns: z.optional(z.array(column)),
  default: z.optional(
    told(
      'What holds while it is not answered: a value, one for each product, or what follows from other answers, with an example.',
      z.strictObject({
        said: told('In words.', z.string()),
        value: z.optional(value),
        byProduct: z.optional(z.record(z.string(), value)),
        from: z.optional(told('The ids of those answers.', z.array(id))),
        such: z.optional(value),
      }),
    ),
  ),
});

const task = z.strictObject({
  id,
  step: z.string(),
  page: z.string(),
  label: z.string(),
  help,
  places: told('Where its state stands in an answers file.', z.array(z.string())),
  test: told('Done needs a result.', z.boolean()),
  irreversible: told('It cannot be undone.', z.boolean()),
  remindsAfter: z.optional(told('Days of waiting after which it is time to look.', z.int())),
  asked,
});

export const questionsOutput = outputOf('questions', {
  product,
  fields: z.array(field),
  tasks: z.array(task),
  taskState: told('What the state of a task is made of.', z.array(column)),
});
export type QuestionsOutput = z.infer<typeof questionsOutput>;
