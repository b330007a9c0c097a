import { spawnSync } from 'node:child_process';
import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { onTestFinished, type TestContext } from 'vitest';
import { freshFolder } from './state/around.ts';

/** A real disk, mounted; the test is skipped where this account may mount none. `size` in kilobytes. */
export function smallDisk({ skip }: Pick<TestContext, 'skip'>, size = 256): string {
  const folder = freshFolder();
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}k`, 'tmpfs', folder]);
  if (status !== 0) skip('this account may mount no disk');
  // Before the folder itself is removed: what was begun last is ended first.
  onTestFinished(() => {
    spawnSync('umount', [folder]);
  });
  return folder;
}

/** Leaves so many blocks free on the disk of a folder. */
export function fill(folder: string, free: number): void {
  rmSync(join(folder, 'filler'), { force: true });
  const { bavail, bsize } = statfsSync(folder);
  writeFileSync(join(folder, 'filler'), Buffer.alloc((bavail - free) * bsize));
}

/** From here on nobody can write there, whatever the account may do elsewhere. */
export function makeReadOnly(disk: string): void {
  spawnSync('mount', ['-o', 'remount,ro', disk]);
}
