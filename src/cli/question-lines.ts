import { productNames } from '../facts/index.ts';
import type { Product } from '../model/index.ts';
import { steps } from '../steps/index.ts';
import { linesOfWords, listed } from '../words/index.ts';
import type { QuestionsData } from './questions.ts';

type Field = QuestionsData['fields'][number];
type Task = QuestionsData['tasks'][number];
type Column = QuestionsData['taskState'][number];

const width = 80;

/** What can be asked, for a person who writes an answers file; `least`: one that states what an export needs. */
export function questionLines(
  { fields, tasks, taskState }: QuestionsData,
  { product, least }: { product: Product | undefined; least: string },
): readonly string[] {
  const of = product === undefined ? 'all products; --product leaves out what others are asked' : productNames[product];
  return [
    ...linesOfWords(`What an answers file can state, for ${of}. ${howToWrite}`, width),
    ...['', 'The least that an export needs, where all else takes its default:', ''],
    ...least.split('\n').filter((line) => line !== ''),
    ...steps.flatMap((step, i) => [
      ...['', `${i + 1}. ${step.title}`],
      ...fields.filter((one) => one.step === step.id).flatMap(fieldLines),
      ...tasks.filter((one) => one.step === step.id).flatMap(taskLines),
    ]),
    ...['', 'The state of a task'],
    ...told('An object such as { "state": "done", "at": "2014-11-03" }. A task that is left out is to do.'),
    ...taskState.flatMap(columnLines),
  ];
}

const howToWrite =
  'It is one JSON object of ids and values; comments and trailing commas are fine, and what is left out takes its default. ' +
  'skypefed schema answers prints its JSON Schema, for an editor.';

function fieldLines(field: Field): readonly string[] {
  const { id, question, help, required, asked, columns = [] } = field;
  const when = asked.said === '' ? [] : [`Asked where ${asked.said}.`];
  const held = field.default ? [`Default: ${field.default.said}.`] : [];
  const last = [
    ...(required ? [field.default ? 'An export needs it, or its default.' : 'An export needs it.'] : []),
    ...when,
    ...held,
  ];
  return [
    ...['', id],
    ...told(`${question} ${help}`),
    ...valueLines(field, 4),
    ...columns.flatMap(columnLines),
    ...(last.length > 0 ? told(last.join(' ')) : []),
  ];
}

/** What would do: the choices, or a phrase. */
function valueLines(
  { choices, expected, example, most }: Pick<Field, 'choices' | 'expected' | 'example' | 'most'>,
  indent: number,
): readonly string[] {
  if (choices) return choiceLines(choices, indent);
  const such = spaced(JSON.stringify(example));
  const bare = typeof example === 'string' && expected.includes(example);
  const phrase = `${expected}${most === undefined ? '' : `, at most ${most}`}${bare ? '' : `, such as ${such}`}.`;
  return told(phrase.charAt(0).toUpperCase() + phrase.slice(1), indent);
}

function choiceLines(choices: NonNullable<Field['choices']>, indent: number): readonly string[] {
  const values = choices.map(({ value }) => JSON.stringify(value));
  const wide = Math.max(...values.map(({ length }) => length)) + 2;
  return choices.flatMap(({ label, help, products }, i) => {
    const value = values[i] ?? '';
    const name = value.replaceAll('"', '') === label ? [] : [`${label}.`];
    const alone = products ? [`With ${listed(products)} alone.`] : [];
    const [first = '', ...rest] = linesOfWords(
      [...name, ...(help ? [help] : []), ...alone].join(' '),
      width - indent - wide - 2,
    );
    return [value.padEnd(wide) + first, ...rest.map((line) => ' '.repeat(wide) + line)].map((line) =>
      `${' '.repeat(indent + 2)}${line}`.trimEnd(),
    );
  });
}

function columnLines(column: Column): readonly string[] {
  const { id, help, required, requiredWhere: where } = column;
  const needed = required ? ' (needed)' : where ? ` (needed where ${where.column} is ${where.is})` : '';
  return [`      ${id}${needed}`, ...told(help, 10), ...valueLines(column, 10)];
}

function taskLines({ label, help, places, asked, test, remindsAfter }: Task): readonly string[] {
  const more = [
    ...(test ? ['A test: done needs a result.'] : []),
    ...(remindsAfter === undefined ? [] : [`Waiting is usual; a reminder comes after ${remindsAfter} days.`]),
    ...(asked.said === '' ? [] : [`It counts where ${asked.said}.`]),
  ];
  return [
    '',
    ...linesOfWords(`${listed(places, 'or')}: a task`, width),
    ...told([`${label}.`, help, ...more].join(' ')),
  ];
}

function told(text: string, indent = 4): readonly string[] {
  return linesOfWords(text, width - indent).map((line) => ' '.repeat(indent) + line.replaceAll(held, ' '));
}

/** A blank at which no line is broken. */
const held = '\u00a0';

/** JSON that can be broken between its parts, and not within a text. */
function spaced(json: string): string {
  return json.replace(/("(?:[^"\\]|\\.)*")|[,:]/g, (part, text) => (text ? text.replaceAll(' ', held) : `${part} `));
}
