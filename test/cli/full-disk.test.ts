import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fill, smallDisk } from '../disks.ts';
import { tree } from '../export/made.ts';
import { Bench, example } from './program.ts';

const bench = new Bench();
const full = 'the disk is full (ENOSPC)';
// A run for each block.
const patient = { timeout: 120_000 };

test(
  'a full disk under a rollout: what was saved last stands, to the byte, until there is room',
  patient,
  async (context) => {
    const disk = smallDisk(context);
    bench.home = disk;
    const place = (name: string) => join(disk, 'rollouts', 'contoso', name);
    const saved = () => [readFileSync(place('rollout.json'), 'utf8'), readFileSync(place('people.json'), 'utf8')];
    // In a process of its own: what conf began and could not end it takes away when the process ends.
    const exported = () => bench.start(['export', 'contoso', '--out', bench.out]).ended;
    await bench.run('import', example);
    const atFirst = saved();
    let putBack = 0;
    for (let free = 0; ; free++) {
      const before = saved();
      const { ino } = statSync(place('rollout.json'));
      // Else the new copy of the last state takes the room of the old one, and the rest is never just too little.
      rmSync(place('rollout.previous.json'), { force: true });
      fill(disk, free);
      const { code, stderr } = await exported();
      if (code === 0 && !stderr.includes('Not saved')) break;
      // Without a block for the lock the rollout is not even opened.
      expect(stderr).toContain(code === 5 ? `contoso cannot be changed: ${full}.` : `warning: Not saved: ${full}.`);
      expect(saved(), `with ${free} blocks`).toEqual(before);
      expect(readdirSync(join(disk, 'rollouts', 'contoso')).filter((name) => name.includes('tmp'))).toEqual([]);
      // Another file under the name holds the same: the copy, which was renamed to where one was cut short.
      if (statSync(place('rollout.json')).ino !== ino) putBack++;
    }
    expect(putBack).toBeGreaterThan(0);
    expect(saved()).not.toEqual(atFirst);
    expect((await bench.run('list')).stdout).toContain('4 of 8 steps done');
  },
);

test('a full disk under an import: nothing is kept, until there is room', patient, async (context) => {
  const disk = smallDisk(context);
  bench.home = disk;
  let free = 0;
  for (; ; free++) {
    fill(disk, free);
    const { code, stderr } = await bench.run('import', example);
    if (code === 0) break;
    expect([code, stderr], `with ${free} blocks`).toEqual([5, expect.stringContaining(full)]);
    expect((await bench.run('list', '--json')).stdout, `with ${free} blocks`).toMatch(/"rollouts": \[\]/);
  }
  expect(free).toBeGreaterThan(3);
  expect((await bench.run('list')).stdout).toMatch(/^contoso /);
});

test(
  'a full disk under an export: exit 4, and the earlier one stands whole, until there is room',
  patient,
  async (context) => {
    const disk = smallDisk(context, 1024);
    const out = join(disk, 'contoso');
    const run = (...more: readonly string[]) => bench.run('export', '--answers', example, '--out', out, ...more);
    await run();
    const before = tree(out);
    const changed = bench.write('other.json', readFileSync(example, 'utf8').replaceAll('Maria Anders', 'Ana Trujillo'));
    let free = 0;
    for (; ; free += 8) {
      fill(disk, free);
      const { code, stderr } = await bench.run('export', '--answers', changed, '--out', out);
      if (code === 0) break;
      expect([code, stderr]).toEqual([4, `Nothing was written to ${out}: ${full}.\n`]);
      expect(tree(out), `with ${free} blocks`).toEqual(before);
    }
    expect(free).toBeGreaterThan(16);
    expect(tree(out)['runbook.md']).toContain('Ana Trujillo');
    expect(tree(out)['runbook.md']).not.toContain('Maria Anders');
  },
);
