import type { Fact, Markdown, Source } from '../model/index.ts';

/** What may stand in `${}` of `md`: text is escaped, a fact brings its sentence and its citation. */
export type Insert = Markdown | Fact | string | number;

/**
 * Makes Markdown. Text and numbers are escaped so that they show as they are; Markdown stays; a fact becomes its
 * statement and its citation.
 */
export function md(strings: TemplateStringsArray, ...inserts: readonly Insert[]): Markdown {
  let markdown = strings[0] ?? '';
  inserts.forEach((insert, i) => {
    markdown += insertText(insert) + (strings[i + 1] ?? '');
  });
  return { markdown };
}

function insertText(insert: Insert): string {
  if (typeof insert === 'object') {
    return 'markdown' in insert ? insert.markdown : insert.says.markdown + cite(insert).markdown;
  }
  return escapeMarkdown(String(insert));
}

/** Text as Markdown that shows that text, on one line. */
function escapeMarkdown(text: string): string {
  // Most of it, by far, and a runbook of ten thousand people has a lot of it.
  if (/^[A-Za-z][A-Za-z0-9 ,.:;()@/'-]*$/.test(text)) return text;
  return (
    text
      .replace(/\s*[\r\n]+\s*/g, ' ')
      .replace(/[\\`*[\]<|#~]|&(?=#?\w+;)/g, '\\$&')
      // Inside a word, of an address most of all, it begins no emphasis, and a backslash would be copied along.
      .replace(/(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, '\\_')
      .replace(/^(\s*\d*)(?=[.)](?:\s|$)|[-+](?:\s|$)|-+\s*$|=+\s*$|>)/, (start) => `${start}\\`)
  );
}

/** A value as it is typed: a code span, with as many backticks as it needs. */
export function code(value: string | number): Markdown {
  const text = String(value).replace(/[\r\n]+/g, ' ');
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const pad = /^`|`$|^ .* $/.test(text) ? ' ' : '';
  return { markdown: `${fence}${pad}${text}${pad}${fence}` };
}

/** The citation alone. */
export function cite(...facts: readonly Fact[]): Markdown {
  return { markdown: facts.map((fact) => `[^${fact.id}]`).join('') };
}

export function citeSource(...sources: readonly Source[]): Markdown {
  return { markdown: sources.map((source) => `[^@${source.id}]`).join('') };
}

/** Paragraphs, lists and tables one below the other; what is undefined or empty is left out. */
export function blocks(...parts: readonly (Markdown | undefined | false)[]): Markdown {
  return blocksOf(parts);
}

/** The same of a list, which may be longer than arguments can be. */
export function blocksOf(parts: readonly (Markdown | undefined | false)[]): Markdown {
  const texts = parts.flatMap((part) => (part ? [part.markdown] : []));
  return { markdown: texts.filter((text) => text !== '').join('\n\n') };
}

export function bullets(items: readonly Markdown[]): Markdown {
  return { markdown: items.map((item) => `- ${indent(item.markdown, 2)}`).join('\n') };
}

export function numbered(items: readonly Markdown[]): Markdown {
  return { markdown: items.map((item, i) => `${i + 1}. ${indent(item.markdown, 3)}`).join('\n') };
}

/** A table; every row has as many cells as the head. */
export function table(head: readonly Markdown[], rows: readonly (readonly Markdown[])[]): Markdown {
  // A table is cut at its bars before code is read, so a bar in code needs its backslash too.
  const whole = (text: string) => text.replace(/\n+/g, ' ').replace(/(?<!\\)((?:\\\\)*)\|/g, '$1\\|');
  const cellText = ({ markdown }: Markdown) => (/[\n|]/.test(markdown) ? whole(markdown) : markdown);
  const line = (cells: readonly Markdown[]) => `| ${cells.map(cellText).join(' | ')} |`;
  return { markdown: [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n') };
}

/** A code block, to be copied as it is. */
export function codeBlock(language: string, text: string): Markdown {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return { markdown: `${fence}${language}\n${text}\n${fence}` };
}

/** Inline pieces with words between: "a, b and c". */
export function joined(items: readonly Markdown[], last = ' and '): Markdown {
  const texts = items.map((item) => item.markdown);
  const head = texts.slice(0, -1).join(', ');
  return { markdown: head ? `${head}${last}${texts.at(-1)}` : (texts[0] ?? '') };
}

/** Where sources disagree: the fact's sentence, each side with its sources, and what we do. */
export function sides(fact: Fact): Markdown {
  const voices = (fact.sides ?? []).map((side) => md`**${side.who}:** ${side.says}${citeSource(...side.sources)}`);
  return blocks(md`${fact}`, bullets(voices), fact.weDo && md`What this program does: ${fact.weDo}`);
}

function indent(text: string, width: number): string {
  return text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(width)}`);
}
