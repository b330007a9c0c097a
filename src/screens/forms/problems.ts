import type { Problem } from '../../model/index.ts';
import type { Draft, Focus, Row } from '../session/session.ts';
import { type Form, isEmptyRow, sameRows } from './form.ts';

/** Is a problem about what the keyboard is on? */
export function concerns(
  problem: Problem,
  form: Form,
  rows: readonly Row[],
  focus: Pick<Focus, 'row' | 'cell'>,
): boolean {
  const [first, second] = problem.path;
  if (form.grows) {
    if (first === undefined) return true;
    return first === focus.row && (second === undefined || second === focus.cell || !form.grows.table);
  }
  return form.cells(rows[0] ?? {}).length === 1 || first === undefined || first === focus.cell;
}

/** Is what stands in the draft the same as what is in force? */
export function isChanged(form: Form, draft: Draft | undefined): draft is Draft {
  return draft !== undefined && !sameRows(draft.rows, form.rows);
}

/**
 * What is told of a form: once accepting was tried, what is wrong with the draft; else what is odd with the draft or
 * wrong with what is in force. What is missing elsewhere in the record under the keyboard is not told yet, and an
 * answer that is missing is told by its tag.
 */
export function toldProblems(form: Form, draft: Draft | undefined, focus: Focus | undefined): readonly Problem[] {
  if (draft?.tried && form.acts) return form.accept(draft.rows).problems;
  if (!isChanged(form, draft)) return form.rows.every(isEmptyRow) ? [] : form.problems;
  const { problems, warnings = [] } = form.accept(draft.rows);
  if (!draft.tried) return warnings;
  const editing = (problem: Problem) => {
    if (!focus) return true;
    const here = form.grows ? problem.path[0] === focus.row : true;
    return !here || concerns(problem, form, draft.rows, focus);
  };
  return [...problems.filter(editing), ...warnings];
}
