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
      { command: 'export', options: { answers: 'a.json', set: [], out: 'b', force: false, json: false } },
    ],
    [['new'], { command: 'wizard', options: { ...plain, begin: true, set: [] } }],
    [['list'], { command: 'list', options: { json: false } }],
    [['list', '--json'], { command: 'list', options: { json: true } }],
    [['import', 'a.json'], { command: 'import', options: { file: 'a.json' } }],
    [['remove', 'contoso'], { command: 'remove', options: { name: 'contoso', yes: false, noColor: false } }],
    [
      ['remove', '--yes', 'contoso', '--no-color'],
      { command: 'remove', options: { name: 'contoso', yes: true, noColor: true } },
    ],
    [
      ['export', 'contoso', '--out', 'b'],
      { command: 'export', options: { name: 'contoso', set: [], out: 'b', force: false, json: false } },
    ],
    [
      ['export', '--json', '--out=b', '--answers=a.json'],
      { command: 'export', options: { answers: 'a.json', set: [], out: 'b', force: false, json: true } },
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
  ])('%j, with where commands are told', (args, said) => {
    const err = [said, 'skypefed --help tells commands and options.'];
    expect(parse(...args)).toEqual({ command: 'tell', outcome: { code: 2, err } });
  });

  test.each([
    [['open'], "error: missing required argument 'name'"],
    [['export', '--out', 'b'], 'export takes the name of a rollout or --answers FILE, one of the two.'],
    [['new', 'contoso'], "error: too many arguments for 'new'. Expected 0 arguments but got 1: contoso."],
    [['import'], "error: missing required argument 'file'"],
    [['export', '--answers', 'a.json'], "error: required option '--out <folder>' not specified"],
    [['export', '--answers'], "error: option '--answers <file>' argument missing"],
    [['export', '--anwsers=a=b', '--out', 'b'], 'There is no option --anwsers; the nearest is --answers.'],
    [['remove', 'contoso', '--colour'], 'There is no option --colour; the nearest is --no-color.'],
    [['help', 'lst'], 'There is no command lst; the nearest is list.'],
    [['schema', 'lists'], 'There is no schema lists; the nearest is list.'],
    [['list', '-j'], 'There is no option -j; the nearest is --json.'],
    [
      ['open', 'contoso', 'fabrikam'],
      "error: too many arguments for 'open'. Expected 1 argument but got 2: contoso, fabrikam.",
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
      const [program, ...args] = example.split(' ');
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
    expect(told('export', '--version')).toEqual({ code: 0, out: ['0.1.0'] });
  });

  test.each([[['--help']], [['help']]])('%j names every command', (args) => {
    const { code, out = [], err } = told(...args) ?? {};
    expect([code, err]).toEqual([0, undefined]);
    expect(out.join('\n')).toMatch(/Usage: skypefed \[options\] \[command\]/);
    expect(out.join('\n')).toMatch(
      /new .+open <name>.+export \[options\] \[name\].+import <file>.+list .+remove \[options\] <name>/s,
    );
  });

  test.each([[['export', '--help']], [['help', 'export']]])('%j names every option', (args) => {
    expect(told(...args)?.out?.join('\n')).toMatch(/--answers <file>.+--out <folder>.+--json/s);
  });
});
