import { lstatSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Moment } from '../model/index.ts';
import { reasonOf } from '../state/index.ts';
import type { ExportFile } from './files.ts';
import { digestOf, type Manifest, manifestName, readManifest } from './manifest.ts';
import { intentOf, stagingsIn } from './staging.ts';

/** What an export would do to a folder; every file of ours is in one of the lists, others are nobody's business. */
export type ExportPlan = {
  /** Where it goes: an absolute path; where the name is a link, what it leads to. */
  folder: string;
  /** Is the folder there already? */
  exists: boolean;
  /** When the export was written that stands there. */
  earlier?: Moment;
  /** Nothing stands under these names. */
  added: readonly string[];
  /** An earlier export left these, or they are already what will be written. */
  replaced: readonly string[];
  /** An earlier export wrote these, this one does not, and they are as they were written. */
  removed: readonly string[];
  /** An earlier export wrote these and they were changed since; one that is no longer made is never removed. */
  changed: readonly string[];
  /** Somebody else's, under names of ours. */
  foreign: readonly string[];
  /** What keeps an export from being written there, force or not, each a clause: a link under a name of ours. */
  barred: readonly string[];
};

/** What stands at a path below a folder. */
type Found = { is: 'nothing' } | { is: 'file'; sha256: string; bytes: Uint8Array } | { is: 'barred'; said: string };

/**
 * What it would do to a folder to export these files there. Reads, writes nothing. What an export wrote that was killed
 * midway counts as ours.
 */
export function planExport(folder: string, files: readonly ExportFile[]): ExportPlan {
  const target = resolveTarget(folder);
  const nothing = { exists: false, added: [], replaced: [], removed: [], changed: [], foreign: [], barred: [] };
  if (folder === '') return { ...nothing, folder: target, barred: ['no folder is named'] };
  try {
    const barrier = barrierAt(target);
    if (barrier !== undefined) return { ...nothing, folder: target, barred: [barrier] };
    if (lstatSync(target, { throwIfNoEntry: false })) return planInto(target, files);
    return { ...nothing, folder: target, added: files.map(({ path }) => path) };
  } catch (error) {
    return { ...nothing, folder: target, barred: [`${target} cannot be looked at: ${reasonOf(error)}`] };
  }
}

function planInto(target: string, files: readonly ExportFile[]): ExportPlan {
  const found = foundIn(target);
  const earlier = manifestAt(found);
  const { atWork, abandoned } = stagingsIn(target, '');
  const ours = [earlier, ...abandoned.map(intentOf)].filter((one) => one !== undefined);
  const stale = stalePaths(ours, files).map((path) => ({ path, is: staleState(path, found(path), ours) }));
  const all = [...files.map((file) => ({ path: file.path, is: fileState(file, found(file.path), ours) })), ...stale];
  const those = (is: State['is']) => all.flatMap((one) => (one.is.is === is ? [one.path] : []));
  return {
    folder: target,
    exists: true,
    ...(earlier ? { earlier: earlier.written } : {}),
    added: those('added'),
    replaced: those('replaced'),
    removed: those('removed'),
    changed: those('changed'),
    foreign: those('foreign'),
    barred: [
      ...(atWork ? [`another export is at work in ${target}`] : []),
      ...new Set(all.flatMap(({ is }) => (is.is === 'barred' ? [is.said] : []))),
    ],
  };
}

type State = { is: 'added' | 'replaced' | 'removed' | 'changed' | 'foreign' | 'gone' } | { is: 'barred'; said: string };

function fileState({ path, text }: ExportFile, found: Found, ours: readonly Manifest[]): State {
  if (found.is === 'nothing') return { is: 'added' };
  if (found.is === 'barred') return found;
  if (path === manifestName) return { is: readManifest(found.bytes) ? 'replaced' : 'foreign' };
  if (isKnown(path, found.sha256, ours) || found.sha256 === digestOf(Buffer.from(text))) return { is: 'replaced' };
  return { is: ours.some(({ digests }) => digests.has(path)) ? 'changed' : 'foreign' };
}

function staleState(path: string, found: Found, ours: readonly Manifest[]): State {
  if (found.is === 'nothing') return { is: 'gone' };
  // A link or a folder of that name is not what was written.
  return { is: found.is === 'file' && isKnown(path, found.sha256, ours) ? 'removed' : 'changed' };
}

function isKnown(path: string, sha256: string, ours: readonly Manifest[]): boolean {
  return ours.some(({ digests }) => digests.get(path) === sha256);
}

function stalePaths(ours: readonly Manifest[], files: readonly ExportFile[]): readonly string[] {
  const made = new Set(files.map(({ path }) => path));
  return [...new Set(ours.flatMap(({ digests }) => [...digests.keys()]))].filter((path) => !made.has(path));
}

function manifestAt(found: (path: string) => Found): Manifest | undefined {
  const there = found(manifestName);
  return there.is === 'file' ? readManifest(there.bytes) : undefined;
}

/** Looks at paths below a folder, without following a link. */
function foundIn(folder: string): (path: string) => Found {
  return (path) => {
    const parts = path.split('/');
    for (const [i] of parts.entries()) {
      const place = join(folder, ...parts.slice(0, i + 1));
      const other = otherThan(i < parts.length - 1 ? 'folder' : 'file', place);
      if (other) return other;
    }
    const bytes = readFileSync(join(folder, path));
    return { is: 'file', sha256: digestOf(bytes), bytes };
  };
}

/** What stands there where it is not what is wanted; undefined where it is. */
function otherThan(wanted: 'file' | 'folder', place: string): Found | undefined {
  const stat = lstatSync(place, { throwIfNoEntry: false });
  if (!stat) return { is: 'nothing' };
  if (stat.isSymbolicLink()) return { is: 'barred', said: `${place} is a link` };
  const right = wanted === 'file' ? stat.isFile() : stat.isDirectory();
  return right ? undefined : { is: 'barred', said: `${place} is no ${wanted}` };
}

/** The folder that is meant: where a link leads, if it is one. */
function resolveTarget(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return resolve(folder);
  }
}

/** What keeps a folder from being there, or from being made: on the way to it, or in its place, stands something else. */
function barrierAt(place: string): string | undefined {
  const above = dirname(place) === place ? undefined : barrierAt(dirname(place));
  if (above !== undefined) return above;
  const found = statSync(place, { throwIfNoEntry: false });
  if (found) return found.isDirectory() ? undefined : `${place} is no folder`;
  return lstatSync(place, { throwIfNoEntry: false }) ? `${place} is a link that leads nowhere` : undefined;
}
