import { type Dependant, dependantsOf } from '../../state/index.ts';
import { steps } from '../../steps/index.ts';
import { count, listed } from '../../words/index.ts';
import { proposedValue } from '../forms/field-form.ts';
import { sameValue, withCell } from '../forms/form.ts';
import { currentRows } from '../forms/spots.ts';
import type { FormItem } from '../session/accept.ts';
import { rolloutOf } from '../session/places.ts';
import type { Row } from '../session/session.ts';
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

/** What would follow, counted and named: `4 answers depend on this: Sites is kept, not asked; Users is asked.` */
export function dependantsText(item: FormItem, stage: Stage): string | undefined {
  const proposed = proposal(item, stage);
  if (!proposed || !item.field) return undefined;
  const all = dependantsOf(rolloutOf(stage.session), item.field, proposed.value, stage.m.today);
  if (all.length === 0) return undefined;
  const own = item.field.id.split('.')[0] ?? '';
  const named = (kept: (one: Dependant) => boolean, words: readonly [string, string]) =>
    namedIn(all.filter(kept), own, words);
  const parts = [
    named((one) => one.becomes === 'not asked' && one.answered, ['is kept, not asked', 'are kept, not asked']),
    named((one) => one.becomes === 'not asked' && !one.answered, ['is not asked', 'are not asked']),
    named((one) => one.becomes === 'asked', ['is asked', 'are asked']),
    named((one) => one.becomes === 'another default', ['follows', 'follow']),
    named((one) => one.becomes === 'wrong', ['needs another answer', 'need another answer']),
    named((one) => one.becomes === 'right', ['is right then', 'are right then']),
  ];
  const said = parts.filter((part) => part !== undefined).join('; ');
  return `${count(all.length, 'answer')} ${all.length === 1 ? 'depends' : 'depend'} on this: ${said}.`;
}

/** Labels and what becomes of them; one of another step bears its name. */
function namedIn(kept: readonly Dependant[], step: string, words: readonly [string, string]): string | undefined {
  if (kept.length === 0) return undefined;
  const labels = kept.map(({ field }) => {
    const other = steps.find((one) => field.id.startsWith(`${one.id}.`) && one.id !== step);
    return other ? `${field.label} of ${other.title}` : field.label;
  });
  const shown = labels.length > 4 ? [...labels.slice(0, 3), `${labels.length - 3} more`] : labels;
  return `${listed(shown)} ${labels.length === 1 ? words[0] : words[1]}`;
}
