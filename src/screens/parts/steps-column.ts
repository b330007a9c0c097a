import { steps } from '../../steps/index.ts';
import { isEmptyRow, type StepTold, stepsTold } from '../../wizard/index.ts';
import { type Line, line, span } from '../look/lines.ts';
import { rolloutOf } from '../session/places.ts';
import { marker, type Stage } from './stage.ts';

export const stepsWidth = 19;

/** How each step stands, with what is typed in this window. */
export function stepsToldOf({ session, m }: Pick<Stage, 'session' | 'm'>): ReadonlyMap<string, StepTold> {
  const { followed } = session;
  const drafts = Object.entries(session.drafts).flatMap(([id, { tried, rows }]) => {
    return tried && !rows.every(isEmptyRow) ? [id] : [];
  });
  return stepsTold(rolloutOf(session), m.today, { drafts, followed });
}

/** The steps at the left; `here` is the step that one is in. */
export function stepsColumn(stage: Stage, here: string): readonly Line[] {
  const { look } = stage;
  const told = stepsToldOf(stage);
  const rows = steps.map((step): Line => {
    const sign = told.get(step.id)?.sign;
    if (step.id !== here) return line(marker(look, sign), step.title);
    return line(marker(look, 'belongs'), span('focus', step.title), ...(sign ? [' ', ...marker(look, sign)] : []));
  });
  // As the list of steps has it below them.
  return [...rows, [], ...['Review', 'Plan', 'Export'].map((title) => line('  ', title))];
}
