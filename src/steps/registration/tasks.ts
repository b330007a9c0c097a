import {
  discoveryNeeds,
  nameInCertificate,
  registrationClosed,
  registrationDays,
  registrationDurations,
  registrationSiteClosed,
  requestSteps,
  suffixRule,
  unansweredStays,
} from '../../facts/index.ts';
import { problem } from '../../kinds/index.ts';
import type { LocalDate, Problem, Task, TaskState, View } from '../../model/index.ts';
import { daysBetween, showDay } from '../../words/index.ts';
import { byForm, way } from './fields.ts';

const exampleDay: LocalDate = '2014-11-03';

/** The historic request. It could be made up to the day on which the site closed, and needs its day to be reckoned with. */
export const submitted: Task = {
  id: 'registration.submitted',
  label: 'Request submitted',
  help: `Enter the day of the request, ${showDay(registrationClosed)} at the latest; without a request, not needed.`,
  why: [requestSteps, registrationSiteClosed, registrationDurations],
  per: 'rollout',
  wait: { days: registrationDays, begun: 'Registration requested', asks: 'Was it confirmed?' },
  applies: byForm,
  check: (state) => requestDayProblems(state),
};

function requestDayProblems(state: TaskState): readonly Problem[] {
  if (state.state !== 'done' && state.state !== 'waiting') return [];
  const expected = `a day up to ${registrationClosed}`;
  const late = (['since', 'at'] as const).flatMap((key) => {
    const day = state[key];
    if (day === undefined || daysBetween(registrationClosed, day) <= 0) return [];
    const said = `The registration site closed on ${showDay(registrationClosed)}: nothing was submitted on ${showDay(day)}.`;
    return [problem({ path: [key], said, expected, example: exampleDay })];
  });
  if (late.length > 0 || requestDay(state) !== undefined) return late;
  const key = state.state === 'done' ? 'at' : 'since';
  return [problem({ path: [key], said: 'The day of the request is not given.', expected, example: exampleDay })];
}

/** The day of the request, where there was one. */
export function requestDay(state: TaskState): LocalDate | undefined {
  return state.state === 'done' || state.state === 'waiting' ? (state.since ?? state.at) : undefined;
}

export const confirmed: Task = {
  id: 'registration.confirmed',
  label: 'Confirmed',
  help: 'Enter the day on which the request was confirmed; without an answer, not needed, since none will come.',
  why: [registrationDurations, unansweredStays],
  per: 'rollout',
  applies: byForm,
  check: (state, view) => confirmationProblems(state, view),
};

function confirmationProblems(state: TaskState, view: View): readonly Problem[] {
  const asked = requestDay(view.task(submitted));
  if (state.state !== 'done' || state.at === undefined || asked === undefined) return [];
  if (daysBetween(asked, state.at) >= 0) return [];
  const said = `${showDay(state.at)} is before the request, which was submitted on ${showDay(asked)}.`;
  return [problem({ path: ['at'], said, expected: `a day from ${asked} on`, example: asked })];
}

export const discoverable: Task = {
  id: 'registration.discoverable',
  label: 'Discoverable',
  help: 'From outside, follow the SRV record of each SIP domain to the Edge and read the names in its certificate.',
  why: [discoveryNeeds, suffixRule, nameInCertificate],
  per: 'rollout',
  applies: (view) => view.get(way) === 'discovery',
};
