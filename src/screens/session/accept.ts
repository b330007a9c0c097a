import type { Problem } from '../../model/index.ts';
import { isEmptyRow, type Row, sameRows, textOf, withCell } from '../../wizard/index.ts';
import { count, itemsIn, listed } from '../../words/index.ts';
import { concerns, isChanged, missingAt, toldProblems } from '../forms/problems.ts';
import { another, currentRows, landingIn, onChoice, spotsIn } from '../forms/spots.ts';
import { focused, goTo } from './go.ts';
import { happened, noticed } from './happen.ts';
import { foundAt, pageBeside, pagePlace } from './places.ts';
import type { Act, Item } from './scene.ts';
import { focusOf, itemAt, sceneOf } from './scenes.ts';
import type { Focus, Moments, Session } from './session.ts';

export type FormItem = Extract<Item, { of: 'form' }>;
type Tried = { session: Session; refused: readonly Problem[]; act?: Act; changed: boolean };

export function withoutDraft(session: Session, id: string): Session {
  const { [id]: _gone, ...drafts } = session.drafts;
  return { ...session, drafts };
}

export function withDraft(session: Session, id: string, rows: readonly Row[], tried = false): Session {
  return { ...session, drafts: { ...session.drafts, [id]: { rows, tried } } };
}

/** Makes what is typed or picked an answer, as far as it is right; `enter` makes a default one too. */
function tryAccept(session: Session, item: FormItem, m: Moments, enter: boolean): Tried {
  const { form } = item;
  const draft = session.drafts[form.id];
  if (!isChanged(form, draft) && !(enter && form.acts)) {
    const clean = withoutDraft(session, form.id);
    if (!enter || !form.adopt) return { session: clean, refused: [], changed: false };
    return { session: happened(clean, form.adopt, m), refused: [], changed: true };
  }
  const { happening, act, problems } = form.accept(draft?.rows ?? form.rows);
  const done = happening ? happened(session, happening, m) : session;
  if (problems.length > 0) return { session: done, refused: problems, changed: happening !== undefined };
  return {
    session: withoutDraft(done, form.id),
    refused: [],
    ...(act ? { act } : {}),
    changed: happening !== undefined,
  };
}

/** Leaving a spot accepts a changed line that is valid; one that is not stays as a draft, and says so if `leaving`. */
export function passed(session: Session, m: Moments, leaving: boolean): Session {
  const scene = sceneOf(session, m);
  const item = itemAt(scene, focusOf(session, scene));
  if (item?.of !== 'form' || !session.drafts[item.form.id]) return session;
  const tried = tryAccept(session, item, m, false);
  const next = tried.act?.do === 'folder' ? withFolder(tried.session, tried.act.folder) : tried.session;
  const draft = next.drafts[item.form.id];
  if (!draft || !leaving || tried.refused.length === 0) return next;
  return withDraft(next, item.form.id, draft.rows, true);
}

export function withFolder(session: Session, folder: string): Session {
  return { ...session, exporting: { folder } };
}

export type Entered = { session: Session; act?: Act };

/** Enter on a line: accepts it and goes on, or stays and says what is wrong. */
export function enter(session: Session, item: FormItem, focus: Focus, m: Moments): Entered {
  const { form } = item;
  if (focus.cell === another) return { session: nextItem(session, item, m) };
  const picked = pickHere(session, item, focus);
  const before = currentRows(form, picked)[focus.row] ?? {};
  const tried = tryAccept(picked, item, m, true);
  const rows = currentRows(form, tried.session);
  if (tried.refused.some((problem) => concerns(problem, form, rows, focus))) {
    return { session: withDraft(tried.session, form.id, rows, true) };
  }
  // What is done at once stays as typed, should it fail.
  if (tried.act?.do === 'effect') return { session: picked, act: tried.act };
  const stopped = stoppedAt(tried.session, item, focus, m);
  if (stopped) return { session: stopped };
  const wasDraft = isChanged(form, picked.drafts[form.id]) || tried.changed;
  // A row that several items were typed into has become as many.
  const last =
    form.grows?.table === false ? { ...focus, row: focus.row + itemsIn(textOf(before, 'value')).length - 1 } : focus;
  const session2 = advanced(tried.session, item, last, m, { wasDraft, wasEmpty: isEmptyRow(before) });
  return { session: session2, ...(tried.act ? { act: tried.act } : {}) };
}

/** Enter on nothing where something is needed stays and says what; undefined where it may go on. */
function stoppedAt(session: Session, { id }: FormItem, focus: Focus, m: Moments): Session | undefined {
  const item = sceneOf(session, m).items.find((one) => one.id === id);
  if (item?.of !== 'form' || item.form.acts) return undefined;
  const rows = currentRows(item.form, session);
  if (missingAt(item.form, rows, focus).length === 0) return undefined;
  return noticed(withDraft(session, id, rows, true), { tone: 'text', text: 'Tab goes on without it.' });
}

/** Where options stand in lines, Enter chooses the one under the keyboard. */
function pickHere(session: Session, { form }: FormItem, focus: Focus): Session {
  const rows = currentRows(form, session);
  const cell = form.cells(rows[focus.row] ?? {}).find((one) => one.id === focus.cell);
  if (focus.option === undefined || cell?.input !== 'pick') return session;
  const option = cell.options[focus.option];
  if (!option) return session;
  const picked = withCell(rows, focus.row, focus.cell, option.value);
  return sameRows(picked, form.rows) && form.origin !== 'none'
    ? withoutDraft(session, form.id)
    : withDraft(session, form.id, picked);
}

function advanced(
  session: Session,
  item: FormItem,
  focus: Focus,
  m: Moments,
  { wasDraft, wasEmpty }: { wasDraft: boolean; wasEmpty: boolean },
): Session {
  const now = sceneOf(session, m).items.find((one) => one.id === item.id);
  if (now?.of !== 'form') return nextItem(session, item, m);
  const { form } = now;
  if (form.grows && wasEmpty && focus.row >= item.form.rows.length) return nextItem(session, now, m);
  if (form.grows && !form.grows.table) {
    const row = wasEmpty ? focus.row : focus.row + 1;
    const spot = spotsIn(now, session).find((one) => one.row === row);
    return spot ? focused(session, spot, m) : nextItem(session, now, m);
  }
  // A task that was left as it is needs none of its days.
  if (now.task && focus.cell === 'state' && !wasDraft) return nextItem(session, now, m);
  const spots = spotsIn(now, session);
  const at = spots.findIndex((spot) => spot.row === focus.row && spot.cell === focus.cell);
  const next = spots.slice(at + 1).find((spot) => !(spot.row === focus.row && spot.cell === focus.cell));
  return next ? focused(session, onChoice(now, next, session), m) : nextItem(session, now, m);
}

/** The first line of the next item; behind the last one, the end of the place. */
export function nextItem(session: Session, item: Item, m: Moments): Session {
  const left = passed(session, m, true);
  const { items } = sceneOf(left, m);
  const at = items.findIndex((one) => one.id === item.id);
  const next = at < 0 ? items[0] : items[at + 1];
  return next ? focused(left, landingIn(next, left, 'field'), m) : endOfPlace(left, m);
}

/** Behind the last line: the next page, unless something is missing or wrong on this one. */
function endOfPlace(session: Session, m: Moments): Session {
  const { place } = session;
  switch (place.at) {
    case 'page': {
      const open = openLines(session, m);
      const [first] = open;
      if (!first) return pageOn(session, m);
      const labels = open.map((item) => item.label);
      const text = `${count(open.length, 'line')} here ${open.length === 1 ? 'is' : 'are'} missing or wrong: ${listed(labels)}. PgDn goes on.`;
      return noticed(focused(session, landingIn(first, session, 'field'), m), { tone: 'warn', text });
    }
    case 'person':
      return goTo(session, { at: 'page', step: place.step, page: place.page }, m);
    default: {
      const [first] = sceneOf(session, m).items;
      return first ? focused(session, landingIn(first, session, 'field'), m) : session;
    }
  }
}

/** Lines of this page that stop the export, or hold a draft that is not valid. */
export function openLines(session: Session, m: Moments): readonly FormItem[] {
  return sceneOf(session, m).items.filter((item): item is FormItem => {
    if (item.of !== 'form') return false;
    const draft = session.drafts[item.form.id];
    if (isChanged(item.form, draft)) return toldProblems(item.form, { ...draft, tried: true }, undefined).length > 0;
    return item.form.problems.some((problem) => problem.weight === 'stop');
  });
}

/** The next page that asks; behind the last one, the review. */
export function pageOn(session: Session, m: Moments): Session {
  const { place } = session;
  if (place.at !== 'page') return session;
  const next = pageBeside(session, foundAt(place), 1, m);
  return goTo(session, next ? pagePlace(next) : { at: 'review' }, m);
}

export function pageBack(session: Session, m: Moments): Session {
  const { place } = session;
  if (place.at !== 'page') return session;
  const before = pageBeside(session, foundAt(place), -1, m);
  return before ? goTo(session, pagePlace(before), m) : session;
}

/** A record below the others begins. */
export function newRow(session: Session, item: FormItem, m: Moments): Session {
  const rows = currentRows(item.form, session);
  const spot = { item: item.id, row: rows.length, cell: item.form.cells({})[0]?.id ?? '' };
  return focused(withDraft(session, item.form.id, [...rows, {}]), spot, m);
}
