import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, Rollout } from '../../src/model/index.ts';
import { evidenceShape } from '../../src/state/evidence-shape.ts';
import { applyEvent, readEvidence, readGiven, viewOf } from '../../src/state/index.ts';
import { readRollout } from '../../src/state/schema.ts';
import { happen, nothingYet, today } from './arbitrary.ts';
import { evidenceFile, item, items, person } from './evidence-file.ts';

const read = (values: object = {}) => {
  const found = readEvidence(evidenceFile(values));
  if (found.state === 'wrong') throw new Error(found.said);
  return found;
};
const seenIn = (values: object) => read({ items: { ...items, ...values } }).evidence.seen;

describe('an evidence file', () => {
  test('says where and when it was seen, and for which rollout', () => {
    expect(read()).toMatchObject({
      rollout: 'contoso',
      unread: [],
      evidence: { at: '2025-11-03T14:10:00.123Z', computer: 'FE01', script: 'discover', place: 'front-end' },
    });
  });

  test('says which product the server is, where that was read, on an Edge Server too', () => {
    const serverVersion = item('Microsoft Lync Server 2013 (5.0.8308.0)');
    const found = read({ items: { ...items, serverVersion }, place: 'edge' });
    expect(found.evidence.serverVersion).toBe('Microsoft Lync Server 2013 (5.0.8308.0)');
    expect(read().evidence).not.toHaveProperty('serverVersion');
    expect(read({ items: { ...items, serverVersion: item(7) } }).evidence).not.toHaveProperty('serverVersion');
  });

  test('is kept as far as the plan needs it', () => {
    const seen = read().evidence.seen;
    expect(seen?.things['access-edge']).toEqual([
      {
        identity: 'Global',
        values: { AllowFederatedUsers: false, EnablePartnerDiscovery: false, RoutingMethod: 'UseDnsSrvRouting' },
      },
    ]);
    expect(seen?.things.provider?.[0]).toMatchObject({
      identity: 'Messenger',
      values: {
        ProxyFqdn: 'federation.messenger.msn.com',
        VerificationLevel: { name: 'UseSourceVerification', number: 2 },
      },
    });
    expect(seen?.things['external-access-policy']?.map(({ identity }) => identity)).toEqual([
      'Global',
      'Site:Dublin',
      'Sales',
    ]);
    expect(seen?.things.site).toEqual([
      { identity: 'Redmond', values: { DisplayName: 'Redmond', FederationRoute: null } },
      {
        identity: 'Dublin',
        values: { DisplayName: 'Dublin, Ireland', FederationRoute: 'EdgeServer:edge02.contoso.local' },
      },
    ]);
  });

  test('tells of the users who are named, and of nobody else', () => {
    expect(read().evidence.seen?.users).toEqual([
      {
        ...{ sip: 'ana@contoso.com', upn: 'ana@contoso.local' },
        granted: { 'external-access-policy': null, 'client-policy': null },
        inForce: { 'external-access-policy': 'Global', 'client-policy': 'Global' },
      },
      expect.objectContaining({ sip: 'maria@contoso.com' }),
    ]);
  });

  test('tells of the names that were looked for and that nobody had', () => {
    const counts = item({ asked: 'nobody@contoso.com', found: 0 }, { asked: 'ana@contoso.com', found: 1 }, 'odd');
    const found = read({ items: { ...items, namedUsers: counts } });
    expect(found.evidence.seen?.absent).toEqual(['nobody@contoso.com']);
    const sha256 = 'a'.repeat(64);
    expect(evidenceShape.safeParse({ ...found.evidence, sha256, file: 'evidence.json' }).success).toBe(true);
    expect(seenIn({})).not.toHaveProperty('absent');
  });

  test('counts what verify checked, by what it was', () => {
    const check = (what: string, good: boolean) => ({ what, name: 'Global', expected: true, found: good, good });
    const checks = [check('Access Edge', true), check('Replication', true), check('Replication', false)];
    expect(read({ script: 'verify', checks }).evidence.seen?.checks).toEqual([
      { what: 'Access Edge', good: 1, differ: 0 },
      { what: 'Replication', good: 1, differ: 1 },
    ]);
    expect(read({ checks: 'odd' }).evidence.seen).not.toHaveProperty('checks');
  });

  test('tells what cmdlets take, as far as a rollout may set it', () => {
    const parameters = item(
      { cmdlet: 'Set-CsExternalAccessPolicy', parameters: ['Identity', 'EnableOutsideAccess'] },
      {},
    );
    expect(seenIn({ parameters })?.takes).toEqual({ 'Set-CsExternalAccessPolicy': ['EnableOutsideAccess'] });
    expect(seenIn({ parameters: item() })).not.toHaveProperty('takes');
  });

  test('with hashes in place of people tells of none, and says so', () => {
    const seen = read({ people: 'hashes' }).evidence.seen;
    expect(seen).not.toHaveProperty('users');
    expect(seen?.unread.users).toContain('-NoUserNames');
  });

  test.each([
    [{}, undefined],
    [{ HostingProvider: 'srv:' }, undefined],
    [{ HostingProvider: '', Enabled: null }, undefined],
    [{ HostingProvider: null, Enabled: false }, 'is not enabled on the server'],
    [{ HostingProvider: 'sipfed.online.lync.com' }, 'is homed at sipfed.online.lync.com, not on the server'],
    [
      { HostingProvider: 'sipfed.online.lync.com', Enabled: false },
      'is homed at sipfed.online.lync.com, not on the server',
    ],
  ])('tells whom the scripts leave out as they judge it: %j', (values, because) => {
    const [user] = seenIn({ users: item(person('ana', values)) })?.users ?? [];
    expect(user?.sip).toBe('ana@contoso.com');
    expect(user?.leftOut).toBe(because);
  });

  test('says what could not be read, item or value', () => {
    const at = '2025-11-03T14:09:58.000Z';
    const seen = seenIn({
      sites: { at, from: 'central', read: false, why: 'The server\r\nsays \u202eno.' },
      clientPolicies: item({ Identity: 'Global', EnableNotificationForNewSubscribers: 'could not be read: gone' }),
      users: { at, from: 'central', read: false, why: 'x' },
    });
    expect(seen?.unread).toEqual({
      site: 'it could not be read: The server says \\u{202e}no.',
      'client-policy': 'EnableNotificationForNewSubscribers could not be read: gone',
      users: 'it could not be read: x',
    });
    expect(seen?.things).not.toHaveProperty('site');
  });

  test.each([
    [
      'a name with a tab',
      'clientPolicies',
      { Identity: 'Tag:Sal\tes' },
      'an Identity is "Tag:Sal\\u{9}es", which cannot be taken',
    ],
    [
      'a name that turns its direction',
      'sites',
      { Identity: 'a\u202eb' },
      'an Identity is "a\\u{202e}b", which cannot be taken',
    ],
    ['no name', 'sites', {}, 'an Identity is nothing that can be taken'],
    ['no more of a name than its tag', 'sites', { Identity: 'Site:' }, 'an Identity is "Site:", which cannot be taken'],
    [
      'a character without width in a value',
      'sites',
      { Identity: 'Site:Redmond', DisplayName: 'Red\u200bmond' },
      'DisplayName of Redmond is "Red\\u{200b}mond", which cannot be taken',
    ],
    [
      'half a character in a value',
      'publicProviders',
      { Identity: 'Skype', IconUrl: 'https://a/\ud800' },
      'IconUrl of Skype is "https://a/\ufffd", which cannot be taken',
    ],
    [
      'a list for a value',
      'accessEdge',
      { Identity: 'Global', AllowFederatedUsers: [] },
      'AllowFederatedUsers of Global is nothing that can be taken',
    ],
  ])('with %s is taken without the objects of that kind, and says why', (_, name, object, why) => {
    const kind = {
      clientPolicies: 'client-policy',
      sites: 'site',
      publicProviders: 'provider',
      accessEdge: 'access-edge',
    };
    const seen = seenIn({ [name]: item({ Identity: 'Other' }, object) });
    expect(seen?.unread).toEqual({ [kind[name as keyof typeof kind]]: why });
    expect(Object.keys(seen?.things ?? {})).toHaveLength(5);
    expect(seen?.users).toHaveLength(2);
  });

  test.each([
    ['whose UPN has a mark of direction', { UserPrincipalName: 'thomas\u200e@contoso.local' }],
    ['whose SIP address has a character without width', { SipAddress: 'sip:thomas\u200b@contoso.com' }],
    ['whose SIP address is its scheme alone', { SipAddress: 'sip:' }],
    ['with a tab in a policy', { ExternalAccessPolicy: 'Sal\tes' }],
    ['with a list of policies in force', { EffectiveClientPolicy: ['Global'] }],
    ['whose policy is a number', { ClientPolicy: 5 }],
  ])('leaves out a user %s, and takes the others', (_, values) => {
    const seen = seenIn({ users: item(person('ana'), person('thomas', values)) });
    expect(seen?.users?.map(({ sip }) => sip)).toEqual(['ana@contoso.com']);
    expect(seen?.unread).toEqual({});
  });

  test('of an Edge Server is known, and the plan does not go by it', () => {
    const found = read({ place: 'edge', items: {} });
    expect(found.evidence).toMatchObject({ place: 'edge', computer: 'FE01' });
    expect(found.evidence).not.toHaveProperty('seen');
  });

  test.each([
    ['of a later version', { version: 2 }, 'A script of a later skypefed wrote this evidence (version 2 of the file).'],
    ['without a computer', { computer: undefined }, 'computer is not as 1-discover.ps1'],
    ['with an item that is none', { items: { accessEdge: 5 } }, 'items.accessEdge is not as'],
    [
      'with a text for an object',
      { items: { ...items, sites: item('Redmond') } },
      'items.sites.values[0] is no object',
    ],
  ])('%s is refused in a sentence', (_, values, said) => {
    const found = readEvidence(evidenceFile(values));
    expect(found).toMatchObject({ state: 'wrong' });
    expect(found.state === 'wrong' && found.said).toContain(said);
  });

  test('whatever stands in the place of any part is taken or refused, never a fault', () => {
    const paths = Object.keys(items) as (keyof typeof items)[];
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.anything(), fc.anything(), (name, value, other) => {
        for (const values of [
          { items: { ...items, [name]: value } },
          { items: { ...items, [name]: item(value, other) } },
        ]) {
          expect(readEvidence(evidenceFile(values)).state).toMatch(/^(read|wrong)$/);
        }
      }),
    );
  });

  test('whatever texts a server has, the file is taken, and opens again as it was saved', () => {
    const unit = fc.constantFrom(
      'a',
      '@',
      ' ',
      '\t',
      '\u200b',
      '\u200e',
      '\ud800',
      'Site:',
      'sip:',
      'could not be read: ',
    );
    const text = fc.string({ unit, maxLength: 3 });
    fc.assert(
      fc.property(text, text, text, (name, value, other) => {
        const { evidence } = read({
          items: {
            ...items,
            sites: item({ Identity: name, DisplayName: value, FederationRoute: other }),
            users: item(
              person('ana', {
                SipAddress: name,
                UserPrincipalName: value,
                ClientPolicy: other,
                HostingProvider: other,
              }),
            ),
          },
        });
        expect(evidenceShape.safeParse({ ...evidence, sha256: 'a'.repeat(64), file: 'a.json' }).success).toBe(true);
      }),
    );
  });

  test('is known among the files that somebody hands us', () => {
    const at = { now: `${today}T22:52:00.000Z`, offset: 0, by: 'ana' };
    const given = (value: unknown) => readGiven(new TextEncoder().encode(JSON.stringify(value)), at);
    expect(given(evidenceFile())).toMatchObject({ state: 'evidence', rollout: 'contoso' });
    expect(given(evidenceFile({ version: 2 }))).toMatchObject({ state: 'refused' });
  });
});

describe('evidence in a rollout', () => {
  const evidence = (sha: string, values: Partial<Evidence> = {}): Evidence => ({
    ...read().evidence,
    ...{ sha256: sha.repeat(64), file: `evidence-${sha}.json` },
    ...values,
  });
  const taking = (...all: readonly Evidence[]): Rollout =>
    all.reduce((rollout, one) => happen(rollout, { type: 'evidence-imported', evidence: one }), nothingYet);

  test('is what the view goes by, and stands in the log without what was seen', () => {
    const rollout = taking(evidence('a'));
    expect(viewOf(rollout, today).evidence).toEqual(evidence('a'));
    expect(rollout.events.at(-1)).toMatchObject({ type: 'evidence-imported', evidence: { sha256: 'a'.repeat(64) } });
    expect(JSON.stringify(rollout.events)).not.toContain('Messenger');
  });

  test('that is newer wins, whichever came first, and the older one is kept without what it saw', () => {
    const [old, late] = [evidence('a'), evidence('b', { at: '2025-11-04T08:00:00.000Z' })];
    for (const rollout of [taking(old, late), taking(late, old)]) {
      expect(viewOf(rollout, today).evidence?.sha256).toBe(late.sha256);
      expect(rollout.evidence?.filter(({ seen }) => seen)).toHaveLength(1);
      expect(rollout.evidence).toHaveLength(2);
    }
  });

  test('of an Edge Server leaves that of a Front End Server alone', () => {
    const { seen: _, ...edge } = evidence('b', { place: 'edge', at: '2025-11-04T08:00:00.000Z' });
    expect(viewOf(taking(evidence('a'), edge), today).evidence?.sha256).toBe('a'.repeat(64));
  });

  test('is not there twice', () => {
    expect(taking(evidence('a'), evidence('a')).evidence).toHaveLength(1);
  });

  test('comes back from a file as it was saved, and a file without any opens as before', () => {
    const rollout = taking(evidence('a'));
    expect(readRollout(JSON.parse(JSON.stringify(rollout)))).toEqual({ state: 'read', rollout });
    expect(readRollout(JSON.parse(JSON.stringify(nothingYet)))).toEqual({ state: 'read', rollout: nothingYet });
  });

  test('whose values nobody could have taken in is damage', () => {
    const rollout = taking(evidence('a', { sha256: 'no digest' }));
    expect(readRollout(JSON.parse(JSON.stringify(rollout)))).toMatchObject({
      state: 'wrong',
      path: ['evidence', 0, 'sha256'],
    });
  });

  test('cannot be taken back', () => {
    const event = {
      at: '2025-11-23T22:52:00.000Z',
      by: 'ana',
      type: 'evidence-imported',
      evidence: evidence('a'),
    } as const;
    expect(applyEvent(nothingYet, event).evidence).toHaveLength(1);
  });
});
