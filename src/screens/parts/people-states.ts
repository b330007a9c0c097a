import type { Person, Task, View } from '../../model/index.ts';
import { personTasks } from '../../state/index.ts';
import { hasFailed, personProblems, type Standing, shortLabel, standingOf } from '../../wizard/index.ts';
import { filled, flowed, indented, type Line, line, type Role, span } from '../look/lines.ts';
import { problemLines } from './problem-lines.ts';
import { marker, type Stage } from './stage.ts';

/** Tasks of this page that each person has. */
export function stateTasks({ scene }: Stage): readonly Task[] {
  return (scene.page?.tasks ?? []).filter((task) => task.per === 'person');
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
  const { sign, text } = standing(person, stage, view);
  return sign === undefined ? line(text) : line(...marker(stage.look, sign), span(roles[sign], text));
}

const roles: Readonly<Record<NonNullable<Standing['sign']>, Role>> = {
  bad: 'bad',
  look: 'warn',
  done: 'ok',
  wait: 'wait',
};

function standing(person: Person, { scene }: Stage, view: View): Standing {
  return standingOf(person, scene.page?.people, view);
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
