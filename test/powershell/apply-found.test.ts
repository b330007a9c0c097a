import { describe, expect, it } from 'vitest';
import { type Bench, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Provider, type Store } from './engine.ts';
import { contosoAnswers, scriptFor } from './scripts.ts';

const script = scriptFor(contosoAnswers);
const proxy = 'federation.messenger.msn.com';
const entry = (identity: string, values: Partial<Provider> = {}): Provider => ({
  Identity: identity,
  ProxyFqdn: 'sip.fabrikam.com',
  Enabled: true,
  VerificationLevel: 'AlwaysVerifiable',
  ...values,
});
const shipped = asInstalled().publicProviders.filter(({ Identity }) => Identity !== 'Messenger');
const right = entry('Skype', {
  ProxyFqdn: proxy,
  IconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
  NameDecorationRoutingDomain: 'msn.com',
  NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
  VerificationLevel: 'UseSourceVerification',
});

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

/** The calls to providers alone, each as `cmdlet Identity`. */
async function providerCalls(bench: Bench, store: Partial<Store>, answers = contosoAnswers) {
  const result = await bench.run(scriptFor(answers), { store: { ...asInstalled(), ...store }, answers: yes });
  const calls = result.calls.filter(({ cmdlet, changes }) => changes && /Provider$/.test(cmdlet));
  return { ...result, provider: calls.map(({ cmdlet, bound }) => `${cmdlet} ${bound.Identity}`) };
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

describe.skipIf(!hasDotnet())('the public provider', () => {
  const bench = useBench();

  it('is left alone where it is as wanted', async () => {
    const result = await providerCalls(bench, { publicProviders: [...shipped, right] });
    expect(result).toMatchObject({ exitCode: 0, provider: [] });
    expect(result.text).toContain('As wanted: Public provider Skype');
  });

  it.each<[string, Partial<Pick<Provider, 'Enabled' | 'VerificationLevel'>>]>([
    ['Enabled', { Enabled: false }],
    ['the level', { VerificationLevel: 'AlwaysUnverifiable' }],
    ['both', { Enabled: false, VerificationLevel: 'AlwaysVerifiable' }],
  ])('is mended by Set- where %s differs alone', async (_, values) => {
    const result = await providerCalls(bench, { publicProviders: [{ ...right, ...values }] });
    expect(result).toMatchObject({ exitCode: 0, provider: ['Set-CsPublicProvider Skype'] });
    expect(result.store.publicProviders).toEqual([right]);
    expect(result.text).toMatch(
      /Undo: Set-CsPublicProvider -Identity 'Skype' -VerificationLevel \d -Enabled \$(true|false)$/m,
    );
  });

  it.each<[string, Provider[], string[]]>([
    [
      'an entry of another icon',
      [entry('skype', { ...right, Identity: 'skype', IconUrl: 'https://fabrikam.com/i.png' })],
      ['skype'],
    ],
    ['the name at another proxy', [entry('Skype')], ['Skype']],
    ['the proxy under another name', [entry('MSN', { ProxyFqdn: proxy.toUpperCase() })], ['MSN']],
    ['one of each', [entry('Skype'), entry('MSN', { ProxyFqdn: proxy })], ['Skype', 'MSN']],
  ])('replaces %s', async (_, inTheWay, removed) => {
    const result = await providerCalls(bench, { publicProviders: [...shipped, ...inTheWay] });
    expect(result.exitCode).toBe(0);
    expect(result.provider).toEqual([
      ...removed.map((name) => `Remove-CsPublicProvider ${name}`),
      'New-CsPublicProvider Skype',
    ]);
    expect(result.store.publicProviders).toEqual([...shipped, right]);
  });

  it('comes back whole with both entries that were in its way where it cannot be made', async () => {
    const legacy = entry('MSN', { ProxyFqdn: proxy, IconUrl: "https://fabrikam.com/o'neil.png", Enabled: false });
    const publicProviders = [entry('Skype'), legacy];
    const store = { ...asInstalled(), publicProviders };
    const result = await bench.run(script, { store, answers: yes, failAt: 5 });
    expect(result.exitCode).toBe(5);
    expect(result.store.publicProviders).toEqual(publicProviders);
    expect(result.text).toContain('Put back: Skype');
    expect(result.text).toContain('Put back: MSN');
  });

  it('is never made by replacing where that is not wanted: the entry in the way is named', async () => {
    const answers = { ...contosoAnswers, 'skype-provider.replace': false };
    const result = await providerCalls(bench, {}, answers);
    expect(result).toMatchObject({ exitCode: 4, changed: [] });
    expect(result.text).toContain('In the way, and not to be replaced: Messenger');
    const mended = await providerCalls(bench, { publicProviders: [{ ...right, Enabled: false }] }, answers);
    expect(mended).toMatchObject({ exitCode: 0, provider: ['Set-CsPublicProvider Skype'] });
  });

  it('is made without decoration where the server has no such parameter, and says so', async () => {
    const result = await providerCalls(bench, asInstalled({ cu5: false }));
    expect(result.exitCode).toBe(0);
    expect(result.text).toContain('Left out: New-CsPublicProvider has no -NameDecorationRoutingDomain on this server.');
    expect(result.store.publicProviders.at(-1)).not.toHaveProperty('NameDecorationRoutingDomain');
  });

  it('takes a level by its name, and none at all where the product decides', async () => {
    const named = { ...contosoAnswers, 'skype-provider.verification': 'AlwaysUnverifiable' };
    const first = await providerCalls(bench, {}, named);
    expect(first.store.publicProviders.at(-1)).toMatchObject({ VerificationLevel: 'AlwaysUnverifiable' });
    expect(first.text).toContain('VerificationLevel 1 is AlwaysUnverifiable here.');
    expect(await providerCalls(bench, first.store, named)).toMatchObject({ exitCode: 0, provider: [] });
    const byProduct = { ...contosoAnswers, 'skype-provider.verification': 'product-default' };
    expect(await providerCalls(bench, first.store, byProduct)).toMatchObject({ exitCode: 0, provider: [] });
  });
});

describe.skipIf(!hasDotnet())('a site', () => {
  const bench = useBench();
  const policies = (store: Store) => store.externalAccessPolicies.filter(({ Identity }) => Identity !== 'Global');

  it('is found by its display name, whatever the letter case', async () => {
    const sites = [{ Identity: 'Site:R1', DisplayName: 'REDMOND' }];
    const result = await bench.run(script, { store: { ...asInstalled(), sites }, answers: yes });
    expect(result.exitCode).toBe(0);
    expect(policies(result.store).map(({ Identity }) => Identity)).toEqual(['Site:R1']);
  });

  it('is found by a name that is not ASCII, in a script with a byte order mark', async () => {
    const named = scriptFor({ 'access-policy.sites': ["Zürich's"], 'client-policy.sites': ["Zürich's"] });
    const store = asInstalled({ sites: [{ name: 'R1', displayName: "Zürich's" }] });
    const result = await bench.run(named, { store, answers: yes });
    expect(result).toMatchObject({ exitCode: 0, terminated: null });
    expect(result.text).toContain("Changed: External access policy of site Zürich's");
  });

  it('keeps what its own policy has where that is to stay', async () => {
    const own = accessPolicy('Site:Redmond', { EnableOutsideAccess: true, EnableXmppAccess: true });
    const store = { ...asInstalled(), externalAccessPolicies: [accessPolicy('Global'), own] };
    const result = await bench.run(script, { store, answers: yes });
    const set = result.calls.find(({ cmdlet }) => cmdlet === 'Set-CsExternalAccessPolicy');
    expect(set?.bound).not.toHaveProperty('EnableOutsideAccess');
    expect(policies(result.store)).toEqual([
      {
        ...own,
        EnableFederationAccess: true,
        EnablePublicCloudAccess: true,
        EnablePublicCloudAudioVideoAccess: true,
      },
    ]);
    expect(result.text).toContain(
      "Undo: Set-CsExternalAccessPolicy -Identity 'Site:Redmond' -EnableFederationAccess $false -EnablePublicCloudAccess $false",
    );
  });

  it('gets what Global has where it had no policy and something is to stay', async () => {
    const externalAccessPolicies = [accessPolicy('Global', { EnableXmppAccess: true, EnableOutsideAccess: true })];
    const answers = { ...contosoAnswers, 'access-policy.federated-users': 'keep' };
    const result = await bench.run(scriptFor(answers), {
      store: { ...asInstalled(), externalAccessPolicies },
      answers: yes,
    });
    expect(policies(result.store)).toEqual([
      accessPolicy('Site:Redmond', {
        EnablePublicCloudAccess: true,
        EnablePublicCloudAudioVideoAccess: true,
        EnableOutsideAccess: true,
        EnableXmppAccess: true,
      }),
    ]);
  });

  it('with a client policy of its own has that one changed, and nobody else is asked about', async () => {
    const clientPolicies = [
      { Identity: 'Global' },
      { Identity: 'Site:Redmond', BlockConversationFromFederatedContacts: false },
    ];
    const result = await bench.run(script, { store: { ...asInstalled(), clientPolicies }, args: { Force: true } });
    expect(result).toMatchObject({ exitCode: 0, questions: [] });
    expect(result.store.clientPolicies).toEqual([
      { Identity: 'Global' },
      {
        Identity: 'Site:Redmond',
        BlockConversationFromFederatedContacts: false,
        EnableNotificationForNewSubscribers: true,
      },
    ]);
  });

  it('has a block with all others of which the same is wanted', async () => {
    const answers = { 'access-policy.sites': ['Redmond', 'Dublin', 'Redmond'], 'client-policy.target': 'leave' };
    const text = scriptFor(answers);
    expect(text.match(/New-CsExternalAccessPolicy -Identity/g)).toHaveLength(1);
    expect(text).toContain('# Changes 2 to 4 of 5: external access policy of a site');
    const store = asInstalled({ sites: [{ name: 'Redmond' }, { name: 'Dublin' }] });
    const result = await bench.run(text, { store, answers: yes });
    expect(result.exitCode).toBe(0);
    expect(policies(result.store).map(({ Identity }) => Identity)).toEqual(['Site:Redmond', 'Site:Dublin']);
  });

  it('shares Global with another one, which is then changed once', async () => {
    const sites = ['Redmond', 'Dublin'];
    const answers = { 'access-policy.sites': sites, 'client-policy.sites': sites };
    const store = asInstalled({ sites: sites.map((name) => ({ name })) });
    const result = await bench.run(scriptFor(answers), { store, answers: yes });
    expect(result.changed.filter((cmdlet) => cmdlet === 'Set-CsClientPolicy')).toHaveLength(1);
  });

  it('is asked for consent where a block is lifted, even in a policy of its own', async () => {
    const clientPolicies = [
      { Identity: 'Global' },
      { Identity: 'Site:Redmond', BlockConversationFromFederatedContacts: true },
    ];
    const result = await bench.run(script, { store: { ...asInstalled(), clientPolicies }, answers: yes });
    const question = result.questions.find(({ caption }) => caption.startsWith('High risk'));
    expect(question?.message).toContain('The block protects from everybody outside');
  });
});

describe.skipIf(!hasDotnet())('Global', () => {
  const bench = useBench();

  it('is set, never made or removed, and only where a value differs', async () => {
    const answers = {
      'access-policy.scope': 'global',
      'client-policy.target': 'in-force',
      'client-policy.scope': 'global',
    };
    const result = await bench.run(scriptFor(answers), { store: asInstalled(), answers: yes });
    expect(result.exitCode).toBe(0);
    expect(result.changed).toContain('Set-CsExternalAccessPolicy');
    expect(result.changed).not.toContain('New-CsExternalAccessPolicy');
    expect(result.store.externalAccessPolicies).toHaveLength(1);
    expect(result.questions.map(({ caption }) => caption)).not.toContainEqual(
      expect.stringContaining('High risk: Client'),
    );
  });
});

describe.skipIf(!hasDotnet())('partner discovery', () => {
  const bench = useBench();
  const answers = { ...contosoAnswers, 'edge.partner-discovery': true };

  it('is a call of its own, high risk, and taken back in the same way', async () => {
    const result = await bench.run(scriptFor(answers), {
      store: asInstalled(),
      args: { Force: true, AcceptHighRisk: true },
    });
    const calls = result.calls.filter(({ cmdlet, changes }) => changes && cmdlet === 'Set-CsAccessEdgeConfiguration');
    expect(
      calls.map(({ bound }) =>
        Object.keys(bound)
          .filter((name) => !/Confirm|ErrorAction/.test(name))
          .sort(),
      ),
    ).toEqual([
      ['AllowFederatedUsers', 'Identity'],
      ['EnablePartnerDiscovery', 'UseDnsSrvRouting'],
    ]);
    expect(result.text).toContain(
      'Undo: Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $false',
    );
    const forced = await bench.run(scriptFor(answers), { store: asInstalled(), args: { Force: true } });
    expect(forced.exitCode).toBe(5);
    expect(forced.text).toContain('Access Edge configuration: partner discovery: high risk');
    expect(forced.store.accessEdge).toMatchObject({ AllowFederatedUsers: true, EnablePartnerDiscovery: false });
  });
});
