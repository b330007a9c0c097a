import { describe, expect, it } from 'vitest';
import { askedFields, dependantsOf, fieldProblems, newRollout, statusOf } from '../../../src/state/index.ts';
import { federationRoutes, partnerDiscovery, pools, routing, sharedName } from '../../../src/steps/edge/fields.ts';
import { edgeStep } from '../../../src/steps/edge/index.ts';
import { dublin, page, redmond, refusal, rolloutOf, sentences, today, view } from './contoso.ts';

const two = { 'edge.pools': [redmond, dublin] };
const problemsOf = (value: unknown, answers = {}) => fieldProblems(pools, value, true, view(answers));

describe('Edge pools', () => {
  it('are required', () => {
    expect(
      sentences(statusOf(pools, rolloutOf({ 'edge.pools': undefined }), view({ 'edge.pools': undefined })).problems),
    ).toEqual(['Edge pools: not answered yet.']);
  });

  it('are one to ten, each with a name; inner name and site may be left out', () => {
    const eleven = Array.from({ length: 11 }, (_, i) => ({ name: `sip${i}.contoso.com` }));
    expect(pools.kind.parse(eleven.slice(1)).ok).toBe(true);
    expect(refusal(pools.kind.parse(eleven))).toBe('11 pools are listed.');
    expect(refusal(pools.kind.parse([]))).toBe('The list is empty.');
    expect(pools.kind.parse([{ site: 'Redmond' }])).toMatchObject({ problems: [{ path: [0, 'name'] }] });
  });

  it('take names and no addresses', () => {
    expect(pools.kind.parse([redmond, { ...dublin, internal: '10.0.0.5' }])).toMatchObject({
      problems: [{ path: [1, 'internal'], said: '"10.0.0.5" is an address, not a name.' }],
    });
  });

  it('show in one line', () => {
    expect(pools.kind.show([redmond, dublin])).toBe('2 pools: sip.contoso.com and sip2.contoso.com');
  });

  it('stop where two have the same name from outside', () => {
    expect(problemsOf([redmond, { ...dublin, name: 'sip.contoso.com' }])).toEqual([
      {
        path: [1, 'name'],
        said: 'sip.contoso.com is the name of pool 1 already.',
        expected: 'a name of its own for each pool',
        example: 'sip2.contoso.com',
        weight: 'stop',
      },
    ]);
  });

  it('warn where two have the same inner name, and not where none has one', () => {
    const [problem] = problemsOf([redmond, { ...dublin, internal: redmond.internal }]);
    expect(problem).toMatchObject({ path: [1, 'internal'], weight: 'warn' });
    expect(problemsOf([{ name: 'sip.contoso.com' }, { name: 'sip2.contoso.com' }])).toEqual([]);
  });
});

describe('the suffix rule at the pools', () => {
  it('has nothing to say where each domain has a name', () => {
    expect(problemsOf([redmond])).toEqual([]);
    expect(
      problemsOf([redmond, { name: 'access.fabrikam.com' }], {
        'deployment.sip-domains': ['contoso.com', 'fabrikam.com'],
      }),
    ).toEqual([]);
  });

  it.each([
    ['sip.contoso-edge.com', 'it is not in contoso.com'],
    ['sip.it.contoso.com', '2 labels stand before contoso.com, one is allowed'],
    ['contoso.com', 'it is the domain itself, with no host before it'],
  ])('warns of %s, with the reason', (name, why) => {
    expect(problemsOf([{ name }])).toEqual([
      {
        path: [0, 'name'],
        said: `${name} is not valid for contoso.com: ${why}.`,
        expected: 'one label before a SIP domain',
        example: 'sip.contoso.com',
        weight: 'warn',
      },
    ]);
  });

  it('says it of a name that is valid for none of several domains', () => {
    const domains = { 'deployment.sip-domains': ['contoso.com', 'fabrikam.com'] };
    expect(sentences(problemsOf([{ name: 'sip.adatum.com' }], domains))).toEqual([
      'sip.adatum.com is valid for none of your 2 SIP domains; for contoso.com, it is not in contoso.com.',
    ]);
  });

  it('names the domains for which no name is valid, in one warning', () => {
    const domains = ['contoso.com', 'fabrikam.com', 'adatum.com', 'litware.example', 'proseware.example'];
    const found = problemsOf([redmond], { 'deployment.sip-domains': domains });
    expect(found).toMatchObject([{ path: [], weight: 'warn', example: 'sip.fabrikam.com' }]);
    expect(sentences(found)).toEqual([
      'No Access Edge name that was entered is valid for fabrikam.com, adatum.com and 2 more.',
    ]);
  });

  it('counts the shared name as a name', () => {
    const shared = {
      ...two,
      'deployment.sip-domains': ['contoso.com', 'fabrikam.com'],
      'edge.shared-name': 'sip.fabrikam.com',
    };
    expect(problemsOf([redmond, dublin], shared)).toEqual([]);
  });

  it('waits for the SIP domains', () => {
    expect(problemsOf([{ name: 'sip.adatum.com' }], { 'deployment.sip-domains': undefined })).toEqual([]);
  });
});

describe('the shared name', () => {
  it('is asked for two pools, and proposed under the first SIP domain', () => {
    expect(view().get(sharedName)).toBeUndefined();
    expect(view(two).get(sharedName)).toBe('sip.contoso.com');
    expect(askedFields(page(edgeStep, 'access-edge'), view())).toEqual([pools, routing, partnerDiscovery]);
    expect(askedFields(page(edgeStep, 'access-edge'), view(two))).toEqual([
      pools,
      sharedName,
      routing,
      partnerDiscovery,
    ]);
  });

  it('has no default while no SIP domain is known', () => {
    expect(view({ ...two, 'deployment.sip-domains': undefined }).get(sharedName)).toBeUndefined();
  });

  it('is kept, and not asked, when the second pool goes', () => {
    const rollout = {
      ...newRollout({ id: 'contoso', at: '2026-11-23T08:00:00Z', by: 'ana' }),
      ...rolloutOf({ ...two, 'edge.shared-name': 'sip.contoso.com' }),
    };
    expect(dependantsOf(rollout, pools, [redmond], today)).toEqual([
      { field: sharedName, becomes: 'not asked', answered: true },
    ]);
  });

  it('is warned of where it is valid for no SIP domain', () => {
    const found = fieldProblems(sharedName, 'sip.contoso-edge.com', false, view(two));
    expect(found).toMatchObject([
      {
        path: [],
        weight: 'warn',
        said: 'sip.contoso-edge.com is not valid for contoso.com: it is not in contoso.com.',
      },
    ]);
    expect(fieldProblems(sharedName, 'access.contoso.com', false, view(two))).toEqual([]);
  });
});

describe('routing', () => {
  it('stops at default routing unless answered, and says nothing against it', () => {
    expect(view().get(routing)).toBe('stop-if-default');
    expect(fieldProblems(routing, 'stop-if-default', false, view())).toEqual([]);
  });

  it('can be switched, which is warned of with what is lost', () => {
    expect(routing.kind.parse('switch-to-dns-srv')).toEqual({ ok: true, value: 'switch-to-dns-srv' });
    const found = fieldProblems(routing, 'switch-to-dns-srv', false, view());
    expect(found).toMatchObject([
      { weight: 'warn', said: expect.stringMatching(/every partner .* default route first/) },
    ]);
  });

  it.each(['use-default', 'UseDnsSrvRouting', true, null])('refuses %j', (raw) => {
    expect(refusal(routing.kind.parse(raw))).toMatch(/is not a choice here|stands where a choice belongs/);
  });
});

describe('federation routes', () => {
  const route = { site: 'Redmond', pool: 'edge01.contoso.local' };
  const found = (value: readonly object[], answers = {}) =>
    fieldProblems(federationRoutes, value, false, view(answers));

  it('are none unless answered, and are asked on the page of the way out', () => {
    expect(view().get(federationRoutes)).toEqual([]);
    expect(federationRoutes.kind.show([])).toBe('none');
    expect(askedFields(page(edgeStep, 'route'), view())).toEqual([federationRoutes]);
  });

  it('are read with the bare name of the site and the name of the pool in small letters', () => {
    const raw = [{ site: ' site:Redmond ', pool: 'EDGE01.contoso.local' }];
    expect(federationRoutes.kind.parse(raw)).toEqual({ ok: true, value: [route] });
    expect(federationRoutes.kind.parse([])).toEqual({ ok: true, value: [] });
    expect(federationRoutes.kind.show([route, { site: 'Dublin', pool: 'edge02.contoso.local' }])).toBe(
      '2 routes: Redmond and Dublin',
    );
  });

  it.each([
    ['Redmond', /stands where a list belongs/],
    [[{ site: 'Redmond' }], /Edge pool is missing/],
    [[{ pool: 'edge01.contoso.local' }], /Site is missing/],
    [[{ site: 'Redmond', pool: 'edge01' }], /edge01/],
    [[{ site: 'Redmond', pool: 5 }], /stands where/],
    [[{ ...route, federationRoute: 'x' }], /A route has nothing of this name/],
  ])('refuse %j', (raw, said) => {
    expect(refusal(federationRoutes.kind.parse(raw))).toMatch(said);
  });

  it('stop where a site has two, whatever its letters', () => {
    expect(found([route, { ...route, site: 'REDMOND' }])).toEqual([
      {
        path: [1, 'site'],
        said: 'REDMOND has a route already, at 1.',
        expected: 'each site once',
        example: 'Dublin',
        weight: 'stop',
      },
    ]);
  });

  it('stop where they lead to a pool that is none of this rollout', () => {
    expect(found([route])).toEqual([]);
    expect(found([{ site: 'Redmond', pool: 'edge02.contoso.local' }])).toMatchObject([
      {
        path: [0, 'pool'],
        said: 'edge02.contoso.local is the internal name of none of your Edge pools.',
        expected: 'edge01.contoso.local',
        weight: 'stop',
      },
    ]);
    expect(found([route], { 'edge.pools': [{ name: 'sip.contoso.com' }] })).toMatchObject([
      { path: [0, 'pool'], expected: 'an internal name, answered at the Edge pools' },
    ]);
  });

  it('make the internal name of every pool required', () => {
    const nameless = { name: 'sip2.contoso.com' };
    expect(problemsOf([redmond, nameless])).toEqual([]);
    expect(problemsOf([redmond, nameless], { 'edge.federation-routes': [route] })).toMatchObject([
      { path: [1, 'internal'], weight: 'stop', said: expect.stringContaining('sip2.contoso.com has no internal name') },
    ]);
    expect(problemsOf([redmond, nameless], { 'edge.federation-routes': [] })).toEqual([]);
  });

  it('are named where an answer about the pools leaves them without theirs', () => {
    const rollout = {
      ...newRollout({ id: 'contoso', at: '2026-11-23T08:00:00Z', by: 'ana' }),
      ...rolloutOf({ 'edge.federation-routes': [route] }),
    };
    expect(dependantsOf(rollout, pools, [{ ...redmond, internal: 'edge07.contoso.local' }], today)).toEqual([
      expect.objectContaining({ field: federationRoutes, answered: true }),
    ]);
  });
});

describe('partner discovery', () => {
  it('is kept as it is unless answered', () => {
    expect(view().get(partnerDiscovery)).toBe('keep');
    expect(statusOf(partnerDiscovery, rolloutOf(), view()).problems).toEqual([]);
  });

  it.each([
    [true, /lets every domain in that can be discovered/],
    [false, /cuts every partner that was discovered/],
  ])('warns of what %s does to others', (answer, said) => {
    const [found] = fieldProblems(partnerDiscovery, answer, false, view());
    expect(found).toMatchObject({ weight: 'warn', said: expect.stringMatching(said) });
  });
});
