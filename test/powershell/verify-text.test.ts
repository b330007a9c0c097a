import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import cmdlets from '../../src/powershell/cmdlets.json' with { type: 'json' };
import { type Digest, type Engine, hasDotnet, sharedEngine } from './engine.ts';
import { discoverFor, verifyFor } from './evidence.ts';
import { type Answers, accepted, contosoAnswers, forUsers } from './scripts.ts';

const inForceForUsers: Answers = {
  ...forUsers('ana@contoso.com', 'maria@contoso.com'),
  'client-policy.target': 'in-force',
  'client-policy.scope': 'user',
};
const scripts: readonly (readonly [string, string])[] = [
  ['discover', discoverFor(contosoAnswers)],
  ['discover on Lync Server 2010', discoverFor({ ...contosoAnswers, 'deployment.product': 'lync-2010' })],
  ['verify for a site', verifyFor(contosoAnswers)],
  ['verify for Global', verifyFor({ 'access-policy.scope': 'global', 'client-policy.scope': 'global' })],
  ['verify for users', verifyFor(inForceForUsers)],
  ['verify on Lync Server 2010', verifyFor({ ...inForceForUsers, 'deployment.product': 'lync-2010' })],
];

const isServer = (name: string | null): name is string => name !== null && /-Cs/.test(name);

describe('the text of a script that reads', () => {
  it.each(scripts)('is ASCII, with CR LF at the end of every line: %s', (_, script) => {
    expect(script).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(script).toContain('Written by skypefed 0.1.0, 2026-11-23T21:30:00Z.');
  });

  it('is for one product', () => {
    expect(() => discoverFor({ 'deployment.product': undefined })).toThrow('a script is for one product');
    expect(() => verifyFor({ 'deployment.product': undefined })).toThrow('a script is for one product');
  });
});

describe.skipIf(!hasDotnet())('a script that reads, in the parser,', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await sharedEngine();
  });

  it.each(scripts)('has no function that it does not call, and expands no text: %s', async (_, script) => {
    const { commands, functions, expandable } = await engine.parse(script);
    const called = new Set(commands.flatMap(({ name }) => name ?? []));
    // Readers of policies are called by the name of the policy.
    const uncalled = functions
      .map(({ name }) => name)
      .filter((name) => !called.has(name) && !/^Read-\w+Policy$/.test(name));
    expect(uncalled).toEqual([]);
    expect(functions.filter(({ name }) => isServer(name))).toEqual([]);
    expect(expandable).toEqual([]);
  });

  it.each(scripts)('calls Get- of the server as the table has it, and stops on its errors: %s', async (_, script) => {
    const calls = (await engine.parse(script)).commands.filter(({ name }) => isServer(name));
    expect(calls.length).toBeGreaterThan(15);
    for (const { name, parameters, text } of calls) {
      const row = Object.entries(cmdlets).find(([cmdlet]) => cmdlet === name)?.[1];
      expect(row?.changes).toBe(false);
      expect(
        parameters.filter((each) => each !== 'ErrorAction' && !Object.hasOwn(row?.parameters ?? {}, each)),
      ).toEqual([]);
      expect(text).toContain('-ErrorAction Stop');
    }
  });

  it.each(scripts)('looks beforehand for exactly the cmdlets that it calls: %s', async (_, script) => {
    const { commands, strings } = await engine.parse(script);
    const called = new Set(commands.flatMap(({ name }) => (isServer(name) ? [name] : [])));
    const named = new Set(strings.map(({ value }) => value).filter((value) => /^Get-Cs[A-Za-z]+$/.test(value)));
    expect(named).toEqual(called);
  });

  const mark = 'Qqq';
  const site = (value: string): Answers => ({ 'access-policy.sites': [value], 'client-policy.sites': [value] });
  const texts: readonly (readonly [field: string, script: (value: string) => string, marked: string])[] = [
    ['access-policy.sites', (value) => verifyFor(site(value)), mark],
    [
      'access-policy.policy-name',
      (value) => verifyFor({ ...forUsers('ana@contoso.com'), 'access-policy.policy-name': value }),
      mark,
    ],
    ['access-policy.users', (value) => verifyFor(forUsers(value)), `${mark}@contoso.com`],
    ['access-policy.users', (value) => discoverFor(forUsers(value)), `${mark}@contoso.com`],
    ['skype-provider.identity', (value) => verifyFor({ ...contosoAnswers, 'skype-provider.identity': value }), mark],
  ];
  const units = [
    "'",
    '"',
    '\u2018',
    '\u2019',
    '\u201a',
    '\u201b',
    '\u201c',
    '\u201d',
    '`',
    '$(',
    ')',
    '#>',
    "'@",
    ';',
    '\n',
    '\u0000',
    '\u2013',
    '%s',
    '\u200f',
    '{',
    '[',
    'a',
    '😀',
  ];
  const typed = fc.oneof(
    fc.string({ unit: fc.constantFrom(...units), maxLength: 12 }),
    fc.constantFrom('$(exit)', "'; exit #", '😀'.repeat(256)),
  );

  it.each(texts)('has what is typed for %s in single-quoted strings only', async (id, script, marked) => {
    const baseline = await engine.parse(script(marked));
    const shape = ({ commands, functions, variables }: Digest) => ({
      commands: commands.map(({ name, parameters, splatted }) => ({ name, parameters, splatted })),
      functions: functions.map(({ name }) => name),
      variables,
    });
    const quoted = baseline.strings.filter(({ value }) => value.includes(mark));
    expect(new Set(quoted.map(({ kind }) => kind))).toEqual(new Set(['SingleQuoted']));
    await fc.assert(
      fc.asyncProperty(typed, async (value) => {
        const kept = accepted(
          id,
          marked.replace(mark, () => value),
        );
        if (kept === undefined) return;
        const digest = await engine.parse(script(kept).replace(/^\ufeff/, ''));
        expect(digest.errors).toEqual([]);
        expect(shape(digest)).toEqual(shape(baseline));
        const strings = baseline.strings.map(({ value: text }) => text.replaceAll(marked, () => kept));
        expect(digest.strings.map(({ value: text }) => text)).toEqual(strings);
      }),
      { numRuns: 25 },
    );
  });
});
