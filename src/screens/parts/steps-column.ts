import type { LocalDate, Rollout, View } from '../../model/index.ts';
import { type Finding, findingsOf, placeOf, remembered, stepStates, viewOf } from '../../state/index.ts';
import { steps } from '../../steps/index.ts';
import { failedTests } from '../../wizard/index.ts';
import { type Line, line, span } from '../look/lines.ts';
import { rolloutOf } from '../session/places.ts';
import { marker, type Stage } from './stage.ts';

export const stepsWidth = 19;

type Sign = 'bad' | 'look' | 'done' | 'wait' | undefined;

/** How each step stands, in a sign: wrong, to look at, waiting, done. What is not answered yet is no sign. */
export function stepSigns({ session, m }: Pick<Stage, 'session' | 'm'>): ReadonlyMap<string, Sign> {
  const rollout = rolloutOf(session);
  const view = viewOf(rollout, m.today);
  const states = stepStates(rollout, m.today);
  const wrong = wrongSteps(rollout, m.today);
  const followed = new Set(Object.keys(session.followed).map((id) => placeOf(id, view)?.step.id));
  const failed = failedSteps(view);
  const sign = (id: string): Sign => {
    if (wrong.has(id)) return 'bad';
    if (Object.keys(session.drafts).some((form) => placeOf(form, view)?.step.id === id && session.drafts[form]?.tried))
      return 'bad';
    if (followed.has(id) || failed.has(id)) return 'look';
    const state = states.get(id);
    return state === 'done' ? 'done' : state === 'waiting' ? 'wait' : undefined;
  };
  return new Map(steps.map((step) => [step.id, sign(step.id)]));
}

/** Steps in which something that was answered stops. */
const wrongSteps = remembered((rollout: Rollout, today: LocalDate): ReadonlySet<string> => {
  const isWrong = (finding: Finding) => finding.weight === 'stop' && rollout.answers[finding.id] !== undefined;
  return new Set(
    findingsOf(rollout, today)
      .filter(isWrong)
      .map(({ step }) => step.id),
  );
});

const failedSteps = remembered((view: View) => new Set(failedTests(view).map(({ step }) => step.id)));

/** The steps at the left; `here` is the step that one is in. */
export function stepsColumn(stage: Stage, here: string): readonly Line[] {
  const { look } = stage;
  const signs = stepSigns(stage);
  const rows = steps.map((step): Line => {
    if (step.id !== here) return line(marker(look, signs.get(step.id)), step.title);
    const sign = signs.get(step.id);
    return line(marker(look, 'belongs'), span('focus', step.title), ...(sign ? [' ', ...marker(look, sign)] : []));
  });
  // As the list of steps has it below them.
  return [...rows, [], ...['Review', 'Plan', 'Export'].map((title) => line('  ', title))];
}
