import { expect, test } from 'vitest';
import { lookOf } from '../../src/screens/look/theme.ts';
import { answered, Play, playRollout } from './play.ts';

test.each([true, false])(
  'where options stand in lines, the arrows stay in the foot of a narrow window, ASCII: %s',
  (ascii) => {
    const play = playRollout({ answers: answered }).goTo('access-policy', 'policy').at('access-policy.scope');
    play.size = { columns: 60, rows: 20 };
    const foot = () => play.lines(lookOf({ colour: false, ascii })).at(-1);
    expect(foot()).toMatch(/^ Enter choose {3}(↑↓|arrows) option {3}Esc steps {3}/);
    const { session } = play;
    play.session = { ...session, jumps: [{ at: 'review' }] };
    expect(foot()).toMatch(/^ Enter choose {3}(↑↓|arrows) option {3}Esc back {3}/);
  },
);

test('where something is needed and nothing stands there, Enter is not said to go on, before and after it was refused', () => {
  const { 'accounts.one-way-understood': _gone, ...rest } = answered;
  const answers = { ...rest, 'accounts.needed': 'create-and-merge' };
  const play = playRollout({ answers }).goTo('accounts', 'accounts').at('accounts.one-way-understood');
  const foot = () => play.lines().at(-1);
  const { focus } = play;
  for (const _ of ['before', 'after']) {
    expect(foot()).toMatch(/^ Space choose {3}Tab go on without it {3}/);
    play.press('enter');
    expect(play.focus).toEqual(focus);
  }
  play.press("' ");
  expect(foot()).toMatch(/^ Enter accept /);
});

test('behind the last line the foot names what is missing, as long as Enter leads there', () => {
  const { 'deployment.sip-domains': _gone, ...answers } = answered;
  const play = playRollout({ answers }).goTo('deployment', 'servers').at('deployment.hybrid');
  expect(play.lines().at(-1)).toMatch(/^ Enter to SIP domains /);
  play.press('enter');
  expect(play.focus.item).toBe('deployment.sip-domains');
});

test('a rollout without a name is not begun, and the foot does not say so', () => {
  const play = new Play().press('enter');
  expect(play.lines().at(-1)).not.toContain('Enter');
  expect(play.press("'C").lines().at(-1)).toMatch(/^ Enter start it /);
});

test('Space on what is done takes the tick away, and the foot says so', () => {
  const tasks = { 'edge.firewall': { state: 'done', at: '2026-11-20' } } as const;
  const play = playRollout({ answers: answered, tasks }).goTo('edge', 'outside').at('edge.firewall');
  expect(play.lines().at(-1)).toMatch(/^ Space to do again /);
  expect(play.press("' ").lines().at(-1)).toMatch(/^ Space done today /);
});

test('where nothing may be changed the foot offers no change', () => {
  const play = playRollout({ answers: answered, readOnly: true }).goTo('edge', 'outside').at('edge.firewall');
  expect(play.lines().at(-1)).toMatch(/^ Enter to [^ ].* {3}Esc steps {3}F1 why {3}Ctrl\+C leave$/);
  play.goTo('deployment', 'servers').at('deployment.product');
  expect(play.lines().at(-1)).toMatch(/^ Tab past them {3}Esc steps /);
  play.goTo('contacts', 'people');
  expect(play.lines().at(-1)).not.toContain('remove');
});
