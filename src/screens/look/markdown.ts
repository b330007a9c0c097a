import { lexer, type Token, type Tokens } from 'marked';
import { blank, filled, indented, type Line, line, type Role, type Span, span, widthOf, wrap } from './lines.ts';

/** What was worked out last: a screen tells the same text key after key, and reading it takes longer than all else. */
const lately = new Map<string, readonly Line[]>();
const keptTexts = 64;

/** Markdown as lines of at most `width` cells, blocks with a blank line between. Addresses stay text. */
export function markdownLines(markdown: string, width: number): readonly Line[] {
  const key = `${width} ${markdown}`;
  const known = lately.get(key) ?? blockLines(lexer(markdown), width);
  lately.delete(key);
  lately.set(key, known);
  for (const oldest of lately.keys()) if (lately.size > keptTexts) lately.delete(oldest);
  return known;
}

function blockLines(tokens: readonly Token[], width: number): readonly Line[] {
  const parts = tokens.map((token) => oneBlock(token, width)).filter((lines) => lines.length > 0);
  return parts.flatMap((lines, i) => (i === 0 ? lines : [blank, ...lines]));
}

function oneBlock(token: Token, width: number): readonly Line[] {
  switch (token.type) {
    case 'space':
      return [];
    case 'heading':
      return wrap(inline(token.tokens ?? [], 'strong'), width);
    case 'code':
      return codeLines(String(token.text), width);
    case 'list':
      return listLines(token as Tokens.List, width);
    case 'table':
      return tableLines(token as Tokens.Table, width);
    case 'blockquote':
      return indented(blockLines(token.tokens ?? [], width - 2), 2);
    default: {
      const tokens = 'tokens' in token && token.tokens ? token.tokens : [token];
      return wrap(citationsMuted(inline(tokens)), width);
    }
  }
}

/** Code to be copied keeps its line ends; a line too long goes on, indented, so that nothing is lost. */
function codeLines(text: string, width: number): readonly Line[] {
  return text.split('\n').flatMap((one) => {
    const indent = /^ */.exec(one)?.[0].length ?? 0;
    const room = Math.max(8, width - 2 - indent);
    return indented(wrap([span('code', one.slice(indent))], room, 2), 2 + indent);
  });
}

function listLines(list: Tokens.List, width: number): readonly Line[] {
  const first = Number(list.start || 1);
  const marks = list.items.map((_, i) => (list.ordered ? `${first + i}. ` : '- '));
  const hang = Math.max(...marks.map((mark) => mark.length));
  return list.items.flatMap((item, i) => {
    const body = tightLines(item.tokens, width - hang);
    return body.map((one, y) => line(y === 0 ? (marks[i] ?? '').padEnd(hang) : ' '.repeat(hang), one));
  });
}

/** Blocks of a list item: a list follows its sentence without a blank line. */
function tightLines(tokens: readonly Token[], width: number): readonly Line[] {
  return tokens.filter((token) => token.type !== 'space').flatMap((token) => oneBlock(token, width));
}

/** A table in columns where they fit; else a block for each row, each cell with its head before it. */
function tableLines(table: Tokens.Table, width: number): readonly Line[] {
  const head = table.header.map((cell) => inline(cell.tokens, 'strong'));
  const rows = table.rows.map((row) => row.map((cell) => citationsMuted(inline(cell.tokens))));
  const widths = head.map((cell, x) => Math.max(widthOf(cell), ...rows.map((row) => widthOf(row[x] ?? blank))));
  const fixed = widths.slice(0, -1).reduce((sum, one) => sum + one + 2, 0);
  const last = width - fixed;
  const lastHead = head.at(-1) ?? blank;
  if (last >= Math.min(widths.at(-1) ?? 0, Math.max(18, widthOf(lastHead)))) {
    return [head, ...rows].flatMap((row) => columnRow(row, widths, last));
  }
  const label = Math.min(16, Math.max(...head.map(widthOf)));
  return rows.flatMap((row, y) => [
    ...(y === 0 ? [] : [blank]),
    ...row.flatMap((cell, x) =>
      wrap(cell, width - label - 2).map((one, i) =>
        line(...filled(i === 0 ? (head[x] ?? blank) : blank, label), '  ', one),
      ),
    ),
  ]);
}

function columnRow(row: readonly Line[], widths: readonly number[], last: number): readonly Line[] {
  const before = row.slice(0, -1).flatMap((cell, x): Line => [...filled(cell, widths[x] ?? 0), { text: '  ' }]);
  const indent = { text: ' '.repeat(widthOf(before)) };
  return wrap(row.at(-1) ?? blank, last).map((one, y) => (y === 0 ? [...before, ...one] : [indent, ...one]));
}

function inline(tokens: readonly Token[], role?: Role): Span[] {
  return tokens.flatMap((token): Span[] => {
    switch (token.type) {
      case 'strong':
        return inline(token.tokens ?? [], 'strong');
      case 'em':
      case 'link':
      case 'del':
        return inline(token.tokens ?? [], role);
      case 'br':
        return [{ text: '\n' }];
      case 'codespan':
        return [span('code', token.text)];
      case 'text':
        if ('tokens' in token && token.tokens) return inline(token.tokens, role);
        return [textSpan(token.text, role)];
      default:
        return [textSpan('text' in token ? String(token.text) : token.raw, role)];
    }
  });
}

// A line end inside a paragraph of Markdown is a blank.
function textSpan(text: string, role: Role | undefined): Span {
  const flat = text.replace(/\s*\n\s*/g, ' ');
  return role ? { text: flat, role } : { text: flat };
}

const citation = /(\[(?:\d+(?:, \d+)*(?:; [a-z ]+)?|reported|inferred|operating experience|not established)\])/;

/** Numbers of sources step back behind what is said. */
function citationsMuted(one: Line): Line {
  return joined(one).flatMap((part): readonly Span[] => {
    if (part.role !== undefined) return [part];
    // Every second piece is what the pattern caught.
    return part.text.split(citation).map((text, i) => (i % 2 === 1 ? span('muted', text) : { text }));
  });
}

/** Neighbours of one role as one span: brackets of a citation come as escapes, each by itself. */
function joined(one: Line): Line {
  const whole: Span[] = [];
  for (const part of one) {
    const last = whole.at(-1);
    if (last && last.role === undefined && part.role === undefined)
      whole[whole.length - 1] = { text: last.text + part.text };
    else whole.push(part);
  }
  return whole;
}
