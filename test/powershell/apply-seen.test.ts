import { describe, expect, it } from 'vitest';
import { products } from '../../src/facts/index.ts';
import type { Product } from '../../src/model/index.ts';
import { evidenceFile, item, items, person } from '../state/evidence-file.ts';
import { type Bench, entry, type Run, useBench, yes } from './bench.ts';
import { accessPolicy, hasDotnet, type RunOptions, type Store } from './engine.ts';
import { discoverFor, evidenceText, verifyFor } from './evidence.ts';
import { type Answers, changesSeeing, scriptFor, scriptSeeing } from './scripts.ts';
import { answersFor, plain, scopes, servers } from './servers.ts';

const force = { Force: true, AcceptHighRisk: true };
const advice = 'What to do: run 1-discover.ps1 here again';

/** The apply script whose plan goes by what discover saw on this server. */
async function seeing(bench: Bench, answers: Answers, store: Store): Promise<string> {
  const found = await bench.run(discoverFor(answers), { store, name: '1-discover.ps1' });
  expect(found.exitCode, found.text).toBe(0);
  return scriptSeeing(answers, evidenceText(found));
}

const serverOf = (name: string, product: Product): Store => {
  const server = servers[name];
  if (!server) throw new Error(`no server ${name}`);
  return server(plain(product));
};

describe.skipIf(!hasDotnet())('an apply script whose plan had evidence', () => {
  const bench = useBench();
  // Each pair of product and scope once, and each server at least once.
  const pairs = products.flatMap((product) => scopes.map((scope) => ({ product, scope })));
  const names = Object.keys(servers);
  const cases = pairs.map((pair, i) => ({ ...pair, server: names[i % names.length] ?? '' }));

  it('is tried with each server that an administrator meets', () => {
    expect(new Set(cases.map(({ server }) => server))).toEqual(new Set(names));
  });

  it.each(cases)('does on a server $server as without, and goes through again: $product, $scope', async (one) => {
    const answers = answersFor(one.product, one.scope);
    const store = serverOf(one.server, one.product);
    const script = await seeing(bench, answers, store);
    const without = await bench.run(scriptFor(answers), { store, args: force });
    const made = await bench.run(script, { store, args: force });
    expect(made, made.text).toMatchObject({ exitCode: without.exitCode, terminated: null, errors: [] });
    expect(made.text).not.toContain('Changed since');
    expect(made.store).toEqual(without.store);
    const again = await bench.run(script, { store: made.store, args: force });
    expect(again, again.text).toMatchObject({ exitCode: 0, changed: [] });
  });

  it.each(products.map((product, i) => [product, scopes[i % scopes.length] ?? 'site'] as const))(
    'leaves %s, scope %s, as the plan wants it, which the evidence of verify tells',
    async (product, scope) => {
      const answers = answersFor(product, scope);
      const store = serverOf('with a user who has other policies', product);
      const signs = async (script: string, on: Store, name: string) => {
        const run = await bench.run(script, { store: on, name });
        return changesSeeing(answers, evidenceText(run)).map(({ sign }) => sign);
      };
      const before = await signs(discoverFor(answers), store, '1-discover.ps1');
      expect(before).not.toContain('?');
      expect(before).toContain('~');
      const made = await bench.run(await seeing(bench, answers, store), { store, args: force });
      const after = await signs(verifyFor(answers), made.store, '3-verify.ps1');
      expect(new Set(after)).toEqual(new Set(['=']));
    },
  );

  it('has the topology ahead in the plan where a run before set a route and did not come to it', async () => {
    const store = serverOf('as installed', 'lync-2013');
    const script = scriptFor(routes);
    const whole = await bench.run(script, { store, args: force });
    const failAt = whole.changed.indexOf('Enable-CsTopology') + 1;
    expect(failAt).toBeGreaterThan(0);
    const failed = await bench.run(script, { store, args: force, failAt });
    expect(failed.exitCode).toBe(5);
    const signOfTopology = async ({ store: on, folder }: Pick<Run, 'store' | 'folder'>) => {
      const seen = await bench.run(discoverFor(routes), { store: on, folder, name: '1-discover.ps1' });
      const changes = changesSeeing(routes, evidenceText(seen));
      return changes.find(({ desired }) => desired.do === 'run')?.sign;
    };
    expect(await signOfTopology(failed)).toBe('~');
    expect(await signOfTopology(whole)).toBe('=');
  });

  it('asks and says what one without says, and nothing of the evidence', async () => {
    const answers = answersFor('lync-2013', 'site');
    const store = serverOf('as installed', 'lync-2013');
    const script = await seeing(bench, answers, store);
    const result = await bench.run(script, { store, answers: yes });
    expect(result.exitCode).toBe(0);
    expect(result.questions[0]?.message).toMatch(/^Make these \d changes on /);
  });
});

describe.skipIf(!hasDotnet())('the text of an apply script whose plan had evidence', () => {
  const bench = useBench();
  const odd = ["it's", '\u2018quoted\u2019', '$(Stop-Computer)', '`n; #> @', "'@", '%s \u2013', '\u{1f600}'];

  it.each(odd)('holds whatever a server calls its things as text: %s', async (name) => {
    const answers = { ...answersFor('lync-2013', 'user'), 'access-policy.users': ['ana@contoso.com'] };
    const parsed = (values: object, file: object = {}) => {
      const script = scriptSeeing(answers, JSON.stringify(evidenceFile({ items: { ...items, ...values }, ...file })));
      return bench.engine.parse(script.replace(/^\ufeff/, ''));
    };
    const provider = { Identity: name, ProxyFqdn: 'federation.messenger.msn.com', IconUrl: name };
    const holder = person('ana', { ExternalAccessPolicy: name });
    const given = await parsed({ publicProviders: item(provider), users: item(holder) }, { computer: name });
    const usual = await parsed({ users: item(person('ana')) });
    expect(given).toMatchObject({ errors: [], expandable: [] });
    expect(given.commands.map((command) => command.name)).toEqual(usual.commands.map((command) => command.name));
    const values = given.strings.map(({ value }) => value);
    expect(values).toContain(`CsPublicProvider|${name}`);
    expect(values.filter((value) => value === name).length).toBeGreaterThan(1);
  });
});

/** What somebody changes after the evidence was taken, and what is said of it; the server that it is changed on. */
type Since = {
  name: string;
  answers: Answers;
  server: string;
  change(store: Store): Store;
  said: string;
};

const proxy = 'federation.messenger.msn.com';
const setPolicy = (store: Store, identity: string, values: object): Store => ({
  ...store,
  externalAccessPolicies: store.externalAccessPolicies.map((policy) =>
    policy.Identity === identity ? { ...policy, ...values } : policy,
  ),
});
const setUser = (store: Store, position: number, values: object): Store => ({
  ...store,
  users: store.users.map((user, i) => (i === position ? { ...user, ...values } : user)),
});
const routes = {
  ...answersFor('lync-2013', 'site'),
  'edge.pools': [
    { name: 'sip.contoso.com', internal: 'edge01.contoso.local', site: 'Redmond' },
    { name: 'sip.contoso.com', internal: 'edge02.contoso.local', site: 'Dublin' },
  ],
  'edge.federation-routes': [{ site: 'Dublin', pool: 'edge02.contoso.local' }],
};

const since: readonly Since[] = [
  {
    name: 'a switch of the Edge was moved',
    answers: { ...answersFor('lync-2013', 'site'), 'edge.partner-discovery': true },
    server: 'as installed',
    change: (store) => ({ ...store, accessEdge: { ...store.accessEdge, EnablePartnerDiscovery: null } as never }),
    said: 'Access Edge configuration: partner discovery: EnablePartnerDiscovery is $null now and was $false',
  },
  {
    name: 'Global no longer lets people in from outside',
    answers: answersFor('lync-2013', 'site'),
    server: 'whose Global lets people in from outside',
    change: (store) => setPolicy(store, 'Global', { EnableOutsideAccess: false }),
    said: 'External access policy of site Redmond: EnableOutsideAccess, which it takes over, is $false now and was $true',
  },
  {
    name: 'a site got a policy',
    answers: answersFor('lync-2013', 'site'),
    server: 'as installed',
    change: (store) => ({
      ...store,
      externalAccessPolicies: [...store.externalAccessPolicies, accessPolicy('Site:Redmond')],
    }),
    said: 'External access policy of site Redmond is there now and was not then',
  },
  {
    name: 'a policy of a site is gone',
    answers: answersFor('lync-2013', 'site'),
    server: 'whose sites have policies with other flags',
    change: (store) => ({
      ...store,
      externalAccessPolicies: store.externalAccessPolicies.filter(({ Identity }) => Identity !== 'Site:Dublin'),
    }),
    said: 'External access policy of site Dublin was there and is gone',
  },
  {
    name: 'a value of Global was changed',
    answers: answersFor('sfb-2015', 'global'),
    server: 'as installed',
    change: (store) => setPolicy(store, 'Global', { EnablePublicCloudAccess: null }),
    said: 'External access policy Global: EnablePublicCloudAccess is $null now and was $false',
  },
  {
    name: 'the provider was replaced by another with its proxy',
    answers: answersFor('sfb-2019', 'site'),
    server: 'with a legacy entry of the same proxy',
    change: (store) => ({
      ...store,
      publicProviders: store.publicProviders.map((one) =>
        one.ProxyFqdn === proxy ? entry('Legacy', { ProxyFqdn: proxy, Enabled: true }) : one,
      ),
    }),
    said: 'Public provider Legacy is there now and was not then',
  },
  {
    name: 'the entry in the way was switched on',
    answers: answersFor('lync-2013', 'site'),
    server: 'with a legacy entry of the same proxy',
    change: (store) => ({
      ...store,
      publicProviders: store.publicProviders.map((one) => (one.ProxyFqdn === proxy ? { ...one, Enabled: true } : one)),
    }),
    said: 'Public provider Messenger: Enabled is $true now and was $false',
  },
  {
    name: 'our provider has a third level',
    answers: answersFor('lync-2013', 'site'),
    server: 'whose provider has another level',
    change: (store) => ({
      ...store,
      publicProviders: store.publicProviders.map((one) =>
        one.ProxyFqdn === proxy ? { ...one, VerificationLevel: 'AlwaysVerifiable' } : one,
      ),
    }),
    said: "Public provider Skype: VerificationLevel is 0 now and was 'AlwaysUnverifiable'",
  },
  {
    name: 'the client policy in force blocks now',
    answers: answersFor('lync-2013', 'site'),
    server: 'as installed',
    change: (store) => ({
      ...store,
      clientPolicies: [{ Identity: 'Global', BlockConversationFromFederatedContacts: true }],
    }),
    said: 'BlockConversationFromFederatedContacts is $true now and was $null',
  },
  {
    name: 'another client policy is in force for a site',
    answers: answersFor('lync-2013', 'site'),
    server: 'as installed',
    change: (store) => ({ ...store, clientPolicies: [...store.clientPolicies, { Identity: 'Site:Dublin' }] }),
    said: 'Site:Dublin is there now and was not then',
  },
  {
    name: 'another client policy would be copied',
    answers: { ...answersFor('lync-2013', 'user'), 'client-policy.target': 'new-copy' },
    server: 'as installed',
    change: (store) => {
      const clientPolicies = [...store.clientPolicies, { Identity: 'Tag:Quiet', DisableSavingIM: true }];
      return setUser(setUser({ ...store, clientPolicies }, 0, { ClientPolicy: 'Quiet' }), 1, { ClientPolicy: 'Quiet' });
    },
    said: 'Quiet is in force now, of which it would be a copy, and it was Global',
  },
  {
    name: 'a user got another policy',
    answers: answersFor('lync-2013', 'user'),
    server: 'with a user who has other policies',
    change: (store) => setUser(store, 0, { ExternalAccessPolicy: 'Sales' }),
    said: "ana@contoso.com has 'Sales' now and had $null",
  },
  {
    name: 'a user lost a policy, on Lync Server 2010',
    answers: answersFor('lync-2010', 'user'),
    server: 'with a user who has other policies',
    change: (store) => setUser(store, 1, { ExternalAccessPolicy: null }),
    said: "maria@contoso.com has $null now and had 'Sales'",
  },
  {
    name: 'a route leads elsewhere',
    answers: routes,
    server: 'as installed',
    change: (store) => ({
      ...store,
      sites: store.sites.map((site) => ({ ...site, FederationRoute: 'EdgeServer:edge01.contoso.local' })),
    }),
    said: "Federation route of site Dublin: FederationRoute is 'EdgeServer:edge01.contoso.local' now and was $null",
  },
];

describe.skipIf(!hasDotnet())('a server that was changed since the evidence', () => {
  const bench = useBench();
  const productOf = (answers: Answers) => answers['deployment.product'] as Product;

  it.each(since)('stops the script before any change: $name', async ({ answers, server, change, said }) => {
    const before = serverOf(server, productOf(answers));
    const script = await seeing(bench, answers, before);
    const store = change(before);
    const result: Run = await bench.run(script, { store, args: force });
    expect(result, result.text).toMatchObject({ exitCode: 4, terminated: null, changed: [], questions: [] });
    expect(result.text).toMatch(/Stop: Changed since the evidence of \d{4}-\d\d-\d\d \d\d:\d\d UTC from \S+: /);
    expect(result.text).toContain(said);
    expect(result.text).toContain(advice);
    expect(result.files.filter((name) => /state|backup/.test(name))).toEqual([]);
  });

  it('stops it with a person there, and under -WhatIf, too', async () => {
    const answers = answersFor('lync-2013', 'site');
    const before = serverOf('as installed', 'lync-2013');
    const script = await seeing(bench, answers, before);
    const store = setPolicy(before, 'Global', { EnableOutsideAccess: true });
    for (const options of [{ answers: yes }, { args: { WhatIf: true } }] satisfies Partial<RunOptions>[]) {
      const result = await bench.run(script, { store, ...options });
      expect(result, result.text).toMatchObject({ exitCode: 4, changed: [], questions: [] });
    }
  });

  it('goes through once it was seen anew', async () => {
    const [first] = since;
    if (!first) throw new Error('nothing changes');
    const { answers, server, change } = first;
    const store = change(serverOf(server, productOf(answers)));
    const result = await bench.run(await seeing(bench, answers, store), { store, args: force });
    expect(result.exitCode, result.text).toBe(0);
  });

  it('goes through where it was brought by hand to what is wanted, or something else was changed', async () => {
    const answers = answersFor('lync-2013', 'site');
    const before = serverOf('with open federation on', 'lync-2013');
    const script = await seeing(bench, answers, {
      ...before,
      accessEdge: { ...before.accessEdge, AllowFederatedUsers: false },
    });
    const other = { ...before, clientPolicies: [...before.clientPolicies, { Identity: 'Tag:Sales' }] };
    const result = await bench.run(script, {
      store: setPolicy(other, 'Global', { EnableFederationAccess: true }),
      args: force,
    });
    expect(result.exitCode, result.text).toBe(0);
  });

  it('goes through again after a failure at each changing call', async () => {
    const product = 'lync-2010';
    const answers = answersFor(product, 'user');
    const store = serverOf('with our name at another proxy, and our proxy at another name', product);
    const script = await seeing(bench, answers, store);
    const whole = await bench.run(script, { store, args: force });
    for (let failAt = 1; failAt <= whole.changed.length; failAt++) {
      const failed = await bench.run(script, { store, args: force, failAt });
      const again = await bench.run(script, { store: failed.store, folder: failed.folder, args: force });
      expect(again, `call ${failAt}: ${again.text}`).toMatchObject({ exitCode: 0, terminated: null });
    }
  });

  it('goes through where the process ended between removing an entry and making the new one', async () => {
    const answers = answersFor('lync-2013', 'site');
    const store = serverOf('whose provider has another icon', 'lync-2013');
    const script = await seeing(bench, answers, store);
    const whole = await bench.run(script, { store, args: force });
    const call = whole.changed.indexOf('Remove-CsPublicProvider') + 1;
    const ended = await bench.run(script, { store, args: force, endAt: { call, made: true } });
    expect(ended.store.publicProviders.map(({ Identity }) => Identity)).not.toContain('Skype');
    const again = await bench.run(script, { store: ended.store, folder: ended.folder, args: force });
    expect(again.exitCode, again.text).toBe(0);
    expect(again.store.publicProviders.map(({ Identity }) => Identity)).toContain('Skype');
  });

  it('goes through where the evidence has more of a provider than apply reads on the product', async () => {
    const answers = answersFor('lync-2010', 'site');
    const store = serverOf('with a legacy entry of the same proxy', 'lync-2010');
    const found = await bench.run(discoverFor(answers), { store, name: '1-discover.ps1' });
    const evidence = JSON.parse(evidenceText(found));
    for (const provider of evidence.items.publicProviders.values) provider.IconUrl = 'https://contoso.com/icon.png';
    const result = await bench.run(scriptSeeing(answers, JSON.stringify(evidence)), { store, args: force });
    expect(result, result.text).toMatchObject({ exitCode: 0, terminated: null });
    expect(result.changed).toContain('Remove-CsPublicProvider');
  });

  it('stops again where somebody changed what an earlier run had made', async () => {
    const answers = answersFor('lync-2013', 'site');
    const store = serverOf('as installed', 'lync-2013');
    const script = await seeing(bench, answers, store);
    const made = await bench.run(script, { store, args: force });
    const changed = setPolicy(made.store, 'Site:Redmond', { EnablePublicCloudAccess: false });
    const again = await bench.run(script, { store: changed, folder: made.folder, args: force });
    expect(again, again.text).toMatchObject({ exitCode: 4, changed: [] });
    expect(again.text).toContain('EnablePublicCloudAccess is $false now and was not there');
  });

  it('goes by the evidence that names nobody as far as it tells', async () => {
    const answers = answersFor('lync-2013', 'user');
    const store = serverOf('with a user who has other policies', 'lync-2013');
    const found = await bench.run(discoverFor(answers), { store, name: '1-discover.ps1', args: { NoUserNames: true } });
    const script = scriptSeeing(answers, evidenceText(found));
    const result = await bench.run(script, {
      store: setUser(store, 0, { ExternalAccessPolicy: 'Sales' }),
      args: force,
    });
    expect(result.text).not.toContain('Changed since');
    const edge = { ...store, accessEdge: { ...store.accessEdge, AllowFederatedUsers: null } as never };
    const stopped = await bench.run(script, { store: edge, args: force });
    expect(stopped, stopped.text).toMatchObject({ exitCode: 4, changed: [] });
  });
});
