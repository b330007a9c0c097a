import type { AnyField, LocalDate, Rollout } from '../model/index.ts';
import { type Dependant, dependantsOf } from '../state/index.ts';
import { steps } from '../steps/index.ts';
import { count, listed } from '../words/index.ts';

/** What would follow, counted and named: `4 answers depend on this: Sites is kept, not asked; Users is asked.` */
export function dependantsText(
  rollout: Rollout,
  field: AnyField,
  value: unknown,
  today: LocalDate,
): string | undefined {
  const all = dependantsOf(rollout, field, value, today);
  if (all.length === 0) return undefined;
  const own = field.id.split('.')[0] ?? '';
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
