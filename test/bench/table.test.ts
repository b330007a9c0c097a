import { expect, it } from 'vitest';
import { isMet, type Row, tableLines } from '../../bench/table.ts';

const reference = { what: 'node -e 0', cost: 40 };

it('tells what was got beside what, the ratio, and whether the goal is met', () => {
  const rows: readonly Row[] = [
    { what: 'first frame', ours: 120, unit: 'ms', reference, goal: { times: 2.5 } },
    { what: 'version', ours: 44, unit: 'ms', reference, goal: { times: 1.3 } },
    { what: 'bundle', ours: 1.25, unit: 'MB', goal: { atMost: 3 } },
    { what: 'memory', ours: 90, unit: 'MB', reference: { what: 'a bare node', cost: 45 } },
    { what: 'prompt', notMeasured: 'inquirer is not installed' },
  ];
  expect(tableLines(rows)).toEqual([
    'measured         got  beside       which took  ratio    goal  met',
    'first frame   120 ms  node -e 0       40.0 ms   3.0x    2.5x  NO',
    'version      44.0 ms  node -e 0       40.0 ms   1.1x    1.3x  yes',
    'bundle        1.3 MB                                  3.0 MB  yes',
    'memory       90.0 MB  a bare node     45.0 MB   2.0x',
    'prompt       not measured: inquirer is not installed',
  ]);
});

it('holds a goal that is just met, and none that there is not', () => {
  const row = { what: 'version', ours: 52, unit: 'ms', reference } as const;
  expect(isMet({ ...row, goal: { times: 1.3 } })).toBe(true);
  expect(isMet({ ...row, goal: { times: 1.29 } })).toBe(false);
  expect(isMet({ ...row, goal: { atMost: 52 } })).toBe(true);
  expect(isMet({ ...row, goal: { atMost: 51 } })).toBe(false);
  expect(isMet(row)).toBeUndefined();
  expect(isMet({ what: 'prompt', notMeasured: 'inquirer is not installed' })).toBeUndefined();
});
