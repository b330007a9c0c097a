import { describe, expect, it } from 'vitest';
import { sorted, useBench, yes } from './bench.ts';
import { asInstalled, hasDotnet, type Store } from './engine.ts';
import { rollbackFor, scriptFor } from './scripts.ts';

const rollback = rollbackFor();
const ana = 'ana@contoso.com';
const maria = 'maria@contoso.com';
const pools = [
  { name: 'sip.contoso.com', internal: 'edge01.contoso.local' },
  { name: 'sip2.contoso.com', internal: 'edge02.contoso.local' },
];

/** Two sites, of which only Redmond has a route; people who have a client policy of their own. */
function installed(): Store {
  const store = asInstalled({
    sites: [
      { name: 'Redmond', edge: { internal: 'edge01.contoso.local', external: 'sip.contoso.com' } },
      { name: 'Dublin', edge: { internal: 'edge02.contoso.local', external: 'sip2.contoso.com' } },
    ],
    users: [
      { name: 'Ana Trujillo', sip: ana, clientPolicy: 'Sales' },
      { name: 'Maria Anders', sip: maria, clientPolicy: 'Sales' },
      { name: 'Thomas Hardy', sip: 'thomas@contoso.com' },
    ],
    federatesThrough: 'Redmond',
  });
  const sites = store.sites.map(({ FederationRoute, ...site }) =>
    site.Identity === 'Site:Redmond' && FederationRoute !== undefined ? { ...site, FederationRoute } : site,
  );
  const sales = { Identity: 'Tag:Sales', DisableSavingIM: true, PolicyEntry: [{ Name: 'A', Value: '1' }] };
  return { ...store, sites, clientPolicies: [{ Identity: 'Global', IMWarning: 'Contoso' }, sales] };
}

const routed = {
  'access-policy.sites': ['Redmond'],
  'client-policy.target': 'leave',
  'edge.pools': pools,
  'edge.federation-routes': [
    { site: 'Redmond', pool: 'edge02.contoso.local' },
    { site: 'Dublin', pool: 'edge02.contoso.local' },
  ],
};
const routes = scriptFor(routed);
const copyOfSite = scriptFor({ ...routed, 'edge.federation-routes': [], 'client-policy.target': 'new-copy' });
const copyForUsers = scriptFor({
  'access-policy.scope': 'user',
  'access-policy.users': [ana, maria],
  'client-policy.target': 'new-copy',
});
const topology = (names: readonly string[]) => names.filter((name) => /Site|Topology/.test(name));

describe.skipIf(!hasDotnet())('the rollback script', () => {
  const bench = useBench();
  const apply = (script: string, store = installed()) => bench.run(script, { store, answers: yes });
  const back = (store: Store, folder: string, options: object = {}) =>
    bench.run(rollback, { name: '4-rollback.ps1', store, folder, answers: yes, ...options });

  it('leads each route back, then enables the topology once, each asked for by itself', async () => {
    const first = await apply(routes);
    const undone = await back(first.store, first.folder);
    expect(undone).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    expect(topology(undone.changed)).toEqual(['Set-CsSite', 'Set-CsSite', 'Enable-CsTopology']);
    expect(sorted(undone.store)).toEqual(sorted(installed()));
    const risky = undone.questions.map(({ caption }) => caption).filter((caption) => caption.startsWith('High risk'));
    expect(risky).toEqual([
      'High risk: Federation route of site Dublin',
      'High risk: Federation route of site Redmond',
      'High risk: Enabling the topology',
    ]);
  });

  it('shows and touches nothing with -WhatIf', async () => {
    const first = await apply(routes);
    const shown = await back(first.store, first.folder, { args: { WhatIf: true } });
    expect(shown).toMatchObject({ exitCode: 0, changed: [], store: first.store });
    expect(shown.text).toContain('To take back: Enabling the topology, after the route of: Dublin, Redmond');
    expect(shown.text).toContain('"Enable the topology, for the route of Dublin, Redmond"');
  });

  it('enables the topology in the next run where it failed in the first', async () => {
    const first = await apply(routes);
    const failed = await back(first.store, first.folder, { failAt: 6 });
    expect(failed).toMatchObject({ exitCode: 5, store: { topologyEnabled: false } });
    expect(failed.text).toContain('Not taken back: Enabling the topology');
    const again = await back(failed.store, first.folder);
    expect(again.exitCode).toBe(0);
    expect(again.store.topologyEnabled).toBe(true);
    expect(sorted(again.store)).toEqual(sorted(installed()));
  });

  it('stops where somebody else has led the way out elsewhere', async () => {
    const first = await apply(routes);
    const sites = first.store.sites.map((site) =>
      site.Identity === 'Site:Dublin' ? { ...site, FederationRoute: 'EdgeServer:edge01.contoso.local' } : site,
    );
    const stopped = await back({ ...first.store, sites }, first.folder);
    expect(stopped).toMatchObject({ exitCode: 4, changed: [] });
    expect(stopped.text).toContain("FederationRoute is 'EdgeServer:edge01.contoso.local', neither as before ($null)");
  });

  it.each([
    ['a site', copyOfSite],
    ['users', copyForUsers],
  ])('takes a copy for %s away, after the grants', async (_, script) => {
    const first = await apply(script);
    expect(first.exitCode).toBe(0);
    const undone = await back(first.store, first.folder);
    expect(undone).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    expect(sorted(undone.store)).toEqual(sorted(installed()));
  });

  it('leaves a copy that others hold by now, and lists it', async () => {
    const first = await apply(copyForUsers);
    const users = first.store.users.map((user) => ({ ...user, ClientPolicy: 'SkypeClients' }));
    const undone = await back({ ...first.store, users }, first.folder);
    expect(undone.exitCode).toBe(5);
    expect(undone.text).toContain('Client policy SkypeClients: it stays, as it is granted to others by now');
    expect(undone.store.clientPolicies.map(({ Identity }) => Identity)).toContain('Tag:SkypeClients');
  });
});
