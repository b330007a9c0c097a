import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAlive } from '../state/store.ts';
import { type Manifest, manifestName, readManifest } from './manifest.ts';

/** Below a place of staging: the files to come. */
export const incoming = 'new';
/** Below a place of staging: copies of the files that they replace. */
export const replaced = 'before';

/** An export takes seconds; what is older was left by one that was killed, whoever has its number now. */
const longest = 10 * 60_000;

/** Makes a place for the files to come, in `folder`, under a name that begins with `before`. */
export function openStaging(folder: string, before: string): string {
  return mkdtempSync(join(folder, `${before}.skypefed-${process.pid.toString(16)}-`));
}

/** The places of staging that stand in a folder under such names: those of exports at work, and those abandoned. */
export function stagingsIn(folder: string, before: string): { atWork: boolean; abandoned: readonly string[] } {
  const start = `${before}.skypefed-`;
  const found = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const rest = entry.isDirectory() && entry.name.startsWith(start) ? entry.name.slice(start.length) : '';
    const pid = /^([0-9a-f]+)-\w{6}$/.exec(rest)?.[1];
    return pid === undefined ? [] : [{ place: join(folder, entry.name), pid: Number.parseInt(pid, 16) }];
  });
  const isAtWork = ({ place, pid }: (typeof found)[number]) =>
    pid !== process.pid && isAlive(pid) && Date.now() - statSync(place).mtimeMs < longest;
  const abandoned = found.filter((one) => !isAtWork(one));
  return { atWork: abandoned.length < found.length, abandoned: abandoned.map(({ place }) => place) };
}

/** What an export meant to write that was killed after it had staged all; undefined where it had not come so far. */
export function intentOf(staging: string): Manifest | undefined {
  const path = join(staging, incoming, manifestName);
  return statSync(path, { throwIfNoEntry: false })?.isFile() ? readManifest(readFileSync(path)) : undefined;
}

/** Takes places of staging away. One that stays, as where a program holds a file in it, is taken by the next export. */
export function removeStagings(places: readonly string[]): void {
  for (const place of places) {
    try {
      rmSync(place, { recursive: true, force: true });
    } catch {
      // What was asked for is done; nothing reads from here what it could be misled by.
    }
  }
}
