import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/state/json.ts';

/** `JSON.parse`, where it has an answer. */
function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

describe('what is JSON', () => {
  test('is read as JSON.parse reads it, however it is spaced', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), fc.constantFrom(undefined, 1, '\t', '\r\n '), (text, space) => {
        const spaced = JSON.stringify(JSON.parse(text), undefined, space);
        expect(readJson(spaced)).toEqual({ ok: true, value: JSON.parse(spaced) });
      }),
    );
  });

  test('a text of megabytes is read, plain or escaped throughout', () => {
    for (const part of ['x', '\n', '\u0001', '"\\']) {
      const value = [part.repeat(3_000_000), 'then'];
      expect(readJson(JSON.stringify(value))).toEqual({ ok: true, value });
    }
  });

  test('a name that would be a prototype stays a name', () => {
    const read = readJson('{"__proto__": {"a": 1}}');
    expect(read.ok && Object.entries(read.value as object)).toEqual([['__proto__', { a: 1 }]]);
  });

  test.each(['"\\u00e9\\n\\/"', '-0.5e+3', '"\u2028\u007f"', '""', '[[], {}, null]'])('%s', (text) => {
    expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
  });
});

describe('what is not', () => {
  test.each([
    ['', 'It is empty', 1, 1],
    ['\n\n  ', 'It is empty', 3, 3],
    ['{"a": [1,', 'It ends in the middle of a value', 1, 10],
    ['{\n  "a": "b', 'It ends in the middle of a value', 2, 10],
    ['{"a": "\\', 'It ends in the middle of a value', 1, 9],
    ['{"a": "\\u00', 'It ends in the middle of a value', 1, 12],
    ['{\r\n"a": 1\r\n"b": 2}', '" stands where a comma or } belongs', 3, 1],
    ['[1, 2,]', '] stands where a value belongs', 1, 7],
    ["{'a': 1}", "' stands where a name in double quotes belongs", 1, 2],
    ['[\u201ca\u201d]', '\u201c stands where a value belongs', 1, 2],
    ['[\u00a0]', 'the character U+00A0 stands where a value belongs', 1, 2],
    ['{"a" 1}', '1 stands where a colon belongs', 1, 6],
    ['{"a": 1, "b": 2, "a": 3}', '"a" stands twice in one object', 1, 18],
    ['["C:\\Users"]', 'A text holds an escape that JSON does not know', 1, 5],
    ['["a\tb"]', 'A text holds a control character', 1, 4],
    ['["a\nb"]', 'A text is not closed on its line', 1, 2],
    ['{} {}', 'Something follows after the end of the value', 1, 4],
    ['tru', 't stands where a value belongs', 1, 1],
    ['01', 'Something follows after the end of the value', 1, 2],
  ])('%j', (text, said, line, column) => {
    expect(readJson(text)).toEqual({ ok: false, fault: { said, line, column } });
  });

  test('the column counts characters, not halves of them', () => {
    expect(readJson('["\u{1f600}", x]')).toMatchObject({ fault: { column: 7 } });
  });

  test('lines end as they do anywhere, and a column counts the characters since', () => {
    const piece = fc.constantFrom('1,', '"\u{1f600}",', '"\ud83d",', ' ', '\t', '\n', '\r', '\r\n');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const before = `[${pieces.join('')}`;
        const lines = before.split(/\r\n|\r|\n/);
        const place = { line: lines.length, column: [...(lines.at(-1) ?? '')].length + 1 };
        expect(readJson(`${before}x`)).toMatchObject({ fault: place });
      }),
    );
  });

  test('a text of escapes alone is read to its end, whichever they are, and however many', () => {
    const escapes = fc.constantFrom(
      '\\n',
      '\\"',
      '\\\\',
      '\\/',
      '\\u0041',
      '\\ud83d',
      '\\ude00',
      '\\x',
      '\\u00g0',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(escapes, { maxLength: 8 }), (pieces) => {
        const text = `"${pieces.join('')}"`;
        expect(readJson(text).ok).toBe(parsed(text) !== undefined);
        if (readJson(text).ok) expect(readJson(text)).toEqual({ ok: true, ...parsed(text) });
      }),
    );
    expect(readJson(`"${'\\n'.repeat(5_000_000)}"`)).toEqual({ ok: true, value: '\n'.repeat(5_000_000) });
  });

  test('nesting without end is refused, not followed', () => {
    const read = readJson('['.repeat(100_000));
    expect(read).toMatchObject({ fault: { said: 'It is nested more than 100 levels deep' } });
  });

  test('more names than anybody knows are refused where they become too many', () => {
    const names = (n: number) => `{${Array.from({ length: n }, (_, i) => `"a${i}":1`).join(',\n')}}`;
    expect(readJson(names(1000)).ok).toBe(true);
    expect(readJson(names(1001))).toEqual({
      ok: false,
      fault: { said: 'An object holds more than 1000 names', line: 1001, column: 1 },
    });
  });

  test('a name of megabytes is not told whole', () => {
    const name = `"${'x'.repeat(5_000_000)}"`;
    const read = readJson(`{${name}: 1, ${name}: 2}`);
    expect(read).toMatchObject({ fault: { said: `"${'x'.repeat(59)}…" stands twice in one object` } });
  });

  test('is refused exactly where JSON.parse refuses it, at a place within the text', () => {
    const broken = fc
      .tuple(fc.json({ maxDepth: 3 }), fc.nat(), fc.constantFrom('', '"', ',', '}', ']', '\\', 'x', ' ', '0'))
      .map(([text, at, put]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + put + text.slice(place + 1);
      });
    fc.assert(
      fc.property(broken, (text) => {
        const read = readJson(text);
        // What JSON.parse lets pass in silence is the one difference.
        if (!read.ok && read.fault.said.endsWith('stands twice in one object')) return;
        expect(read.ok).toBe(parsed(text) !== undefined);
        if (read.ok) return;
        expect(read.fault.line).toBe(1);
        expect(read.fault.column).toBeGreaterThanOrEqual(1);
        expect(read.fault.column).toBeLessThanOrEqual(text.length + 1);
      }),
      { numRuns: 500 },
    );
  });
});
