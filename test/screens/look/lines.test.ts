import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import {
  beside,
  cells,
  cut,
  cutText,
  ends,
  filled,
  type Line,
  line,
  plain,
  span,
  widthOf,
  wrap,
} from '../../../src/screens/look/lines.ts';

const text = (words: string): Line => [{ text: words }];
const wrapped = (words: string, width: number, hang = 0) => wrap(text(words), width, hang).map(plain);

describe('cutting', () => {
  test.each([
    ['Contoso', 7, 'Contoso'],
    ['Contoso', 5, 'Cont…'],
    ['日本語テナント', 7, '日本語…'],
    ['日本語', 4, '日…'],
    ['Contoso', 1, '…'],
    ['Contoso', 0, ''],
  ])('%s in %d cells', (words, width, expected) => {
    expect(cutText(words, width)).toBe(expected);
    expect(plain(cut(text(words), width))).toBe(expected);
  });

  test('a line keeps its roles, and tells that something behind it is gone', () => {
    const long = line(span('strong', 'Will run'), span('muted', ', likewise'));
    expect(cut(long, 10)).toEqual([span('strong', 'Will run'), span('muted', ',…')]);
    expect(plain(cut(long, 8))).toBe('Will ru…');
  });

  test('filled and side by side, columns stand one under the other', () => {
    expect(plain(filled(text('ab'), 4))).toBe('ab  ');
    const rows = beside([
      { lines: [text('a'), text('long one')], width: 5 },
      { lines: [text('x')], width: 3 },
    ]);
    expect(rows.map(plain)).toEqual(['a    x', 'long…']);
  });

  test('two ends of a line; the left one gives way', () => {
    expect(plain(ends(text('Contoso'), text('saved 22:41'), 24))).toBe('Contoso      saved 22:41');
    expect(plain(ends(text('Contoso and others'), text('saved 22:41'), 24))).toBe('Contoso an…  saved 22:41');
  });
});

test('a text takes the cells that a terminal gives it', () => {
  const ours = '‘’“”–—…√►■□●○█←↑→↓·×';
  const character = fc.oneof(
    fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCodePoint(code)),
    fc.integer({ min: 0xa0, max: 0x24f }).map((code) => String.fromCodePoint(code)),
    fc.constantFrom(...ours, '日', '\u0301', '👍', '🏽'),
  );
  fc.assert(
    fc.property(fc.string({ unit: character }), (words) => {
      expect(cells(words)).toBe(stringWidth(words.replaceAll('\u00ad', '□')));
    }),
  );
});

test.each([
  ['what nobody sees has a sign of one cell', 'a\tb\u001b[31m\r\n\u200b\u202e\ufeff', 12],
  ['a joiner after a letter has none', '\u0645\u06cc\u200c\u062e', 3],
  ['a joiner after nothing has one', '1\u200d', 2],
  ['emoji that are joined stand beside each other', '👩\u200d💻', 4],
  ['a mark that makes a sign an emoji has none', '©\ufe0f', 1],
])('%s', (_, words, wide) => {
  expect(cells(words)).toBe(wide);
});

describe('wrapping', () => {
  test('at blanks, without blanks at the line ends', () => {
    expect(wrapped('one two three', 7)).toEqual(['one two', 'three']);
  });

  test('a word that is longer than a line is broken', () => {
    expect(wrapped('see https://pic.lync.com now', 10)).toEqual(['see', 'https://pi', 'c.lync.com', 'now']);
  });

  test('further lines hang', () => {
    expect(wrapped('one two three', 7, 2)).toEqual(['one two', '  three']);
  });

  test('a line end ends the line', () => {
    expect(wrapped('one\ntwo', 20)).toEqual(['one', 'two']);
  });

  test('nothing is one empty line', () => {
    expect(wrapped('', 10)).toEqual(['']);
  });
});

/** Signs of every width that is met in names: one cell, two, and several code points to one sign. */
const sign = fc.constantFrom(...'abcdexyzABC019.-_@', 'é', 'e\u0301', 'ß', '日', '語', '한', '👩\u200d💻', '🇨🇭');
const word = fc.array(sign, { minLength: 1, maxLength: 14 }).map((all) => all.join(''));
const words = fc.array(word, { maxLength: 12 }).map((all) => all.join(' '));

test('no line is wider than asked, and no character is lost but blanks', () => {
  fc.assert(
    // A sign takes four cells at most.
    fc.property(words, fc.integer({ min: 6, max: 60 }), fc.integer({ min: 0, max: 2 }), (said, width, hang) => {
      const lines = wrap(text(said), width, hang);
      for (const one of lines) expect(widthOf(one)).toBeLessThanOrEqual(width);
      const bare = (all: string) => all.replace(/\s/g, '');
      expect(bare(lines.map(plain).join(''))).toBe(bare(said));
    }),
  );
});

test('what is cut has the width at most, and is whole where it fits', () => {
  fc.assert(
    fc.property(words, fc.integer({ min: 1, max: 40 }), (said, width) => {
      const short = cutText(said, width);
      expect(cells(short)).toBeLessThanOrEqual(width);
      if (cells(said) <= width) expect(short).toBe(said);
    }),
  );
});
