import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { no, sorted, undoOf, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Store } from './engine.ts';
import { contosoAnswers, scriptFor } from './scripts.ts';

const script = scriptFor(contosoAnswers);
const skype = {
  Identity: 'Skype',
  ProxyFqdn: 'federation.messenger.msn.com',
  IconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
  NameDecorationRoutingDomain: 'msn.com',
  NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
  VerificationLevel: 'UseSourceVerification',
  Enabled: true,
} as const;

/** As installed, with remote sign-in on for everyone: what a new policy must not cut. */
function installed(): Store {
  return { ...asInstalled(), externalAccessPolicies: [accessPolicy('Global', { EnableOutsideAccess: true })] };
}

function wanted(): Store {
  const store = installed();
  return sorted({
    ...store,
    accessEdge: { ...store.accessEdge, AllowFederatedUsers: true },
    publicProviders: [...store.publicProviders.filter(({ Identity }) => Identity !== 'Messenger'), skype],
    externalAccessPolicies: [
      ...store.externalAccessPolicies,
      accessPolicy('Site:Redmond', {
        EnableFederationAccess: true,
        EnablePublicCloudAccess: true,
        EnablePublicCloudAudioVideoAccess: true,
        EnableOutsideAccess: true,
      }),
    ],
    clientPolicies: [
      { Identity: 'Global', EnableNotificationForNewSubscribers: true, BlockConversationFromFederatedContacts: false },
    ],
  });
}

const changing = [
  'Set-CsAccessEdgeConfiguration',
  'New-CsExternalAccessPolicy',
  'Remove-CsPublicProvider',
  'New-CsPublicProvider',
  'Set-CsClientPolicy',
];

describe.skipIf(!hasDotnet())('the apply script', () => {
  const bench = useBench();

  it('takes a server from as installed to what is wanted', async () => {
    const result = await bench.run(script, { store: installed(), answers: yes });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, errors: [], openTranscripts: [] });
    expect(result.changed).toEqual(changing);
    expect(sorted(result.store)).toEqual(wanted());
    expect(result.files).toEqual(['apply.log', 'backup.zip', 'state.clixml', 'state.clixml.touched', 'transcript.txt']);
  });

  it('changes nothing when it is run again', async () => {
    const first = await bench.run(script, { store: installed(), answers: yes });
    const again = await bench.run(script, { store: first.store, folder: first.folder });
    expect(again).toMatchObject({ exitCode: 0, terminated: null, changed: [], questions: [], store: first.store });
    expect(again.text).toContain('Everything is as wanted. Nothing to do.');
    expect(again.files.filter((name) => /state|backup/.test(name))).toEqual([
      'backup.zip',
      'state.clixml',
      'state.clixml.touched',
    ]);
  });

  it('writes no state and no backup where nothing is to do', async () => {
    const result = await bench.run(script, { store: wanted() });
    expect(result).toMatchObject({ exitCode: 0, files: ['apply.log', 'transcript.txt'] });
  });

  it('shows, asks nothing, changes nothing and writes nothing with -WhatIf', async () => {
    const result = await bench.run(script, { store: installed(), args: { WhatIf: true } });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, changed: [], questions: [], files: [] });
    expect(result.store).toEqual(installed());
    expect(result.text.match(/^What if:/gm)).toHaveLength(4);
    expect(result.text).toContain('EnablePublicCloudAccess: (new) -> $true');
  });

  it('shows what is there and what will be, asks once for all of it, and for high risk on its own', async () => {
    const { questions, text, lines } = await bench.run(script, { store: installed(), answers: yes });
    expect(questions.map(({ caption }) => caption)).toEqual([
      'Rollout contoso',
      'High risk: Client policy in force for Redmond: Global',
    ]);
    expect(questions[0]?.message).toMatch(
      /^Make these 3 changes on \S+\? One more is high risk and is asked for by itself\.$/,
    );
    expect(questions[1]?.message).toMatch(/^Global also holds for all others/);
    expect(text).toContain("    Removes: Messenger\n        ProxyFqdn: 'federation.messenger.msn.com'");
    const shown = lines.findLastIndex((line) => line.text.startsWith('To change: '));
    expect(lines.findIndex((line) => line.text.startsWith('The values before are in'))).toBeGreaterThan(shown);
  });

  it('asks for all of it in one question where high risk is accepted', async () => {
    const args = { AcceptHighRisk: true };
    const { questions, exitCode } = await bench.run(script, { store: installed(), answers: ['Y'], args });
    expect(questions.map(({ message }) => message)).toEqual([expect.stringMatching(/^Make these 4 changes on \S+\?$/)]);
    expect(exitCode).toBe(0);
  });

  it('asks for high risk alone where nothing else is to change', async () => {
    const rest = { ...wanted(), clientPolicies: [{ Identity: 'Global' }] };
    const made = await bench.run(script, { store: rest, answers: ['Y'] });
    expect(made.questions.map(({ caption }) => caption)).toEqual([
      'High risk: Client policy in force for Redmond: Global',
    ]);
    expect(made.exitCode).toBe(0);
    const declined = await bench.run(script, { store: rest, answers: ['N'] });
    expect(declined).toMatchObject({ exitCode: 3, changed: [], store: rest });
    expect(declined.files).not.toContain('state.clixml');
  });

  it('asks for each change with what it does under -Confirm, and never for the files it writes', async () => {
    const result = await bench.run(script, { store: installed(), answers: yes, args: { Confirm: true } });
    expect(result).toMatchObject({ exitCode: 0, terminated: null });
    expect(result.questions.map(({ caption }) => caption)).toEqual([
      'Confirm',
      'Confirm',
      'Confirm',
      'High risk: Client policy in force for Redmond: Global',
    ]);
    expect(result.questions[0]?.message).toContain('"Set AllowFederatedUsers"');
    expect(result.questions[2]?.message).toContain(
      '"Make it, after removing Messenger" on target "Public provider Skype"',
    );
  });

  it('takes Yes to All under -Confirm for all that is not high risk', async () => {
    const options = { store: installed(), answers: ['A', 'Y'], args: { Confirm: true } };
    const { questions, exitCode } = await bench.run(script, options);
    expect({ asked: questions.length, exitCode }).toEqual({ asked: 2, exitCode: 0 });
  });

  it('asks for high risk alone with -Confirm:$false', async () => {
    const result = await bench.run(script, { store: installed(), answers: ['Y'], args: { Confirm: false } });
    expect(result).toMatchObject({ exitCode: 0, terminated: null });
    expect(result.questions.map(({ caption }) => caption)).toEqual([
      'High risk: Client policy in force for Redmond: Global',
    ]);
  });

  it('ends with 3 where all is declined, and leaves no state file', async () => {
    const together = await bench.run(script, { store: installed(), answers: no });
    expect(together).toMatchObject({ exitCode: 3, changed: [], store: installed(), openTranscripts: [] });
    expect(together.files).toEqual(['apply.log', 'transcript.txt']);
    const each = await bench.run(script, { store: installed(), answers: no, args: { Confirm: true } });
    expect(each).toMatchObject({ exitCode: 3, changed: [], store: installed() });
    expect(each.files).toEqual(['apply.log', 'backup.zip', 'transcript.txt']);
  });

  it('leaves a state file that was there as it was where all is declined', async () => {
    const first = await bench.run(script, { store: installed(), answers: ['Y', 'N'] });
    const state = first.files.filter((name) => name.startsWith('state'));
    const declined = await bench.run(script, { store: first.store, folder: first.folder, answers: no });
    expect(declined).toMatchObject({ exitCode: 3, changed: [], store: first.store });
    expect(declined.files.filter((name) => name.startsWith('state'))).toEqual(expect.arrayContaining(state));
  });

  it('ends with 5 where some is declined', async () => {
    const answers = ['Y', 'N', 'Y', 'N'];
    const some = await bench.run(script, { store: installed(), answers, args: { Confirm: true } });
    expect(some.exitCode).toBe(5);
    expect(some.text).toContain('Not made: External access policy of site Redmond: declined');
    expect(some.changed).toEqual([changing[0], changing[2], changing[3]]);
    const high = await bench.run(script, { store: installed(), answers: ['Y', 'N'] });
    expect(high).toMatchObject({ exitCode: 5, changed: changing.slice(0, 4) });
  });

  it('ends with 3 and names -Force where nobody can be asked, and leaves no state file', async () => {
    for (const args of [{}, { Confirm: true }]) {
      const result = await bench.run(script, { store: installed(), args });
      expect(result).toMatchObject({ exitCode: 3, changed: [], store: installed(), openTranscripts: [] });
      expect(result.text).toContain('with -Force, which asks nothing');
      expect(result.files.filter((name) => name.startsWith('state'))).toEqual([]);
    }
  });

  it('leaves high risk out under -Force and ends with 5, unless it is accepted', async () => {
    const forced = await bench.run(script, { store: installed(), args: { Force: true } });
    expect(forced).toMatchObject({ exitCode: 5, questions: [], changed: changing.slice(0, 4) });
    expect(forced.text).toContain('Global: high risk, and -AcceptHighRisk is not given');
    const accepted = await bench.run(script, { store: installed(), args: { Force: true, AcceptHighRisk: true } });
    expect(accepted).toMatchObject({ exitCode: 0, questions: [] });
    expect(sorted(accepted.store)).toEqual(wanted());
  });

  it.each(changing.map((cmdlet, i) => [i + 1, cmdlet] as const))(
    'lists a failure at changing call %d, %s, ends with 5, and makes it good when run again',
    async (failAt, cmdlet) => {
      const failed = await bench.run(script, { store: installed(), answers: yes, failAt });
      expect(failed).toMatchObject({ exitCode: 5, terminated: null, openTranscripts: [] });
      expect(failed.calls.find(({ outcome }) => outcome === 'failed')?.cmdlet).toBe(cmdlet);
      expect(failed.text).toMatch(/^Not made: .*could not be completed/m);
      expect(failed.files).toContain('state.clixml');
      const again = await bench.run(script, { store: failed.store, folder: failed.folder, answers: yes });
      expect(again).toMatchObject({ exitCode: 0, terminated: null });
      expect(sorted(again.store)).toEqual(wanted());
    },
  );

  it('ends with 5 where a value does not read back as it was set', async () => {
    const set = "{ Set-CsAccessEdgeConfiguration -Identity 'Global' @want -Confirm:$false -ErrorAction Stop }";
    expect(script).toContain(set);
    const result = await bench.run(
      script.replace(set, () => '{ }'),
      { store: installed(), answers: yes },
    );
    expect(result.exitCode).toBe(5);
    expect(result.text).toContain('federation: it reads back with another value of AllowFederatedUsers');
  });

  it('puts the removed provider back where the new one is not accepted', async () => {
    const failed = await bench.run(script, { store: installed(), answers: yes, failAt: 4 });
    expect(sorted(failed.store).publicProviders).toEqual(sorted(installed()).publicProviders);
    expect(failed.text).toContain('Put back: Messenger');
  });

  it('prints undo commands that lead back to exactly what was', async () => {
    const { store, lines } = await bench.run(script, { store: installed(), answers: yes });
    const text = ['Import-Module Lync', ...undoOf({ lines })].join('\n');
    const undone = await bench.engine.run({ script: { text }, store });
    expect(undone).toMatchObject({ errors: [], terminated: null });
    expect(sorted(undone.store)).toEqual(sorted(installed()));
  });

  it('says the name of the verification level that it set by number', async () => {
    const { text } = await bench.run(script, { store: installed(), answers: yes });
    expect(text).toContain('VerificationLevel 2 is UseSourceVerification here.');
  });

  it('goes on without a transcript, and keeps its own log', async () => {
    const result = await bench.run(script, { store: installed(), answers: yes, canTranscribe: false });
    expect(result).toMatchObject({ exitCode: 0, terminated: null });
    expect(result.text).toContain('No transcript here, the log goes on');
    expect(result.files).not.toContain('transcript.txt');
  });

  it('makes no backup with -NoBackup', async () => {
    const result = await bench.run(script, { store: installed(), answers: yes, args: { NoBackup: true } });
    expect(result.files).not.toContain('backup.zip');
    expect(result.calls.map(({ cmdlet }) => cmdlet)).not.toContain('Export-CsConfiguration');
  });

  it('writes where -OutputFolder says, and makes that folder', async () => {
    const target = join(bench.folder(), 'made', 'here');
    const result = await bench.run(script, { store: installed(), answers: yes, args: { OutputFolder: target } });
    expect(result).toMatchObject({ exitCode: 0, files: [] });
    expect(result.text).toContain(join(target, 'state-'));
  });

  it('refuses a folder whose name is a pattern', async () => {
    const target = join(bench.folder(), 'a[1]');
    const result = await bench.run(script, { store: installed(), answers: yes, args: { OutputFolder: target } });
    expect(result).toMatchObject({ exitCode: 2, changed: [] });
  });

  it('changes nothing where the state cannot be written', async () => {
    const folder = bench.folder();
    writeFileSync(join(folder, 'file'), '');
    const args = { OutputFolder: join(folder, 'file') };
    const result = await bench.run(script, { folder, store: installed(), answers: yes, args });
    expect(result).toMatchObject({ exitCode: 1, changed: [], store: installed() });
  });
});

describe.skipIf(!hasDotnet())('the state file', () => {
  const bench = useBench();
  const stateIn = async (folder: string) => {
    const text = `$s = Import-Clixml (Get-ChildItem '${folder}' -Filter 'state-*.clixml').FullName
      foreach ($r in $s['Records']) { "$($r['Kind'])|$($r['Identity'])|$($r['Existed'])|" + (($r['Before'].Keys | Sort-Object | ForEach-Object { "$_=$($r['Before'][$_])" }) -join ',') }`;
    const { lines } = await bench.engine.run({ script: { text } });
    return lines.map((line) => line.text).sort();
  };
  const before = [
    'CsAccessEdgeConfiguration|Global|True|AllowFederatedUsers=False',
    'CsClientPolicy|Global|True|BlockConversationFromFederatedContacts=,EnableNotificationForNewSubscribers=',
    'CsExternalAccessPolicy|Site:Redmond|False|',
    'CsPublicProvider|Messenger|True|Enabled=False,IconUrl=,Identity=Messenger,NameDecorationDomain=,' +
      'NameDecorationExcludedDomainList=,NameDecorationRoutingDomain=,ProxyFqdn=federation.messenger.msn.com,VerificationLevel=2',
    'CsPublicProvider|Skype|False|',
  ];

  it('has every value that is touched, and is there before the first change', async () => {
    const { folder } = await bench.run(script, { store: installed(), answers: yes, failAt: 1 });
    expect(await stateIn(folder)).toEqual(before);
  });

  it('keeps its first values when later runs touch the same', async () => {
    const first = await bench.run(script, { store: installed(), answers: yes });
    const store = { ...first.store, accessEdge: { ...first.store.accessEdge, AllowFederatedUsers: false } };
    store.externalAccessPolicies = [store.externalAccessPolicies[0] ?? accessPolicy('Global')];
    store.clientPolicies = [{ Identity: 'Global', EnableNotificationForNewSubscribers: false }];
    const { folder, exitCode } = await bench.run(script, { store, folder: first.folder, answers: yes });
    expect(exitCode).toBe(0);
    expect(await stateIn(folder)).toEqual(before);
  });

  it('takes anew what was written down and then never touched', async () => {
    const declined = await bench.run(script, { store: installed(), answers: no });
    const store = {
      ...installed(),
      clientPolicies: [{ Identity: 'Global', EnableNotificationForNewSubscribers: false }],
    };
    const { folder } = await bench.run(script, { store, folder: declined.folder, answers: yes });
    const client =
      'CsClientPolicy|Global|True|BlockConversationFromFederatedContacts=,EnableNotificationForNewSubscribers=False';
    expect(await stateIn(folder)).toEqual(before.map((line) => (line.startsWith('CsClientPolicy') ? client : line)));
  });

  it('stops the script where it cannot be read', async () => {
    const folder = bench.folder();
    writeFileSync(join(folder, 'state-1.clixml'), '<Objs');
    const result = await bench.run(script, { folder, store: installed(), answers: yes });
    expect(result).toMatchObject({ exitCode: 4, changed: [], store: installed() });
    expect(result.text).toContain('This state file cannot be read');
  });

  it.each([
    ['another rollout', "@{ Format = 'skypefed-state'; Version = 1; Rollout = 'fabrikam'; Records = @() }", 0],
    ['something else', "'a text'", 0],
    ['a newer program', "@{ Format = 'skypefed-state'; Version = 2; Rollout = 'contoso'; Records = @() }", 4],
  ])('of %s is told apart', async (_, value, exitCode) => {
    const folder = bench.folder();
    const path = join(folder, 'state-1.clixml');
    await bench.engine.run({ script: { text: `Export-Clixml -InputObject (${value}) -Path '${path}'` } });
    const content = readFileSync(path);
    const result = await bench.run(script, { folder, store: installed(), answers: yes });
    expect(result.exitCode).toBe(exitCode);
    expect(readFileSync(path)).toEqual(content);
  });
});
