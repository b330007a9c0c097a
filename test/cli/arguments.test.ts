import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';
import { commands, everywhere } from '../../src/cli/commands/index.ts';

const parse = (...args: string[]) => parseArguments(args, '0.1.0');
const plain = { plain: false, noColor: false, ascii: false };

describe('what is asked for', () => {
  test.each([
    [[], { command: 'wizard', options: plain }],
    [['--no-color'], { command: 'wizard', options: { ...plain, noColor: true } }],
    [['--plain'], { command: 'wizard', options: { ...plain, plain: true } }],
    [['--ascii'], { command: 'wizard', options: { ...plain, ascii: true } }],
    [['open', 'contoso'], { command: 'wizard', options: { ...plain, name: 'contoso' } }],
    [
      ['open', 'Adatum lab', '--no-color'],
      { command: 'wizard', options: { ...plain, name: 'Adatum lab', noColor: true } },
    ],
    [['--ascii', 'open', 'contoso'], { command: 'wizard', options: { ...plain, name: 'contoso', ascii: true } }],
    [
      ['export', '--answers', 'a.json', '--out', 'b'],
      { command: 'export', quiet: false, options: { set: [], answers: 'a.json', out: 'b', force: false, json: false } },
    ],
    [
      ['export', 'contoso', '--out', 'b', '--quiet'],
      { command: 'export', quiet: true, options: { set: [], name: 'contoso', out: 'b', force: false, json: false } },
    ],
    [['status', 'contoso'], { command: 'status', quiet: false, options: { name: 'contoso', json: false } }],
    [
      ['plan', 'contoso', '--json', '--quiet'],
      { command: 'plan', quiet: true, options: { set: [], name: 'contoso', detailed: false, json: true } },
    ],
    [
      ['plan', '--answers', 'a.json', '--detailed-exitcode'],
      { command: 'plan', quiet: false, options: { set: [], answers: 'a.json', detailed: true, json: false } },
    ],
    [
      ['plan', 'contoso', '--set', 'a=b', '--set=c=d,e'],
      {
        command: 'plan',
        quiet: false,
        options: { name: 'contoso', set: ['a=b', 'c=d,e'], detailed: false, json: false },
      },
    ],
    [['schema', 'plan'], { command: 'schema', quiet: false, options: { name: 'plan' } }],
    [['completion', 'zsh'], { command: 'completion', quiet: false, options: { shell: 'zsh' } }],
    [['new'], { command: 'wizard', options: { ...plain, begin: true, set: [] } }],
    [['list'], { command: 'list', quiet: false, options: { json: false } }],
    [['list', '--json'], { command: 'list', quiet: false, options: { json: true } }],
    [['import', 'a.json'], { command: 'import', quiet: false, options: { file: 'a.json' } }],
    [
      ['remove', 'contoso'],
      { command: 'remove', quiet: false, options: { name: 'contoso', yes: false, noColor: false } },
    ],
    [
      ['remove', '--yes', 'contoso', '--no-color'],
      { command: 'remove', quiet: false, options: { name: 'contoso', yes: true, noColor: true } },
    ],
    [
      ['export', 'contoso', '--out', 'b'],
      { command: 'export', quiet: false, options: { set: [], name: 'contoso', out: 'b', force: false, json: false } },
    ],
    [
      ['export', '--json', '--out=b', '--answers=a.json'],
      { command: 'export', quiet: false, options: { set: [], answers: 'a.json', out: 'b', force: false, json: true } },
    ],
  ])('%j', (args, asked) => {
    expect(parse(...args)).toEqual(asked);
  });
});

describe('what is wrong is said on stderr, with exit code 2', () => {
  test.each([
    [['exprt'], 'There is no command exprt; the nearest is export.'],
    [['oepn', 'contoso'], 'There is no command oepn; the nearest is open.'],
    [['--asci'], 'There is no option --asci; the nearest is --ascii.'],
    [['--hepl'], 'There is no option --hepl; the nearest is --help.'],
    [['EXPORT'], 'There is no command EXPORT; the nearest is export.'],
    [['--plain=yes'], '--plain takes no value.'],
    [['frobnicate'], 'There is no command frobnicate.'],
    [[''], 'There is no command "".'],
    [['--frobnicate'], 'There is no option --frobnicate.'],
  ])('%j, with where commands are told', (args, said) => {
    const err = [said, 'skypefed --help tells commands and options.'];
    expect(parse(...args)).toEqual({ command: 'tell', outcome: { code: 2, err } });
  });

  test.each([
    [['open'], 'open needs <name>: its id or its organisation.'],
    [['status', ''], 'status was given an empty <name>: its id or its organisation.'],
    [
      ['plan', ' ', '--json'],
      'plan was given an empty <name>: its id or its organisation; or --answers, or nothing but --set.',
    ],
    [
      ['export', '--answers=', '--out', 'b'],
      '--answers was given an empty value: an answers file, or an exported rollout.json; - reads standard input.',
    ],
    [
      ['import', 'a.json', '--into', ''],
      '--into was given an empty value: the rollout for evidence, where it is another.',
    ],
    [['list', ''], 'list takes no argument; "" is one too many.'],
    [['export', '--out', 'b'], 'export takes the name of a rollout, or --answers FILE, or nothing but --set.'],
    [['new', 'contoso'], 'new takes no argument; contoso is one too many.'],
    [
      ['import'],
      'import needs <file>: an answers file, rollout.json of an export, or evidence; - reads standard input.',
    ],
    [['export', '--answers', 'a.json'], 'export needs --out <folder>: a folder, new or with an earlier export.'],
    [['export', 'contoso', '--ouut', 'b'], 'There is no option --ouut; the nearest is --out.'],
    [
      ['export', '--answers'],
      '--answers needs a value: an answers file, or an exported rollout.json; - reads standard input.',
    ],
    [['list', '--json=yes'], '--json takes no value.'],
    [['list', '--jsn=yes'], 'There is no option --jsn; the nearest is --json.'],
    [['export', '--anwsers=a=b', '--out', 'b'], 'There is no option --anwsers; the nearest is --answers.'],
    [['remove', 'contoso', '--colour'], 'There is no option --colour; the nearest is --no-color.'],
    [['help', 'lst'], 'There is no command lst; the nearest is list.'],
    [['schema', 'lists'], 'There is no schema lists; the nearest is list.'],
    [
      ['questions', '--product', 'Lync Server 2013'],
      'There is no product Lync Server 2013; there are lync-2010, lync-2013, sfb-2015, sfb-2019 and sfb-se.',
    ],
    [['list', '-j'], 'There is no option -j; the nearest is --json.'],
    [
      ['open', 'contoso', 'fabrikam'],
      'open takes one argument, and 2 were given; what has a space in it stands in quotes.',
    ],
  ])('%j, with where its options are told', (args, said) => {
    const err = [said, `skypefed ${args[0]} --help tells how.`];
    expect(parse(...args)).toEqual({ command: 'tell', outcome: { code: 2, err } });
  });
});

describe('each row of the command table', () => {
  test.each(commands.map((row) => [row.name, row] as const))('%s stands by its examples', (name, row) => {
    expect(row.examples.length).toBeGreaterThan(0);
    for (const example of row.examples) {
      const [program, ...args] = example.replace(/ > .*/, '').split(' ');
      expect([program, args[0]]).toEqual(['skypefed', name]);
      const asked = parse(...args);
      expect(asked.command === 'tell' ? asked.outcome.code : 0, example).toBe(0);
    }
  });

  test('has a name and inputs of its own', () => {
    for (const names of [commands, ...commands.map(({ inputs }) => [...inputs, ...everywhere])].map((all) =>
      all.map(({ name }) => name),
    )) {
      expect(names).toEqual([...new Set(names)]);
    }
  });
});

describe('what is told on stdout, with exit code 0', () => {
  const told = (...args: string[]) => {
    const asked = parse(...args);
    return asked.command === 'tell' ? asked.outcome : undefined;
  };

  test('the version', () => {
    for (const flag of ['--version', '-V']) {
      expect(told('export', flag)).toEqual({ code: 0, out: ['0.1.0'] });
      expect(told(flag, 'export')).toEqual({ code: 0, out: ['0.1.0'] });
    }
  });

  test.each([[['--help']], [['-h']], [['help']]])('%j names every command, and what it does', (args) => {
    const { code, out = [], err } = told(...args) ?? {};
    expect([code, err]).toEqual([0, undefined]);
    expect(out[0]).toBe('Usage: skypefed [options] [command]');
    const text = out.join(' ').replace(/ +/g, ' ');
    for (const { name, does } of commands) expect(text).toMatch(new RegExp(` ${name} [^.]*${does}`));
  });

  test.each(commands.map((row) => [row.name, row] as const))('the help of %s: all it takes', (name, row) => {
    const [out = [], ...same] = [
      [name, '--help'],
      [name, '-h'],
      ['help', name],
    ].map((args) => told(...args)?.out);
    expect(same).toEqual([out, out]);
    expect(out.join('\n')).toMatch(/^ {2}-h, --help +print this help$/m);
    expect(out[0]).toMatch(new RegExp(`^Usage: skypefed ${name}\\b`));
    const text = out.join(' ').replace(/ +/g, ' ');
    for (const { name: input } of row.inputs) expect(text).toMatch(new RegExp(` (--)?${input}\\b`));
    for (const { help } of row.inputs) expect(text).toContain(help);
    for (const example of row.examples) expect(out).toContain(`  ${example}`);
  });

  test.each([[['--help']], ...commands.map(({ name }) => [[name, '--help']])])('%j fits 80 columns', (args) => {
    expect(told(...args)?.out?.filter((line) => line.length > 80)).toEqual([]);
  });
});
