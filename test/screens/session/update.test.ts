import { describe, expect, test } from 'vitest';
import type { KeyName } from '../../../src/screens/text/input.ts';
import { answered, playRollout } from '../play.ts';

describe('in a window that is too small', () => {
  test.each<KeyName | `'${string}`>(['enter', 'down', 'escape', 'ctrl-z', 'ctrl-d', "'n"])('%s does nothing', (key) => {
    const play = playRollout({ answers: answered }).goTo('access-policy', 'policy').at('access-policy.remote-users');
    play.size = { columns: 49, rows: 24 };
    const before = play.session;
    expect(play.press(key).session).toBe(before);
  });

  test('a paste does nothing, Ctrl+C leaves', () => {
    const play = playRollout();
    play.size = { columns: 80, rows: 19 };
    const before = play.session;
    expect(play.key({ key: 'paste', text: 'x' }).session).toBe(before);
    expect(play.press('ctrl-c').effects).toMatchObject([{ do: 'leave' }]);
  });
});

describe('read only', () => {
  const reader = () => playRollout({ answers: answered, readOnly: true });

  test.each([
    ['a letter in a text', 'deployment', 'change', 'deployment.owner', "'x"],
    ['a value beside', 'access-policy', 'policy', 'access-policy.remote-users', 'right'],
    ['a tick', 'edge', 'outside', 'edge.firewall', "' "],
  ] as const)('%s is refused with words, and nothing is typed', (_, step, page, line, key) => {
    const play = reader().goTo(step, page).at(line).press(key);
    expect(play.screen()).toContain('Read only: nothing is changed here.');
    expect(play.session.drafts).toEqual({});
    expect(play.focus.item).toBe(line);
  });

  test('an export can be written, its folder typed', () => {
    const play = reader().press('escape', "'exp", 'enter', 'up', 'ctrl-u', "'D:\\out", 'enter', 'enter');
    expect(play.effects).toEqual([{ do: 'export', folder: 'D:\\out' }]);
  });
});
