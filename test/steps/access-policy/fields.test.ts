import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessPolicy } from '../../../src/steps/index.ts';
import { viewWith } from '../view.ts';

const { scope, sites, policyName, users, federatedUsers, publicUsers, publicAudioVideo, remoteUsers, xmpp } =
  accessPolicy;

const refusal = (read: ReturnType<typeof policyName.kind.parse>) => (read.ok ? undefined : read.problems[0]?.said);

describe('what is asked', () => {
  it('proposes a site first', () => {
    expect(viewWith().get(scope)).toBe('site');
    expect(scope.kind.form === 'choice' && scope.kind.choices[0]?.help).toMatch(/recommended/i);
  });

  it('asks for sites, or for a name and users, by the scope', () => {
    const asked = (answer: string) =>
      [sites, policyName, users]
        .filter((field) => field.asked?.(viewWith({ 'access-policy.scope': answer })))
        .map(({ id }) => id);
    expect(asked('site')).toEqual(['access-policy.sites']);
    expect(asked('user')).toEqual(['access-policy.policy-name', 'access-policy.users']);
    expect(asked('global')).toEqual([]);
  });

  it('needs the sites, and has no proposal for them', () => {
    expect(sites.required?.(viewWith())).toBe(true);
    expect(viewWith().get(sites)).toBeUndefined();
  });

  it('opens the three switches and keeps the two that Skype does not need', () => {
    const view = viewWith();
    expect([federatedUsers, publicUsers, publicAudioVideo].map((field) => view.get(field))).toEqual([true, true, true]);
    expect([remoteUsers, xmpp].map((field) => view.get(field))).toEqual(['keep', 'keep']);
  });

  it('asks for XMPP only where the product is known to have it', () => {
    expect(viewWith({ 'deployment.product': undefined }).get(xmpp)).toBeUndefined();
    const asked = ['lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019', 'sfb-se'].filter(
      (product) => viewWith({ 'deployment.product': product }).get(xmpp) !== undefined,
    );
    expect(asked).toEqual(['lync-2013', 'sfb-2015']);
  });

  it('takes keep for what other traffic uses, and yes or no for what is Skype alone', () => {
    expect(federatedUsers.kind.parse('keep').ok).toBe(true);
    expect(remoteUsers.kind.parse('keep').ok).toBe(true);
    expect(publicUsers.kind.parse('keep').ok).toBe(false);
    expect(publicAudioVideo.kind.parse('keep').ok).toBe(false);
  });
});

describe('users', () => {
  const user = { 'access-policy.scope': 'user' };
  const ana = { name: 'Ana Trujillo', situation: 'needs-account', sip: 'ana@contoso.com' } as const;

  it('are proposed from the people, each address once', () => {
    const people = [
      ana,
      { ...ana, name: 'Thomas Hardy', sip: 'ANA@contoso.com' },
      { name: 'Maria Anders', situation: 'needs-merge' },
    ] as const;
    expect(
      viewWith(user, people)
        .get(users)
        ?.map((sip) => sip.toLowerCase()),
    ).toEqual(['ana@contoso.com']);
  });

  it('are needed where nobody has an address', () => {
    const view = viewWith(user, [{ name: 'Maria Anders', situation: 'needs-merge' }]);
    expect(view.get(users)).toBeUndefined();
    expect(users.required?.(view)).toBe(true);
  });

  it('lose sip: and never hold an asterisk', () => {
    expect(users.kind.parse(['sip:ana@contoso.com'])).toEqual({ ok: true, value: ['ana@contoso.com'] });
    expect(users.kind.parse(['*@contoso.com']).ok).toBe(false);
    expect(users.kind.parse(['Ana*']).ok).toBe(false);
    expect(users.kind.parse(['ana@contoso.com', 'sip:ANA@contoso.com']).ok).toBe(false);
  });

  it('read as themselves again, whatever was typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc.emailAddress(),
      fc.emailAddress().map((one) => `sip:${one}`),
      fc.emailAddress().map((one) => `*${one}`),
    );
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 4 }), (lines) => {
        const read = users.kind.parse(lines);
        if (!read.ok) return;
        expect(users.kind.parse(read.value)).toEqual(read);
        for (const one of read.value) expect(one).toMatch(/^(?!sip:)[^*]+@[^*@]+$/i);
      }),
    );
  });
});

describe('a policy name', () => {
  it('is SkypeUsers unless answered', () => {
    expect(viewWith({ 'access-policy.scope': 'user' }).get(policyName)).toBe('SkypeUsers');
  });

  it.each([
    ['tag:SkypeUsers', /colon/],
    ['Site:Redmond', /colon/],
    ['global', /everyone/],
    ['GLOBAL', /everyone/],
    ['Skype*', /asterisk/],
  ])('is not %s', (name, why) => {
    expect(refusal(policyName.kind.parse(name))).toMatch(why);
  });

  it('holds nothing by which another policy could be meant', () => {
    const part = fc.constantFrom('tag:', 'site:', 'Site:', '*', 'global', ' ', 'Skype', 'x');
    const typed = fc.oneof(
      fc.string(),
      fc.array(part, { maxLength: 4 }).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (name) => {
        const read = policyName.kind.parse(name);
        if (!read.ok) return;
        expect(read.value).not.toMatch(/[*:]|^global$/i);
        expect(policyName.kind.parse(read.value)).toEqual(read);
      }),
    );
  });
});

describe('a site', () => {
  it.each(['site:Redmond', 'Site:Redmond', ' site: Redmond', 'site:site:Redmond', 'Redmond'])(
    '%s is Redmond',
    (typed) => {
      expect(sites.kind.parse([typed])).toEqual({ ok: true, value: ['Redmond'] });
    },
  );

  it('is listed once, however it is written', () => {
    expect(sites.kind.parse(['Redmond', 'site:redmond']).ok).toBe(false);
  });

  it('is more than the prefix', () => {
    expect(sites.kind.parse(['site:']).ok).toBe(false);
  });

  it('never begins with site: once it is read', () => {
    const part = fc.constantFrom('site:', 'SITE:', ' ', 'Redmond', '\u0301', ':');
    const typed = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(part).map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (name) => {
        const read = sites.kind.parse([name]);
        if (!read.ok) return;
        expect(read.value[0]).not.toMatch(/^\s*site:/i);
        expect(sites.kind.parse(read.value)).toEqual(read);
      }),
    );
  });
});

describe('a no that costs more than it seems', () => {
  const said = (field: typeof federatedUsers | typeof publicUsers, value: boolean) =>
    (field.check?.(value, viewWith()) ?? []).map(({ said, weight }) => `${weight}: ${said}`);

  it('is warned of, and stops nothing', () => {
    expect(said(federatedUsers, false)).toEqual([expect.stringMatching(/^warn: .*every federated organisation/)]);
    expect(said(publicUsers, false)).toEqual([expect.stringMatching(/^warn: .*refused/)]);
    expect(said(remoteUsers, false)).toEqual([expect.stringMatching(/^warn: .*outside/)]);
  });

  it('yes and keep are not', () => {
    expect([said(federatedUsers, true), said(publicUsers, true), said(remoteUsers, true)].flat()).toEqual([]);
    expect(federatedUsers.check?.('keep', viewWith())).toEqual([]);
  });
});
