import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/state/store.ts';
import { clockwork, savedOf } from '../state/around.ts';
import { answer } from '../state/store/contoso.ts';
import { outputOf } from './outputs.ts';
import { Bench, example, start } from './program.ts';
import { contentsOf, edit, half, lockedBy, open, placeIn, unlockable, unreadable } from './unusable.ts';

const bench = new Bench();

const place = (...names: string[]) => placeIn(bench.home, ...names);
const contents = () => contentsOf(bench.home);

describe('a rollout that cannot be used', () => {
  beforeEach(async () => {
    expect((await bench.run('import', example)).code).toBe(0);
  });

  test.each([...unreadable, ...open, unlockable])(
    '%s: export says so with exit 5, writes nothing, changes nothing',
    async (_, befall, said) => {
      befall(bench.home);
      const before = contents();
      const ended = await bench.run('export', 'contoso', '--out', bench.out);
      expect(ended).toMatchObject({ code: 5, stdout: '', stderr: expect.stringMatching(said) });
      const asJson = await bench.run('export', 'contoso', '--out', bench.out, '--json');
      expect([asJson.code, asJson.stderr]).toEqual([5, '']);
      expect(outputOf('export', asJson.stdout)).toMatchObject({
        ok: false,
        code: 5,
        said: expect.stringMatching(said),
      });
      expect(contents()).toEqual(before);
      expect(readdirSync(bench.folder)).toEqual(['home']);
    },
  );

  test.each(unreadable)('%s: list names it all the same, and remove sets it aside whole', async (_, befall) => {
    befall(bench.home);
    const listed = await bench.run('list');
    expect([listed.code, listed.stderr]).toEqual([0, '']);
    expect(listed.stdout).toMatch(/^contoso .+ cannot be read {2}skypefed open contoso says why\n$/);
    expect(outputOf('list', (await bench.run('list', '--json')).stdout)).toMatchObject({
      rollouts: [{ id: 'contoso', readable: false }],
    });
    const before = readdirSync(place());
    const removed = await bench.run('remove', 'contoso', '--yes');
    expect(removed).toMatchObject({ code: 0, stdout: expect.stringContaining('a file that cannot be read.') });
    expect(readdirSync(join(bench.home, 'removed', 'contoso-2025-11-23'))).toEqual(before);
  });

  test.each(open)('%s: remove leaves it there, exit 5', async (_, befall) => {
    befall(bench.home);
    const before = contents();
    expect(await bench.run('remove', 'contoso', '--yes')).toMatchObject({
      code: 5,
      stdout: '',
      stderr: expect.stringMatching(/^contoso is open in another window: /),
    });
    expect(contents()).toEqual(before);
  });

  test.each([
    ['of a process that is dead', () => lockedBy(bench.home, hostname(), 2 ** 22 + 1)],
    ['that says nothing', () => writeFileSync(place('lock'), '')],
  ])('a lock %s is taken over without a word', async (_, prepare) => {
    prepare();
    expect(await bench.run('export', 'contoso', '--out', bench.out)).toMatchObject({ code: 0 });
    expect(readdirSync(place())).not.toContain('lock');
  });

  test('damaged, with a whole copy beside it: the copy is named, and who offers it', async () => {
    const saved = savedOf(await openLibrary({ folder: bench.home, around: clockwork() }).open('contoso', 'write'));
    saved.save(answer(saved.rollout, 'Ana Trujillo'));
    saved.close();
    edit(bench.home, 'rollout.json', half);
    const { code, stderr } = await bench.run('export', 'contoso', '--out', bench.out);
    expect(code).toBe(5);
    expect(stderr).toMatch(
      / Nothing was changed\. The copy of 2025-11-23 22:52 is whole and lacks the last change; skypefed open contoso offers it\.\n$/,
    );
  });

  test('vanished: exit 2, since it is nobody', async () => {
    rmSync(place(), { recursive: true });
    for (const args of [
      ['export', 'contoso', '--out', bench.out],
      ['remove', 'contoso', '--yes'],
    ])
      expect(await bench.run(...args)).toMatchObject({ code: 2, stderr: `There is no rollout in ${bench.home}.\n` });
  });

  test('a folder that cannot be read: exit 5 from every command that needs it', async () => {
    renameSync(join(bench.home, 'rollouts'), join(bench.home, 'away'));
    writeFileSync(join(bench.home, 'rollouts'), '');
    const said = `The rollouts in ${bench.home} cannot be read: a file stands where a folder belongs (ENOTDIR).`;
    for (const args of [['list'], ['export', 'contoso', '--out', bench.out], ['remove', 'contoso', '--yes']])
      expect(await bench.run(...args)).toMatchObject({ code: 5, stdout: '', stderr: `${said}\n` });
    expect(outputOf('list', (await bench.run('list', '--json')).stdout)).toMatchObject({ ok: false, code: 5, said });
    expect(await bench.run('import', example)).toMatchObject({
      code: 5,
      stderr: `No rollout can be kept in ${bench.home}: a file stands where a folder belongs (ENOTDIR).\n`,
    });
  });
});

// A disk of its own needs rights that not every machine gives; a limit on the size of files is there everywhere.
const ownDisk = spawnSync('sh', ['-c', 'unshare -rm true']).status === 0;

describe.runIf(process.platform === 'linux')('a disk that takes only a part', () => {
  const inShell = (script: string) =>
    start(
      '-e',
      ['require("node:child_process").spawnSync("sh", ["-c", process.argv[1]], { stdio: "inherit" })', script],
      {
        SKYPEFED_HOME: bench.home,
      },
    ).ended;
  const program = (args: string) => `"${process.execPath}" "${bench.file}" ${args}; echo "exit $?"`;

  test('import into it keeps nothing, and says why', async () => {
    // What Node compiled would not fit either, and ends it by a signal after all is said.
    const { stdout, stderr } = await inShell(
      `unset NODE_COMPILE_CACHE; ulimit -f 8; ${program(`import "${example}"`)}`,
    );
    expect(stdout).toBe('exit 5\n');
    expect(stderr).toMatch(/^Not saved: .+ \((ENOSPC|EFBIG)\)\./);
    expect(outputOf('list', (await bench.run('list', '--json')).stdout)).toMatchObject({ rollouts: [] });
  });

  test.runIf(ownDisk)('a full disk keeps nothing, and is called so', async () => {
    mkdirSync(bench.home);
    const mounted = `mount -t tmpfs -o size=16k tmpfs "${bench.home}" || exit; ${program(`import "${example}"`)}; ${program('list')}`;
    const { stdout, stderr } = await inShell(`unshare -rm sh -c '${mounted}'`);
    expect(stdout).toBe('exit 5\nexit 0\n');
    expect(stderr).toMatch(/^Not saved: the disk is full \(ENOSPC\)\..*\nThere is no rollout in /);
  });

  test('export whose record cannot be saved stands, says so, and leaves the rollout as it was', async () => {
    await bench.run('import', example);
    const before = readFileSync(place('rollout.json'), 'utf8');
    mkdirSync(place('rollout.previous.json'));
    const { code, stdout, stderr } = await bench.run('export', 'contoso', '--out', bench.out);
    expect([code, stdout.split('\n')[0]]).toEqual([0, `Written to ${bench.out}`]);
    expect(stderr).toContain('warning: Not saved: a folder stands where a file belongs (EISDIR).');
    expect(readFileSync(place('rollout.json'), 'utf8')).toBe(before);
  });
});
