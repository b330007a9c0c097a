import { type Cell, isEmptyRow, type Row, sameRows, sameValue, textOf, withCell } from '../../wizard/index.ts';
import type { Item } from '../session/scene.ts';
import type { Focus, Session } from '../session/session.ts';
import { type Form, rowsOf } from './form.ts';

/** The cell below the records, where another one begins. */
export const another = '+';

/** Rows of a form as they stand, with what is being typed. */
export function currentRows(form: Form, session: Session): readonly Row[] {
  return rowsOf(form, session.drafts[form.id]);
}

/** Everything inside an item that the keyboard can be on, from above to below. */
export function spotsIn(item: Item, session: Session): readonly Focus[] {
  if (item.of !== 'form') return [{ item: item.id, row: 0, cell: '' }];
  const { form } = item;
  const rows = currentRows(form, session);
  const at = (row: number, cell: string, option?: number): Focus => ({
    item: item.id,
    row,
    cell,
    ...(option === undefined ? {} : { option }),
  });
  if (!form.grows) {
    const row = rows[0] ?? {};
    return form.cells(row).flatMap((cell) => {
      if (cell.input === 'text' || cell.across || cell.options.length === 0) return [at(0, cell.id)];
      return cell.options.map((_, option) => at(0, cell.id, option));
    });
  }
  // Without a record the first one is begun, so that nobody has to know how.
  if (form.grows.table && rows.length === 0) return form.cells({}).map((cell) => at(0, cell.id));
  const inRows = rows.flatMap((row, i) => form.cells(row).map((cell) => at(i, cell.id)));
  if (form.grows.table) return rows.length < form.grows.max ? [...inRows, at(rows.length, another)] : inRows;
  const empty = rows.length > 0 && isEmptyRow(rows.at(-1) ?? {});
  return empty || rows.length >= form.grows.max ? inRows : [...inRows, at(rows.length, 'value')];
}

export function sameSpot(a: Focus, b: Focus): boolean {
  return a.item === b.item && a.row === b.row && a.cell === b.cell && a.option === b.option;
}

/** Where the keyboard lands in an item: from above, from below, or by a key that goes from field to field. */
export function landingIn(item: Item, session: Session, from: 'above' | 'below' | 'field'): Focus {
  const spots = spotsIn(item, session);
  const first = spots[0] ?? { item: item.id, row: 0, cell: '' };
  const last = spots.at(-1) ?? first;
  if (item.of !== 'form') return first;
  const { form } = item;
  const settled = form.grows && form.origin === 'yours' && form.problems.length === 0 && !session.drafts[form.id];
  const end = from === 'below' ? form.grows || form.cells(form.rows[0] ?? {}).length > 1 : from === 'field' && settled;
  return onChoice(item, end ? last : first, session);
}

/** Where options stand in lines, the keyboard enters at the one that is chosen. */
export function onChoice(item: Item, spot: Focus, session: Session): Focus {
  const cell = cellAt(item, spot, session);
  if (item.of !== 'form' || spot.option === undefined || cell?.input !== 'pick') return spot;
  const row = currentRows(item.form, session)[spot.row] ?? {};
  const at = cell.options.findIndex((option) => sameValue(option.value, row[cell.id]));
  return at < 0 ? spot : { ...spot, option: at };
}

/** The cell that the keyboard is on; undefined on a button, and on the line where another record begins. */
export function cellAt(item: Item | undefined, focus: Focus, session: Session): Cell | undefined {
  if (item?.of !== 'form') return undefined;
  const row = currentRows(item.form, session)[focus.row] ?? {};
  return item.form.cells(row).find((cell) => cell.id === focus.cell);
}

/**
 * The rows once the cell of the keyboard is put back; undefined where nothing was changed there. Rows that others were
 * put between go back as a whole, and a row of which the cell settles what else is asked does, too.
 */
export function rowsPutBack(item: Item, focus: Focus, session: Session): readonly Row[] | undefined {
  if (item.of !== 'form' || !session.drafts[item.form.id]) return undefined;
  const { form } = item;
  const rows = currentRows(form, session);
  if (sameRows(rows, form.rows)) return undefined;
  if (!form.rows.every((row, i) => i === focus.row || sameRows([row], [rows[i] ?? {}]))) return form.rows;
  const row = rows[focus.row] ?? {};
  const was = form.rows[focus.row] ?? {};
  if (sameValue(row[focus.cell] ?? '', was[focus.cell] ?? '')) return undefined;
  const back = withCell(rows, focus.row, focus.cell, was[focus.cell]);
  const ids = (one: Row) => form.cells(one).map(({ id }) => id);
  if (sameValue(ids(row), ids(was))) return back;
  return back.map((one, i) => (i === focus.row ? was : one));
}

/** What is typed where the keyboard is; undefined where no text is edited. */
export function textAt(item: Item | undefined, focus: Focus, session: Session): string | undefined {
  const cell = cellAt(item, focus, session);
  if (item?.of !== 'form' || cell?.input !== 'text') return undefined;
  return textOf(currentRows(item.form, session)[focus.row], cell.id);
}

/** The spot that is really there: what was remembered may be gone by now. */
export function settled(focus: Focus | undefined, items: readonly Item[], session: Session): Focus | undefined {
  const item = focus && items.find((one) => one.id === focus.item);
  if (!focus || !item) return undefined;
  const spots = spotsIn(item, session);
  return (
    spots.find((spot) => sameSpot(spot, focus)) ??
    spots.find((spot) => spot.row === focus.row && spot.cell === focus.cell) ??
    (focus.cell === '' ? landingIn(item, session, 'field') : undefined) ??
    spots.findLast((spot) => spot.row <= focus.row) ??
    spots[0]
  );
}
