import { lexer, type Token, type Tokens } from 'marked';
import { wrapped, wrappedCode } from './wrapped.ts';

/** Markdown as lines to be read aloud: sentences, a line an item, a table as what each cell says. Blank lines part blocks. */
export function textLines(markdown: string, width: number): readonly string[] {
  return blockLines(lexer(markdown), width);
}

function blockLines(tokens: readonly Token[], width: number): readonly string[] {
  const parts = tokens.map((token) => oneBlock(token, width)).filter((lines) => lines.length > 0);
  return parts.flatMap((lines, i) => (i === 0 ? lines : ['', ...lines]));
}

function oneBlock(token: Token, width: number): readonly string[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'code':
      return String(token.text)
        .split('\n')
        .flatMap((line) => wrappedCode(`  ${line}`, width));
    case 'list':
      return listLines(token as Tokens.List, width);
    case 'table':
      return tableLines(token as Tokens.Table, width);
    case 'blockquote':
      return blockLines(token.tokens ?? [], width);
    default:
      return wrapped(inline('tokens' in token && token.tokens ? token.tokens : [token]), width);
  }
}

function listLines(list: Tokens.List, width: number): readonly string[] {
  const first = Number(list.start || 1);
  return list.items.flatMap((item, i) => {
    const mark = list.ordered ? `${first + i}. ` : '- ';
    const body = item.tokens
      .filter(({ type }) => type !== 'space')
      .flatMap((token) => oneBlock(token, width - mark.length));
    return body.map((line, y) => (y === 0 ? mark : ' '.repeat(mark.length)) + line);
  });
}

/** A row after the other, each cell behind what it is. */
function tableLines(table: Tokens.Table, width: number): readonly string[] {
  const head = table.header.map(({ tokens }) => inline(tokens));
  return table.rows.flatMap((row) => {
    const cells = row.flatMap(({ tokens }, x) => {
      const text = inline(tokens);
      return text === '' ? [] : [`${head[x] === '' ? '' : `${head[x]}: `}${text.replace(/\.$/, '')}.`];
    });
    return wrapped(cells.join(' '), width);
  });
}

function inline(tokens: readonly Token[]): string {
  return tokens
    .map((token): string => {
      if ('tokens' in token && token.tokens) return inline(token.tokens);
      if (token.type === 'br') return ' ';
      return 'text' in token ? String(token.text) : token.raw;
    })
    .join('')
    .replace(/\s+/g, ' ');
}

const citation = / ?\[((?:\d+(?:, \d+)*)?(?:; )?(?:reported|inferred|operating experience|not established)?)\]/g;

/** Without the numbers of sources, which say nothing where no list of them follows; how well it is known stays. */
export function withoutNumbers(markdown: string): string {
  return markdown.replace(citation, (whole, inside: string) => {
    if (inside === '') return whole;
    const doubt = inside.replace(/^[\d, ]*(; )?/, '');
    return doubt === '' ? '' : ` (${doubt})`;
  });
}
