import { describe, expect, it } from 'vitest';
import type { Ensure, Grant, Person } from '../../../src/model/index.ts';
import { steps } from '../../../src/steps/index.ts';
import { viewWith } from '../view.ts';

const step = steps.find(({ id }) => id === 'access-policy');

const wanted = (answers: Readonly<Record<string, unknown>>, people: readonly Omit<Person, 'id' | 'tasks'>[] = []) =>
  step?.wants(viewWith(answers, people)) ?? [];

const ensures = (...of: Parameters<typeof wanted>) => wanted(...of).filter((one): one is Ensure => one.do === 'ensure');
const grants = (...of: Parameters<typeof wanted>) => wanted(...of).filter((one): one is Grant => one.do === 'grant');

describe('for sites', () => {
  const redmondAndDublin = { 'access-policy.sites': ['Redmond', 'Dublin'] };

  it('wants a policy for each, made where there is none', () => {
    expect(ensures(redmondAndDublin).map(({ which, ifMissing, kind }) => ({ which, ifMissing, kind }))).toEqual(
      ['Redmond', 'Dublin'].map((site) => ({
        which: { by: 'site', site },
        ifMissing: 'create',
        kind: 'external-access-policy',
      })),
    );
    expect(grants(redmondAndDublin)).toEqual([]);
  });

  it('writes every switch out; what is kept is what is in force at that site', () => {
    const keep = { keep: [{ of: 'site', site: 'Dublin' }] };
    expect(ensures(redmondAndDublin)[1]?.set).toEqual({
      EnableFederationAccess: true,
      EnablePublicCloudAccess: true,
      EnablePublicCloudAudioVideoAccess: true,
      EnableOutsideAccess: keep,
      EnableXmppAccess: keep,
    });
  });

  it('takes every answer over', () => {
    const answers = {
      ...redmondAndDublin,
      'access-policy.federated-users': 'keep',
      'access-policy.public-users': false,
      'access-policy.public-audio-video': false,
      'access-policy.remote-users': true,
      'access-policy.xmpp': false,
    };
    expect(ensures(answers)[0]?.set).toEqual({
      EnableFederationAccess: { keep: [{ of: 'site', site: 'Redmond' }] },
      EnablePublicCloudAccess: false,
      EnablePublicCloudAudioVideoAccess: false,
      EnableOutsideAccess: true,
      EnableXmppAccess: false,
    });
  });

  it('leaves XMPP as it is where it is not asked, and out where the product never had it', () => {
    const [redmond] = ensures({ ...redmondAndDublin, 'deployment.product': 'sfb-2019', 'access-policy.xmpp': true });
    expect(redmond?.set.EnableXmppAccess).toEqual({ keep: [{ of: 'site', site: 'Redmond' }] });
    const [old] = ensures({ ...redmondAndDublin, 'deployment.product': 'lync-2010' });
    expect(Object.keys(old?.set ?? {})).not.toContain('EnableXmppAccess');
    expect(old?.probe).toBeUndefined();
  });

  it('asks the server whether it knows XMPP', () => {
    expect(ensures(redmondAndDublin).map(({ probe }) => probe)).toEqual([['EnableXmppAccess'], ['EnableXmppAccess']]);
  });

  it('says that federation opens to everybody outside, or closes', () => {
    const reach = (answer: unknown) =>
      ensures({ ...redmondAndDublin, 'access-policy.federated-users': answer })[0]?.reaches.markdown;
    expect(reach(true)).toMatch(/opens every federated organisation/);
    expect(reach(false)).toMatch(/closes every federated organisation/);
    expect(reach('keep')).toMatch(/as they are/);
  });

  it('wants nothing while no site is named', () => {
    expect(wanted({})).toEqual([]);
  });
});

describe('for users', () => {
  const user = { 'access-policy.scope': 'user', 'access-policy.users': ['ana@contoso.com', 'thomas@contoso.com'] };

  it('wants the policy first, then its grant', () => {
    expect(wanted(user).map((one) => one.do)).toEqual(['ensure', 'grant']);
    expect(ensures(user)[0]?.which).toEqual({ by: 'identity', identity: 'SkypeUsers' });
    expect(grants(user)[0]).toMatchObject({
      kind: 'external-access-policy',
      users: ['ana@contoso.com', 'thomas@contoso.com'],
      to: 'SkypeUsers',
    });
  });

  it('keeps what is in force for each of them', () => {
    expect(ensures(user)[0]?.set.EnableOutsideAccess).toEqual({
      keep: [
        { of: 'user', user: 'ana@contoso.com' },
        { of: 'user', user: 'thomas@contoso.com' },
      ],
    });
  });

  it('takes the colleagues of the people where no user is answered', () => {
    const people = [{ name: 'Ana Trujillo', situation: 'needs-account', sip: 'maria@contoso.com' }] as const;
    expect(grants({ 'access-policy.scope': 'user' }, people)[0]?.users).toEqual(['maria@contoso.com']);
  });

  it('says that a grant replaces the policy of before', () => {
    expect(grants(user)[0]?.risk.says.markdown).toMatch(/replaces/);
  });

  it('wants nothing while nobody is named', () => {
    expect(wanted({ 'access-policy.scope': 'user' })).toEqual([]);
  });
});

describe('for everyone', () => {
  it('wants Global as answered, and never makes it', () => {
    expect(ensures({ 'access-policy.scope': 'global' })).toMatchObject([
      {
        which: { by: 'identity', identity: 'Global' },
        ifMissing: 'stop',
        set: { EnablePublicCloudAccess: true, EnableOutsideAccess: { keep: [{ of: 'global' }] } },
      },
    ]);
  });
});

it('gives each change an id of its own and a source', () => {
  for (const answers of [
    { 'access-policy.sites': ['Redmond', 'Dublin'] },
    { 'access-policy.scope': 'user', 'access-policy.users': ['ana@contoso.com'] },
    { 'access-policy.scope': 'global' },
  ]) {
    const found = wanted(answers);
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
    for (const one of found) {
      expect(one.id.startsWith('access-policy.')).toBe(true);
      expect(one.cite.length).toBeGreaterThan(0);
    }
  }
});
