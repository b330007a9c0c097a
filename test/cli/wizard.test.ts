import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, inject, test } from 'vitest';
import { openLibrary } from '../../src/state/store.ts';
import { buildProgram } from '../../tools/program.ts';
import { clockwork, freshFolder, savedOf } from '../state/around.ts';
import { openTerminal, type TerminalOptions } from '../terminal/terminal.ts';

let home: string;

beforeEach(() => {
  home = join(freshFolder(), 'home');
});

describe('on a terminal', () => {
  const open = (args: readonly string[] = [], options: Partial<TerminalOptions> = {}, file = inject('program')) => {
    mkdirSync(home, { recursive: true });
    return openTerminal({ home, instead: [process.execPath, file, ...args], ...options });
  };

  test('the wizard opens, and the first frame can be left: exit code 130', async () => {
    const terminal = open([], { env: { NODE_COMPILE_CACHE: '' } });
    await terminal.until('Start a rollout');
    terminal.send('\u0003');
    expect(await terminal.exited).toMatchObject({ code: 130 });
    expect(statSync(join(home, 'compile-cache')).isDirectory()).toBe(true);
  });

  test.runIf(existsSync('/proc/self'))(
    'the wizard opens where nothing can be kept, not even what Node compiled',
    async () => {
      const terminal = open([], { env: { SKYPEFED_HOME: '/proc/none', NODE_COMPILE_CACHE: '' } });
      await terminal.until('Start a rollout');
      terminal.send('\u0003');
      expect(await terminal.exited).toMatchObject({ code: 130 });
    },
  );

  test.each([
    [['--no-color'], {}],
    [[], { NO_COLOR: '1' }],
  ])('%j %j: not one colour', async (args, env) => {
    const terminal = open(args, { env });
    await terminal.until('Start a rollout');
    terminal.send('\u0003');
    await terminal.exited;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: a colour is a control sequence
    expect(terminal.bytes()).not.toMatch(/\u001b\[[0-9;]*m/);
  });

  test('CI in the environment is no reason not to draw', async () => {
    const terminal = open([], { env: { CI: '1' } });
    await terminal.until('Start a rollout');
    terminal.send('\u0003');
    await terminal.exited;
  });

  test('TERM=dumb cannot be drawn on', async () => {
    // The pty would say otherwise in the environment that it is given.
    const terminal = open([], { instead: ['env', 'TERM=dumb', process.execPath, inject('program')], columns: 120 });
    expect(await terminal.exited).toMatchObject({ code: 3 });
    expect(terminal.text()).toContain('this terminal (TERM=dumb) cannot move its cursor.');
  });

  describe('open', () => {
    beforeEach(async () => {
      const library = openLibrary({ folder: home, around: clockwork() });
      for (const organisation of ['Contoso', 'Fabrikam', 'Fabrikam'])
        savedOf(await library.create({ organisation })).close();
    });

    test.each(['contoso', 'Contoso', 'fabrikam-2'])('%s goes straight into it', async (name) => {
      const terminal = open(['open', name]);
      await terminal.until('Last here');
      expect(readdirSync(join(home, 'rollouts', name.toLowerCase()))).toContain('lock');
      terminal.send('\u0003');
      expect(await terminal.exited).toMatchObject({ code: 130 });
    });

    test.each([
      ['Fabrikam', 'Fabrikam has several rollouts: fabrikam-2 and fabrikam. Name one.'],
      ['contso', 'There is no rollout contso; the nearest is contoso.'],
      ['../rollouts/contoso', 'There is no rollout ../rollouts/contoso. skypefed list names those there are.'],
    ])('%s is refused, and the ones there are named', async (name, said) => {
      const terminal = open(['open', name], { columns: 160 });
      expect(await terminal.exited).toMatchObject({ code: 2 });
      expect(terminal.text()).toContain(said);
    });
  });

  describe('new --set', () => {
    const rolloutOf = (id: string) => JSON.parse(readFileSync(join(home, 'rollouts', id, 'rollout.json'), 'utf8'));

    test('begins in a rollout that holds what is stated', async () => {
      const words = ['deployment.organisation=Contoso', 'deployment.product=lync-2013'];
      const terminal = open(['new', ...words.flatMap((word) => ['--set', word])]);
      await terminal.until('Contoso · Lync Server 2013');
      terminal.send('\u0003');
      expect(await terminal.exited).toMatchObject({ code: 130 });
      expect(rolloutOf('contoso').answers).toEqual(Object.fromEntries(words.map((word) => word.split('='))));
    });

    test('asks whose it is where nothing says so, and holds the rest', async () => {
      const terminal = open(['new', '--set', 'deployment.product=sfb-2015']);
      await terminal.until('Whose rollout is this?');
      terminal.send('Fabrikam');
      await terminal.until('Fabrikam');
      terminal.send('\r');
      await terminal.until('Fabrikam · SfB Server 2015');
      terminal.send('\u0003');
      await terminal.exited;
      expect(rolloutOf('fabrikam').answers).toMatchObject({ 'deployment.product': 'sfb-2015' });
    });

    test('as lines, too', async () => {
      // Of so few rows the beginning has gone by when it is looked for.
      const terminal = open(['new', '--plain', '--set', 'deployment.product=sfb-2015'], { rows: 8 });
      await terminal.until(/Whose rollout is this\?.+Organisation:\s*$/s);
      terminal.send('Fabrikam\r');
      await terminal.until(/Organisation: Fabrikam.+Organisation:\s*$/s);
      expect(terminal.text()).toContain('What can still be had');
      terminal.send('\u0003');
      await terminal.exited;
      expect(rolloutOf('fabrikam').answers).toMatchObject({ 'deployment.product': 'sfb-2015' });
    });

    test('refuses what an answers file could not state either, before anything is drawn', async () => {
      const terminal = open(['new', '--set', 'deployment.organisation=Contoso', '--set', 'deployment.cu=yes'], {
        columns: 160,
      });
      expect(await terminal.exited).toMatchObject({ code: 2 });
      expect(terminal.text()).toContain(
        'deployment.cu: No answer and no task has this id; deployment.cu5 is the nearest.',
      );
      expect(readdirSync(home)).toEqual([]);
    });
  });

  test('where there is no rollout, none is opened', async () => {
    const terminal = open(['open', 'contoso'], { columns: 160 });
    expect(await terminal.exited).toMatchObject({ code: 2 });
    expect(terminal.text()).toBe(`There is no rollout in ${home}.`);
  });

  test('an error that nobody caught is told on the ordinary screen, its stack in a file', async () => {
    const faulty = await buildProgram('test/cli/faulty.ts');
    const terminal = open([home], { columns: 160 }, faulty.file);
    await terminal.until('drawn by ink');
    terminal.send('x');
    expect(await terminal.exited).toMatchObject({ code: 1 });
    faulty.remove();
    expect(terminal.text()).toBe(
      [
        'skypefed has a fault and stopped: nobody thought of this',
        'Every answer that was accepted is saved; start it again to go on.',
        `What whoever mends it has to know stands in ${join(home, 'fault.txt')}.`,
      ].join('\n'),
    );
    expect(readFileSync(join(home, 'fault.txt'), 'utf8')).toMatch(
      /^skypefed 0\.1\.0, Node .+\nError: nobody thought of this\n {4}at /,
    );
  });
});
