import type { LocalDate, Moment, Rollout, View } from '../model/index.ts';
import { findingsOf, isMissing, placeOf, remembered, type StepState, stepStates, viewOf } from '../state/index.ts';
import { draftNotAccepted, stepStateWords } from '../words/index.ts';
import { failedTests } from './review.ts';

/** How a step stands: a sign where there is one, and in words. What is not answered yet is no sign. */
export type StepTold = { sign: 'bad' | 'look' | 'done' | 'wait' | undefined; said: string };

/** How each step stands, by its id. `drafts`: ids of forms in which something was typed and not accepted. */
export function stepsTold(
  rollout: Rollout,
  today: LocalDate,
  { drafts, followed }: { drafts: readonly string[]; followed: Readonly<Record<string, Moment>> },
): ReadonlyMap<string, StepTold> {
  const view = viewOf(rollout, today);
  const wrong = wrongSteps(rollout, today);
  const stepsOf = (ids: readonly string[]) => new Set(ids.map((id) => placeOf(id, view)?.step.id));
  const [drafted, changed, failed] = [stepsOf(drafts), stepsOf(Object.keys(followed)), failedSteps(view)];
  const told = (id: string, state: StepState): StepTold => {
    if (wrong.has(id)) return { sign: 'bad', said: stepStateWords[state] };
    if (drafted.has(id)) return { sign: 'look', said: draftNotAccepted };
    if (failed.has(id)) return { sign: 'look', said: `${stepStateWords[state]}, a test failed` };
    if (changed.has(id)) return { sign: 'look', said: `${stepStateWords[state]}, followed a change` };
    return { sign: signs[state], said: stepStateWords[state] };
  };
  return new Map([...stepStates(rollout, today)].map(([id, state]) => [id, told(id, state)]));
}

const signs: Readonly<Record<StepState, StepTold['sign']>> = {
  ...{ untouched: undefined, open: undefined, wrong: undefined },
  ...{ waiting: 'wait', done: 'done' },
};

/** Steps in which something stops that is there; what is missing is only left to do. */
const wrongSteps = remembered((rollout: Rollout, today: LocalDate): ReadonlySet<string> => {
  const view = viewOf(rollout, today);
  const wrong = findingsOf(rollout, today).filter((one) => one.weight === 'stop' && !isMissing(one, view));
  return new Set(wrong.map(({ step }) => step.id));
});

const failedSteps = remembered((view: View) => new Set(failedTests(view).map(({ step }) => step.id)));
