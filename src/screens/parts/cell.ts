import { type PickCell, type Row, sameValue, type TextCell, textOf } from '../../wizard/index.ts';
import { cells, type Line, line, type Span, span } from '../look/lines.ts';
import type { Look } from '../look/theme.ts';
import { graphemes } from '../text/buffer.ts';

/** A text as it fits into `width` cells around the cursor, and the cell of the cursor. */
export function textWindow(text: string, at: number, width: number): { text: string; x: number } {
  const all = graphemes(text);
  const before = all.slice(0, at);
  const room = Math.max(2, width);
  let start = 0;
  // What is scrolled out at the left leaves a mark, which takes a cell.
  while (cells(before.slice(start).join('')) > room - 1 - (start > 0 ? 1 : 0)) start++;
  const cut = start > 0 ? '…' : '';
  let end = all.length;
  while (end > at && cells(cut + all.slice(start, end).join('')) > room) end--;
  return { text: cut + all.slice(start, end).join(''), x: cells(cut + before.slice(start).join('')) };
}

/** What stands in a text cell where the keyboard is elsewhere. */
export function textShown(cell: TextCell, row: Row): Span {
  const text = textOf(row, cell.id);
  if (text !== '') return { text };
  return span(cell.required ? 'warn' : 'muted', cell.required ? 'needed' : 'optional');
}

/** The label of what is picked; nothing where nothing is. */
export function pickedLabel(cell: PickCell, row: Row): string {
  return cell.options.find((option) => sameValue(option.value, row[cell.id]))?.label ?? '';
}

/** Options that stand beside each other: `● keep`, `○ yes`, `○ no`. */
export function optionsAcross(cell: PickCell, row: Row, look: Look): readonly Line[] {
  return cell.options.map(({ label, value }) => optionShown(label, sameValue(value, row[cell.id]), look));
}

export function optionShown(label: string, chosen: boolean, look: Look): Line {
  const sign = chosen ? look.glyphs.chosen : look.glyphs.other;
  return line(chosen ? span('strong', `${sign} ${label}`) : `${sign} ${label}`);
}
