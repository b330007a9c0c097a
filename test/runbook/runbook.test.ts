import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Event, Rollout } from '../../src/model/index.ts';
import { planOf } from '../../src/plan/index.ts';
import { runbook } from '../../src/runbook/index.ts';
import { applyEvent, newRollout, readEvidence, readGiven, viewOf } from '../../src/state/index.ts';
import { steps } from '../../src/steps/index.ts';
import { evidenceFile, item, items, person } from '../state/evidence-file.ts';

const at = '2026-11-23T21:30:00.000Z';
const example = readFileSync(resolve(import.meta.dirname, '../../examples/contoso.json'));

function contoso(change: Readonly<Record<string, unknown>> = {}): Rollout {
  const answers = { ...JSON.parse(example.toString()), ...change };
  const given = readGiven(Buffer.from(JSON.stringify(answers)), { now: at, offset: 0, by: 'ana' });
  if (given.state !== 'read') throw new Error(JSON.stringify(given));
  return given.rollout;
}

function written(rollout: Rollout, offset = 0): string {
  return runbook({ rollout, written: at, offset, version: '0.1.0' });
}

/** The rollout, into which evidence with these values was taken. */
function seeing(rollout: Rollout, values: object): Rollout {
  const read = readEvidence(evidenceFile(values));
  if (read.state === 'wrong') throw new Error(read.said);
  const evidence = { ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' };
  return applyEvent(rollout, { at, by: 'ana', type: 'evidence-imported', evidence });
}

/** The text of one section, without those beside it. */
function section(text: string, title: string): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => /^#+ /.test(line) && line.replace(/^#+ /, '') === title);
  expect(start, `a section ${title}`).toBeGreaterThan(-1);
  const level = lines[start]?.match(/^#+/)?.[0].length ?? 0;
  const end = lines.findIndex((line, i) => i > start && new RegExp(`^#{1,${level}} `).test(line));
  return lines.slice(start, end < 0 ? undefined : end).join('\n');
}

describe('the runbook', () => {
  const text = written(contoso());

  it('says first that Skype is closed', () => {
    const first = text.split('\n').find((line) => line.startsWith('## '));
    expect(first).toContain('Skype is closed');
    expect(section(text, 'Before anything else: Skype is closed')).toContain('5 May 2025');
  });

  it('names owner, approver and window, or that nobody is named', () => {
    expect(text).toContain('| Owner | Maria Anders |');
    expect(text).toContain('| Maintenance window | Saturday 22:00 to 02:00 |');
    expect(written(newRollout({ id: 'x', at, by: 'ana' }))).toContain('| Approver | not named |');
  });

  it('has every step and every page of it', () => {
    const view = viewOf(contoso(), '2026-11-23');
    steps.forEach((step, i) => {
      const part = section(text, `Step ${i + 1}: ${step.title}`);
      for (const page of step.pages.filter((one) => one.shown?.(view) ?? true))
        expect(part).toContain(`### ${page.title}`);
    });
  });

  it('tells a switch of routing with what is looked at before, what is lost, and when the way back is open', () => {
    const switched = written(contoso({ 'edge.routing': 'switch-to-dns-srv' }));
    const checks = section(switched, 'Go or no-go');
    expect(checks).toContain('`RoutingMethod : UseDefaultRouting`, which the script switches when asked');
    expect(checks).not.toContain('Decide on the routing');
    const change = section(switched, 'Change 1: Access Edge configuration: routing');
    expect(change).toContain('only where RoutingMethod is UseDefaultRouting');
    expect(change).toMatch(/Risk high: .*is to be taken as lost with the switch/);
    expect(section(switched, 'Undo: Access Edge configuration: routing')).toContain(
      'Run, only once every public and every hosting provider is deleted:',
    );
    const afterwards = section(switched, 'Afterwards');
    expect(afterwards).toContain('`RoutingMethod : UseDnsSrvRouting`');
    expect(afterwards).not.toContain('EnablePartnerDiscovery');
  });

  it('tells federation routes with what is looked at before, the way back, and no board at the topology alone', () => {
    const routed = written(contoso({ 'edge.federation-routes': [{ site: 'Redmond', pool: 'edge02.contoso.local' }] }));
    const checks = section(routed, 'Go or no-go');
    expect(checks).toContain('`EdgeServer:edge02.contoso.local`');
    expect(checks).toContain('`Domain Admins` as well');
    expect(section(routed, 'What changes on the server')).toContain('| with those before it |');
    expect(section(routed, 'Undo: Federation route of site Redmond')).toContain(
      'once all changes that need it are set back:',
    );
    expect(section(routed, 'Undo: Enabling the topology')).toContain('Nothing of its own');
    expect(section(routed, 'Afterwards')).toContain("Get-CsSite -Identity 'Redmond'");
    expect(section(routed, 'Route and failover')).toContain('While a failover lasts, do not run it');
  });

  it('tells a copy with what it has, what has to be the same, and its way back', () => {
    const users = { 'client-policy.scope': 'user', 'client-policy.users': ['ana@contoso.com', 'maria@contoso.com'] };
    const copied = written(contoso({ 'client-policy.target': 'new-copy', ...users }));
    expect(section(copied, 'Go or no-go')).toContain('the same `ClientPolicy` for each of the 2 users');
    const changed = copied.split('\n').find((line) => /^#+ Change \d+: Client policy SkypeClients/.test(line)) ?? '';
    expect(section(copied, changed.replace(/^#+ /, ''))).toContain('    <all else as in force>');
    expect(section(copied, 'Afterwards')).toContain('all else as in the policy that was in force');
    expect(section(copied, 'Undo: Client policy SkypeClients')).toContain('Remove-CsClientPolicy');
    const undone = copied.indexOf('Undo: Client policy SkypeClients');
    expect(copied.indexOf('Undo: Grant of client policy SkypeClients')).toBeLessThan(undone);
  });

  it('prints each change with its risk, its reach, its commands and its way back', () => {
    const changes = planOf(viewOf(contoso(), '2026-11-23'));
    changes.forEach(({ desired, undo }, i) => {
      const part = section(text, `Change ${i + 1}: ${desired.title}`);
      expect(part).toContain(`Risk ${desired.risk.level}`);
      expect(part).toContain('Reaches: ');
      expect(part).toContain('```powershell');
      const back = section(text, `Undo: ${desired.title}`);
      expect(back.match(/```powershell/g) ?? []).toHaveLength(undo.length);
    });
    const undone = [...text.matchAll(/^### Undo: (.*)$/gm)].map((match) => match[1]);
    expect(undone).toEqual(changes.map(({ desired }) => desired.title).reverse());
  });

  it('tells why once for changes of one kind, and the risk of each', () => {
    const dublin = section(text, 'Change 6: External access policy of site Dublin');
    expect(dublin).toContain('\n\nWhy: as for change 5.\n\nRisk medium: A new policy hides Global');
  });

  it('tells once what to do where a value does not read back', () => {
    const after = section(text, 'Afterwards');
    expect(after.match(/Run the script again|run the script again/g)).toHaveLength(1);
    expect(after).toContain("| `Get-CsAccessEdgeConfiguration -Identity 'Global'` | `AllowFederatedUsers : True` |\n");
    expect(after).toMatch(/reached the Edge:\n\n\| Run \| Should print \| Otherwise \|/);
  });

  it('says what only the server knows, and where it is written', () => {
    expect(section(text, 'Change 5: External access policy of site Redmond')).toContain(
      '-EnableOutsideAccess <as now>',
    );
    expect(section(text, 'The way back')).toContain('-AllowFederatedUsers <value in the state file>');
  });

  it('gives a board what each check should print', () => {
    const checks = section(text, 'Go or no-go');
    expect(checks).toContain('`RoutingMethod : UseDnsSrvRouting`');
    expect(checks).toContain('no entry with Identity `Skype` and none with ProxyFqdn `federation.messenger.msn.com`');
    expect(checks).toContain('`Redmond` and `Dublin`');
    expect(checks).toContain('Decides: Maria Anders or Thomas Hardy.');
  });

  it('checks each user who is granted a policy', () => {
    const users = {
      'access-policy.scope': 'user',
      'access-policy.users': ['ana@contoso.com'],
      'client-policy.scope': 'user',
      'client-policy.users': ['ana@contoso.com'],
    };
    const checks = section(written(contoso(users)), 'Go or no-go');
    expect(checks).toContain("`Get-CsUser -Identity 'ana@contoso.com'`");
  });

  it('keeps waits with date and day, and waivers with reason and end', () => {
    expect(section(text, 'Open waits')).toContain('DNS published: since 21 Nov 2025, day 367.');
    expect(section(text, 'Waivers')).toContain(
      '- Edge, Firewall, not needed: Open since 2013, looked at in the yearly review, until 30 Nov 2026',
    );
  });

  it('lists what somebody has to do yet, and for which step', () => {
    const open = section(text, 'Open tasks');
    expect(open).toContain('- Edge: Replicated.');
    expect(open).toContain('- Access policy: Replicated.');
    expect(open).not.toContain('Rights.');
    expect(open).not.toContain('Merged.');
    expect(section(written(contoso({ 'contacts.people': [] })), 'Open tasks')).toContain('- Accounts: Merged.');
  });

  it('tells of a task that each person has for oneself how many are where, unless it was done once for all', () => {
    const table = section(text, 'Make the account');
    expect(table).toContain('| Account made | by person: 2 done |');
    expect(table).toContain('| Skype is current | done 3 Nov 2014 |');
    const people = JSON.parse(example.toString())['contacts.people'];
    const begun = contoso({ 'contacts.people': [...people, { name: 'Elizabeth Brown', situation: 'needs-account' }] });
    expect(section(written(begun), 'Make the account')).toContain('| Account made | by person: 1 to do, 2 done |');
    const nobody = written(contoso({ 'contacts.people': [] }));
    expect(section(nobody, 'Make the account')).toContain('| Account made | to do |');
  });

  it('runs nothing for a user whom the script leaves out, nor reads them back, and names them', () => {
    const names = ['ana@contoso.com', 'maria@contoso.com'];
    const chosen = {
      ...{ 'access-policy.scope': 'user', 'access-policy.users': names, 'access-policy.effective': undefined },
      ...{ 'client-policy.scope': 'user', 'client-policy.users': names, 'client-policy.target': 'new-copy' },
    };
    const users = item(person('ana', { Enabled: false }), person('maria'));
    const told = written(seeing(contoso(chosen), { items: { ...items, users } }));
    const grants = [...told.matchAll(/^### (Change \d+: Grant of .*)$/gm)].map(([, title = '']) =>
      section(told, title),
    );
    expect(grants).toHaveLength(2);
    for (const grant of grants) {
      expect(grant).toContain('`left out: ana@contoso.com is not enabled on the server`');
      expect(grant).toContain("-Identity 'maria@contoso.com'");
      expect(grant).toContain('Reaches: 1 of the 2 users, one by one;');
      expect(grant).not.toContain("-Identity 'ana@contoso.com'");
    }
    for (const title of ['Afterwards', 'The way back'])
      expect(section(told, title)).not.toContain("-Identity 'ana@contoso.com'");
    const before = section(told, 'Go or no-go');
    expect(before).toContain("Get-CsUser -Identity 'ana@contoso.com'");
    expect(before, 'one alone differs from nobody').not.toContain('the same `ClientPolicy`');
  });

  it('says of an open task that verify saw it done, and leaves it open', () => {
    const accessEdge = item({ Identity: 'Global', AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' });
    const checks = [{ what: 'Replication to the Edge', name: 'edge01.contoso.local', good: true }];
    const rollout = contoso({ 'edge.federation-routes': [], 'edge.replicated': { state: 'todo' } });
    const seen = seeing(rollout, { script: 'verify', checks, items: { ...items, accessEdge } });
    expect(section(written(seen), 'Open tasks')).toMatch(
      /^- Edge: Replicated\. .+ Seen done on 3 Nov 2025 by 3-verify\.ps1 on FE01; not ticked\.$/m,
    );
  });

  it('leaves lines for the decision, with the names that are known', () => {
    expect(section(text, 'Decision')).toContain('| Approved | Thomas Hardy |  |  |');
  });

  it('writes lists and records whole', () => {
    expect(section(text, 'The Access Edge')).toContain(
      'access-redmond.contoso.com, edge01.contoso.local, Redmond; access-dublin.contoso.com, edge02.contoso.local, Dublin',
    );
  });

  it('claims nothing about the server', () => {
    expect(section(text, 'Where it stands')).toContain('Nothing was seen on the server yet');
  });

  it('tells each person with the address to type and where they stand', () => {
    const ana = section(text, 'Ana Trujillo');
    expect(ana).toContain('Type `ana@outlook.com`');
    expect(ana).toContain('`ana(outlook.com)@msn.com`');
    expect(ana).toContain('| Start from Skype | done 6 Nov 2014, failed |');
  });

  it('tells hours as the clock of the reader shows them', () => {
    expect(written(contoso(), 180)).toContain('| Written | 24 Nov 2026 00:30, by skypefed 0.1.0 |');
  });

  it('records who did what, in order', () => {
    const happened: readonly Event[] = [
      { at, by: 'ana', type: 'answered', field: 'deployment.organisation', value: 'A|B' },
      { at, by: 'bo', type: 'cleared', field: 'deployment.organisation', was: 'A|B' },
      { at, by: 'ana', type: 'task-moved', task: 'edge.firewall', to: { state: 'done', at: '2026-11-23' } },
      { at, by: 'ana', type: 'exported', files: 5, written: at },
    ];
    const record = section(
      written(happened.reduce(applyEvent, newRollout({ id: 'x', at, by: 'ana' }))),
      'Change record',
    );
    expect(record.split('\n').slice(4)).toEqual(
      [
        '| 23 Nov 2026 21:30 | ana | Rollout begun |',
        '| 23 Nov 2026 21:30 | ana | Organisation: A\\|B |',
        '| 23 Nov 2026 21:30 | bo | Organisation: answer taken back |',
        '| 23 Nov 2026 21:30 | ana | Firewall: done |',
        '| 23 Nov 2026 21:30 | ana | Exported, 5 files |',
      ].concat(record.endsWith('\n') ? [''] : []),
    );
  });

  it('records an answer whose meaning this version does not know, and no text of it', () => {
    const told = (field: string, value: unknown): Event => ({ at, by: 'ana', type: 'answered', field, value });
    const events = [
      told('deployment.sip-domains', 5),
      told('edge.pools', [{ name: '10.0.0.5' }]),
      told('retire.soak-days', '\u001b[2J'),
    ];
    const record = section(written({ ...contoso(), events }), 'Change record');
    expect(record.trimEnd().split('\n').slice(4)).toEqual(
      ['SIP domains', 'Edge pools', 'retire.soak-days'].map(
        (name) => `| 23 Nov 2026 21:30 | ana | ${name}: answered in another version of this program |`,
      ),
    );
  });

  it('prints what a person typed as text, wherever it stands', () => {
    const typed = '`x` <b>*a*</b> [l](u) | # $(1)';
    const odd = written(contoso({ 'deployment.organisation': typed, 'deployment.owner': typed }));
    expect(odd).not.toContain(typed);
    expect(odd).toContain('\\`x\\` \\<b>\\*a\\*\\</b> \\[l\\](u) \\| \\# $(1)');
  });
});
