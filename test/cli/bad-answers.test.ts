import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Printed } from '../../src/cli/outcome.ts';
import { wrongDomains } from '../state/wrong.ts';
import { outputOf } from './outputs.ts';
import { Bench, example, exampleAnswers } from './program.ts';

const bench = new Bench();

const exportOf = (file: string, ...more: string[]): Promise<Printed> =>
  bench.run('export', '--answers', file, '--out', bench.out, ...more);

const lines = ({ stderr }: Printed) => stderr.trimEnd().split('\n');

describe('a SIP domain', () => {
  test.each(wrongDomains)('%j is refused: what was expected, an example', async (domain, said) => {
    const ended = await exportOf(bench.answers({ 'deployment.sip-domains': [domain] }));
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    const line = lines(ended).find((one) => one.startsWith('  deployment.sip-domains[0]: ')) ?? '';
    expect(line).toContain(said);
    expect(line).toMatch(/Expected .+\bcontoso\.com\b|Expected .+\bfabrikam\.com\b/);
    expect(existsSync(bench.out)).toBe(false);
  });
});

describe('what is wrong in an answers file', () => {
  test('is named all at once: unknown ids, wrong kinds, missing answers; nothing is written, exit 2', async () => {
    const file = bench.answers({
      'edge.pool': [],
      'deployment.hybrid': 'no',
      'deployment.cu5': 7,
      'deployment.rights': { state: 'finished' },
      'edge.pools': [{ name: '10.0.0.5' }, 5],
      'contacts.people': [{ name: 'Ana Trujillo', situation: 'unsure', phone: '5' }],
      'deployment.organisation': undefined,
      'access-policy.sites': undefined,
    });
    for (const command of [
      ['export', '--answers', file, '--out', bench.out],
      ['import', file],
    ]) {
      const ended = await bench.run(...command);
      expect([ended.code, ended.stdout]).toEqual([2, '']);
      const [first, ...told] = lines(ended);
      expect(first).toBe(`${file}: Not all of it can be taken.`);
      expect(told.map((line) => line.trim().split(': ')[0])).toEqual([
        'deployment.cu5',
        'deployment.hybrid',
        'deployment.rights.state',
        'edge.pools[0].name',
        'edge.pools[1]',
        'contacts.people[0].phone',
        'contacts.people[0].situation',
        'edge.pool',
        'edge.federation-routes[0].pool',
        'edge.federation-routes[1].pool',
        'deployment.organisation',
        'access-policy.sites',
      ]);
      expect(told.every((line) => / Expected .+\.$/.test(line))).toBe(true);
      expect(readdirSync(bench.folder)).toEqual(['answers.json']);
    }
  });

  test('a thousand places are told, and how many more there are', async () => {
    const people = Array.from({ length: 700 }, () => ({ name: '', situation: 'unsure' }));
    const ended = await exportOf(bench.answers({ 'contacts.people': people }));
    expect(ended.code).toBe(2);
    expect(lines(ended)).toHaveLength(1002);
    expect(lines(ended).at(-1)).toBe('  And 400 more.');
    const { stdout } = await exportOf(bench.answers({ 'contacts.people': people }), '--json');
    expect(JSON.parse(stdout).problems).toHaveLength(1400);
  });
});

describe('a file that is no answers file', () => {
  const MB = 2 ** 20;
  /** A pattern over and over, so many MB of it, between two texts. */
  const much = (megabytes: number, pattern: string, before = '', after = '') =>
    Buffer.concat([Buffer.from(before), Buffer.alloc(megabytes * MB, pattern), Buffer.from(after)]);
  const organisation = (pattern: string) => much(50, pattern, '{"deployment.organisation": "', '"}');

  test.each<[string, () => string | Uint8Array, string]>([
    ['50 MB of blanks', () => much(50, ' ', '', 'x'), 'Line 1, column 52428801 is no JSON: x stands where a value'],
    ['50 MB of lines', () => much(50, '\r\n', '', 'x'), 'Line 26214401, column 1 is no JSON: x stands where'],
    ['a text of 50 MB', () => organisation('x'), '"xxx'],
    ['50 MB of escapes', () => organisation('\\n'), '"\\u{a}\\u{a}'],
    ['a name of 50 MB', () => much(50, 'x', '{"', '": 1}'), 'No answer and no task has this id'],
    [
      'a name twice, of 25 MB',
      () => Buffer.concat([much(25, 'x', '{"', '": 1, "'), much(25, 'x', '', '": 1}')]),
      'Line 1, column 26214409 is no JSON: "xxx',
    ],
    ['50 MB of brackets', () => much(50, '['), 'nested more than 100 levels deep'],
    ['lists in lists, 100,000 deep', () => '['.repeat(1e5) + ']'.repeat(1e5), 'nested more than 100 levels deep'],
    ['objects in objects, 100,000 deep', () => '{"a":'.repeat(1e5), 'nested more than 100 levels deep'],
    [
      'three million names',
      () => `{${Array.from({ length: 3e6 }, (_, i) => `"k${i}":1`).join(',')}}`,
      'An object holds more than 1000 names.',
    ],
    [
      'three million people',
      () => `{"contacts.people": [${'1,'.repeat(3e6)}1]}`,
      'contacts.people: 3000001 persons are listed. Expected at most',
    ],
    ['nothing', () => '', 'Line 1, column 1 is no JSON: It is empty.'],
    ['a name twice', () => '{"a": 1,\n "a": 2}', 'Line 2, column 2 is no JSON: "a" stands twice in one object.'],
    [
      '__proto__',
      () => '{"__proto__": {"deployment.organisation": "Contoso"}}',
      '__proto__: No answer and no task has',
    ],
    ['constructor', () => '{"constructor": {"prototype": {}}}', 'constructor: No answer and no task has this id'],
    ['a list', () => '[]', 'The file does not hold one object.'],
    ['a text', () => '"Contoso"', 'The file does not hold one object.'],
    ['null', () => 'null', 'The file does not hold one object.'],
    [
      'not JSON',
      () => 'deployment.organisation = Contoso',
      'Line 1, column 1 is no JSON: d stands where a value belongs.',
    ],
    [
      'a comment without end',
      () => '{\n  // ours\n  /* the lab too\n}',
      'Line 3, column 3 is no JSON: A comment is not closed.',
    ],
    ['nothing but comments', () => '// ours\n', 'Line 2, column 1 is no JSON: It holds comments and nothing else.'],
    [
      'a rollout of an export that somebody commented',
      () => '{\n  // ours\n  "format": "skypefed-rollout"\n}',
      'Line 2, column 3 is no JSON: / stands where a name in double quotes belongs.',
    ],
    ['UTF-16 without a mark', () => Buffer.from('{"a": 1}', 'utf16le'), 'Line 1, column 2 is no JSON'],
    ['half of a UTF-16 character', () => Buffer.from([0xff, 0xfe, 0x7b]), 'It is not a text file.'],
    ['bytes that are no UTF-8', () => Buffer.from([0x7b, 0xc3, 0x28]), 'It is not a text file.'],
  ])('%s: exit 2, and a clear error', async (_, content, said) => {
    const file = bench.write('answers.json', content());
    const ended = await exportOf(file);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr.startsWith(`${file}: `)).toBe(true);
    expect(ended.stderr).toContain(said);
    expect(ended.stderr.length).toBeLessThan(4000);
    expect(readdirSync(bench.folder)).toEqual(['answers.json']);
  });

  test.each([
    ['blanks', () => much(50, ' ')],
    ['a comment', () => much(50, 'x', '/*', '*/')],
    ['lines of comment', () => much(48, '// ours\n')],
  ])('50 MB of %s before what it states are read as nothing', async (_, before) => {
    const file = bench.write('answers.json', Buffer.concat([before(), Buffer.from(JSON.stringify(exampleAnswers()))]));
    expect((await exportOf(file)).code).toBe(0);
  });

  test.each([
    ['a folder', () => bench.folder, 'cannot be read: a folder stands where a file belongs (EISDIR).'],
    ['a file without end', () => '/dev/zero', ': It is larger than 256 MB, and no file that this reads.'],
    [
      'a name with a bell',
      () => bench.place('missing\u0007.json'),
      'missing\\u{7}.json cannot be read: it is not there',
    ],
  ])('%s: exit 2', async (_, file, said) => {
    const ended = await exportOf(file());
    expect(ended).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(said) });
  });
});

describe('no escape reaches the terminal', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be printed
  const escapes = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/;
  const hostile = fc
    .array(
      fc.constantFrom(
        '\u001b[2J',
        '\u001b]0;x\u0007',
        '\u009b31m',
        '\r',
        '\n',
        '\t',
        '\u202e',
        '\u2066',
        'a',
        '"',
        '\\',
        '%s',
      ),
      { minLength: 1, maxLength: 6 },
    )
    .map((parts) => parts.join(''));

  test('from ids, values, names of files and folders, and words of the command', async () => {
    await fc.assert(
      fc.asyncProperty(hostile, hostile, fc.nat(6), async (one, other, kind) => {
        const file = bench.write(
          `a${one.replaceAll('/', '')}.json`,
          JSON.stringify({
            ...exampleAnswers(),
            [one]: other,
            'deployment.owner': other,
            'edge.pools': [{ [one]: other }],
          }),
        );
        const commands = [
          ['export', '--answers', file, '--out', bench.out],
          ['export', '--answers', file, '--out', bench.out, '--json'],
          ['export', '--answers', example, '--out', bench.place('answers', other), '--json'],
          ['export', one, '--out', other],
          ['import', `${file}${other}`],
          ['remove', other, '--yes'],
          [one, `--${other}`],
        ];
        const { code, stdout, stderr } = await bench.run(...(commands[kind] ?? []));
        expect(code).not.toBe(1);
        expect(stdout + stderr).not.toMatch(escapes);
        if (commands[kind]?.includes('--json')) expect(outputOf('export', stdout)).toHaveProperty('ok');
      }),
      { numRuns: 40 },
    );
  });

  test('from a rollout that somebody sent: none is even kept', async () => {
    await bench.run('export', '--answers', example, '--out', bench.out);
    const text = readFileSync(bench.place('out', 'rollout.json'), 'utf8');
    for (const [found, put] of [
      ['"by": "ana"', '"by": "\\u001b[2J"'],
      ['"reason": "', '"reason": "\\u009b31m'],
      ['"Maria Anders"', '"\\u001b]0;x\\u0007"'],
      ['"task": "', '"task": "\\u202e'],
    ] as const) {
      expect(text).toContain(found);
      const ended = await bench.run('import', bench.write('sent.json', text.replace(found, put)));
      expect([ended.code, ended.stdout]).toEqual([2, '']);
      expect(ended.stderr).toContain('This rollout cannot be read: ');
      expect(ended.stderr).not.toMatch(escapes);
    }
    expect(existsSync(bench.home)).toBe(false);
  });
});
