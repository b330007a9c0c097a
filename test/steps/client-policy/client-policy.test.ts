import { describe, expect, it } from 'vitest';
import { sharedTasks } from '../../../src/state/index.ts';
import { clientPolicy, steps } from '../../../src/steps/index.ts';
import { viewWith } from '../view.ts';

const { target, scope, sites, users, notify, mayStart } = clientPolicy;
const step = steps.find(({ id }) => id === 'client-policy');
const page = step?.pages[0];

function wanted(answers: Readonly<Record<string, unknown>>) {
  const [first, ...others] = step?.wants(viewWith(answers)) ?? [];
  expect(others).toEqual([]);
  return first?.do === 'ensure' ? first : undefined;
}

const redmond = { 'access-policy.sites': ['Redmond'] };

describe('what changes', () => {
  it('is the policy in force, or nothing', () => {
    expect(viewWith().get(target)).toBe('in-force');
    expect(target.kind.form === 'choice' && target.kind.choices.map(({ value }) => value)).toEqual([
      'in-force',
      'leave',
    ]);
  });

  it('is no copy: that is refused by name', () => {
    const read = target.kind.parse('new-copy');
    expect(read.ok ? '' : read.problems[0]?.said).toMatch(/not offered by this version/);
    expect(clientPolicy.notOffered['client-policy.policy-name']).toMatch(/not offered by this version/);
  });

  it('asks nothing more where it is left', () => {
    const view = viewWith({ ...redmond, 'client-policy.target': 'leave' });
    expect([scope, sites, users, notify, mayStart].map((field) => view.get<unknown>(field))).toEqual(
      Array(5).fill(undefined),
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
