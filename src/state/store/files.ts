import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf } from '../failures.ts';

/** For the owner alone: answers name people and servers. */
export const fileMode = 0o600;
export const folderMode = 0o700;

/**
 * Makes a folder and those above it that are missing, one by one: Node's own way goes round for ever where the system
 * says of a folder to be made that it is not there, as it does in /proc. Returns the topmost that it made; undefined where
 * the folder was there. Throws what fails.
 */
export function makeFolders(path: string, mode?: number): string | undefined {
  if (isFolder(path)) return undefined;
  const above = dirname(path);
  const made = above === path ? undefined : makeFolders(above, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Somebody else made it meanwhile.
    if (isFolder(path)) return made;
    if (codeOf(error) === 'ENOENT') throw new Error(`no folder can be made in ${above} (ENOENT)`);
    if (codeOf(error) === 'EEXIST') throw Object.assign(new Error(`${path} is no folder`), { code: 'ENOTDIR' });
    throw error;
  }
  return made ?? path;
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

/** The text of a file, without a byte order mark; undefined where there is none; throws TypeError on what is not UTF-8. */
export function readText(path: string): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Puts a text or its bytes under a name at once: nobody ever meets half of it. */
export function writeWhole(path: string, text: string | Buffer): void {
  const draft = `${path}.tmp-${process.pid.toString(16)}`;
  try {
    writeFileSync(draft, text, { mode: fileMode });
    renameSync(draft, path);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}

/** The same for a file that somebody names: one that is there stays, and it says false, unless `force`. Throws what fails. */
export function writeNew(path: string, text: string, { force }: { force: boolean }): boolean {
  if (exists(path) && !force) return false;
  writeWhole(path, text);
  return true;
}

/** Is this the name of what a write of ours, or conf's, leaves behind when it is killed? */
export function isUnfinished(name: string): boolean {
  return /^(rollout|people|settings)(\.previous)?\.json\.tmp-[0-9a-f]+$|^lock\.tmp-[0-9a-f]+$/.test(name);
}

export function exists(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false }) !== undefined;
}

/** The first of `base`, `base-2`, `base-3` that nothing bears yet, with its ending. */
export function freeName(base: string, ending = ''): string {
  for (let n = 1; ; n++) {
    const name = `${base}${n === 1 ? '' : `-${n}`}${ending}`;
    if (!exists(name)) return name;
  }
}
