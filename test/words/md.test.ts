import fc from 'fast-check';
import { Marked, type Token } from 'marked';
import { describe, expect, it } from 'vitest';
import type { Fact } from '../../src/model/index.ts';
import { blocks, bullets, code, codeBlock, joined, md, numbered, sides, table } from '../../src/words/index.ts';

const source = { id: 'a-page', title: 'Microsoft, A page', where: 'example' };
const fact: Fact = { id: 'a-fact', says: md`It is *so*.`, mark: 'documented', sources: [source] };

/** What a reader of the rendered Markdown sees. */
function readText(markdown: string): string {
  const read = (tokens: readonly Token[]): string =>
    tokens
      .map((token) => {
        if ('tokens' in token && token.tokens) return read(token.tokens);
        if (token.type === 'br') return '\n';
        return 'text' in token
          ? token.text
              .replace(/&lt;/g, '<')
              .replace(/&gt;/g, '>')
              .replace(/&quot;/g, '"')
              .replace(/&#39;/g, "'")
              .replace(/&amp;/g, '&')
          : '';
      })
      .join('');
  return read(new Marked().lexer(markdown));
}

describe('md', () => {
  it('escapes what a person wrote and leaves what Markdown is', () => {
    expect(md`Edge ${'a*b_c'} is ${md`**up**`}`.markdown).toBe('Edge a\\*b_c is **up**');
  });

  it('leaves a bar below the line inside a word, where an address may be copied from, and escapes it at its ends', () => {
    const address = 'https://images.edge.messenger.live.com/Messenger_16x16.png';
    expect(md`${address}`.markdown).toBe(address);
    expect(md`${'_a_b_ __c__'}`.markdown).toBe('\\_a_b\\_ \\_\\_c\\_\\_');
  });

  it('escapes no more than it has to, as many read a runbook as it is written', () => {
    expect(md`${'Smith & Sons'}`.markdown).toBe('Smith & Sons');
    expect(md`${'False -> True'}`.markdown).toBe('False -> True');
    expect(md`${'> &lt; &#62;'}`.markdown).toBe('\\> \\&lt; \\&\\#62;');
  });

  it('brings the sentence of a fact with its citation', () => {
    expect(md`Note: ${fact}`.markdown).toBe('Note: It is *so*.[^a-fact]');
  });

  it.each([
    '- x',
    '+ x',
    '1. x',
    '12) x',
    '# x',
    '> x',
    '| x',
    '~~x~~',
    '<b>',
    '[a](b)',
    '`x`',
    '*x*',
    '=== x',
    '&lt;',
    '&#62;',
    'a & b',
  ])('shows %s as it was typed', (typed) => {
    expect(readText(md`${typed}`.markdown)).toBe(typed);
  });

  it('shows any printable line as it was typed', () => {
    const line = fc.string({ unit: 'grapheme-ascii', minLength: 1 }).map((text) => `x${text.trim()}x`);
    fc.assert(
      fc.property(line, (typed) => {
        expect(readText(md`${typed}`.markdown)).toBe(typed);
      }),
    );
  });
});

describe('code', () => {
  it('holds any run of backticks', () => {
    const line = fc.string({ unit: fc.constantFrom('`', 'a', ' ', "'"), minLength: 1 });
    fc.assert(
      fc.property(line, (typed) => {
        const [paragraph] = new Marked().lexer(`x ${code(`a${typed}b`).markdown}`);
        const spans = paragraph && 'tokens' in paragraph ? (paragraph.tokens ?? []) : [];
        expect(spans.find((token) => token.type === 'codespan')?.raw).toBe(code(`a${typed}b`).markdown);
      }),
    );
  });
});

describe('what is put together', () => {
  it('leaves out what is absent between blocks', () => {
    expect(blocks(md`a`, undefined, false, md``, md`b`).markdown).toBe('a\n\nb');
  });

  it('indents what belongs to an item', () => {
    expect(bullets([md`a`, blocks(md`b`, md`c`)]).markdown).toBe('- a\n- b\n\n  c');
    expect(numbered([md`a`, blocks(md`b`, md`c`)]).markdown).toBe('1. a\n2. b\n\n   c');
  });

  it('keeps a bar in a cell apart from the bars of the table', () => {
    const tokens = new Marked().lexer(table([md`Name`, md`Use`], [[md`${'a|b'}`, md`x`]]).markdown);
    const found = tokens[0];
    expect(found?.type === 'table' && found.rows[0]?.map((cell: { text: string }) => cell.text)).toEqual(['a|b', 'x']);
  });

  it('keeps a bar in code apart from the bars of the table', () => {
    const cells = (value: string) => {
      const found = new Marked().lexer(table([md`Name`, md`Use`], [[code(value), md`x`]]).markdown)[0];
      return found?.type === 'table' && found.rows[0]?.map((cell: { text: string }) => cell.text);
    };
    expect(cells('a|b||c')).toEqual(['`a|b||c`', 'x']);
    expect(cells('a`b|c')).toEqual(['``a`b|c``', 'x']);
  });

  it('fences code longer than what it holds', () => {
    expect(codeBlock('powershell', 'a\n```\nb').markdown).toBe('````powershell\na\n```\nb\n````');
  });

  it('joins as a sentence does', () => {
    expect([[], [md`a`], [md`a`, md`b`], [md`a`, md`b`, md`c`]].map((items) => joined(items).markdown)).toEqual([
      '',
      'a',
      'a and b',
      'a, b and c',
    ]);
  });

  it('lets each side speak with its sources, then says what is done', () => {
    const dispute: Fact = {
      ...fact,
      sides: [
        { who: 'A guide', says: md`Yes.`, mark: 'reported', sources: [source] },
        { who: 'Microsoft', says: md`No.`, mark: 'documented', sources: [source] },
      ],
      weDo: md`Both.`,
    };
    expect(sides(dispute).markdown).toBe(
      'It is *so*.[^a-fact]\n\n- **A guide:** Yes.[^@a-page]\n- **Microsoft:** No.[^@a-page]\n\nWhat this program does: Both.',
    );
  });
});
