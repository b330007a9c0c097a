import { landingIn, onChoice, sameSpot, spotsIn } from '../forms/spots.ts';
import { pageBack, pageOn, passed } from './accept.ts';
import { focused } from './go.ts';
import type { Item } from './scene.ts';
import { focusOf, itemAt, sceneOf } from './scenes.ts';
import type { Focus, Moments, Session } from './session.ts';

/** One line or option up or down; at the ends it stays. */
export function stepped(session: Session, by: 1 | -1, m: Moments): Session {
  const from = focusOf(session, sceneOf(session, m));
  const leaves = (to: Focus | undefined) => to?.item !== from.item || to.row !== from.row;
  const target = beside(session, from, by, m);
  if (!target) return session;
  const left = passed(session, m, leaves(target));
  // Accepting may have changed what is asked, so the way is found again.
  const to = beside(left, from, by, m) ?? target;
  return focused(left, to, m);
}

function beside(session: Session, from: Focus, by: 1 | -1, m: Moments): Focus | undefined {
  const { items } = sceneOf(session, m);
  const at = items.findIndex((item) => item.id === from.item);
  const item = items[at];
  if (!item) return undefined;
  const spots = spotsIn(item, session);
  const here = spots.findIndex((spot) => sameSpot(spot, from));
  const next = spots[here + by];
  if (here >= 0 && next) return next.cell === from.cell && next.row === from.row ? next : onChoice(item, next, session);
  const other = items[at + by];
  return other && landingIn(other, session, by > 0 ? 'above' : 'below');
}

/** The next or previous field, past options and rows; before the first the previous page, behind the last the next. */
export function tabbed(session: Session, by: 1 | -1, m: Moments): Session {
  const left = passed(session, m, true);
  const scene = sceneOf(left, m);
  const from = focusOf(session, sceneOf(session, m));
  const at = scene.items.findIndex((item) => item.id === from.item);
  const other = scene.items[Math.max(at, 0) + by];
  if (other) return focused(left, landingIn(other, left, 'field'), m);
  return by > 0 ? pageOn(left, m) : pageBack(left, m);
}

/** The first or last line. */
export function toEnd(session: Session, which: 'first' | 'last', m: Moments): Session {
  const left = passed(session, m, true);
  const { items } = sceneOf(left, m);
  const item = which === 'first' ? items[0] : items.at(-1);
  return item ? focused(left, landingIn(item, left, 'field'), m) : left;
}

/** In a list, what was typed finds the next item that begins so; a letter that finds nothing begins anew. */
export function found(session: Session, typed: string, m: Moments): Session {
  const { items } = sceneOf(session, m);
  const from = focusOf(session, sceneOf(session, m));
  const at = items.findIndex((item) => item.id === from.item);
  const longer = session.finding + typed.toLowerCase();
  const same = nextNamed(items, longer, at);
  const item = same ?? nextNamed(items, typed.toLowerCase(), at + 1);
  if (!item) return session;
  const moved = focused(session, landingIn(item, session, 'field'), m);
  return { ...moved, finding: same ? longer : typed.toLowerCase() };
}

function nextNamed(items: readonly Item[], start: string, from: number): Item | undefined {
  const begins = (item: Item) => item.label.toLowerCase().startsWith(start);
  return items.slice(Math.max(from, 0)).find(begins) ?? items.find(begins);
}

export function hereItem(session: Session, m: Moments): { item: Item | undefined; focus: Focus } {
  const scene = sceneOf(session, m);
  const focus = focusOf(session, scene);
  return { item: itemAt(scene, focus), focus };
}
