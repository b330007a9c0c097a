import { describe, expect, test } from 'vitest';
import { type Flags, keysOf } from '../../../src/screens/text/input.ts';

const none: Flags = {
  ...{ upArrow: false, downArrow: false, leftArrow: false, rightArrow: false, pageDown: false, pageUp: false },
  ...{ home: false, end: false, return: false, escape: false, ctrl: false, shift: false, tab: false },
  ...{ backspace: false, delete: false, meta: false },
};
const keys = (input: string, flags: Partial<Flags> = {}) => keysOf(input, { ...none, ...flags });

describe('keys that Ink names', () => {
  test.each<[Partial<Flags>, string]>([
    [{ return: true }, 'enter'],
    [{ escape: true }, 'escape'],
    [{ tab: true }, 'tab'],
    [{ tab: true, shift: true }, 'back-tab'],
    [{ upArrow: true }, 'up'],
    [{ downArrow: true }, 'down'],
    [{ leftArrow: true }, 'left'],
    [{ rightArrow: true }, 'right'],
    [{ leftArrow: true, ctrl: true }, 'ctrl-left'],
    [{ rightArrow: true, ctrl: true }, 'ctrl-right'],
    [{ pageUp: true }, 'page-up'],
    [{ pageDown: true }, 'page-down'],
    [{ home: true }, 'home'],
    [{ end: true }, 'end'],
    [{ delete: true }, 'delete'],
    [{ backspace: true }, 'backspace'],
  ])('%j', (flags, key) => {
    expect(keys('', flags)).toEqual([{ key }]);
  });

  test.each(['a', 'c', 'd', 'e', 'l', 's', 't', 'u', 'w', 'z'])('Ctrl+%s is a key of its own', (letter) => {
    expect(keys(letter, { ctrl: true })).toEqual([{ key: `ctrl-${letter}` }]);
  });

  test.each(['p', 'j', 'q', 'f', 'b', 'x'])('Ctrl+%s is bound to nothing and types nothing', (letter) => {
    expect(keys(letter, { ctrl: true })).toEqual([]);
  });

  test('a function key comes without a name, and is one', () => {
    expect(keys('')).toEqual([{ key: 'function' }]);
  });
});

describe('Alt with a key counts as Esc and the key', () => {
  test.each<[string, Partial<Flags>, readonly unknown[]]>([
    ['x', { meta: true }, [{ key: 'escape' }, { key: 'text', text: 'x' }]],
    ['', { meta: true, return: true }, [{ key: 'escape' }, { key: 'enter' }]],
    ['', { meta: true, upArrow: true }, [{ key: 'escape' }, { key: 'up' }]],
    ['', { meta: true, escape: true }, [{ key: 'escape' }, { key: 'escape' }]],
  ])('%j %j', (input, flags, expected) => {
    expect(keys(input, flags)).toEqual(expected);
  });
});

describe('several in one chunk', () => {
  test('letters are one text', () => {
    expect(keys('contoso.com')).toEqual([{ key: 'text', text: 'contoso.com' }]);
  });

  test('text with a line end is a paste: its line ends press no Enter', () => {
    expect(keys('contoso.com\r')).toEqual([{ key: 'paste', text: 'contoso.com\r' }]);
    expect(keys('a\nb')).toEqual([{ key: 'paste', text: 'a\nb' }]);
  });

  test('Enter pressed twice is Enter twice', () => {
    expect(keys('\r\r')).toEqual([{ key: 'enter' }, { key: 'enter' }]);
  });

  test('keys between letters are keys', () => {
    expect(keys('ab\tc\u0015')).toEqual([
      { key: 'text', text: 'ab' },
      { key: 'tab' },
      { key: 'text', text: 'c' },
      { key: 'ctrl-u' },
    ]);
  });

  test('a line feed alone is Ctrl+J and does nothing', () => {
    expect(keys('\n')).toEqual([]);
  });
});
