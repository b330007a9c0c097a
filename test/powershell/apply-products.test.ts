import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { products, sfbProducts } from '../../src/facts/index.ts';
import type { Product } from '../../src/model/index.ts';
import { sorted, undoOf, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Store, withoutXmpp } from './engine.ts';
import { pairwise } from './lifecycle/pairs.ts';
import { type Answers, scriptFor } from './scripts.ts';

const keep = [true, false, 'keep'] as const;
const yesNo = [true, false] as const;
const scopes = ['site', 'user', 'global'] as const;
const targets = ['in-force', 'new-copy', 'leave'] as const;
const users = ['ana@contoso.com', 'maria@contoso.com'];

/** What has more than a choice between yes and no about Skype alone. */
const who = (product: Product, scope: string, target: string): Answers => ({
  'deployment.product': product,
  'access-policy.scope': scope,
  'access-policy.sites': ['Redmond', 'Dublin'],
  'access-policy.users': users,
  'client-policy.target': target,
  'edge.pools': [{ name: 'sip.contoso.com', internal: 'edge01.contoso.local' }],
});

const routes = [
  { site: 'Redmond', pool: 'edge01.contoso.local' },
  { site: 'Dublin', pool: 'edge01.contoso.local' },
];

/** The same server with default routing, which has no value for discovery. */
function routedByDefault(store: Store): Store {
  const { EnablePartnerDiscovery: _, ...accessEdge } = store.accessEdge;
  const own = { RoutingMethod: 'UseDefaultRouting', DefaultRouteFqdn: 'hub.contoso.com', IsPublicProvider: false };
  return { ...store, accessEdge: { ...accessEdge, ...own } };
}

/** Two sites and somebody in each; a block that is on, as lifting it is asked for by itself. */
function installed(product: Product): Store {
  const store = asInstalled({
    product,
    sites: [
      { name: 'Redmond', edge: { internal: 'edge01.contoso.local', external: 'sip.contoso.com' } },
      { name: 'Dublin' },
    ],
    users: [
      { name: 'Ana Trujillo', sip: 'ana@contoso.com' },
      { name: 'Maria Anders', sip: 'maria@contoso.com', site: 'Dublin' },
    ],
  });
  return { ...store, clientPolicies: [{ Identity: 'Global', BlockConversationFromFederatedContacts: true }] };
}

const force = { Force: true, AcceptHighRisk: true };
const quick = { numRuns: 6, seed: Number(process.env.FC_SEED ?? Date.now() % 2 ** 31) };

describe(`every product, scope and target, with yes, no or keep so that every two meet, seed ${quick.seed}`, () => {
  const switches = pairwise(
    {
      'access-policy.federated-users': keep,
      'access-policy.remote-users': keep,
      'access-policy.xmpp': keep,
      'access-policy.public-users': yesNo,
      'access-policy.public-audio-video': yesNo,
    },
    { seed: quick.seed },
  );
  const whole = products.flatMap((product) =>
    scopes.flatMap((scope) => targets.map((target) => ({ product, scope, target }))),
  );

  it('is a script of commands that the product has', () => {
    for (const { product, scope, target } of whole) {
      const scripts = switches.map((rest) => scriptFor({ ...who(product, scope, target), ...rest }));
      const later = scripts.filter((script) => /Get-CsEffectivePolicy|Xmpp|IconUrl/.test(script));
      expect(later).toHaveLength(product === 'lync-2010' ? 0 : scripts.length);
    }
  });
});

describe.skipIf(!hasDotnet())(`the apply script, seed ${quick.seed}`, () => {
  const bench = useBench();

  it.each(products)(
    'of %s parses, binds and is done, whatever was answered; a second run changes nothing',
    async (product) => {
      const answers = fc.record({
        scope: fc.constantFrom(...scopes),
        target: fc.constantFrom(...targets),
        'access-policy.federated-users': fc.constantFrom(...keep),
        'access-policy.public-users': fc.constantFrom(...yesNo),
        'access-policy.public-audio-video': fc.constantFrom(...yesNo),
        'access-policy.remote-users': fc.constantFrom(...keep),
        'access-policy.xmpp': fc.constantFrom(...keep),
        'edge.partner-discovery': fc.constantFrom(...keep),
        'edge.routing': fc.constantFrom('stop-if-default', 'switch-to-dns-srv'),
        'edge.federation-routes': fc.constantFrom([], routes.slice(1), routes),
        'deployment.cu5': fc.constantFrom('yes', 'no', 'unknown'),
        'deployment.hybrid': fc.constantFrom(...yesNo),
        'skype-provider.enabled': fc.constantFrom(...yesNo),
        'skype-provider.verification': fc.constantFrom(
          ...['product-default', 'AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification', 'level-2'],
        ),
        'skype-provider.decorate': fc.constantFrom(...yesNo),
        'skype-provider.id-routing': fc.constantFrom(...yesNo),
        'skype-provider.directory-search': fc.constantFrom(...yesNo),
        'client-policy.notify': fc.constantFrom(...yesNo),
        'client-policy.may-start': fc.constantFrom(...yesNo),
      });
      const check = async ({ scope, target, ...rest }: Answers) => {
        const script = scriptFor({ ...who(product, String(scope), String(target)), ...rest });
        expect((await bench.engine.parse(script)).errors).toEqual([]);
        const found = installed(product);
        const store = rest['edge.routing'] === 'switch-to-dns-srv' ? routedByDefault(found) : found;
        const first = await bench.run(script, { store, args: force });
        expect(first).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
        expect(first.calls.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
        const again = await bench.run(script, { store: first.store, folder: first.folder, args: force });
        expect(again).toMatchObject({ exitCode: 0, changed: [], store: first.store });
      };
      await fc.assert(fc.asyncProperty(answers, check), quick);
    },
    120_000,
  );

  it.each(
    products.flatMap((product) => [
      { product, scope: 'site', target: 'in-force' },
      { product, scope: 'site', target: 'new-copy' },
      { product, scope: 'user', target: 'new-copy' },
    ]),
  )('of $product, $scope, $target, can be taken back by the commands that it printed', async (one) => {
    const { product } = one;
    const script = scriptFor({ ...who(product, one.scope, one.target), 'edge.federation-routes': routes });
    const { store, lines } = await bench.run(script, { store: installed(product), answers: yes });
    const module = sfbProducts.includes(product) ? 'SkypeForBusiness' : 'Lync';
    const undone = await bench.engine.run({
      script: { text: [`Import-Module ${module}`, ...undoOf({ lines })].join('\n') },
      store,
    });
    expect(undone.errors).toEqual([]);
    expect(sorted(undone.store)).toEqual(sorted(installed(product)));
  });

  it('of 2019 and that of Subscription Edition accept each other, and no other', async () => {
    const run = (made: Product, found: Product) =>
      bench.run(scriptFor(who(made, 'global', 'leave')), { store: installed(found), args: { WhatIf: true } });
    expect((await run('sfb-2019', 'sfb-se')).exitCode).toBe(0);
    expect((await run('sfb-se', 'sfb-2019')).exitCode).toBe(0);
    expect(await run('sfb-2015', 'sfb-2019')).toMatchObject({ exitCode: 2 });
    expect(await run('lync-2010', 'lync-2013')).toMatchObject({ exitCode: 2 });
  });

  it('puts what Skype for Business had back with its no, where the new entry cannot be made', async () => {
    const store = installed('sfb-2015');
    const old = {
      Identity: 'Messenger',
      ProxyFqdn: 'federation.messenger.msn.com',
      EnableSkypeIdRouting: false,
      EnableSkypeDirectorySearch: false,
      VerificationLevel: 'AlwaysVerifiable',
      Enabled: false,
    } as const;
    const before = { ...store, publicProviders: [old] };
    const script = scriptFor(who('sfb-2015', 'global', 'leave'));
    // Access Edge, Global policy, removal, and then the call that fails.
    const failed = await bench.run(script, { store: before, args: force, failAt: 4 });
    expect(failed.exitCode).toBe(5);
    expect(failed.text).toContain('Put back: Messenger');
    expect(failed.store.publicProviders).toEqual([old]);
  });

  describe('of Lync Server 2010', () => {
    const forUsers = scriptFor(who('lync-2010', 'user', 'in-force'));
    const open = {
      EnableFederationAccess: true,
      EnablePublicCloudAccess: true,
      EnablePublicCloudAudioVideoAccess: true,
    };

    it('enables the shipped entry by Set-, and nothing goes', async () => {
      const { store, changed } = await bench.run(scriptFor(who('lync-2010', 'global', 'leave')), {
        store: installed('lync-2010'),
        args: force,
      });
      expect(changed).toContain('Set-CsPublicProvider');
      expect(changed).not.toContain('Remove-CsPublicProvider');
      expect(store.publicProviders).toContainEqual({
        Identity: 'MSN',
        ProxyFqdn: 'federation.messenger.msn.com',
        VerificationLevel: 'UseSourceVerification',
        Enabled: true,
      });
    });

    it('makes the entry anew where it is gone, with what the product knows', async () => {
      const store = { ...installed('lync-2010'), publicProviders: [] };
      const result = await bench.run(scriptFor(who('lync-2010', 'global', 'leave')), { store, args: force });
      expect(result.store.publicProviders).toEqual([
        {
          Identity: 'MSN',
          ProxyFqdn: 'federation.messenger.msn.com',
          VerificationLevel: 'AlwaysVerifiable',
          Enabled: true,
        },
      ]);
    });

    it('finds what is in force: granted, else of the site of the pool, else Global', async () => {
      const store: Store = {
        ...installed('lync-2010'),
        externalAccessPolicies: [
          withoutXmpp(accessPolicy('Global', { EnableOutsideAccess: true })),
          withoutXmpp(accessPolicy('Site:Dublin', { EnableOutsideAccess: true })),
        ],
        clientPolicies: [{ Identity: 'Global' }, { Identity: 'Site:Dublin' }, { Identity: 'Tag:Sales' }],
      };
      const [ana, maria] = store.users;
      if (!ana || !maria) throw new Error('two people are there');
      const result = await bench.run(forUsers, {
        store: { ...store, users: [{ ...ana, ClientPolicy: 'Sales' }, maria] },
        args: force,
      });
      expect(result).toMatchObject({ exitCode: 0, errors: [] });
      const policy = (name: string) => result.store.clientPolicies.find(({ Identity }) => Identity === name);
      const ours = { EnableNotificationForNewSubscribers: true, BlockConversationFromFederatedContacts: false };
      expect(policy('Tag:Sales')).toMatchObject(ours);
      expect(policy('Site:Dublin')).toMatchObject(ours);
      expect(policy('Global')).toEqual({ Identity: 'Global' });
      expect(result.store.externalAccessPolicies).toContainEqual(
        withoutXmpp(accessPolicy('Tag:SkypeUsers', { ...open, EnableOutsideAccess: true })),
      );
      expect(result.store.users.map(({ ExternalAccessPolicy }) => ExternalAccessPolicy)).toEqual([
        'SkypeUsers',
        'SkypeUsers',
      ]);
    });

    it('stops where those differ in what is kept, and where the site of a pool cannot be told', async () => {
      const store = installed('lync-2010');
      const dublin = withoutXmpp(accessPolicy('Site:Dublin', { EnableOutsideAccess: true }));
      const differ = { ...store, externalAccessPolicies: [...store.externalAccessPolicies, dublin] };
      const differs = await bench.run(forUsers, { store: differ, args: force });
      expect(differs).toMatchObject({ exitCode: 4, changed: [] });
      expect(differs.text).toContain('EnableOutsideAccess is to stay as it is, and differs');
      const lost = { ...store, sites: store.sites.map((site) => ({ ...site, Pools: ['elsewhere.contoso.local'] })) };
      const unknown = await bench.run(forUsers, { store: lost, args: force });
      expect(unknown).toMatchObject({ exitCode: 4, changed: [] });
      expect(unknown.text).toContain('The site of the pool of ana@contoso.com cannot be told');
    });

    it.each(scopes.flatMap((scope) => [[scope, 'in-force'] as const, [scope, 'new-copy'] as const]))(
      'for %s, %s, holds nothing that came after Windows PowerShell 2.0',
      async (scope, target) => {
        const more = { 'edge.routing': 'switch-to-dns-srv', 'edge.federation-routes': routes };
        const script = scriptFor({ ...who('lync-2010', scope, target), ...(target === 'new-copy' ? more : {}) });
        const { commands, parameters, variables } = await bench.engine.parse(script);
        const newer = [
          ...[
            'ConvertTo-Json',
            'ConvertFrom-Json',
            'Get-FileHash',
            'Unblock-File',
            'Resolve-DnsName',
            'Get-CimInstance',
          ],
          ...['Invoke-RestMethod', 'Invoke-WebRequest', 'Test-NetConnection', 'Get-CsEffectivePolicy'],
        ];
        expect(commands.map(({ name }) => name).filter((name) => name && newer.includes(name))).toEqual([]);
        expect(
          commands.flatMap((one) => one.parameters).filter((name) => /^(LiteralPath|Raw|File)$/i.test(name)),
        ).toEqual([]);
        // Where and ForEach have no script block only from 3.0 on.
        const loops = commands.filter(({ name }) => name === 'Where-Object' || name === 'ForEach-Object');
        expect(loops.filter(({ text }) => !text.includes('{'))).toEqual([]);
        expect(variables.filter((name) => /^(PSScriptRoot|PSItem|PSCommandPath)$/i.test(name))).toEqual([]);
        expect(parameters).toEqual(['OutputFolder', 'Force', 'AcceptHighRisk', 'NoBackup']);
        expect(script).not.toMatch(
          /\[(ordered|pscustomobject)\]|\s-(in|notin|shl|shr)\s|\.(Where|ForEach)\(|::new\(|#Requires|IsNullOrWhiteSpace/i,
        );
        expect(script).toContain('SupportsShouldProcess = $true');
      },
    );
  });
});
