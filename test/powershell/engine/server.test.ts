import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  accessPolicy,
  changesOf,
  type Engine,
  hasDotnet,
  type RunOptions,
  type Store,
  sharedEngine,
  textOf,
} from '../engine.ts';
import { contoso, refusal, runCommands } from './contoso.ts';

const SKYPE = "New-CsPublicProvider -Identity Skype -ProxyFqdn 'federation.messenger.msn.com' -Enabled $true";

describe.skipIf(!hasDotnet())('the fake server', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await sharedEngine();
  });

  const run = (commands: string | readonly string[], store?: Store, rest?: Partial<RunOptions>) =>
    runCommands(engine, commands, store, rest);
  const refused = (command: string, store?: Store) => refusal(engine, command, store);

  const named = <T extends { Identity: string }>(things: T[], identity: string) =>
    things.find(({ Identity }) => Identity === identity);

  it('gives back the store that it was given where nothing was changed', async () => {
    const kinds = [
      'AccessEdgeConfiguration',
      'PublicProvider',
      'HostingProvider',
      'ExternalAccessPolicy',
      'ClientPolicy',
    ];
    const result = await run(kinds.map((kind) => `$null = Get-Cs${kind}`));
    expect(result.terminated).toBeNull();
    expect(result.store).toEqual(contoso());
  });

  describe('identities', () => {
    it('are objects that print their scope', async () => {
      const store = {
        ...contoso(),
        externalAccessPolicies: ['Global', 'Site:Redmond', 'Tag:SkypeUsers'].map((name) => accessPolicy(name)),
      };
      const result = await run(
        'Get-CsExternalAccessPolicy | ForEach-Object { "$($_.Identity)"; $_.Identity -is [string] }',
        store,
      );
      expect(textOf(result)).toBe('Global\nFalse\nSite:Redmond\nFalse\nTag:SkypeUsers\nFalse');
    });

    it.each(['SkypeUsers', 'skypeusers', 'tag:SkypeUsers', 'TAG:skypeusers'])('are found as %s', async (typed) => {
      const store = { ...contoso(), externalAccessPolicies: [accessPolicy('Global'), accessPolicy('Tag:SkypeUsers')] };
      const result = await run(`"$((Get-CsExternalAccessPolicy -Identity '${typed}').Identity)"`, store);
      expect(textOf(result)).toBe('Tag:SkypeUsers');
    });

    it('that do not exist are an error, or nothing', async () => {
      expect(await refused('Get-CsPublicProvider -Identity Skype')).toBe(
        'Management object not found for identity "Skype".',
      );
      const result = await run('@(Get-CsPublicProvider -Identity Skype).Count', contoso(), { missingIsError: false });
      expect(textOf(result)).toBe('0');
    });

    it('of a site come without their scope', async () => {
      expect(textOf(await run('(Get-CsSite -Identity Dublin).DisplayName'))).toBe('Dublin office');
      expect(await refused('Get-CsSite -Identity site:Dublin')).toContain('not found');
    });
  });

  describe('public providers', () => {
    it('are unique by proxy', async () => {
      expect(await refused(SKYPE)).toContain('ProxyFqdn "federation.messenger.msn.com"');
    });

    it('are unique by name, among hosting providers too', async () => {
      const store = contoso();
      store.hostingProviders.push({
        Identity: 'SKYPE',
        ProxyFqdn: 'sipfed.online.lync.com',
        Enabled: true,
        VerificationLevel: 'UseSourceVerification',
      });
      const commands = `Remove-CsPublicProvider -Identity Messenger\n${SKYPE}`;
      expect(await refused(commands, store)).toContain('Identity "Skype"');
    });

    it('are made with the documented level, after what is in the way has gone', async () => {
      const { store } = await run(['Remove-CsPublicProvider -Identity Messenger', `$null = ${SKYPE}`]);
      expect(store.publicProviders.map(({ Identity }) => Identity)).toEqual(['AIM', 'Yahoo!', 'Skype']);
      expect(named(store.publicProviders, 'Skype')).toEqual({
        Identity: 'Skype',
        ProxyFqdn: 'federation.messenger.msn.com',
        Enabled: true,
        VerificationLevel: 'AlwaysVerifiable',
      });
    });

    it('can be proved in memory beside the entry that they will replace', async () => {
      const store = contoso();
      const result = await run(`"$((${SKYPE} -InMemory).ProxyFqdn)"`, store);
      expect(textOf(result)).toBe('federation.messenger.msn.com');
      expect(changesOf(result)).toEqual([]);
      expect(result.store).toEqual(store);
      expect(await refused("New-CsPublicProvider -Identity X -ProxyFqdn 'not a name' -Enabled 1 -InMemory")).toContain(
        'not a valid fully qualified domain name',
      );
    });

    it('let Set- change two things, and Enable- and Disable- one', async () => {
      const { store } = await run([
        'Set-CsPublicProvider -Identity Messenger -Enabled $true -VerificationLevel AlwaysUnverifiable',
        'Enable-CsPublicProvider -Identity AIM',
      ]);
      expect(named(store.publicProviders, 'Messenger')).toMatchObject({
        Enabled: true,
        VerificationLevel: 'AlwaysUnverifiable',
      });
      expect(named(store.publicProviders, 'AIM')).toMatchObject({ Enabled: true });
      const mended = await run("Set-CsPublicProvider -Identity Messenger -ProxyFqdn 'sip.contoso.com'");
      expect(mended.terminated?.id).toContain('NamedParameterNotFound');
    });

    it('show the properties that the product has, and the level as a number too', async () => {
      const text = '$p = Get-CsPublicProvider -Identity Messenger; [int]$p.VerificationLevel; $null -eq $p.IconUrl';
      expect(textOf(await run(text))).toBe('2\nTrue');
      const old = await run(`Set-StrictMode -Version 2\n${text}`, { ...contoso(), product: 'lync-2010' });
      expect(old.terminated?.id).toBe('PropertyNotFoundStrict');
    });
  });

  describe('the Access Edge', () => {
    it('takes both calls of which switching federation on with discovery consists', async () => {
      const result = await run([
        'Set-CsAccessEdgeConfiguration -Identity Global -AllowFederatedUsers $true',
        'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $true',
        '$e = Get-CsAccessEdgeConfiguration; $e.AllowFederatedUsers; $e.EnablePartnerDiscovery; $e.RoutingMethod',
      ]);
      expect(textOf(result)).toBe('True\nTrue\nUseDnsSrvRouting');
      expect(result.store.accessEdge).toMatchObject({ AllowFederatedUsers: true, EnablePartnerDiscovery: true });
    });

    it('shows and keeps what belongs to its kind of routing only', async () => {
      const result = await run([
        'Get-CsPublicProvider | ForEach-Object { Remove-CsPublicProvider -Identity $_.Identity }',
        'Set-CsAccessEdgeConfiguration -UseDefaultRouting -DefaultRouteFqdn proxy.contoso.com',
        '$e = Get-CsAccessEdgeConfiguration; $e.DefaultRouteFqdn; [bool]$e.PSObject.Properties["EnablePartnerDiscovery"]',
      ]);
      expect(textOf(result)).toBe('proxy.contoso.com\nFalse');
      expect(result.store.accessEdge).not.toHaveProperty('EnablePartnerDiscovery');
    });

    it('does not switch to default routing while there is a provider', async () => {
      expect(await refused('Set-CsAccessEdgeConfiguration -UseDefaultRouting')).toContain('providers removed first');
    });
  });

  describe('the rest', () => {
    it('tells version, sites, domains, services and replicas', async () => {
      const result = await run([
        'Get-CsServerVersion',
        'Get-CsSite | ForEach-Object { "$($_.Identity) $($_.Pools -join "+")" }',
        '(Get-CsSipDomain).Name',
        'Get-CsService -EdgeServer | ForEach-Object { "$($_.Identity) $($_.AccessEdgeExternalFqdn)" }',
        '@(Get-CsService -Registrar).Count',
        '@(Get-CsManagementStoreReplicationStatus | Where-Object { -not $_.UpToDate }).Count',
      ]);
      expect(textOf(result).split('\n')).toEqual([
        'Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.',
        'Site:Redmond pool01.redmond.contoso.local+edge01.contoso.local',
        'Site:Dublin pool01.dublin.contoso.local',
        'contoso.com',
        'EdgeServer:edge01.contoso.local sip.contoso.com',
        '0',
        '0',
      ]);
    });

    it('exports the configuration to a file, once', async () => {
      const folder = mkdtempSync(join(tmpdir(), 'server-test-'));
      const file = join(folder, 'backup.zip');
      const command = `Export-CsConfiguration -FileName '${file}'`;
      const result = await run([command]);
      expect(result).toMatchObject({ terminated: null, calls: [{ changes: false, outcome: 'done' }] });
      expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK');
      expect(await refused(command)).toContain('already exists');
      rmSync(folder, { recursive: true });
    });

    it('says so where a cmdlet has no part yet', async () => {
      const caught = run(["try { Get-CsTopology } catch { 'passed over' }"]);
      await expect(caught).rejects.toThrow('does not play Get-CsTopology');
      await expect(run('Get-CsUser -Filter x')).rejects.toThrow('does not play Get-CsUser -Filter');
    });
  });

  describe('changing calls', () => {
    const three = ['Messenger', 'AIM', 'Yahoo!'].map((name) => `Enable-CsPublicProvider -Identity '${name}'`);

    it("take time that is not the script's own", async () => {
      expect((await run('$null = 1')).serverMs).toBe(0);
      expect((await run(three)).serverMs).toBeGreaterThan(0);
    });

    it('are noted with what was bound, and in order', async () => {
      const result = await run([`${three[0]} -Confirm:$false -ErrorAction Stop`, `$null = Get-CsSite`, `${three[1]}`]);
      expect(changesOf(result).map(({ bound }) => bound)).toEqual([
        { Identity: 'Messenger', Confirm: false, ErrorAction: 'Stop' },
        { Identity: 'AIM' },
      ]);
      expect(result.calls).toHaveLength(3);
    });

    it('fail at the one asked for, and leave the store as far as they got', async () => {
      const result = await run(three, contoso(), { failAt: 2 });
      expect(changesOf(result).map(({ outcome }) => outcome)).toEqual(['done', 'failed']);
      expect(result).toMatchObject({ exitCode: 1, terminated: { line: 3 } });
      expect(result.store.publicProviders.map(({ Enabled }) => Enabled)).toEqual([true, false, false]);
    });

    it('fail without ending a script that does not stop on errors', async () => {
      const lenient = [
        "$ErrorActionPreference = 'Continue'",
        ...three,
        'try { Disable-CsPublicProvider -Identity AIM -ErrorAction Stop } catch { "caught" }',
      ];
      const result = await run(lenient, contoso(), { failAt: 1 });
      expect(changesOf(result).map(({ outcome }) => outcome)).toEqual(['failed', 'done', 'done', 'done']);
      expect(result.errors).toHaveLength(1);
      const stopped = await run(lenient, contoso(), { failAt: 4 });
      expect(textOf(stopped)).toBe('caught');
    });

    it('change nothing under -WhatIf, or where the person says no', async () => {
      const store = contoso();
      const whatIf = await run(`${three[0]} -WhatIf`, store);
      expect(textOf(whatIf)).toContain('What if: ');
      expect(changesOf(whatIf)).toMatchObject([{ outcome: 'declined', bound: { WhatIf: true } }]);
      const no = await run(`${three[0]} -Confirm`, store, { answers: ['N'] });
      expect(changesOf(no)).toMatchObject([{ outcome: 'declined' }]);
      expect(no.questions).toHaveLength(1);
      expect([whatIf.store, no.store]).toEqual([store, store]);
    });
  });
});
