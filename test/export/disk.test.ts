import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { exportTo } from '../../src/export/index.ts';
import { fill, makeReadOnly, smallDisk } from '../disks.ts';
import { first, made, second, textsOf, tree } from './made.ts';

const large = made({ ...textsOf(second.slice(0, -1)), 'runbook.md': 'x'.repeat(20_000) });

describe('a disk that is full', () => {
  test('into an earlier export: what stood there stands, until there is room', (context) => {
    const disk = smallDisk(context);
    const target = join(disk, 'contoso');
    exportTo(target, first);
    let free = 0;
    for (; ; free++) {
      fill(disk, free);
      const done = exportTo(target, large);
      if (done.state === 'written') break;
      const said = `Nothing was written to ${target}: the disk is full (ENOSPC).`;
      expect(done).toEqual({ state: 'failed', said });
      expect(tree(target), `with ${free} blocks`).toEqual(textsOf(first));
      expect(readdirSync(target).filter((name) => name.startsWith('.'))).toEqual([]);
    }
    expect(free).toBeGreaterThan(5);
    expect(tree(target)).toEqual(textsOf(large));
  });

  test('into a new folder: it is not there, until there is room', (context) => {
    const disk = smallDisk(context);
    const target = join(disk, 'contoso');
    let free = 0;
    for (; ; free++) {
      fill(disk, free);
      if (exportTo(target, large).state === 'written') break;
      expect(readdirSync(disk), `with ${free} blocks`).toEqual(['filler']);
    }
    expect(free).toBeGreaterThan(5);
    expect(tree(target)).toEqual(textsOf(large));
  });
});

test('a disk that can only be read, for everybody', (context) => {
  const disk = smallDisk(context);
  const target = join(disk, 'contoso');
  exportTo(target, first);
  makeReadOnly(disk);
  for (const folder of [target, join(disk, 'new')]) {
    const said = `Nothing was written to ${folder}: the disk can only be read (EROFS).`;
    expect(exportTo(folder, second, { force: true })).toEqual({ state: 'failed', said });
  }
  expect(tree(disk)).toEqual(Object.fromEntries(first.map(({ path, text }) => [`contoso/${path}`, text])));
});

test('a folder of ours that is another disk: what was done before it is undone', (context) => {
  const target = join(smallDisk(context), 'contoso');
  exportTo(target, first);
  mkdirSync(join(target, 'handouts'));
  const other = smallDisk(context);
  const { status } = spawnSync('mount', ['--bind', other, join(target, 'handouts')]);
  expect(status).toBe(0);
  onTestFinished(() => {
    spawnSync('umount', [join(target, 'handouts')]);
  });
  expect(exportTo(target, second)).toEqual({
    state: 'failed',
    said: `Nothing was written to ${target}: error EXDEV.`,
  });
  expect(tree(target)).toEqual(textsOf(first));
});
