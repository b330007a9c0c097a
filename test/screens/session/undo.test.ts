import { expect, test } from 'vitest';
import { answered, playRollout } from '../play.ts';

const site = () => playRollout({ answers: answered }).goTo('access-policy', 'policy');

test('Ctrl+Z goes to the line, says what holds again, and once more puts it there', () => {
  const play = site().at('access-policy.remote-users').press("'n", 'enter');
  expect(play.rollout.answers['access-policy.remote-users']).toBe(false);
  play.goTo('skype-provider', 'provider').press('ctrl-z');
  expect(play.place).toBe('access-policy/policy');
  expect(play.focus.item).toBe('access-policy.remote-users');
  expect(play.rollout.answers).not.toHaveProperty('access-policy.remote-users');
  expect(play.screen()).toContain('Remote users: not answered again (was no). Ctrl+Z puts it back.');
  play.press('ctrl-z');
  expect(play.rollout.answers['access-policy.remote-users']).toBe(false);
  expect(play.screen()).toContain('Remote users: no again');
});

test('it is an event like any other', () => {
  const play = site().at('access-policy.remote-users').press("'n", 'enter', 'ctrl-z');
  expect(play.rollout.events.slice(-2).map(({ type, by }) => [type, by])).toEqual([
    ['answered', 'ana'],
    ['cleared', 'ana'],
  ]);
});

test('a draft is taken back first', () => {
  const play = site().at('access-policy.remote-users').press("'n", 'enter', "'y", 'ctrl-z');
  expect(play.session.drafts).toEqual({});
  expect(play.rollout.answers['access-policy.remote-users']).toBe(false);
  expect(play.press('ctrl-z').session.drafts).toHaveProperty(['access-policy.xmpp']);
});

test('it is one change deep', () => {
  const play = site()
    .at('access-policy.remote-users')
    .press("'n", 'enter', "'n", 'enter', 'ctrl-z', 'ctrl-z', 'ctrl-z');
  expect(play.rollout.answers).not.toHaveProperty('access-policy.xmpp');
  expect(play.rollout.answers['access-policy.remote-users']).toBe(false);
});

test('before anything was changed there is nothing to take back', () => {
  expect(playRollout().press('ctrl-z').screen()).toContain('Nothing to take back.');
});

test('a task that was ticked is open again', () => {
  const play = playRollout({ answers: answered }).goTo('edge', 'outside').at('edge.firewall').press("' ", 'ctrl-z');
  expect(play.rollout.tasks).toEqual({});
  expect(play.screen()).toContain('Firewall: to do again');
});

test('where there is nothing to remove, Ctrl+D says what it is for', () => {
  expect(site().press('ctrl-d').screen()).toContain('Ctrl+D removes a row of a list, a person or a rollout.');
});

test('what followed bears a sign in the steps until its page was seen', () => {
  const play = playRollout({ answers: { ...answered, 'access-policy.scope': 'site' } });
  play.goTo('client-policy', 'policy').goTo('access-policy', 'policy').at('access-policy.scope').press("'e", 'enter');
  expect(Object.keys(play.session.followed)).toContain('client-policy.scope');
  expect(play.screen()).toMatch(/! Client policy/);
  play.press('escape', "'rev", 'enter');
  expect(play.screen()).toMatch(/! Client policy +For whom +followed a change, 22:41/);
  play.press('escape', "'cli", 'enter');
  expect(play.session.followed).toEqual({});
});
