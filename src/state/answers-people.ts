import { problem, under } from '../kinds/index.ts';
import type { Person, PersonAnswer, Problem, TaskState } from '../model/index.ts';
import { people } from '../steps/index.ts';
import { nearest } from './nearest.ts';
import { readTaskState, tasksOfPeople } from './task-states.ts';

/**
 * The people of an answers file, with the ids they get in a rollout; nobody, where the list is empty. Of a list in which
 * some are wrong, the others are read.
 */
export function readPeople(raw: unknown): { people: readonly Person[]; problems: readonly Problem[] } {
  if (Array.isArray(raw) && raw.length === 0) return { people: [], problems: [] };
  const whole = people.kind.parse(raw);
  const rows = whole.ok ? whole.value.entries() : readableRows(raw);
  const problems: Problem[] = whole.ok ? [] : [...whole.problems];
  const found: Person[] = [];
  for (const [i, { tasks: given = {}, ...answer }] of rows) {
    const read = readPersonTasks(given);
    problems.push(...under([i, 'tasks'], read.problems));
    found.push({ id: `p${i + 1}`, ...answer, tasks: read.tasks });
  }
  return { people: found, problems };
}

/** Where in the file a person stands whom `readPeople` read. */
export function positionOf(person: Person): number {
  return Number(person.id.slice(1)) - 1;
}

const mostPeople = people.kind.form === 'records' ? people.kind.max : 0;

function readableRows(raw: unknown): readonly [number, PersonAnswer][] {
  if (!Array.isArray(raw) || raw.length > mostPeople) return [];
  return raw.flatMap((one, i): [number, PersonAnswer][] => {
    const read = people.kind.parse([one]);
    return read.ok ? read.value.map((row) => [i, row]) : [];
  });
}

function readPersonTasks(raw: unknown): { tasks: Person['tasks']; problems: readonly Problem[] } {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) return { tasks: {}, problems: [noTasks] };
  const tasks: Record<string, TaskState> = {};
  const problems: Problem[] = [];
  if (Object.keys(raw).length > mostTasks) return { tasks, problems: [noTasks] };
  for (const [short, value] of Object.entries(raw)) {
    const task = tasksOfPeople.get(short);
    const read = readTaskState(value);
    if (!task) problems.push(unknownTask(short));
    else if (read.ok) tasks[task.id] = read.value;
    else problems.push(...under([short], read.problems));
  }
  return { tasks, problems };
}

/** What has more is something else, and naming each would help nobody. */
const mostTasks = 100;

const noTasks = problem({
  said: 'The tasks of a person do not stand in an object of a few.',
  expected: 'an object of task and state',
  example: '{ "invited": { "state": "done" } }',
});

function unknownTask(short: string): Problem {
  const known = [...tasksOfPeople.keys()];
  const near = nearest(short, known);
  const said = `No task of a person has this name${near === undefined ? '' : `; ${near} is the nearest`}.`;
  return problem({ path: [short], said, expected: 'a known name', example: near ?? known[0] ?? '' });
}
