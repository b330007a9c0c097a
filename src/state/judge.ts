import type { LocalDate, Person, Problem, Rollout } from '../model/index.ts';
import { allTasks, fieldById, people, taskById } from '../steps/index.ts';
import { type Finding, findingsOf, isMissing } from './findings.ts';
import { shortId } from './task-states.ts';
import { isAsked, personTasks, placeOf, viewOf } from './views.ts';

/** A problem, with the id under which an answers file states what it is about. */
export type Located = Problem & { id: string };

/** What stands in the way of an export, and what is only worth a look. */
export type Judged = {
  wrong: readonly Located[];
  /** Required and not answered. */
  missing: readonly Located[];
  warnings: readonly Located[];
};

/** Judges what is answered as a whole: each field and task by its own rules, for these answers, on this day. */
export function judge(rollout: Pick<Rollout, 'answers' | 'tasks' | 'people'>, today: LocalDate): Judged {
  const view = viewOf(rollout, today);
  const findings = findingsOf(rollout, today);
  const stops = findings.filter(({ weight }) => weight === 'stop');
  const missing = (finding: Finding) => isMissing(finding, view);
  const positions = new Map(rollout.people.map((person, i) => [person, i]));
  const locatedIn = (finding: Finding) => locate(finding, positions);
  return {
    wrong: stops.filter((finding) => !missing(finding)).map(locatedIn),
    missing: stops.filter(missing).map(locatedIn),
    warnings: [...findings.filter(({ weight }) => weight === 'warn').map(locatedIn), ...notAsked(rollout, today)],
  };
}

function locate(finding: Finding, positions: ReadonlyMap<Person, number>): Located {
  const { path, said, expected, example, weight, id, person } = finding;
  const told = { said, expected, example, weight };
  if (!person || !taskById(id)) return { ...told, id, path };
  return { ...told, id: people.id, path: [positions.get(person) ?? 0, 'tasks', shortId({ id }), ...path] };
}

/** What is answered and not asked for these answers: kept, and of no effect. */
function notAsked(rollout: Pick<Rollout, 'answers' | 'tasks' | 'people'>, today: LocalDate): readonly Located[] {
  const view = viewOf(rollout, today);
  const told = (id: string, path: Located['path'] = []): Located => ({
    ...{ id, path, weight: 'warn' },
    said: 'This is kept and has no effect: it is not asked for these answers.',
    expected: 'no answer here',
    example: '',
  });
  const fields = Object.keys(rollout.answers).filter((id) => {
    const field = fieldById(id);
    return field === undefined || !isAsked(field, view) || !placeOf(id, view);
  });
  const tasks = Object.keys(rollout.tasks).filter((id) => {
    const task = taskById(id);
    return task === undefined || !placeOf(id, view) || !(task.applies?.(view) ?? true);
  });
  const ofPeople = rollout.people.flatMap((person, i) => {
    if (Object.keys(person.tasks).length === 0) return [];
    const own = new Set(personTasks(person, view));
    return allTasks
      .filter((task) => person.tasks[task.id] !== undefined && !own.has(task))
      .map((task) => told(people.id, [i, 'tasks', shortId(task)]));
  });
  return [...[...fields, ...tasks].map((id) => told(id)), ...ofPeople];
}
