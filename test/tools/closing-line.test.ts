import { expect, test } from 'vitest';
import { closingLines, type Ending } from '../../tools/closing-line.ts';

const passed: Ending = { state: 'passed' };
const failed: Ending = { state: 'failed' };

test('a clean run ends with the two counts alone on a line', () => {
  expect(closingLines([passed, passed])).toEqual(['2 passed, 0 failed']);
});

test('failures are counted beside what passed', () => {
  expect(closingLines([passed, failed, failed])).toEqual(['1 passed, 2 failed']);
});

test('skipped tests are told by reason above the counts', () => {
  const noEngine: Ending = { state: 'skipped', note: 'dotnet is not on PATH' };
  expect(closingLines([noEngine, passed, { state: 'skipped' }, noEngine])).toEqual([
    '2 skipped: dotnet is not on PATH',
    '1 skipped: no reason given',
    '1 passed, 0 failed, 3 skipped',
  ]);
});

test('a run without a test says so in numbers', () => {
  expect(closingLines([])).toEqual(['0 passed, 0 failed']);
});
