import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openLibrary } from '../../src/state/store.ts';
import { clockwork, savedOf } from '../state/around.ts';
import { answer } from '../state/store/contoso.ts';
import { Bench, example, start } from './program.ts';

const bench = new Bench();

const place = (...names: string[]) => join(bench.home, 'rollouts', 'contoso', ...names);
const edit = (name: string, change: (text: string) => string) =>
  writeFileSync(place(name), change(readFileSync(place(name), 'utf8')));

/** Every file below the home, with what it holds. */
function contents(): Record<string, string> {
  const names = readdirSync(bench.home, { recursive: true, encoding: 'utf8' }).toSorted();
  const files = names.filter((name) => statSync(join(bench.home, name)).isFile());
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(bench.home, name), 'latin1')]));
}

const lockedBy = (host: string, pid: number) =>
  writeFileSync(
    place('lock'),
    JSON.stringify({ host, pid, user: 'maria', since: '2025-11-23T09:12:00.000Z', key: 'x' }),
  );

const half = (text: string) => text.slice(0, text.length / 2);

const unusable: readonly [string, () => void, RegExp][] = [
  [
    'half of it',
    () => edit('rollout.json', half),
    /rollout\.json is damaged: it ends in the middle of a value \(line 1/,
  ],
  ['nothing in it', () => edit('rollout.json', () => ''), /rollout\.json is damaged: it is empty \(line 1, column 1\)/],
  ['zeros', () => edit('rollout.json', () => '\0'.repeat(99)), /rollout\.json is damaged: the character U\+0000/],
  [
    'a foreign file',
    () => edit('rollout.json', () => '{"name": "x"}'),
    /rollout\.json does not hold what belongs there/,
  ],
  ['people cut short', () => edit('people.json', half), /people\.json is damaged: it ends in the middle of a value/],
  ['people gone', () => rmSync(place('people.json')), /people\.json is missing\./],
  [
    'an escape in it',
    () => edit('rollout.json', (text) => text.replace('"by":"ana"', '"by":"\\u001b[2J"')),
    /rollout\.json does not hold what belongs there: .+\.by/,
  ],
  [
    'a later version',
    () => edit('rollout.json', (text) => text.replace('"schemaVersion":1', '"schemaVersion":7')),
    /^contoso was saved by a later skypefed \(version 7 of the file\)\. Open it with that one/,
  ],
  [
    'a folder in its place, which nobody reads',
    () => {
      rmSync(place('rollout.json'));
      mkdirSync(place('rollout.json'));
    },
    /^contoso cannot be read: a folder stands where a file belongs \(EISDIR\)\. It is in /,
  ],
  [
    'a window of another computer',
    () => lockedBy('DESKTOP-7', 4),
    /^contoso is open in another window: DESKTOP-7, maria, since 2025-11-23 09:12\. Leave it there\.$/m,
  ],
  ['a window of this one', () => lockedBy(hostname(), process.pid), /^contoso is open in another window: /],
  ['a lock that cannot be made', () => mkdirSync(place('lock')), /^contoso cannot be changed: a folder stands where/],
];

describe('a rollout that cannot be used', () => {
  beforeEach(async () => {
    expect((await bench.run('import', example)).code).toBe(0);
  });

  test.each(unusable)('%s: export says so with exit 5, writes nothing, changes nothing', async (_, prepare, said) => {
    prepare();
    const before = contents();
    const ended = await bench.run('export', 'contoso', '--out', bench.out);
    expect(ended).toMatchObject({ code: 5, stdout: '', stderr: expect.stringMatching(said) });
    const asJson = await bench.run('export', 'contoso', '--out', bench.out, '--json');
    expect([asJson.code, asJson.stderr]).toEqual([5, '']);
    expect(JSON.parse(asJson.stdout)).toMatchObject({ ok: false, code: 5, said: expect.stringMatching(said) });
    expect(contents()).toEqual(before);
    expect(readdirSync(bench.folder)).toEqual(['home']);
  });

  test.each(unusable.slice(0, 9))(
    '%s: list names it all the same, and remove sets it aside whole',
    async (_, prepare) => {
      prepare();
      const listed = await bench.run('list');
      expect([listed.code, listed.stderr]).toEqual([0, '']);
      expect(listed.stdout).toMatch(/^contoso .+ cannot be read {2}skypefed open contoso says why\n$/);
      expect(JSON.parse((await bench.run('list', '--json')).stdout)).toMatchObject([
        { id: 'contoso', readable: false },
      ]);
      const before = readdirSync(place());
      const removed = await bench.run('remove', 'contoso', '--yes');
      expect(removed).toMatchObject({ code: 0, stdout: expect.stringContaining('a file that cannot be read.') });
      expect(readdirSync(join(bench.home, 'removed', 'contoso-2025-11-23'))).toEqual(before);
    },
  );

  test.each(unusable.slice(9, 11))('%s: remove leaves it there, exit 5', async (_, prepare) => {
    prepare();
    const before = contents();
    expect(await bench.run('remove', 'contoso', '--yes')).toMatchObject({
      code: 5,
      stdout: '',
      stderr: expect.stringMatching(/^contoso is open in another window: /),
    });
    expect(contents()).toEqual(before);
  });

  test.each([
    ['of a process that is dead', () => lockedBy(hostname(), 2 ** 22 + 1)],
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
    edit('rollout.json', half);
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
    expect(JSON.parse((await bench.run('list', '--json')).stdout)).toEqual({ ok: false, code: 5, said });
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
    const { stdout, stderr } = await inShell(`ulimit -f 8; ${program(`import "${example}"`)}`);
    expect(stdout).toBe('exit 5\n');
    expect(stderr).toMatch(/^Not saved: .+ \((ENOSPC|EFBIG)\)\./);
    expect((await bench.run('list', '--json')).stdout).toBe('[]\n');
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
