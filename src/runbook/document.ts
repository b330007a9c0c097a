import { type Citations, numberCitations } from '../facts/index.ts';
import type { Markdown } from '../model/index.ts';
import { blocks, bullets, md } from '../words/index.ts';

/** A part of a document with its heading; parts within it stand one level deeper. */
export type Section = { title: string; body?: Markdown | undefined; sections?: readonly Section[] };

/** A whole document, before it is printed in any form. */
export type Document = { title: string; head: Markdown; sections: readonly Section[] };

/** The document as one Markdown text, numbered citations throughout and their sources in a last section. */
export function printMarkdown(document: Document): string {
  const citations = numberCitations();
  const parts = [
    `# ${document.title}`,
    citations.resolve(document.head),
    ...document.sections.flatMap((section) => printSection(section, 2, citations)),
  ];
  const sources = sourceSection(citations);
  return `${[...parts, ...sources].join('\n\n')}\n`;
}

function printSection(section: Section, level: number, citations: Citations): readonly string[] {
  const body = section.body ? citations.resolve(section.body) : '';
  return [
    `${'#'.repeat(level)} ${md`${section.title}`.markdown}`,
    ...(body === '' ? [] : [body]),
    ...(section.sections ?? []).flatMap((part) => printSection(part, level + 1, citations)),
  ];
}

function sourceSection(citations: Citations): readonly string[] {
  const sources = citations.sources();
  if (sources.length === 0) return [];
  const list = sources.map((source, i) => md`${i + 1}. ${source.title}: ${source.where}`);
  const words = md`"Reported" is said by a blog, a forum, a news item or an issue thread; "inferred" is concluded from documents; "operating experience" has no source; "not established" was looked for and not found. No mark: a Microsoft document says so.`;
  return [
    '## Sources',
    blocks(words, { markdown: list.map((line) => line.markdown.replace(/^(\d+)\\\./, '$1.')).join('\n') }).markdown,
  ];
}

/** A list, or a sentence where there is nothing to list. */
export function bulletsOr(items: readonly Markdown[], none: Markdown): Markdown {
  return items.length ? bullets(items) : none;
}
