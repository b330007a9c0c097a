import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contacts } from '../../../src/steps/index.ts';
import { viewWith } from '../view.ts';

const { addressesFor, addressText } = contacts;

const decorating = viewWith({ 'deployment.cu5': 'yes' });
const unsure = viewWith({ 'deployment.cu5': 'unknown' });
const plain = viewWith({ 'deployment.cu5': 'no' });
const turnedOff = viewWith({ 'deployment.cu5': 'yes', 'skype-provider.decorate': false });
const views = [decorating, unsure, plain, turnedOff];

const typed = (microsoftAccount: string, view = unsure) => {
  const addresses = addressesFor({ microsoftAccount }, view);
  return addresses?.[addresses.typeHere];
};

describe('the address to type', () => {
  it.each(['live.com', 'hotmail.com', 'outlook.com', 'msn.com'])('is as it is at %s', (domain) => {
    for (const view of views) expect(typed(`ana@${domain}`, view)).toBe(`ana@${domain}`);
  });

  it('is put into brackets at any other domain', () => {
    for (const view of [unsure, plain, turnedOff]) {
      expect(typed('maria@adatum.com', view)).toBe('maria(adatum.com)@msn.com');
      expect(typed('maria@hotmail.co.uk', view)).toBe('maria(hotmail.co.uk)@msn.com');
      expect(typed('maria@mail.outlook.com', view)).toBe('maria(mail.outlook.com)@msn.com');
    }
  });

  it('is as it is where the client decorates by itself', () => {
    expect(typed('maria@adatum.com', decorating)).toBe('maria@adatum.com');
  });

  it('is none without an account', () => {
    expect(addressesFor({}, unsure)).toBeUndefined();
    expect(addressText({}, unsure).markdown).toMatch(/No Microsoft account yet/);
  });
});

describe('both forms', () => {
  const local = fc.stringMatching(/^[a-z0-9!$%&'()+=?^_{|}~-]{1,20}$/);
  const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);
  const domain = fc.oneof(
    fc.constantFrom('live.com', 'hotmail.com', 'outlook.com', 'msn.com'),
    fc.tuple(label, label).map((labels) => labels.join('.')),
  );

  it('are always there, and each leads back to the account', () => {
    fc.assert(
      fc.property(local, domain, fc.constantFrom(...views), (name, at, view) => {
        const addresses = addressesFor({ microsoftAccount: `${name}@${at}` }, view);
        expect(addresses?.asItIs).toBe(`${name}@${at}`);
        const inner = addresses?.decorated?.slice(0, -')@msn.com'.length) ?? '';
        expect(addresses?.decorated?.slice(inner.length)).toBe(')@msn.com');
        const open = inner.lastIndexOf('(');
        expect(`${inner.slice(0, open)}@${inner.slice(open + 1)}`).toBe(addresses?.asItIs);
      }),
    );
  });

  it('are chosen from by the domain and by the client alone', () => {
    const own = ['live.com', 'hotmail.com', 'outlook.com', 'msn.com'];
    fc.assert(
      fc.property(local, domain, fc.constantFrom(...views), (name, at, view) => {
        const chosen = addressesFor({ microsoftAccount: `${name}@${at}` }, view)?.typeHere;
        expect(chosen).toBe(own.includes(at) || view === decorating ? 'asItIs' : 'decorated');
      }),
    );
  });
});

describe('on other products', () => {
  const on = (product: string, answers = {}) => viewWith({ 'deployment.product': product, ...answers });

  it('is put into brackets on Lync Server 2010, where nothing decorates', () => {
    const adatum = { microsoftAccount: 'maria@adatum.com' };
    expect(typed('maria@adatum.com', on('lync-2010'))).toBe('maria(adatum.com)@msn.com');
    expect(addressText(adatum, on('lync-2010')).markdown).toContain('[^no-decoration2010]');
  });

  it.each(['sfb-2015', 'sfb-2019', 'sfb-se'])('is left to the client on %s, unless decoration is off', (product) => {
    expect(typed('maria@adatum.com', on(product))).toBe('maria@adatum.com');
    expect(typed('maria@adatum.com', on(product, { 'skype-provider.decorate': false }))).toBe(
      'maria(adatum.com)@msn.com',
    );
  });

  it('is of one form for a Skype name alone, routed or not', () => {
    const maria = { situation: 'skype-name-only', skypeName: 'maria.anders' } as const;
    const routed = addressText(maria, on('sfb-2015')).markdown;
    expect(routed).toMatch(/^Type `maria\.anders@skypeids\.net`\./);
    expect(routed).toContain('no other form');
    expect(addressesFor(maria, on('sfb-2015'))).not.toHaveProperty('decorated');
    const off = addressText(maria, on('sfb-2015', { 'skype-provider.id-routing': false })).markdown;
    expect(off).toContain('may reach nobody');
    expect(addressText({ situation: 'skype-name-only' }, on('sfb-2015')).markdown).toMatch(/^No Skype name/);
  });
});

describe('why', () => {
  const why = (account: string, view = unsure) => addressesFor({ microsoftAccount: account }, view)?.why.markdown;

  it('cites what it rests on', () => {
    expect(why('ana@outlook.com')).toContain('[^address-form]');
    expect(why('maria@adatum.com', plain)).toContain('[^presence-unknown]');
    expect(why('maria@adatum.com', decorating)).toContain('[^address-decorated]');
  });

  it('says so where it is not known whether the server decorates', () => {
    expect(why('maria@adatum.com')).toMatch(/is not known/);
  });

  it('warns of older clients where the client decorates', () => {
    expect(why('maria@adatum.com', decorating)).toMatch(/older than Office 2013 SP1/);
  });

  it('stands in one text with both forms, the one to type first', () => {
    const text = addressText({ microsoftAccount: 'maria@adatum.com' }, plain).markdown;
    expect(text).toMatch(/^Type `maria\(adatum\.com\)@msn\.com`\./);
    expect(text).toContain('other form is `maria@adatum.com`');
    expect(addressText({ microsoftAccount: 'ana@outlook.com' }, plain).markdown).toMatch(/^Type `ana@outlook\.com`\./);
  });
});
