import { existsSync, mkdirSync } from 'node:fs';
import * as modules from 'node:module';
import { join } from 'node:path';

const folderIn = (home: string) => join(home, 'compile-cache');

/** Has Node take what it compiled from where the wizard keeps it, before anything is loaded; makes nothing. */
export function takeCompiled(home: string): void {
  if (existsSync(folderIn(home))) modules.enableCompileCache(folderIn(home));
}

/** Has Node keep what it compiles from here on in a folder of ours, so that the next start is faster. */
export function keepCompiled(home: string): void {
  try {
    mkdirSync(home, { recursive: true, mode: 0o700 });
    modules.enableCompileCache(folderIn(home));
  } catch {
    // Then it compiles each time; what cannot be saved is told when something is.
  }
}

/** Writes it down now: else that happens on a clean end alone, and a window is often simply closed. */
export function writeCompiled(): void {
  modules.flushCompileCache();
}
