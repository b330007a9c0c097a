import { describe, expect, test } from 'vitest';
import { bindings, commandOf, keyShown } from '../../src/screens/keys.ts';
import { answered, Play, people, playRollout } from './play.ts';

describe('the table of keys', () => {
  test('no key is bound twice', () => {
    const keys = bindings.flatMap((binding) => binding.keys);
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('no letter is a command: letters are text', () => {
    for (const letter of 'abcdefghijklmnopqrstuvwxyzABCXYZ?/0') {
      expect(commandOf({ key: 'text', text: letter }, false)).toBeUndefined();
    }
  });

  test('Space changes, but in text it is a blank', () => {
    expect(commandOf({ key: 'text', text: ' ' }, false)).toBe('change');
    expect(commandOf({ key: 'text', text: ' ' }, true)).toBeUndefined();
  });

  test('a paste is never a command', () => {
    expect(commandOf({ key: 'paste', text: ' ' }, false)).toBeUndefined();
  });

  test('names are short where there is little room, and without arrows in ASCII', () => {
    expect(keyShown('leave', { narrow: true })).toBe('^C');
    expect(keyShown('leave')).toBe('Ctrl+C');
    expect(keyShown('up', { ascii: true })).toBe('Up');
  });
});

describe('the foot', () => {
  const foot = (play: Play) => play.lines().at(-1) ?? '';

  test.each<[string, () => Play, readonly string[]]>([
    ['home', () => new Play(), ['Enter go on', '↑↓', 'F1 why', 'Ctrl+C leave']],
    ['a telling', () => playRollout(), ['Enter go on', 'Space, PgDn more', 'Esc steps']],
    [
      'a text',
      () => playRollout({ answers: answered }).goTo('deployment', 'change').at('deployment.owner'),
      ['Enter next', 'Esc steps', 'Ctrl+C save and leave'],
    ],
    [
      'a draft',
      () => playRollout().goTo('deployment', 'change').at('deployment.owner').press("'x"),
      ['Enter accept', 'Esc put back'],
    ],
    [
      'a choice',
      () => playRollout({ answers: answered }).goTo('deployment', 'servers').at('deployment.hybrid'),
      ['Space change'],
    ],
    [
      'options',
      () => playRollout().goTo('deployment', 'servers').at('deployment.product'),
      ['Enter choose', '↑↓ option'],
    ],
    [
      'a list',
      () => playRollout({ answers: answered }).goTo('deployment', 'servers').at('deployment.sip-domains'),
      ['Ctrl+D remove'],
    ],
    [
      'another record',
      () => playRollout({ answers: answered }).goTo('edge', 'access-edge').press('home', 'tab'),
      ['Space another pool'],
    ],
    [
      'a task',
      () => playRollout({ answers: answered }).goTo('edge', 'outside').at('edge.firewall'),
      ['Space done today', '←→ other state', 'Enter next page', 'F1'],
    ],
    [
      'a person',
      () => playRollout({ answers: answered, people }).goTo('contacts', 'people').at('person/p1'),
      ['Enter go on', '^D remove', 'F1 why', '^C leave'],
    ],
    ['why', () => playRollout({ answers: answered }).press('function'), ['Esc back to the line', 'PgDn more']],
    ['after a jump', () => playRollout().press('escape', "'rev", 'enter', 'enter'), ['Esc back ']],
  ])('%s', (_, play, hints) => {
    for (const one of hints) expect(foot(play())).toContain(one);
  });

  test.each([50, 60, 68, 80, 120])('at %i columns why and leave are always there', (columns) => {
    for (const [step, page] of [
      ['edge', 'outside'],
      ['access-policy', 'policy'],
      ['contacts', 'people'],
    ] as const) {
      const play = playRollout({ answers: answered, people }).goTo(step, page);
      play.size = { columns, rows: 24 };
      for (let line = 0; line < 8; line++) {
        expect(foot(play.press('tab'))).toMatch(/ F1( why)? +(\^C|Ctrl\+C)( leave| save and leave)?$/);
      }
    }
  });

  test('in a narrow window the least needed are left out, never cut', () => {
    const play = playRollout({ answers: answered }).goTo('edge', 'outside').at('edge.dns-published');
    play.size = { columns: 50, rows: 20 };
    expect(foot(play)).toBe(' Space done today   Esc steps   F1   ^C');
  });
});
