import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { carryOut } from '../../src/cli/carry-out.ts';
import { commands } from '../../src/cli/commands/index.ts';
import { Bench, example } from './program.ts';
import { isWhole } from './whole.ts';

const bench = new Bench();

describe('what is told without a terminal, and leaves no trace', () => {
  afterEach(() => {
    expect(readdirSync(bench.folder)).toEqual([]);
  });

  test.each(['--version', '-V'])('%s', async (flag) => {
    expect(await bench.start([flag]).ended).toEqual({
      ...{ code: 0, signal: null, stderr: '' },
      stdout: `${packageJson.version}\n`,
    });
  });

  test.each([[[]], [['open', 'contoso']], [['--no-color']]])(
    '%j cannot ask, and says what to do instead',
    async (args) => {
      expect(await bench.start(args).ended).toEqual({
        code: 3,
        signal: null,
        stdout: '',
        stderr:
          'skypefed asks its questions on a terminal, and here its input is no terminal.\n' +
          'Without one it exports what an answers file states: skypefed export --answers FILE --out FOLDER\n',
      });
    },
  );

  test('--help', async () => {
    const { code, stdout, stderr } = await bench.run('--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Usage: skypefed /);
  });

  test.each([[['exprt']], [['--what']], [['export']]])('%j is wrong', async (args) => {
    const { code, stdout, stderr } = await bench.run(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/\nskypefed .*--help tells /);
  });

  test('a variable that does not do is named', async () => {
    expect(await bench.runWith({ SOURCE_DATE_EPOCH: 'now' }, 'open', 'contoso')).toEqual({
      ...{ code: 2, stdout: '' },
      stderr: 'SOURCE_DATE_EPOCH is not a number of seconds since 1970.\n',
    });
  });
});

describe('in a process of its own', () => {
  const lines: readonly (readonly [code: number, args: readonly string[]])[] = [
    [0, ['--help']],
    [2, ['exprt']],
    [0, ['import', example]],
    [0, ['list', '--json']],
    [0, ['status', 'contoso']],
    [5, ['status', 'adatum', '--json']],
    [0, ['plan', 'contoso', '--quiet']],
    [10, ['plan', 'contoso', '--detailed-exitcode']],
    [11, ['plan', 'fabrikam', '--detailed-exitcode']],
    [0, ['answers', 'contoso']],
    [0, ['questions', '--product', 'lync-2013']],
    [0, ['completion', 'bash']],
    [0, ['schema', 'answers']],
    [0, ['help', 'export']],
    [0, ['export', 'contoso', '--out', 'OUT']],
    [4, ['export', 'fabrikam', '--out', 'OUT']],
    [0, ['remove', 'contoso', '--yes']],
  ];

  /** A rollout, one that lacks answers, and one that is damaged. */
  async function settle(): Promise<void> {
    for (const place of [bench.home, bench.out]) rmSync(place, { recursive: true, force: true });
    await bench.run('import', example);
    await bench.run('import', bench.write('few.json', '{"deployment.organisation": "Fabrikam"}'));
    const damaged = join(bench.home, 'rollouts', 'adatum', 'rollout.json');
    mkdirSync(dirname(damaged));
    writeFileSync(damaged, '{');
    // Else it would be newer the second time.
    utimesSync(damaged, 0, 0);
  }

  test.each(lines)('it ends with %i and prints the same: %j', async (code, words) => {
    const args = words.map((word) => (word === 'OUT' ? bench.out : word));
    await settle();
    const alone = await bench.start(args).ended;
    await settle();
    expect(alone).toEqual({ ...(await bench.run(...args)), signal: null });
    expect(alone.code).toBe(code);
  });

  test('that is so for each command, but for those that open the wizard', () => {
    const names = commands.map(({ name }) => name).filter((name) => !['new', 'open'].includes(name));
    expect(names.filter((name) => !lines.some(([, [first]]) => first === name))).toEqual([]);
  });

  test('an export gives the same bytes again, in another time zone too, and leaves nothing beside it', async () => {
    for (const [out, TZ] of [
      [bench.out, 'Asia/Tokyo'],
      [`${bench.out}-2`, 'America/Caracas'],
    ] as const)
      await bench.start(['export', '--answers', example, '--out', out], { TZ }).ended;
    const [one, other] = ['out', 'out-2'].map((out) => readFileSync(bench.place(out, 'manifest.json'), 'utf8'));
    expect(one).toBe(other);
    expect(readdirSync(bench.folder)).toEqual(['out', 'out-2']);
  });
});

test('an error that nobody foresaw: exit 1, and its stack in a file', async () => {
  const env = {
    get SKYPEFED_USER(): string {
      throw new Error('nobody thought of this');
    },
  };
  const file = join(bench.home, 'fault.txt');
  expect(await carryOut(['list'], { home: bench.home, env, version: '0.1.0' })).toEqual({
    code: 1,
    stdout: '',
    stderr: [
      'skypefed has a fault and stopped: nobody thought of this',
      'Every answer that was accepted is saved; start it again to go on.',
      `What whoever mends it has to know stands in ${file}.\n`,
    ].join('\n'),
  });
  expect(readFileSync(file, 'utf8')).toMatch(/^skypefed 0\.1\.0, Node .+\nError: nobody thought of this\n {4}at /);
});

// Killed at each call of the file system, and not at some moments alone: test/export/interrupted.test.ts.
describe('interrupted', () => {
  test('an export that is ended at any moment leaves all of it or nothing', async () => {
    const codes = new Set<number | null>();
    for (let delay = 0; delay <= 300; delay += 30) {
      const place = `${bench.out}-${delay}`;
      const running = bench.start(['export', '--answers', example, '--out', place]);
      const timer = setTimeout(() => running.kill('SIGTERM'), delay);
      codes.add((await running.ended).code);
      clearTimeout(timer);
      expect(!existsSync(place) || isWhole(place)).toBe(true);
    }
    expect(readdirSync(bench.folder).filter((name) => name.includes('.skypefed-'))).toEqual([]);
    expect(codes.has(1)).toBe(false);
  });

  test('an export over an earlier one that is killed is completed or undone by the next', async () => {
    const changed = bench.answers({ 'registration.way': 'discovery' });
    const exportOf = (file: string) => ['export', '--answers', file, '--out', bench.out] as const;
    for (let delay = 60; delay <= 240; delay += 60) {
      await bench.run(...exportOf(example));
      const running = bench.start(exportOf(changed));
      const timer = setTimeout(() => running.kill('SIGKILL'), delay);
      await running.ended;
      clearTimeout(timer);
      expect(await bench.run(...exportOf(changed)), `killed after ${delay} ms`).toMatchObject({ code: 0 });
      expect(isWhole(bench.out)).toBe(true);
      const names = readdirSync(bench.out, { recursive: true, encoding: 'utf8' });
      expect(names.filter((name) => name.includes('.skypefed-') || name === 'request-sheet.md')).toEqual([]);
    }
  });

  test('a reader that goes away ends it quietly', async () => {
    const running = bench.start(['export', '--answers', example, '--out', bench.out, '--json']);
    running.closeOutput();
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    expect(isWhole(bench.out)).toBe(true);
  });
});
