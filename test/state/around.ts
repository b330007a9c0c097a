import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
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

/** A folder that is gone when the test is. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'skypefed-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export function savedOf(opened: Opened): Saved {
  if (opened.state !== 'open') throw new Error(JSON.stringify(opened));
  return opened.saved;
}
