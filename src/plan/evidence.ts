import { productNames, versionMarks } from '../facts/index.ts';
import type { Evidence, LocalDate, Moment, Product, Rollout, Task } from '../model/index.ts';
import { sharedTasks, shownPlaces, viewOf } from '../state/index.ts';
import { daysBetween, listed, localDay, localTime, quoted, showDay } from '../words/index.ts';

/** The day as the reader's clock has it, and minutes east of UTC. */
type Clock = { today: LocalDate; offset: number };

/** What a plan goes by, how old it is, and what speaks against it. */
export type SeenFrom = Pick<Evidence, 'at' | 'computer' | 'script'> & {
  /** Calendar days from then to today; negative where the clock of the server is ahead. */
  days: number;
  /** Why it is of another server, or may not be so any more, a sentence each. */
  doubts: readonly string[];
};

/** What the plan of a rollout goes by; undefined where nothing was seen. */
export function seenFrom(rollout: Rollout, clock: Clock): SeenFrom | undefined {
  const { evidence, product } = viewOf(rollout, clock.today);
  if (!evidence) return undefined;
  const { at, computer, script } = evidence;
  const other = otherServer(evidence, product);
  const days = daysBetween(localDay(at, clock.offset), clock.today);
  return {
    at,
    computer,
    script,
    days,
    doubts: [...(other === undefined ? [] : [other]), ...changedSince(rollout, evidence, clock)],
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

/** What happened after it was seen, and may have made the server another; the order counts, no number of days. */
function changedSince(rollout: Rollout, evidence: Evidence, clock: Clock): readonly string[] {
  const when = (moment: Moment) =>
    `${showDay(localDay(moment, clock.offset), clock.today)} ${localTime(moment, clock.offset)}`;
  const exported = rollout.events.findLast((event) => event.type === 'exported' && event.at > evidence.at);
  // Replicated is a task of two steps.
  const done = [...new Set(doneSince(rollout, evidence, clock).map(({ label }) => label))];
  const happened = [
    ...(exported ? [`exported ${when(exported.at)}`] : []),
    ...(done.length > 0 ? [`${listed(done.map(quoted))} ticked as done`] : []),
  ];
  if (happened.length === 0) return [];
  return [`The server may have changed since: ${happened.join('; ')}. Look again with 1-discover.ps1 or 3-verify.ps1.`];
}

/** Tasks that tell of another server than the one that was seen, done on a later day; verify is run after apply. */
function doneSince(rollout: Rollout, { at: seenAt, script }: Evidence, { today, offset }: Clock): readonly Task[] {
  const view = viewOf(rollout, today);
  const dayTold = (task: Task) => {
    const moved = rollout.events.findLast((event) => event.type === 'task-moved' && event.task === task.id);
    return moved ? localDay(moved.at, offset) : '';
  };
  return shownPlaces(view)
    .flatMap(({ page }) => sharedTasks(page, view))
    .filter((task) => {
      const { changesServer } = task;
      if (changesServer === undefined || (changesServer === 'apply' && script === 'verify')) return false;
      const { state, at = dayTold(task) } = view.task(task);
      return state === 'done' && at > localDay(seenAt, offset);
    });
}
