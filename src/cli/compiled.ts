import { existsSync } from 'node:fs';
import * as modules from 'node:module';
import { join } from 'node:path';

/** Where the wizard keeps what Node compiled. */
export const compiledIn = (home: string) => join(home, 'compile-cache');

/** Has Node take what it compiled from there, before anything is loaded; makes nothing. */
export function takeCompiled(home: string): void {
  if (existsSync(compiledIn(home))) modules.enableCompileCache(compiledIn(home));
}
