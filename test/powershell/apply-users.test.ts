import { describe, expect, it } from 'vitest';
import type { Ensure, Grant } from '../../src/model/index.ts';
import { planOf } from '../../src/plan/index.ts';
import { viewWith } from '../steps/view.ts';
import { sorted, undoOf, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Store, type StoredUser } from './engine.ts';
import { forUsers, scriptFor, scriptOfWants } from './scripts.ts';

const people = [
  { name: 'Ana Trujillo', sip: 'ana@contoso.com' },
  { name: 'Maria Anders', sip: 'maria@contoso.com', externalAccessPolicy: 'Sales' },
  { name: "Thomas O'Hardy", sip: "thomas.o'hardy@contoso.com", site: 'Dublin' },
];
const named = people.map(({ sip }) => sip);
const script = scriptFor(forUsers(...named));

/** Three users: one without a policy of their own, one who was granted Sales, one at another site. */
function server(policies: Store['externalAccessPolicies'] = []): Store {
  const store = asInstalled({ sites: [{ name: 'Redmond' }, { name: 'Dublin' }], users: people });
  return { ...store, externalAccessPolicies: [accessPolicy('Global'), accessPolicy('Tag:Sales'), ...policies] };
}

const granted = (store: Store) => store.users.map(({ ExternalAccessPolicy }) => ExternalAccessPolicy);

describe.skipIf(!hasDotnet())('a policy for users', () => {
  const bench = useBench();

  it('is made, and granted one by one to exactly those', async () => {
    const result = await bench.run(script, { store: server(), answers: yes });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    expect(granted(result.store)).toEqual(['SkypeUsers', 'SkypeUsers', 'SkypeUsers']);
    const grants = result.calls.filter(({ cmdlet }) => cmdlet === 'Grant-CsExternalAccessPolicy');
    expect(grants.map(({ bound }) => bound.Identity)).toEqual(named.map((sip) => `sip:${sip}`));
    expect(result.text).toContain("Granted 3 of 3: sip:thomas.o'hardy@contoso.com");
    expect(result.text).toContain('no domain controller is named');
  });

  it('is read and granted at one domain controller where that can be told', async () => {
    const asked = '[DirectoryServices.ActiveDirectory.Domain]::GetCurrentDomain().PdcRoleOwner.Name';
    expect(script).toContain(asked);
    const result = await bench.run(script.replace(asked, "'dc01.contoso.local'"), { store: server(), answers: yes });
    expect(result.exitCode).toBe(0);
    const about = result.calls.filter(({ cmdlet }) => /^(Get-CsUser|Get-CsEffectivePolicy|Grant-.*)$/.test(cmdlet));
    expect(new Set(about.map(({ bound }) => bound.DomainController))).toEqual(new Set(['dc01.contoso.local']));
  });

  it('is asked for once under -Confirm, with how many it is', async () => {
    const { questions } = await bench.run(script, { store: server(), answers: yes, args: { Confirm: true } });
    expect(questions.filter(({ message }) => message.includes('Grant to 3 users, one by one'))).toHaveLength(1);
  });

  it('changes nothing when run again', async () => {
    const first = await bench.run(script, { store: server(), answers: yes });
    const again = await bench.run(script, { store: first.store, folder: first.folder });
    expect(again).toMatchObject({ exitCode: 0, changed: [], questions: [] });
  });

  it('can be taken back: each has the grant of before, or none', async () => {
    const { store, lines } = await bench.run(script, { store: server(), answers: yes });
    const text = ['Import-Module Lync', ...undoOf({ lines })].join('\n');
    const undone = await bench.engine.run({ script: { text }, store });
    expect(undone).toMatchObject({ errors: [], terminated: null });
    expect(sorted(undone.store)).toEqual(sorted(server()));
  });

  it('lists whom it could not be granted, goes on with the others, and ends with 5', async () => {
    const order = ['Set-CsAccessEdgeConfiguration', 'New-CsExternalAccessPolicy', 'Ana', 'Maria'];
    const result = await bench.run(script, { store: server(), answers: yes, failAt: order.length });
    expect(result.exitCode).toBe(5);
    expect(granted(result.store)).toEqual(['SkypeUsers', 'Sales', 'SkypeUsers']);
    expect(result.text).toMatch(/^Not made: Grant of SkypeUsers to 3 users: sip:maria@contoso.com: /m);
    const again = await bench.run(script, { store: result.store, folder: result.folder, answers: yes });
    expect(granted(again.store)).toEqual(['SkypeUsers', 'SkypeUsers', 'SkypeUsers']);
    expect(again.exitCode).toBe(0);
    expect(again.text).toContain("-Identity 'sip:maria@contoso.com' -PolicyName 'Sales'");
  });

  it('is granted to nobody where it was not made', async () => {
    const result = await bench.run(script, { store: server(), answers: ['Y', 'N', 'Y', 'Y'], args: { Confirm: true } });
    expect(result.exitCode).toBe(5);
    expect(result.changed).not.toContain('Grant-CsExternalAccessPolicy');
    expect(result.text).toContain('the policy is not there, so nobody is granted it');
  });

  it('changes nobody with -WhatIf', async () => {
    const result = await bench.run(script, { store: server(), args: { WhatIf: true } });
    expect(result).toMatchObject({ exitCode: 0, changed: [], files: [], store: server() });
  });

  it('that is there already keeps its values where they are to stay', async () => {
    const own = accessPolicy('Tag:SkypeUsers', { EnableOutsideAccess: true });
    const result = await bench.run(script, { store: server([own]), answers: yes });
    expect(result.changed).toContain('Set-CsExternalAccessPolicy');
    expect(result.store.externalAccessPolicies.at(-1)).toMatchObject({
      EnableOutsideAccess: true,
      EnableXmppAccess: false,
    });
  });

  it('takes over what is in force for each user', async () => {
    const store = server();
    store.externalAccessPolicies = ['Global', 'Tag:Sales'].map((name) =>
      accessPolicy(name, { EnableOutsideAccess: true }),
    );
    const result = await bench.run(script, { store, answers: yes });
    expect(result.store.externalAccessPolicies.at(-1)).toMatchObject({
      Identity: 'Tag:SkypeUsers',
      EnableOutsideAccess: true,
      EnableXmppAccess: false,
    });
  });

  it('stops where the users differ in what is to stay, and names the groups', async () => {
    const store = server([accessPolicy('Site:Dublin', { EnableOutsideAccess: true })]);
    const result = await bench.run(script, { store, answers: yes });
    expect(result).toMatchObject({ exitCode: 4, changed: [], store });
    expect(result.text).toContain(
      'Stop: EnableOutsideAccess is to stay as it is, and differs: $false in Global (ana@contoso.com) Sales (maria@contoso.com); ' +
        "$true in Site:Dublin (thomas.o'hardy@contoso.com). Answer yes or no for it instead of keep.",
    );
    const settled = scriptFor({ ...forUsers(...named), 'access-policy.remote-users': true });
    expect(await bench.run(settled, { store, answers: yes })).toMatchObject({ exitCode: 0 });
  });

  it('names a few of a large group', async () => {
    const many = Array.from({ length: 8 }, (_, i) => ({ name: `User ${i}`, sip: `u${i}@contoso.com` }));
    const store = asInstalled({
      users: [...many, { name: 'Ana', sip: 'ana@contoso.com', externalAccessPolicy: 'Sales' }],
    });
    store.externalAccessPolicies.push(accessPolicy('Tag:Sales', { EnableOutsideAccess: true }));
    const all = scriptFor(forUsers(...many.map(({ sip }) => sip), 'ana@contoso.com'));
    const { text } = await bench.run(all, { store, answers: yes });
    expect(text).toContain('u4@contoso.com, and 3 more)');
  });
});

describe.skipIf(!hasDotnet())('a user', () => {
  const bench = useBench();

  it.each<[who: string, change: (users: StoredUser[]) => StoredUser[], said: string]>([
    ['who is not there', (users) => users.slice(1), 'no user has this SIP address or user principal name'],
    [
      'without a SIP address',
      ([ana, ...users]) => [{ ...(ana ?? never()), SipEnabled: false }, ...users],
      'no user has this',
    ],
    ['who is switched off', ([ana, ...users]) => [{ ...(ana ?? never()), Enabled: false }, ...users], 'is not enabled'],
    [
      'who is homed elsewhere',
      ([ana, ...users]) => [{ ...(ana ?? never()), HostingProvider: 'sipfed.adatum.com' }, ...users],
      'is homed at sipfed.adatum.com, not on this server',
    ],
    [
      'whose address another one has, too',
      ([ana, maria, ...users]) => [
        ana ?? never(),
        { ...(maria ?? never()), UserPrincipalName: 'ana@contoso.com' },
        ...users,
      ],
      'more than one answers to it: sip:ana@contoso.com, sip:maria@contoso.com',
    ],
  ])('%s is listed, and the others are done', async (_, change, said) => {
    const before = server();
    const store = { ...before, users: change(before.users) };
    const rest = store.users.map((user) => ({
      ...user,
      ...(user.SipAddress === 'sip:ana@contoso.com' ? {} : { ExternalAccessPolicy: 'SkypeUsers' }),
    }));
    const result = await bench.run(script, { store, answers: yes });
    expect(result, result.text).toMatchObject({ exitCode: 5, terminated: null });
    expect(result.text).toContain(`Left out: User ana@contoso.com: ${said}`);
    expect(result.text).toMatch(/^Not made: User ana@contoso.com: /m);
    expect(result.text).toMatch(/^\d made, 1 not made\.$/m);
    expect(result.text).toContain('What was left out stays so until what is said of it was mended.');
    expect(result.store.users).toEqual(rest);
    const again = await bench.run(script, { store: result.store, folder: result.folder });
    expect(again).toMatchObject({ exitCode: 5, changed: [], questions: [] });
    expect(again.text).toContain('Everything else is as wanted.');
  });

  it('in a protected group is listed, and the others are done', async () => {
    const before = server();
    const store = { ...before, users: before.users.map((user, i) => (i === 0 ? { ...user, Protected: true } : user)) };
    const result = await bench.run(script, { store, answers: yes });
    expect(result, result.text).toMatchObject({ exitCode: 5, terminated: null });
    expect(granted(result.store)).toEqual([undefined, 'SkypeUsers', 'SkypeUsers']);
    expect(result.text).toMatch(/^Not made: Grant of SkypeUsers to 3 users: sip:ana@contoso.com: Insufficient/m);
  });

  it('whose display name another one has is granted all the same: the address tells', async () => {
    const before = server();
    const store = { ...before, users: before.users.map((user) => ({ ...user, DisplayName: 'Ana Trujillo' })) };
    const result = await bench.run(scriptFor(forUsers('ana@contoso.com')), { store, answers: yes });
    expect(result.exitCode).toBe(0);
    expect(granted(result.store)).toEqual(['SkypeUsers', 'Sales', undefined]);
  });

  it('stops the script where there is nobody else in the list', async () => {
    const result = await bench.run(scriptFor(forUsers('nobody@contoso.com')), { store: server(), answers: yes });
    expect(result).toMatchObject({ exitCode: 4, changed: [], store: server() });
    expect(result.text).toContain('User nobody@contoso.com: no user has this SIP address or user principal name.');
    expect(result.text).toContain('Stop: Nobody in the list of users can be granted a policy.');
  });

  it('is found by user principal name, and granted by SIP address', async () => {
    const store = server();
    store.users = [{ ...(store.users[0] ?? never()), UserPrincipalName: 'ana.trujillo@contoso.local' }];
    const result = await bench.run(scriptFor(forUsers('ana.trujillo@contoso.local')), { store, answers: yes });
    expect(granted(result.store)).toEqual(['SkypeUsers']);
  });

  it('is not taken for another one whose display name is the address', async () => {
    const store = server();
    store.users = store.users.map((user, i) => (i === 1 ? { ...user, DisplayName: 'ana@contoso.com' } : user));
    const result = await bench.run(scriptFor(forUsers('ana@contoso.com')), { store, answers: yes });
    expect(granted(result.store)).toEqual(['SkypeUsers', 'Sales', undefined]);
  });
});

describe.skipIf(!hasDotnet())('a client policy', () => {
  const bench = useBench();
  const [, grant] = planOf(viewWith(forUsers('ana@contoso.com'))).filter(
    ({ desired }) => desired.step === 'access-policy',
  );
  if (grant?.desired.do !== 'grant') throw new Error('the grant follows the policy');
  const wish: Grant = { ...grant.desired, kind: 'client-policy', to: 'Quiet', title: 'Grant of Quiet to 1 user' };

  it('is granted in the same way', async () => {
    const store = { ...server(), clientPolicies: [{ Identity: 'Global' }, { Identity: 'Tag:Quiet' }] };
    const result = await bench.run(scriptOfWants([wish]), { store, answers: yes });
    expect(result).toMatchObject({ exitCode: 0, changed: ['Grant-CsClientPolicy'] });
    expect(result.store.users[0]).toMatchObject({ ClientPolicy: 'Quiet' });
    expect(undoOf(result)).toEqual(["Grant-CsClientPolicy -Identity 'sip:ana@contoso.com' -PolicyName $null"]);
  });
});

describe('a wish that the script has no form for', () => {
  const [edge] = planOf(viewWith({})).map(({ desired }) => desired);

  it('is refused', () => {
    if (edge?.do !== 'ensure') throw new Error('the Edge comes first');
    expect(() => scriptOfWants([{ ...edge, ifMissing: 'skip' }])).toThrow('has to be there or be made');
    const mixed = {
      keep: [
        { of: 'user', user: 'ana@contoso.com' },
        { of: 'site', site: 'Redmond' },
      ],
    } as const;
    const policy: Ensure = {
      ...edge,
      kind: 'external-access-policy',
      ifMissing: 'create',
      which: { by: 'site', site: 'Redmond' },
    };
    expect(() => scriptOfWants([{ ...policy, demands: [], set: { EnableOutsideAccess: mixed } }])).toThrow('in common');
  });
});

describe.skipIf(!hasDotnet())('client policies in force for users', () => {
  const bench = useBench();
  const answers = {
    ...forUsers(...named),
    'client-policy.target': 'in-force',
    'client-policy.scope': 'user',
    'client-policy.users': named,
  };
  const inForce = scriptFor(answers);
  const holding = (...policies: (string | undefined)[]): Store => {
    const users = people.map((person, i) => {
      const clientPolicy = policies[i];
      return clientPolicy === undefined ? person : { ...person, clientPolicy };
    });
    const store = asInstalled({ sites: [{ name: 'Redmond' }, { name: 'Dublin' }], users });
    store.externalAccessPolicies.push(accessPolicy('Tag:Sales'));
    store.clientPolicies.push({ Identity: 'Site:Dublin' }, { Identity: 'Tag:Quiet' });
    return store;
  };
  const risks = (questions: readonly { caption: string; message: string }[]) =>
    questions.filter(({ caption }) => caption.startsWith('High risk')).map(({ message }) => message.split('.')[0]);

  it('are changed each once, and it is said whom else each holds for', async () => {
    const store = holding('Quiet', 'Quiet');
    store.users.push({
      ...(store.users[0] ?? never()),
      DisplayName: 'Other',
      SipAddress: 'sip:o@contoso.com',
      UserPrincipalName: 'o',
    });
    const result = await bench.run(inForce, { store, answers: yes });
    expect(result.exitCode).toBe(0);
    const sets = result.calls.filter(({ cmdlet }) => cmdlet === 'Set-CsClientPolicy');
    expect(sets.map(({ bound }) => bound.Identity)).toEqual(['Quiet', 'Site:Dublin']);
    expect(risks(result.questions)).toEqual([
      'Quiet is also granted to users who are not named here: 1 Set BlockConversationFromFederatedContacts, EnableNotificationForNewSubscribers?',
      'Site:Dublin also holds for all others at that site without a client policy of their own',
    ]);
  });

  it('need no consent where nobody else holds them', async () => {
    const result = await bench.run(inForce, { store: holding('Quiet', 'Quiet', 'Quiet'), answers: yes });
    expect(result.exitCode).toBe(0);
    expect(risks(result.questions)).toEqual([]);
  });

  it('may be Global, which holds for all others, too', async () => {
    const result = await bench.run(inForce, { store: holding('Quiet', undefined, 'Quiet'), answers: yes });
    expect(risks(result.questions)).toEqual([
      'Global also holds for all others without a client policy of their own or of their site',
    ]);
  });
});

function never(): never {
  throw new Error('the store has users');
}
