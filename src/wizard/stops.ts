import type { LocalDate, Rollout } from '../model/index.ts';
import { findingsOf } from '../state/index.ts';

type Of = Pick<Rollout, 'answers' | 'tasks' | 'people'>;

/** How many things keep the export from being made. */
export function stopsOf(rollout: Of, today: LocalDate): number {
  return findingsOf(rollout, today).filter(({ weight }) => weight === 'stop').length;
}

/** Why nothing is exported; undefined where nothing stands in the way. */
export function exportStopped(rollout: Of, today: LocalDate): string | undefined {
  const many = manyWrong(stopsOf(rollout, today));
  return many && `${many} wrong or missing, so nothing is exported.`;
}

/** That what is missing may change the plan; undefined where nothing is. */
export function planUnfinished(rollout: Of, today: LocalDate): string | undefined {
  const many = manyWrong(stopsOf(rollout, today));
  return many && `${many} wrong or missing: until that is mended the plan is not whole.`;
}

function manyWrong(stops: number): string | undefined {
  if (stops === 0) return undefined;
  return stops === 1 ? 'One thing is' : `${stops} things are`;
}
