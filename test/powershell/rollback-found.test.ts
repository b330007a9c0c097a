import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Bench, entry, type Run, sorted, useBench } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Provider, type RunOptions, type Store } from './engine.ts';
import { contosoAnswers, forUsers, rollbackFor, scriptFor } from './scripts.ts';

const apply = scriptFor(contosoAnswers);
const script = rollbackFor();
const force = { Force: true, AcceptHighRisk: true };
const proxy = 'federation.messenger.msn.com';

const installed = (): Store => ({
  ...asInstalled(),
  externalAccessPolicies: [accessPolicy('Global', { EnableOutsideAccess: true })],
});
const applied = (bench: Bench, text = apply, store = installed()) => bench.run(text, { store, args: force });
const back = (bench: Bench, first: Pick<Run, 'store' | 'folder'>, options: Partial<RunOptions> = {}) =>
  bench.run(script, { name: '4-rollback.ps1', store: first.store, folder: first.folder, args: force, ...options });

const withProviders = (store: Store, change: (provider: Provider) => Provider[]): Store => ({
  ...store,
  publicProviders: store.publicProviders.flatMap(change),
});

describe.skipIf(!hasDotnet())('what somebody else has changed since', () => {
  const bench = useBench();

  it.each<[what: string, change: (store: Store) => Store, ...said: string[]]>([
    [
      'a value of the client policy',
      (store) => ({
        ...store,
        clientPolicies: [{ Identity: 'Global', BlockConversationFromFederatedContacts: true }],
      }),
      'Client policy Global: BlockConversationFromFederatedContacts is $true, neither as before ($null) nor as this rollout made it ($false)',
    ],
    [
      'a flag of the policy that was made',
      (store) => ({
        ...store,
        externalAccessPolicies: store.externalAccessPolicies.map((policy) => ({
          ...policy,
          EnableOutsideAccess: policy.Identity === 'Global',
        })),
      }),
      'External access policy Site:Redmond: EnableOutsideAccess is $false, neither as before (not there) nor as this rollout made it ($true)',
    ],
    [
      'the level of the entry that was made',
      (store) =>
        withProviders(store, (one) => [
          one.Identity === 'Skype' ? { ...one, VerificationLevel: 'AlwaysVerifiable' } : one,
        ]),
      'Public provider Skype: VerificationLevel is 0, neither as before (not there) nor as this rollout made it (2)',
    ],
    [
      'an entry with the old name',
      (store) =>
        withProviders(store, (one) =>
          one.Identity === 'Skype' ? [one, entry('Messenger', { ProxyFqdn: 'im.adatum.com', Enabled: false })] : [one],
        ),
      "Public provider Messenger: ProxyFqdn is 'im.adatum.com', neither as before ('federation.messenger.msn.com') nor as this rollout made it (removed)",
      'Public provider Messenger: VerificationLevel is 0, neither as before (2) nor as this rollout made it (removed)',
    ],
    [
      'another entry with the old proxy',
      (store) =>
        withProviders(store, (one) =>
          one.Identity === 'Skype' ? [entry('Windows Live', { ProxyFqdn: proxy })] : [one],
        ),
      'Public provider Windows Live is not of this rollout and has the proxy of Messenger',
    ],
  ])('%s stops it before any change, with -Force, too; -Overwrite takes it back', async (_, change, ...said) => {
    const made = await applied(bench);
    const store = change(made.store);
    const stopped = await back(bench, { ...made, store });
    expect(stopped, stopped.text).toMatchObject({ exitCode: 4, changed: [], questions: [], store });
    for (const text of said) expect(stopped.text).toContain(`Stop: ${text}`);
    expect(stopped.text.match(/^Stop: /gm)).toHaveLength(said.length);
    const over = await back(bench, { ...made, store }, { args: { ...force, Overwrite: true } });
    expect(over, over.text).toMatchObject({ exitCode: 0 });
    expect(sorted(over.store)).toEqual(sorted(installed()));
  });

  it('is told before the default level of an entry, too: what the server itself chose', async () => {
    const answers = { ...contosoAnswers, 'deployment.product': 'sfb-2019', 'client-policy.target': 'leave' };
    const made = await applied(bench, scriptFor(answers), asInstalled({ product: 'sfb-2019' }));
    const store = withProviders(made.store, (one) => [{ ...one, VerificationLevel: 'UseSourceVerification' }]);
    const stopped = await bench.run(rollbackFor(answers), {
      name: '4-rollback.ps1',
      store,
      folder: made.folder,
      args: force,
    });
    expect(stopped, stopped.text).toMatchObject({ exitCode: 4, changed: [] });
    expect(stopped.text).toContain('Stop: Public provider Skype: VerificationLevel is 2');
  });

  it('and is as before by now is no matter', async () => {
    const made = await applied(bench);
    const store = { ...made.store, accessEdge: { ...made.store.accessEdge, AllowFederatedUsers: false } };
    const result = await back(bench, { ...made, store });
    expect(result.exitCode).toBe(0);
    expect(result.changed).not.toContain('Set-CsAccessEdgeConfiguration');
    expect(sorted(result.store)).toEqual(sorted(installed()));
  });

  it('a policy that is gone stops it; with -Overwrite it is listed, and the rest goes back', async () => {
    const before = installed();
    before.externalAccessPolicies.push(accessPolicy('Site:Redmond', { EnableOutsideAccess: true }));
    const made = await applied(bench, apply, before);
    const store = { ...made.store, externalAccessPolicies: before.externalAccessPolicies.slice(0, 1) };
    const stopped = await back(bench, { ...made, store });
    expect(stopped).toMatchObject({ exitCode: 4, changed: [] });
    expect(stopped.text).toContain('Stop: External access policy Site:Redmond: it is gone');
    const over = await back(bench, { ...made, store }, { args: { ...force, Overwrite: true } });
    expect(over.exitCode).toBe(5);
    expect(over.text).toContain('Not taken back: External access policy Site:Redmond: it is gone');
    expect(over.store.accessEdge).toEqual(before.accessEdge);
  });

  it('a hosting provider with the old proxy is never removed, with -Overwrite neither', async () => {
    const made = await applied(bench);
    const store = withProviders(made.store, (one) => (one.Identity === 'Skype' ? [] : [one]));
    store.hostingProviders.push(entry('Online', { ProxyFqdn: proxy }));
    const result = await back(bench, { ...made, store }, { args: { ...force, Overwrite: true } });
    expect(result).toMatchObject({ exitCode: 4, changed: [], store });
    expect(result.text).toContain('is never removed: Online');
  });
});

describe.skipIf(!hasDotnet())('grants', () => {
  const bench = useBench();
  const people = [
    { name: 'Ana Trujillo', sip: 'ana@contoso.com' },
    { name: 'Maria Anders', sip: 'maria@contoso.com', externalAccessPolicy: 'Sales' },
    { name: "Thomas O'Hardy", sip: "thomas.o'hardy@contoso.com" },
  ];
  const granting = scriptFor(forUsers('ana@contoso.com', 'maria@contoso.com'));
  const server = (): Store => {
    const store = asInstalled({ users: people });
    store.externalAccessPolicies.push(accessPolicy('Tag:Sales'));
    return store;
  };
  const granted = (store: Store) => store.users.map(({ ExternalAccessPolicy }) => ExternalAccessPolicy);
  const giving = (store: Store, at: number, policy: string): Store => ({
    ...store,
    users: store.users.map((user, i) => (i === at ? { ...user, ExternalAccessPolicy: policy } : user)),
  });

  it('go back one by one, each to the policy of before or to none, and then the policy goes', async () => {
    const result = await back(bench, await applied(bench, granting, server()));
    expect(result, result.text).toMatchObject({ exitCode: 0 });
    expect(sorted(result.store)).toEqual(sorted(server()));
    expect(result.changed.slice(0, 2)).toEqual(['Grant-CsExternalAccessPolicy', 'Grant-CsExternalAccessPolicy']);
    expect(result.text).toContain("sip:maria@contoso.com: 'SkypeUsers' -> 'Sales'");
  });

  it('that somebody else has given since stop it before any change, and go with -Overwrite', async () => {
    const made = await applied(bench, granting, server());
    const store = giving(made.store, 0, 'Sales');
    const stopped = await back(bench, { ...made, store });
    expect(stopped).toMatchObject({ exitCode: 4, changed: [], store });
    expect(stopped.text).toContain(
      "Stop: Grant of ExternalAccessPolicy to sip:ana@contoso.com: Policy is 'Sales', neither as before ($null) nor as this rollout made it ('SkypeUsers')",
    );
    const over = await back(bench, { ...made, store }, { args: { ...force, Overwrite: true } });
    expect(granted(over.store)).toEqual(granted(server()));
  });

  it('to others keep the policy: it stays, is listed, ends with 5, and the state file stays, too', async () => {
    const made = await applied(bench, granting, server());
    const held = giving(made.store, 2, 'SkypeUsers');
    const result = await back(bench, { ...made, store: held });
    expect(result.exitCode).toBe(5);
    expect(result.text).toContain(
      "Not taken back: External access policy SkypeUsers: it stays, as it is granted to others by now: sip:thomas.o'hardy@contoso.com",
    );
    expect(granted(result.store)).toEqual([undefined, 'Sales', 'SkypeUsers']);
    expect(result.files).toContain('state.clixml');
    const freed = { ...result.store, users: server().users };
    const rest = await back(bench, { ...made, store: freed });
    expect(rest).toMatchObject({ exitCode: 0, changed: ['Remove-CsExternalAccessPolicy'] });
    expect(sorted(rest.store)).toEqual(sorted(server()));
  });

  it('that are declined keep the policy, too', async () => {
    const made = await applied(bench, granting, server());
    const result = await back(bench, made, { args: { Confirm: true }, answers: ['N', 'Y', 'Y', 'Y'] });
    expect(result.exitCode).toBe(5);
    expect(result.text).toContain('as it is granted to others by now: sip:ana@contoso.com, sip:maria@contoso.com');
    expect(granted(result.store)).toEqual(['SkypeUsers', 'SkypeUsers', undefined]);
  });

  it('of a user who is gone are listed, and the others go back', async () => {
    const made = await applied(bench, granting, server());
    const store = { ...made.store, users: made.store.users.slice(1) };
    const result = await back(bench, { ...made, store });
    expect(result.exitCode).toBe(5);
    expect(result.text).toContain('Not taken back: Grant of ExternalAccessPolicy to sip:ana@contoso.com: ');
    expect(granted(result.store)).toEqual(['Sales', undefined]);
    expect(result.changed).toContain('Remove-CsExternalAccessPolicy');
  });

  it('are all said with -WhatIf, and the policy is no longer held then', async () => {
    const made = await applied(bench, granting, server());
    const result = await back(bench, made, { args: { WhatIf: true } });
    expect(result).toMatchObject({ exitCode: 0, changed: [], store: made.store });
    expect(result.text).not.toContain('it stays');
    expect(result.text).toContain('"Remove it" on target "External access policy SkypeUsers"');
  });
});

describe.skipIf(!hasDotnet())('a state file', () => {
  const bench = useBench();
  const stateOf = ({ folder }: Pick<Run, 'folder'>) =>
    join(folder, readdirSync(folder).find((name) => /^state-.*\.clixml$/.test(name)) ?? '');
  const written = async (value: string) => {
    const folder = bench.folder();
    const path = join(folder, 'state-1.clixml');
    await bench.engine.run({ script: { text: `Export-Clixml -InputObject (${value}) -Path '${path}' -Depth 6` } });
    return { folder, path };
  };
  const record = (values: string) =>
    `@{ Format = 'skypefed-state'; Version = 1; Rollout = 'contoso'; Computer = ''; Written = ''; Records = @(@{ ${values} }) }`;

  it('is the one that is named, from wherever', async () => {
    const made = await applied(bench);
    const elsewhere = join(bench.folder(), 'kept.clixml');
    copyFileSync(stateOf(made), elsewhere);
    const result = await back(
      bench,
      { store: made.store, folder: bench.folder() },
      { args: { ...force, StateFile: elsewhere } },
    );
    expect(result, result.text).toMatchObject({ exitCode: 0 });
    expect(sorted(result.store)).toEqual(sorted(installed()));
  });

  it.each([
    ['of a newer program', record("Kind = 'x'").replace('Version = 1', 'Version = 2'), 'A newer program wrote'],
    ['with half a record', record("Kind = 'CsClientPolicy'"), 'This state file is damaged'],
    [
      'without records',
      "@{ Format = 'skypefed-state'; Version = 1; Rollout = 'contoso' }",
      'This state file is damaged',
    ],
    [
      'that would remove Global',
      record("Kind = 'CsClientPolicy'; Identity = 'Global'; Existed = $false; Before = @{}"),
      'This state file is damaged',
    ],
    [
      'of a kind that it does not know',
      record("Kind = 'CsVoicePolicy'; Identity = 'Global'; Existed = $true; Before = @{}"),
      'has what this script cannot take back: CsVoicePolicy',
    ],
    [
      'with a value that it does not know',
      record("Kind = 'CsClientPolicy'; Identity = 'Global'; Existed = $true; Before = @{ DisableSavingIM = $true }"),
      'has what this script cannot take back: CsClientPolicy DisableSavingIM',
    ],
  ])('%s ends it with 4: one sentence, nothing changed', async (_, value, said) => {
    const { folder, path } = await written(value);
    const content = readFileSync(path);
    for (const args of [force, { ...force, StateFile: path }]) {
      const result = await back(bench, { folder, store: installed() }, { args });
      expect(result, result.text).toMatchObject({ exitCode: 4, changed: [], store: installed() });
      expect(result.text).toContain(said);
    }
    expect(readFileSync(path)).toEqual(content);
  });

  it.each([
    ['of another rollout', record('').replace("'contoso'", "'fabrikam'")],
    ['that is something else', "'a text'"],
  ])('%s is passed over, or ends it with 4 where it was named', async (_, value) => {
    const { folder, path } = await written(value);
    const passed = await back(bench, { folder, store: installed() });
    expect(passed).toMatchObject({ exitCode: 0, changed: [] });
    const named = await back(bench, { folder, store: installed() }, { args: { ...force, StateFile: path } });
    expect(named).toMatchObject({ exitCode: 4, changed: [] });
    expect(named.text).toContain(`This is not a state file of the rollout contoso: ${path}`);
  });

  it('that is cut off, or is not there, ends it with 4, too', async () => {
    const made = await applied(bench);
    const path = stateOf(made);
    writeFileSync(path, readFileSync(path).subarray(0, 900));
    const cut = await back(bench, made);
    expect(cut).toMatchObject({ exitCode: 4, changed: [], store: made.store });
    expect(cut.text).toContain('This state file cannot be read');
    const absent = await back(bench, made, { args: { ...force, StateFile: join(made.folder, 'none.clixml') } });
    expect(absent).toMatchObject({ exitCode: 4, changed: [] });
    expect(absent.text).toContain('This state file is not there');
    const pattern = await back(bench, made, { args: { ...force, StateFile: join(made.folder, 'state-*.clixml') } });
    expect(pattern).toMatchObject({ exitCode: 2, changed: [] });
  });
});
