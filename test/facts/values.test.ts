import { describe, expect, test } from 'vitest';
import * as facts from '../../src/facts/index.ts';

const date = /^\d{4}-\d{2}-\d{2}$/;

describe('values', () => {
  test('are those of the documented command', () => {
    expect(facts.skypeProxyFqdn).toBe('federation.messenger.msn.com');
    expect(new URL(facts.skypeIconUrl).pathname).toBe('/Messenger_16x16.png');
    expect(facts.decorationRoutingDomain).toBe('msn.com');
  });

  test('a domain that is not decorated is typed as it is, and the other way round', () => {
    expect(facts.decorationExcludedDomains.split(',').sort()).toEqual([...facts.domainsTypedAsTheyAre].sort());
    expect(facts.domainsTypedAsTheyAre).toContain(facts.decorationRoutingDomain);
  });

  test('dates are days, in order', () => {
    const supportEnds = Object.values(facts.supportEnds).filter((day) => day !== undefined);
    expect(supportEnds).toEqual([...supportEnds].sort());
    for (const day of [facts.registrationClosed, facts.consumerSkypeClosed, ...supportEnds]) expect(day).toMatch(date);
    expect(facts.registrationClosed < facts.consumerSkypeClosed).toBe(true);
  });

  test('what is told about the dates agrees with them', () => {
    expect(facts.skypeClosed.says.markdown).toContain('5 May 2025');
    expect(facts.consumerSkypeClosed).toBe('2025-05-05');
    expect(facts.registrationSiteClosed.says.markdown).toContain('15 August 2019');
    expect(facts.registrationClosed).toBe('2019-08-15');
    expect(facts.lync2013SupportEnded.says.markdown).toContain('11 April 2023');
    expect(facts.supportEnds['lync-2013']).toBe('2023-04-11');
    expect(facts.lync2010SupportEnded.says.markdown).toContain('13 April 2021');
    expect(facts.supportEnds['lync-2010']).toBe('2021-04-13');
    for (const [product, told] of [
      ['sfb-2015', facts.sfb2015SupportEnded],
      ['sfb-2019', facts.sfb2019SupportEnded],
    ] as const) {
      expect(told.says.markdown).toContain('14 October 2025');
      expect(facts.supportEnds[product]).toBe('2025-10-14');
    }
    expect(facts.supportEnds['sfb-se']).toBeUndefined();
    expect(facts.seLifecycle.says.markdown).toContain('No end date was found');
  });

  test('what is told about the durations agrees with them', () => {
    const told = (facts.registrationDurations.sides ?? []).map((side) => side.says.markdown).join('\n');
    expect(told).toContain(`up to ${facts.registrationDays} days`);
    expect(told).toContain(`after ${facts.registrationSupportHours} hours`);
    expect(facts.severalNames.says.markdown).toContain(`up to ${facts.registrationNamesAtMost} `);
  });

  test('the old entry is one of those that ship', () => {
    expect(facts.shippedProviders['lync-2013']).toContain(facts.legacyProvider);
    for (const name of facts.shippedProviders['lync-2013']) expect(facts.shippedEntries.says.markdown).toContain(name);
    expect(facts.shippedProviders['lync-2010']).toContain(facts.legacyProvider2010);
    for (const name of facts.shippedProviders['lync-2010'])
      expect(facts.shippedEntries2010.says.markdown).toContain(name);
  });

  test('every product has its name, module, shell, support date and features', () => {
    const products = [...facts.products];
    expect([...facts.lyncProducts, ...facts.sfbProducts]).toEqual(products);
    for (const table of [
      facts.productNames,
      facts.shellNames,
      facts.shellModules,
      facts.shellVersions,
      facts.supportEnds,
      facts.features,
      facts.shippedProviders,
    ])
      expect(Object.keys(table)).toEqual(products);
  });

  test('pages are https addresses', () => {
    for (const page of [facts.signUpPage, facts.accountHelpPage, facts.registrationSite, facts.skypeIconUrl])
      expect(new URL(page).protocol).toBe('https:');
  });
});

describe('tables', () => {
  test('federation goes both ways outside, on the port of the SRV record', () => {
    const rows = facts.edgePorts.filter((row) => row.side === 'external' && row.port === String(facts.federationPort));
    expect(rows.map((row) => row.direction)).toEqual(['in and out']);
  });

  test('the suffix rule is shown from both sides, for the names that the fact tells', () => {
    expect(new Set(facts.suffixExamples.map((example) => example.valid))).toEqual(new Set([true, false]));
    for (const { name } of facts.suffixExamples) expect(facts.suffixRuleExamples.says.markdown).toContain(name);
  });

  test('the valid names have one label before the domain', () => {
    for (const { name, valid } of facts.suffixExamples) expect(/^[^.]+\.contoso\.com$/.test(name), name).toBe(valid);
  });

  test('each kind of agreement asks for its own number', () => {
    expect(facts.agreementKinds.map((kind) => kind.id)).toEqual([
      'volume-licensing',
      'partner-network',
      'service-provider',
      'high-volume',
    ]);
    expect(new Set(facts.agreementKinds.map((kind) => kind.asks)).size).toBe(4);
    for (const { label } of facts.agreementKinds) expect(facts.agreementNumber.says.markdown).toContain(label);
  });

  test('each minimum version is in the fact that it cites', () => {
    for (const { version, fact } of facts.skypeVersions) {
      const number = version.match(/\d+\.\d+/)?.[0] ?? 'latest';
      expect(fact.says.markdown).toContain(number);
    }
  });

  test('Lync Server 2013 had all but the search', () => {
    expect(facts.features['lync-2013'].filter((feature) => !feature.has).map((feature) => feature.id)).toEqual([
      'search',
    ]);
  });

  test('Lync Server 2010 had neither video nor search, what came after 2013 had all', () => {
    const lacks = (product: keyof typeof facts.features) =>
      facts.features[product].filter((feature) => !feature.has).map((feature) => feature.id);
    expect(lacks('lync-2010')).toEqual(['video', 'search']);
    for (const product of facts.sfbProducts) expect(lacks(product)).toEqual([]);
  });

  test('the port and the addresses of search are those that are told', () => {
    expect(facts.searchNeedsPort.says.markdown).toContain(String(facts.searchPort));
    for (const address of facts.searchAddresses) expect(facts.searchEgress.says.markdown).toContain(address);
    expect(facts.skypeNamesLater.says.markdown).toContain(facts.skypeNameDomain);
  });

  test('who can search can add', () => {
    expect(facts.clientFeatures.filter((client) => client.search && !client.add)).toEqual([]);
  });

  test('diagnostics are told once each, in order, 1001 with its remedy', () => {
    const ids = facts.diagnostics.map((row) => row.id);
    expect(ids).toEqual([...new Set(ids)].sort((a, b) => a - b));
    expect(facts.diagnostics[0]).toMatchObject({ id: 1001, mend: expect.stringContaining('EnablePublicCloudAccess') });
  });
});
