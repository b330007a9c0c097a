import type { Problem } from '../../model/index.ts';
import { isEmptyRow, type Row, sameRows } from '../../wizard/index.ts';
import type { Draft, Focus } from '../session/session.ts';
import type { Form } from './form.ts';

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

/** Where the keyboard is on a cell that is empty and must not be: what stops there. */
export function missingAt(form: Form, rows: readonly Row[], focus: Pick<Focus, 'row' | 'cell'>): readonly Problem[] {
  const row = rows[focus.row] ?? {};
  const cell = form.cells(row).find((one) => one.id === focus.cell);
  if (!cell?.required || !isEmptyRow({ value: row[cell.id] })) return [];
  // Below a row that is there, an empty one is the way on.
  if (form.grows && form.rows.length > 0) return [];
  return [...form.accept(rows).problems, ...form.problems].filter(
    (problem) => problem.weight === 'stop' && concerns(problem, form, rows, focus),
  );
}

/**
 * What is told of a form: once accepting was tried, what is wrong with the draft; else what is odd with the draft or
 * wrong with what is in force. What is missing elsewhere in the record under the keyboard is not told yet, and an
 * answer that is missing is told by its tag until accepting nothing was tried.
 */
export function toldProblems(form: Form, draft: Draft | undefined, focus: Focus | undefined): readonly Problem[] {
  if (draft?.failed) return [draft.failed];
  if (draft?.tried && form.acts) return form.accept(draft.rows).problems;
  const about = (problem: Problem) => !focus || !draft || concerns(problem, form, draft.rows, focus);
  const missing = draft?.tried && focus ? missingAt(form, draft.rows, focus) : [];
  if (!isChanged(form, draft)) {
    if (missing.length > 0) return missing;
    if (form.spread && focus) return form.problems.filter((one) => concerns(one, form, form.rows, focus));
    return form.rows.every(isEmptyRow) ? [] : form.problems;
  }
  const { problems, warnings = [] } = form.accept(draft.rows);
  if (!draft.tried) return warnings;
  const isElsewhere = (problem: Problem) => form.grows !== undefined && problem.path[0] !== focus?.row;
  return [...problems.filter((problem) => isElsewhere(problem) || about(problem)), ...warnings];
}
