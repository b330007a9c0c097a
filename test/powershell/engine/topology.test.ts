import { beforeAll, describe, expect, it } from 'vitest';
import { type Engine, hasDotnet, type RunOptions, type Store, sharedEngine, textOf } from '../engine.ts';
import { contoso, refusal, runCommands } from './contoso.ts';

const EDGE = 'EdgeServer:edge01.contoso.local';

describe.skipIf(!hasDotnet())('the topology of the fake server', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await sharedEngine();
  });

  const run = (commands: string | readonly string[], store?: Store, rest?: Partial<RunOptions>) =>
    runCommands(engine, commands, store, rest);

  describe('a federation route', () => {
    const route = (site: string, to: string) => `Set-CsSite -Identity ${site} -FederationRoute '${to}' -Confirm:$false`;

    it('is $null until one is set, and counts once the topology is enabled', async () => {
      const shown = '"[$((Get-CsSite -Identity Dublin).FederationRoute)]"';
      const set = await run([shown, route('Dublin', EDGE), shown]);
      expect(textOf(set)).toBe(`[]\n[${EDGE}]`);
      expect(set.store.topologyEnabled).toBe(false);
      const enabled = await run('Enable-CsTopology -Confirm:$false', set.store);
      expect(enabled.store).toEqual({ ...set.store, topologyEnabled: true });
      expect(enabled.calls).toMatchObject([{ cmdlet: 'Enable-CsTopology', changes: true, outcome: 'done' }]);
    });

    it('is taken away again by nothing', async () => {
      const store = contoso();
      const result = await run([route('Redmond', EDGE), route('Redmond', ''), 'Enable-CsTopology'], store);
      expect(result.store).toEqual(store);
    });

    it('is an object that prints the service', async () => {
      const commands = [route('Redmond', EDGE), '(Get-CsSite -Identity Redmond).FederationRoute -is [string]'];
      expect(textOf(await run(commands))).toBe('False');
    });

    it('wants the bare name of a site and a service that is there', async () => {
      expect(await refusal(engine, route('site:Redmond', EDGE))).toContain('not found for identity "site:Redmond"');
      expect(await refusal(engine, route('Redmond', 'EdgeServer:edge09.contoso.local'))).toContain('edge09');
      expect(await refusal(engine, `Set-CsSite -FederationRoute '${EDGE}'`)).toContain('not found');
    });
  });

  it('tells pools and computers of a site, and what an Edge listens on', async () => {
    const result = await run([
      "(Get-CsPool -Site Redmond | ForEach-Object { $_.Fqdn }) -join ' '",
      "(Get-CsComputer -Pool edge01.contoso.local | ForEach-Object { $_.Fqdn }) -join ' '",
      '$e = Get-CsService -EdgeServer; "$($e.AccessEdgeExternalSipPort) $($e.Registrar) [$($e.SkypeSearchProxyPort)]"',
      "@((Get-CsTopology -AsXml).SelectNodes('//Site')).Count",
    ]);
    expect(textOf(result)).toBe(
      [
        'pool01.redmond.contoso.local edge01.contoso.local',
        'edge01.contoso.local',
        '5061 Registrar:pool01.redmond.contoso.local []',
        '2',
      ].join('\n'),
    );
  });

  it('tells allowed and blocked domains, privacy and media with enums', async () => {
    const store = contoso();
    store.allowedDomains = [{ Identity: 'fabrikam.com', Domain: 'fabrikam.com', ProxyFqdn: 'sip.fabrikam.com' }];
    store.blockedDomains = [{ Identity: 'adatum.com', Domain: 'adatum.com' }];
    const result = await run(
      [
        'Get-CsAllowedDomain | ForEach-Object { "$($_.Identity) $($_.ProxyFqdn) [$($_.Comment)]" }',
        '"$((Get-CsBlockedDomain).Domain)"',
        '(Get-CsPrivacyConfiguration).EnablePrivacyMode',
        '$m = Get-CsMediaConfiguration; "$($m.EncryptionLevel) $([int]$m.EncryptionLevel)"',
      ],
      store,
    );
    expect(textOf(result)).toBe('fabrikam.com sip.fabrikam.com []\nadatum.com\nFalse\nRequireEncryption 1');
  });

  it('tells the certificates and services of this computer', async () => {
    const store = contoso();
    store.certificates = [
      { Use: 'AccessEdgeExternal', Subject: 'CN=sip.contoso.com', NotAfter: '2027-01-31T12:00:00Z' },
    ];
    store.windowsServices = [{ Name: 'RTCSRV', Status: 'Running' }];
    const commands = [
      '$c = Get-CsCertificate; "$($c.Use) $($c.Subject) $($c.NotAfter.ToUniversalTime().ToString(\'s\'))"',
      'Get-CsWindowsService | ForEach-Object { "$($_.Name) $($_.Status)" }',
    ];
    expect(textOf(await run(commands, store, { on: 'edge' }))).toBe(
      'AccessEdgeExternal CN=sip.contoso.com 2027-01-31T12:00:00\nRTCSRV Running',
    );
  });

  describe('on an Edge Server', () => {
    const here = { on: 'edge' } as const;

    it.each([
      'Get-CsAccessEdgeConfiguration',
      'Get-CsPublicProvider',
      'Get-CsHostingProvider',
      'Get-CsAllowedDomain',
      'Get-CsBlockedDomain',
      'Get-CsExternalAccessPolicy',
      'Get-CsTopology -AsXml',
    ])('%s answers with -LocalStore only', async (command) => {
      const without = await run(command, contoso(), here);
      expect(without.terminated?.message).toBe('The Central Management Store cannot be reached from this computer.');
      expect(await run(`$null = ${command} -LocalStore`, contoso(), here)).toMatchObject({ terminated: null });
    });

    it.each(['Get-CsSite', 'Get-CsSipDomain', 'Get-CsService', 'Get-CsUser', 'Get-CsEffectivePolicy -Identity a'])(
      '%s has no local store',
      async (command) => {
        expect((await run(command, contoso(), here)).terminated?.message).toContain('cannot be reached');
        expect((await run(`${command} -LocalStore`, contoso(), here)).terminated?.id).toContain(
          'NamedParameterNotFound',
        );
      },
    );

    it('nothing can be changed, and the version can be told', async () => {
      const result = await run(['Get-CsServerVersion', 'Enable-CsPublicProvider -Identity Messenger'], contoso(), here);
      expect(textOf(result)).toContain('(5.0.8308.0)');
      expect(result.terminated?.message).toContain('cannot be reached');
      expect(result.store).toEqual(contoso());
    });
  });

  it('has enums with their numbers the other way round, where it is asked to', async () => {
    const store: Store = { ...contoso(), enums: 'reversed' };
    const result = await run(
      [
        '$p = Get-CsPublicProvider -Identity Messenger; "$($p.VerificationLevel) $([int]$p.VerificationLevel)"',
        'Set-CsPublicProvider -Identity Messenger -VerificationLevel 2',
        '"$((Get-CsPublicProvider -Identity Messenger).VerificationLevel)"',
        '[int](Get-CsAccessEdgeConfiguration).RoutingMethod',
      ],
      store,
    );
    expect(textOf(result)).toBe('UseSourceVerification 0\nAlwaysVerifiable\n1');
  });

  it('has no public provider made under default routing', async () => {
    const store = contoso();
    store.publicProviders = [];
    store.accessEdge = { Identity: 'Global', RoutingMethod: 'UseDefaultRouting' };
    const make = "New-CsPublicProvider -Identity Skype -ProxyFqdn 'federation.messenger.msn.com' -Enabled $true";
    expect(await refusal(engine, make, store)).toContain('uses default routing');
    const switched = [
      'Set-CsAccessEdgeConfiguration -UseDnsSrvRouting -EnablePartnerDiscovery $true',
      `$null = ${make}`,
    ];
    expect((await run(switched, store)).store.publicProviders).toHaveLength(1);
  });

  it('answers -Identity of what is not there with an error or with nothing', async () => {
    const reads = [
      'AccessEdgeConfiguration',
      'AllowedDomain',
      'BlockedDomain',
      'ClientPolicy',
      'Computer',
      'ExternalAccessPolicy',
      'HostingProvider',
      'MediaConfiguration',
      'Pool',
      'PrivacyConfiguration',
      'PublicProvider',
      'Service',
      'SipDomain',
      'Site',
      'User',
      'EffectivePolicy',
    ].map((noun) => `Get-Cs${noun} -Identity nobody`);
    for (const read of reads) {
      expect(await refusal(engine, read)).toBe('Management object not found for identity "nobody".');
    }
    const counts = reads.map((read) => `@(${read}).Count`);
    const nothing = await run(counts, contoso(), { missingIsError: false });
    expect(nothing.lines.map(({ text }) => text)).toEqual(reads.map(() => '0'));
  });
});
