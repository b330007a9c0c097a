import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Holder, Moment } from '../../model/index.ts';
import { codeOf, reasonOf } from '../failures.ts';
import { fileMode, readText, writeWhole } from './files.ts';

/** A lock that we took. */
export type Lock = {
  /** Who holds it now instead of us; undefined: still we. Throws where that cannot be told. */
  lostTo(): Holder | undefined;
  /** Gives it back, if it is still ours. */
  release(): void;
};

export type Taken =
  | { state: 'taken'; lock: Lock }
  | { state: 'held'; holder: Holder }
  | { state: 'failed'; said: string };

const holderShape = z.object({
  host: z.string(),
  pid: z.int().check(z.positive()),
  user: z.string(),
  since: z.string(),
});

/**
 * Takes the lock of a rollout's folder. One that a dead process of this computer holds, or that says nothing, which is
 * what a power cut leaves, is taken over silently; another only by `force`. Whoever held it sees that at its next write.
 */
export function takeLock(options: { folder: string; user: string; since: Moment; force: boolean }): Taken {
  const { folder, user, since, force } = options;
  const path = join(folder, 'lock');
  // The key tells two windows of one process apart, and those whose clock stands still.
  const text = JSON.stringify({ host: hostname(), pid: process.pid, user, since, key: randomUUID() });
  try {
    if (!create(path, text)) {
      const holder = holderOf(path);
      if (holder && !force && isAtWork(holder)) return { state: 'held', holder };
      writeWhole(path, text);
    }
    return { state: 'taken', lock: lockOf(path, text) };
  } catch (error) {
    return { state: 'failed', said: reasonOf(error) };
  }
}

/** Who is at work in a folder now, if anybody is. */
export function holderAtWork(folder: string): Holder | undefined {
  const holder = holderOf(join(folder, 'lock'));
  return holder && isAtWork(holder) ? holder : undefined;
}

function lockOf(path: string, text: string): Lock {
  return {
    lostTo() {
      if (readText(path) === text || create(path, text)) return undefined;
      const holder = holderOf(path);
      if (!holder) writeWhole(path, text);
      return holder;
    },
    release() {
      try {
        if (readText(path) === text) rmSync(path);
      } catch {
        // It stays behind and is taken over silently next time, since this process is dead by then.
      }
    },
  };
}

/** Makes the lock; false where there is one. */
function create(path: string, text: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx', mode: fileMode });
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): Holder | undefined {
  try {
    const read = holderShape.safeParse(JSON.parse(readText(path) ?? ''));
    return read.success ? read.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined;
    throw error;
  }
}

/** A process of another computer cannot be asked, so it counts as alive. */
function isAtWork({ host, pid }: Holder): boolean {
  return host !== hostname() || isAlive(pid);
}

/** Is there a process of this number on this computer? */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === 'EPERM';
  }
}
