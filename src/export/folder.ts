import {
  chmodSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { reasonOf } from '../state/index.ts';
import { isAlive } from '../state/store.ts';
import { count, listed } from '../words/index.ts';
import type { ExportFile } from './files.ts';

/** What came of an export. Where it was not written, nothing was: `said` tells why, and what would do. */
export type Exported =
  | { state: 'written'; folder: string; files: readonly { path: string; bytes: number }[] }
  | { state: 'conflict'; said: string }
  | { state: 'failed'; said: string };

/**
 * Writes an export whole or not at all, into a folder that is new or empty. It is staged beside the folder and renamed
 * once; what an export left behind that was killed before is taken away.
 */
export function exportTo(folder: string, files: readonly ExportFile[]): Exported {
  const target = resolveTarget(folder);
  try {
    const conflict = conflictAt(target);
    if (conflict !== undefined) return { state: 'conflict', said: conflict };
    const madeParent = mkdirSync(dirname(target), { recursive: true });
    const staging = `${target}.skypefed-${process.pid.toString(16)}`;
    try {
      removeAbandoned(target);
      const written = stage(staging, files);
      putInPlace(staging, target);
      return { state: 'written', folder: target, files: written };
    } catch (error) {
      rmSync(staging, { recursive: true, force: true });
      if (madeParent !== undefined) removeEmpty(dirname(target), madeParent);
      throw error;
    }
  } catch (error) {
    return { state: 'failed', said: `Nothing was written to ${target}: ${reasonOf(error)}.` };
  }
}

/** The folder that is meant: where a link leads, if it is one. */
function resolveTarget(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

/** Why nothing can be written there, as a sentence; undefined where nothing is in the way. */
function conflictAt(target: string): string | undefined {
  const advice = 'Name a folder that is new or empty; nothing was written.';
  const found = statSync(target, { throwIfNoEntry: false });
  if (!found) return dirname(target) === target ? undefined : fileAbove(dirname(target), advice);
  if (!found.isDirectory()) return `${target} is a file. ${advice}`;
  const names = readdirSync(target).toSorted();
  if (names.length > 0) {
    const shown = names.length > 3 ? [...names.slice(0, 2), count(names.length - 2, 'more', 'more')] : names;
    return `${target} holds ${listed(shown)}. ${advice}`;
  }
  // The folder is replaced, and whoever stands in it would stand in one that is gone.
  return target === realpathSync('.') ? `${target} is the folder you are in. ${advice}` : undefined;
}

/** The same, of the folders in which a new one is to be. */
function fileAbove(place: string, advice: string): string | undefined {
  const found = statSync(place, { throwIfNoEntry: false });
  if (found) return found.isDirectory() ? undefined : `${place} is a file. ${advice}`;
  return dirname(place) === place ? undefined : fileAbove(dirname(place), advice);
}

function stage(staging: string, files: readonly ExportFile[]): readonly { path: string; bytes: number }[] {
  mkdirSync(staging);
  return files.map(({ path, text }) => {
    const place = join(staging, ...path.split('/'));
    mkdirSync(dirname(place), { recursive: true });
    const bytes = Buffer.from(text);
    writeFileSync(place, bytes, { flag: 'wx' });
    return { path, bytes: bytes.length };
  });
}

function putInPlace(staging: string, target: string): void {
  const empty = statSync(target, { throwIfNoEntry: false });
  if (empty) chmodSync(staging, empty.mode);
  try {
    renameSync(staging, target);
  } catch (error) {
    // Windows renames onto nothing that is there, be it empty.
    if (!empty) throw error;
    rmdirSync(target);
    try {
      renameSync(staging, target);
    } catch (again) {
      mkdirSync(target);
      throw again;
    }
  }
}

/** Takes away what stood beside the folder when an export to it was killed. */
function removeAbandoned(target: string): void {
  const beside = `${basename(target)}.skypefed-`;
  for (const name of readdirSync(dirname(target))) {
    const pid = name.startsWith(beside) ? name.slice(beside.length) : '';
    const number = /^[0-9a-f]+$/.test(pid) ? Number.parseInt(pid, 16) : undefined;
    if (number === undefined || (number !== process.pid && isAlive(number))) continue;
    rmSync(join(dirname(target), name), { recursive: true, force: true });
  }
}

/** Takes away folders that were made for nothing, from the inner one out, as far as they are empty. */
function removeEmpty(inner: string, outer: string): void {
  try {
    rmdirSync(inner);
  } catch {
    return;
  }
  if (inner !== outer) removeEmpty(dirname(inner), outer);
}
