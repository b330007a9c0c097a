import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import type { Format } from '../../src/cli/schemas/names.ts';
import { evidenceFile } from '../state/evidence-file.ts';
import { outputOf } from './outputs.ts';
import { Bench, example, start } from './program.ts';
import { contentsOf, edit, half, lockedBy, unreadable } from './unusable.ts';

const bench = new Bench();

const few = () => bench.write('few.json', '{"deployment.organisation": "Fabrikam"}');
const wrong = () => bench.answers({ 'edge.pools': 5 });

/** What a command prints for a program, which is an output of its format, and nothing on stderr. */
async function told(format: Format, ...args: readonly string[]) {
  const { code, stdout, stderr } = await bench.run(format, ...args, '--json');
  expect(stderr).toBe('');
  return { exit: code, ...outputOf(format, stdout) };
}

beforeEach(async () => {
  expect((await bench.run('import', example)).code).toBe(0);
  expect((await bench.run('import', few())).code).toBe(0);
});

describe('status', () => {
  test('tells a person where it stands, what waits and what comes next', async () => {
    await bench.run('export', 'contoso', '--out', bench.out);
    const { code, stdout, stderr } = await bench.run('status', 'Contoso');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toEqual([
      'Contoso (contoso), Lync Server 2013: 4 of 8 steps done',
      `Saved 2025-11-23 22:52; exported 2025-11-23 22:52, 10 files to ${bench.out}`,
      '',
      '  answered, no task left         Deployment',
      '  waits                          Edge',
      '  answered, no task left         Registration',
      '  begun, something is left       Access policy',
      '  answered, no task left         Skype provider',
      '  begun, something is left       Client policy',
      '  answered, no task left         Accounts',
      '  waits                          Contacts',
      '',
      'Waits:',
      '  edge.dns-published: DNS published, since 2025-11-21, day 2. Can others find them now?',
      expect.stringMatching(/^ {2}contacts\.invited: Maria Anders: Invited, since 2025-11-21, day 2/),
      '',
      'Failed:',
      '  contacts.skype-start: Ana Trujillo: Start from Skype, 2014-11-06',
      '',
      'Worth a look:',
      expect.stringMatching(/^ {2}edge\.pools: /),
      expect.stringMatching(/^ {2}contacts\.people\[0\]\.microsoftAccount: /),
      '',
      'Nothing stands in the way of an export.',
      'Next: Edge, DNS, certificate, firewall: Can others find them now?',
      'Go on with: skypefed open contoso',
      '',
    ]);
  });

  test('names what is missing', async () => {
    const { code, stdout, stderr } = await bench.run('status', 'fabrikam');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/\nMissing:\n {2}deployment\.product: .+\n {2}deployment\.sip-domains: /);
    expect(stdout).toMatch(/\nNothing is exported before that is mended\.\nNext: Deployment, .+\n/);
  });

  test('--json says the same in the published form', async () => {
    expect(await told('status', 'contoso')).toMatchObject({
      ...{ exit: 0, ok: true, id: 'contoso', product: 'lync-2013', exported: null, canExport: true },
      next: { why: 'wait is due', id: 'edge.dns-published' },
    });
    expect(await told('status', 'fabrikam')).toMatchObject({
      ...{
        exit: 0,
        ok: true,
        product: null,
        canExport: false,
        missing: [{ path: 'deployment.product' }, {}, {}, {}, {}, {}],
      },
    });
  });
});

describe('plan', () => {
  test('lists every change, and warns on stderr', async () => {
    const { code, stdout, stderr } = await bench.run('plan', 'contoso');
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Contoso \(contoso\), Lync Server 2013: 8 changes\n/);
    expect(stdout.match(/^[?=+~-] \d+\. .+$/gm)).toHaveLength(8);
    expect(stdout).toContain(
      "\n    runs     Set-CsAccessEdgeConfiguration -Identity 'Global' -AllowFederatedUsers $true\n",
    );
    expect(stderr).toMatch(/^warning: edge\.pools: .+\nwarning: contacts\.people\[0\]\.microsoftAccount: .+\n$/);
  });

  test('of a file is that of the rollout which it makes', async () => {
    const [kept, file] = [await told('plan', 'contoso'), await told('plan', '--answers', example)];
    const { id, ...rest } = kept;
    expect(id).toBe('contoso');
    expect(file).toEqual(rest);
    expect(file.changes).toHaveLength(8);
  });

  test('with answers missing tells what there is, names them all, and ends with 4', async () => {
    const { code, stdout, stderr } = await bench.run('plan', 'fabrikam');
    expect(code).toBe(4);
    expect(stdout).toMatch(/^Fabrikam \(fabrikam\), no product yet: 1 change\n/);
    expect(stderr).toMatch(/^fabrikam: 6 required answers missing\.\n {2}deployment\.product: /);
  });

  test.each([
    ['contoso', 10, { ok: true, nothingToDo: false }],
    ['fabrikam', 11, { ok: false, code: 11, said: 'fabrikam: 6 required answers missing.' }],
    ['adatum', 2, { ok: false, code: 2 }],
  ])('--detailed-exitcode of %s: exit %i', async (name, exit, output) => {
    expect(await told('plan', name, '--detailed-exitcode')).toMatchObject({ exit, ...output });
    expect((await bench.run('plan', name, '--detailed-exitcode')).code).toBe(exit);
  });
});

test('evidence that is taken in stands in the plan, in the published form too', async () => {
  const file = bench.write('evidence.json', JSON.stringify(evidenceFile()));
  expect(await bench.run('import', file, '--quiet')).toEqual({
    code: 0,
    stdout: 'contoso\n',
    stderr: '',
  });
  const plan = await told('plan', 'contoso', '--detailed-exitcode');
  expect(plan).toMatchObject({ exit: 10, ok: true, stops: [], nothingToDo: false });
  expect(plan.changes[0]).toMatchObject({ id: 'edge.federation', sign: '~', seen: { stops: false } });
  expect(await told('status', 'contoso')).toMatchObject({
    ok: true,
    evidence: [
      { at: '2025-11-03T14:10:00.123Z', computer: 'FE01', place: 'front-end', script: 'discover', current: true },
    ],
  });
  expect((await bench.run('status', 'contoso')).stdout).toContain(
    '\nEvidence:\n  FE01, Front End Server, 2025-11-03 14:10, by 1-discover.ps1: the plan goes by it, 20 days ago\n',
  );
});

describe('what cannot be done is told in the published form, with the exit code in it', () => {
  const out = () => ['--out', bench.out];
  const inTheWay = () => {
    mkdirSync(bench.out);
    writeFileSync(join(bench.out, 'runbook.md'), 'mine');
  };

  test.each<[string, () => unknown, Format, () => readonly string[], number, RegExp | string]>([
    ['an unknown name', () => 0, 'status', () => ['contso'], 2, 'There is no rollout contso; the nearest is contoso.'],
    ['an unknown name', () => 0, 'plan', () => ['contso'], 2, 'There is no rollout contso; the nearest is contoso.'],
    ['an unknown name', () => 0, 'export', () => ['contso', ...out()], 2, /nearest is contoso\.$/],
    ['a file that is not there', () => 0, 'plan', () => ['--answers', 'no.json'], 2, /^no\.json cannot be read: /],
    ['a wrong answer', () => 0, 'plan', () => ['--answers', wrong()], 2, /: Not all of it can be taken\.$/],
    ['a wrong answer', () => 0, 'export', () => ['--answers', wrong(), ...out()], 2, /: Not all of it can be taken\.$/],
    ['answers missing', () => 0, 'plan', () => ['--answers', few()], 4, /: 6 required answers missing\.$/],
    ['answers missing', () => 0, 'export', () => ['fabrikam', ...out()], 4, /^fabrikam: 6 required answers missing/],
    ['a file in the way', inTheWay, 'export', () => ['contoso', ...out()], 4, /runbook\.md is of no export\./],
    ['damage', () => edit(bench.home, 'rollout.json', half), 'export', () => ['contoso', ...out()], 5, /damaged/],
    ['a window', () => lockedBy(bench.home, hostname(), process.pid), 'export', () => ['contoso', ...out()], 5, /open/],
  ])('%s: %#', async (_, befall, format, args, exit, said) => {
    befall();
    expect(await told(format, ...args())).toMatchObject({
      exit,
      ok: false,
      code: exit,
      said: expect.stringMatching(said),
    });
  });

  test.each(unreadable)('%s: status and plan say why, with 5, and change nothing', async (_, befall, said) => {
    befall(bench.home);
    const before = contentsOf(bench.home);
    for (const format of ['status', 'plan'] as const) {
      const output = { exit: 5, ok: false, code: 5, said: expect.stringMatching(said), problems: [], missing: [] };
      expect(await told(format, 'contoso')).toMatchObject(output);
      const plain = { code: 5, stdout: '', stderr: expect.stringMatching(said) };
      expect(await bench.run(format, 'contoso')).toMatchObject(plain);
    }
    expect(contentsOf(bench.home)).toEqual(before);
  });
});

test('a window that has it open is in nobody’s way: status, plan and list only read', async () => {
  lockedBy(bench.home, hostname(), process.pid);
  const before = contentsOf(bench.home);
  expect(await told('status', 'contoso')).toMatchObject({ ok: true });
  expect(await told('plan', 'contoso')).toMatchObject({ ok: true });
  expect(await told('list')).toMatchObject({ ok: true, rollouts: [{}, {}] });
  expect(contentsOf(bench.home)).toEqual(before);
});

describe('--quiet', () => {
  test.each<[readonly string[], RegExp]>([
    [['status', 'contoso'], /^Contoso \(contoso\)/],
    [['plan', 'contoso'], /^Contoso \(contoso\)/],
    [['list'], /^contoso .+\nfabrikam .+\n$/],
    [['export', 'contoso', '--out', 'OUT'], /^$/],
    [['export', 'contoso', '--out', 'OUT', '--json'], /^\{\n/],
    [['import', example], /^contoso-2\n$/],
    [['remove', 'contoso', '--yes'], /^$/],
    [['answers', 'contoso'], /^\{\n/],
    [['questions', '--json'], /^\{\n/],
    [['schema', 'plan'], /^\{\n/],
    [['completion', 'bash'], /^# /],
  ])('%j prints only what was asked for', async (args, out) => {
    const { code, stdout, stderr } = await bench.run(
      ...args.map((arg) => (arg === 'OUT' ? bench.out : arg)),
      '--quiet',
    );
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(out);
  });

  test('is taken by every command but those that open the wizard, and help', () => {
    const without = commands.filter(({ inputs }) => !inputs.some(({ name }) => name === 'quiet'));
    expect(without.map(({ name }) => name)).toEqual(['new', 'open', 'help']);
  });

  test('never hides why something was not done', async () => {
    expect(await bench.run('plan', 'fabrikam', '--quiet')).toMatchObject({
      code: 4,
      stderr: expect.stringMatching(/^fabrikam: 6 required/),
    });
  });
});

test.runIf(existsSync('/dev/full'))('output that cannot be written is no fault: exit 5, and why', async () => {
  const script = 'require("node:child_process").spawnSync("sh", ["-c", process.argv[1]], { stdio: "inherit" })';
  const command = `"${process.execPath}" "${bench.file}" status contoso >/dev/full; echo "exit $?"`;
  const { stdout, stderr } = await start('-e', [script, command], { SKYPEFED_HOME: bench.home }).ended;
  expect(stdout).toBe('exit 5\n');
  expect(stderr).toBe('What was to be printed is lost: the disk is full (ENOSPC).\n');
  expect(readdirSync(bench.home)).toEqual(['rollouts']);
});

test.each([
  [['status', 'contoso']],
  [['status', 'contoso', '--json']],
  [['plan', 'contoso']],
  [['plan', 'contoso', '--json']],
  [['schema', 'plan']],
])('%j to a reader that went away ends quietly', async (args) => {
  const running = bench.start(args);
  running.closeOutput();
  expect(await running.ended).toMatchObject({ code: 0, stderr: expect.stringMatching(/^(warning: .+\n)*$/) });
});
