import { describe, expect, it } from 'vitest';
import { entry, useBench, yes } from './bench.ts';
import { asInstalled, hasDotnet, type Store } from './engine.ts';
import { contosoAnswers, scriptFor } from './scripts.ts';

const script = scriptFor(contosoAnswers);
const proxy = 'federation.messenger.msn.com';

/** The script with what only Windows can tell put in its place. */
function playing(text: string, asked: string, answered: string): string {
  if (!text.includes(asked)) throw new Error(`the script does not ask ${asked}`);
  return text.replace(asked, () => answered);
}

/** The script as an account of these groups of CONTOSO runs it. */
function by(...groups: readonly string[]): string {
  const named = groups.map((group) => `'CONTOSO\\${group}'`).join(', ');
  const asked = '$groups = [Security.Principal.WindowsIdentity]::GetCurrent().Groups';
  return playing(
    playing(script, asked, `$groups = ${named}`),
    '$_.Translate([Security.Principal.NTAccount]).Value',
    '$_',
  );
}

describe.skipIf(!hasDotnet())('what is found before any change', () => {
  const bench = useBench();

  it.each<[what: string, store: Partial<Store>, said: string]>([
    [
      'a hosting provider with the proxy',
      { hostingProviders: [entry('Online', { ProxyFqdn: proxy })] },
      'never removed: Online',
    ],
    ['a hosting provider with the name', { hostingProviders: [entry('skype')] }, 'never removed: skype'],
    [
      'default routing at the Edge',
      { accessEdge: { ...asInstalled().accessEdge, RoutingMethod: 'UseDefaultRouting' } },
      'With default routing at the Edge no public provider can be used',
    ],
    [
      'a site that is not there',
      { sites: [{ Identity: 'Site:Dublin', DisplayName: 'Dublin' }] },
      'Site Redmond: 0 sites',
    ],
    [
      'two sites of that display name',
      {
        sites: [
          { Identity: 'Site:R1', DisplayName: 'Redmond' },
          { Identity: 'Site:R2', DisplayName: 'Redmond' },
        ],
      },
      'Site Redmond: 2 sites',
    ],
  ])('%s stops the script', async (_, found, said) => {
    const store = { ...asInstalled(), ...found };
    const result = await bench.run(script, { store, answers: yes });
    expect(result).toMatchObject({ exitCode: 4, changed: [], questions: [], store });
    expect(result.text).toContain(said);
    expect(result.files).toEqual(['apply.log', 'transcript.txt']);
  });

  it('is told all at once, each thing once', async () => {
    const store = {
      ...asInstalled(),
      accessEdge: { ...asInstalled().accessEdge, RoutingMethod: 'UseDefaultRouting' },
      sites: [],
      hostingProviders: [entry('Online', { ProxyFqdn: proxy })],
    };
    const answers = { ...contosoAnswers, 'edge.partner-discovery': true };
    const { text, exitCode } = await bench.run(scriptFor(answers), { store, answers: yes });
    expect(exitCode).toBe(4);
    expect(text.match(/^Stop: /gm)).toHaveLength(3);
  });

  it('stops where the server refuses the new provider, before the old one is removed', async () => {
    const answers = { ...contosoAnswers, 'skype-provider.proxy-fqdn': 'no-such-label.example' };
    const refused = scriptFor(answers).replace("'no-such-label.example'", "'not a name'");
    const result = await bench.run(refused, { store: asInstalled(), answers: yes });
    expect(result).toMatchObject({ exitCode: 4, changed: [] });
    expect(result.text).toContain('The server refuses the new entry');
  });
});

describe.skipIf(!hasDotnet())('where the script is run', () => {
  const bench = useBench();

  it.each<[string, object, string]>([
    ['without the module', { installed: [] }, 'The administrative tools of Lync Server 2013 are not here'],
    ['with a module of the same names', { imported: ['Lync', 'MicrosoftTeams'] }, 'comes from MicrosoftTeams'],
    [
      'on another product',
      { store: { ...asInstalled(), version: 'Skype for Business Server 2015 (6.0.9319.0): evaluation' } },
      'This script is for Lync Server 2013. Here is: Skype for Business Server 2015',
    ],
  ])('%s ends it with 2', async (_, options, said) => {
    const result = await bench.run(script, { store: asInstalled(), answers: yes, ...options });
    expect(result).toMatchObject({ exitCode: 2, changed: [], openTranscripts: [] });
    expect(result.text).toContain(said);
  });

  it('on an Edge Server ends it with 2, too', async () => {
    const reading = 'try { [void]@(Get-CsPublicProvider -ErrorAction Stop) }';
    const edge = playing(script, reading, "try { throw 'no central store' }");
    const result = await bench.run(edge, { store: asInstalled(), answers: yes });
    expect(result).toMatchObject({ exitCode: 2, changed: [] });
    expect(result.text).toContain('This is an Edge Server');
  });

  it('by an account of other groups ends it with 2, too', async () => {
    const result = await bench.run(by('Domain Users', 'RTCUniversalReadOnlyAdmins'), {
      store: asInstalled(),
      answers: yes,
    });
    expect(result).toMatchObject({ exitCode: 2, changed: [] });
    expect(result.text).toContain('This account is not in RTCUniversalServerAdmins');
  });

  it('by an account of the right group is well', async () => {
    const result = await bench.run(by('Domain Users', 'RTCUniversalServerAdmins'), {
      store: asInstalled(),
      answers: yes,
    });
    expect(result.exitCode).toBe(0);
    expect(result.text).not.toContain('the groups of this account cannot be told');
  });

  it('with the module loaded already is well', async () => {
    const result = await bench.run(script, { store: asInstalled(), answers: yes, imported: ['Lync'] });
    expect(result.exitCode).toBe(0);
  });

  it('warns and goes on where product, groups or PowerShell cannot be told', async () => {
    const store = { ...asInstalled(), version: 'no version' };
    const result = await bench.run(script, { store, answers: yes });
    expect(result.exitCode).toBe(0);
    expect(result.lines.filter(({ stream }) => stream === 'warning').map(({ text }) => text)).toEqual([
      expect.stringContaining('Windows PowerShell is the safe one'),
      'The product cannot be told here: no version',
      expect.stringContaining('the groups of this account cannot be told'),
    ]);
  });
});
