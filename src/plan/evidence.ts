import { productNames, versionMarks } from '../facts/index.ts';
import type { Evidence, LocalDate, Moment, Product, Rollout } from '../model/index.ts';
import { sharedTasks, shownPlaces, viewOf } from '../state/index.ts';
import { daysBetween, listed, localDay, quoted } from '../words/index.ts';

/** The day as the reader's clock has it, and minutes east of UTC. */
export type Clock = { today: LocalDate; offset: number };

/** What a plan goes by, how old it is, and what speaks against it. */
export type SeenFrom = Pick<Evidence, 'at' | 'computer' | 'script'> & {
  /** Calendar days from then to today; negative where the clock of the server is ahead. */
  days: number;
  /** Why it is of another server, or may not be so any more, a sentence each. */
  doubts: readonly string[];
  /** When scripts were last written since; that somebody has run them is not known. */
  exported?: Moment;
};

/** What the plan of a rollout goes by; undefined where nothing was seen. */
export function seenFrom(rollout: Rollout, clock: Clock): SeenFrom | undefined {
  const { evidence, product } = viewOf(rollout, clock.today);
  if (!evidence) return undefined;
  const { at, computer, script } = evidence;
  const other = otherServer(evidence, product);
  const days = daysBetween(localDay(at, clock.offset), clock.today);
  const exported = rollout.events.findLast((event) => event.type === 'exported' && event.at > at)?.at;
  return {
    at,
    computer,
    script,
    days,
    doubts: [...(other === undefined ? [] : [other]), ...changedSince(rollout, evidence, clock)],
    ...(exported === undefined ? {} : { exported }),
  };
}

/** Why scripts of this product stop on the server that was seen, at once, in a sentence; undefined where they do not. */
export function otherServer(
  { computer, serverVersion }: Pick<Evidence, 'computer' | 'serverVersion'>,
  product: Product | undefined,
): string | undefined {
  // What follows the version is about licences.
  const [named, mark] = /^.*?\((\d+)\.[^)]*\)/.exec(serverVersion ?? '') ?? [];
  if (mark === undefined || product === undefined || mark === versionMarks[product]) return undefined;
  return `${computer} is another product, ${named}: this rollout is for ${productNames[product]}, and its scripts stop there.`;
}

/** "20 days ago"; days that are still to come show that a clock is wrong. */
export function daysAgo({ days }: Pick<SeenFrom, 'days'>): string {
  if (days < 0) return 'the clock there is ahead of this one';
  return days < 2 ? (days === 0 ? 'today' : 'yesterday') : `${days} days ago`;
}

/** What was done after it was seen, and may have made the server another; the order counts, no number of days. */
function changedSince(rollout: Rollout, evidence: Evidence, clock: Clock): readonly string[] {
  const { later, thatDay } = doneSince(rollout, evidence, clock);
  if (later.length + thatDay.length === 0) return [];
  const happened = [
    ...(later.length > 0 ? [`${listed(later.map(quoted))} ticked as done`] : []),
    ...(thatDay.length > 0 ? [`${listed(thatDay.map(quoted))} done that same day, perhaps later`] : []),
  ];
  return [`The server may have changed since: ${happened.join('; ')}. Look again with 1-discover.ps1 or 3-verify.ps1.`];
}

type DoneSince = { later: readonly string[]; thatDay: readonly string[] };

/**
 * Tasks that tell of another server than the one that was seen, by their labels. When one was done is known to the day:
 * on the day of the evidence it may have been before it, unless it was ticked by then. Verify is run after apply.
 */
function doneSince(rollout: Rollout, { at: seenAt, script }: Evidence, { today, offset }: Clock): DoneSince {
  const view = viewOf(rollout, today);
  const seenDay = localDay(seenAt, offset);
  const dones = shownPlaces(view)
    .flatMap(({ page }) => sharedTasks(page, view))
    .filter(({ changesServer }) => changesServer === 'by hand' || (changesServer === 'apply' && script !== 'verify'))
    .flatMap((task) => {
      const { state, at } = view.task(task);
      if (state !== 'done') return [];
      const moved = rollout.events.findLast((event) => event.type === 'task-moved' && event.task === task.id)?.at;
      const day = at ?? (moved === undefined ? '' : localDay(moved, offset));
      const isTickedBefore = moved !== undefined && moved <= seenAt;
      return day >= seenDay && !isTickedBefore ? [{ label: task.label, isLater: day > seenDay }] : [];
    });
  // Replicated is a task of two steps.
  const labels = (isLater: boolean) => [
    ...new Set(dones.filter((done) => done.isLater === isLater).map(({ label }) => label)),
  ];
  return { later: labels(true), thatDay: labels(false) };
}
