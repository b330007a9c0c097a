import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hide } from '../../src/powershell/parts/hide.ts';
import { type Run, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Store, textOf } from './engine.ts';
import { discoverFor, evidenceOf, evidenceText, namesIn, valuesOf } from './evidence.ts';
import { forUsers, scriptFor } from './scripts.ts';

const people = [
  { name: 'Ana Trujillo', sip: 'ana@contoso.com' },
  { name: "Thomas O'Hardy", sip: "thomas.o'hardy@contoso.com", externalAccessPolicy: 'Sales' },
  { name: 'Kim Abercrombie', sip: 'kim+skype@contoso.com', clientPolicy: 'Quiet' },
  { name: 'Zoë Hansen', sip: 'zoë@contoso.com', externalAccessPolicy: 'Sales' },
];
const named = ['ana@contoso.com', "thomas.o'hardy@contoso.com", 'nobody@contoso.com'];
const everyone = [...people, { name: 'Nobody Here', sip: 'nobody@contoso.com' }];

/** People in every place where one can stand: holders, those named, descriptions and comments. */
function store(): Store {
  const installed = asInstalled({ users: people });
  installed.externalAccessPolicies.push({ ...accessPolicy('Tag:Sales'), Description: 'Asked for by Ana Trujillo' });
  installed.clientPolicies.push({ Identity: 'Tag:Quiet', Description: 'For kim+skype@contoso.com' });
  installed.allowedDomains = [
    { Identity: 'fabrikam.com', Domain: 'fabrikam.com', Comment: "Partner of Thomas O'Hardy" },
  ];
  return installed;
}

const script = discoverFor(forUsers(...named));

describe.skipIf(!hasDotnet())('-NoUserNames', () => {
  const bench = useBench();
  const args = { NoUserNames: true };
  const look = (text = script, folder = bench.folder(), server = store()) =>
    bench.run(text, { name: '1-discover.ps1', store: server, folder, args });
  /** All that the run said and left, but for the script itself. */
  const left = ({ folder, text }: Run) =>
    [
      text,
      ...readdirSync(folder)
        .filter((file) => /^(evidence|discover)/.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8')),
    ].join('\n');

  it('is needed: without it everybody stands there', async () => {
    const run = await bench.run(script, { name: '1-discover.ps1', store: store() });
    const text = JSON.stringify(evidenceOf(run));
    for (const { sip } of everyone) expect(text).toContain(sip);
    expect(text).toContain('Ana Trujillo');
  });

  it('leaves no name, address or directory name of anybody, in the file or on the screen', async () => {
    const run = await look();
    expect(run.exitCode).toBe(0);
    expect(evidenceOf(run).people).toBe('hashes');
    expect(namesIn(left(run), everyone)).toEqual([]);
    expect(evidenceText(run)).not.toMatch(/CN=|@/);
    expect(run.files).toEqual(['discover.log', expect.stringMatching(/^evidence/)]);
  });

  it('leaves none in what the server says of a failure, or in what this rollout made', async () => {
    const folder = bench.folder();
    const answers = forUsers('ana@contoso.com', "thomas.o'hardy@contoso.com");
    const applied = await bench.run(scriptFor(answers), { folder, store: store(), answers: yes });
    expect(applied.exitCode).toBe(0);
    const says = (text: string) => () => `& { throw ${text} }`;
    const failing = script
      .replace(
        'Get-CsEffectivePolicy -Identity $who',
        says(`('No object "' + $Row['DistinguishedName'] + '" for ''' + $who + '''.')`),
      )
      .replace(
        'Get-CsSite -ErrorAction Stop',
        says("'sip:ana@contoso.com, CN=Ana Trujillo,OU=Sales Team,DC=contoso,DC=local: no.'"),
      );
    const run = await look(failing, folder, applied.store);
    expect(namesIn(left(run), everyone)).toEqual([]);
    const { made, items } = evidenceOf(run);
    expect(made).toContainEqual(
      expect.objectContaining({ kind: 'Grant of ExternalAccessPolicy', values: { Policy: 'SkypeUsers' } }),
    );
    expect(items.sites?.why).toMatch(/^person-[0-9a-f]{16}, person-[0-9a-f]{16}: no\.$/);
  });

  it('gives one person one hash within a file, and another in the next', async () => {
    const folder = bench.folder();
    const applied = await bench.run(scriptFor(forUsers('ana@contoso.com')), { folder, store: store(), answers: yes });
    const first = evidenceOf(await look(script, folder, applied.store));
    const users = valuesOf(first, 'users');
    for (const user of users) {
      expect(new Set([user.SipAddress, user.UserPrincipalName, user.DistinguishedName]).size).toBe(1);
    }
    expect(new Set(users.map(({ SipAddress }) => SipAddress)).size).toBe(people.length);
    const [ana] = users;
    expect(valuesOf(first, 'namedUsers')[0]).toEqual({ asked: ana.SipAddress, found: 1 });
    if (first.made === 'unknown') throw new Error('apply made something');
    expect(first.made.find(({ kind }) => kind.startsWith('Grant'))?.identity).toBe(ana.SipAddress);
    const second = valuesOf(evidenceOf(await look()), 'users');
    expect(second[0].SipAddress).toMatch(/^person-[0-9a-f]{16}$/);
    expect(second[0].SipAddress).not.toBe(ana.SipAddress);
  });

  it('leaves what is no person as it is', async () => {
    const run = await look();
    const plain = evidenceOf(await bench.run(script, { name: '1-discover.ps1', store: store() }));
    const hidden = evidenceOf(run);
    for (const item of [
      'accessEdge',
      'publicProviders',
      'sites',
      'pools',
      'replication',
      'parameters',
      'serverVersion',
    ]) {
      expect(valuesOf(hidden, item)).toEqual(valuesOf(plain, item));
    }
    expect(valuesOf(hidden, 'externalAccessPolicies')[1]).toMatchObject({
      Identity: 'Tag:Sales',
      Description: '(left out)',
    });
    expect(valuesOf(hidden, 'allowedDomains')[0]).toMatchObject({ Domain: 'fabrikam.com', Comment: '(left out)' });
  });

  it('finds an address in any sentence, and nothing where there is none', async () => {
    const prelude = `param($Texts)\n$script:Hiding = $true\n${hide}\n$Texts | ForEach-Object { Hide-Name $_ }`;
    const hidden = async (texts: readonly string[]) => {
      const result = await bench.engine.run({ script: { text: prelude }, args: { Texts: texts } });
      expect(result).toMatchObject({ terminated: null, errors: [] });
      return textOf(result, 'output').split('\n');
    };
    const calm = [
      'CN=sip.contoso.com, O=Contoso, C=US',
      'CN=contoso-CA, DC=contoso, DC=local',
      'pool01.contoso.local',
      'Site:Redmond',
      '16:00 (@)',
    ];
    expect(await hidden(calm)).toEqual(calm);
    const word = fc.stringMatching(/^[a-z][a-z0-9.'_+-]{0,12}[a-z0-9]$/);
    const address = fc
      .tuple(word, fc.stringMatching(/^[a-z0-9-]{1,8}$/))
      .map(([local, domain]) => `${local}@${domain}.contoso.com`);
    const around = fc.constantFrom(
      ['"', '"'],
      ["'", "'"],
      ['(', ')'],
      ['sip:', ''],
      ['', '.'],
      ['', ', no'],
      ['<', '>'],
      ['user=', ';'],
      ['CONTOSO/', ''],
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(address, around), { minLength: 1, maxLength: 30 }), async (cases) => {
        const told = await hidden(cases.map(([who, [before, after]]) => `No user ${before}${who}${after} is here`));
        told.forEach((text, i) => {
          const [before, after] = cases[i]?.[1] ?? ['', ''];
          const parts = text.split(/person-[0-9a-f]{16}/);
          expect(parts).toEqual([`No user ${before === 'sip:' ? '' : before}`, `${after} is here`]);
        });
      }),
      { numRuns: 10 },
    );
  });
});
