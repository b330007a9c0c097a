import { describe, expect, test } from 'vitest';
import { plain, type Role, span } from '../../../src/screens/look/lines.ts';
import { attributesOf, lookOf, runsOf, written } from '../../../src/screens/look/theme.ts';

const roles: readonly Role[] = ['text', 'strong', 'muted', 'focus', 'ok', 'warn', 'wait', 'bad', 'code'];

test('without colour no role has an attribute', () => {
  const look = lookOf({ colour: false, ascii: false });
  expect(roles.map((role) => attributesOf(role, look))).toEqual(roles.map(() => undefined));
});

test('with colour, what is wrong and where the keyboard is stand out', () => {
  const look = lookOf({ colour: true, ascii: false });
  expect(attributesOf('focus', look)).toEqual({ bold: true, color: 'cyan' });
  expect(attributesOf('bad', look)).toEqual({ color: 'redBright' });
  expect(attributesOf('text', look)).toBeUndefined();
});

describe('runs', () => {
  const rows = [[span('text', 'Site '), span('focus', 'Redmond'), span('code', ' x')], [], [span('muted', 'draft')]];

  test('what has no attributes is joined over the rows; what has some stays within its row', () => {
    expect(runsOf(rows, lookOf({ colour: true, ascii: false }))).toEqual([
      { text: 'Site ' },
      { text: 'Redmond', attributes: { bold: true, color: 'cyan' } },
      { text: ' x\n\n' },
      { text: 'draft', attributes: { dimColor: true } },
    ]);
  });

  test('without colour a screen is one', () => {
    expect(runsOf(rows, lookOf({ colour: false, ascii: false }))).toEqual([{ text: 'Site Redmond x\n\ndraft' }]);
  });
});

describe('ASCII', () => {
  test('every sign has a twin of one character', () => {
    const { glyphs } = lookOf({ colour: false, ascii: true });
    for (const sign of Object.values(glyphs)) expect(sign).toMatch(/^[\x20-\x7e]$/);
    expect(new Set(Object.values(glyphs)).size).toBe(Object.values(glyphs).length);
  });

  test('so have the signs between words', () => {
    const look = lookOf({ colour: false, ascii: true });
    expect(plain(written([span('text', 'Contoso · saved … “so” – ↑↓')], look))).toBe('Contoso - saved ~ "so" - ^v');
  });
});

test('nothing that would steer the terminal gets out, whatever a file holds', () => {
  const look = lookOf({ colour: true, ascii: false });
  expect(plain(written([span('text', 'a\u001b[2Jb\u202ec\u0007d\u2028e')], look))).toBe('a□[2Jb□c□d□e');
});
