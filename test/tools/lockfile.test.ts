import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Locked = {
  resolved?: string;
  dependencies?: Record<string, string>;
  optionalDependencies?: Record<string, string>;
};

const text = readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8');
const lockfile: { packages: Record<string, Locked> } = JSON.parse(text);
const packages = new Map(Object.entries(lockfile.packages));

/** Whether a package that stands at a place in the tree finds the other, beside itself or further up. */
function finds(place: string, name: string): boolean {
  const here = place === '' ? `node_modules/${name}` : `${place}/node_modules/${name}`;
  if (packages.has(here)) return true;
  const above = place.lastIndexOf('/node_modules/');
  return place !== '' && finds(above < 0 ? '' : place.slice(0, above), name);
}

test('the lockfile knows every package that any machine may need, so that npm ci works on each', () => {
  const missing = [...packages].flatMap(([place, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !finds(place, name))
      .map((name) => `${name}, wanted by ${place}`),
  );
  expect(packages.size).toBeGreaterThan(100);
  expect(missing).toEqual([]);
});

test('the lockfile carries no address, so that it works with every registry', () => {
  expect([...packages].filter(([, { resolved }]) => resolved !== undefined).map(([place]) => place)).toEqual([]);
});
