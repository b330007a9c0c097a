import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportFiles, exportTo } from '../src/export/index.ts';
import type { Rollout } from '../src/model/index.ts';
import { inTurns, median, timed, usualRuns } from './measure.ts';
import { around, contosoWith } from './rollouts.ts';
import type { Row } from './table.ts';

/** What an export costs with 10,000 people, and how that grows. */
export async function exportRows(folder: string): Promise<readonly Row[]> {
  const some = contosoWith(10_000);
  const many = contosoWith(100_000);
  mkdirSync(folder, { recursive: true });
  const files = exportFiles(some, around);
  const small = await inTurns(usualRuns, {
    reference: () => writing(folder, files),
    ours: () => exporting(folder, some),
  });
  const large = await inTurns(usualRuns, {
    reference: () => exporting(folder, some),
    ours: () => exporting(folder, many),
  });
  return [
    {
      what: 'export, 10,000 people',
      ...{ ours: median(small.ours), unit: 'ms' },
      reference: { what: 'writing those bytes', cost: median(small.reference) },
      goal: { atMost: 1000 },
    },
    {
      what: 'export, 100,000 people',
      ...{ ours: median(large.ours), unit: 'ms' },
      reference: { what: '10,000 people', cost: median(large.reference) },
      goal: { times: 11 },
    },
  ];
}

function exporting(folder: string, rollout: Rollout): number {
  const out = join(folder, 'out');
  const cost = timed(() => {
    const done = exportTo(out, exportFiles(rollout, around));
    if (done.state !== 'written') throw new Error(done.said);
  });
  rmSync(out, { recursive: true });
  return cost;
}

function writing(folder: string, files: ReturnType<typeof exportFiles>): number {
  return timed(() => {
    for (const [i, { text }] of files.entries()) writeFileSync(join(folder, String(i)), text);
  });
}
