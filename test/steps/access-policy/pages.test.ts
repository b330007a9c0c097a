import { describe, expect, it } from 'vitest';
import { steps } from '../../../src/steps/index.ts';
import { viewWith } from '../view.ts';

const pages = steps.find(({ id }) => id === 'access-policy')?.pages ?? [];
const page = (id: string) => pages.find((one) => one.id === id);

describe('the policy', () => {
  const told = page('policy')?.tell(viewWith()).markdown ?? '';

  it('sets the guide and Microsoft side by side on the main switch', () => {
    expect(told).toContain('A step-by-step guide of 2014');
    expect(told).toContain('EnablePublicCloudAccess');
    expect(told).toContain('[^public-users-switch]');
  });

  it('tells which policy comes first, that none is mixed in, and the trap of what is left out', () => {
    expect(told).toContain('[^policy-precedence]');
    expect(told).toContain('[^policies-do-not-merge]');
    expect(told).toContain('[^new-site-policy-defaults]');
  });

  it('tells what each switch is and its default', () => {
    for (const flag of [
      'FederationAccess',
      'PublicCloudAccess',
      'PublicCloudAudioVideoAccess',
      'OutsideAccess',
      'XmppAccess',
    ]) {
      expect(told).toContain(`\`Enable${flag}\``);
    }
  });
});

describe('the click path', () => {
  const clicks = (answers: Readonly<Record<string, unknown>>) =>
    page('policy')?.clicks?.(viewWith(answers)).markdown ?? '';

  it('names the entry of the menu for the scope', () => {
    expect(clicks({ 'access-policy.sites': ['Redmond', 'Dublin'] })).toContain('Site policy, for Redmond and Dublin');
    expect(clicks({})).toContain('Here: Site policy.');
    expect(clicks({ 'access-policy.scope': 'user' })).toContain('User policy, called SkypeUsers');
    expect(clicks({ 'access-policy.scope': 'global' })).toContain('open Global');
  });

  it('says who may, and that the menu is called otherwise elsewhere', () => {
    expect(clicks({})).toContain('[^access-policy-path-rights]');
    expect(clicks({})).toContain('External User Access');
  });
});

it('has somebody look whether it arrived and holds', () => {
  expect(page('in-force')?.tasks?.map(({ id }) => id)).toEqual(['access-policy.replicated', 'access-policy.effective']);
  expect(page('in-force')?.tell(viewWith()).markdown).toContain('[^refusal1001]');
});
