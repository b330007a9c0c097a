import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import cmdlets from '../../src/powershell/cmdlets.json' with { type: 'json' };
import { type Digest, type Engine, hasDotnet, sharedEngine } from './engine.ts';
import { type Answers, accepted, contosoAnswers, forUsers, scriptFor } from './scripts.ts';

const everyone = ['ana@contoso.com', 'maria@contoso.com'];
const copied = { 'client-policy.target': 'new-copy' };
const pool = 'edge01.contoso.local';

/** Routing that is switched, and a route of this site. */
const rebuilt = (site: string): Answers => ({
  'edge.pools': [{ name: 'sip.contoso.com', internal: pool }],
  'edge.routing': 'switch-to-dns-srv',
  'edge.federation-routes': [{ site, pool }],
});

const kinds: readonly (readonly [string, Answers])[] = [
  ['for a site', contosoAnswers],
  ['for Global', { 'access-policy.scope': 'global', 'client-policy.scope': 'global' }],
  ['for users', { ...forUsers(...everyone), 'client-policy.target': 'in-force', 'client-policy.scope': 'user' }],
  ['with everything', { ...contosoAnswers, 'edge.partner-discovery': false, 'access-policy.xmpp': true }],
  ['with a copy for a site, a switch of routing and routes', { ...contosoAnswers, ...copied, ...rebuilt('Redmond') }],
  ['with a copy for users', { ...forUsers(...everyone), ...copied }],
  ['for a list of users', forUsers(...Array.from({ length: 51 }, (_, i) => `user${i + 1}@contoso.com`))],
];

/** What the script may call beside its own functions and the server's cmdlets: Windows PowerShell 2.0 has all of it. */
const shell = [
  'Export-Clixml',
  'ForEach-Object',
  'Get-Command',
  'Get-Date',
  'Get-Module',
  'Import-Clixml',
  'Import-Module',
  'Join-Path',
  'New-Object',
  'Out-Null',
  'Select-Object',
  'Set-StrictMode',
  'Sort-Object',
  'Split-Path',
  'Start-Transcript',
  'Stop-Transcript',
  'Where-Object',
  'Write-Host',
  'Write-Warning',
];
const common = ['Confirm', 'ErrorAction'];

describe('the text of an apply script', () => {
  it.each(kinds)('%s is ASCII, with CR LF at the end of every line', (_, answers) => {
    const script = scriptFor(answers);
    expect(script).toMatch(/^[\r\n\x20-\x7e]*$/);
    expect(script.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
    expect(script.endsWith('}\r\n')).toBe(true);
  });

  it('begins with a byte order mark where an answer is not ASCII', () => {
    const script = scriptFor({ 'access-policy.sites': ['Zürich'], 'client-policy.sites': ['Zürich'] });
    expect(script.startsWith('\ufeff<#')).toBe(true);
    expect(script).toContain("@{ Name = 'Zürich'; Title = ");
  });

  it.each(kinds)('%s names itself, and the script that takes it back', (_, answers) => {
    expect(scriptFor(answers).match(/\S+\.ps1/g)).toEqual([
      ...Array.from({ length: 3 }, () => '.\\2-apply.ps1'),
      '4-rollback.ps1',
    ]);
  });

  it.each(kinds)('%s tells when and by which version it was written', (_, answers) => {
    expect(scriptFor(answers)).toContain('Written by skypefed 0.1.0, 2026-11-23T21:30:00Z.');
  });

  it('is for one product', () => {
    expect(() => scriptFor({ 'deployment.product': undefined })).toThrow('a script is for one product');
  });
});

describe.skipIf(!hasDotnet())('an apply script in the parser', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await sharedEngine();
  });
  const digestOf = (answers: Answers) => engine.parse(scriptFor(answers));
  const serverCalls = (digest: Digest) => digest.commands.filter(({ name }) => name !== null && /-Cs/.test(name));

  it.each(kinds)('%s parses, has help, and takes what the contract says', async (_, answers) => {
    const digest = await digestOf(answers);
    expect(digest.errors).toEqual([]);
    expect(digest.synopsis).toContain('Lync Server 2013');
    expect(digest.parameters).toEqual(['OutputFolder', 'Force', 'AcceptHighRisk', 'NoBackup']);
  });

  it.each(kinds)(
    '%s calls only what is there: its own functions, the server, and a few of the shell',
    async (_, answers) => {
      const digest = await digestOf(answers);
      const own = digest.functions.map(({ name }) => name);
      const called = new Set(digest.commands.flatMap(({ name }) => (name === null ? [] : [name])));
      const known = new Set([...own, ...shell, ...serverCalls(digest).map(({ name }) => name)]);
      expect([...called].filter((name) => !known.has(name))).toEqual([]);
      expect(own.filter((name) => /-Cs/i.test(name))).toEqual([]);
      expect(own.filter((name) => !called.has(name))).toEqual([]);
    },
  );

  it.each(kinds)(
    '%s calls server cmdlets by name, as the table has them, and stops on their errors',
    async (_, answers) => {
      for (const { name, parameters, text } of serverCalls(await digestOf(answers))) {
        const row = Object.entries(cmdlets).find(([cmdlet]) => cmdlet === name)?.[1];
        const known = [...Object.keys(row?.parameters ?? {}), ...common];
        expect(parameters.filter((parameter) => !known.includes(parameter))).toEqual([]);
        expect(text).toContain('-ErrorAction Stop');
        if (row?.changes) expect(text).toContain('-Confirm:$false');
      }
    },
  );

  it.each(kinds)('%s looks beforehand for exactly the cmdlets that it calls', async (_, answers) => {
    const digest = await digestOf(answers);
    const called = new Set(serverCalls(digest).map(({ name }) => name));
    const names = digest.strings.map(({ value }) => value).filter((value) => /^[A-Z][a-z]+-Cs[A-Za-z]+$/.test(value));
    const looked = new Set(names.filter((name) => called.has(name) || !names.includes(`${name} `)));
    for (const name of called) expect(looked).toContain(name);
    expect([...looked].filter((name) => !called.has(name))).toEqual([]);
  });

  it.each(kinds)('%s expands no text', async (_, answers) => {
    expect((await digestOf(answers)).expandable).toEqual([]);
  });
});

/** Answers that are text, with a value that stands for whatever a person types. */
const mark = 'Qqq';
const texts: readonly (readonly [field: string, around: (value: string) => Answers, marked: string])[] = [
  ['deployment.organisation', (value) => ({ ...contosoAnswers, 'deployment.organisation': value }), mark],
  ['access-policy.sites', (value) => ({ ...contosoAnswers, 'access-policy.sites': [value] }), mark],
  ['client-policy.sites', (value) => ({ ...contosoAnswers, 'client-policy.sites': [value] }), mark],
  ['access-policy.policy-name', (value) => ({ ...forUsers(...everyone), 'access-policy.policy-name': value }), mark],
  [
    'client-policy.policy-name',
    (value) => ({ ...forUsers(...everyone), ...copied, 'client-policy.policy-name': value }),
    mark,
  ],
  ['edge.federation-routes', (value) => ({ ...contosoAnswers, ...rebuilt(value) }), mark],
  ['access-policy.users', (value) => forUsers(value), `${mark}@contoso.com`],
  ['skype-provider.identity', (value) => ({ ...contosoAnswers, 'skype-provider.identity': value }), mark],
  [
    'skype-provider.icon-url',
    (value) => ({ ...contosoAnswers, 'skype-provider.icon-url': value }),
    `https://contoso.com/${mark}`,
  ],
];
const hostile = fc.string({
  unit: fc.constantFrom(
    "'",
    '"',
    '\u2018',
    '\u2019',
    '\u201b',
    '\u201c',
    '`',
    '$',
    '(',
    ')',
    '{',
    '}',
    '#>',
    '<#',
    '@',
    ';',
    '|',
    '&',
    '\n',
    '\r',
    '\u0000',
    '\u2028',
    'a',
    ' ',
    '*',
    '[',
    '\\',
    '_',
    'é',
  ),
  maxLength: 20,
});
const typed = fc.oneof(
  hostile,
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom("'; Remove-Item C:\\ #", '$(exit)', "O'Neil", '#>\nexit', "'@\nexit"),
);

describe.each(texts)('whatever is typed for %s', (id, answersWith, marked) => {
  const baseline = scriptFor(answersWith(marked));
  const inside = (value: string) => marked.replace(mark, value);

  it('is refused, or stands whole where the example stands, and changes nothing else', () => {
    expect(baseline).toContain(mark);
    fc.assert(
      fc.property(typed, (value) => {
        const kept = accepted(id, inside(value));
        if (kept === undefined) return;
        const doubled = kept.replace(/['\u2018-\u201b]/g, '$&$&');
        const expected = baseline.replaceAll(marked, () => doubled);
        expect(scriptFor(answersWith(kept)).replace(/^\ufeff/, '')).toBe(expected);
      }),
    );
  });
});

describe.skipIf(!hasDotnet())('what is typed, to the parser', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await sharedEngine();
  });

  it.each(texts)('stands in single-quoted strings only, for %s', async (id, answersWith, marked) => {
    const baseline = await engine.parse(scriptFor(answersWith(marked)));
    const marks = baseline.strings.filter(({ value }) => value.includes(mark));
    expect(new Set(marks.map(({ kind }) => kind))).toEqual(new Set(['SingleQuoted']));
    const shape = (digest: Digest) =>
      digest.commands.map(({ name, parameters, splatted }) => ({ name, parameters, splatted }));
    await fc.assert(
      fc.asyncProperty(typed, async (value) => {
        const kept = accepted(id, marked.replace(mark, value));
        if (kept === undefined) return;
        // A byte order mark belongs to the file, not to its text.
        const digest = await engine.parse(scriptFor(answersWith(kept)).replace(/^\ufeff/, ''));
        expect(digest.errors).toEqual([]);
        expect(shape(digest)).toEqual(shape(baseline));
        expect(digest.functions.map(({ name }) => name)).toEqual(baseline.functions.map(({ name }) => name));
        expect(digest.variables).toEqual(baseline.variables);
        const strings = baseline.strings.map(({ value: text, kind }) => ({
          text: text.replaceAll(marked, () => kept),
          kind,
        }));
        expect(digest.strings.map(({ value: text, kind }) => ({ text, kind }))).toEqual(strings);
      }),
      { numRuns: 25 },
    );
  });
});
