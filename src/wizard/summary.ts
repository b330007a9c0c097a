import type { LocalDate, Moment, Rollout, Summary } from '../model/index.ts';
import { stepStates, waitsOf } from '../state/index.ts';
import { localDay, showDay } from '../words/index.ts';
import { takenIn } from './resume.ts';

/** How many steps are done. */
export function stepsDone(rollout: Rollout, today: LocalDate): number {
  return [...stepStates(rollout, today).values()].filter((state) => state === 'done').length;
}

/** How each rollout is called in the list, by its id: as its organisation, and where others are called so by its id as well. */
export function listedNames(summaries: readonly Summary[]): ReadonlyMap<string, string> {
  const many = new Map<string, number>();
  for (const { organisation } of summaries) many.set(organisation, (many.get(organisation) ?? 0) + 1);
  return new Map(
    summaries.map(({ id, organisation }) => {
      const isTwin = (many.get(organisation) ?? 0) > 1;
      return [id, isTwin ? `${organisation} (${id})` : organisation];
    }),
  );
}

/** How it stands with a rollout, in a few words; of a wait, what waits and for how long by themselves. */
export type SummaryNote =
  | { of: 'wait'; text: string; what: string; day: string }
  | { of: 'exported' | 'last'; text: string };

/** What waits, else when it was exported, else when a file was taken in or somebody was here last. */
export function summaryNote(
  summary: Summary,
  rollout: Rollout,
  { today, offset }: { today: LocalDate; offset: number },
): SummaryNote | undefined {
  const [wait] = waitsOf(rollout, today);
  if (wait) {
    const [what, day] = [wait.task.label, `day ${wait.day}`];
    return { of: 'wait', text: `${what} ${showDay(wait.since, today)}, ${day}`, what, day };
  }
  const day = (moment: Moment) => showDay(localDay(moment, offset), today);
  const last = rollout.events.at(-1);
  if (last?.type === 'exported') return { of: 'exported', text: `exported ${day(last.at)}` };
  const taken = takenIn(rollout);
  if (taken) return { of: 'last', text: `taken in ${day(taken.at)}` };
  const at = summary.savedAt ?? last?.at;
  return at === undefined ? undefined : { of: 'last', text: `last here ${day(at)}` };
}
