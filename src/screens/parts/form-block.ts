import { currentRows } from '../forms/spots.ts';
import { filled, type Line } from '../look/lines.ts';
import type { FormItem } from '../session/accept.ts';
import type { Focus } from '../session/session.ts';
import { cellBlock, cellTag } from './cell-block.ts';
import { formLine, labelSpan, tagOf } from './form-line.ts';
import { listBlock } from './list-block.ts';
import { recordsBlock } from './records-block.ts';
import { type Block, isFocused, type Stage, stacked } from './stage.ts';
import { underLines } from './under-line.ts';

/** A form: one line, or unfolded where the keyboard is. */
export function formBlock(item: FormItem, stage: Stage, labelWidth: number): Block {
  const { focus } = stage;
  if (!focus || !isFocused(stage, item)) {
    return item.form.spread
      ? stacked(spreadLines(item, stage, undefined, labelWidth))
      : formLine(item, stage, labelWidth);
  }
  const told = underLines(item, stage, focus);
  if (item.form.spread) return stacked(spreadLines(item, stage, { focus, told }, labelWidth));
  return stacked([unfolded(item, stage, focus, labelWidth), { lines: told }]);
}

function unfolded(item: FormItem, stage: Stage, focus: Focus, labelWidth: number): Block {
  const { form } = item;
  const rows = currentRows(form, stage.session);
  if (form.grows?.table) return recordsBlock(item, stage, focus, labelWidth);
  if (form.grows) return listBlock(item, stage, focus, labelWidth);
  const row = rows[0] ?? {};
  return stacked(
    form.cells(row).map((cell, i): Block => {
      const label = i === 0 ? labelSpan(item, stage, labelWidth) : filled([{ text: `    ${cell.label}` }], labelWidth);
      return cellBlock(cell, row, {
        stage,
        focus: focus.cell === cell.id ? focus : undefined,
        label,
        tag: i === 0 ? tagOf(item, stage) : cellTag(cell, row, form.rows[0], focus.cell === cell.id),
      });
    }),
  );
}

/** All cells, each on a line of its own. */
function spreadLines(
  item: FormItem,
  stage: Stage,
  here: { focus: Focus; told: readonly Line[] } | undefined,
  labelWidth: number,
): readonly Block[] {
  const { form } = item;
  const row = currentRows(form, stage.session)[0] ?? {};
  return form.cells(row).flatMap((cell): readonly Block[] => {
    const focus = here?.focus.cell === cell.id ? here.focus : undefined;
    const tag = cellTag(cell, row, form.rows[0], focus !== undefined);
    const block = cellBlock(cell, row, { stage, focus, label: filled([{ text: cell.label }], labelWidth), tag });
    return focus && here ? [block, { lines: here.told }] : [block];
  });
}
