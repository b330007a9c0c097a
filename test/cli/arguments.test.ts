import { describe, expect, test } from 'vitest';
import { parseArguments } from '../../src/cli/arguments.ts';

const parse = (...args: string[]) => parseArguments(args, '0.1.0');
const plain = { noColor: false, ascii: false };

describe('what is asked for', () => {
  test.each([
    [[], { command: 'wizard', options: plain }],
    [['--no-color'], { command: 'wizard', options: { ...plain, noColor: true } }],
    [['--ascii'], { command: 'wizard', options: { ...plain, ascii: true } }],
    [['open', 'contoso'], { command: 'wizard', options: { ...plain, name: 'contoso' } }],
    [
      ['open', 'Adatum lab', '--no-color'],
      { command: 'wizard', options: { name: 'Adatum lab', noColor: true, ascii: false } },
    ],
    [['--ascii', 'open', 'contoso'], { command: 'wizard', options: { name: 'contoso', noColor: false, ascii: true } }],
    [
      ['export', '--answers', 'a.json', '--out', 'b'],
      { command: 'export', options: { answers: 'a.json', out: 'b', force: false, json: false } },
    ],
    [['new'], { command: 'wizard', options: { ...plain, begin: true } }],
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
      { command: 'export', options: { name: 'contoso', out: 'b', force: false, json: false } },
    ],
    [
      ['export', '--json', '--out=b', '--answers=a.json'],
      { command: 'export', options: { answers: 'a.json', out: 'b', force: false, json: true } },
    ],
  ])('%j', (args, asked) => {
    expect(parse(...args)).toEqual(asked);
  });
});

describe('what is wrong is said on stderr, with exit code 2', () => {
  test.each([
    [['exprt'], 'There is no command exprt; the nearest is export.'],
    [['oepn', 'contoso'], 'There is no command oepn; the nearest is open.'],
    [['--colour'], "error: unknown option '--colour'"],
    [['open'], "error: missing required argument 'name'"],
    [['export', '--out', 'b'], 'error: export takes the name of a rollout or --answers FILE, one of the two.'],
    [['new', 'contoso'], "error: too many arguments for 'new'. Expected 0 arguments but got 1: contoso."],
    [['import'], "error: missing required argument 'file'"],
    [['export', '--answers', 'a.json'], "error: required option '--out <folder>' not specified"],
    [['export', '--answers'], "error: option '--answers <file>' argument missing"],
    [
      ['open', 'contoso', 'fabrikam'],
      "error: too many arguments for 'open'. Expected 1 argument but got 2: contoso, fabrikam.",
    ],
  ])('%j', (args, said) => {
    const err = [said, 'skypefed --help tells commands and options.'];
    expect(parse(...args)).toEqual({
      command: 'tell',
      outcome: { code: 2, out: [], err: [expect.stringContaining(said), err[1]] },
    });
  });
});

describe('what is told on stdout, with exit code 0', () => {
  const told = (...args: string[]) => {
    const asked = parse(...args);
    return asked.command === 'tell' ? asked.outcome : undefined;
  };

  test('the version', () => {
    expect(told('export', '--version')).toEqual({ code: 0, out: ['0.1.0'], err: [] });
  });

  test.each([[['--help']], [['help']]])('%j names every command', (args) => {
    const { code, out = [], err } = told(...args) ?? {};
    expect([code, err]).toEqual([0, []]);
    expect(out.join('\n')).toMatch(/Usage: skypefed \[options\] \[command\]/);
    expect(out.join('\n')).toMatch(
      /new .+open <name>.+export \[options\] \[name\].+import <file>.+list .+remove \[options\] <name>/s,
    );
  });

  test.each([[['export', '--help']], [['help', 'export']]])('%j names every option', (args) => {
    expect(told(...args)?.out?.join('\n')).toMatch(/--answers <file>.+--out <folder>.+--json/s);
  });
});
