import { problem } from '../kinds/index.ts';
import type { LocalDate, Person, Problem, Result, Rollout, TaskState } from '../model/index.ts';
import { allFields, allTasks, deployment, fieldById, people, taskById } from '../steps/index.ts';
import { pathText } from '../words/index.ts';
import { positionOf, readPeople } from './answers-people.ts';
import { judge, type Located } from './judge.ts';
import { nearest } from './nearest.ts';
import { readTaskState, shortId } from './task-states.ts';
import { isSettled, viewOf } from './views.ts';

/** What an answers file states. People bear the ids that they have in a rollout. */
export type Answers = Pick<Rollout, 'answers' | 'tasks' | 'people'>;

export type AnswersRead =
  | ({ ok: true; missing: readonly Located[]; warnings: readonly Located[] } & Answers)
  | { ok: false; problems: readonly Located[]; missing: readonly Located[] };

/**
 * Reads an answers file. All that is wrong is told at once, each with its path in the file; an answer that is required and
 * left out is `missing`, which stops an export and no wizard. Where there is nothing to choose, what the file states
 * holds anyway, and is no answer, as in the wizard.
 */
export function readAnswers(raw: unknown, today: LocalDate): AnswersRead {
  const { problems, ...read } = readStated(raw);
  const judged = judge(read, today);
  const places = new Set(problems.map(({ id, path }) => pathText(id, path)));
  const told = ({ id, path }: Located) =>
    [...path.keys(), path.length].some((length) => places.has(pathText(id, path.slice(0, length))));
  const wrong = judged.wrong.map((p) => inFile(p, read.people));
  const wrongIds = new Set(problems.map(({ id }) => id));
  const missing = judged.missing.filter(({ id }) => !wrongIds.has(id));
  const all = [...problems, ...wrong.filter((p) => !told(p))];
  if (all.length > 0) return { ok: false, problems: all, missing: isObject(raw) ? missing : [] };
  const view = viewOf(read, today);
  const settled = new Set(allFields.filter((field) => isSettled(field, view)).map(({ id }) => id));
  const answers = Object.fromEntries(Object.entries(read.answers).filter(([id]) => !settled.has(id)));
  return { ok: true, ...read, answers, missing, warnings: judged.warnings };
}

/** A path among those people that could be read, as a path among all that the file lists. */
function inFile(located: Located, readable: readonly Person[]): Located {
  const [first, ...rest] = located.path;
  const person = located.id === people.id && typeof first === 'number' ? readable[first] : undefined;
  return person ? { ...located, path: [positionOf(person), ...rest] } : located;
}

/** What an answers file states, as it stands there: id -> value. */
export type Stated = Readonly<Record<string, unknown>>;

/** Everything that can be read of what is stated, each by itself, and what cannot. */
export function readStated(raw: unknown): Answers & { problems: readonly Located[] } {
  const answers: Record<string, unknown> = {};
  const tasks: Record<string, TaskState> = {};
  const { [schemaKey]: place = '', ...stated } = isObject(raw) ? raw : {};
  const problems: (readonly Located[])[] = typeof place === 'string' ? [] : [[{ ...noPlace, id: schemaKey }]];
  let found: readonly Person[] = [];
  for (const [id, value] of Object.entries(stated)) {
    if (id === people.id) {
      const read = readPeople(value);
      found = read.people;
      problems.push(read.problems.map((p) => ({ ...p, id })));
      continue;
    }
    const read = readOne(id, value);
    if (!read.ok) problems.push(read.problems.map((p) => ({ ...p, id })));
    else if (!('task' in read.value)) answers[id] = read.value.answer;
    else if (read.value.task.state !== 'todo') tasks[id] = read.value.task;
  }
  if (!isObject(raw)) problems.push([{ ...noObject, id: '' }]);
  const kept = found.map((person) => withoutIdle(person, tasks));
  return { answers, tasks, people: kept, problems: problems.flat() };
}

/** To do is where a task stands that nobody moved; under a person it says something only beside a state held for all. */
function withoutIdle(person: Person, tasks: Readonly<Record<string, TaskState>>): Person {
  const said = Object.entries(person.tasks).filter(([id, { state }]) => state !== 'todo' || tasks[id] !== undefined);
  return { ...person, tasks: Object.fromEntries(said) };
}

/** The answer or the task that stands under an id. */
function readOne(id: string, value: unknown): Result<{ answer: unknown } | { task: TaskState }> {
  const field = fieldById(id);
  if (field) {
    const read = field.kind.parse(value);
    return read.ok ? { ok: true, value: { answer: read.value } } : read;
  }
  if (taskById(id)?.per === 'person' || !taskById(id)) return { ok: false, problems: [refusedId(id)] };
  const read = readTaskState(value);
  return read.ok ? { ok: true, value: { task: read.value } } : read;
}

export function isObject(raw: unknown): raw is Stated {
  return raw !== null && typeof raw === 'object' && !Array.isArray(raw);
}

const noObject = problem({
  said: 'The file does not hold one object.',
  expected: 'an object of ids and answers',
  example: '{ "deployment.organisation": "Contoso" }',
});

/** Where a file says for an editor where its schema is; no answer. */
export const schemaKey = '$schema';

const noPlace = problem({
  said: 'This is not the place of a schema.',
  expected: 'the path or address of one',
  example: './answers.schema.json',
});

const known = [...allFields, ...allTasks.filter((task) => task.per !== 'person'), people].map(({ id }) => id);

function refusedId(id: string): Problem {
  const task = taskById(id);
  if (task) {
    const example = JSON.stringify({ tasks: { [shortId(task)]: { state: 'done' } } });
    const expected = `it under the tasks of a person in ${people.id}`;
    return problem({ said: `${task.label} is a task of each person.`, expected, example });
  }
  const near = nearest(id, known);
  const said = `No answer and no task has this id${near === undefined ? '' : `; ${near} is the nearest`}.`;
  return problem({ said, expected: 'a known id', example: near ?? deployment.organisation.id });
}
