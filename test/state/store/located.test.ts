import { join } from 'node:path';
import { expect, test } from 'vitest';
import { located } from '../../../src/state/store/located.ts';

const start = join('/', 'srv');
const home = join('/', 'home', 'ana');

test.each([
  ['contoso', join(start, 'contoso')],
  [' contoso ', join(start, 'contoso')],
  ['~', home],
  ['~/x', join(home, 'x')],
  ['~x', join(start, '~x')],
  ['x/~', join(start, 'x', '~')],
  [join('/', 'x'), join('/', 'x')],
])('%s', (typed, path) => {
  expect(located(typed, { home, start })).toBe(path);
});
