import * as modules from 'node:module';
import { folderMode, makeFolders } from '../state/store.ts';
import { compiledIn } from './compiled.ts';

/** Has Node keep what it compiles from here on in a folder of ours, so that the next start is faster. */
export function keepCompiled(home: string): void {
  try {
    makeFolders(compiledIn(home), folderMode);
    modules.enableCompileCache(compiledIn(home));
  } catch {
    // Then it compiles each time; what cannot be saved is told when something is.
  }
}

/** Writes it down now: else that happens on a clean end alone, and a window is often simply closed. */
export function writeCompiled(): void {
  modules.flushCompileCache();
}
