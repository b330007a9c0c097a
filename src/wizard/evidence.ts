import type { Evidence, LocalDate, Rollout, View } from '../model/index.ts';
import { otherServer } from '../plan/index.ts';
import { newestOf, viewOf } from '../state/index.ts';
import { localDay, localTime, showDay } from '../words/index.ts';

type Clock = { today: LocalDate; offset: number };

/** "3 Nov 14:10": when evidence was written, on the clock of this machine. */
export function seenWhen({ at }: Pick<Evidence, 'at'>, { today, offset }: Clock): string {
  return `${showDay(localDay(at, offset), today)} ${localTime(at, offset)}`;
}

/** What the script will go by, before it is written. */
export function seenBeforeExport({ evidence }: Pick<View, 'evidence'>, clock: Clock): string {
  return evidence
    ? `The script stops where the server is no longer as it was seen on ${evidence.computer}, ${seenWhen(evidence, clock)}.`
    : 'Nothing was seen on the server yet: the script looks before it changes anything.';
}

/** What is told once evidence is in its rollout, and whether that is a warning: it may be of another product. */
export function evidenceTaken(evidence: Evidence, rollout: Rollout, clock: Clock): { said: string; warns: boolean } {
  const seen = (one: Evidence) => `${one.computer}, ${seenWhen(one, clock)}`;
  const newest = newestOf(rollout.evidence ?? [], 'front-end');
  const goesBy =
    newest?.sha256 === evidence.sha256
      ? 'Plan shows it.'
      : newest
        ? `Plan goes by ${seen(newest)}.`
        : 'Plan needs what is seen on a Front End Server.';
  const other = otherServer(evidence, viewOf(rollout, clock.today).product);
  return other === undefined
    ? { said: `Taken in: what was seen on ${seen(evidence)}. ${goesBy}`, warns: false }
    : { said: `Taken in, but ${other}`, warns: true };
}

/** Why evidence has nowhere to go. */
export function evidenceUnknown(path: string, rollout: string): string {
  return `${path} is evidence of the rollout ${rollout}, which is not here.`;
}
