import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../src/export/index.ts';
import { readGiven } from '../../src/state/index.ts';
import { sorted, undoOf, useBench, yes } from './bench.ts';
import { accessPolicy, asInstalled, hasDotnet, type Store } from './engine.ts';

const moment = '2026-11-23T21:30:00.000Z';
const example = join(import.meta.dirname, '../../examples/contoso.json');

/** The apply script as an export of the example has it. */
function exportedScript(): string {
  const given = readGiven(readFileSync(example), { now: moment, offset: 60, by: 'ana' });
  if (given.state !== 'read') throw new Error('the example cannot be read');
  const files = exportFiles(given.rollout, { now: () => moment, offset: 60, user: 'ana', version: '0.1.0' });
  const script = files.find(({ path }) => path === 'scripts/2-apply.ps1');
  if (!script) throw new Error('the export has no apply script');
  return script.text;
}

/** Contoso as installed: two sites, each with an Edge pool of its own. */
function contoso(): Store {
  const edge = (internal: string, external: string) => ({ internal, external });
  return asInstalled({
    sipDomains: ['contoso.com', 'fabrikam.com'],
    sites: [
      { name: 'Redmond', edge: edge('edge01.contoso.local', 'access-redmond.contoso.com') },
      { name: 'Dublin', edge: edge('edge02.contoso.local', 'access-dublin.contoso.com') },
    ],
    users: [{ name: 'Ana Trujillo', sip: 'ana@contoso.com' }],
  });
}

const open = { EnableFederationAccess: true, EnablePublicCloudAccess: true, EnablePublicCloudAudioVideoAccess: true };

describe.skipIf(!hasDotnet())("Contoso's exported apply script", () => {
  const bench = useBench();
  const script = exportedScript();

  it('brings Contoso from as installed to what its answers want, and then has nothing to do', async () => {
    const first = await bench.run(script, { store: contoso(), answers: yes });
    expect(first).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    expect(first.store.accessEdge).toEqual({ ...contoso().accessEdge, AllowFederatedUsers: true });
    expect(first.store.externalAccessPolicies).toEqual([
      accessPolicy('Global'),
      accessPolicy('Site:Redmond', open),
      accessPolicy('Site:Dublin', open),
    ]);
    expect(first.store.publicProviders.filter(({ Enabled }) => Enabled)).toEqual([
      {
        Identity: 'Skype',
        ProxyFqdn: 'federation.messenger.msn.com',
        IconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
        NameDecorationRoutingDomain: 'msn.com',
        NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
        VerificationLevel: 'UseSourceVerification',
        Enabled: true,
      },
    ]);
    expect(first.store.clientPolicies).toEqual([
      { Identity: 'Global', EnableNotificationForNewSubscribers: true, BlockConversationFromFederatedContacts: false },
    ]);
    expect(first.store.sites.map(({ FederationRoute }) => FederationRoute)).toEqual([
      'EdgeServer:edge01.contoso.local',
      'EdgeServer:edge02.contoso.local',
    ]);
    expect(first.store.topologyEnabled).toBe(true);
    const again = await bench.run(script, { store: first.store, folder: first.folder });
    expect(again).toMatchObject({ exitCode: 0, changed: [], questions: [], store: first.store });
  });

  it('ends with 5 at a failure of the third changing call, has its state on disk, and goes on from there', async () => {
    const failed = await bench.run(script, { store: contoso(), answers: yes, failAt: 3 });
    expect(failed.exitCode).toBe(5);
    expect(failed.files).toContain('state.clixml');
    const again = await bench.run(script, { store: failed.store, folder: failed.folder, answers: yes });
    const whole = await bench.run(script, { store: contoso(), answers: yes });
    expect(again.exitCode).toBe(0);
    expect(sorted(again.store)).toEqual(sorted(whole.store));
  });

  it('can be taken back by the commands that it printed', async () => {
    const { store, lines } = await bench.run(script, { store: contoso(), answers: yes });
    const undo = ['Import-Module Lync', ...undoOf({ lines })].join('\n');
    const undone = await bench.engine.run({ script: { text: undo }, store });
    expect(sorted(undone.store)).toEqual(sorted(contoso()));
  });
});
