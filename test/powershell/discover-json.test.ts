import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evidence } from '../../src/powershell/parts/evidence.ts';
import { json } from '../../src/powershell/parts/json.ts';
import { useBench } from './bench.ts';
import { hasDotnet, textOf } from './engine.ts';

const parts = [json, evidence({ hides: false })].join('\n\n');

describe.skipIf(!hasDotnet())('JSON without ConvertTo-Json', () => {
  const bench = useBench();

  /** What a script writes of the value of an expression. */
  async function written(expression: string, value: unknown = null): Promise<string> {
    const text = `param($Value)\nSet-StrictMode -Version 2.0\n${parts}\nConvertTo-JsonText (ConvertTo-Plain (${expression}))`;
    const args = { Value: value as never };
    const result = await bench.engine.run({ script: { text }, args });
    expect(result).toMatchObject({ terminated: null, errors: [] });
    return textOf(result, 'output');
  }

  it('is ASCII, and every text comes back from it', async () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(texts, async (all) => {
        const text = await written('$Value', all);
        expect(text).toMatch(/^[\x20-\x7e\r\n]*$/);
        expect(JSON.parse(text)).toEqual(all);
      }),
      { numRuns: 12 },
    );
  });

  it('has quotes, backslashes and controls escaped', async () => {
    const hard = [
      '"',
      '\\',
      '\\"',
      '\\u0041',
      '\u0000\u0001\b\t\n\f\r\u001f\u007f',
      '\u2028\u2029',
      'ü€😀',
      '</script>',
      '',
    ];
    expect(JSON.parse(await written('$Value', hard))).toEqual(hard);
    expect(await written("[string][char]34 + '\\' + [char]9 + [char]0xFC")).toBe('"\\"\\\\\\u0009\\u00fc"');
  });

  it('holds half a surrogate pair', async () => {
    expect(JSON.parse(await written("'a' + [char]0xD83D + 'b'"))).toBe('a\ud83db');
  });

  it('holds lists in lists and tables in tables', async () => {
    const nested = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { maxDepth: 4 },
        fc.constant(null),
        fc.boolean(),
        fc.integer(),
        fc.string(),
        fc.array(tie('tree'), { maxLength: 4 }),
      ),
    })).tree;
    await fc.assert(
      fc.asyncProperty(fc.array(nested, { maxLength: 6 }), async (value) => {
        expect(JSON.parse(await written('$Value', value))).toEqual(value);
      }),
      { numRuns: 12 },
    );
    const table = '@{ b = @{ list = @(@(1), @(), @($null)); none = $null }; a = @(@{ x = 1 }) }';
    expect(JSON.parse(await written(table))).toEqual({ a: [{ x: 1 }], b: { list: [[1], [], [null]], none: null } });
  });

  it('has names in the order of their letters, whatever order they were given in', async () => {
    const text = await written('@{ beta = 1; Alpha = 2; _c = 3; alpha2 = 4 }');
    expect(text.replaceAll(/\s/g, '')).toBe('{"Alpha":2,"_c":3,"alpha2":4,"beta":1}');
    expect(await written('@{}')).toBe('{}');
    expect(await written('@()')).toBe('[]');
  });

  it.each([
    ['[long]9007199254740993', '9007199254740993'],
    ['[byte]7', '7'],
    ['[decimal]1.5', '1.5'],
    ['0.1 + 0.2', '0.30000000000000004'],
    ['[single]0.5', '0.5'],
    ['1e300', '1E+300'],
    ['[double]::NaN', 'null'],
    ['[double]::NegativeInfinity', 'null'],
    ['$true', 'true'],
    ['[char]65', '"A"'],
    ['[TimeSpan]::FromMinutes(90)', '"01:30:00"'],
    ["[Guid]'00000000-0000-0000-0000-000000000001'", '"00000000-0000-0000-0000-000000000001"'],
    ["[datetime]::SpecifyKind([datetime]'2026-11-23T21:30:00', 'Utc')", '"2026-11-23T21:30:00.000Z"'],
    ['([xml]\'<a b="1"/>\')', '"<a b=\\"1\\" />"'],
  ])('writes %s as %s', async (expression, expected) => {
    expect(await written(expression)).toBe(expected);
  });

  it('writes numbers and dates as here under a culture that writes them otherwise', async () => {
    const otherwise = [
      '$culture = [Globalization.CultureInfo]::InvariantCulture.Clone()',
      "$culture.NumberFormat.NumberDecimalSeparator = ','",
      "$culture.DateTimeFormat.TimeSeparator = '.'",
      '$before = [Threading.Thread]::CurrentThread.CurrentCulture',
      '[Threading.Thread]::CurrentThread.CurrentCulture = $culture',
    ].join('; ');
    const values =
      "@(0.5, [single]1.25, [decimal]1.5, [datetime]::SpecifyKind([datetime]'2026-11-23T21:30:00', 'Utc'))";
    const text = `${parts}\n${otherwise}; ConvertTo-JsonText ${values}; [Threading.Thread]::CurrentThread.CurrentCulture = $before`;
    const result = await bench.engine.run({ script: { text } });
    expect(JSON.parse(textOf(result, 'output'))).toEqual([0.5, 1.25, 1.5, '2026-11-23T21:30:00.000Z']);
  });

  it('writes an enum as name and number, and an identity as text', async () => {
    expect(JSON.parse(await written('[DayOfWeek]::Friday'))).toEqual({ name: 'Friday', number: 5 });
    expect(JSON.parse(await written("[Uri]'https://contoso.com/'"))).toBe('https://contoso.com/');
  });
});
