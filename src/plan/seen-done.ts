import type { Change, LocalDate, Moment, Rollout, Seen, Step, Task } from '../model/index.ts';
import { sharedTasks, shownPlaces, viewOf } from '../state/index.ts';
import { localDay, showDay } from '../words/index.ts';
import { planOf } from './changes.ts';

/** A task that verify saw done, and that nobody has ticked: that stays a person's word. */
type SeenDone = { step: Step; task: Task; at: Moment; computer: string };

/** What the newest evidence tells of open tasks, where it is of verify and everything of their step is as wanted there. */
export function seenDone(rollout: Rollout, today: LocalDate): readonly SeenDone[] {
  const view = viewOf(rollout, today);
  const { evidence } = view;
  const checks = evidence?.seen?.checks;
  if (!evidence || !checks) return [];
  const { at, computer } = evidence;
  return shownPlaces(view).flatMap(({ step, page }) => {
    const changes = planOf(view).filter(({ desired }) => desired.step === step.id);
    // A step that wants nothing yet has nothing as wanted.
    if (changes.length === 0 || changes.some(({ sign }) => sign !== '=')) return [];
    return sharedTasks(page, view)
      .filter((task) => ['todo', 'waiting'].includes(view.task(task).state) && held(task, checks, changes))
      .map((task) => ({ step, task, at, computer }));
  });
}

type Checks = NonNullable<Seen['checks']>;

/** Whether the checks that stand for a task were good; 3-verify.ps1 names them so. */
function held({ verified }: Task, checks: Checks, changes: readonly Change[]): boolean {
  if (verified === undefined) return false;
  if (verified === 'replicated')
    return checks.some(({ what, good, differ }) => what === 'Replication to the Edge' && good > 0 && differ === 0);
  const grants = changes.flatMap(({ desired }) => (desired.do === 'grant' ? [desired.title] : []));
  const names = ['External access policy in force', ...grants];
  return checks.some(({ what, good }) => names.includes(what) && good > 0);
}

/** "Seen done on 3 Nov 2025 by 3-verify.ps1 on FE01; not ticked." */
export function seenDoneSaid(
  { at, computer }: SeenDone,
  { today, offset }: { today?: LocalDate; offset: number },
): string {
  return `Seen done on ${showDay(localDay(at, offset), today)} by 3-verify.ps1 on ${computer}; not ticked.`;
}
