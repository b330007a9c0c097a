import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { evidenceFile, item, items } from '../state/evidence-file.ts';
import { openTerminal } from '../terminal/terminal.ts';
import { outputOf } from './outputs.ts';
import { Bench, example } from './program.ts';

const bench = new Bench();

const importExample = () => bench.run('import', example);

/** A rollout under another name. */
async function importAs(organisation: string): Promise<void> {
  const file = bench.answers({ 'deployment.organisation': organisation });
  expect((await bench.run('import', file)).code).toBe(0);
}

describe('--help', () => {
  test.each(commands.map(({ name }) => name))('of %s ends with an example of it', async (name) => {
    for (const args of [
      [name, '--help'],
      ['help', name],
    ]) {
      const { code, stdout, stderr } = await bench.run(...args);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(
        new RegExp(`^Usage: skypefed ${name} .*\n\nExamples?:\n  skypefed ${name}\\b[^\n]*\n`, 's'),
      );
    }
  });
});

describe('import', () => {
  test('keeps an answers file as a rollout, says how to go on, and warns on stderr', async () => {
    const { code, stdout, stderr } = await importExample();
    expect(code).toBe(0);
    expect(stdout).toBe('Kept as contoso: 38 answers, 10 tasks and 3 people.\nGo on with: skypefed open contoso\n');
    expect(stderr).toMatch(/^warning: edge\.pools: .+\nwarning: contacts\.people\[0\]\.microsoftAccount: .+\n$/);
    expect(readdirSync(join(bench.home, 'rollouts', 'contoso')).toSorted()).toEqual(['people.json', 'rollout.json']);
  });

  test('keeps an exported rollout with its past, under a free id', async () => {
    await importExample();
    await bench.run('export', 'contoso', '--out', bench.out);
    const again = await bench.run('import', join(bench.out, 'rollout.json'));
    expect(again.stdout).toContain('Go on with: skypefed open contoso-2\n');
    await bench.run('export', 'contoso-2', '--out', `${bench.out}-2`);
    const [first, second] = [bench.out, `${bench.out}-2`].map((out) =>
      JSON.parse(readFileSync(join(out, 'rollout.json'), 'utf8')),
    );
    expect(second).toEqual({ ...first, id: 'contoso-2' });
  });

  test('takes what is incomplete: the wizard asks for the rest', async () => {
    const file = bench.write('few.json', '{"deployment.organisation": "Fabrikam"}');
    const { code, stdout } = await bench.run('import', file);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Kept as fabrikam: 1 answer, .+\n\d+ required answers missing; the wizard asks\.\n/);
  });

  test('takes evidence into the rollout whose script wrote it, or into another that is named', async () => {
    await importExample();
    const file = bench.write('evidence-FE01.json', JSON.stringify(evidenceFile()));
    const taken = await bench.run('import', file);
    expect(taken).toMatchObject({ code: 0, stderr: '' });
    expect(taken.stdout).toBe(
      'Taken into contoso: seen on FE01, Front End Server, 3 Nov 2025 14:10.\nLook at the plan: skypefed plan contoso\n',
    );
    const again = await bench.run('import', file);
    expect(again.stdout).toContain('contoso has this evidence already.');
    await importAs('Fabrikam');
    const elsewhere = await bench.run('import', file, '--into', 'Fabrikam');
    expect(elsewhere.stdout).toContain('Taken into fabrikam');
    expect(elsewhere.stderr).toBe('warning: it was taken for the rollout contoso.\n');
    const denied = { at: '2025-11-03T14:10:00.123Z', from: 'central', read: false, why: 'denied' };
    const some = evidenceFile({
      written: '2025-11-04T14:10:00.000Z',
      items: { ...items, groups: denied, users: denied },
    });
    const unread = await bench.run('import', bench.write('unread.json', JSON.stringify(some)));
    expect(unread.stderr).toBe('warning: on the server this could not be read: users and groups.\n');
    const other = evidenceFile({
      written: '2025-11-01T14:10:00.000Z',
      items: { ...items, serverVersion: item('Skype for Business Server 2015 (6.0.9319.0)') },
    });
    expect((await bench.run('import', bench.write('other.json', JSON.stringify(other)))).stderr).toContain(
      'warning: FE01 is another product, Skype for Business Server 2015 (6.0.9319.0): this rollout is for Lync Server 2013',
    );
    const older = bench.write('older.json', JSON.stringify(evidenceFile({ written: '2025-11-02T14:10:00.000Z' })));
    expect((await bench.run('import', older)).stdout).toContain('The plan goes by newer evidence: seen on FE01');
  });

  test('lets the plan end with 11 where its script would stop at once on the server that was seen', async () => {
    await importExample();
    const product = (serverVersion: string) =>
      bench.write(
        'evidence.json',
        JSON.stringify(evidenceFile({ items: { ...items, serverVersion: item(serverVersion) } })),
      );
    await bench.run('import', product('Microsoft Lync Server 2013 (5.0.8308.0)'));
    expect((await bench.run('plan', 'contoso', '--detailed-exitcode')).code).toBe(10);
    const later = { written: '2025-11-04T14:10:00.000Z' };
    const other = { ...items, serverVersion: item('Skype for Business Server 2015 (6.0.9319.0)') };
    await bench.run('import', bench.write('other.json', JSON.stringify(evidenceFile({ ...later, items: other }))));
    expect((await bench.run('plan', 'contoso', '--detailed-exitcode')).code).toBe(11);
    expect((await bench.run('plan', 'contoso')).code).toBe(0);
  });

  test('says of what was seen on an Edge Server that the plan goes by a Front End Server', async () => {
    await importExample();
    const edge = (written: string) =>
      bench.write('edge.json', JSON.stringify(evidenceFile({ place: 'edge', computer: 'EDGE01', written })));
    const first = await bench.run('import', edge('2025-11-04T14:10:00.000Z'));
    expect(first.stdout).toContain('The plan needs what is seen on a Front End Server.\n');
    await bench.run('import', bench.write('fe.json', JSON.stringify(evidenceFile())));
    const second = await bench.run('import', edge('2025-11-02T14:10:00.000Z'));
    expect(second.stdout).toContain('The plan goes by what was seen on FE01, Front End Server, 3 Nov 2025 14:10.\n');
  });

  test('refuses evidence of a rollout that is not here, or in place of answers', async () => {
    await importExample();
    const file = bench.write('evidence.json', JSON.stringify(evidenceFile({ rollout: 'adatum' })));
    const unknown = await bench.run('import', file);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toBe(
      'There is no rollout adatum. skypefed list names those there are.\n' +
        'The evidence is of adatum; --into NAME puts it into another.\n',
    );
    const exported = await bench.run('export', '--answers', file, '--out', bench.out);
    expect(exported).toMatchObject({ code: 2, stdout: '' });
    expect(exported.stderr).toContain('This is evidence; skypefed import takes it into its rollout.');
    const into = await bench.run('import', example, '--into', 'contoso');
    expect(into).toMatchObject({ code: 2, stdout: '' });
    const damaged = await bench.run('import', bench.write('bad.json', JSON.stringify(evidenceFile({ items: 5 }))));
    expect(damaged.code).toBe(2);
    expect(damaged.stderr).toContain('This evidence cannot be taken: items is not as 1-discover.ps1');
  });

  test.runIf(existsSync('/proc/self'))('where the system makes no folder: exit 5, and where', async () => {
    bench.home = '/proc/none';
    expect(await bench.run('import', example)).toEqual({
      ...{ code: 5, stdout: '' },
      stderr: 'No rollout can be kept in /proc/none: no folder can be made in /proc (ENOENT).\n',
    });
    expect(await bench.run('export', '--answers', example, '--out', '/proc/none/out')).toMatchObject({
      ...{ code: 4, stdout: '' },
      stderr: 'Nothing was written to /proc/none/out: no folder can be made in /proc (ENOENT).\n',
    });
  });

  test('what does not do is named, and nothing is kept', async () => {
    const file = bench.write('bad.json', '{"deployment.organisation": 5, "edge.pool": []}');
    const { code, stdout, stderr } = await bench.run('import', file);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/deployment\.organisation: .+\n {2}edge\.pool: .+/);
    expect(existsSync(bench.home)).toBe(false);
  });
});

describe('list', () => {
  test('says where there is none, on stderr, so that a program reads nothing', async () => {
    expect(await bench.run('list')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: `There is no rollout in ${bench.home}.\n`,
    });
    const asJson = await bench.run('list', '--json');
    expect([asJson.code, asJson.stderr]).toEqual([0, '']);
    expect(outputOf('list', asJson.stdout)).toMatchObject({ ok: true, rollouts: [] });
  });

  test('names each with its id, how far it is, and its organisation', async () => {
    await importAs('Fabrikam');
    await importExample();
    const { code, stdout, stderr } = await bench.run('list');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      'contoso   2025-11-23 22:52  4 of 8 steps done  Contoso, Lync Server 2013\n' +
        'fabrikam  2025-11-23 22:52  4 of 8 steps done  Fabrikam, Lync Server 2013\n',
    );
  });

  test('--json prints JSON and nothing else', async () => {
    await importExample();
    const { stdout, stderr } = await bench.run('list', '--json');
    expect(stderr).toBe('');
    expect(outputOf('list', stdout)).toEqual({
      format: 'skypefed-list-output',
      version: 1,
      ok: true,
      rollouts: [
        {
          ...{ id: 'contoso', organisation: 'Contoso', folder: join(bench.home, 'rollouts', 'contoso') },
          ...{ savedAt: '2025-11-23T22:52:00.000Z', readable: true, product: 'lync-2013', steps: { done: 4, of: 8 } },
        },
      ],
    });
  });

  test.each([[['list']], [['list', '--json']], [['--help']], [['--version']]])(
    '%j to a reader that went away ends quietly',
    async (args) => {
      await importExample();
      const running = bench.start(args);
      running.closeOutput();
      expect(await running.ended).toMatchObject({ code: 0, stderr: '' });
    },
  );
});

describe('export of a rollout that is kept', () => {
  beforeEach(async () => {
    await importExample();
  });

  test.each(['contoso', 'Contoso'])(
    'named %s gives the files that its answers give, but for its own past',
    async (name) => {
      expect(await bench.run('export', name, '--out', bench.out)).toMatchObject({
        code: 0,
        stdout: expect.stringMatching(/^Written to .+\n {2}runbook\.md /),
        stderr: expect.stringMatching(/^warning: edge\.pools/),
      });
      await bench.run('export', '--answers', example, '--out', `${bench.out}-2`);
      for (const file of ['runbook.md', 'request-sheet.md', 'scripts/2-apply.ps1', 'rollout.json'])
        expect(readFileSync(join(bench.out, file), 'utf8')).toBe(readFileSync(join(`${bench.out}-2`, file), 'utf8'));
    },
  );

  test('stands in its record, and the folder is remembered', async () => {
    await bench.run('export', 'contoso', '--out', bench.out);
    const place = join(bench.home, 'rollouts', 'contoso');
    const { events } = JSON.parse(readFileSync(join(place, 'rollout.json'), 'utf8'));
    expect(events.at(-1)).toMatchObject({ type: 'exported', by: 'ana', files: 10 });
    expect(JSON.parse(readFileSync(join(place, 'settings.json'), 'utf8'))).toEqual({ exportFolder: bench.out });
    expect(readdirSync(place)).not.toContain('lock');
  });

  test('that fails does not stand there', async () => {
    mkdirSync(bench.out, { recursive: true });
    writeFileSync(join(bench.out, 'runbook.md'), 'of somebody else');
    const before = readFileSync(join(bench.home, 'rollouts', 'contoso', 'rollout.json'), 'utf8');
    expect(await bench.run('export', 'contoso', '--out', bench.out)).toMatchObject({ code: 4, stdout: '' });
    expect(readFileSync(join(bench.home, 'rollouts', 'contoso', 'rollout.json'), 'utf8')).toBe(before);
  });

  test('with answers missing names them all: exit 4', async () => {
    await bench.run('import', bench.write('few.json', '{"deployment.organisation": "Fabrikam"}'));
    const { code, stderr } = await bench.run('export', 'fabrikam', '--out', bench.out);
    expect(code).toBe(4);
    expect(stderr).toMatch(
      /^fabrikam: \d+ required answers missing\. Nothing was written\.\n {2}deployment\.product: /,
    );
    const told = outputOf('export', (await bench.run('export', 'fabrikam', '--out', bench.out, '--json')).stdout);
    expect(told).toMatchObject({ ok: false, code: 4, problems: [] });
    expect(told.missing.map(({ path }: { path: string }) => path)).toContain('deployment.sip-domains');
    expect(existsSync(bench.out)).toBe(false);
  });

  test.each([
    [['export', 'contso', '--out', 'x'], 'There is no rollout contso; the nearest is contoso.'],
    [['remove', 'Contosa', '--yes'], 'There is no rollout Contosa; the nearest is Contoso.'],
    [['remove', '../contoso', '--yes'], 'There is no rollout ../contoso; the nearest is contoso.'],
    [['export', '--out', 'x'], 'export takes the name of a rollout, or --answers FILE, or nothing but --set.'],
    [['export', 'contoso', '--answers', 'a', '--out', 'x'], 'export takes the name of a rollout, or'],
  ])('%j: exit 2, and the nearest name', async (args, said) => {
    expect(await bench.run(...args)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
    expect(readdirSync(join(bench.home, 'rollouts'))).toEqual(['contoso']);
  });

  test('an organisation that has two is not guessed', async () => {
    await importExample();
    expect(await bench.run('export', 'Contoso', '--out', bench.out)).toMatchObject({
      code: 2,
      stderr: 'Contoso has several rollouts: contoso and contoso-2. Name one.\n',
    });
  });
});

describe('remove', () => {
  beforeEach(async () => {
    await importExample();
    await bench.run('export', 'contoso', '--out', bench.out);
  });

  const what = () =>
    'Contoso (contoso), saved 2025-11-23 22:52: 38 answers, 10 tasks, 3 people and 53 lines of the record.\n' +
    `In ${join(bench.home, 'rollouts', 'contoso')}\n` +
    `What was exported stays, the last time to ${bench.out}\n`;

  test('--yes names what goes and sets it aside; the export stays', async () => {
    const kept = join(bench.home, 'removed', 'contoso-2025-11-23');
    expect(await bench.run('remove', 'Contoso', '--yes')).toEqual({
      ...{ code: 0, stderr: '' },
      stdout: `${what()}contoso is removed. Its folder is kept as ${kept}.\n`,
    });
    expect(outputOf('list', (await bench.run('list', '--json')).stdout)).toMatchObject({ rollouts: [] });
    expect(readdirSync(kept)).toContain('rollout.json');
    expect(readdirSync(bench.out)).toContain('manifest.json');
  });

  test('without a terminal it cannot ask: exit 3, and nothing goes', async () => {
    expect(await bench.start(['remove', 'contoso']).ended).toMatchObject({
      code: 3,
      stdout: '',
      stderr: `${what()}remove asks first, and here its input is no terminal. Nothing was removed.\nWithout being asked: skypefed remove contoso --yes\n`,
    });
    expect(readdirSync(join(bench.home, 'rollouts'))).toEqual(['contoso']);
  });

  /** The question, asked in a real terminal. */
  const asked = async (env: Readonly<Record<string, string>> = {}, ...more: readonly string[]) => {
    const instead = [process.execPath, bench.file, ...more, 'remove', 'contoso'] as const;
    const terminal = openTerminal({ home: bench.home, columns: 160, env, instead });
    await terminal.until('Remove contoso? (y/N)');
    return terminal;
  };

  test.each([
    ['yes\r', 0, 'contoso is removed.', []],
    ['Y\r', 0, 'contoso is removed.', []],
    ['no\r', 0, 'contoso stays.', ['contoso']],
    ['\r', 0, 'contoso stays.', ['contoso']],
    ['\u0003', 130, 'contoso stays.', ['contoso']],
    ['\u0004', 130, 'contoso stays.', ['contoso']],
  ])('asked on a terminal and answered %j: exit %i', async (keys, code, said, left) => {
    const terminal = await asked();
    // What goes is told once, above the question.
    expect(terminal.text().replaceAll('\n', '')).toContain(what().replaceAll('\n', ''));
    terminal.send(keys);
    expect(await terminal.exited).toMatchObject({ code });
    expect(terminal.text()).toContain(said);
    expect(readdirSync(join(bench.home, 'rollouts'))).toEqual(left);
  });

  test('an answer that is neither is asked again, and Ctrl+C then keeps it', async () => {
    const terminal = await asked();
    terminal.send('perhaps\r');
    await terminal.until('You must answer with "Yes" or "No"');
    terminal.send('\u0003');
    expect(await terminal.exited).toMatchObject({ code: 130 });
    expect(terminal.text()).toMatch(/contoso stays\.$/);
    expect(readdirSync(join(bench.home, 'rollouts'))).toEqual(['contoso']);
  });

  test.each([
    ['SIGHUP', 1],
    ['SIGTERM', 15],
  ] as const)('%s while it asks ends it, and removes nothing', async (name, signal) => {
    const terminal = await asked();
    terminal.kill(name);
    expect(await terminal.exited).toMatchObject({ signal });
    expect(readdirSync(join(bench.home, 'rollouts'))).toEqual(['contoso']);
  });

  test('the question stands on stderr, so that stdout may be a file', async () => {
    const script = '"$0" "$@" >"$OUT"; echo "code $?"';
    const instead = ['sh', '-c', script, process.execPath, bench.file, 'remove', 'contoso'] as const;
    const terminal = openTerminal({ home: bench.home, columns: 160, env: { OUT: bench.out + 2 }, instead });
    await terminal.until('Remove contoso? (y/N)');
    terminal.send('y\r');
    await terminal.until('code 0');
    expect(readFileSync(bench.out + 2, 'utf8')).toMatch(
      /^contoso is removed\. Its folder is kept as .+contoso-2026-11-23\.\n$/,
    );
  });

  test.each([
    [{}, [], true],
    [{ NO_COLOR: '1' }, [], false],
    [{}, ['--no-color'], false],
  ])('with %j and %j, in colour: %s', async (env, more, colour) => {
    const terminal = await asked(env, ...more);
    terminal.send('\r');
    await terminal.exited;
    expect(terminal.bytes().includes('\u001b[36m')).toBe(colour);
    expect(terminal.bytes().includes('\u001b[2m')).toBe(colour);
  });

  test('on a terminal that cannot move its cursor it does not ask: exit 3', async () => {
    const instead = [process.execPath, bench.file, 'remove', 'contoso'] as const;
    const terminal = openTerminal({ home: bench.home, columns: 160, env: { TERM: 'dumb' }, instead });
    expect(await terminal.exited).toMatchObject({ code: 3 });
    expect(terminal.text()).toContain('this terminal (TERM=dumb) cannot move its cursor. Nothing was removed.');
    expect(terminal.bytes()).not.toContain('\u001b');
  });
});

test('new begins where a rollout is named, whatever there is already', async () => {
  await importExample();
  const terminal = openTerminal({ home: bench.home, instead: [process.execPath, bench.file, 'new'] });
  await terminal.until('Whose rollout is this?');
  terminal.send('Fabrikam');
  await terminal.until('Organisation  Fabrikam');
  terminal.send('\r');
  await terminal.until('Step 1 of');
  terminal.send('\u0003');
  expect(await terminal.exited).toMatchObject({ code: 130 });
  expect(readdirSync(join(bench.home, 'rollouts')).toSorted()).toEqual(['contoso', 'fabrikam']);
});
