import { describe, expect, test } from 'vitest';
import { cannotAsk, isAccessible, lookOf, settleColour } from '../../src/cli/terminal.ts';

const base = {
  env: { TERM: 'xterm-256color', LANG: 'en_GB.UTF-8' },
  platform: 'linux',
  locale: () => 'en-GB',
} as const;
const look = (change: Partial<Parameters<typeof lookOf>[0]>) =>
  lookOf({ ...base, noColor: false, ascii: false, ...change });

describe('colour', () => {
  test.each([
    ['by default', {}, true],
    ['with --no-color', { noColor: true }, false],
    ['with NO_COLOR', { env: { ...base.env, NO_COLOR: '1' } }, false],
    ['with NO_COLOR, whatever FORCE_COLOR says', { env: { ...base.env, NO_COLOR: '1', FORCE_COLOR: '3' } }, false],
    ['with a NO_COLOR that is empty', { env: { ...base.env, NO_COLOR: '' } }, true],
    ['with FORCE_COLOR=0', { env: { ...base.env, FORCE_COLOR: '0' } }, false],
  ])('%s: %j', (_, change, colour) => {
    expect(look(change).colour).toBe(colour);
  });

  test('without it, those who look at the environment later see so; with it, the environment stays', () => {
    const env = { TERM: 'xterm', FORCE_COLOR: '3' };
    settleColour({ colour: true }, env);
    expect(env).toEqual({ TERM: 'xterm', FORCE_COLOR: '3' });
    settleColour({ colour: false }, env);
    expect(env).toEqual({ TERM: 'xterm', FORCE_COLOR: '0', NO_COLOR: '1' });
  });
});

describe('signs', () => {
  test.each([
    ['a terminal of today', {}, false],
    ['--ascii', { ascii: true }, true],
    ['the console of the kernel', { env: { TERM: 'linux', LANG: 'en_GB.UTF-8' } }, true],
    ['an old character set', { env: { TERM: 'xterm', LANG: 'en_GB.ISO-8859-1' } }, true],
    ['no language at all', { env: { TERM: 'xterm', LANG: 'C' } }, true],
    ['LC_ALL before LANG', { env: { TERM: 'xterm', LC_ALL: 'C.utf8', LANG: 'C' } }, false],
    ['nothing said', { env: { TERM: 'xterm' } }, false],
    ['Windows', { platform: 'win32', env: {} }, false],
    ['Windows in Japan', { platform: 'win32', locale: (): string => 'ja-JP', env: {} }, true],
    ['Windows in China', { platform: 'win32', locale: (): string => 'zh-Hans-CN', env: {} }, true],
    ['a language that only begins alike', { platform: 'win32', locale: (): string => 'kok-IN', env: {} }, false],
  ] as const)('%s', (_, change, ascii) => {
    expect(look(change).ascii).toBe(ascii);
  });
});

describe('where nothing can be asked', () => {
  const there = { isTTY: true };

  test.each([
    [{ stdin: {} }, 'its input is no terminal'],
    [{ stdout: {} }, 'its output is no terminal'],
    [{ env: { TERM: 'dumb' } }, 'this terminal (TERM=dumb) cannot move its cursor'],
    [{ env: { TERM: 'dumb' }, plain: true }, undefined],
    [{ stdin: {}, plain: true }, 'its input is no terminal'],
    [{}, undefined],
  ])('%j', (change, reason) => {
    expect(cannotAsk({ env: { TERM: 'xterm' }, stdin: there, stdout: there, ...change })).toBe(reason);
  });
});

test.each([
  ['1', true],
  ['yes', true],
  ['0', false],
  ['', false],
  [undefined, false],
])('lines are asked for by ACCESSIBLE=%s: %s', (value, asked) => {
  expect(isAccessible(value === undefined ? {} : { ACCESSIBLE: value })).toBe(asked);
});
