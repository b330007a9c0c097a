import { describe, expect, it } from 'vitest';
import { type Bench, no, type Run, sorted, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type RunOptions, type Store } from './engine.ts';
import { contosoAnswers, rollbackFor, scriptFor } from './scripts.ts';

const apply = scriptFor(contosoAnswers);
const script = rollbackFor();
const force = { Force: true, AcceptHighRisk: true };

/** As installed, with remote sign-in on for everyone and a value of its own in the client policy. */
function installed(): Store {
  return {
    ...asInstalled(),
    externalAccessPolicies: [accessPolicy('Global', { EnableOutsideAccess: true })],
    clientPolicies: [{ Identity: 'Global', EnableNotificationForNewSubscribers: false, DisableSavingIM: true }],
  };
}

const applied = (bench: Bench, text = apply, store = installed()) => bench.run(text, { store, args: force });

/** The rollback after a run of apply, on what that left or on what became of it. */
function back(bench: Bench, first: Run, options: Partial<RunOptions> = {}): Promise<Run> {
  return bench.run(script, { name: '4-rollback.ps1', store: first.store, folder: first.folder, ...options });
}

const changing = [
  'Set-CsClientPolicy',
  'Remove-CsPublicProvider',
  'New-CsPublicProvider',
  'Remove-CsExternalAccessPolicy',
  'Set-CsAccessEdgeConfiguration',
];

describe.skipIf(!hasDotnet())('the rollback script', () => {
  const bench = useBench();

  it('takes the server back to the value, in the order backwards, and sets the state file aside', async () => {
    const result = await back(bench, await applied(bench), { answers: yes });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, errors: [], openTranscripts: [], changed: changing });
    expect(sorted(result.store)).toEqual(sorted(installed()));
    expect(result.files.filter((name) => name.startsWith('state'))).toEqual([
      'state.clixml.touched.undone',
      'state.clixml.undone',
    ]);
    expect(result.text).toContain('BlockConversationFromFederatedContacts: $false -> $null');
  });

  it('has nothing to do the second time, and nothing where nothing was changed', async () => {
    const first = await applied(bench);
    const once = await back(bench, first, { args: force });
    const again = await back(bench, once);
    expect(again).toMatchObject({ exitCode: 0, changed: [], questions: [] });
    expect(again.text).toContain('Nothing to take back: no state file of this rollout is in ');
    const ended = await bench.run(apply, { store: installed(), args: force, endAt: { call: 1, made: false } });
    const none = await back(bench, ended);
    expect(none).toMatchObject({ exitCode: 0, changed: [], questions: [] });
    expect(none.text).toContain('Everything is as before. Nothing to do.');
    expect(none.files).toContain('state.clixml.undone');
  });

  it('lets apply begin anew, with a state of its own', async () => {
    const first = await applied(bench);
    const once = await back(bench, first, { args: force });
    const anew = await bench.run(apply, { store: once.store, folder: first.folder, args: force });
    expect(anew).toMatchObject({ exitCode: 0, store: first.store });
    expect(anew.files).toContain('state.clixml');
    expect(sorted((await back(bench, anew, { args: force })).store)).toEqual(sorted(installed()));
  });

  it('says everything, changes nothing and writes nothing with -WhatIf', async () => {
    const first = await applied(bench);
    const result = await back(bench, first, { args: { WhatIf: true } });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, changed: [], questions: [], files: first.files });
    expect(result.store).toEqual(first.store);
    expect(result.text.match(/^What if:/gm)).toHaveLength(4);
    expect(result.text).toContain('To take back: Public providers: remove Skype, make Messenger again');
  });

  it('shows everything, asks once for all of it, and for high risk on its own', async () => {
    const { questions } = await back(bench, await applied(bench), { answers: yes });
    expect(questions.map(({ caption }) => caption)).toEqual(['Rollout contoso', 'High risk: Client policy Global']);
    expect(questions[0]?.message).toMatch(/^Take back these 3 changes on \S+\? One more is high risk/);
    expect(questions[1]?.message).toMatch(/^Global also holds for all others/);
  });

  it('asks for each by itself under -Confirm', async () => {
    const { questions } = await back(bench, await applied(bench), { answers: yes, args: { Confirm: true } });
    expect(questions.map(({ caption }) => caption)).toEqual([
      'High risk: Client policy Global',
      'Confirm',
      'Confirm',
      'Confirm',
    ]);
    expect(questions[1]?.message).toContain('"remove Skype, make Messenger again"');
  });

  it('ends with 3 where all is declined or nobody can be asked, with 5 where some is; the state file stays', async () => {
    const first = await applied(bench);
    const all = await back(bench, first, { answers: no });
    expect(all).toMatchObject({ exitCode: 3, changed: [], store: first.store });
    const nobody = await back(bench, first);
    expect(nobody).toMatchObject({ exitCode: 3, changed: [] });
    expect(nobody.text).toContain('with -Force, which asks nothing');
    const some = await back(bench, first, { answers: ['Y', 'N', 'Y', 'N'], args: { Confirm: true } });
    expect(some).toMatchObject({ exitCode: 5, changed: [changing[0], changing[3]] });
    expect(some.text).toContain('Not taken back: Public providers: declined');
    expect(some.files).toContain('state.clixml');
    const rest = await back(bench, some, { answers: yes });
    expect(rest.exitCode).toBe(0);
    expect(sorted(rest.store)).toEqual(sorted(installed()));
  });

  it('leaves high risk out under -Force and ends with 5, unless it is accepted', async () => {
    const forced = await back(bench, await applied(bench), { args: { Force: true } });
    expect(forced).toMatchObject({ exitCode: 5, questions: [], changed: changing.slice(1) });
    expect(forced.text).toContain('Client policy Global: high risk, and -AcceptHighRisk is not given');
  });

  it('asks by itself before it lifts a block that was off before', async () => {
    const answers = { ...contosoAnswers, 'client-policy.scope': 'global', 'client-policy.may-start': false };
    const first = await applied(bench, scriptFor(answers));
    const { questions } = await back(bench, first, { answers: yes });
    const alone = questions.find(({ caption }) => caption === 'High risk: Client policy Global');
    expect(alone?.message).toMatch(/^The block protects from everybody outside/);
  });

  it('knows again what an earlier run made, where a later one wanted something else and did not come to it', async () => {
    const first = await applied(bench);
    const other = scriptFor({
      ...contosoAnswers,
      'skype-provider.identity': 'Skype 2',
      'access-policy.public-users': false,
    });
    const options = { store: first.store, folder: first.folder, answers: no, args: { Confirm: true } };
    const later = await bench.run(other, options);
    expect(later).toMatchObject({ exitCode: 3, store: first.store });
    const result = await back(bench, later, { args: force });
    expect(result, result.text).toMatchObject({ exitCode: 0 });
    expect(sorted(result.store)).toEqual(sorted(installed()));
  });

  it('takes back what several runs made', async () => {
    const first = await applied(bench);
    const other = scriptFor({
      ...contosoAnswers,
      'skype-provider.identity': 'Skype 2',
      'access-policy.public-users': false,
    });
    const later = await bench.run(other, { store: first.store, folder: first.folder, args: force });
    expect(later.exitCode).toBe(0);
    const result = await back(bench, later, { args: force });
    expect(result, result.text).toMatchObject({ exitCode: 0 });
    expect(sorted(result.store)).toEqual(sorted(installed()));
  });

  it('takes partner discovery back in a call of its own, where it was changed', async () => {
    const first = await applied(bench, scriptFor({ ...contosoAnswers, 'edge.partner-discovery': true }));
    const result = await back(bench, first, { args: force });
    expect(sorted(result.store)).toEqual(sorted(installed()));
    const sets = result.calls.filter(({ cmdlet, changes }) => changes && /AccessEdge/.test(cmdlet));
    expect(sets.map(({ bound }) => bound)).toMatchObject([
      { UseDnsSrvRouting: true, EnablePartnerDiscovery: false },
      { AllowFederatedUsers: false },
    ]);
  });
});

describe.skipIf(!hasDotnet())('the routing of the Edge', () => {
  const bench = useBench();
  const product = { 'deployment.product': 'sfb-2015' } as const;
  const answers = {
    ...contosoAnswers,
    ...product,
    'edge.routing': 'switch-to-dns-srv',
    'client-policy.target': 'leave',
  };
  const byDefault = (): Store => {
    const store = asInstalled({ product: 'sfb-2015' });
    const { EnablePartnerDiscovery: _, ...accessEdge } = store.accessEdge;
    const routing = { RoutingMethod: 'UseDefaultRouting', DefaultRouteFqdn: 'hub.adatum.com', IsPublicProvider: false };
    return { ...store, accessEdge: { ...accessEdge, ...routing, VerificationLevel: 'AlwaysVerifiable' } };
  };
  const undone = (first: Run, options: Partial<RunOptions>) =>
    bench.run(rollbackFor(product), { name: '4-rollback.ps1', store: first.store, folder: first.folder, ...options });

  it('comes back last, with its settings, as high risk', async () => {
    const first = await applied(bench, scriptFor(answers), byDefault());
    expect(first.exitCode, first.text).toBe(0);
    const asked = await undone(first, { answers: yes });
    expect(asked, asked.text).toMatchObject({ exitCode: 0, store: byDefault() });
    expect(asked.questions.at(-1)?.caption).toBe('High risk: Access Edge configuration: RoutingMethod');
  });

  it('stays while a provider is left, and that is listed', async () => {
    const first = await applied(bench, scriptFor(answers), byDefault());
    const hosting = {
      Identity: 'Online',
      ProxyFqdn: 'im.adatum.com',
      Enabled: true,
      VerificationLevel: 'AlwaysVerifiable',
    } as const;
    const store = { ...first.store, hostingProviders: [hosting] };
    const result = await undone({ ...first, store }, { args: force });
    expect(result.exitCode).toBe(5);
    expect(result.store.accessEdge).toMatchObject({ RoutingMethod: 'UseDnsSrvRouting', AllowFederatedUsers: false });
    expect(result.text).toContain('every public and hosting provider is removed; there are: Online');
  });
});
