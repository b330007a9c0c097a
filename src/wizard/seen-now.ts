import type { AnyField, View } from '../model/index.ts';
import { planOf, shown } from '../plan/index.ts';

/** What was seen of the values that an answer settles: each object and value, each once. */
export function seenNow(
  field: AnyField | undefined,
  view: View | undefined,
): readonly { object: string; value: string }[] {
  const names = field?.sets ?? [];
  if (names.length === 0 || !view?.evidence) return [];
  const step = field?.id.split('.')[0];
  const found = planOf(view)
    .filter(({ desired }) => desired.step === step)
    .flatMap(({ seen }) => seen?.objects ?? [])
    .flatMap(({ identity, now, kept }) =>
      names.flatMap((name) => {
        const value = now?.[name] ?? kept?.[name];
        if (value === undefined) return [];
        return [{ object: now ? identity : `${identity} not there, in force`, value: shown(value) }];
      }),
    );
  return [...new Map(found.map((one) => [`${one.object} ${one.value}`, one])).values()];
}
