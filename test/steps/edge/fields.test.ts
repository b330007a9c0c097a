import { describe, expect, it } from 'vitest';
import { askedFields, dependantsOf, fieldProblems, newRollout, statusOf } from '../../../src/state/index.ts';
import { notOffered, partnerDiscovery, pools, routing, sharedName } from '../../../src/steps/edge/fields.ts';
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
    expect(sentences(found)).toEqual(['No Access Edge name here is valid for fabrikam.com, adatum.com and 2 more.']);
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

  it('leaves federation routes out, and has a reason ready for a file that names them', () => {
    expect(edgeStep.pages.flatMap((one) => one.fields ?? []).map(({ id }) => id)).not.toContain(
      'edge.federation-routes',
    );
    expect(notOffered['edge.federation-routes']).toMatch(/not offered by this version: .*Topology Builder/);
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
