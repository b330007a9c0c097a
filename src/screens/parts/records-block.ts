import { textOf } from '../../wizard/index.ts';
import { another, currentRows } from '../forms/spots.ts';
import { cells, filled, line, span } from '../look/lines.ts';
import type { FormItem } from '../session/accept.ts';
import type { Focus } from '../session/session.ts';
import { cellBlock, cellTag } from './cell-block.ts';
import { labelSpan } from './form-line.ts';
import { type Block, marker, type Stage, stacked } from './stage.ts';
import { windowedBlock } from './window.ts';

/** Records as a table, the one under the keyboard unfolded, and the line where another begins. */
export function recordsBlock(item: FormItem, stage: Stage, focus: Focus, labelWidth: number): Block {
  const { form } = item;
  const there = currentRows(form, stage.session);
  const rows = there.length === 0 ? [{}] : there;
  const { max = 0, noun = '' } = form.grows ?? {};
  const tag =
    there.length === 0 && form.required ? span('warn', 'needed') : span('muted', `${there.length} of at most ${max}`);
  const head = line(marker(stage.look, undefined), labelSpan(item, stage, labelWidth), '  ', tag);
  const columns = form.cells({});
  const natural = columns.map((cell) => Math.max(...rows.map((row) => cells(textOf(row, cell.id)))));
  const widths = shrunk(natural, stage.width - 6 - 2 * columns.length);
  const inner = Math.max(...columns.map((cell) => cell.label.length));
  const blocks = rows.map((row, i): Block => {
    const number = `${String(i + 1).padStart(2)}  `;
    if (i !== focus.row) {
      const parts = columns.map((cell, x) => filled([{ text: textOf(row, cell.id) }], widths[x] ?? 0));
      return { lines: [line('  ', number, ...parts.flatMap((part) => [part, '  ']))] };
    }
    return stacked(
      columns.map((cell, x): Block => {
        const label = line(x === 0 ? number : '    ', filled([{ text: cell.label }], inner));
        return cellBlock(cell, row, {
          stage,
          focus: cell.id === focus.cell ? focus : undefined,
          label,
          tag: cellTag(cell, row, form.rows[i], cell.id === focus.cell),
        });
      }),
    );
  });
  const adding = focus.cell === another;
  const plus: Block = {
    lines: [line(marker(stage.look, adding ? 'focus' : undefined), `+ another ${noun}`)],
    ...(adding ? { mark: 0 } : {}),
  };
  const more = there.length > 0 && rows.length < max ? [plus] : [];
  return windowedBlock(stacked([{ lines: [head] }, ...blocks, ...more]), Math.max(6, stage.rows - 9));
}

/** Column widths that fit into a room: the widest gives first. */
function shrunk(widths: readonly number[], room: number): readonly number[] {
  const sum = widths.reduce((all, one) => all + one, 0);
  const widest = Math.max(...widths);
  if (sum <= room || widest <= 4) return widths;
  const at = widths.indexOf(widest);
  return shrunk(
    widths.map((one, i) => (i === at ? one - 1 : one)),
    room,
  );
}
