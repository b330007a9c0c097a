import { date, text } from '../../kinds/index.ts';
import type { Happening, Person, Problem, Rollout, Task, TaskState, View } from '../../model/index.ts';
import { taskProblems } from '../../state/index.ts';
import { daysBetween, showDay } from '../../words/index.ts';
import type { Row } from '../session/session.ts';
import { type Accepted, type Cell, type Form, sameValue, textOf } from './form.ts';

type Around = { rollout: Rollout; view: View; person?: Person };

const words: Readonly<Record<TaskState['state'], string>> = {
  todo: 'todo',
  waiting: 'waiting',
  done: 'done',
  waived: 'not needed',
};
const states: readonly TaskState['state'][] = ['todo', 'waiting', 'done', 'waived'];
const reason = text({ expected: 'a reason, in a few words', example: 'the lab has no second site' });

/** A task of a page, or one of a person's, as a form. */
export function taskForm(task: Task, around: Around): Form {
  const { rollout, view, person } = around;
  const own = person ? person.tasks[task.id] : rollout.tasks[task.id];
  const state = view.task(task, person);
  return {
    id: task.id,
    label: task.label,
    help: task.help,
    why: task.why,
    rows: [rowOf(state)],
    origin: own ? 'yours' : state.state === 'todo' ? 'none' : 'default',
    required: false,
    shown: showState(state, view.today),
    problems: own ? taskProblems(task, own, view) : [],
    cells: (row) => cellsOf(task, row, view),
    accept: (rows) => accept(task, rows[0] ?? {}, around),
  };
}

/** `3 Nov 2014`, `since 21 Nov, day 2`, `not needed: done last year`. */
export function showState(state: TaskState, today: string): string {
  switch (state.state) {
    case 'todo':
      return '';
    case 'waiting':
      return state.since === undefined
        ? 'waiting'
        : `since ${showDay(state.since, today)}, day ${daysBetween(state.since, today)}`;
    case 'done': {
      const day = state.at === undefined ? 'done' : showDay(state.at, today);
      return state.result ? `${state.result}, ${day}` : day;
    }
    case 'waived': {
      const end = state.until === undefined ? '' : `, until ${showDay(state.until, today)}`;
      return `not needed: ${state.reason ?? 'no reason given'}${end}`;
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
  const line = (id: string, label: string, help: string, example: string, required: boolean): Cell => ({
    id,
    label,
    help,
    required,
    example,
    input: 'text',
  });
  const first: Cell = {
    id: 'state',
    label: task.label,
    help: task.help,
    required: false,
    input: 'pick',
    options: states.map((value) => ({ value, label: words[value] })),
    letters: { t: 'todo', w: 'waiting', d: 'done', n: 'waived' },
    across: true,
  };
  switch (stateOf(row)) {
    case 'todo':
      return [first];
    case 'waiting':
      return [first, line('since', 'Since', 'The day it began, as YYYY-MM-DD.', view.today, true)];
    case 'done':
      return [
        first,
        ...(task.test ? [resultCell] : []),
        line('at', 'Done on', 'The day it was done, as YYYY-MM-DD.', view.today, true),
      ];
    case 'waived':
      return [
        first,
        line('reason', 'Reason', 'Why it is not needed; the runbook shows it.', reason.example, true),
        line('until', 'Until', 'The day on which this ends, as YYYY-MM-DD; empty: no end.', view.today, false),
      ];
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

/** The row of a new state: what it needs is proposed, so that one key is enough. */
export function rowInState(state: unknown, was: Row, today: string): Row {
  const kept = (key: string, proposal?: string): Row => {
    const value = was[key] ?? proposal;
    return value === undefined ? {} : { [key]: value };
  };
  switch (state) {
    case 'waiting':
      return { state, ...kept('since', today) };
    case 'done':
      return { state, ...kept('at', today), ...kept('result'), ...kept('since') };
    case 'waived':
      return { state, ...kept('reason'), ...kept('until') };
    default:
      return { state: 'todo' };
  }
}

function accept(task: Task, row: Row, { rollout, view, person }: Around): Accepted {
  const read = readState(row);
  if (!('state' in read)) return { problems: read.problems };
  const problems = taskProblems(task, read.state, view).filter((problem) => problem.weight === 'stop');
  if (problems.length > 0) return { problems };
  const was = person ? person.tasks[task.id] : rollout.tasks[task.id];
  // A state of one's own that says todo stands against what is held for all, so it is kept; else todo is no state.
  const shared = person ? rollout.tasks[task.id] : undefined;
  const to = read.state.state === 'todo' && shared === undefined ? undefined : read.state;
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

/** The state that a row says, its days and texts read; keys that another state had are left out. */
function readState(row: Row): { state: TaskState } | { problems: readonly Problem[] } {
  const state: TaskState = { state: stateOf(row) };
  const problems: Problem[] = [];
  const read = (key: 'since' | 'at' | 'until' | 'reason') => {
    const typed = textOf(row, key).trim();
    if (typed === '') return;
    const result = (key === 'reason' ? reason : date).parse(typed);
    if (result.ok) state[key] = result.value;
    else problems.push(...result.problems.map((problem) => ({ ...problem, path: [key, ...problem.path] })));
  };
  const needs = (key: 'since' | 'at') => {
    read(key);
    if (textOf(row, key).trim() === '') {
      problems.push({
        path: [key],
        said: 'No day is given.',
        expected: date.expected,
        example: date.example,
        weight: 'stop',
      });
    }
  };
  switch (state.state) {
    case 'todo':
      break;
    case 'waiting':
      needs('since');
      break;
    case 'done': {
      needs('at');
      // When it began to wait stays known.
      read('since');
      const result = row.result;
      if (result === 'worked' || result === 'failed') state.result = result;
      break;
    }
    case 'waived':
      read('reason');
      read('until');
      break;
  }
  return problems.length > 0 ? { problems } : { state };
}
