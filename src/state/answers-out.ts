import type { Event, Happening, Page, Person, PersonAnswer, Rollout } from '../model/index.ts';
import { steps } from '../steps/index.ts';
import type { Answers } from './answers.ts';
import { newRollout } from './events.ts';
import { shortId } from './task-states.ts';

/** The answers file that leads to this rollout again, but for its log and the ids of people; in the order of the steps. */
export function writeAnswers(rollout: Answers): Readonly<Record<string, unknown>> {
  const pages = steps.flatMap((step) => step.pages);
  return Object.fromEntries(pages.flatMap((page) => writePage(page, rollout)));
}

function writePage(page: Page, { answers, tasks, people }: Answers): readonly [string, unknown][] {
  const given: [string, unknown][] = [
    ...(page.fields ?? []).map(({ id }): [string, unknown] => [id, answers[id]]),
    ...(page.tasks ?? []).map(({ id }): [string, unknown] => [id, tasks[id]]),
    ...(page.people && people.length > 0
      ? [[page.people.id, people.map(writePerson)] satisfies [string, unknown]]
      : []),
  ];
  return given.filter(([, value]) => value !== undefined);
}

function writePerson({ id: _, tasks, ...answer }: Person): PersonAnswer {
  const states = Object.entries(tasks).map(([id, state]) => [shortId({ id }), state]);
  return { ...answer, ...(states.length > 0 ? { tasks: Object.fromEntries(states) } : {}) };
}

/** A rollout in which all of it was answered at one moment; its log has a line for each answer, task and person. */
export function rolloutFromAnswers(read: Answers, options: { id: string; at: string; by: string }): Rollout {
  const { at, by } = options;
  const { answers, tasks, people } = read;
  const happenings: readonly Happening[] = [
    ...Object.entries(answers).map(([field, value]) => ({ type: 'answered', field, value }) as const),
    ...Object.entries(tasks).map(([task, to]) => ({ type: 'task-moved', task, to }) as const),
    ...people.map((to, position) => ({ type: 'person-changed', person: to.id, position, to }) as const),
  ];
  const begun = newRollout(options);
  // One event after the other would copy everybody for each person: too long for ten thousand.
  const events = [...begun.events, ...happenings.map((happening): Event => ({ at, by, ...happening }))];
  return { ...begun, answers, tasks, people, events };
}
