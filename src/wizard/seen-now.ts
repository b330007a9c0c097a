import type { AnyField, LocalDate, View } from '../model/index.ts';
import { planOf, shown } from '../plan/index.ts';
import { localDay, showDay } from '../words/index.ts';

/** What was seen of the values that an answer settles: each object and value, each once. */
function seenNow(field: AnyField | undefined, view: View | undefined): readonly { object: string; value: string }[] {
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

type Clock = { today: LocalDate; offset: number };

/** What keep keeps, as far as it was seen. */
export function keptNow(field: AnyField | undefined, view: View | undefined, { today, offset }: Clock): string {
  const values = new Set(seenNow(field, view).map(({ value }) => value));
  const [value] = values;
  if (value === undefined || !view?.evidence) return 'Now: not seen yet.';
  const seen = `seen ${showDay(localDay(view.evidence.at, offset), today)}`;
  return values.size === 1 ? `Now: ${value}, ${seen}.` : `Now: it differs, ${seen}.`;
}

/** So many objects are told one by one. */
const mostSeen = 6;

/** What was seen on the server of what an answer settles; undefined where it settles nothing there. */
export function seenOnServer(
  field: AnyField | undefined,
  view: View,
  { today, offset }: Clock,
): { title: string; lines: readonly string[] } | undefined {
  if ((field?.sets ?? []).length === 0) return undefined;
  const { evidence } = view;
  if (!evidence) {
    const nothing = 'Nothing was seen there yet; the script looks before it changes anything.';
    return { title: 'On the server', lines: [nothing] };
  }
  const seen = seenNow(field, view);
  const lines = seen.slice(0, mostSeen).map(({ object, value }) => `${object}: ${value}`);
  const more = seen.length > mostSeen ? [`and ${seen.length - mostSeen} more`] : [];
  return {
    title: `Seen on the server, ${showDay(localDay(evidence.at, offset), today)}`,
    lines: lines.length > 0 ? [...lines, ...more] : ['Not seen of this.'],
  };
}
