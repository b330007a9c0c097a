import { dependantsText, proposedValue, type Row, sameValue, withCell } from '../../wizard/index.ts';
import { currentRows } from '../forms/spots.ts';
import type { FormItem } from '../session/accept.ts';
import { rolloutOf } from '../session/places.ts';
import type { Stage } from './stage.ts';

/** The rows as Enter would accept them: where options stand in lines, the one under the keyboard. */
function proposedRows(item: FormItem, stage: Stage): readonly Row[] {
  const { focus } = stage;
  const rows = currentRows(item.form, stage.session);
  const cell = focus && item.form.cells(rows[focus.row] ?? {}).find((one) => one.id === focus.cell);
  if (focus?.option === undefined || cell?.input !== 'pick') return rows;
  const option = cell.options[focus.option];
  return option ? withCell(rows, focus.row, focus.cell, option.value) : rows;
}

/** The value that Enter would make the answer, where it is another one than is in force. */
export function proposal(item: FormItem | undefined, stage: Stage): { value: unknown } | undefined {
  if (!item?.field || !stage.session.open || item.form.acts) return undefined;
  const read = proposedValue(item.field, proposedRows(item, stage));
  if (!read?.ok) return undefined;
  return sameValue(read.value, stage.scene.view?.get(item.field)) ? undefined : { value: read.value };
}

/** What would follow from what is proposed, counted and named. */
export function proposedFollowers(item: FormItem, stage: Stage): string | undefined {
  const proposed = proposal(item, stage);
  return proposed && item.field && dependantsText(rolloutOf(stage.session), item.field, proposed.value, stage.m.today);
}
