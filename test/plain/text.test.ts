import { expect, it } from 'vitest';
import { textLines, withoutNumbers } from '../../src/plain/text.ts';

it.each<[string, string, readonly string[]]>([
  [
    'a paragraph, its marks gone',
    'Set **Enabled**, then `Get-CsUser`.\nSee [this](https://contoso.com).',
    ['Set Enabled, then Get-CsUser. See this.'],
  ],
  ['blocks with a blank line between', 'One.\n\nTwo.', ['One.', '', 'Two.']],
  ['a heading as a line', '# Why\n\nBecause.', ['Why', '', 'Because.']],
  ['a list, a line an item', '- one\n- two\n  - three', ['- one', '- two', '  - three']],
  ['a numbered list', '1. one\n2. two', ['1. one', '2. two']],
  ['code as it stands', '```powershell\nGet-CsSite\n    -Identity x\n```', ['  Get-CsSite', '      -Identity x']],
  [
    'a table, what each cell is before it',
    '| Side | Port |\n| --- | --- |\n| outer | TCP 443 |\n| inner | |',
    ['Side: outer. Port: TCP 443.', 'Side: inner.'],
  ],
  ['escapes as what they stand for', 'a \\* b \\[1\\] \\_c\\_', ['a * b [1] _c_']],
])('%s', (_, markdown, lines) => {
  expect(textLines(markdown, 79)).toEqual(lines);
});

it('wraps lists and their continuation', () => {
  expect(textLines('- a sentence that is long enough', 20)).toEqual(['- a sentence that is', '  long enough']);
});

it.each([
  ['It is so. [1, 2]', 'It is so.'],
  ['It is so [3; inferred].', 'It is so (inferred).'],
  ['It is so. [2] [reported]', 'It is so. (reported)'],
  ['Nothing [in] brackets []', 'Nothing [in] brackets []'],
  ['No page. [not established]', 'No page. (not established)'],
])('without numbers of sources, %s', (markdown, text) => {
  expect(withoutNumbers(markdown)).toBe(text);
});
