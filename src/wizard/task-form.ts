import { factsFor } from '../facts/index.ts';
import type { Happening, Person, Result, Rollout, Task, TaskState, View } from '../model/index.ts';
import { readTaskState, statesByPerson, taskProblems } from '../state/index.ts';
import { byPersonSaid, daysBetween, showDay, taskStateWords } from '../words/index.ts';
import { type Accepted, type Cell, type Form, isEmptyRow, type Row, sameValue } from './form.ts';

type Around = { rollout: Rollout; view: View; person?: Person };

const states: readonly TaskState['state'][] = ['todo', 'waiting', 'done', 'waived'];

/** A task of a page, or one of a person's, as a form. */
export function taskForm(task: Task, around: Around): Form {
  const { rollout, view, person } = around;
  const own = person ? person.tasks[task.id] : rollout.tasks[task.id];
  const state = view.task(task, person);
  return {
    id: task.id,
    label: task.label,
    help: task.help,
    why: factsFor(view.product, task.why),
    rows: [rowOf(state)],
    origin: own ? 'yours' : state.state === 'todo' ? 'none' : 'default',
    required: false,
    shown: shownState(task, around),
    problems: own ? taskProblems(task, own, view) : [],
    cells: (row) => cellsOf(task, row, view),
    accept: (rows) => accept(task, rows[0] ?? {}, around),
  };
}

/** A task that nobody ticked for all is told as it stands with each person. */
function shownState(task: Task, { view, person }: Around): string {
  return showState(view.task(task, person), view.today) || (person ? '' : byPersonSaid(statesByPerson(task, view)));
}

/** Has somebody to do it yet? What each person has for oneself is open while one of them has it to do. */
export function isToDo(task: Task, { view, person }: Pick<Around, 'view' | 'person'>): boolean {
  if (view.task(task, person).state !== 'todo') return false;
  const each = person ? [] : statesByPerson(task, view);
  return each.length === 0 || each.includes('todo');
}

/** Was a test done, and did it fail? */
export function hasFailed(state: Pick<TaskState, 'state' | 'result'> | Row | undefined): boolean {
  return state?.state === 'done' && state.result === 'failed';
}

/** `3 Nov 2014`, `since 21 Nov, day 2`, `not needed: done last year`. */
export function showState(state: TaskState, today: string): string {
  switch (state.state) {
    case 'todo':
      return '';
    case 'waiting':
      return state.since === undefined
        ? taskStateWords.waiting
        : `since ${showDay(state.since, today)}, day ${daysBetween(state.since, today)}`;
    case 'done': {
      const told = [state.result, state.at === undefined ? undefined : showDay(state.at, today)];
      return told.filter((part) => part !== undefined).join(', ') || taskStateWords.done;
    }
    case 'waived': {
      const end = state.until === undefined ? '' : `, until ${showDay(state.until, today)}`;
      return `${taskStateWords.waived}: ${state.reason ?? 'no reason given'}${end}`;
    }
  }
}

function rowOf(state: TaskState): Row {
  return { ...state };
}

function stateOf(row: Row): TaskState['state'] {
  return states.find((state) => state === row.state) ?? 'todo';
}

function cellsOf(task: Task, row: Row, view: View): readonly Cell[] {
  const line = (id: string, label: string, help: string, example: string, required = false): Cell => {
    return { id, label, help, required, example, input: 'text' };
  };
  const first: Cell = {
    id: 'state',
    label: task.label,
    help: task.help,
    required: false,
    input: 'pick',
    options: states.map((value) => ({ value, label: taskStateWords[value] })),
    letters: { t: 'todo', w: 'waiting', d: 'done', n: 'waived' },
    across: true,
  };
  const by = line('by', 'By', 'Who did it or decided it; empty: nobody is named.', 'Maria Anders');
  switch (stateOf(row)) {
    case 'todo':
      return [first];
    case 'waiting':
      return [first, line('since', 'Since', 'The day it began, as YYYY-MM-DD.', view.today)];
    case 'done': {
      const at = line('at', 'Done on', 'The day it was done, as YYYY-MM-DD.', view.today);
      return [first, ...(task.test ? [resultCell] : []), at, by];
    }
    case 'waived': {
      const reason = line('reason', 'Reason', 'Why it is not needed; the runbook shows it.', 'done last year', true);
      const until = line('until', 'Until', 'The day on which this ends, as YYYY-MM-DD; empty: no end.', view.today);
      return [first, reason, until, by];
    }
  }
}

const resultCell: Cell = {
  id: 'result',
  label: 'How it went',
  help: 'What the try showed.',
  required: true,
  input: 'pick',
  options: [
    { value: 'worked', label: 'worked' },
    { value: 'failed', label: 'failed' },
  ],
  letters: { w: 'worked', f: 'failed' },
  across: true,
};

/** What belongs to each state; what another state had is left out. When it began to wait stays known. */
const parts: Readonly<Record<TaskState['state'], readonly (keyof TaskState)[]>> = {
  todo: [],
  waiting: ['since'],
  done: ['since', 'at', 'by', 'result'],
  waived: ['reason', 'until', 'by'],
};

/** The row of a new state: the day that it needs is proposed, so that one key is enough. */
export function rowInState(state: unknown, was: Row, today: string): Row {
  const next = stateOf({ state });
  const kept = Object.fromEntries(parts[next].flatMap((key) => (was[key] === undefined ? [] : [[key, was[key]]])));
  const day = next === 'waiting' ? { since: today } : next === 'done' ? { at: today } : {};
  return { state: next, ...day, ...kept };
}

function accept(task: Task, row: Row, { rollout, view, person }: Around): Accepted {
  const read = readRow(row);
  if (!read.ok) return { problems: read.problems };
  const problems = taskProblems(task, read.value, view).filter((problem) => problem.weight === 'stop');
  if (problems.length > 0) return { problems };
  const was = person ? person.tasks[task.id] : rollout.tasks[task.id];
  // A state of one's own that says todo stands against what is held for all, so it is kept; else todo is no state.
  const shared = person ? rollout.tasks[task.id] : undefined;
  const to = read.value.state === 'todo' && shared === undefined ? undefined : read.value;
  if (sameValue(to, was)) return { problems: [] };
  const happening: Happening = {
    type: 'task-moved',
    task: task.id,
    ...(person ? { person: person.id } : {}),
    ...(to ? { to } : {}),
    ...(was ? { was } : {}),
  };
  return { happening, problems: [] };
}

/** The state that a row says, its days and texts read. */
function readRow(row: Row): Result<TaskState> {
  const state = stateOf(row);
  const told = parts[state].flatMap((key) => (isEmptyRow({ value: row[key] }) ? [] : [[key, row[key]]]));
  return readTaskState({ state, ...Object.fromEntries(told) });
}
