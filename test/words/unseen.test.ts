import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAtUnseen, cutForShowing, trimmedLine, unseenSaid } from '../../src/words/index.ts';
import { unseen } from './unseen.ts';

describe('what nobody sees is named, with its place and what to do', () => {
  it.each([
    ['Maria\tAnders', 'A tab stands after "Maria": take it out.'],
    ['Maria\r\nAnders', 'A line end stands after "Maria": take it out.'],
    ['Maria\u001b[31m', 'An escape code stands after "Maria": take it out.'],
    ['\ufeffMaria', 'An invisible character (U+FEFF) stands at the start: take it out.'],
    ['Maria \u202esrednA', 'A mark (U+202E) that turns the direction of text stands after "Maria ": take it out.'],
    ['Maria\u0007', 'A control character (U+0007) stands after "Maria": take it out.'],
    ['Maria\ud83d', 'Half a character stands after "Maria": take it out.'],
    ['Maria\t\t\tAnders', '3 tabs stand after "Maria": take them out.'],
    ['a\t\u001bb', 'A tab stands after "a" and an escape code right behind it: take them out.'],
    ['a\tb\nc', 'A tab stands after "a" and a line end after "b": take them out.'],
    ['a\tb\nc\td\te', 'A tab stands after "a", a line end after "b" and 2 more: take them out.'],
    ['somebody@contoso.com\u200b', 'An invisible character (U+200B) stands after "@contoso.com": take it out.'],
    ['1\u200d2', 'An invisible character (U+200D) stands after "1": take it out.'],
  ])('%j', (text, said) => {
    expect(unseenSaid(text)).toBe(said);
  });

  it.each([
    'Maria Anders',
    'Jos\u00e9',
    '\u{1f469}\u200d\u{1f4bb}',
    '\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645',
    '\u00a9\ufe0f',
    '\u845b\u{e0100}',
    '\u0600\u0661',
  ])('%s is all seen', (text) => {
    expect(unseenSaid(text)).toBeUndefined();
  });
});

it('blanks, tabs and line ends around a line are no part of it; another invisible character is', () => {
  expect(trimmedLine('\u00a0\t Maria Anders \r\n')).toBe('Maria Anders');
  expect(trimmedLine('\ufeffMaria')).toBe('\ufeffMaria');
});

const text = fc.string({
  unit: fc.oneof(unseen, fc.constantFrom('a', '1', ' ', '\u0301', '\u6f22', '\u06cc', '\u200d', '\ufe0f')),
});

describe('whatever the text', () => {
  it('the pieces make it, and what is told is what is cut out', () => {
    fc.assert(
      fc.property(text, (words) => {
        const pieces = cutAtUnseen(words);
        expect(pieces.join('')).toBe(words);
        expect(pieces.length > 1).toBe(unseenSaid(words) !== undefined);
        for (const [i, piece] of pieces.entries())
          if (i % 2 === 1) expect(unseenSaid(piece)).toMatch(/ stands? at the start/);
      }),
    );
  });

  it('what is told of it holds nothing of the kind', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(cutAtUnseen(unseenSaid(words) ?? '')).toHaveLength(1);
      }),
    );
  });

  it('what may be shown of it has no look of its own nowhere', () => {
    fc.assert(
      fc.property(text, (words) => {
        const shown = cutForShowing(words).filter((_, i) => i % 2 === 0);
        expect(shown.join('')).not.toMatch(/[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u);
      }),
    );
  });
});
