import { resolve } from 'node:path';

/** The absolute path that a typed one means; `~` alone or before a separator is the home folder, as in a shell. */
export function located(path: string, { home, start }: { home: string; start: string }): string {
  const typed = path.trim();
  return resolve(start, /^~(?=$|[\\/])/.test(typed) ? home + typed.slice(1) : typed);
}
