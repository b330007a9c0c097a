import { homedir } from 'node:os';
import { posix, win32 } from 'node:path';

/**
 * The folder in which everything of ours is kept: `SKYPEFED_HOME`, else one of the system's kind: `%APPDATA%\skypefed`,
 * `$XDG_CONFIG_HOME/skypefed` or `~/.config/skypefed`, `~/Library/Preferences/skypefed`.
 */
export function homeFolder(options: {
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  /** The person's own folder. */
  home?: string;
}): string {
  const { env, platform, home = homedir() } = options;
  const { join, resolve, isAbsolute } = platform === 'win32' ? win32 : posix;
  if (env.SKYPEFED_HOME) return resolve(env.SKYPEFED_HOME);
  if (platform === 'win32') return join(env.APPDATA || join(home, 'AppData', 'Roaming'), 'skypefed');
  if (platform === 'darwin') return join(home, 'Library', 'Preferences', 'skypefed');
  // A relative path in the variable is invalid by the specification, and to be ignored.
  const { XDG_CONFIG_HOME: config } = env;
  return join(config && isAbsolute(config) ? config : join(home, '.config'), 'skypefed');
}
