/** What a run costs, in milliseconds or in bytes. */
export type Run = () => number | Promise<number>;

/** How often what varies is measured; a median of fewer says little on a machine that does other things as well. */
export const usualRuns = 15;

/**
 * Runs both in turns, so that what else the machine does weighs on both alike. The first turn is not counted: it fills
 * caches.
 */
export async function inTurns(
  runs: number,
  { reference, ours }: { reference: Run; ours: Run },
): Promise<{ reference: readonly number[]; ours: readonly number[] }> {
  const costs = { reference: [] as number[], ours: [] as number[] };
  for (let turn = 0; turn <= runs; turn++) {
    const [one, other] = [await reference(), await ours()];
    if (turn === 0) continue;
    costs.reference.push(one);
    costs.ours.push(other);
  }
  return costs;
}

/** Milliseconds that a piece of work takes. */
export function timed(work: () => void): number {
  const from = performance.now();
  work();
  return performance.now() - from;
}

/** The smallest cost that this share of all runs stays within, by nearest rank; share from above 0 to 1. */
export function percentile(costs: readonly number[], share: number): number {
  const sorted = costs.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error('Nothing was measured.');
  return found;
}

export function median(costs: readonly number[]): number {
  return percentile(costs, 0.5);
}
