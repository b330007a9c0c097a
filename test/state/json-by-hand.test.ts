import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../src/state/json.ts';

const byHand = (text: string) => readJson(text, { byHand: true });

/** The tokens of JSON, texts first: what looks like a comment within one is none. */
const tokens = /"(?:[^"\\]|\\.)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

/** The same in two replacements, which know nothing of values: comments go, then commas before a closing bracket. */
function stripped(text: string): string {
  const bare = text.replace(/("(?:[^"\\]|\\.)*")|\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g, (_, string) => string ?? ' ');
  return bare.replace(/("(?:[^"\\]|\\.)*")|,(?=\s*[\]}])/g, (_, string) => string ?? '');
}

const comment = fc.oneof(
  fc.string({ maxLength: 12 }).map((said) => `//${said.replace(/[\r\n]/g, '')}\n`),
  fc.string({ maxLength: 12 }).map((said) => `/*${said.replaceAll('*/', '')}*/`),
  fc.constantFrom('//\r\n', '/**/', '/* " */', '// "a": [1,\n', '/* // */', '/*\n\n*/', '///* \r'),
);
const gap = fc.array(fc.oneof(comment, fc.constantFrom(' ', '\n', '\t', '\r\n')), { maxLength: 3 });

/** JSON with gaps between its tokens, and commas before its closing brackets where something stands before them. */
const written = fc
  .tuple(fc.json({ maxDepth: 4 }), fc.infiniteStream(gap), fc.infiniteStream(fc.boolean()))
  .map(([json, gaps, commas]) => {
    const parts: string[] = [];
    let before = '';
    for (const [token] of json.matchAll(tokens)) {
      const comma = /^[\]}]$/.test(token) && !/^[[{]$/.test(before) && commas.next().value;
      parts.push(...(gaps.next().value ?? []), comma ? ',' : '', ...(gaps.next().value ?? []), token);
      before = token;
    }
    return { json, text: [...parts, ...(gaps.next().value ?? [])].join('') };
  });

describe('what a person writes', () => {
  test('means what stands there without comments and commas too many', () => {
    fc.assert(
      fc.property(written, ({ json, text }) => {
        const mark = readJson(text).ok ? {} : { byHand: true };
        expect(byHand(text), 'marked where it is no JSON').toEqual({ ok: true, value: JSON.parse(json), ...mark });
        expect(JSON.parse(stripped(text))).toEqual(JSON.parse(json));
      }),
      { numRuns: 500 },
    );
  });

  test('is refused exactly where JSON.parse refuses what is left of it, at a place within the text', () => {
    const signs = fc.constantFrom('', '"', ',', '}', ']', '\\', '/', '*', '//', '/*', '*/', 'x', '\n', '0');
    const broken = fc.tuple(written, fc.nat(), signs).map(([{ text }, at, put]) => {
      const place = at % (text.length + 1);
      return text.slice(0, place) + put + text.slice(place + 1);
    });
    fc.assert(
      fc.property(broken, (text) => {
        const read = byHand(text);
        if (!read.ok && read.fault.said.endsWith('stands twice in one object')) return;
        let left: { value: unknown } | undefined;
        try {
          left = { value: JSON.parse(stripped(text)) };
        } catch {
          left = undefined;
        }
        // A comma that nothing stands before is none too many, which only a reader of values can tell.
        const commaAlone = /[[{]\s*,\s*[\]}]|,\s*,/.test(text.replace(/\/\/[^\r\n]*|\/\*[\s\S]*?\*\//g, ' '));
        if (!commaAlone) expect([text, read.ok]).toEqual([text, left !== undefined]);
        if (read.ok) expect(read.value).toEqual(left?.value);
        else expect(read.fault.line).toBeLessThanOrEqual(text.split(/\r\n|\r|\n/).length);
      }),
      { numRuns: 1000 },
    );
  });

  test('a comment ends with its line, or where it is closed, and may be as long as a file', () => {
    expect(byHand('[1, // one\r2, /* two // */ 3]')).toEqual({ ok: true, value: [1, 2, 3], byHand: true });
    const long = 'x'.repeat(5_000_000);
    for (const text of [
      `/*${long}*/[]`,
      `//${long}\n[]`,
      `${'//\n'.repeat(500_000)}[]`,
      `${'/**/'.repeat(500_000)}[]`,
    ]) {
      expect(byHand(text)).toEqual({ ok: true, value: [], byHand: true });
    }
  });

  test.each([
    ['{"a": 1,\n  /* ours', 'A comment is not closed', 2, 3],
    ['/*/', 'A comment is not closed', 1, 1],
    ['// ours', 'It holds comments and nothing else', 1, 8],
    ['/* ours */ ', 'It holds comments and nothing else', 1, 12],
    ['{"a": 1 // ours', 'It ends in the middle of a value', 1, 16],
    ['{"a": / 1}', '/ stands where a value belongs', 1, 7],
    ['[1] / 2', 'Something follows after the end of the value', 1, 5],
    ['{// ours\n\n  b: 1}', 'b stands where a name in double quotes belongs', 3, 3],
    ['[/* one\r\ntwo */, 1]', ', stands where a value belongs', 2, 7],
    ['[,]', ', stands where a value belongs', 1, 2],
    ['{,}', ', stands where a name in double quotes belongs', 1, 2],
    ['[1,,]', ', stands where a value belongs', 1, 4],
    ['{"a": 1,,}', ', stands where a name in double quotes belongs', 1, 9],
    ['[1,} ', '} stands where a value belongs', 1, 4],
    ['1,', 'Something follows after the end of the value', 1, 2],
    ["['a']", "' stands where a value belongs", 1, 2],
    ['# ours\n{}', '# stands where a value belongs', 1, 1],
  ])('%j', (text, said, line, column) => {
    expect(byHand(text)).toEqual({ ok: false, fault: { said, line, column } });
  });
});

test('in what a program writes a comment and a comma too many are faults', () => {
  expect(readJson('[1,]')).toMatchObject({ fault: { said: '] stands where a value belongs', column: 4 } });
  expect(readJson('[1] // ours')).toMatchObject({ fault: { column: 5 } });
  expect(readJson('/* ours */ 1')).toMatchObject({ fault: { said: '/ stands where a value belongs', column: 1 } });
});
