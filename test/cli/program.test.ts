import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { freshFolder } from '../state/around.ts';
import { outputOf } from './outputs.ts';
import { type Ended, start } from './program.ts';

const example = join(import.meta.dirname, '../../examples/contoso.json');
const epoch = { SOURCE_DATE_EPOCH: '1763938320' };

let folder: string;
let home: string;
let out: string;

beforeEach(() => {
  folder = freshFolder();
  home = join(folder, 'home');
  out = join(folder, 'out');
});

const run = (args: readonly string[], env: Record<string, string> = {}): Promise<Ended> =>
  start(inject('program'), args, { SKYPEFED_HOME: home, ...env }).ended;

const exportOf = (answers: string, ...more: string[]) =>
  run(['export', '--answers', answers, '--out', out, ...more], epoch);

/** A file of answers: the example, changed. */
function answersFile(change: (answers: Record<string, unknown>) => void): string {
  const answers = JSON.parse(readFileSync(example, 'utf8'));
  change(answers);
  const file = join(folder, 'answers.json');
  writeFileSync(file, JSON.stringify(answers));
  return file;
}

/** Does the export stand there whole, as its own manifest tells? */
function isWhole(place: string): boolean {
  const { files } = JSON.parse(readFileSync(join(place, 'manifest.json'), 'utf8'));
  return files.every(({ path, sha256 }: { path: string; sha256: string }) => {
    return (
      createHash('sha256')
        .update(readFileSync(join(place, path)))
        .digest('hex') === sha256
    );
  });
}

describe('what is told without a terminal', () => {
  test('--version', async () => {
    expect(await run(['--version'])).toEqual({ code: 0, signal: null, stdout: `${packageJson.version}\n`, stderr: '' });
  });

  test('--help', async () => {
    expect(await run(['--help'])).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^Usage: skypefed /),
      stderr: '',
    });
  });

  test.each([[['exprt']], [['--what']], [['export']]])('%j is wrong', async (args) => {
    expect(await run(args)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringMatching(/\nskypefed .*--help tells /),
    });
  });

  test.each([[[]], [['open', 'contoso']], [['--no-color']]])(
    '%j cannot ask, and says what to do instead',
    async (args) => {
      expect(await run(args)).toEqual({
        code: 3,
        signal: null,
        stdout: '',
        stderr:
          'skypefed asks its questions on a terminal, and here its input is no terminal.\n' +
          'Without one it exports what an answers file states: skypefed export --answers FILE --out FOLDER\n',
      });
    },
  );

  test('a variable that does not do is named', async () => {
    expect(await run(['open', 'contoso'], { SOURCE_DATE_EPOCH: 'now' })).toMatchObject({
      code: 2,
      stderr: 'SOURCE_DATE_EPOCH is not a number of seconds since 1970.\n',
    });
  });

  test('none of it leaves a trace', async () => {
    for (const args of [
      [],
      ['--version'],
      ['--help'],
      ['open', 'contoso'],
      ['export', '--answers', example, '--out', out],
    ]) {
      await run(args);
    }
    expect(readdirSync(folder)).toEqual(['out']);
  });
});

describe('export', () => {
  test('writes the example, names what was written, and warns on stderr', async () => {
    const { code, stdout, stderr } = await exportOf(example);
    expect(code).toBe(0);
    const [first, ...lines] = stdout.trimEnd().split('\n');
    expect(first).toBe(`Written to ${out}`);
    const handouts = ['handouts/skype-user.md', 'handouts/colleague.md'];
    const names = [
      'runbook.md',
      'request-sheet.md',
      'scripts/1-discover.ps1',
      'scripts/2-apply.ps1',
      'scripts/3-verify.ps1',
      'scripts/4-rollback.ps1',
      ...handouts,
      'rollout.json',
      'manifest.json',
    ];
    expect(lines.map((line) => line.trim().split(/\s+/)[0])).toEqual(names);
    expect(lines.every((line) => / \d+ KB$/.test(line))).toBe(true);
    expect(
      stderr
        .trimEnd()
        .split('\n')
        .map((line) => line.split(': ').slice(0, 2)),
    ).toEqual([
      ['warning', 'edge.pools'],
      ['warning', 'contacts.people[0].microsoftAccount'],
    ]);
    expect(isWhole(out)).toBe(true);
  });

  test('gives the same bytes again, in another time zone too', async () => {
    await run(['export', '--answers', example, '--out', out], { ...epoch, TZ: 'Asia/Tokyo' });
    await run(['export', '--answers', example, '--out', `${out}-2`], { ...epoch, TZ: 'America/Caracas' });
    expect(readFileSync(join(`${out}-2`, 'manifest.json'))).toEqual(readFileSync(join(out, 'manifest.json')));
  });

  test('records who it was, in the log and nowhere else', async () => {
    await run(['export', '--answers', example, '--out', out], { ...epoch, SKYPEFED_USER: 'Thomas Hardy' });
    const { events } = JSON.parse(readFileSync(join(out, 'rollout.json'), 'utf8'));
    expect(new Set(events.map(({ by }: { by: string }) => by))).toEqual(new Set(['Thomas Hardy']));
  });

  test('--json prints JSON and nothing else', async () => {
    const { code, stdout, stderr } = await exportOf(example, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const told = outputOf('export', stdout);
    expect(told).toMatchObject({ ok: true, folder: out, warnings: [{ path: 'edge.pools' }, {}] });
    for (const { path, bytes } of told.files) expect(statSync(join(out, path)).size).toBe(bytes);
  });

  test('takes an exported rollout as it takes an answers file, its log included', async () => {
    await exportOf(example);
    const again = await run(['export', '--answers', join(out, 'rollout.json'), '--out', `${out}-2`], epoch);
    expect(again.code).toBe(0);
    expect(readFileSync(join(`${out}-2`, 'manifest.json'))).toEqual(readFileSync(join(out, 'manifest.json')));
  });

  test('takes a file as Windows PowerShell writes it, UTF-16 and UTF-8 with a mark', async () => {
    const text = readFileSync(example, 'utf8');
    for (const [i, bytes] of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`)].entries()) {
      writeFileSync(join(folder, 'answers.json'), bytes);
      const told = await run(['export', '--answers', join(folder, 'answers.json'), '--out', `${out}-${i}`], epoch);
      expect(told.code).toBe(0);
    }
  });

  describe('into the folder of an earlier export', () => {
    const discovery = () =>
      answersFile((answers) => {
        answers['registration.way'] = 'discovery';
      });

    test('replaces it, and says what is no longer made and was taken away', async () => {
      await exportOf(example);
      writeFileSync(join(out, 'notes.txt'), 'mine');
      const { code, stdout, stderr } = await exportOf(discovery());
      expect({ code, stderr: stderr.split('\n').filter((line) => !line.startsWith('warning: ')) }).toEqual({
        code: 0,
        stderr: [''],
      });
      expect(stdout).toMatch(/\nRemoved, as it is no longer made: request-sheet\.md\n$/);
      expect(readdirSync(out)).not.toContain('request-sheet.md');
      expect(readdirSync(out)).toContain('notes.txt');
      expect(isWhole(out)).toBe(true);
    });

    test('stops at a file that was changed: exit 4, it is named, nothing is written, --force replaces it', async () => {
      await exportOf(example);
      writeFileSync(join(out, 'runbook.md'), 'mine');
      const said = `Nothing was written: in ${out} runbook.md was changed by hand.`;
      const stderr = `${said} Name another folder; --force replaces them.\n`;
      expect(await exportOf(discovery())).toEqual({ code: 4, signal: null, stdout: '', stderr });
      expect(readFileSync(join(out, 'runbook.md'), 'utf8')).toBe('mine');
      expect(readdirSync(out)).toContain('request-sheet.md');

      expect(await exportOf(discovery(), '--force')).toMatchObject({ code: 0 });
      expect(isWhole(out)).toBe(true);
    });

    test('with --json says the same', async () => {
      await exportOf(example);
      expect(outputOf('export', (await exportOf(discovery(), '--json')).stdout)).toMatchObject({
        ok: true,
        removed: ['request-sheet.md'],
      });
    });
  });

  test.each([
    [
      'a foreign file under one of our names',
      () => {
        mkdirSync(out);
        writeFileSync(join(out, 'runbook.md'), 'mine');
      },
      () => `in ${out} runbook.md is of no export. Name another folder; --force replaces them.`,
    ],
    [
      'a link under one of our names',
      () => {
        mkdirSync(out);
        symlinkSync(folder, join(out, 'scripts'), 'dir');
      },
      () => `${join(out, 'scripts')} is a link. Name another folder.`,
    ],
    ['a file', () => writeFileSync(out, 'mine'), () => `${out} is no folder. Name another folder.`],
  ])('%s in the way: exit 4, and nothing is written', async (_, prepare, said) => {
    prepare();
    const before = readdirSync(folder, { recursive: true });
    expect(await exportOf(example)).toMatchObject({ code: 4, stdout: '', stderr: `Nothing was written: ${said()}\n` });
    expect(outputOf('export', (await exportOf(example, '--json')).stdout)).toMatchObject({
      ok: false,
      code: 4,
      problems: [],
    });
    expect(readdirSync(folder, { recursive: true })).toEqual(before);
  });
});

describe('an answers file that does not do', () => {
  test('wrong: exit 2, every place named, what is missing too', async () => {
    const file = answersFile((answers) => {
      answers['edge.pool'] = [];
      answers['edge.pools'] = [{ name: '10.0.0.5' }];
      delete answers['deployment.organisation'];
    });
    const { code, stdout, stderr } = await exportOf(file);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trimEnd().split('\n')).toEqual([
      `${file}: Not all of it can be taken.`,
      '  edge.pools[0].name: "10.0.0.5" is an address, not a name. Expected a name, such as sip.contoso.com.',
      '  edge.pool: No answer and no task has this id; edge.pools is the nearest. Expected a known id, such as edge.pools.',
      ...[0, 1].map(
        (i) =>
          `  edge.federation-routes[${i}].pool: edge0${i + 1}.contoso.local is the internal name of none of your Edge pools. Expected an internal name, answered at the Edge pools, such as edge01.contoso.local.`,
      ),
      '  deployment.organisation: Organisation: not answered yet. Expected the name of an organisation, such as Contoso.',
    ]);
    expect(existsSync(out)).toBe(false);
  });

  test('incomplete: exit 4, every answer named', async () => {
    const file = answersFile((answers) => {
      for (const id of ['deployment.organisation', 'access-policy.sites', 'registration.contact']) delete answers[id];
    });
    const { code, stderr } = await exportOf(file);
    expect(code).toBe(4);
    const [first, ...lines] = stderr.trimEnd().split('\n');
    expect(first).toBe(`${file}: 3 required answers missing. Nothing was written.`);
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual([
      'deployment.organisation',
      'registration.contact',
      'access-policy.sites',
    ]);
    expect(existsSync(out)).toBe(false);
  });

  test('in JSON, for a program', async () => {
    const file = answersFile((answers) => {
      answers['deployment.hybrid'] = 'no';
    });
    const { code, stdout, stderr } = await exportOf(file, '--json');
    expect([code, stderr]).toEqual([2, '']);
    expect(outputOf('export', stdout)).toEqual({
      format: 'skypefed-export-output',
      version: 1,
      ok: false,
      code: 2,
      said: `${file}: Not all of it can be taken.`,
      problems: [{ path: 'deployment.hybrid', said: '"no" is text.', expected: 'true or false', example: 'true' }],
      missing: [],
    });
  });

  test.each([
    ['no JSON', '{\n  "edge.pools": [\n', 'Line 3, column 1 is no JSON: It ends in the middle of a value.'],
    ['an answer twice', '{"a": 1, "a": 2}', 'Line 1, column 10 is no JSON: "a" stands twice in one object.'],
    ['no text', '\u0000\u00ff\u00fe', 'It is not a text file.'],
    [
      'a broken rollout',
      '{"format": "skypefed-rollout"}',
      'This rollout cannot be read: Its schemaVersion is not a version.',
    ],
    [
      'a later rollout',
      '{"format": "skypefed-rollout", "schemaVersion": 7}',
      'A later skypefed wrote this (version 7 of the file).',
    ],
  ])('%s: exit 2, and where', async (_, text, said) => {
    const file = join(folder, 'answers.json');
    writeFileSync(file, text, 'latin1');
    expect(await exportOf(file)).toMatchObject({ code: 2, stdout: '', stderr: `${file}: ${said}\n` });
  });

  test('that is not there: exit 2', async () => {
    const file = join(folder, 'answers.json');
    expect(await exportOf(file)).toMatchObject({
      code: 2,
      stderr: `${file} cannot be read: it is not there (ENOENT).\n`,
    });
  });
});

describe('interrupted', () => {
  test('an export that is ended at any moment leaves all of it or nothing', async () => {
    const codes = new Set<number | null>();
    for (let delay = 0; delay <= 450; delay += 30) {
      const place = `${out}-${delay}`;
      const running = start(inject('program'), ['export', '--answers', example, '--out', place], epoch);
      const timer = setTimeout(() => running.kill('SIGTERM'), delay);
      codes.add((await running.ended).code);
      clearTimeout(timer);
      expect(!existsSync(place) || isWhole(place)).toBe(true);
    }
    expect(readdirSync(folder).filter((name) => name.includes('.skypefed-'))).toEqual([]);
    expect(codes.has(1)).toBe(false);
  });

  test('an export over an earlier one that is killed at any moment is completed or undone by the next', async () => {
    const changed = answersFile((answers) => {
      answers['registration.way'] = 'discovery';
    });
    for (let delay = 60; delay <= 420; delay += 40) {
      await exportOf(example);
      const running = start(inject('program'), ['export', '--answers', changed, '--out', out], epoch);
      const timer = setTimeout(() => running.kill('SIGKILL'), delay);
      await running.ended;
      clearTimeout(timer);
      expect(await exportOf(changed), `killed after ${delay} ms`).toMatchObject({ code: 0 });
      expect(isWhole(out)).toBe(true);
      expect(readdirSync(out, { recursive: true }).filter((name) => String(name).includes('.skypefed-'))).toEqual([]);
      expect(existsSync(join(out, 'request-sheet.md'))).toBe(false);
    }
  });

  test('a reader that goes away ends it quietly', async () => {
    const running = start(inject('program'), ['export', '--answers', example, '--out', out, '--json'], epoch);
    running.closeOutput();
    expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    expect(isWhole(out)).toBe(true);
  });
});
