import type { Happening } from '../../model/index.ts';
import { applyEvent, inverse } from '../../state/index.ts';
import { isEmptyRow, sameRows, sameValue, takenBack } from '../../wizard/index.ts';
import { another, currentRows, onChoice, rowsPutBack, settled } from '../forms/spots.ts';
import { passed, withDraft, withoutDraft } from './accept.ts';
import { focused, goTo } from './go.ts';
import { happened, noticed } from './happen.ts';
import { hereItem } from './move.ts';
import type { Item } from './scene.ts';
import { sceneOf } from './scenes.ts';
import type { Focus, Moments, Place, Session, Undo } from './session.ts';

/** Takes the last change back, at the line where it was made; once more puts it there again. A draft comes first. */
export function undone(session: Session, m: Moments): Session {
  const dropped = draftDropped(session, m);
  if (dropped) return dropped;
  const { undo } = session;
  if (!undo) return noticed(session, { tone: 'text', text: 'Nothing to take back.' });
  return undo.of === 'change' ? changeTakenBack(session, undo, m) : draftPutBack(session, undo, m);
}

function changeTakenBack(session: Session, undo: Extract<Undo, { of: 'change' }>, m: Moments): Session {
  const { open } = session;
  if (!open || open.readOnly) return session;
  const { happening } = undo;
  const rollout = applyEvent(open.rollout, { at: m.now, by: m.around.user, ...happening });
  const back = inverse(happening);
  const { undo: _done, ...rest } = session;
  const form = 'field' in happening ? happening.field : 'task' in happening ? happening.task : '';
  const again: Undo | undefined = back && { ...undo, happening: back };
  const next: Session = { ...withoutDraft(rest, form), open: { ...open, rollout }, ...(again ? { undo: again } : {}) };
  const there = backTo(next, { ...undo, place: stillThere(undo.place, happening) }, m);
  return noticed(there, { tone: 'text', text: `${takenBack(happening, m.today)}. Ctrl+Z puts it back.` });
}

/** A person who is out of the list again has no screen; the list has. */
function stillThere(place: Place, happening: Happening): Place {
  if (place.at !== 'person' || happening.type !== 'person-changed' || happening.to) return place;
  return { at: 'page', step: place.step, page: place.page };
}

function backTo(session: Session, { place, focus }: { place: Place; focus?: Focus }, m: Moments): Session {
  const { items } = sceneOf({ ...session, place }, m);
  const at = settled(focus, items, session);
  const item = items.find((one) => one.id === at?.item);
  const spot = at && item && onChoice(item, at, session);
  if (!sameValue(session.place, place)) return goTo(session, place, m, spot ? { focus: spot } : {});
  return spot ? focused(session, spot, m) : session;
}

/** Puts back what stood in the cell before it was changed, the keyboard on it; undefined where nothing was. */
export function draftDropped(session: Session, m: Moments): Session | undefined {
  const { item, focus } = hereItem(session, m);
  if (item?.of !== 'form') return undefined;
  const rows = rowsPutBack(item, focus, session);
  if (!rows) return undefined;
  const { id } = item.form;
  const clean = sameRows(rows, item.form.rows) ? withoutDraft(session, id) : withDraft(session, id, rows);
  const undo: Undo = { of: 'draft', form: id, draft: session.drafts[id], place: session.place, focus };
  return focused({ ...clean, undo }, onChoice(item, focus, clean), m);
}

function draftPutBack(session: Session, undo: Extract<Undo, { of: 'draft' }>, m: Moments): Session {
  const { undo: _done, ...rest } = session;
  const kept = undo.draft ? withDraft(rest, undo.form, undo.draft.rows, undo.draft.tried) : rest;
  return backTo(kept, undo, m);
}

/** Removes what is under the keyboard: a row of a list, a person, a rollout. */
export function removed(session: Session, m: Moments): Session {
  const { item, focus } = hereItem(session, m);
  if (item?.of === 'action' && item.remove) return removedBy(session, item, m);
  if (item?.of === 'form' && item.form.grows && focus.cell !== another) {
    const rows = currentRows(item.form, session);
    const row = rows[focus.row];
    if (row && (!isEmptyRow(row) || item.form.grows.table)) {
      const rest = rows.filter((_, i) => i !== focus.row);
      return focused(passed(withDraft(session, item.form.id, rest), m, false), focus, m);
    }
  }
  return noticed(session, { tone: 'text', text: 'Ctrl+D removes a row of a list, a person or a rollout.' });
}

function removedBy(session: Session, item: Extract<Item, { of: 'action' }>, m: Moments): Session {
  const { remove, label } = item;
  if (remove?.do === 'go') return goTo(session, remove.to, m);
  if (remove?.do !== 'happen') return session;
  const next = happened(session, remove.happening, m);
  if (next.open?.readOnly) return next;
  return noticed(next, { tone: 'text', text: `${label} is out of the list. Ctrl+Z takes it back.` });
}
