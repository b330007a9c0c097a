import { type Line, span } from '../look/lines.ts';
import { type Block, type Extent, noExtent, stacked } from './stage.ts';

/** Part of some lines: rows from `first` to before `end`; `offset` leads from a row of all to its row here. */
export type Window = { lines: readonly Line[]; first: number; end: number; offset: number };

/** How many rows there are above and below of which no lines were made, since they are too far from the keyboard to be seen. */
export type Beyond = { above: number; below: number };

const nothing: Beyond = { above: 0, below: 0 };

/**
 * As many lines as fit, with the rows from `from` to before `to` among them. What is left out above and below is told in
 * lines of its own, where these rows leave room.
 */
function windowed(lines: readonly Line[], from: number, to: number, rows: number, beyond = nothing): Window {
  const [top, bottom] = [-beyond.above, lines.length + beyond.below];
  if (bottom - top <= rows) return { lines, first: 0, end: lines.length, offset: 0 };
  const size = Math.max(1, rows);
  const slack = Math.floor((size - Math.min(to - from, size)) / 2);
  const start = Math.max(top, Math.min(from - slack, bottom - size));
  const stop = start + size;
  const first = start > top && start < from ? start + 1 : start;
  const end = stop < bottom && stop > to ? stop - 1 : stop;
  const above = first > start ? [more(first - top, 'above')] : [];
  const below = end < stop ? [more(bottom - end, 'below')] : [];
  return { lines: [...above, ...lines.slice(first, end), ...below], first, end, offset: above.length - first };
}

function more(count: number, where: 'above' | 'below'): Line {
  return [span('muted', `  ${count} more ${where}`)];
}

/** A block cut to a window of it. */
function cutTo(block: Block, { lines, offset }: Window): Block {
  const { mark, cursor } = block;
  return {
    lines,
    ...(mark === undefined ? {} : { mark: mark + offset }),
    ...(cursor ? { cursor: { x: cursor.x, y: cursor.y + offset } } : {}),
  };
}

/** As much of a block as fits; the row of the keyboard stays in sight. */
export function windowedBlock(block: Block, rows: number): Block {
  const mark = block.mark ?? 0;
  return cutTo(block, windowed(block.lines, mark, mark + 1, rows));
}

/** Blocks around the one of the keyboard; one that is taller than the room is scrolled below its first line. */
export function tallWindow(
  blocks: readonly Block[],
  at: number,
  rows: number,
  scroll: number,
): { block: Block; extent: Extent } {
  const all = stacked(blocks);
  const from = stacked(blocks.slice(0, at)).lines.length;
  const tall = blocks[at]?.lines.length ?? 0;
  if (all.lines.length <= rows || tall <= rows - 2) {
    return { block: cutTo(all, windowed(all.lines, from, from + tall, rows)), extent: noExtent };
  }
  const before = from > 0 ? [more(from, 'above')] : [];
  const head = all.lines.slice(from, from + 1);
  const room = Math.max(1, rows - before.length - head.length - 1);
  const max = tall - 1 - room;
  const start = from + 1 + Math.min(scroll, max);
  const left = all.lines.length - start - room;
  const after = left > 0 ? [more(left, 'below')] : [];
  const lines = [...before, ...head, ...all.lines.slice(start, start + room), ...after];
  return { block: { lines, mark: before.length }, extent: { max, page: Math.max(1, room - 1) } };
}

/**
 * Lays out what may be in sight around the item of the keyboard, and counts the rows of the others, which may be
 * thousands: so many to each side that also what a page further up or down begins with is there.
 */
export function nearby<Item>(
  items: readonly Item[],
  at: number,
  rows: number,
  { blockOf, rowsOf }: { blockOf(item: Item): Block; rowsOf(item: Item): number },
): { near: readonly { item: Item; block: Block }[]; beyond: Beyond } {
  // Each has a row at least.
  const [from, to] = [Math.max(0, at - 2 * rows), Math.max(0, at) + 2 * rows];
  const rowsIn = (unseen: readonly Item[]) => unseen.reduce((sum, item) => sum + rowsOf(item), 0);
  return {
    near: items.slice(from, to).map((item) => ({ item, block: blockOf(item) })),
    beyond: { above: rowsIn(items.slice(0, from)), below: rowsIn(items.slice(to)) },
  };
}

/** Items below each other around the one of the keyboard, and which ones a page further up and down lead to. */
export function windowedItems(
  items: readonly { id: string; block: Block }[],
  at: string | undefined,
  rows: number,
  beyond = nothing,
): { block: Block; extent: Extent } {
  const owners = items.flatMap(({ id, block }) => block.lines.map(() => id));
  const all = stacked(items.map(({ block }) => block));
  if (beyond.above + all.lines.length + beyond.below <= rows) return { block: all, extent: noExtent };
  const from = at === undefined ? 0 : Math.max(0, owners.indexOf(at));
  const to = at === undefined ? 1 : owners.lastIndexOf(at) + 1;
  const mark = all.mark ?? from;
  // What is taller than the room is shown around the keyboard.
  const [least, most] = to - from > rows ? [mark, mark + 1] : [from, to];
  const window = windowed(all.lines, least, most, rows, beyond);
  const above = window.first > 0 ? owners[Math.max(0, window.first - rows)] : undefined;
  const below = owners.slice(window.end).find((id) => id !== at);
  const extent = { max: 0, page: Math.max(1, rows - 1), ...(above ? { above } : {}), ...(below ? { below } : {}) };
  return { block: cutTo(all, window), extent };
}
