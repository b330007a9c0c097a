import { describe, expect, it } from 'vitest';
import { factById } from '../../../src/facts/index.ts';
import { missingFor, viewOf } from '../../../src/state/index.ts';
import { skypeProvider, steps } from '../../../src/steps/index.ts';
import { viewWith } from '../view.ts';

const { identity, enabled, proxyFqdn, iconUrl, verification, decorate, idRouting, directorySearch, replace } =
  skypeProvider;
const step = steps.find(({ id }) => id === 'skype-provider');
const page = step?.pages[0];

function wanted(answers: Readonly<Record<string, unknown>> = {}) {
  const [first, ...others] = step?.wants(viewWith(answers)) ?? [];
  expect(others).toEqual([]);
  if (first?.do !== 'ensure') throw new Error('no provider is wanted');
  return first;
}

describe('the answers that hold without one', () => {
  it("are those of Microsoft's command for Lync Server 2013", () => {
    const view = viewWith();
    expect([identity, proxyFqdn, iconUrl, verification].map((field) => view.get<unknown>(field))).toEqual([
      'Skype',
      'federation.messenger.msn.com',
      'https://images.edge.messenger.live.com/Messenger_16x16.png',
      'level-2',
    ]);
    expect([enabled, decorate, replace].map((field) => view.get(field))).toEqual([true, true, true]);
  });

  it('pass their own checks', () => {
    const view = viewWith();
    expect(proxyFqdn.check?.(view.get(proxyFqdn) ?? '', view)).toEqual([]);
  });

  it('wait for the product', () => {
    const none = viewOf({ answers: {}, tasks: {}, people: [] }, '2026-11-23');
    expect(none.get(identity)).toBeUndefined();
    expect(none.get(verification)).toBeUndefined();
    expect(step?.wants(none)).toEqual([]);
    expect(page && missingFor(page, none).map(({ id }) => id)).toEqual(['deployment.product']);
  });
});

describe('the provider', () => {
  it("is Microsoft's command, value by value", () => {
    expect(wanted()).toMatchObject({
      kind: 'provider',
      which: { by: 'provider', identity: 'Skype', proxy: 'federation.messenger.msn.com' },
      ifMissing: 'create',
      recreate: true,
    });
    expect(wanted().set).toEqual({
      ProxyFqdn: 'federation.messenger.msn.com',
      IconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
      NameDecorationRoutingDomain: 'msn.com',
      NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
      VerificationLevel: 2,
      Enabled: true,
    });
  });

  it.each(['AlwaysVerifiable', 'AlwaysUnverifiable', 'UseSourceVerification'])(
    'has the level %s by its name',
    (level) => {
      expect(wanted({ 'skype-provider.verification': level }).set.VerificationLevel).toBe(level);
    },
  );

  it('names no level where the default of the product is chosen', () => {
    expect(wanted({ 'skype-provider.verification': 'product-default' }).set).not.toHaveProperty('VerificationLevel');
  });

  it('takes the answers over', () => {
    const answers = {
      'skype-provider.identity': 'MSN',
      'skype-provider.enabled': false,
      'skype-provider.proxy-fqdn': 'federation.fabrikam.com',
      'skype-provider.icon-url': 'https://www.fabrikam.com/icon.png',
      'skype-provider.replace': false,
    };
    expect(wanted(answers)).toMatchObject({
      title: 'Public provider MSN',
      which: { identity: 'MSN', proxy: 'federation.fabrikam.com' },
      set: { ProxyFqdn: 'federation.fabrikam.com', IconUrl: 'https://www.fabrikam.com/icon.png', Enabled: false },
      recreate: false,
    });
  });
});

describe('decoration', () => {
  const names = ['NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList'];
  const decoration = (answers: Readonly<Record<string, unknown>>) => {
    const { set, probe } = wanted(answers);
    return { set: names.filter((name) => name in set), probe };
  };

  it('is asked of the server, since sources disagree on its version', () => {
    for (const answer of ['yes', 'unknown']) {
      expect(decoration({ 'deployment.cu5': answer })).toEqual({ set: names, probe: names });
    }
  });

  it('is neither asked nor written without cumulative update 5', () => {
    const view = viewWith({ 'deployment.cu5': 'no', 'skype-provider.decorate': true });
    expect(view.get(decorate)).toBeUndefined();
    expect(decoration({ 'deployment.cu5': 'no', 'skype-provider.decorate': true })).toEqual({
      set: [],
      probe: undefined,
    });
    expect(page?.tell(view).markdown).toContain('people type the form for Skype');
  });

  it('is left out on request', () => {
    expect(decoration({ 'skype-provider.decorate': false })).toEqual({ set: [], probe: undefined });
  });
});

describe('what is told', () => {
  const told = page?.tell(viewWith()).markdown ?? '';

  it('sets the guide beside Microsoft, and Microsoft beside itself', () => {
    for (const fact of [
      'guide-provider',
      'verification-level-dispute',
      'decoration-version-dispute',
      'level-two-name',
    ]) {
      expect(told).toContain(`[^${fact}]`);
    }
  });

  it('tells that an entry in the way goes first, and that Set- cannot mend it', () => {
    expect(told).toContain('[^legacy-provider-first]');
    expect(told).toContain('[^set-changes-two]');
  });

  it('has the click path with the name that was answered', () => {
    const clicks = page?.clicks?.(viewWith({ 'skype-provider.identity': 'MSN' })).markdown ?? '';
    expect(clicks).toContain('SIP Federated Providers');
    expect(clicks).toContain('`MSN`');
  });
});

it('warns of a proxy that Microsoft does not state', () => {
  const problems = proxyFqdn.check?.('federation.fabrikam.com', viewWith()) ?? [];
  expect(problems.map(({ weight, example }) => [weight, example])).toEqual([['warn', 'federation.messenger.msn.com']]);
});

describe('by product', () => {
  const proxy = 'federation.messenger.msn.com';
  const later = {
    ProxyFqdn: proxy,
    IconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
    NameDecorationRoutingDomain: 'msn.com',
    NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
    EnableSkypeIdRouting: true,
    EnableSkypeDirectorySearch: true,
    Enabled: true,
  };

  it('enables the shipped entry of Lync Server 2010, which knows no more', () => {
    const ensure = wanted({ 'deployment.product': 'lync-2010' });
    expect(ensure.which).toEqual({ by: 'provider', identity: 'MSN', proxy });
    expect(ensure.set).toEqual({ ProxyFqdn: proxy, Enabled: true });
    expect(ensure.probe).toBeUndefined();
    const view = viewWith({ 'deployment.product': 'lync-2010' });
    for (const field of [iconUrl, decorate, idRouting, directorySearch])
      expect(view.get<unknown>(field)).toBeUndefined();
  });

  it.each(['sfb-2015', 'sfb-2019', 'sfb-se'])("is Microsoft's command for Skype for Business on %s", (product) => {
    const ensure = wanted({ 'deployment.product': product });
    expect(ensure.which).toEqual({ by: 'provider', identity: 'Skype', proxy });
    expect(ensure.set).toEqual(later);
    expect(ensure.probe).toBeUndefined();
  });

  it('writes a no about Skype names and search out', () => {
    const answers = { 'skype-provider.id-routing': false, 'skype-provider.directory-search': false };
    expect(wanted({ 'deployment.product': 'sfb-2015', ...answers }).set).toEqual({
      ...later,
      EnableSkypeIdRouting: false,
      EnableSkypeDirectorySearch: false,
    });
    expect(wanted(answers).set).not.toHaveProperty('EnableSkypeIdRouting');
  });

  it.each(['lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019', 'sfb-se'] as const)(
    'tells and cites for %s what is about it, and nothing about another product',
    (product) => {
      const view = viewWith({ 'deployment.product': product });
      const { cite, why } = wanted({ 'deployment.product': product });
      const all = [page?.tell(view), page?.clicks?.(view), why].map((text) => text?.markdown).join('\n');
      const ids = [...all.matchAll(/\[\^([a-z0-9-]+)\]/g)].map((match) => match[1] ?? '');
      const others = [...cite, ...ids.map(factById)].filter((fact) => fact.products?.includes(product) === false);
      expect(others.map(({ id }) => id)).toEqual([]);
    },
  );
});
