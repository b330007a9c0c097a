import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { wrapped, wrappedCode } from '../../src/plain/wrapped.ts';
import { printable } from '../../src/words/index.ts';

const text = fc
  .array(fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem()), { maxLength: 20 })
  .map((words) => words.join(' '));

describe('a text in lines', () => {
  it('takes no more than the width, and loses no character but blanks', () => {
    fc.assert(
      fc.property(text, fc.integer({ min: 10, max: 100 }), fc.integer({ min: 0, max: 4 }), (said, width, hang) => {
        const lines = wrapped(said, width, hang);
        expect(lines.filter((line) => stringWidth(line) > width)).toEqual([]);
        expect(lines.join('').replaceAll(' ', '')).toBe(printable(said).replaceAll(' ', ''));
      }),
    );
  });

  it('breaks between words wherever they fit', () => {
    fc.assert(
      fc.property(fc.array(fc.stringMatching(/^[a-z]{1,9}$/), { minLength: 1 }), (words) => {
        const lines = wrapped(words.join(' '), 10);
        expect(lines.flatMap((line) => line.split(' '))).toEqual(words);
      }),
    );
  });

  it('shows what would steer a terminal', () => {
    expect(wrapped('a\u001b[2Jb\u009b31m\rc', 79)).toEqual(['a\\u{1b}[2Jb\\u{9b}31m\\u{d}c']);
  });

  it('breaks a word that is longer than a line', () => {
    expect(wrapped('see https://contoso.com/a', 12, 2)).toEqual(['see', '  https://', '  contoso.', '  com/a']);
    expect(wrapped('office-docs-powershell/skype', 12)).toEqual(['office-docs-', 'powershell/', 'skype']);
    expect(wrapped('EnableFederationAccess', 12)).toEqual(['EnableFedera', 'tionAccess']);
  });
});

it('code keeps the blanks that it begins with', () => {
  expect(wrappedCode("      -Identity 'Global' `", 40)).toEqual(["      -Identity 'Global' `"]);
  expect(wrappedCode("  Set-CsSite -Identity 'Redmond'", 20)).toEqual([
    '  Set-CsSite',
    '    -Identity',
    "    'Redmond'",
  ]);
});
