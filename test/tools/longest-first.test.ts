import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { TestSpecification, Vitest } from 'vitest/node';
import { LongestFirst } from '../../tools/longest-first.ts';

/** As in a fresh clone: nothing is known of any file but its size. */
const unknown = { cache: { getTestSpecificationResult: () => undefined } } as unknown as Vitest;
const project = { name: '', config: { sequence: { groupOrder: 0 }, isolate: false } };

test('tests of terminal and engine start before all others, the longest of the engine first', async () => {
  const files = [
    'test/tools/longest-first.test.ts',
    'test/screens/root.test.ts',
    'test/terminal/killed.test.ts',
    'test/powershell/plain.test.ts',
    'test/powershell/lifecycle/lifecycle.test.ts',
  ];
  const specifications = files.map((file) => ({ moduleId: resolve(file), project }) as unknown as TestSpecification);
  const sorted = await new LongestFirst(unknown).sort(specifications);
  expect(sorted.map(({ moduleId }) => files.indexOf(files.find((file) => moduleId.endsWith(file)) ?? ''))).toEqual([
    2, 4, 3, 1, 0,
  ]);
});
