import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bufferOf, type Edit, edited, graphemes, oneLine, pastedLines } from '../../../src/screens/text/buffer.ts';

const changed = (text: string, ...edits: readonly Edit[]) => edits.reduce(edited, bufferOf(text));
const shown = ({ text, at }: { text: string; at: number }) =>
  [...graphemes(text).slice(0, at), '|', ...graphemes(text).slice(at)].join('');

describe('one edit', () => {
  test.each<[string, readonly Edit[], string]>([
    ['contoso', [{ do: 'insert', text: '.com' }], 'contoso.com|'],
    ['contoso', [{ do: 'start' }, { do: 'insert', text: 'sip.' }], 'sip.|contoso'],
    ['contoso', [{ do: 'left' }, { do: 'left' }, { do: 'insert', text: 'X' }], 'contoX|so'],
    ['contoso', [{ do: 'start' }, { do: 'left' }], '|contoso'],
    ['contoso', [{ do: 'right' }], 'contoso|'],
    ['contoso', [{ do: 'erase' }], 'contos|'],
    ['contoso', [{ do: 'start' }, { do: 'erase' }], '|contoso'],
    ['contoso', [{ do: 'start' }, { do: 'erase-forward' }], '|ontoso'],
    ['contoso', [{ do: 'erase-forward' }], 'contoso|'],
    ['one two  ', [{ do: 'erase-word' }], 'one |'],
    ['one two', [{ do: 'left' }, { do: 'erase-to-start' }], '|o'],
    ['one two', [{ do: 'word-left' }, { do: 'word-left' }, { do: 'word-left' }], '|one two'],
    ['one two', [{ do: 'start' }, { do: 'word-right' }], 'one| two'],
    ['one two', [{ do: 'start' }, { do: 'end' }], 'one two|'],
  ])('%s and %j', (text, edits, expected) => {
    expect(shown(changed(text, ...edits))).toBe(expected);
  });
});

describe('what a person sees as one character', () => {
  test.each(['é', '한', '👩‍💻', '🇨🇭', 'নি'])('%s is passed and erased whole', (sign) => {
    expect(shown(changed(`a${sign}b`, { do: 'left' }, { do: 'erase' }))).toBe('a|b');
    expect(shown(changed(`${sign}b`, { do: 'start' }, { do: 'right' }))).toBe(`${sign}|b`);
  });

  test('a mark that joins the character before it does not move the cursor past it', () => {
    expect(changed('e', { do: 'insert', text: '\u0301' })).toEqual({ text: 'e\u0301', at: 1 });
  });
});

describe('what may stand in a line', () => {
  test('line ends and tabs become blanks, other control characters go', () => {
    expect(oneLine('a\r\nb\tc\u0007d\u001be')).toBe('a b cde');
  });

  test('a pasted text is an item a line; empty lines are none', () => {
    expect(pastedLines('  contoso.com \r\n\r\nfabrikam.com\n\t\n')).toEqual(['contoso.com', 'fabrikam.com']);
  });
});

test('whatever is done, the cursor stays in the text and no line end gets in', () => {
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ do: fc.constant('insert' as const), text: fc.string({ unit: 'grapheme', maxLength: 8 }) }),
    fc.record({
      do: fc.constantFrom(
        'left',
        'right',
        'start',
        'end',
        'word-left',
        'word-right',
        'erase',
        'erase-forward',
        'erase-word',
        'erase-to-start',
      ),
    }) as fc.Arbitrary<Edit>,
  );
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }).map(oneLine), fc.array(edit, { maxLength: 30 }), (text, edits) => {
      const buffer = changed(text, ...edits);
      expect(buffer.at).toBeGreaterThanOrEqual(0);
      expect(buffer.at).toBeLessThanOrEqual(graphemes(buffer.text).length);
      expect(buffer.text).not.toMatch(/[\r\n\t]/);
    }),
  );
});

test('what is inserted can be erased again, a character at a time', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z. ]{0,20}$/), fc.stringMatching(/^[a-zäß0-9@. ]{1,12}$/), (text, typed) => {
      const inserted = changed(text, { do: 'insert', text: typed });
      const erased = graphemes(typed).reduce((buffer) => edited(buffer, { do: 'erase' }), inserted);
      expect(erased).toEqual(bufferOf(text));
    }),
  );
});
