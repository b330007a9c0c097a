import { spawnSync } from 'node:child_process';

/** What root may do whatever a file says; others never have it. */
const capabilities = '-dac_override,-dac_read_search';
const drop = ['setpriv', `--bounding-set=${capabilities}`] as const;

const isRoot = process.getuid?.() === 0;

/** Do modes of files hold for what is started by `withinRights`? */
export const rightsHold =
  process.platform !== 'win32' && (!isRoot || spawnSync(drop[0], [...drop.slice(1), 'true']).status === 0);

/** A command that modes of files hold for, even where root runs the tests. */
export function withinRights(...command: readonly [string, ...string[]]): readonly [string, ...string[]] {
  return isRoot ? [...drop, ...command] : command;
}
