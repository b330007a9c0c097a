import { expect, test } from 'vitest';
import { placed, problemLine, warningLine } from '../../src/cli/told.ts';
import type { Located } from '../../src/state/index.ts';

const problem: Located = {
  id: 'edge.pools',
  path: [0, 'internal'],
  said: '"10.0.0.5" is an address, not a name.',
  expected: 'the name of a pool',
  example: 'edge01.contoso.local',
  weight: 'stop',
};

test.each([
  [{}, 'Expected the name of a pool, such as edge01.contoso.local.'],
  [{ expected: 'a name, such as edge01.contoso.local' }, 'Expected a name, such as edge01.contoso.local.'],
  [{ example: '' }, 'Expected the name of a pool.'],
])('a problem says where, what, and what would do: %j', (change, end) => {
  const start = 'edge.pools[0].internal: "10.0.0.5" is an address, not a name.';
  expect(problemLine(placed({ ...problem, ...change }))).toBe(`${start} ${end}`);
});

test('a problem of the whole file has no place', () => {
  expect(problemLine(placed({ ...problem, id: '', path: [] }))).toMatch(/^"10\.0\.0\.5" is/);
});

test('a warning says where and what', () => {
  expect(warningLine(problem)).toBe('warning: edge.pools[0].internal: "10.0.0.5" is an address, not a name.');
});

test('a program gets the parts', () => {
  const { said, expected, example } = problem;
  expect(placed(problem)).toEqual({ path: 'edge.pools[0].internal', said, expected, example });
});
