import type { AnyField, LocalDate, Rollout, View } from '../model/index.ts';
import { steps } from '../steps/index.ts';
import { fieldProblems } from './findings.ts';
import { isAsked, shownPages, viewOf } from './views.ts';

/** What another answer becomes when one changes. */
export type Dependant = {
  field: AnyField;
  becomes: 'asked' | 'not asked' | 'another default' | 'wrong' | 'right';
  /** True where an answer of the person's own is concerned. */
  answered: boolean;
};

/** The other fields that a new value of one changes; `undefined` clears it. */
export function dependantsOf(
  rollout: Rollout,
  field: AnyField,
  value: unknown,
  today: LocalDate,
): readonly Dependant[] {
  const before = viewOf(rollout, today);
  const { [field.id]: _was, ...others } = rollout.answers;
  const answers = value === undefined ? others : { ...others, [field.id]: value };
  const after = viewOf({ ...rollout, answers }, today);
  return steps.flatMap((step) =>
    step.pages
      .flatMap((page) => page.fields ?? [])
      .filter((other) => other !== field)
      .flatMap((other) => {
        const becomes = difference(other, before, after, rollout.answers[other.id]);
        return becomes ? [{ field: other, becomes, answered: rollout.answers[other.id] !== undefined }] : [];
      }),
  );
}

function difference(field: AnyField, before: View, after: View, given: unknown): Dependant['becomes'] | undefined {
  const [was, is] = [isMet(field, before), isMet(field, after)];
  if (was !== is) return is ? 'asked' : 'not asked';
  if (!is) return undefined;
  if (given === undefined && !same(before.get(field), after.get(field))) return 'another default';
  const [wrongBefore, wrongAfter] = [before, after].map((view) =>
    fieldProblems(field, view.get(field), false, view).some((p) => p.weight === 'stop'),
  );
  if (wrongBefore === wrongAfter) return undefined;
  return wrongAfter ? 'wrong' : 'right';
}

/** Asked, and on a page that is shown. */
function isMet(field: AnyField, view: View): boolean {
  return (
    isAsked(field, view) && steps.some((step) => shownPages(step, view).some((page) => page.fields?.includes(field)))
  );
}

function same(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
