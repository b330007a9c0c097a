import { describe, expect, it } from 'vitest';
import { askedFields, fieldProblems, statusOf } from '../../../src/state/index.ts';
import {
  approver,
  cu5,
  goal,
  hybrid,
  organisation,
  owner,
  product,
  sipDomains,
  window,
} from '../../../src/steps/deployment/fields.ts';
import { domainMeant } from '../../../src/steps/deployment/host-name.ts';
import { deploymentStep } from '../../../src/steps/deployment/index.ts';
import { contoso, page, refusal, rolloutOf, sentences, view } from '../edge/contoso.ts';

describe('goal', () => {
  it('is deploy when it is left out, and asked of nobody', () => {
    expect(view().get(goal)).toBe('deploy');
    expect(askedFields(page(deploymentStep, 'service'), view())).toEqual([organisation]);
  });

  it('refuses the goals that come later, and says which', () => {
    expect(refusal(goal.kind.parse('audit'))).toMatch(/^An audit is not offered by this version/);
    expect(refusal(goal.kind.parse('retire'))).toMatch(/^Retiring is not offered by this version/);
    expect(refusal(goal.kind.parse('play'))).toBe('"play" is not a choice here.');
  });
});

describe('product', () => {
  it('is required and has no default', () => {
    const status = statusOf(
      product,
      rolloutOf({ 'deployment.product': undefined }),
      view({ 'deployment.product': undefined }),
    );
    expect(status).toMatchObject({ origin: 'none', required: true });
    expect(sentences(status.problems)).toEqual(['Product: not answered yet.']);
  });

  it('offers five, each with what is known of its support', () => {
    const { kind } = product;
    expect(kind.form === 'choice' && kind.choices).toEqual([
      { value: 'lync-2010', label: 'Lync Server 2010', help: 'Extended support ended on 13 Apr 2021.' },
      { value: 'lync-2013', label: 'Lync Server 2013', help: 'Extended support ended on 11 Apr 2023.' },
      { value: 'sfb-2015', label: 'Skype for Business Server 2015', help: 'Support ended on 14 Oct 2025.' },
      { value: 'sfb-2019', label: 'Skype for Business Server 2019', help: 'Support ended on 14 Oct 2025.' },
      {
        value: 'sfb-se',
        label: 'Skype for Business Server Subscription Edition',
        help: 'Supported while it is kept current; no end date was found.',
      },
    ]);
  });

  it('refuses what is none of them', () => {
    expect(refusal(product.kind.parse('lync-2015'))).toBe('"lync-2015" is not a choice here.');
  });
});

describe('cumulative update 5', () => {
  it('is unknown until it is answered, so that the script asks the server', () => {
    expect(view().get(cu5)).toBe('unknown');
    expect(view({ 'deployment.cu5': 'no' }).get(cu5)).toBe('no');
  });

  it('is asked of Lync Server 2013 only', () => {
    const other = view({ 'deployment.product': undefined });
    expect(askedFields(page(deploymentStep, 'servers'), other)).toEqual([product, sipDomains, hybrid]);
    expect(askedFields(page(deploymentStep, 'servers'), view())).toEqual([product, cu5, sipDomains, hybrid]);
    for (const one of ['lync-2010', 'sfb-2015', 'sfb-2019', 'sfb-se'])
      expect(view({ 'deployment.product': one, 'deployment.cu5': 'no' }).get(cu5)).toBeUndefined();
  });
});

describe('SIP domains', () => {
  const problemsOf = (domains: readonly string[]) => fieldProblems(sipDomains, domains, true, view());

  it('takes what follows the @ of an address', () => {
    expect(problemsOf(['contoso.com', 'emea.fabrikam.com', 'adatum.co.uk'])).toEqual([]);
    expect(sipDomains.kind.parse(['Contoso.COM'])).toEqual({ ok: true, value: ['contoso.com'] });
  });

  it('is required, and an empty list is no answer', () => {
    expect(sentences(fieldProblems(sipDomains, undefined, true, view()))).toEqual(['SIP domains: not answered yet.']);
    expect(refusal(sipDomains.kind.parse([]))).toBe('The list is empty.');
  });

  const hosts = [
    ...['sip', 'sipfed', 'sipexternal', 'sipinternal', 'access', 'edge', 'lyncdiscover', 'lyncdiscoverinternal'],
    ...['webcon', 'av', 'meet', 'dialin', 'www', 'mail', 'autodiscover'],
  ];

  it.each(hosts)('refuses the host name %s.contoso.com and names the domain meant', (host) => {
    expect(problemsOf(['fabrikam.com', `${host}.contoso.com`])).toEqual([
      {
        path: [1],
        said: `${host}.contoso.com is a host name; a SIP domain is what follows the @ of an address. contoso.com is meant, it seems.`,
        expected: 'the domain alone',
        example: 'contoso.com',
        weight: 'stop',
      },
    ]);
  });

  it('says where the domain meant is in the list already', () => {
    expect(sentences(problemsOf(['contoso.com', 'sip.contoso.com']))).toEqual([
      'sip.contoso.com is a host name; a SIP domain is what follows the @ of an address. contoso.com is in the list already.',
    ]);
  });

  it.each(['access.com', 'edge.co.uk', 'mail.com.au', 'meet.org.nz', 'sipper.contoso.com', 'contoso.sip.com'])(
    'lets %s pass, which may be the domain of an organisation',
    (name) => {
      expect(domainMeant(name)).toBeUndefined();
      expect(problemsOf([name])).toEqual([]);
    },
  );

  it.each([
    ['sip.contoso.co.uk', 'contoso.co.uk'],
    ['sip.emea.contoso.com', 'emea.contoso.com'],
    ['edge.contoso.de', 'contoso.de'],
    ['sip.co.example', 'co.example'],
  ])('finds %s to be a host of %s', (name, domain) => {
    expect(domainMeant(name)).toBe(domain);
  });
});

describe('what is optional', () => {
  it('is not missed: owner, approver, window', () => {
    for (const field of [owner, approver, window]) {
      expect(statusOf(field, rolloutOf(), view())).toEqual({
        value: undefined,
        origin: 'none',
        required: false,
        problems: [],
      });
    }
  });

  it('is no where hybrid is left out', () => {
    expect(view().get(hybrid)).toBe(false);
  });
});

it('names the rollout after the organisation, which is required', () => {
  expect(statusOf(organisation, { answers: contoso }, view())).toMatchObject({ value: 'Contoso', required: true });
  expect(refusal(organisation.kind.parse('  '))).toBe('Nothing is there.');
});
