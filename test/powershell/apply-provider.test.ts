import { describe, expect, it } from 'vitest';
import { type Bench, entry, useBench, yes } from './bench.ts';
import { asInstalled, hasDotnet, type Provider, type Store } from './engine.ts';
import { contosoAnswers, scriptFor } from './scripts.ts';

const script = scriptFor(contosoAnswers);
const proxy = 'federation.messenger.msn.com';
const shipped = asInstalled().publicProviders.filter(({ Identity }) => Identity !== 'Messenger');
const right = entry('Skype', {
  ProxyFqdn: proxy,
  IconUrl: 'https://images.edge.messenger.live.com/Messenger_16x16.png',
  NameDecorationRoutingDomain: 'msn.com',
  NameDecorationExcludedDomainList: 'msn.com,outlook.com,live.com,hotmail.com',
  VerificationLevel: 'UseSourceVerification',
});

/** The calls to providers alone, each as `cmdlet Identity`. */
async function providerCalls(bench: Bench, store: Partial<Store>, answers = contosoAnswers) {
  const result = await bench.run(scriptFor(answers), { store: { ...asInstalled(), ...store }, answers: yes });
  const calls = result.calls.filter(({ cmdlet, changes }) => changes && /Provider$/.test(cmdlet));
  return { ...result, provider: calls.map(({ cmdlet, bound }) => `${cmdlet} ${bound.Identity}`) };
}

describe.skipIf(!hasDotnet())('the public provider', () => {
  const bench = useBench();

  it('is left alone where it is as wanted', async () => {
    const result = await providerCalls(bench, { publicProviders: [...shipped, right] });
    expect(result).toMatchObject({ exitCode: 0, provider: [] });
    expect(result.text).toContain('As wanted: Public provider Skype');
  });

  it.each<[string, Partial<Pick<Provider, 'Enabled' | 'VerificationLevel'>>]>([
    ['Enabled', { Enabled: false }],
    ['the level', { VerificationLevel: 'AlwaysUnverifiable' }],
    ['both', { Enabled: false, VerificationLevel: 'AlwaysVerifiable' }],
  ])('is mended by Set- where %s differs alone', async (_, values) => {
    const result = await providerCalls(bench, { publicProviders: [{ ...right, ...values }] });
    expect(result).toMatchObject({ exitCode: 0, provider: ['Set-CsPublicProvider Skype'] });
    expect(result.store.publicProviders).toEqual([right]);
    expect(result.text).toMatch(
      /Undo: Set-CsPublicProvider -Identity 'Skype' -VerificationLevel \d -Enabled \$(true|false)$/m,
    );
  });

  it.each<[string, Provider[], string[]]>([
    [
      'an entry of another icon',
      [entry('skype', { ...right, Identity: 'skype', IconUrl: 'https://fabrikam.com/i.png' })],
      ['skype'],
    ],
    ['the name at another proxy', [entry('Skype')], ['Skype']],
    ['the proxy under another name', [entry('MSN', { ProxyFqdn: proxy.toUpperCase() })], ['MSN']],
    ['one of each', [entry('Skype'), entry('MSN', { ProxyFqdn: proxy })], ['Skype', 'MSN']],
  ])('replaces %s', async (_, inTheWay, removed) => {
    const result = await providerCalls(bench, { publicProviders: [...shipped, ...inTheWay] });
    expect(result.exitCode).toBe(0);
    expect(result.provider).toEqual([
      ...removed.map((name) => `Remove-CsPublicProvider ${name}`),
      'New-CsPublicProvider Skype',
    ]);
    expect(result.store.publicProviders).toEqual([...shipped, right]);
  });

  it('comes back whole with both entries that were in its way where it cannot be made', async () => {
    const legacy = entry('MSN', { ProxyFqdn: proxy, IconUrl: "https://fabrikam.com/o'neil.png", Enabled: false });
    const publicProviders = [entry('Skype'), legacy];
    const store = { ...asInstalled(), publicProviders };
    const result = await bench.run(script, { store, answers: yes, failAt: 5 });
    expect(result.exitCode).toBe(5);
    expect(result.store.publicProviders).toEqual(publicProviders);
    expect(result.text).toContain('Put back: Skype');
    expect(result.text).toContain('Put back: MSN');
  });

  it('is never made by replacing where that is not wanted: the entry in the way is named', async () => {
    const answers = { ...contosoAnswers, 'skype-provider.replace': false };
    const result = await providerCalls(bench, {}, answers);
    expect(result).toMatchObject({ exitCode: 4, changed: [] });
    expect(result.text).toContain('In the way, and not to be replaced: Messenger');
    const mended = await providerCalls(bench, { publicProviders: [{ ...right, Enabled: false }] }, answers);
    expect(mended).toMatchObject({ exitCode: 0, provider: ['Set-CsPublicProvider Skype'] });
  });

  it('is made without decoration where the server has no such parameter, and says so', async () => {
    const result = await providerCalls(bench, asInstalled({ cu5: false }));
    expect(result.exitCode).toBe(0);
    expect(result.text).toContain('Left out: New-CsPublicProvider has no -NameDecorationRoutingDomain on this server.');
    expect(result.store.publicProviders.at(-1)).not.toHaveProperty('NameDecorationRoutingDomain');
  });

  it('takes a level by its name, and none at all where the product decides', async () => {
    const named = { ...contosoAnswers, 'skype-provider.verification': 'AlwaysUnverifiable' };
    const first = await providerCalls(bench, {}, named);
    expect(first.store.publicProviders.at(-1)).toMatchObject({ VerificationLevel: 'AlwaysUnverifiable' });
    expect(first.text).toContain('VerificationLevel 1 is AlwaysUnverifiable here.');
    expect(await providerCalls(bench, first.store, named)).toMatchObject({ exitCode: 0, provider: [] });
    const byProduct = { ...contosoAnswers, 'skype-provider.verification': 'product-default' };
    expect(await providerCalls(bench, first.store, byProduct)).toMatchObject({ exitCode: 0, provider: [] });
  });
});
