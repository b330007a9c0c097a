import type { Happening, Moment, Person, Rollout, TaskState } from '../model/index.ts';
import { people as peopleField, taskById } from '../steps/index.ts';
import { readStated, type Stated } from './answers.ts';
import { nextPersonId } from './events.ts';

/**
 * The rollout with other answers, tasks and people, as if somebody had given all that at one moment: its log says so. People
 * are taken as a whole. What is stated has been read before and nothing is wrong with it.
 */
export function restate(rollout: Rollout, stated: Stated, { at, by }: { at: Moment; by: string }): Rollout {
  const read = readStated(stated);
  const ids = Object.keys(stated);
  const answered = Object.entries(read.answers).filter(([id, value]) => !same(rollout.answers[id], value));
  const moved = ids
    .filter((id) => taskById(id) !== undefined && !same(rollout.tasks[id], read.tasks[id]))
    .map((id) => [id, read.tasks[id]] as const);
  const people = ids.includes(peopleField.id) ? renewed(rollout, read.people) : undefined;
  const happenings: readonly Happening[] = [
    ...answered.map(([field, value]) => ({ type: 'answered', field, value, ...was(rollout.answers[field]) }) as const),
    ...moved.map(
      ([task, to]) => ({ type: 'task-moved', task, ...(to ? { to } : {}), ...was(rollout.tasks[task]) }) as const,
    ),
    ...(people
      ? rollout.people.map((was) => ({ type: 'person-changed', person: was.id, position: 0, was }) as const)
      : []),
    ...(people ?? []).map((to, position) => ({ type: 'person-changed', person: to.id, position, to }) as const),
  ];
  if (happenings.length === 0) return rollout;
  return {
    ...rollout,
    answers: { ...rollout.answers, ...Object.fromEntries(answered) },
    tasks: withMoved(rollout.tasks, moved),
    people: people ?? rollout.people,
    events: [...rollout.events, ...happenings.map((happening) => ({ at, by, ...happening }))],
  };
}

function withMoved(
  tasks: Rollout['tasks'],
  moved: readonly (readonly [string, TaskState | undefined])[],
): Rollout['tasks'] {
  const gone = new Set(moved.map(([id]) => id));
  const kept = Object.entries(tasks).filter(([id]) => !gone.has(id));
  return Object.fromEntries([...kept, ...moved.flatMap(([id, to]) => (to ? [[id, to] as const] : []))]);
}

/** People with ids that nobody of the rollout ever had; undefined where they are those that it has. */
function renewed(rollout: Rollout, people: readonly Person[]): readonly Person[] | undefined {
  const bare = (all: readonly Person[]) => all.map(({ id: _, ...person }) => person);
  if (same(bare(rollout.people), bare(people))) return undefined;
  const first = Number(nextPersonId(rollout).slice(1));
  return people.map((person, i) => ({ ...person, id: `p${first + i}` }));
}

function was<T>(value: T | undefined): { was?: T } {
  return value === undefined ? {} : { was: value };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
