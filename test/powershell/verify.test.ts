import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { products } from '../../src/facts/index.ts';
import { type Run, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type RunOptions, type Store } from './engine.ts';
import { type Check, evidenceOf, verifyFor } from './evidence.ts';
import { type Answers, contosoAnswers, forUsers, rollbackFor, scriptFor } from './scripts.ts';

const users = [
  { name: 'Ana Trujillo', sip: 'ana@contoso.com' },
  { name: 'Maria Anders', sip: 'maria@contoso.com', site: 'Dublin' },
  { name: 'Thomas Hardy', sip: 'thomas@contoso.com' },
];

/** Two sites, one with an Edge pool, and three people without a policy of their own unless said. */
function contoso(product: Store['product'] = 'lync-2013'): Store {
  const edge = { internal: 'edge01.contoso.local', external: 'sip.contoso.com' };
  const store = asInstalled({ product, sites: [{ name: 'Redmond', edge }, { name: 'Dublin' }], users });
  store.externalAccessPolicies.push(accessPolicy('Tag:Sales'));
  return store;
}

const scopes: Readonly<Record<string, Answers>> = {
  site: contosoAnswers,
  user: {
    ...forUsers('ana@contoso.com', 'maria@contoso.com'),
    'client-policy.target': 'in-force',
    'client-policy.scope': 'user',
    'client-policy.users': ['ana@contoso.com'],
  },
  global: { 'access-policy.scope': 'global', 'client-policy.scope': 'global' },
};

const checksOf = (run: Run): readonly Check[] => evidenceOf(run).checks ?? [];
const differing = (run: Run) => checksOf(run).filter(({ good }) => !good);
const named = (run: Run) => differing(run).map(({ what, name }) => `${what}: ${name}`);

describe.skipIf(!hasDotnet())('verify', () => {
  const bench = useBench();
  const look = (text: string, store: Store, options: Partial<RunOptions> & { folder?: string } = {}) =>
    bench.run(text, { name: '3-verify.ps1', store, ...options });
  /** Contoso once it is as these answers want it, and the folder that apply ran in. */
  const applied = async (answers: Answers, store: Store) => {
    const run = await bench.run(scriptFor(answers), { store, answers: yes });
    expect(run.exitCode).toBe(0);
    return run;
  };
  let once: ReturnType<typeof applied> | undefined;
  /** The same for Contoso's answers: a store of one's own, and a folder with what apply wrote down. */
  const ready = async () => {
    once ??= applied(contosoAnswers, contoso());
    const { store, folder: from } = await once;
    const folder = bench.folder();
    for (const file of readdirSync(from))
      if (file.startsWith('state-')) copyFileSync(join(from, file), join(folder, file));
    return { store: structuredClone(store), folder };
  };

  /** Every product, and every scope. */
  const cases = products.map((product, i) => ({ product, scope: Object.keys(scopes)[i % 3] ?? '' }));

  it.each(cases)('differs before apply and agrees after it: $product, $scope', async ({ product, scope }) => {
    const answers = { ...scopes[scope], 'deployment.product': product };
    const text = verifyFor(answers);
    const before = await look(text, contoso(product));
    expect(before).toMatchObject({ exitCode: 6, terminated: null, errors: [], questions: [], changed: [] });
    expect(before.store).toEqual(contoso(product));
    expect(before.calls.filter(({ cmdlet }) => !/^Get-Cs/.test(cmdlet))).toEqual([]);
    expect(before.files).toEqual([expect.stringMatching(/^evidence-.+\.json$/), 'transcript.txt', 'verify.log']);
    for (const what of named(before)) expect(before.text).toContain(`Differs: ${what}`);
    const { store, folder } = await applied(answers, contoso(product));
    const after = await look(text, store, { folder });
    expect(named(after)).toEqual([]);
    expect(after).toMatchObject({ exitCode: 0, terminated: null, errors: [], changed: [], store });
    expect(checksOf(after).length).toBeGreaterThan(differing(before).length);
  });

  it('says of each value what was expected and what was found', async () => {
    const run = await look(verifyFor(contosoAnswers), contoso());
    expect(named(run)).toEqual([
      'Access Edge configuration: federation: AllowFederatedUsers',
      'External access policy of site Redmond: Site:Redmond',
      'Public provider Skype: Skype',
      'Client policy in force for Redmond: Global: BlockConversationFromFederatedContacts',
      'Client policy in force for Redmond: Global: EnableNotificationForNewSubscribers',
    ]);
    expect(checksOf(run)[0]).toEqual({
      what: 'Access Edge configuration: federation',
      name: 'AllowFederatedUsers',
      expected: true,
      found: false,
      good: false,
    });
    expect(run.text).toContain(
      "Good: Access Edge configuration: federation: RoutingMethod: expected 'UseDnsSrvRouting', found 'UseDnsSrvRouting'",
    );
    expect(run.text).toContain('5 of 7 are not as wanted.');
  });

  it('writes evidence as discover does, and what this rollout made', async () => {
    const { store, folder } = await ready();
    const evidence = evidenceOf(await look(verifyFor(contosoAnswers), store, { folder }));
    expect(evidence).toMatchObject({ script: 'verify', place: 'front-end', people: 'names' });
    expect(evidence.items.externalAccessPolicies?.values).toContainEqual(
      expect.objectContaining({ Identity: 'Site:Redmond', EnablePublicCloudAccess: true }),
    );
    expect(evidence.made).toContainEqual(
      expect.objectContaining({ kind: 'CsExternalAccessPolicy', identity: 'Site:Redmond' }),
    );
  });

  it.each<[what: string, change: (store: Store) => void, differs: readonly string[]]>([
    [
      'a value that was changed since',
      (store) => Object.assign(store.externalAccessPolicies.at(-1) ?? {}, { EnablePublicCloudAccess: false }),
      ['External access policy of site Redmond: EnablePublicCloudAccess'],
    ],
    [
      'a value that the new policy took over from Global',
      (store) => Object.assign(store.externalAccessPolicies.at(-1) ?? {}, { EnableOutsideAccess: true }),
      ['External access policy of site Redmond: EnableOutsideAccess'],
    ],
    [
      'a policy that is gone',
      (store) => store.externalAccessPolicies.pop(),
      ['External access policy of site Redmond: Site:Redmond'],
    ],
    [
      'a level of another name',
      (store) => Object.assign(store.publicProviders.at(-1) ?? {}, { VerificationLevel: 'AlwaysVerifiable' }),
      ['Public provider Skype: VerificationLevel'],
    ],
    [
      'default routing',
      (store) => Object.assign(store.accessEdge, { RoutingMethod: 'UseDefaultRouting' }),
      ['Access Edge configuration: federation: RoutingMethod'],
    ],
    [
      'a site that is gone',
      (store) => store.sites.shift(),
      [
        'What the plan names: Site Redmond: 0 sites of Get-CsSite have this Identity or DisplayName, not one',
        'What the plan names: Site Redmond: 0 sites of Get-CsSite have this Identity or DisplayName, not one',
      ],
    ],
  ])('tells %s', async (_, change, differs) => {
    const { store, folder } = await ready();
    change(store);
    const run = await look(verifyFor(contosoAnswers), store, { folder });
    expect(run.exitCode).toBe(6);
    expect(named(run)).toEqual(differs);
  });

  it('holds a turned routing, a federation route and copies of client policies to what they were to be', async () => {
    const everything: Answers = {
      'edge.pools': [{ name: 'sip.contoso.com', internal: 'edge01.contoso.local', site: 'Redmond' }],
      'edge.routing': 'switch-to-dns-srv',
      'edge.federation-routes': [{ site: 'Dublin', pool: 'edge01.contoso.local' }],
      'access-policy.sites': ['Redmond', 'Dublin'],
      'client-policy.target': 'new-copy',
      'client-policy.scope': 'site',
      'client-policy.sites': ['Dublin'],
    };
    const store = contoso();
    store.publicProviders = [];
    Object.assign(store.accessEdge, { RoutingMethod: 'UseDefaultRouting', DefaultRouteFqdn: 'edge.contoso.local' });
    const text = verifyFor(everything);
    const before = await look(text, structuredClone(store));
    expect(named(before)).toEqual([
      'Access Edge configuration: routing: RoutingMethod',
      'Access Edge configuration: federation: AllowFederatedUsers',
      'Federation route of site Dublin: FederationRoute',
      'External access policy of site Redmond: Site:Redmond',
      'External access policy of site Dublin: Site:Dublin',
      'Public provider Skype: Skype',
      'Client policy of site Dublin: Site:Dublin',
    ]);
    const args = { Force: true, AcceptHighRisk: true };
    const done = await bench.run(scriptFor(everything), { store, args });
    expect(done.exitCode).toBe(0);
    const after = await look(text, done.store, { folder: done.folder });
    expect(named(after)).toEqual([]);
    expect(checksOf(after)).toContainEqual({
      what: 'Federation route of site Dublin',
      name: 'FederationRoute',
      expected: 'EdgeServer:edge01.contoso.local',
      found: 'EdgeServer:edge01.contoso.local',
      good: true,
    });
  });

  it('differs again after rollback, as before apply', async () => {
    const { store, folder } = await ready();
    const back = await bench.run(rollbackFor(), { name: '4-rollback.ps1', store, folder, answers: yes });
    const text = verifyFor(contosoAnswers);
    expect(named(await look(text, back.store, { folder }))).toEqual(named(await look(text, contoso())));
  });

  it('takes what a server of the product lacks for no difference', async () => {
    const store = { ...contoso(), cu5: false };
    const done = await applied(contosoAnswers, store);
    const run = await look(verifyFor(contosoAnswers), done.store, { folder: done.folder });
    expect(run.exitCode).toBe(0);
    expect(checksOf(run).map(({ name }) => name)).not.toContain('NameDecorationRoutingDomain');
    expect(run.text).toContain('Left out: New-CsPublicProvider has no -NameDecorationRoutingDomain on this server.');
  });

  describe('waits for the Edge', () => {
    const at = 'edge01.contoso.local';
    const text = verifyFor(contosoAnswers);
    const lateBy = async (late: Readonly<Record<string, number | 'for-ever'>>) => {
      const { store } = await ready();
      return look(text, store, { late, now: '2026-11-23T21:30:00Z' });
    };

    it('as long as it is late', async () => {
      const run = await lateBy({ [at]: 25 });
      expect(run).toMatchObject({ exitCode: 0, sleeps: [10, 10, 10] });
      expect(evidenceOf(run).items.replication?.values).toContainEqual(
        expect.objectContaining({ ReplicaFqdn: at, UpToDate: true }),
      );
    });

    it('for 180 s at most; then it is one difference', async () => {
      const run = await lateBy({ [at]: 'for-ever' });
      expect(run.exitCode).toBe(6);
      expect(run.sleeps.reduce((sum, each) => sum + each, 0)).toBe(180);
      expect(differing(run)).toEqual([
        { what: 'Replication to the Edge', name: at, expected: 'up to date', found: 'late', good: false },
      ]);
    });

    it('and for no other replica', async () => {
      const run = await lateBy({ 'pool01.redmond.contoso.local': 'for-ever' });
      expect(run).toMatchObject({ exitCode: 0, sleeps: [] });
    });

    it('by each computer of its pool, one of which is missing', async () => {
      const { store } = await ready();
      const two = ['edge01a.contoso.local', 'edge01b.contoso.local'];
      store.computers.push(...two.map((Identity) => ({ Identity, Fqdn: Identity, Pool: at })));
      store.replicas = two.map((ReplicaFqdn) => ({ Identity: ReplicaFqdn, ReplicaFqdn, UpToDate: true }));
      const run = await look(text, store, { late: { [two[1] ?? '']: 'for-ever' } });
      expect(named(run)).toEqual([`Replication to the Edge: ${two[1]}`]);
      store.replicas = [];
      expect(differing(await look(text, store))).toEqual([
        expect.objectContaining({ name: at, found: 'no replica of this name' }),
      ]);
    });

    it('not at all where there is none', async () => {
      const store = asInstalled();
      const done = await applied(contosoAnswers, store);
      expect(await look(text, done.store)).toMatchObject({ exitCode: 0, sleeps: [] });
    });
  });
});
