import type { LocalDate, Rollout, Task } from '../model/index.ts';
import { seenDone, seenDoneSaid } from '../plan/index.ts';
import { remembered } from '../state/index.ts';

/** The screen asks at each key; all is worked out once for a rollout. */
const seenByTask = remembered(
  (rollout: Rollout, today: LocalDate) => new Map(seenDone(rollout, today).map((one) => [one.task, one] as const)),
);

/** That verify saw an open task done, when and where; undefined where it did not. To tick it stays a person's act. */
export function seenDoneOf(
  task: Task,
  rollout: Rollout,
  { today, offset }: { today: LocalDate; offset: number },
): string | undefined {
  // Few tasks can be seen, and most are asked for without looking at the plan.
  const seen = task.verified === undefined ? undefined : seenByTask(rollout, today).get(task);
  return seen && seenDoneSaid(seen, { today, offset });
}
