import { textOf } from '../../wizard/index.ts';
import { currentRows } from '../forms/spots.ts';
import { filled, type Line, line, span } from '../look/lines.ts';
import type { FormItem } from '../session/accept.ts';
import type { Focus } from '../session/session.ts';
import { cellBlock } from './cell-block.ts';
import { labelSpan } from './form-line.ts';
import { type Block, type Stage, stacked } from './stage.ts';
import { windowedBlock } from './window.ts';

/** Rows of a list, numbered; the last one is empty and begins another. */
export function listBlock(item: FormItem, stage: Stage, focus: Focus, labelWidth: number): Block {
  const { form } = item;
  const rows = currentRows(form, stage.session);
  const count = Math.max(rows.length, focus.row + 1);
  const label = labelSpan(item, stage, labelWidth);
  const empty = filled([], labelWidth);
  const wide = String(count).length;
  const block = stacked(
    Array.from({ length: count }, (_, i): Block => {
      const [cell] = form.cells(rows[i] ?? {});
      const number = `${String(i + 1).padStart(wide)} `;
      const here = i === focus.row ? focus : undefined;
      if (!cell) return { lines: [] };
      const tag = here && rowTag(item, stage, i);
      const before = line(i === 0 ? label : empty, '  ', number);
      return cellBlock(cell, rows[i] ?? {}, { stage, focus: here, label: before, tag, tight: true });
    }),
  );
  const room = Math.max(3, Math.min(9, stage.rows - 12));
  return windowedBlock(block, room);
}

function rowTag({ form }: FormItem, { session }: Stage, row: number): Line[number] | undefined {
  const typed = textOf(currentRows(form, session)[row], 'value');
  if (typed === '')
    return row === 0 && form.required ? span('warn', 'needed') : span('muted', 'another, or Enter goes on');
  return typed === textOf(form.rows[row], 'value') ? undefined : span('warn', 'draft');
}
