import type { Field, Person, PersonAnswer, Task, View } from '../model/index.ts';
import { personTasks } from '../state/index.ts';
import { personProblems } from './person-form.ts';
import { hasFailed, showState } from './task-form.ts';

/** Where it stands with a person, in a few words; no sign: nothing is the matter and something is left. */
export type Standing = { sign?: 'bad' | 'look' | 'done' | 'wait'; text: string };

/** The first thing that is the matter: what is wrong, what is waited for, what failed, what is left. */
export function standingOf(person: Person, people: Field<readonly PersonAnswer[]> | undefined, view: View): Standing {
  const [problem] = people ? personProblems(person, { people, view }) : [];
  if (problem)
    return problem.weight === 'stop' ? { sign: 'bad', text: 'needs you' } : { sign: 'look', text: 'look at this' };
  const tasks = personTasks(person, view).map((task) => ({ task, state: view.task(task, person) }));
  const left = tasks.filter(({ state }) => state.state === 'todo');
  const waiting = tasks.find(({ state }) => state.state === 'waiting');
  if (waiting) return { sign: 'wait', text: `${waiting.task.label} ${showState(waiting.state, view.today)}` };
  const failed = tasks.find(({ state }) => hasFailed(state));
  if (failed) return { sign: 'bad', text: `${shortLabel(failed.task)} failed` };
  if (left.length === 0) return { sign: 'done', text: 'all done' };
  return { text: left.length === tasks.length ? 'nothing done yet' : `${left.length} of ${tasks.length} left` };
}

/** The first word of a task's label. */
export function shortLabel({ label }: Task): string {
  return label.split(' ')[0] ?? label;
}
