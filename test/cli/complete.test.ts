import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commands, everywhere } from '../../src/cli/commands/index.ts';
import { candidateLines } from '../../src/cli/completion/candidates.ts';
import { complete, type Known } from '../../src/cli/completion/complete.ts';
import { Bench } from './program.ts';

const known: Known = {
  rollouts: () => ['adatum-lab', 'contoso'],
  answers: async (typed) => [{ value: `${typed.split('=')[0]}=lync-2013` }],
};

/** The words that can stand at the end of a line, or what the shell finds. */
async function offered(...words: readonly string[]): Promise<readonly string[] | string> {
  const completion = await complete(words.slice(0, -1), words.at(-1) ?? '', known);
  return completion.is === 'words' ? completion.words.map(({ value }) => value) : completion.is;
}

const names = commands.map(({ name }) => name);
const flags = (name: string) =>
  [...(commands.find((row) => row.name === name)?.inputs ?? []), ...everywhere]
    .filter(({ as }) => as !== 'argument')
    .map((input) => `--${input.name}`);

describe('what can stand there', () => {
  test.each<[readonly string[], readonly string[] | string]>([
    [[''], names],
    [['--ascii', ''], names],
    [['sta'], ['status']],
    [['nothing', 'sta'], ['status']],
    [['help', 'ex'], ['export']],
    [
      ['open', ''],
      ['adatum-lab', 'contoso'],
    ],
    [['status', '--json', 'c'], ['contoso']],
    [['export', '--out', 'a', 'c'], ['contoso']],
    [['export', '--out=a', 'c'], ['contoso']],
    [['export', '--answers', ''], 'files'],
    [['export', '--answers=a'], 'files'],
    [['export', '--out', 'a'], 'folders'],
    [['import', ''], 'files'],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'powershell'],
    ],
    [['completion', 'po'], ['powershell']],
    [['-'], [...everywhere.map(({ name }) => `--${name}`), '--help', '--version', '-h', '-V']],
    [['list', '-h'], ['-h']],
    [
      ['plan', '--'],
      [...flags('plan'), '--help', '--version'],
    ],
    [['plan', 'contoso', ''], flags('plan')],
    [['plan', '--json', 'contoso', ''], flags('plan').filter((flag) => flag !== '--json')],
    [['plan', '--js'], ['--json']],
    [['new', '--set', 'dep'], ['dep=lync-2013']],
    [['new', '--set=dep'], ['--set=dep=lync-2013']],
    [['new', '--set', 'a=b', '--s'], ['--set']],
    [['questions', '--product', 'lync-2013', '--j'], ['--json']],
    [
      ['questions', '--product', 'lync'],
      ['lync-2010', 'lync-2013'],
    ],
    [['plan', '--nothing='], []],
    [['plan', '--json='], []],
  ])('%j', async (words, expected) => {
    expect(await offered(...words)).toEqual(expected);
  });

  test('commands and options with what they do', async () => {
    for (const { name, does, inputs } of commands) {
      expect(await complete([], name, known)).toMatchObject({ words: [{ value: name, help: does }] });
      for (const { as, name: option, help } of inputs.filter((input) => input.as !== 'argument')) {
        const found = await complete([name], `--${option}`, known);
        expect(found, `${as} of ${name}`).toMatchObject({
          words: expect.arrayContaining([{ value: `--${option}`, help }]),
        });
      }
    }
  });

  test('goes on from what is typed, whatever that is', async () => {
    const word = fc.oneof(
      fc.constantFrom(...names, ...everywhere.map(({ name }) => `--${name}`), '--out', '--answers=', '--', '-', '='),
      fc.string({ maxLength: 8 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(word, { maxLength: 5 }), word, async (before, current) => {
        const completion = await complete(before, current, known);
        const words = completion.is === 'words' ? completion.words.map(({ value }) => value) : [];
        expect(words.filter((value) => !value.startsWith(current))).toEqual([]);
        expect(words).toEqual([...new Set(words)]);
      }),
    );
  });
});

describe('what a script asks the program', () => {
  const bench = new Bench();
  const ask = (...args: readonly string[]) => candidateLines(args, bench.home);

  test('is answered with a word a line, and what it means', async () => {
    expect(await bench.start(['__complete', ':stat']).ended).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/^words\nstatus\ttell .+\n$/),
      stderr: '',
    });
    expect(await ask(':', 'import')).toBe('files\n');
  });

  test('takes a single - for the file that it stands for', async () => {
    expect(await ask(':', 'import', '-')).toMatch(/^words\n--into\t/);
  });

  test('knows the rollouts that there are, without opening one', async () => {
    mkdirSync(join(bench.home, 'rollouts', 'contoso'), { recursive: true });
    mkdirSync(join(bench.home, 'rollouts', 'adatum'));
    writeFileSync(join(bench.home, 'rollouts', 'notes.txt'), '');
    expect((await ask(':', 'open')).split('\n').toSorted()).toEqual(['', 'adatum', 'contoso', 'words']);
  });

  test.each([
    [':edge.dns', /^words\nedge\.dns-published=\tDNS published\n$/],
    [':deployment.', /^words\ndeployment\.goal=\t.+\ndeployment\.organisation=\t/],
    [':deployment.product=sfb', /^words\ndeployment\.product=sfb-2015\tSkype for Business Server 2015\n/],
    [':edge.dns-published=d', /^words\nedge\.dns-published=done\tdone\n$/],
    [':deployment.owner=', /^words\n$/],
    [':deployment.nothing', /^words\n$/],
  ])('knows the ids of answers and tasks, and what is offered for each: %j', async (typed, said) => {
    expect(await ask(typed, 'export', '--set')).toMatch(said);
  });

  test.each<[readonly string[], string]>([
    [[], 'words\nnew\t'],
    [[':', 'open'], ''],
    [[':--no', '--what'], 'words\n--no-color\t'],
    [['', '', ''], 'words\n'],
  ])('%j never ends with an error', async (args, begins) => {
    expect((await ask(...args)).startsWith(begins)).toBe(true);
  });
});
