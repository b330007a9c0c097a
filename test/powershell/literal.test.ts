import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { literal } from '../../src/powershell/index.ts';
import { type Engine, hasDotnet, sharedEngine } from './engine.ts';

describe('a literal', () => {
  it.each([
    ['Redmond', "'Redmond'"],
    ['', "''"],
    ["O'Neil", "'O''Neil'"],
    ['\u2018a\u2019b\u201ac\u201bd', "'\u2018\u2018a\u2019\u2019b\u201a\u201ac\u201b\u201bd'"],
    ['$(Get-Date) `n "x"', '\'$(Get-Date) `n "x"\''],
    ['Zürich 🦊', "'Zürich 🦊'"],
  ])('of %j is %s', (value, printed) => {
    expect(literal(value)).toBe(printed);
  });

  it.each(['a\nb', 'a\rb', 'a\u0000b', 'a\tb', 'a\u0085b', 'a\u2028b', 'a\u2029b', '\ud83e', '\udd8a'])(
    'is refused for %j',
    (value) => {
      expect(() => literal(value)).toThrow('cannot stand in a script');
    },
  );
});

const text = fc
  .string({ unit: 'binary' })
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what a literal refuses
  .filter((value) => value.isWellFormed() && !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(value));
const quoting = fc.string({
  unit: fc.constantFrom("'", '"', '\u2018', '\u2019', '\u201a', '\u201b', '\u201e', '$', '`', '(', 'x'),
});

describe.skipIf(!hasDotnet())('a literal in the real engine', () => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await sharedEngine();
  });

  it('is one string that is the text, whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, quoting), async (value) => {
        const { errors, strings, commands } = await engine.parse(`$x = ${literal(value)}`);
        expect({ errors, commands }).toEqual({ errors: [], commands: [] });
        expect(strings.map((each) => each.value)).toEqual([value]);
      }),
      { numRuns: 300 },
    );
  });
});
