import { describe, expect, it } from 'vitest';
import { products } from '../../src/facts/index.ts';
import { onEdge } from '../../src/powershell/parts/local-copy.ts';
import { useBench } from './bench.ts';
import { asInstalled, hasDotnet, type Store } from './engine.ts';
import { discoverFor, evidenceOf, valuesOf } from './evidence.ts';

/** An Edge Server with a certificate and two services. */
function edge(product: Store['product'] = 'lync-2013'): Store {
  const store = asInstalled({
    product,
    sites: [{ name: 'Redmond', edge: { internal: 'edge01.contoso.local', external: 'sip.contoso.com' } }],
  });
  store.certificates = [
    {
      Use: 'AccessEdgeExternal',
      Subject: 'CN=sip.contoso.com, O=Contoso, C=US',
      AlternativeNames: ['sip.contoso.com', 'sip.fabrikam.com'],
      NotBefore: '2025-02-01T00:00:00Z',
      NotAfter: '2027-01-31T12:00:00Z',
      Issuer: 'CN=contoso-CA, DC=contoso, DC=local',
      Thumbprint: 'AB12',
    },
  ];
  store.windowsServices = [
    { Name: 'RTCSRV', Status: 'Running' },
    { Name: 'RTCMRAUTH', Status: 'Stopped' },
  ];
  return store;
}

describe.skipIf(!hasDotnet())('discover on an Edge Server', () => {
  const bench = useBench();
  const on = 'edge';
  const look = (store = edge(), text = discoverFor({ 'deployment.product': store.product })) =>
    bench.run(text, { name: '1-discover.ps1', store, on });

  it.each(products)('reads the copy that %s has there, and changes nothing', async (product) => {
    const store = edge(product);
    const run = await look(store);
    expect(run).toMatchObject({ exitCode: 0, terminated: null, errors: [], questions: [], changed: [], store });
    expect(run.calls.filter(({ cmdlet }) => !/^Get-Cs/.test(cmdlet))).toEqual([]);
    expect(run.files).toEqual(['discover.log', expect.stringMatching(/^evidence-.+\.json$/), 'transcript.txt']);
    const { items, place } = evidenceOf(run);
    expect(place).toBe('edge');
    expect(Object.keys(items).sort()).toEqual(
      [
        'account',
        'certificates',
        'events',
        'groups',
        'module',
        'parameters',
        'serverVersion',
        'services',
        'system',
        ...onEdge.map(({ item }) => item),
      ].sort(),
    );
    for (const { item } of onEdge) {
      expect(items[item]).toMatchObject({ read: true, from: 'local' });
    }
  });

  it('has the topology as one text, the services, and the configuration as it has replicated', async () => {
    const evidence = evidenceOf(await look());
    expect(valuesOf(evidence, 'topology')).toEqual([expect.stringMatching(/^<Topology>.*Site:Redmond.*<\/Topology>$/)]);
    expect(valuesOf(evidence, 'services')).toEqual([
      { Name: 'RTCSRV', Status: 'Running' },
      { Name: 'RTCMRAUTH', Status: 'Stopped' },
    ]);
    expect(valuesOf(evidence, 'publicProviders')).toHaveLength(3);
  });

  it('has each certificate with names and dates, and says where its usages cannot be read', async () => {
    expect(valuesOf(evidenceOf(await look()), 'certificates')).toEqual([
      {
        Use: 'AccessEdgeExternal',
        Subject: 'CN=sip.contoso.com, O=Contoso, C=US',
        AlternativeNames: ['sip.contoso.com', 'sip.fabrikam.com'],
        NotBefore: '2025-02-01T00:00:00.000Z',
        NotAfter: '2027-01-31T12:00:00.000Z',
        Issuer: 'CN=contoso-CA, DC=contoso, DC=local',
        Thumbprint: 'AB12',
        EnhancedKeyUsage: expect.stringContaining('could not be read: '),
      },
    ]);
  });

  it('has the usages of a certificate by number', async () => {
    // This machine has no store of that name: one certificate, made here, stands for what it would find.
    const made = [
      'New-Object System.Security.Cryptography.X509Certificates.CertificateRequest(',
      "'CN=sip.contoso.com', [Security.Cryptography.ECDsa]::Create(), [Security.Cryptography.HashAlgorithmName]::SHA256)",
    ].join('');
    const usages = [
      '$usages = New-Object System.Security.Cryptography.OidCollection',
      "[void]$usages.Add((New-Object System.Security.Cryptography.Oid('1.3.6.1.5.5.7.3.1')))",
      "[void]$usages.Add((New-Object System.Security.Cryptography.Oid('1.3.6.1.5.5.7.3.2')))",
      '$request.CertificateExtensions.Add((New-Object System.Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension($usages, $false)))',
      '$certificates = @($request.CreateSelfSigned([DateTimeOffset]::Now, [DateTimeOffset]::Now.AddDays(1)))',
    ];
    const text = discoverFor()
      .replace("$store.Open('ReadOnly')", [`$request = ${made}`, ...usages].join('; '))
      .replace("$store.Certificates.Find('FindByThumbprint', $Thumbprint, $false)", '$certificates');
    const [certificate] = valuesOf(evidenceOf(await look(edge(), text)), 'certificates');
    expect(certificate.EnhancedKeyUsage).toEqual(['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.2']);
  });

  it('counts the events of 30 days, none included', async () => {
    const provider = 'LS Protocol Stack';
    const events = [
      { provider, id: 14428, at: '2026-11-20T00:00:00Z' },
      { provider, id: 14428, at: '2026-10-25T00:00:00Z' },
      { provider, id: 14428, at: '2026-10-20T00:00:00Z' },
      { provider, id: 14601, at: '2026-11-22T00:00:00Z' },
      { provider, id: 1, at: '2026-11-22T00:00:00Z' },
      { provider: 'LS Server', id: 14502, at: '2026-11-22T00:00:00Z' },
    ];
    const run = await bench.run(discoverFor(), {
      name: '1-discover.ps1',
      store: edge(),
      on,
      events,
      now: '2026-11-23T21:30:00Z',
    });
    expect(valuesOf(evidenceOf(run), 'events')).toEqual(
      [2, 0, 0, 1, 0].map((count, i) => ({ id: [14428, 14501, 14502, 14601, 14603][i], days: 30, count })),
    );
    expect(evidenceOf(await look()).items.events).toMatchObject({
      read: false,
      why: expect.stringContaining(provider),
    });
  });

  it('goes on where each but one cannot be read, and says why', async () => {
    const failing = onEdge.filter(({ item }) => item !== 'publicProviders');
    const text = [...failing, { cmdlet: 'Get-CsCertificate', item: 'certificates' }].reduce(
      (before, { cmdlet }) =>
        before.replaceAll(
          new RegExp(`${cmdlet} (-LocalStore )?[^|}]*-ErrorAction Stop`, 'g'),
          `& { throw '${cmdlet} says no.' }`,
        ),
      discoverFor(),
    );
    const run = await look(edge(), text);
    expect(run.exitCode).toBe(0);
    const { items } = evidenceOf(run);
    for (const { item, cmdlet } of failing)
      expect(items[item]).toMatchObject({ read: false, why: `${cmdlet} says no.` });
    expect(items.publicProviders?.read).toBe(true);
  });
});
