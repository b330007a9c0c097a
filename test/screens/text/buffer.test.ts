import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bufferOf, type Edit, edited, graphemes, pastedLine, pastedLines } from '../../../src/screens/text/buffer.ts';
import { unseen } from '../../words/unseen.ts';

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

describe('what nobody sees', () => {
  test.each([
    ['a tab', 'Maria\tAnders'],
    ['a line end', 'Maria\nAnders'],
    ['a line end of Windows', 'Maria\r\nAnders'],
    ['an escape', 'Maria\u001bAnders'],
    ['no width', 'Maria\u200bAnders'],
    ['a joiner between no letters', '1\u200d2'],
    ['half a character', 'Maria\ud800Anders'],
  ])('stays as pasted and is passed and erased by itself: %s', (_, text) => {
    const length = /^1/.test(text) ? 1 : 5;
    const right: Edit[] = Array.from({ length: length + 1 }, () => ({ do: 'right' }));
    const inserted = edited(bufferOf(''), { do: 'insert', text });
    expect(inserted).toEqual(bufferOf(text));
    const erased = changed(text, { do: 'start' }, ...right, { do: 'erase' });
    expect(erased.text).toBe(/^1/.test(text) ? '12' : 'MariaAnders');
    expect(erased.at).toBe(length);
  });
});

describe('a paste', () => {
  test.each([
    ['Maria Anders\r\n', 'Maria Anders'],
    ['Maria Anders\n', 'Maria Anders'],
    ['\tMaria Anders\t', 'Maria Anders'],
    [' Anders', ' Anders'],
    ['Maria\nAnders \r\n', 'Maria\nAnders '],
    ['Maria\ufeff', 'Maria\ufeff'],
    ['\r\n', ''],
  ])('%j is %j in one line', (text, kept) => {
    expect(pastedLine(text)).toBe(kept);
  });

  test('is an item a line in a list; empty lines are none, what stands in a line stays', () => {
    expect(pastedLines('  contoso.com \r\n\r\nfabrikam.com\n\t\nadatum.com\tx\u2028\ufeff')).toEqual([
      'contoso.com',
      'fabrikam.com',
      'adatum.com\tx',
      '\ufeff',
    ]);
  });
});

test('whatever is done, the cursor stays in the text', () => {
  const text = fc.string({ unit: fc.oneof(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }), unseen) });
  const edit: fc.Arbitrary<Edit> = fc.oneof(
    fc.record({ do: fc.constant('insert' as const), text }),
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
    fc.property(text, fc.array(edit, { maxLength: 30 }), (begun, edits) => {
      const buffer = changed(begun, ...edits);
      expect(buffer.at).toBeGreaterThanOrEqual(0);
      expect(buffer.at).toBeLessThanOrEqual(graphemes(buffer.text).length);
      expect(graphemes(buffer.text).join('')).toBe(buffer.text);
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
