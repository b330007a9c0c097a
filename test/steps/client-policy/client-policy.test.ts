import { describe, expect, it } from 'vitest';
import { fieldProblems, sharedTasks } from '../../../src/state/index.ts';
import { clientPolicy, steps } from '../../../src/steps/index.ts';
import { viewWith } from '../view.ts';

const { target, scope, sites, policyName, users, notify, mayStart } = clientPolicy;
const step = steps.find(({ id }) => id === 'client-policy');
const page = step?.pages[0];

function wanted(answers: Readonly<Record<string, unknown>>) {
  const [first, ...others] = step?.wants(viewWith(answers)) ?? [];
  expect(others).toEqual([]);
  return first?.do === 'ensure' ? first : undefined;
}

const redmond = { 'access-policy.sites': ['Redmond'] };

describe('what changes', () => {
  it('is the policy in force, a copy, or nothing', () => {
    expect(viewWith().get(target)).toBe('in-force');
    expect(target.kind.form === 'choice' && target.kind.choices.map(({ value }) => value)).toEqual([
      'in-force',
      'new-copy',
      'leave',
    ]);
  });

  it.each(['copy', 'NEW-COPY', true, null])('is not %j', (raw) => {
    expect(target.kind.parse(raw).ok).toBe(false);
  });

  it('asks nothing more where it is left', () => {
    const view = viewWith({ ...redmond, 'client-policy.target': 'leave' });
    expect([scope, sites, policyName, users, notify, mayStart].map((field) => view.get<unknown>(field))).toEqual(
      Array(6).fill(undefined),
    );
    expect(wanted({ ...redmond, 'client-policy.target': 'leave' })).toBeUndefined();
  });
});

describe('for whom', () => {
  it('follows the access policy', () => {
    const view = viewWith({ 'access-policy.sites': ['Redmond', 'Dublin'] });
    expect(view.get(scope)).toBe('site');
    expect(view.get(sites)).toEqual(['Redmond', 'Dublin']);
    const byUser = viewWith({ 'access-policy.scope': 'user', 'access-policy.users': ['ana@contoso.com'] });
    expect(byUser.get(scope)).toBe('user');
    expect(byUser.get(users)).toEqual(['ana@contoso.com']);
    expect(viewWith({ 'access-policy.scope': 'global' }).get(scope)).toBe('global');
  });

  it('is needed where the access policy was answered for another scope', () => {
    const view = viewWith({ ...redmond, 'client-policy.scope': 'user' });
    expect(view.get(users)).toBeUndefined();
    expect(users.required?.(view)).toBe(true);
    const other = viewWith({ 'access-policy.scope': 'global', 'client-policy.scope': 'site' });
    expect(other.get(sites)).toBeUndefined();
    expect(sites.required?.(other)).toBe(true);
  });

  it('may differ from the access policy', () => {
    const view = viewWith({ ...redmond, 'client-policy.sites': ['Dublin'] });
    expect(view.get(sites)).toEqual(['Dublin']);
  });

  it('reads sites and users as the access policy does', () => {
    expect(sites.kind.parse(['site:Redmond'])).toEqual({ ok: true, value: ['Redmond'] });
    expect(users.kind.parse(['*']).ok).toBe(false);
  });
});

describe('the policies in force', () => {
  it('get the pair and nothing else', () => {
    expect(wanted(redmond)).toMatchObject({
      kind: 'client-policy',
      which: { by: 'in-force', scopes: [{ of: 'site', site: 'Redmond' }] },
      ifMissing: 'skip',
    });
    expect(wanted(redmond)?.set).toEqual({
      EnableNotificationForNewSubscribers: true,
      BlockConversationFromFederatedContacts: false,
    });
  });

  it('take the answers over, the block turned about', () => {
    expect(wanted({ ...redmond, 'client-policy.notify': false, 'client-policy.may-start': false })?.set).toEqual({
      EnableNotificationForNewSubscribers: false,
      BlockConversationFromFederatedContacts: true,
    });
  });

  it('are those of each user, or Global', () => {
    const byUser = { 'access-policy.scope': 'user', 'access-policy.users': ['ana@contoso.com', 'thomas@contoso.com'] };
    expect(wanted(byUser)?.which).toEqual({
      by: 'in-force',
      scopes: [
        { of: 'user', user: 'ana@contoso.com' },
        { of: 'user', user: 'thomas@contoso.com' },
      ],
    });
    expect(wanted({ 'access-policy.scope': 'global' })?.which).toEqual({ by: 'in-force', scopes: [{ of: 'global' }] });
  });

  it('are told of in the title, many by their number', () => {
    expect(wanted({ 'access-policy.sites': ['Redmond', 'Dublin'] })?.title).toContain('Redmond and Dublin');
    expect(wanted({ 'access-policy.sites': ['a', 'b', 'c', 'd'] })?.title).toContain('4 sites');
  });

  it('are none while nobody is named', () => {
    expect(wanted({})).toBeUndefined();
  });
});

describe('a copy', () => {
  const copy = { 'client-policy.target': 'new-copy' };
  const byUser = {
    ...copy,
    'access-policy.scope': 'user',
    'access-policy.users': ['ana@contoso.com', 'thomas@contoso.com'],
  };
  const wants = (answers: Readonly<Record<string, unknown>>) => step?.wants(viewWith(answers)) ?? [];

  it('has a name of its own for users alone, SkypeClients unless answered', () => {
    expect(viewWith(byUser).get(policyName)).toBe('SkypeClients');
    expect(viewWith({ ...byUser, 'client-policy.policy-name': 'Sales' }).get(policyName)).toBe('Sales');
    for (const other of [
      { ...redmond, ...copy },
      { ...copy, 'access-policy.scope': 'global' },
      { ...byUser, 'client-policy.target': 'in-force' },
    ])
      expect(viewWith(other).get(policyName)).toBeUndefined();
  });

  it.each(['site:Redmond', 'tag:Sales', 'Global', 'Skype*', '', 5])('is not called %j', (raw) => {
    expect(policyName.kind.parse(raw).ok).toBe(false);
  });

  it('is made for each site of what is in force there, with the pair changed', () => {
    const found = wants({ ...copy, 'access-policy.sites': ['Redmond', 'Dublin'] });
    expect(found.map(({ id }) => id)).toEqual(['client-policy.site:Redmond', 'client-policy.site:Dublin']);
    expect(found[0]).toMatchObject({
      do: 'ensure',
      kind: 'client-policy',
      which: { by: 'site', site: 'Redmond' },
      ifMissing: 'copy',
      copies: [{ of: 'site', site: 'Redmond' }],
      set: { EnableNotificationForNewSubscribers: true, BlockConversationFromFederatedContacts: false },
      consent: [{ property: 'BlockConversationFromFederatedContacts', now: true }],
    });
  });

  it('is made once for all users, and granted to each', () => {
    expect(wants(byUser)).toMatchObject([
      {
        do: 'ensure',
        id: 'client-policy.policy',
        which: { by: 'identity', identity: 'SkypeClients' },
        ifMissing: 'copy',
        copies: [
          { of: 'user', user: 'ana@contoso.com' },
          { of: 'user', user: 'thomas@contoso.com' },
        ],
      },
      {
        do: 'grant',
        id: 'client-policy.grant',
        kind: 'client-policy',
        users: ['ana@contoso.com', 'thomas@contoso.com'],
        to: 'SkypeClients',
      },
    ]);
  });

  it('is none for everyone: Global is changed, and that is warned of', () => {
    const everyone = { ...copy, 'access-policy.scope': 'global' };
    expect(wanted(everyone)).toMatchObject({
      which: { by: 'in-force', scopes: [{ of: 'global' }] },
      ifMissing: 'skip',
    });
    const problems = fieldProblems(target, 'new-copy', false, viewWith(everyone));
    expect(problems).toMatchObject([{ weight: 'warn', said: expect.stringContaining('nothing is copied') }]);
    expect(fieldProblems(target, 'new-copy', false, viewWith({ ...redmond, ...copy }))).toEqual([]);
    expect(fieldProblems(target, 'in-force', false, viewWith(everyone))).toEqual([]);
  });

  it('says that it hides the other policy and stands still, and that lifting reaches all', () => {
    const says = (answers: Readonly<Record<string, unknown>>) => wants({ ...redmond, ...copy, ...answers })[0]?.risk;
    expect(says({})).toMatchObject({
      level: 'high',
      says: { markdown: expect.stringContaining('[^copy-stands-still]') },
    });
    expect(says({})?.says.markdown).toContain('[^block-reaches-all]');
    const blocked = says({ 'client-policy.may-start': false });
    expect(blocked?.level).toBe('medium');
    expect(blocked?.says.markdown).not.toContain('[^block-reaches-all]');
  });

  it('is none while nobody is named', () => {
    expect(wants(copy)).toEqual([]);
    expect(wants({ ...copy, 'access-policy.scope': 'user' })).toEqual([]);
  });
});

describe('consent', () => {
  it('is asked where a block that is on would be lifted', () => {
    expect(wanted(redmond)?.consent).toMatchObject([{ property: 'BlockConversationFromFederatedContacts', now: true }]);
    expect(wanted({ ...redmond, 'client-policy.may-start': false })?.consent).toBeUndefined();
  });

  it('goes with high risk wherever the policy may hold for others too', () => {
    expect(wanted(redmond)?.risk).toMatchObject({
      level: 'high',
      says: { markdown: expect.stringContaining('may hold for others') },
    });
    expect(wanted({ 'access-policy.scope': 'global', 'client-policy.may-start': false })?.risk.level).toBe('medium');
    expect(wanted({ 'access-policy.scope': 'global' })?.risk.level).toBe('high');
  });
});

describe('what is told', () => {
  it('is that no parameter is its counterpart, and where each user finds the settings', () => {
    const told = page?.tell(viewWith()).markdown ?? '';
    expect(told).toContain('[^no-single-parameter]');
    expect(told).toContain('[^guide-client-policy]');
    expect(told).toContain('[^sign-in-again]');
    expect(page?.clicks?.(viewWith()).markdown).toContain('Options > Alerts');
  });

  it('has the users told even where nothing changes, and signed in again only where something does', () => {
    const tasks = (answers: Readonly<Record<string, unknown>>) =>
      page ? sharedTasks(page, viewWith(answers)).map(({ id }) => id) : [];
    expect(tasks({})).toEqual(['client-policy.users-told', 'client-policy.signed-in-again']);
    expect(tasks({ 'client-policy.target': 'leave' })).toEqual(['client-policy.users-told']);
  });
});
