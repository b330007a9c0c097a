import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, inject, onTestFinished, test } from 'vitest';
import { Bench, example } from './program.ts';
import { rightsHold, withinRights } from './rights.ts';

const bench = new Bench();

/** What was barred, and what may be done there meanwhile. */
const barred = new Map<string, number>();

/** Takes rights away until the test is over. */
function bar(path: string, mode: number): void {
  chmodSync(path, mode);
  barred.set(path, mode);
  onTestFinished(() => {
    lend();
    barred.clear();
  });
}

function lend(): void {
  for (const path of barred.keys()) chmodSync(path, 0o700);
}

/** Runs the program as somebody for whom modes hold. */
function run(...args: readonly string[]) {
  const [file, ...rest] = withinRights(process.execPath, bench.file, ...args);
  const env = {
    ...{ ...process.env, SKYPEFED_USER: 'ana', SKYPEFED_HOME: bench.home, SOURCE_DATE_EPOCH: '1763938320' },
    NODE_COMPILE_CACHE: inject('compiled'),
  };
  const { status: code, stdout, stderr } = spawnSync(file, rest, { env, encoding: 'utf8' });
  return { code, stdout, stderr };
}

/** Every file and folder below the bench, files with what they hold; rights are lent for the look. */
function contents(): Record<string, string> {
  lend();
  const names = readdirSync(bench.folder, { recursive: true, encoding: 'utf8' }).toSorted();
  const all = names.map((name) => {
    const path = bench.place(name);
    return [name, statSync(path).isFile() ? readFileSync(path, 'latin1') : 'a folder'];
  });
  for (const [path, mode] of barred) chmodSync(path, mode);
  return Object.fromEntries(all);
}

const rollouts = (...names: string[]) => join(bench.home, 'rollouts', ...names);
const mayNot = 'this account may not do that there (EACCES)';

const readOnly = 0o500;
const unreadable = 0o000;

describe.runIf(rightsHold)('no right', () => {
  beforeEach(async () => {
    expect((await bench.run('import', example)).code).toBe(0);
  });

  const exported = () => ['export', 'contoso', '--out', bench.out];

  test.each<[string, () => void, () => readonly string[], string]>([
    [
      'to read a rollout, export',
      () => bar(rollouts('contoso', 'rollout.json'), unreadable),
      exported,
      `contoso cannot be read: ${mayNot}.`,
    ],
    [
      'to read its people, export',
      () => bar(rollouts('contoso', 'people.json'), unreadable),
      exported,
      `contoso cannot be read: ${mayNot}.`,
    ],
    [
      'to lock a rollout, export',
      () => bar(rollouts('contoso'), readOnly),
      exported,
      `contoso cannot be changed: ${mayNot}.`,
    ],
    ['to look for rollouts, list', () => bar(rollouts(), unreadable), () => ['list'], `cannot be read: ${mayNot}.`],
    ['to look for rollouts, export', () => bar(rollouts(), unreadable), exported, `cannot be read: ${mayNot}.`],
    [
      'to make a rollout, import',
      () => bar(rollouts(), readOnly),
      () => ['import', example],
      `No rollout can be kept in `,
    ],
    [
      'to take a rollout away, remove',
      () => {
        mkdirSync(join(bench.home, 'removed'));
        bar(rollouts(), readOnly);
      },
      () => ['remove', 'contoso', '--yes'],
      `contoso could not be removed: ${mayNot}`,
    ],
  ])('%s: exit 5, the reason, and nothing is changed', (_, prepare, command, said) => {
    prepare();
    const before = contents();
    const { code, stdout, stderr } = run(...command());
    expect([code, stdout]).toEqual([5, '']);
    expect(stderr).toContain(said);
    expect(stderr).toContain(mayNot);
    expect(contents()).toEqual(before);
  });

  test('to read a rollout: list names it all the same', () => {
    bar(rollouts('contoso', 'rollout.json'), unreadable);
    expect(run('list')).toMatchObject({ code: 0, stdout: expect.stringContaining('cannot be read') });
  });

  test('to read an answers file: exit 2', () => {
    const file = bench.write('answers.json', '{}');
    bar(file, unreadable);
    expect(run('import', file)).toEqual({ code: 2, stdout: '', stderr: `${file} cannot be read: ${mayNot}.\n` });
  });

  const earlier = async () => {
    expect((await bench.run('export', '--answers', example, '--out', bench.out)).code).toBe(0);
  };

  test.each<[string, () => void | Promise<void>, () => string]>([
    [
      'where a new folder belongs',
      () => {
        mkdirSync(bench.place('shared'));
        bar(bench.place('shared'), readOnly);
      },
      () => bench.place('shared', 'contoso'),
    ],
    [
      'in an empty folder',
      () => {
        mkdirSync(bench.out);
        bar(bench.out, readOnly);
      },
      () => bench.out,
    ],
    [
      'in an earlier export',
      async () => {
        await earlier();
        bar(bench.out, readOnly);
      },
      () => bench.out,
    ],
    [
      'in a folder of an earlier export',
      async () => {
        await earlier();
        bar(join(bench.out, 'scripts'), readOnly);
      },
      () => bench.out,
    ],
    [
      'to look into the folder',
      async () => {
        await earlier();
        bar(bench.out, unreadable);
      },
      () => bench.out,
    ],
    [
      'to read a file of an earlier export',
      async () => {
        await earlier();
        bar(join(bench.out, 'runbook.md'), unreadable);
      },
      () => bench.out,
    ],
  ])('to write, %s: exit 4, the folder and the reason, and what stood there stands', async (_, prepare, folder) => {
    await prepare();
    const changed = bench.write(
      'changed.json',
      readFileSync(example, 'utf8').replace('"registration.way": "form"', '"registration.way": "discovery"'),
    );
    const before = contents();
    const ended = run('export', '--answers', changed, '--out', folder());
    expect([ended.code, ended.stdout]).toEqual([4, '']);
    expect(ended.stderr).toMatch(/^Nothing was written/);
    expect(ended.stderr).toContain(folder());
    expect(ended.stderr).toContain(mayNot);
    expect(contents()).toEqual(before);
  });
});
