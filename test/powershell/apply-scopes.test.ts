import { describe, expect, it } from 'vitest';
import { useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Store } from './engine.ts';
import { contosoAnswers, scriptFor } from './scripts.ts';

const script = scriptFor(contosoAnswers);

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

  it('has a block with all others of which the same is wanted, and is changed once under two names', async () => {
    const answers = { 'access-policy.sites': ['Redmond', 'Dublin', 'Head office'], 'client-policy.target': 'leave' };
    const text = scriptFor(answers);
    expect(text.match(/New-CsExternalAccessPolicy -Identity/g)).toHaveLength(1);
    expect(text).toContain('# Changes 2 to 4 of 5: external access policy of a site');
    const store = asInstalled({ sites: [{ name: 'Redmond', displayName: 'Head office' }, { name: 'Dublin' }] });
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
