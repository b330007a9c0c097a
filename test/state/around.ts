import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, onTestFinished } from 'vitest';
import type { Opened, Saved, Surroundings } from '../../src/model/index.ts';

/** Surroundings whose clock goes on by a minute each time somebody looks at it. */
export function clockwork(user = 'ana'): Surroundings {
  let minutes = 0;
  return {
    now: () => new Date(Date.UTC(2025, 10, 23, 9, minutes++)).toISOString(),
    offset: 0,
    user,
    version: '0.1.0',
  };
}

let endings: (() => unknown)[] | undefined;

/** Does something when the test is over, or, inside of `forAll`, when all of them are. */
export function atEnd(end: () => unknown): void {
  if (endings) endings.push(end);
  else onTestFinished(async () => void (await end()));
}

/** Makes something once for all tests of a group. */
export function forAll<T>(make: () => Promise<T>): () => T {
  const own: (() => unknown)[] = [];
  let made: { it: T } | undefined;
  beforeAll(async () => {
    endings = own;
    try {
      made = { it: await make() };
    } finally {
      endings = undefined;
    }
  });
  afterAll(async () => {
    for (const end of own.toReversed()) await end();
  });
  return () => {
    if (!made) throw new Error('It is made before the first test.');
    return made.it;
  };
}

/** A folder that is gone when the test is. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'skypefed-test-'));
  atEnd(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function savedOf(opened: Opened): Saved {
  if (opened.state !== 'open') throw new Error(JSON.stringify(opened));
  return opened.saved;
}
