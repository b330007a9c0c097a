import { describe, expect, it } from 'vitest';
import {
  accessEdgePath,
  allowFederatedUsersReach,
  defaultRoutingExcludesPublic,
  edgePoolFederation,
  failoverInbound,
  failoverOutbound,
  federationRouteReach,
  guideCertificate,
  guideEdge,
  guideFailover,
  guideSharedName,
  partnerDiscoveryOff,
  partnerDiscoveryOn,
  routingSwitchCuts,
  routingSwitchDiscovery,
  routingSwitchLoses,
  routingSwitchWeight,
  siteFederationPath,
  topologyEnabled,
  topologyPublished,
} from '../../../src/facts/index.ts';
import type { Desired, Ensure, Fact } from '../../../src/model/index.ts';
import { missingFor, sharedTasks, waitsOf } from '../../../src/state/index.ts';
import { pools } from '../../../src/steps/edge/fields.ts';
import { edgeStep } from '../../../src/steps/edge/index.ts';
import { dublin, expectCited, page, plain, redmond, rolloutOf, rowsUnder, told, view, waiting } from './contoso.ts';

const two = { 'edge.pools': [redmond, dublin] };

function ensures(wants: readonly Desired[]): readonly Ensure[] {
  return wants.flatMap((want) => (want.do === 'ensure' ? [want] : []));
}

describe('what the Edge step wants', () => {
  it('is federation allowed at the one Access Edge configuration, and nothing else', () => {
    expect(edgeStep.wants(view())).toHaveLength(1);
    expect(edgeStep.wants(view())[0]).toMatchObject({
      do: 'ensure',
      id: 'edge.federation',
      kind: 'access-edge',
      which: { by: 'identity', identity: 'Global' },
      set: { AllowFederatedUsers: true },
      ifMissing: 'stop',
      risk: { level: 'medium' },
    });
  });

  it('stops where the Edge uses default routing, and says why', () => {
    for (const want of ensures(edgeStep.wants(view({ 'edge.partner-discovery': true })))) {
      expect(want.demands).toMatchObject([{ property: 'RoutingMethod', equals: 'UseDnsSrvRouting' }]);
      for (const demand of want.demands ?? []) expectCited(demand.says, defaultRoutingExcludesPublic);
    }
  });

  it('switches default routing first where that is answered, with discovery off, at high risk', () => {
    const wants = ensures(edgeStep.wants(view({ 'edge.routing': 'switch-to-dns-srv' })));
    expect(wants.map(({ id }) => id)).toEqual(['edge.routing', 'edge.federation']);
    const [turned] = wants;
    expect(turned).toMatchObject({
      set: { RoutingMethod: 'UseDnsSrvRouting', EnablePartnerDiscovery: false },
      only: { property: 'RoutingMethod', now: 'UseDefaultRouting' },
      risk: { level: 'high' },
    });
    if (!turned) throw new Error('nothing is wanted');
    expectCited(turned.risk.says, routingSwitchWeight, routingSwitchLoses, routingSwitchCuts);
    expectCited(turned.why, defaultRoutingExcludesPublic, routingSwitchDiscovery);
  });

  it.each(['keep', true, false])('rests on the switch with discovery %j, and stops at nothing', (discovery) => {
    const answers = { 'edge.routing': 'switch-to-dns-srv', 'edge.partner-discovery': discovery };
    const [turned, ...rest] = ensures(edgeStep.wants(view(answers)));
    expect(turned?.set.EnablePartnerDiscovery).toBe(false);
    expect(rest).toHaveLength(discovery === 'keep' ? 1 : 2);
    for (const one of rest) {
      expect(one.rests).toBe('edge.routing');
      expect(one.demands).toBeUndefined();
    }
  });

  it('sets each route at high risk, then enables the topology once for them, and without routes neither', () => {
    const routes = [
      { site: 'Redmond', pool: 'edge01.contoso.local' },
      { site: 'Dublin', pool: 'edge02.contoso.local' },
    ];
    const wants = edgeStep.wants(view({ ...two, 'edge.federation-routes': routes })).slice(1);
    expect(wants).toMatchObject([
      {
        do: 'ensure',
        id: 'edge.federation-route:Redmond',
        kind: 'site',
        which: { by: 'site', site: 'Redmond' },
        set: { FederationRoute: 'EdgeServer:edge01.contoso.local' },
        ifMissing: 'stop',
        risk: { level: 'high' },
      },
      { id: 'edge.federation-route:Dublin', set: { FederationRoute: 'EdgeServer:edge02.contoso.local' } },
      {
        do: 'run',
        id: 'edge.topology',
        action: 'enable-topology',
        changed: ['edge.federation-route:Redmond', 'edge.federation-route:Dublin'],
        risk: { level: 'high' },
      },
    ]);
    const [first, , enabled] = wants;
    if (!first || !enabled) throw new Error('three are wanted');
    expectCited(first.risk.says, federationRouteReach);
    expectCited(enabled.risk.says, topologyEnabled);
    expectCited(enabled.why, topologyPublished);
    expect(edgeStep.wants(view({ 'edge.federation-routes': [] }))).toHaveLength(1);
  });

  it('never touches sign-in from outside or anonymous users', () => {
    const set = ensures(edgeStep.wants(view({ 'edge.partner-discovery': true }))).flatMap((want) =>
      Object.keys(want.set),
    );
    expect(set).toEqual(['AllowFederatedUsers', 'EnablePartnerDiscovery']);
  });

  it.each([
    [true, partnerDiscoveryOn, 'Every domain that can be discovered, not Skype alone.'],
    [false, partnerDiscoveryOff, 'Every partner who is not on the allow list.'],
  ] as const)('changes partner discovery to %s in a call of its own, at high risk', (answer, fact, reaches) => {
    const [, discovery] = edgeStep.wants(view({ 'edge.partner-discovery': answer }));
    expect(discovery).toMatchObject({
      id: 'edge.partner-discovery',
      set: { EnablePartnerDiscovery: answer },
      risk: { level: 'high', says: { markdown: expect.stringContaining(`[^${fact.id}]`) } },
    });
    expect(discovery && plain(discovery.reaches)).toBe(reaches);
  });

  it('says whom it reaches, and that includes a shared domain', () => {
    const reaches = (answers: Record<string, unknown>) =>
      edgeStep.wants(view(answers)).map((want) => plain(want.reaches));
    expect(reaches({})).toEqual(['Every federated partner, not Skype alone.']);
    expect(reaches({ 'deployment.hybrid': true })).toEqual([
      'Every federated partner, and the users of your shared SIP domains in Microsoft 365.',
    ]);
    for (const want of edgeStep.wants(view())) expectCited(want.reaches, allowFederatedUsersReach);
  });
});

describe('what the Edge step tells', () => {
  const corrected: readonly [string, Fact][] = [
    ['access-edge', guideEdge],
    ['access-edge', guideSharedName],
    ['outside', guideCertificate],
    ['route', guideFailover],
  ];

  it.each(corrected)('%s sets the guide of 2014 beside Microsoft', (id, fact) => {
    const tell = page(edgeStep, id).tell(view());
    expectCited(tell, fact);
    for (const side of fact.sides ?? []) {
      expect(tell.markdown).toContain(`**${side.who}:**`);
      for (const source of side.sources) expect(tell.markdown).toContain(`[^@${source.id}]`);
    }
  });

  it('applies the suffix rule to every name and every domain', () => {
    const seen = view({ ...two, 'deployment.sip-domains': ['contoso.com', 'fabrikam.com'] });
    expect(rowsUnder('Access Edge name', told(edgeStep, 'access-edge', seen))).toEqual([
      ['sip.contoso.com', 'contoso.com', 'valid', 'one label, then contoso.com'],
      ['sip2.contoso.com', 'contoso.com', 'valid', 'one label, then contoso.com'],
      ['sip.fabrikam.com', 'fabrikam.com', 'valid', 'one label, then fabrikam.com'],
      ['sip.contoso.com', 'fabrikam.com', 'not valid', 'it is not in fabrikam.com'],
      ['sip2.contoso.com', 'fabrikam.com', 'not valid', 'it is not in fabrikam.com'],
    ]);
  });

  it('shows where the same is done by hand', () => {
    const clicks = (id: string) => page(edgeStep, id).clicks?.(view()) ?? { markdown: '' };
    expectCited(clicks('access-edge'), accessEdgePath, edgePoolFederation);
    expect(plain(clicks('access-edge'))).toContain('"Enable partner domain discovery"');
    expectCited(clicks('route'), siteFederationPath);
  });

  it('cannot list records before domains and pools are known, and can be told nevertheless', () => {
    const early = view({ 'edge.pools': undefined, 'deployment.sip-domains': undefined });
    expect(missingFor(page(edgeStep, 'outside'), early).map(({ id }) => id)).toEqual([
      'deployment.sip-domains',
      'edge.pools',
    ]);
    expect(missingFor(page(edgeStep, 'route'), early)).toContain(pools);
    for (const one of edgeStep.pages) expect(plain(one.tell(early))).not.toContain('undefined');
  });
});

describe('the failover', () => {
  it('has nothing to fail over to with one pool, and says both halves all the same', () => {
    expect(told(edgeStep, 'route', view())).toContain('One Edge pool is listed here');
    expectCited(page(edgeStep, 'route').tell(view()), failoverInbound, failoverOutbound);
  });

  it('tells both halves with the names of the pools', () => {
    const text = told(edgeStep, 'route', view(two));
    expect(text).toContain('point the host record of sip.contoso.com to the pool that takes over');
    expect(text).toContain('each site whose route leads to the failed pool (of Redmond and Dublin)');
    expect(rowsUnder('Takes over', text)).toEqual([
      [
        'edge01.contoso.local (Redmond)',
        'the outer address of the Access Edge of edge01.contoso.local (Redmond)',
        'EdgeServer:edge01.contoso.local',
      ],
      [
        'edge02.contoso.local (Dublin)',
        'the outer address of the Access Edge of edge02.contoso.local (Dublin)',
        'EdgeServer:edge02.contoso.local',
      ],
    ]);
    expectCited(page(edgeStep, 'route').tell(view(two)), failoverInbound, failoverOutbound, guideFailover);
  });

  it('moves the record of every SIP domain', () => {
    const text = told(edgeStep, 'route', view({ ...two, 'deployment.sip-domains': ['contoso.com', 'fabrikam.com'] }));
    expect(text).toContain('point the host records of sip.contoso.com and sip.fabrikam.com to');
  });

  it('tells which routes the script would set again, and where each site goes instead', () => {
    const routes = [{ site: 'Tacoma', pool: 'edge01.contoso.local' }];
    const text = told(edgeStep, 'route', view({ ...two, 'edge.federation-routes': routes }));
    expect(text).toContain('While a failover lasts, do not run it');
    expect(rowsUnder('Site', text)).toEqual([
      ['Tacoma', 'EdgeServer:edge01.contoso.local', 'EdgeServer:edge02.contoso.local'],
    ]);
    expect(told(edgeStep, 'route', view(two))).not.toContain('apply script');
  });

  it('says which inner name is missing for the route', () => {
    const text = told(edgeStep, 'route', view({ 'edge.pools': [redmond, { name: 'sip2.contoso.com' }] }));
    expect(rowsUnder('Takes over', text)[1]).toEqual([
      'sip2.contoso.com',
      'the outer address of the Access Edge of sip2.contoso.com',
      'its name in Topology Builder, which is not answered here',
    ]);
  });
});

describe('what the Edge step tracks', () => {
  it('is five tasks of the rollout', () => {
    const tasks = edgeStep.pages.flatMap((one) => sharedTasks(one, view()));
    expect(tasks.map(({ id }) => id)).toEqual([
      'edge.dns-published',
      'edge.certificate',
      'edge.firewall',
      'edge.site-federation',
      'edge.replicated',
    ]);
    expect(new Set(tasks.map(({ per }) => per))).toEqual(new Set(['rollout']));
  });

  it('reminds of the DNS records two days after they were published', () => {
    const events = { format: 'skypefed-rollout', schemaVersion: 1, id: 'contoso', events: [] } as const;
    const rollout = { ...events, ...rolloutOf({}, { tasks: { 'edge.dns-published': waiting('2026-11-21') } }) };
    expect(waitsOf(rollout, '2026-11-22')).toMatchObject([{ day: 1, due: false }]);
    expect(waitsOf(rollout, '2026-11-23')).toMatchObject([{ day: 2, due: true }]);
  });
});
