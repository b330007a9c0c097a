import { describe, expect, it } from 'vitest';
import type { Change } from '../../src/model/index.ts';
import { countOfChanges, planOf, seenInShort, seenWhole, things } from '../../src/plan/index.ts';
import { readEvidence } from '../../src/state/index.ts';
import { evidenceFile, item, items, parametersSeen, person } from '../state/evidence-file.ts';
import { viewWith } from '../steps/view.ts';

type Answers = Readonly<Record<string, unknown>>;

/** The plan of these answers, set against a server with these items in place of Contoso's. */
function planSeeing(answers: Answers, seen: object = {}, file: object = {}): readonly Change[] {
  const read = readEvidence(evidenceFile({ items: { ...items, ...seen }, ...file }));
  if (read.state === 'wrong') throw new Error(read.said);
  return planOf(viewWith(answers, [], [{ ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' }]));
}

const icon = 'https://images.edge.messenger.live.com/Messenger_16x16.png';
const sites = { 'access-policy.scope': 'site', 'access-policy.sites': ['Redmond', 'Dublin'] };
const people = { 'access-policy.scope': 'user', 'access-policy.users': ['ana@contoso.com', 'maria@contoso.local'] };
const told = (changes: readonly Change[]) =>
  changes.map((change) => `${change.sign} ${change.desired.title}: ${seenInShort(change)}`);
const one = (changes: readonly Change[], id: string) => {
  const change = changes.find(({ desired }) => desired.id === id);
  if (!change) throw new Error(`no change ${id}`);
  return change;
};

describe('a plan without evidence', () => {
  it('knows nothing of the server', () => {
    const changes = planOf(viewWith(sites));
    expect(changes.every(({ sign, seen }) => sign === '?' && seen === undefined)).toBe(true);
    expect(changes.flatMap(seenWhole)).toEqual([]);
    expect(countOfChanges(changes)).toBe('5 changes');
  });
});

describe('a plan set against what was seen', () => {
  it('tells what is new, changed, removed and as wanted', () => {
    expect(told(planSeeing(sites))).toEqual([
      '~ Access Edge configuration: federation: AllowFederatedUsers False -> True',
      '+ External access policy of site Redmond: new, 5 values',
      '~ External access policy of site Dublin: EnablePublicCloudAccess False -> True, EnablePublicCloudAudioVideoAccess False -> True',
      '+ Public provider Skype: Messenger goes; Skype: new, 6 values',
      '~ Client policy in force for Redmond and Dublin: Global: EnableNotificationForNewSubscribers not set -> True, BlockConversationFromFederatedContacts not set -> False',
    ]);
  });

  it('says whole what each object was and will be', () => {
    const changes = planSeeing(sites);
    expect(seenWhole(one(changes, 'access-policy.site:Redmond'))).toEqual([
      '+ Site:Redmond: EnableFederationAccess True, EnablePublicCloudAccess True, EnablePublicCloudAudioVideoAccess True, EnableOutsideAccess True (as in force), EnableXmppAccess False (as in force)',
    ]);
    expect(seenWhole(one(changes, 'skype-provider.provider'))[0]).toBe(
      '- Messenger: goes, with ProxyFqdn federation.messenger.msn.com, VerificationLevel UseSourceVerification, Enabled False',
    );
    expect(seenWhole(one(changes, 'client-policy.in-force'))).toContain('= Site:Dublin: as wanted');
  });

  it('counts what changes, what is as wanted and what is not known', () => {
    const changes = planSeeing(sites, {
      accessEdge: item({ Identity: 'Global', AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' }),
      hostingProviders: { at: '2025-11-03T14:10:00Z', read: false, why: 'no right' },
    });
    expect(countOfChanges(changes)).toBe('3 changes, 1 unknown, 1 as wanted');
    expect(seenInShort(one(changes, 'skype-provider.provider'))).toBe(
      'hosting providers were not seen: it could not be read: no right',
    );
  });

  it('takes a site by its DisplayName, and stops at one that is not there', () => {
    const named = planSeeing({ ...sites, 'access-policy.sites': ['dublin, ireland'] });
    expect(named[1]?.seen?.objects[0]?.identity).toBe('Site:Dublin');
    const unknown = planSeeing({ ...sites, 'access-policy.sites': ['Tacoma'] });
    expect(told(unknown)[1]).toBe(
      '? External access policy of site Tacoma: the script would stop: 0 sites have the Identity or DisplayName Tacoma, not one',
    );
  });

  it('changes a site once that is named by its Identity and by its DisplayName', () => {
    const twice = { ...sites, 'access-policy.sites': ['Dublin', 'dublin, ireland', 'Redmond'] };
    const ids = (changes: readonly Change[]) => changes.map(({ desired }) => desired.id);
    const copied = ids(planSeeing({ ...twice, 'client-policy.target': 'new-copy' }));
    expect(copied.filter((id) => id.includes('.site:'))).toEqual([
      ...['access-policy.site:Dublin', 'access-policy.site:Redmond'],
      ...['client-policy.site:Dublin', 'client-policy.site:Redmond'],
    ]);
    expect(one(planSeeing(twice), 'client-policy.in-force').desired.title).toBe(
      'Client policy in force for Dublin and Redmond',
    );
    expect(ids(planOf(viewWith(twice)))).toContain('access-policy.site:dublin, ireland');
  });

  it('stops at default routing, unless it is to be switched', () => {
    const accessEdge = item({ Identity: 'Global', AllowFederatedUsers: false, RoutingMethod: 'UseDefaultRouting' });
    expect(told(planSeeing(sites, { accessEdge }))[0]).toContain(
      'the script would stop: RoutingMethod is UseDefaultRouting, and UseDnsSrvRouting is needed',
    );
    const switching = { ...sites, 'edge.routing': 'switch-to-dns-srv' };
    expect(told(planSeeing(switching, { accessEdge }))[0]).toBe(
      '~ Access Edge configuration: routing: RoutingMethod UseDefaultRouting -> UseDnsSrvRouting, EnablePartnerDiscovery not set -> False',
    );
    expect(planSeeing(switching)[0]?.sign).toBe('=');
    const third = item({ Identity: 'Global', RoutingMethod: 'Other' });
    expect(told(planSeeing(switching, { accessEdge: third }))[0]).toContain('neither UseDefaultRouting nor');
  });

  it('knows a provider that is as wanted, one that Set- mends, and one that is made anew', () => {
    const skype = {
      ...{ Identity: 'skype', ProxyFqdn: 'Federation.messenger.msn.com', IconUrl: icon, Enabled: true },
      ...{ NameDecorationRoutingDomain: 'msn.com', VerificationLevel: { name: 'UseSourceVerification', number: 2 } },
      NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
    };
    const provider = (values: object) =>
      one(planSeeing(sites, { publicProviders: item({ ...skype, ...values }) }), 'skype-provider.provider');
    expect(provider({}).sign).toBe('=');
    expect(seenInShort(provider({ Enabled: false }))).toBe('Enabled False -> True');
    expect(seenInShort(provider({ IconUrl: null }))).toBe(`IconUrl not set -> ${icon}`);
  });

  it('leaves out of a provider what the server has no parameter for', () => {
    const before = planSeeing(sites, { parameters: parametersSeen(['IconUrl']) });
    expect(told(before)[3]).toBe('+ Public provider Skype: Messenger goes; Skype: new, 4 values');
    expect(seenWhole(one(before, 'skype-provider.provider'))[1]).toMatch(
      /, Enabled True; left out, for this server has no such parameter: NameDecorationRoutingDomain, NameDecorationExcludedDomainList$/,
    );
    const messenger = items.publicProviders.values[0] as object;
    const skype = { ...messenger, Identity: 'Skype', Enabled: true, IconUrl: icon };
    const there = { parameters: parametersSeen(['IconUrl']), publicProviders: item(skype) };
    const done = one(planSeeing(sites, there), 'skype-provider.provider');
    expect(seenWhole(done)[0]).toMatch(/^= Skype: as wanted; left out, for this server has no such parameter: Name/);
    const after = one(planSeeing(sites, { publicProviders: item(skype) }), 'skype-provider.provider');
    expect(seenInShort(after)).toContain('NameDecorationRoutingDomain not set -> msn.com');
  });

  it('says what a provider depends on where the parameters of the server were not seen', () => {
    const parameters = { at: '2025-11-03T14:10:00Z', read: false, why: 'no right' };
    const changes = planSeeing(sites, { parameters });
    expect(told(changes)[3]).toContain('Skype: new, 4 values, 2 more where the server takes them');
    expect(seenWhole(one(changes, 'skype-provider.provider'))[1]).toMatch(
      /, Enabled True; only where New-CsPublicProvider has such a parameter there: NameDecorationRoutingDomain msn.com, Name/,
    );
    const beforeCu5 = {
      ...{ Identity: 'Skype', ProxyFqdn: 'federation.messenger.msn.com', IconUrl: icon, Enabled: true },
      VerificationLevel: { name: 'UseSourceVerification', number: 2 },
    };
    const old = planSeeing(sites, { publicProviders: item(beforeCu5), parameters });
    expect(one(old, 'skype-provider.provider').sign).toBe('=');
  });

  it('leaves a switch out of a policy where its cmdlet does not take it', () => {
    const parameters = parametersSeen([], ['EnableFederationAccess', 'EnablePublicCloudAccess', 'EnableOutsideAccess']);
    const changes = planSeeing({ ...sites, 'access-policy.xmpp': true }, { parameters });
    expect(one(changes, 'access-policy.site:Redmond').seen?.objects[0]).toMatchObject({
      wanted: { EnableFederationAccess: true, EnablePublicCloudAccess: true, EnablePublicCloudAudioVideoAccess: true },
      kept: { EnableOutsideAccess: true },
      lacks: ['EnableXmppAccess'],
    });
    expect(seenInShort(one(changes, 'access-policy.site:Dublin'))).not.toContain('EnableXmppAccess');
  });

  it('stops at a hosting provider with the proxy, and at an entry that is not to be replaced', () => {
    const hosted = planSeeing(sites, {
      hostingProviders: item({ Identity: 'Online', ProxyFqdn: 'federation.messenger.msn.com' }),
    });
    expect(seenInShort(one(hosted, 'skype-provider.provider'))).toContain('the hosting provider Online');
    const kept = planSeeing({ ...sites, 'skype-provider.replace': false });
    expect(seenInShort(one(kept, 'skype-provider.provider'))).toContain('Messenger is in the way');
  });

  it('tells for users what each has, by SIP address and UPN', () => {
    const changes = planSeeing({
      ...people,
      'client-policy.scope': 'user',
      'client-policy.users': ['ana@contoso.com'],
    });
    const grant = one(changes, 'access-policy.grant');
    expect(seenInShort(grant)).toBe('2 of 2 users');
    expect(seenWhole(grant)).toEqual([
      '~ ana@contoso.com: Policy not set -> SkypeUsers',
      '~ maria@contoso.local: Policy Sales -> SkypeUsers',
    ]);
    expect(one(changes, 'client-policy.in-force').seen?.objects.map(({ identity }) => identity)).toEqual(['Global']);
  });

  it('takes over for users what is in force for all of them, and stops where they differ', () => {
    expect(one(planSeeing(people), 'access-policy.policy').seen?.objects[0]?.kept).toEqual({
      EnableOutsideAccess: true,
      EnableXmppAccess: false,
    });
    const externalAccessPolicies = item(...items.externalAccessPolicies.values.slice(0, 2), {
      Identity: 'Tag:Sales',
      EnableOutsideAccess: false,
      EnableXmppAccess: false,
    });
    expect(seenInShort(one(planSeeing(people, { externalAccessPolicies }), 'access-policy.policy'))).toBe(
      'the script would stop: EnableOutsideAccess is to stay, and differs between Global, Sales',
    );
  });

  it('names those whom the scripts leave out, and tells of the others', () => {
    const elsewhere = { HostingProvider: 'sipfed.online.lync.com' };
    const users = item(
      person('ana', { Enabled: false, ExternalAccessPolicy: 'SkypeUsers' }),
      person('maria', elsewhere),
      person('thomas', { HostingProvider: '' }),
      person('yang', { UserPrincipalName: 'thomas.hardy@contoso.com' }),
      person('thomas.hardy'),
      person('howard', { ExternalAccessPolicy: 'SkypeUsers' }),
    );
    const namedUsers = item({ asked: 'nobody@contoso.com', found: 0 }, { asked: 'ana@contoso.com', found: 1 });
    const grantTo = (...names: readonly string[]) =>
      one(planSeeing({ ...people, 'access-policy.users': names }, { users, namedUsers }), 'access-policy.grant');
    const grant = grantTo(
      ...['thomas@contoso.com', 'ana@contoso.com', 'maria@contoso.local', 'Nobody@contoso.com'],
      ...['thomas.hardy@contoso.com', 'howard@contoso.com'],
    );
    expect(grant.sign).toBe('~');
    expect(seenInShort(grant)).toBe(
      '1 of 6 users; 4 left out: ana@contoso.com is not enabled on the server, ' +
        'maria@contoso.local is homed at sipfed.online.lync.com, not on the server, ' +
        "Nobody@contoso.com is no user's SIP address or user principal name and 1 more",
    );
    expect(seenWhole(grant)).toEqual([
      '~ thomas@contoso.com: Policy not set -> SkypeUsers',
      '= howard@contoso.com: as wanted',
      'left out: ana@contoso.com is not enabled on the server',
      'left out: maria@contoso.local is homed at sipfed.online.lync.com, not on the server',
      "left out: Nobody@contoso.com is no user's SIP address or user principal name",
      'left out: thomas.hardy@contoso.com is a name of more than one user',
    ]);
    expect(grant.seen?.objects.find(({ identity }) => identity === 'ana@contoso.com')?.now).toEqual({
      Policy: 'SkypeUsers',
    });
    const { reaches, commands, undo } = grant;
    expect(reaches.markdown).toBe('2 of the 6 users, one by one; the policy that each had before is recorded.');
    for (const some of [commands, undo])
      expect(some.map(({ args }) => args.Identity)).toEqual(['thomas@contoso.com', 'howard@contoso.com']);
    const done = grantTo('howard@contoso.com', 'ana@contoso.com');
    expect(done.sign).toBe('=');
    expect(seenInShort(done)).toBe('as wanted; 1 left out: ana@contoso.com is not enabled on the server');
  });

  it('stops where the script would leave out everybody', () => {
    const users = item(person('ana', { Enabled: false }));
    const changes = planSeeing({ ...people, 'access-policy.users': ['ana@contoso.com'] }, { users });
    for (const id of ['access-policy.policy', 'access-policy.grant']) {
      expect(seenInShort(one(changes, id))).toContain(
        'the script would stop: nobody of the list can be granted a policy',
      );
    }
    const grant = one(changes, 'access-policy.grant');
    expect(seenWhole(grant)).toContain('left out: ana@contoso.com is not enabled on the server');
    expect(grant).toMatchObject({ commands: [], undo: [] });
    expect(grant.reaches.markdown).toBe('Nobody: each one who is named is left out.');
  });

  it('leaves out of what is in force and of what is taken over whom the scripts leave out', () => {
    const users = item(
      person('ana', { ExternalAccessPolicy: 'Sales', ClientPolicy: 'Quiet', Enabled: false }),
      person('maria'),
    );
    const both = ['ana@contoso.com', 'maria@contoso.com'];
    const scope = { 'client-policy.scope': 'user', 'access-policy.users': both };
    const changes = planSeeing({ ...people, ...scope, 'client-policy.users': both }, { users });
    const inForce = one(changes, 'client-policy.in-force');
    expect(inForce.seen?.objects.map(({ identity }) => identity)).toEqual(['Global']);
    expect(seenWhole(inForce)).toContain('left out: ana@contoso.com is not enabled on the server');
    expect(inForce.reaches.markdown).toContain('the policy in force for maria@contoso.com holds');
    expect(inForce.commands[0]?.if).toBe('for each policy in force for the user');
    expect(one(changes, 'access-policy.policy').seen?.objects[0]?.kept?.EnableOutsideAccess).toBe(true);
    const alone = planSeeing({ ...people, ...scope, 'client-policy.users': ['ana@contoso.com'] }, { users });
    expect(one(alone, 'client-policy.in-force').sign).toBe('?');
    expect(seenInShort(one(alone, 'client-policy.in-force'))).toBe(
      'the script would leave out all of them; 1 left out: ana@contoso.com is not enabled on the server',
    );
    expect(one(alone, 'client-policy.in-force').commands).toEqual([]);
  });

  it('tells an empty text as none', () => {
    const provider = { ...(items.publicProviders.values[0] as object), Identity: 'Skype', IconUrl: '' };
    const changes = planSeeing(sites, { publicProviders: item(provider) });
    expect(seenWhole(one(changes, 'skype-provider.provider')).join()).toContain('IconUrl not set -> https://');
  });

  it('takes names of policies that differ in case alone for one', () => {
    const users = item(person('ana', { ClientPolicy: 'Sales' }), person('maria', { EffectiveClientPolicy: 'SALES' }));
    const clientPolicies = item(...items.clientPolicies.values.slice(0, 1), {
      Identity: 'Tag:sales',
      EnableNotificationForNewSubscribers: null,
      BlockConversationFromFederatedContacts: null,
    });
    const both = { 'client-policy.scope': 'user', 'client-policy.users': ['ana@contoso.com', 'maria@contoso.com'] };
    const copied = planSeeing({ ...both, 'client-policy.target': 'new-copy' }, { users, clientPolicies });
    expect(one(copied, 'client-policy.policy').seen?.objects[0]?.copyOf?.toLowerCase()).toBe('sales');
    const inForce = one(planSeeing(both, { users, clientPolicies }), 'client-policy.in-force');
    expect(inForce.seen?.objects.map(({ identity }) => identity)).toEqual(['sales']);
  });

  it('takes over nothing that the server lacks', () => {
    const { EnableXmppAccess: _, ...flags } = items.externalAccessPolicies.values[0] as Record<string, unknown>;
    const parameters = { at: '2025-11-03T14:10:00Z', read: false, why: 'no right' };
    const changes = planSeeing(sites, { externalAccessPolicies: item(flags), parameters });
    expect(one(changes, 'access-policy.site:Redmond').seen?.objects[0]?.kept).toEqual({ EnableOutsideAccess: true });
  });

  it('does not know of users who were not named then, or whose names are hashed', () => {
    const unnamed = planSeeing({ ...people, 'access-policy.users': ['ana@contoso.com', 'nobody@contoso.com'] });
    const grant = one(unnamed, 'access-policy.grant');
    expect([grant.sign, seenInShort(grant)]).toEqual(['~', '1 of 2 users; not seen: nobody@contoso.com']);
    expect(seenWhole(grant)).toEqual([
      'not seen: nobody@contoso.com',
      '~ ana@contoso.com: Policy not set -> SkypeUsers',
    ]);
    const had = item(person('ana', { ExternalAccessPolicy: 'SkypeUsers' }));
    const names = { ...people, 'access-policy.users': ['ana@contoso.com', 'nobody@contoso.com'] };
    const rest = one(planSeeing(names, { users: had }), 'access-policy.grant');
    expect([rest.sign, seenInShort(rest)]).toEqual(['?', 'the others as wanted; not seen: nobody@contoso.com']);
    const hashed = planSeeing(people, {}, { people: 'hashes' });
    expect(seenInShort(one(hashed, 'access-policy.grant'))).toContain('-NoUserNames');
    expect(one(planSeeing(sites, {}, { people: 'hashes' }), 'client-policy.in-force').sign).toBe('~');
  });

  describe('of somebody for whom what is in force was not seen', () => {
    const users = item(
      person('ana'),
      person('maria', { EffectiveExternalAccessPolicy: null, EffectiveClientPolicy: null }),
    );
    const both = ['ana@contoso.com', 'maria@contoso.com'];
    const scope = {
      ...people,
      'client-policy.scope': 'user',
      'access-policy.users': both,
      'client-policy.users': both,
    };
    const unseen = 'what is in force was not seen for maria@contoso.com';
    const inForce = (seen: object) => one(planSeeing(scope, { users, ...seen }), 'client-policy.in-force');

    it('tells what is in force for the others, and names them', () => {
      const change = inForce({});
      expect(change.sign).toBe('~');
      expect(seenInShort(change)).toMatch(new RegExp(`^Global: .+ -> True, .+ -> False; ${unseen}$`));
      expect(seenWhole(change)).toEqual([unseen, expect.stringMatching(/^~ Global: /)]);
    });

    it('knows of no change where nothing changes for the others', () => {
      const clientPolicies = item({
        ...{ Identity: 'Global', EnableNotificationForNewSubscribers: true },
        BlockConversationFromFederatedContacts: false,
      });
      const change = inForce({ clientPolicies });
      expect([change.sign, seenInShort(change)]).toEqual(['?', `the others as wanted; ${unseen}`]);
    });

    it('takes over for a new policy what is in force for the others, and copies that', () => {
      const copied = planSeeing({ ...scope, 'client-policy.target': 'new-copy' }, { users });
      expect(one(copied, 'access-policy.policy')).toMatchObject({
        sign: '+',
        seen: { objects: [{ kept: { EnableOutsideAccess: true } }], but: { says: unseen } },
      });
      expect(one(copied, 'client-policy.policy')).toMatchObject({
        sign: '+',
        seen: { objects: [{ copyOf: 'Global' }], but: { says: unseen } },
      });
    });

    it('tells nothing where there are no others, and of a policy that was granted and not found', () => {
      const alone = { ...scope, 'access-policy.users': both.slice(1), 'client-policy.users': both.slice(1) };
      const changes = planSeeing(alone, { users });
      for (const id of ['access-policy.policy', 'client-policy.in-force'])
        expect([one(changes, id).sign, seenInShort(one(changes, id))]).toEqual(['?', unseen]);
      const gone = item(person('ana'), person('maria', { ClientPolicy: 'Gone' }));
      expect(seenInShort(inForce({ users: gone }))).toMatch(new RegExp(`; ${unseen}$`));
    });

    it('says nothing of them where the policy is there already, which takes over nothing', () => {
      const externalAccessPolicies = item(...items.externalAccessPolicies.values, { Identity: 'Tag:SkypeUsers' });
      const { sign, seen } = one(planSeeing(scope, { users, externalAccessPolicies }), 'access-policy.policy');
      expect([sign, seen?.but]).toEqual(['~', undefined]);
    });
  });

  it('tells from which policy a copy is made', () => {
    const changes = planSeeing({ ...sites, 'client-policy.target': 'new-copy' });
    expect(told(changes).slice(-2)).toEqual([
      '+ Client policy of site Redmond: new, a copy of Global',
      '= Client policy of site Dublin: as wanted',
    ]);
  });

  it('enables the topology where a route changes', () => {
    const routed = (site: string) =>
      planSeeing({
        ...sites,
        'edge.pools': [{ name: 'sip.contoso.com', internal: 'edge02.contoso.local' }],
        'edge.federation-routes': [{ site, pool: 'edge02.contoso.local' }],
      });
    expect(one(routed('Redmond'), 'edge.topology').sign).toBe('~');
    expect(told(routed('Dublin')).slice(1, 3)).toEqual([
      '= Federation route of site Dublin: as wanted',
      '= Enabling the topology: not needed',
    ]);
    expect(one(routed('Tacoma'), 'edge.topology').sign).toBe('?');
  });
});

describe('what is kept of evidence', () => {
  it('has every value that a plan sets', () => {
    const changes = planSeeing({ ...sites, 'edge.partner-discovery': true, 'access-policy.xmpp': true });
    const asked = changes.flatMap(({ desired, seen }) =>
      desired.do === 'ensure' && desired.kind !== 'provider'
        ? (seen?.objects ?? []).flatMap(({ now }) => (now ? [[Object.keys(now), Object.keys(desired.set)]] : []))
        : [],
    );
    expect(asked.length).toBeGreaterThan(3);
    for (const [known, set] of asked) expect(known).toEqual(set);
  });

  it('has every value of a provider', () => {
    const whole = [...new Set(Object.values(things.provider.whole ?? {}).flat())].toSorted();
    const provider = Object.fromEntries(whole.map((name) => [name, true]));
    const changes = planSeeing(sites, { publicProviders: item({ ...provider, Identity: 'Skype' }) });
    const [object] = one(changes, 'skype-provider.provider').seen?.objects ?? [];
    expect(Object.keys(object?.now ?? {}).toSorted()).toEqual(whole);
  });
});
