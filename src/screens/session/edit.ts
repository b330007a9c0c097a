import { type PickCell, type Row, rowInState, sameRows, sameValue, textOf, withCell } from '../../wizard/index.ts';
import { cutAtUnseen } from '../../words/index.ts';
import { another, cellAt, currentRows, landingIn, textAt } from '../forms/spots.ts';
import { type Edit, edited, graphemes, pastedLine, pastedLines } from '../text/buffer.ts';
import { type FormItem, newRow, passed, withDraft, withoutDraft } from './accept.ts';
import { focused } from './go.ts';
import { found, hereItem } from './move.ts';
import { sceneOf } from './scenes.ts';
import type { Focus, Moments, Session } from './session.ts';

/**
 * Puts rows into the draft of a form; rows that say what is in force anyway are none. What nobody sees in them is told at
 * once, and until it is gone.
 */
function drafted(session: Session, { form }: FormItem, rows: readonly Row[]): Session {
  return sameRows(rows, form.rows)
    ? withoutDraft(session, form.id)
    : withDraft(session, form.id, rows, hasUnseen(rows));
}

function hasUnseen(rows: readonly Row[]): boolean {
  return rows.some((row) =>
    Object.values(row).some((value) => typeof value === 'string' && cutAtUnseen(value).length > 1),
  );
}

/** One edit of the text under the keyboard; the session as it was where no text is edited. */
export function textEdited(session: Session, edit: Edit, m: Moments): Session {
  const { item, focus } = hereItem(session, m);
  const text = textAt(item, focus, session);
  if (item?.of !== 'form' || text === undefined) return session;
  const buffer = edited({ text, at: session.cursor }, edit);
  const moved = { ...session, cursor: buffer.at };
  if (buffer.text === text) return moved;
  return drafted(moved, item, withCell(currentRows(item.form, session), focus.row, focus.cell, buffer.text));
}

/** Typed text: into the line; in a choice it picks; in a list it finds; at the telling it goes to the first question. */
export function typed(session: Session, text: string, m: Moments): Session {
  const { item, focus } = hereItem(session, m);
  if (textAt(item, focus, session) !== undefined) return textEdited(session, { do: 'insert', text }, m);
  if (item?.of === 'form' && focus.cell === another) return typed(newRow(session, item, m), text, m);
  const cell = cellAt(item, focus, session);
  if (item?.of === 'form' && cell?.input === 'pick') {
    return graphemes(text).reduce((now, letter) => letterPicked(now, letter, m), session);
  }
  const scene = sceneOf(session, m);
  const first = scene.items.find((one) => one.of === 'form');
  if (item?.of === 'telling' && !scene.finds) {
    return first ? typed(focused(session, landingIn(first, session, 'field'), m), text, m) : session;
  }
  return scene.finds ? graphemes(text).reduce((now, letter) => found(now, letter, m), session) : session;
}

/** Pasted text: into the line as it is, in a list an item a line, never a key. */
export function pasted(session: Session, text: string, m: Moments): Session {
  const { item, focus } = hereItem(session, m);
  if (item?.of === 'form' && focus.cell === another) return pasted(newRow(session, item, m), text, m);
  if (textAt(item, focus, session) === undefined || item?.of !== 'form') return session;
  const lines = pastedLines(text);
  if (!item.form.grows || item.form.grows.table || lines.length < 2) {
    return textEdited(session, { do: 'insert', text: pastedLine(text) }, m);
  }
  const rows = currentRows(item.form, session);
  const before = rows.slice(0, focus.row);
  const here = textOf(rows[focus.row], 'value');
  const [first = '', ...more] = lines;
  const all = [...before, { value: here + first }, ...more.map((value) => ({ value })), ...rows.slice(focus.row + 1)];
  const row = focus.row + more.length;
  const next = drafted(session, item, all);
  // What was pasted is accepted as far as it is right; what is not is told at once.
  return passed(focused(next, { item: item.id, row, cell: 'value' }, m), m, true);
}

/** The value of a pick after this one, or before; nothing picked yet: the first, or the last. */
export function valueBeside(session: Session, by: 1 | -1, m: Moments): Session {
  const { item, focus } = hereItem(session, m);
  const cell = cellAt(item, focus, session);
  if (item?.of !== 'form' || cell?.input !== 'pick') return session;
  const at = optionOf(session, item, focus, cell);
  const count = cell.options.length;
  const to = at < 0 ? (by > 0 ? 0 : count - 1) : (at + by + count) % count;
  return picked(session, item, focus, cell, to, m);
}

function optionOf(session: Session, item: FormItem, focus: Focus, cell: PickCell): number {
  const row = currentRows(item.form, session)[focus.row] ?? {};
  return cell.options.findIndex((option) => sameValue(option.value, row[cell.id]));
}

/** Picks an option of the cell, by its position; where options stand in lines the keyboard goes there. */
function picked(session: Session, item: FormItem, focus: Focus, cell: PickCell, to: number, m: Moments): Session {
  const option = cell.options[to];
  if (!option) return session;
  const rows = currentRows(item.form, session);
  const row = rows[focus.row] ?? {};
  const isState = item.task !== undefined && cell.id === 'state';
  const next = isState
    ? [rowInState(option.value, { ...item.form.rows[0], ...row }, m.today)]
    : withCell(rows, focus.row, cell.id, option.value);
  const done = drafted(session, item, next);
  return focus.option === undefined ? done : focused(done, { ...focus, option: to }, m);
}

/** A letter picks where letters are given; elsewhere it goes to the next option that begins so. */
function letterPicked(session: Session, letter: string, m: Moments): Session {
  const { item, focus } = hereItem(session, m);
  const cell = cellAt(item, focus, session);
  if (item?.of !== 'form' || cell?.input !== 'pick') return session;
  const key = letter.toLowerCase();
  if (Object.hasOwn(cell.letters, key)) {
    const to = cell.options.findIndex((option) => sameValue(option.value, cell.letters[key]));
    return picked(session, item, focus, cell, to, m);
  }
  if (focus.option === undefined) return session;
  const begins = cell.options.flatMap((option, i) => (option.label.toLowerCase().startsWith(key) ? [i] : []));
  const to = begins.find((i) => i > (focus.option ?? -1)) ?? begins[0];
  return to === undefined ? session : focused(session, { ...focus, option: to }, m);
}

/** Space on a pick: the option under the keyboard, or the next value; a task is done today, or to do again. */
export function changed(session: Session, m: Moments): Session {
  const { item, focus } = hereItem(session, m);
  if (item?.of !== 'form') return session;
  if (focus.cell === another) return newRow(session, item, m);
  const cell = cellAt(item, focus, session);
  if (cell?.input !== 'pick') return session;
  if (focus.option !== undefined) return picked(session, item, focus, cell, focus.option, m);
  if (!item.task || cell.id !== 'state') return valueBeside(session, 1, m);
  const now = currentRows(item.form, session)[0]?.state;
  const to = cell.options.findIndex((option) => option.value === (now === 'done' ? 'todo' : 'done'));
  return passed(picked(session, item, focus, cell, to, m), m, false);
}

/** On a pick: back to what holds without an answer. */
export function pickCleared(session: Session, m: Moments): Session {
  const { item, focus } = hereItem(session, m);
  const cell = cellAt(item, focus, session);
  if (item?.of !== 'form' || cell?.input !== 'pick' || !item.field || item.form.grows) return session;
  return passed(withDraft(session, item.form.id, [{ value: undefined }]), m, false);
}
