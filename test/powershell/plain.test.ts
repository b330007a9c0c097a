import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as facts from '../../src/facts/index.ts';
import { plainLine } from '../../src/powershell/plain.ts';
import { blocks, bullets, cite, code, md } from '../../src/words/index.ts';

describe('Markdown as plain text', () => {
  it('loses citations, emphasis and code marks, and keeps the words', () => {
    const text = md`**Only** ${code('a`b')} of ${'<x> [y] *z*'}${cite(facts.threeGates)}.`;
    expect(plainLine(text)).toBe('Only a`b of <x> [y] *z*.');
  });

  it('is one line', () => {
    expect(plainLine(blocks(md`One.`, md`Two.`))).toBe('One. Two.');
    expect(plainLine(bullets([md`a`, md`b`]))).toBe('- a - b');
  });

  it('shows the text of a link', () => {
    expect(plainLine({ markdown: 'see [the page](https://example.com)' })).toBe('see the page');
  });

  it('shows what was interpolated as it is, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (value) => {
        const line = value.replace(/\s*[\r\n]+\s*/g, ' ');
        expect(plainLine(md`a${value}b`)).toBe(`a${line}b`);
      }),
    );
  });
});
