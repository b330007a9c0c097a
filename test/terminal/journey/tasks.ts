import type { Task, TaskState } from '../../../src/model/index.ts';
import { taskProblems, viewOf } from '../../../src/state/index.ts';
import { readTaskState } from '../../../src/state/task-states.ts';
import { taskStateWords } from '../../../src/words/index.ts';
import { type At, begins, type Deed, type Entry, isRecord, type Stated, withPerson } from './entry.ts';

/** The letters that pick states. */
const letters = { todo: 't', waiting: 'w', done: 'd', waived: 'n' } as const;

/** What a state asks for below it, in order. */
const cells = {
  todo: [],
  waiting: [['since', 'Since']],
  done: [
    ['result', 'How it went'],
    ['at', 'Done on'],
    ['by', 'By'],
  ],
  waived: [
    ['reason', 'Reason'],
    ['until', 'Until'],
    ['by', 'By'],
  ],
} as const satisfies Readonly<Record<TaskState['state'], readonly (readonly [keyof TaskState, string])[]>>;

/**
 * What is picked and typed so that a task stands as an example states; nothing stated: it is passed. `person` is the id of
 * whom the task belongs to; undefined: the rollout.
 */
export function taskEntries(task: Task, raw: unknown, at: At, person: string | undefined): readonly Entry[] {
  const wanted = stateOf(raw);
  const first: Pick<Entry, 'at' | 'name'> = { at: onTask(task), name: task.label };
  if (wanted.state === 'todo') return [{ ...first, deed: { do: 'pass' }, after: at.stated }];
  let { stated } = at;
  // What a new state needs is proposed: the day is today.
  let now: TaskState = { state: wanted.state, ...proposed(wanted.state, at.today) };
  const accept = () => {
    stated = accepted(task, now, { ...at, stated }, person);
    return stated;
  };
  const letter: Deed = { do: 'letter', letter: letters[wanted.state], label: taskStateWords[wanted.state] };
  const below = cells[wanted.state].filter(([id]) => id !== 'result' || task.test);
  return [
    { ...first, deed: letter, after: accept() },
    ...below.map(([id, label]): Entry => {
      const text = wanted[id];
      const deed = text === now[id] ? ({ do: 'pass' } as const) : deedOf(id, text, now[id] !== undefined);
      if (text !== undefined) now = { ...now, [id]: text };
      return { at: begins(label), name: `${task.label}, ${label}`, deed, after: accept() };
    }),
  ];
}

/** A focus on the line of a task, which has a box before its label. */
export function onTask({ label }: Task): Entry['at'] {
  return (focus) => /^\[.\] /.test(focus) && begins(label)(focus.slice(4));
}

function stateOf(raw: unknown): TaskState {
  if (!isRecord(raw)) return { state: 'todo' };
  const read = readTaskState(raw);
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value;
}

function proposed(state: TaskState['state'], today: string): Partial<TaskState> {
  return state === 'waiting' ? { since: today } : state === 'done' ? { at: today } : {};
}

function deedOf(id: keyof TaskState, text: string | undefined, over: boolean): Deed {
  if (text === undefined) return { do: 'pass' };
  return id === 'result' ? { do: 'letter', letter: text.slice(0, 1), label: text } : { do: 'type', text, over };
}

/** What is in force after Enter: the state where it does, what was in force before where it does not. */
function accepted(task: Task, state: TaskState, at: At, person: string | undefined): Stated {
  const { stated, today } = at;
  if (taskProblems(task, state, viewOf(stated, today)).some(({ weight }) => weight === 'stop')) return stated;
  if (person === undefined) return { ...stated, tasks: { ...stated.tasks, [task.id]: state } };
  const whose = stated.people.find(({ id }) => id === person);
  if (!whose) throw new Error(`Nobody is ${person}.`);
  return withPerson(at, { ...whose, tasks: { ...whose.tasks, [task.id]: state } });
}
