import type { Person, Task, View } from '../../model/index.ts';
import { personTasks } from '../../state/index.ts';
import { hasFailed, personProblems, showState } from '../../wizard/index.ts';

import { filled, flowed, indented, type Line, line, type Role, span } from '../look/lines.ts';
import { problemLines } from './problem-lines.ts';
import { marker, type Stage } from './stage.ts';

/** Tasks of this page that each person has. */
export function stateTasks({ scene }: Stage): readonly Task[] {
  return (scene.page?.tasks ?? []).filter((task) => task.per === 'person');
}

export function shortLabel({ label }: Task): string {
  return label.split(' ')[0] ?? label;
}

/** A sign below the name of each state. */
export function stateSigns(person: Person, stage: Stage, view: View): Line {
  const applying = new Set(personTasks(person, view));
  const signs = stateTasks(stage).map((task): Line => {
    const width = shortLabel(task).length + 1;
    if (!applying.has(task)) return filled([], width);
    const own = view.task(task, person);
    const { state } = own;
    if (hasFailed(own)) return filled(marker(stage.look, 'bad'), width);
    if (state === 'done') return filled(marker(stage.look, 'done'), width);
    if (state === 'waiting') return filled(marker(stage.look, 'wait'), width);
    return filled([{ text: state === 'waived' ? '-' : '' }], width);
  });
  const { sign } = standing(person, stage, view);
  return line(...signs, sign === 'bad' || sign === 'look' ? standingText(person, stage, view) : []);
}

/** Where it stands with a person, in a few words. */
export function standingText(person: Person, stage: Stage, view: View): Line {
  const { role, sign, text } = standing(person, stage, view);
  return line(...(sign === undefined ? [] : marker(stage.look, sign)), span(role, text));
}

type Standing = { role: Role; sign?: 'bad' | 'look' | 'done' | 'wait'; text: string };

/** Where it stands with a person, in a few words. */
function standing(person: Person, { scene }: Stage, view: View): Standing {
  const people = scene.page?.people;
  const [problem] = people ? personProblems(person, { people, view }) : [];
  if (problem)
    return problem.weight === 'stop'
      ? { role: 'bad', sign: 'bad', text: 'needs you' }
      : { role: 'warn', sign: 'look', text: 'look at this' };
  const tasks = personTasks(person, view).map((task) => ({ task, state: view.task(task, person) }));
  const left = tasks.filter(({ state }) => state.state === 'todo');
  const waiting = tasks.find(({ state }) => state.state === 'waiting');
  if (waiting)
    return { role: 'wait', sign: 'wait', text: `${waiting.task.label} ${showState(waiting.state, view.today)}` };
  const failed = tasks.find(({ state }) => hasFailed(state));
  if (failed) return { role: 'bad', sign: 'bad', text: `${shortLabel(failed.task)} failed` };
  if (left.length === 0) return { role: 'ok', sign: 'done', text: 'all done' };
  return {
    role: 'text',
    text: left.length === tasks.length ? 'nothing done yet' : `${left.length} of ${tasks.length} left`,
  };
}

/** The person under the keyboard: each task with how it stands, and what is odd. */
export function personDetail(person: Person, stage: Stage, view: View): readonly Line[] {
  const { look, scene, width } = stage;
  const tasks = personTasks(person, view).map((task): Line => {
    const own = view.task(task, person);
    const { glyphs } = look;
    if (hasFailed(own)) return [span('bad', `${glyphs.bad} ${task.label} failed`)];
    const signs = { todo: '', waiting: `${glyphs.wait} `, done: `${glyphs.done} `, waived: '- ' };
    return [span('muted', signs[own.state] + task.label)];
  });
  const people = scene.page?.people;
  const problems = people ? personProblems(person, { people, view }) : [];
  return [...indented(flowed(tasks, width - 4, 3), 4), ...indented(problemLines(problems, width - 2, look), 2)];
}
