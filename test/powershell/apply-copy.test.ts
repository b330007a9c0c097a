import { describe, expect, it } from 'vitest';
import { products } from '../../src/facts/index.ts';
import type { Product } from '../../src/model/index.ts';
import cmdlets from '../../src/powershell/cmdlets.json' with { type: 'json' };
import { copy, shownValues } from '../../src/powershell/parts/copy.ts';
import { rows } from '../../src/powershell/parts/rows.ts';
import { no, sorted, undoOf, useBench, yes } from './bench.ts';
import { asInstalled, hasDotnet, type RunOptions, type Store, type Thing } from './engine.ts';
import { verifyFor } from './evidence.ts';
import { type Answers, forUsers, rollbackFor, scriptFor } from './scripts.ts';

const ours = { EnableNotificationForNewSubscribers: true, BlockConversationFromFederatedContacts: false };

/** Six values, one of each type, and two entries. */
const values = {
  DisableSavingIM: true,
  DisplayPhoto: 'ADPhotosOnly',
  IMWarning: "Contoso: don't send secrets; \u201ckeep it short\u201d",
  MaximumNumberOfContacts: 250,
  HotdeskingTimeout: '00:05:00',
  EnableAppearOffline: false,
  PolicyEntry: [
    { Name: 'OnlineFeedbackURL', Value: 'https://www.contoso.com/feedback?a=1&b=2' },
    { Name: 'TagContacts', Value: 'False' },
  ],
};
const global: Thing = { Identity: 'Global', ...values };

const ana = 'ana@contoso.com';
const maria = 'maria@contoso.com';
const thomas = 'thomas@contoso.com';
const copyFor = (...users: readonly string[]): Answers => ({
  ...forUsers(...users),
  'client-policy.target': 'new-copy',
});
const ofSite = {
  'access-policy.sites': ['Redmond'],
  'client-policy.target': 'new-copy',
  'client-policy.sites': ['Redmond'],
};
const userScript = scriptFor(copyFor(ana, maria));
const siteScript = scriptFor(ofSite);

function server(held: Readonly<Record<string, string>> = {}, policies: readonly Thing[] = []): Store {
  const people = [
    { name: 'Ana Trujillo', sip: ana },
    { name: 'Maria Anders', sip: maria },
    { name: 'Thomas Hardy', sip: thomas },
  ];
  const users = people.map((one) => ({ ...one, ...(held[one.sip] ? { clientPolicy: held[one.sip] } : {}) }));
  return { ...asInstalled({ users }), clientPolicies: [global, ...policies] };
}

/** A value, none of them a default, for each property that New-CsClientPolicy of the product takes. */
function everyValue(product: Product): Readonly<Record<string, Thing[string]>> {
  const calls = ['Identity', 'Force', 'InMemory', 'Confirm', 'WhatIf'];
  const known = Object.entries(cmdlets['New-CsClientPolicy'].parameters).filter(
    ([name, { since }]) => !calls.includes(name) && since <= yearOf[product],
  );
  return Object.fromEntries(known.map(([name, { type }], i) => [name, someValue(type, i)]));
}

const yearOf: Readonly<Record<Product, number>> = {
  'lync-2010': 2010,
  'lync-2013': 2013,
  'sfb-2015': 2015,
  'sfb-2019': 2019,
  'sfb-se': 2019,
};

function someValue(type: string, i: number): Thing[string] {
  switch (type) {
    case 'Boolean':
      return i % 2 === 0;
    case 'UInt16':
    case 'UInt32':
      return 100 + i;
    case 'TimeSpan':
      return `00:${String(i % 60).padStart(2, '0')}:07`;
    case 'PSListModifier':
      return values.PolicyEntry;
    default:
      return `${type} ${i}`;
  }
}

const found = (store: Store, identity: string) => store.clientPolicies.find((one) => one.Identity === identity);
const holders = (store: Store) => store.users.map(({ ClientPolicy }) => ClientPolicy);
const clientCalls = (names: readonly string[]) => names.filter((name) => name.includes('ClientPolicy'));

describe.skipIf(!hasDotnet())('a copy of the client policy in force', () => {
  const bench = useBench();

  it('for users has every value and every entry of it, then ours, and is granted one by one', async () => {
    const result = await bench.run(userScript, { store: server(), answers: yes });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    expect(found(result.store, 'Tag:SkypeClients')).toEqual({ ...global, Identity: 'Tag:SkypeClients', ...ours });
    expect(found(result.store, 'Global')).toEqual(global);
    expect(holders(result.store)).toEqual(['SkypeClients', 'SkypeClients', undefined]);
    expect(clientCalls(result.changed)).toEqual(['New-CsClientPolicy', 'Grant-CsClientPolicy', 'Grant-CsClientPolicy']);
    const made = result.calls.find(({ cmdlet }) => cmdlet === 'New-CsClientPolicy');
    expect(Object.keys(made?.bound ?? {}).sort()).toEqual(
      ['Identity', 'Confirm', 'ErrorAction', ...Object.keys(values), ...Object.keys(ours)].sort(),
    );
  });

  it('for a site is one of Global, and Global stays as it is', async () => {
    const result = await bench.run(siteScript, { store: server(), answers: yes });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    expect(result.store.clientPolicies).toEqual([global, { ...global, Identity: 'Site:Redmond', ...ours }]);
    expect(clientCalls(result.changed)).toEqual(['New-CsClientPolicy']);
  });

  it('says what is copied before it asks', async () => {
    const result = await bench.run(userScript, { store: server(), args: { WhatIf: true } });
    expect(result).toMatchObject({ exitCode: 0, changed: [], questions: [], files: [], store: server() });
    expect(result.text).toContain('A copy of Global: SkypeClients');
    expect(result.text).toContain('    HotdeskingTimeout: 00:05:00');
    expect(result.text).toContain('OnlineFeedbackURL=https://www.contoso.com/feedback?a=1&b=2; TagContacts=False');
    expect(result.text).toContain('EnableNotificationForNewSubscribers: (new) -> $true');
  });

  it('is of the one policy in force for the users, whichever that is', async () => {
    const sales: Thing = { Identity: 'Tag:Sales', MaximumNumberOfContacts: 99 };
    const held = server({ [ana]: 'Sales', [maria]: 'Sales' }, [sales]);
    const result = await bench.run(userScript, { store: held, answers: yes });
    expect(result.exitCode).toBe(0);
    expect(found(result.store, 'Tag:SkypeClients')).toEqual({ ...sales, Identity: 'Tag:SkypeClients', ...ours });
    expect(result.text).toContain("Undo: Grant-CsClientPolicy -Identity 'sip:ana@contoso.com' -PolicyName 'Sales'");
  });

  it('is made of no policy where several are in force: the script stops and names the groups', async () => {
    const held = server({ [maria]: 'Sales' }, [{ Identity: 'Tag:Sales' }]);
    const result = await bench.run(userScript, { store: held, answers: yes });
    expect(result).toMatchObject({ exitCode: 4, changed: [], questions: [], store: held });
    expect(result.text).toContain(`several are in force: Global for ${ana}; Sales for ${maria}.`);
  });

  it('has nothing more to do when it is run again', async () => {
    for (const script of [userScript, siteScript]) {
      const first = await bench.run(script, { store: server(), answers: yes });
      const again = await bench.run(script, { store: first.store, folder: first.folder });
      expect(again).toMatchObject({ exitCode: 0, changed: [], questions: [], store: first.store });
    }
  });

  it('goes back whole: grants first, then the copy', async () => {
    const held = server({ [ana]: 'Sales', [maria]: 'Sales' }, [{ Identity: 'Tag:Sales' }]);
    for (const [script, store] of [
      [userScript, held],
      [siteScript, server()],
    ] as const) {
      const result = await bench.run(script, { store, answers: yes });
      const undo = undoOf(result).filter((line) => line.includes('ClientPolicy'));
      expect(undo.at(-1)).toMatch(/^Remove-CsClientPolicy -Identity /);
      const back = await bench.engine.run({ script: { text: undo.join('\n') }, store: result.store });
      expect(back).toMatchObject({ terminated: null, questions: [] });
      expect(sorted(back.store).clientPolicies).toEqual(sorted(store).clientPolicies);
      expect(holders(back.store)).toEqual(holders(store));
    }
  });

  it('asks by itself where it lifts a block that is on in what is copied', async () => {
    const blocked = { ...server(), clientPolicies: [{ ...global, BlockConversationFromFederatedContacts: true }] };
    const result = await bench.run(userScript, { store: blocked, answers: yes });
    const risky = result.questions.filter(({ caption }) => caption.startsWith('High risk'));
    expect(risky.map(({ caption }) => caption)).toEqual(['High risk: Client policy SkypeClients']);
    expect(risky[0]?.message).toContain('The block protects from everybody outside');
    const quiet = await bench.run(userScript, { store: server(), answers: yes });
    expect(quiet.questions.filter(({ caption }) => caption.startsWith('High risk'))).toEqual([]);
    const keeps = scriptFor({ ...copyFor(ana), 'client-policy.may-start': false });
    const kept = await bench.run(keeps, { store: blocked, answers: yes });
    expect(kept.questions.filter(({ caption }) => caption.startsWith('High risk'))).toEqual([]);
    expect(found(kept.store, 'Tag:SkypeClients')).toMatchObject({ BlockConversationFromFederatedContacts: true });
  });

  it.each([
    [userScript, 'Tag:SkypeClients'],
    [siteScript, 'Site:Redmond'],
  ])('is none where the policy is there already: ours change in it and nothing else', async (script, identity) => {
    const own: Thing = { Identity: identity, IMWarning: 'own', MaximumNumberOfContacts: 5 };
    const result = await bench.run(script, { store: server({}, [own]), answers: yes });
    expect(result.exitCode).toBe(0);
    expect(found(result.store, identity)).toEqual({ ...own, ...ours });
    const set = result.calls.filter(({ cmdlet }) => cmdlet === 'Set-CsClientPolicy');
    expect(set.map(({ bound }) => Object.keys(bound).sort())).toEqual([
      ['Identity', 'Confirm', 'ErrorAction', ...Object.keys(ours)].sort(),
    ]);
    expect(result.text).toContain(`Undo: Set-CsClientPolicy -Identity '${identity.replace('Tag:', '')}' -Block`);
  });

  it('asks by itself where others hold the policy that is there', async () => {
    const own: Thing = { Identity: 'Tag:SkypeClients' };
    const shared = await bench.run(userScript, { store: server({ [thomas]: 'SkypeClients' }, [own]), answers: yes });
    expect(shared.questions.find(({ caption }) => caption.startsWith('High risk'))?.message).toContain(
      'SkypeClients is also granted to users who are not named here: 1',
    );
    const alone = await bench.run(userScript, { store: server({ [ana]: 'SkypeClients' }, [own]), answers: yes });
    expect(alone.questions.filter(({ caption }) => caption.startsWith('High risk'))).toEqual([]);
  });

  it('that is declined is granted to nobody', async () => {
    const result = await bench.run(userScript, { store: server(), answers: no });
    expect(result).toMatchObject({ exitCode: 3, changed: [], store: server() });
    const args = { Confirm: true };
    const some = await bench.run(userScript, { store: server(), answers: ['Y', 'Y', 'Y', 'Y', 'N', ...yes], args });
    expect(holders(some.store)).toEqual([undefined, undefined, undefined]);
    expect(some.text).toContain('Not made: Grant of client policy SkypeClients to 2 users: the policy is not there');
  });

  it('that cannot be made is granted to nobody, and is made by the next run', async () => {
    const reference = await bench.run(userScript, { store: server(), answers: yes });
    const at = reference.changed.indexOf('New-CsClientPolicy') + 1;
    const failed = await bench.run(userScript, { store: server(), answers: yes, failAt: at });
    expect(failed.exitCode).toBe(5);
    expect(holders(failed.store)).toEqual([undefined, undefined, undefined]);
    const again = await bench.run(userScript, { store: failed.store, folder: failed.folder, answers: yes });
    expect(again.exitCode).toBe(0);
    expect(sorted(again.store)).toEqual(sorted(reference.store));
  });

  it('whose grant failed is granted by the next run, without another look at what is in force', async () => {
    const reference = await bench.run(userScript, { store: server(), answers: yes });
    const at = reference.changed.lastIndexOf('Grant-CsClientPolicy') + 1;
    const failed = await bench.run(userScript, { store: server(), answers: yes, failAt: at });
    expect(failed.exitCode).toBe(5);
    expect(holders(failed.store)).toEqual(['SkypeClients', undefined, undefined]);
    const again = await bench.run(userScript, { store: failed.store, folder: failed.folder, answers: yes });
    expect(again).toMatchObject({ exitCode: 0, changed: ['Grant-CsClientPolicy'] });
  });

  it.each([
    [
      'a value',
      { MaximumNumberOfContacts: 99 },
      "MaximumNumberOfContacts is '99', and not what this rollout copied ('250')",
    ],
    [
      'a value that is gone',
      { DisplayPhoto: undefined },
      "DisplayPhoto is '', and not what this rollout copied ('ADPhotosOnly')",
    ],
    [
      'an entry',
      { PolicyEntry: values.PolicyEntry.slice(0, 1) },
      "PolicyEntry is 'OnlineFeedbackURL=https://www.contoso.com/feedback?a=1&b=2', and not what this rollout copied",
    ],
  ])('in which somebody has changed %s since is told by verify, and is not taken away', async (_, change, said) => {
    const made = await bench.run(siteScript, { store: server(), answers: yes });
    const verify = (store: Store) => bench.run(verifyFor(ofSite), { name: '3-verify.ps1', store, folder: made.folder });
    const back = (store: Store, args: NonNullable<RunOptions['args']>) =>
      bench.run(rollbackFor(ofSite), { name: '4-rollback.ps1', store, folder: made.folder, args });
    const changed: Store = {
      ...made.store,
      clientPolicies: made.store.clientPolicies.map((one) =>
        one.Identity === 'Site:Redmond' ? JSON.parse(JSON.stringify({ ...one, ...change })) : one,
      ),
    };
    const good = await verify(made.store);
    expect(good, good.text).toMatchObject({ exitCode: 0 });
    expect(good.text).toContain("Good: Client policy of site Redmond: HotdeskingTimeout: expected '00:05:00'");
    const differs = await verify(changed);
    expect(differs.exitCode).toBe(6);
    expect(differs.text.match(/^Differs: Client policy of site Redmond: \w+:/gm)).toEqual([
      `Differs: Client policy of site Redmond: ${Object.keys(change)[0]}:`,
    ]);
    const stopped = await back(changed, { Force: true });
    expect(stopped).toMatchObject({ exitCode: 4, changed: [], store: changed });
    expect(stopped.text).toContain(`Stop: Client policy Site:Redmond: ${said}`);
    const over = await back(changed, { Force: true, Overwrite: true });
    expect(over, over.text).toMatchObject({ exitCode: 0 });
    expect(sorted(over.store)).toEqual(sorted(server()));
  });

  it('that is not whole is taken away at once', async () => {
    const text = [
      '$script:Left = New-Object System.Collections.ArrayList',
      'function Show-Text([string]$Text) { $Text }',
      rows,
      "function Read-ClientPolicy($Name) { Select-Row (Get-CsClientPolicy) $Name 'Identity' }",
      shownValues,
      copy,
      '$copy = @{ DisableSavingIM = $true; MaximumNumberOfContacts = 250 }',
      "try { Add-CopiedPolicy 'Half' $copy { New-CsClientPolicy -Identity 'Half' -DisableSavingIM $true } }",
      "catch { 'Failed: ' + $_.Exception.Message }",
      "Add-CopiedPolicy 'Whole' $copy { New-CsClientPolicy -Identity 'Whole' @copy }",
      '$script:Left.Count',
    ].join('\n');
    const result = await bench.engine.run({ script: { text }, store: server() });
    expect(result.terminated).toBeNull();
    expect(result.store.clientPolicies.map(({ Identity }) => Identity)).toEqual(['Global', 'Tag:Whole']);
    expect(result.lines.map((line) => line.text)).toEqual([
      'Taken away again: Half',
      'Failed: the copy has another value of MaximumNumberOfContacts',
      '0',
    ]);
  });

  it('stands in one block for sites, and in no script that makes none', () => {
    const two = scriptFor({ ...ofSite, 'client-policy.sites': ['Redmond', 'Dublin'] });
    expect(two.match(/New-CsClientPolicy -Identity/g)).toHaveLength(1);
    expect(two).toContain('# Changes 4 to 5 of 5: client policy, as a copy of the one in force');
    expect(scriptFor({ ...ofSite, 'client-policy.target': 'in-force' })).not.toMatch(/Copy-|New-CsClientPolicy/);
    expect(siteScript).not.toContain('Find-PolicyInCommon');
  });

  it('for everyone is none: Global is changed as the policy in force', async () => {
    const everyone = { 'access-policy.scope': 'global', 'client-policy.target': 'new-copy' };
    const result = await bench.run(scriptFor(everyone), { store: server(), answers: yes });
    expect(result.exitCode).toBe(0);
    expect(result.store.clientPolicies).toEqual([{ ...global, ...ours }]);
    expect(clientCalls(result.changed)).toEqual(['Set-CsClientPolicy']);
  });

  it.each(products)('has each property that a client policy of %s has, and goes back whole', async (product) => {
    const full: Thing = { Identity: 'Global', ...everyValue(product) };
    expect(Object.keys(full).length).toBeGreaterThan(70);
    const store = { ...server(), ...asInstalled({ product }), clientPolicies: [full] };
    const answers = { ...ofSite, 'deployment.product': product };
    const made = await bench.run(scriptFor(answers), { store, args: { Force: true, AcceptHighRisk: true } });
    expect(made, made.text).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    expect(made.store.clientPolicies).toEqual([full, { ...full, Identity: 'Site:Redmond', ...ours }]);
    const on = { store: made.store, folder: made.folder, args: { Force: true } };
    const back = await bench.run(rollbackFor(answers), { name: '4-rollback.ps1', ...on });
    expect(back, back.text).toMatchObject({ exitCode: 0, terminated: null });
    expect(sorted(back.store)).toEqual(sorted(store));
  });

  it.each(products)('is made on %s', async (product) => {
    const people = asInstalled({ product, users: [{ name: 'Ana Trujillo', sip: ana }] });
    const store = { ...people, clientPolicies: [global] };
    for (const answers of [copyFor(ana), ofSite]) {
      const result = await bench.run(scriptFor({ ...answers, 'deployment.product': product }), { store, answers: yes });
      expect(result).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
      expect(result.store.clientPolicies[1]).toMatchObject({ ...values, ...ours });
    }
  });
});
