import { describe, expect, it } from 'vitest';
import { products } from '../../src/facts/index.ts';
import { frontEnd } from '../../src/powershell/parts/sightings.ts';
import { type Run, useBench, yes } from './bench.ts';
import { asInstalled, hasDotnet, type Store } from './engine.ts';
import { evidenceOf, verifyFor } from './evidence.ts';
import { contosoAnswers, forUsers, scriptFor } from './scripts.ts';

const edge = { internal: 'edge01.contoso.local', external: 'sip.contoso.com' };
const contoso = (product: Store['product'] = 'lync-2013') =>
  asInstalled({
    product,
    sites: [{ name: 'Redmond', edge }],
    users: [{ name: 'Ana Trujillo', sip: 'ana@contoso.com' }],
  });

describe.skipIf(!hasDotnet())('verify', () => {
  const bench = useBench();
  const name = '3-verify.ps1';
  const text = verifyFor(contosoAnswers);

  it('ends with 2 on an Edge Server, without its module, with another product, and beside another module', async () => {
    const runs = [
      { on: 'edge' } as const,
      { installed: ['SkypeForBusiness'] },
      { store: contoso('sfb-2015'), installed: ['Lync'] },
      { imported: ['Lync', 'MicrosoftTeams'] },
    ];
    for (const options of runs) {
      const run = await bench.run(text, { name, store: contoso(), ...options });
      expect(run).toMatchObject({
        exitCode: 2,
        terminated: null,
        changed: [],
        files: ['transcript.txt', 'verify.log'],
      });
    }
  });

  it('ends with 1 and one sentence where nothing can be written', async () => {
    const run = await bench.run(text, { name, store: contoso(), args: { OutputFolder: '/proc/nowhere', Force: true } });
    expect(run).toMatchObject({ exitCode: 1, terminated: null });
    expect(run.text).toContain('Nothing was verified: ');
  });

  const judged = [
    'accessEdge',
    'publicProviders',
    'externalAccessPolicies',
    'clientPolicies',
    'sites',
    'edgeServices',
    'replication',
  ];
  // What nothing is judged by fails alike.
  const tried = frontEnd
    .filter(({ item }) => judged.includes(item) || item === 'privacy')
    .filter(({ item }) => item !== 'publicProviders');
  let once: Promise<Run> | undefined;

  it.each(tried)('goes on where $cmdlet fails', async ({ cmdlet, item }) => {
    once ??= bench.run(scriptFor(contosoAnswers), { store: contoso(), answers: yes });
    const { store } = await once;
    const failing = text.replaceAll(
      new RegExp(`${cmdlet} [^|}]*-ErrorAction Stop`, 'g'),
      "& { throw 'The server says no.' }",
    );
    const run = await bench.run(failing, { name, store });
    expect(run).toMatchObject({ terminated: null, exitCode: judged.includes(item) ? 6 : 0 });
    const { items, checks = [] } = evidenceOf(run);
    expect(items[item]).toMatchObject({ read: false, why: 'The server says no.' });
    const differing = checks.filter(({ good }) => !good);
    if (item !== 'sites')
      for (const check of differing)
        expect(check).toMatchObject({ expected: 'can be read', found: 'The server says no.' });
  });

  it('names no server cmdlet but Get-Cs* in its whole parse tree, and nothing that Windows PowerShell 2.0 lacks', async () => {
    const scopes = [
      contosoAnswers,
      forUsers('ana@contoso.com'),
      { 'access-policy.scope': 'global', 'client-policy.scope': 'global' },
    ];
    for (const product of products) {
      for (const answers of scopes) {
        const script = verifyFor({ ...answers, 'deployment.product': product });
        const { errors, commands, parameters } = await bench.engine.parse(script);
        expect(errors).toEqual([]);
        expect(parameters).toEqual(['OutputFolder', 'Force']);
        const named = commands.flatMap((command) => command.name ?? []);
        expect(named.filter((cmdlet) => /-Cs/.test(cmdlet) && !/^Get-Cs/.test(cmdlet))).toEqual([]);
        expect(named.filter((cmdlet) => /-Json$|FileHash|^Invoke-/.test(cmdlet))).toEqual([]);
        expect(script).not.toMatch(/\[ordered\]|\$PSScriptRoot|-Raw\b|-LiteralPath|::new\(| -in /);
      }
    }
  });
});
