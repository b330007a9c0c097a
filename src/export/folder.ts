import { copyFileSync, mkdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { reasonOf } from '../state/index.ts';
import { makeFolders } from '../state/store.ts';
import { listed } from '../words/index.ts';
import type { ExportFile } from './files.ts';
import { type ExportPlan, planExport } from './plan.ts';
import { incoming, openStaging, removeStagings, replaced, stagingsIn } from './staging.ts';

/**
 * What came of an export. Where it was not written, nothing was: `said` tells why. `forcible`: nothing but files that
 * were changed, or are somebody else's, is in the way, and `force` replaces them.
 */
export type Exported =
  | { state: 'written'; folder: string; files: readonly { path: string; bytes: number }[]; removed: readonly string[] }
  | { state: 'conflict'; said: string; forcible: boolean }
  | { state: 'failed'; said: string };

/**
 * Writes an export whole or not at all; the manifest is the last of the files. A new folder is staged beside itself and
 * renamed once. Into one that exists all files are staged first and renamed one by one: an error midway is undone, and
 * an export that is killed midway is completed by the next. Other files in it stay as they are.
 */
export function exportTo(
  folder: string,
  files: readonly ExportFile[],
  { force = false }: { force?: boolean } = {},
): Exported {
  const plan = planExport(folder, files);
  const conflict = conflictOf(plan, force);
  if (conflict) return conflict;
  const { folder: target } = plan;
  try {
    if (plan.exists) writeInto(plan, files);
    else writeNew(target, files);
    const sizes = files.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) }));
    return { state: 'written', folder: target, files: sizes, removed: plan.removed };
  } catch (error) {
    const said = error instanceof HalfDone ? error.message : `Nothing was written to ${target}: ${reasonOf(error)}.`;
    return { state: 'failed', said };
  }
}

/** An error midway that could not be undone either. */
class HalfDone extends Error {}

function conflictOf({ folder, changed, foreign, barred }: ExportPlan, force: boolean): Exported | undefined {
  if (barred.length > 0) {
    return { state: 'conflict', said: `Nothing was written: ${listed(barred)}.`, forcible: false };
  }
  if (force || changed.length + foreign.length === 0) return undefined;
  const are = (paths: readonly string[], one: string, many: string) =>
    paths.length === 0 ? [] : [`${listed(paths)} ${paths.length === 1 ? one : many}`];
  const clauses = [
    ...are(changed, 'was changed by hand', 'were changed by hand'),
    ...are(foreign, 'is of no export', 'are of no export'),
  ];
  return { state: 'conflict', said: `Nothing was written: in ${folder} ${listed(clauses)}.`, forcible: true };
}

function writeNew(target: string, files: readonly ExportFile[]): void {
  const parent = dirname(target);
  const made = makeFolders(parent);
  let staging: string | undefined;
  try {
    staging = openStaging(parent, basename(target));
    stage(join(staging, incoming), files);
    renameSync(join(staging, incoming), target);
    removeStagings([staging, ...abandonedBeside(target)]);
  } catch (error) {
    if (staging !== undefined) removeStagings([staging]);
    if (made !== undefined) removeEmpty(parent, made);
    throw error;
  }
}

/** Only once all is staged does anything move, so that a full disk leaves what stands as it stood. */
function writeInto(plan: ExportPlan, files: readonly ExportFile[]): void {
  const { folder } = plan;
  const { abandoned } = stagingsIn(folder, '');
  const staging = openStaging(folder, '');
  try {
    const standing = files.map(({ path }) => path).filter((path) => !plan.added.includes(path));
    for (const path of [...standing, ...plan.removed]) copyBelow(folder, join(staging, replaced), path);
    stage(join(staging, incoming), files);
    exchange(staging, plan, files);
  } catch (error) {
    // What could not be put back has its copy there.
    if (!(error instanceof HalfDone)) removeStagings([staging]);
    throw error;
  }
  // An export that was killed is known by what it staged until this one is whole.
  removeStagings([staging, ...abandoned, ...abandonedBeside(folder)]);
}

/** What exports left beside a folder that were killed before it was there. */
function abandonedBeside(folder: string): readonly string[] {
  try {
    return stagingsIn(dirname(folder), basename(folder)).abandoned;
  } catch {
    // Whoever may not look there has left nothing there.
    return [];
  }
}

/** Puts the new files in place of the old, takes away what is no longer made, and ends with the manifest. */
function exchange(staging: string, { folder, added, removed }: ExportPlan, files: readonly ExportFile[]): void {
  const undo: (() => void)[] = [];
  const place = ({ path }: ExportFile) => {
    const to = join(folder, path);
    const made = makeFolders(dirname(to));
    if (made !== undefined) undo.push(() => removeEmpty(dirname(to), made));
    renameSync(join(staging, incoming, path), to);
    undo.push(() => (added.includes(path) ? rmSync(to) : renameSync(join(staging, replaced, path), to)));
  };
  const remove = (path: string) => {
    rmSync(join(folder, path));
    undo.push(() => renameSync(join(staging, replaced, path), join(folder, path)));
  };
  try {
    for (const file of files.slice(0, -1)) place(file);
    for (const path of removed) remove(path);
    for (const file of files.slice(-1)) place(file);
  } catch (error) {
    putBack(undo, staging, error);
  }
  for (const path of removed) if (path.includes('/')) removeEmpty(dirname(join(folder, path)), folder);
}

/** Undoes, the last thing first, and throws what was the matter. */
function putBack(undo: readonly (() => void)[], staging: string, matter: unknown): never {
  for (const back of undo.toReversed()) {
    try {
      back();
    } catch (error) {
      const stuck = `Stopped halfway: ${reasonOf(matter)}; and what was there could not be put back: ${reasonOf(error)}.`;
      throw new HalfDone(
        `${stuck} It is kept in ${join(staging, replaced)}; the next export there completes this one.`,
      );
    }
  }
  throw matter;
}

function stage(place: string, files: readonly ExportFile[]): void {
  mkdirSync(place);
  for (const { path, text } of files) {
    makeFolders(dirname(join(place, path)));
    writeFileSync(join(place, path), text, { flag: 'wx', flush: true });
  }
}

function copyBelow(from: string, to: string, path: string): void {
  makeFolders(dirname(join(to, path)));
  copyFileSync(join(from, path), join(to, path));
}

/** Takes away folders that are empty, from the inner one out to the outer one, as far as they are. */
function removeEmpty(inner: string, outer: string): void {
  try {
    rmdirSync(inner);
  } catch {
    return;
  }
  if (inner !== outer) removeEmpty(dirname(inner), outer);
}
