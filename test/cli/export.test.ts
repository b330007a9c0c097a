import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { outputOf } from './outputs.ts';
import { Bench, example } from './program.ts';
import { isWhole } from './whole.ts';

const bench = new Bench();

const exportOf = (answers: string, ...more: string[]) =>
  bench.run('export', '--answers', answers, '--out', bench.out, ...more);

describe('export', () => {
  test('writes the example, names what was written, and warns on stderr', async () => {
    const { code, stdout, stderr } = await exportOf(example);
    expect(code).toBe(0);
    const [first, ...lines] = stdout.trimEnd().split('\n');
    expect(first).toBe(`Written to ${bench.out}`);
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
    expect(isWhole(bench.out)).toBe(true);
  });

  test('records who it was, in the log and nowhere else', async () => {
    await bench.runWith({ SKYPEFED_USER: 'Thomas Hardy' }, 'export', '--answers', example, '--out', bench.out);
    const { events } = JSON.parse(readFileSync(join(bench.out, 'rollout.json'), 'utf8'));
    expect(new Set(events.map(({ by }: { by: string }) => by))).toEqual(new Set(['Thomas Hardy']));
  });

  test('--json prints JSON and nothing else', async () => {
    const { code, stdout, stderr } = await exportOf(example, '--json');
    expect([code, stderr]).toEqual([0, '']);
    const told = outputOf('export', stdout);
    expect(told).toMatchObject({ ok: true, folder: bench.out, warnings: [{ path: 'edge.pools' }, {}] });
    for (const { path, bytes } of told.files) expect(statSync(join(bench.out, path)).size).toBe(bytes);
  });

  test('takes an exported rollout as it takes an answers file, its log included', async () => {
    await exportOf(example);
    const again = await bench.run('export', '--answers', join(bench.out, 'rollout.json'), '--out', `${bench.out}-2`);
    expect(again.code).toBe(0);
    expect(readFileSync(join(`${bench.out}-2`, 'manifest.json'))).toEqual(
      readFileSync(join(bench.out, 'manifest.json')),
    );
  });

  test('takes a file as Windows PowerShell writes it, UTF-16 and UTF-8 with a mark', async () => {
    const text = readFileSync(example, 'utf8');
    for (const [i, bytes] of [Buffer.from(`\ufeff${text}`, 'utf16le'), Buffer.from(`\ufeff${text}`)].entries()) {
      writeFileSync(bench.place('answers.json'), bytes);
      const told = await bench.run('export', '--answers', bench.place('answers.json'), '--out', `${bench.out}-${i}`);
      expect(told.code).toBe(0);
    }
  });

  describe('into the folder of an earlier export', () => {
    const discovery = () => bench.answers({ 'registration.way': 'discovery' });

    test('replaces it, and says what is no longer made and was taken away', async () => {
      await exportOf(example);
      writeFileSync(join(bench.out, 'notes.txt'), 'mine');
      const { code, stdout, stderr } = await exportOf(discovery());
      expect({ code, stderr: stderr.split('\n').filter((line) => !line.startsWith('warning: ')) }).toEqual({
        code: 0,
        stderr: [''],
      });
      expect(stdout).toMatch(/\nRemoved, as it is no longer made: request-sheet\.md\n$/);
      expect(readdirSync(bench.out)).not.toContain('request-sheet.md');
      expect(readdirSync(bench.out)).toContain('notes.txt');
      expect(isWhole(bench.out)).toBe(true);
    });

    test('stops at a file that was changed: exit 4, it is named, nothing is written, --force replaces it', async () => {
      await exportOf(example);
      writeFileSync(join(bench.out, 'runbook.md'), 'mine');
      const said = `Nothing was written: in ${bench.out} runbook.md was changed by hand.`;
      const stderr = `${said} Name another folder; --force replaces them.\n`;
      expect(await exportOf(discovery())).toEqual({ code: 4, stdout: '', stderr });
      expect(readFileSync(join(bench.out, 'runbook.md'), 'utf8')).toBe('mine');
      expect(readdirSync(bench.out)).toContain('request-sheet.md');

      expect(await exportOf(discovery(), '--force')).toMatchObject({ code: 0 });
      expect(isWhole(bench.out)).toBe(true);
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
        mkdirSync(bench.out);
        writeFileSync(join(bench.out, 'runbook.md'), 'mine');
      },
      () => `in ${bench.out} runbook.md is of no export. Name another folder; --force replaces them.`,
    ],
    [
      'a link under one of our names',
      () => {
        mkdirSync(bench.out);
        symlinkSync(bench.folder, join(bench.out, 'scripts'), 'dir');
      },
      () => `${join(bench.out, 'scripts')} is a link. Name another folder.`,
    ],
    ['a file', () => writeFileSync(bench.out, 'mine'), () => `${bench.out} is no folder. Name another folder.`],
  ])('%s in the way: exit 4, and nothing is written', async (_, prepare, said) => {
    prepare();
    const before = readdirSync(bench.folder, { recursive: true });
    expect(await exportOf(example)).toMatchObject({ code: 4, stdout: '', stderr: `Nothing was written: ${said()}\n` });
    expect(outputOf('export', (await exportOf(example, '--json')).stdout)).toMatchObject({
      ok: false,
      code: 4,
      problems: [],
    });
    expect(readdirSync(bench.folder, { recursive: true })).toEqual(before);
  });
});

describe('an answers file that does not do', () => {
  test('wrong: exit 2, every place named, what is missing too', async () => {
    const file = bench.answers({
      'edge.pool': [],
      'edge.pools': [{ name: '10.0.0.5' }],
      'deployment.organisation': undefined,
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
    expect(existsSync(bench.out)).toBe(false);
  });

  test('incomplete: exit 4, every answer named', async () => {
    const ids = ['deployment.organisation', 'access-policy.sites', 'registration.contact'];
    const file = bench.answers(Object.fromEntries(ids.map((id) => [id, undefined])));
    const { code, stderr } = await exportOf(file);
    expect(code).toBe(4);
    const [first, ...lines] = stderr.trimEnd().split('\n');
    expect(first).toBe(`${file}: 3 required answers missing. Nothing was written.`);
    expect(lines.map((line) => line.trim().split(':')[0])).toEqual([
      'deployment.organisation',
      'registration.contact',
      'access-policy.sites',
    ]);
    expect(existsSync(bench.out)).toBe(false);
  });

  test('in JSON, for a program', async () => {
    const file = bench.answers({ 'deployment.hybrid': 'no' });
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
    const file = bench.place('answers.json');
    writeFileSync(file, text, 'latin1');
    expect(await exportOf(file)).toMatchObject({ code: 2, stdout: '', stderr: `${file}: ${said}\n` });
  });

  test('that is not there: exit 2', async () => {
    const file = bench.place('answers.json');
    expect(await exportOf(file)).toMatchObject({
      code: 2,
      stderr: `${file} cannot be read: it is not there (ENOENT).\n`,
    });
  });
});
