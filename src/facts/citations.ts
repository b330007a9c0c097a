import type { Fact, Markdown, Source } from '../model/index.ts';
import { factById, sourceById } from './all.ts';
import * as reports from './reports.ts';

/** Numbers sources in the order in which they are cited, over as many texts as share one list. */
export type Citations = {
  /**
   * The text with its citations as numbers: `[1]`, `[2, 3; inferred]`. Adjoining ones share a bracket where they are
   * equally well known; each degree of doubt has its own, the least first. Code stays as it is. Throws on an unknown id:
   * our bug.
   */
  resolve(text: Markdown): string;
  /** What was cited so far; the first has number 1. */
  sources(): readonly Source[];
};

/** How well a statement is known, where that is less than a document's word; the surest first. */
const doubts: Readonly<Record<Fact['mark'], string>> = {
  documented: '',
  reported: 'reported',
  inferred: 'inferred',
  experience: 'operating experience',
  unknown: 'not established',
};

const fromSure = Object.values(doubts);

const reported: ReadonlySet<Source> = new Set(Object.values(reports));

/**
 * Citations in a row, with the blanks before them; or what only looks like one and is passed over: an escaped
 * character, and code from its fence to the same fence.
 */
const rowOrCode = /(?<row> *\[\^@?[a-z0-9-]+\](?: *\[\^@?[a-z0-9-]+\])*)|\\.|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)/gs;

/** An empty list of sources. */
export function numberCitations(): Citations {
  const numbers = new Map<Source, number>();
  const number = (source: Source) => {
    const known = numbers.get(source) ?? numbers.size + 1;
    numbers.set(source, known);
    return known;
  };
  const printed = new Map<string, string>();
  const brackets = (row: string) => {
    const before = printed.get(row);
    if (before !== undefined) return before;
    const byDoubt = new Map<string, readonly number[]>();
    for (const { sources, doubt } of citationsIn(row).toSorted(
      (a, b) => fromSure.indexOf(a.doubt) - fromSure.indexOf(b.doubt),
    ))
      byDoubt.set(doubt, [...(byDoubt.get(doubt) ?? []), ...sources.map(number)]);
    const text = [...byDoubt].map(([doubt, cited]) => bracket(cited, doubt)).join(' ');
    printed.set(row, text);
    return text;
  };
  return {
    resolve: ({ markdown }) =>
      markdown.replace(rowOrCode, (found: string, row: string | undefined, _fence: unknown, at: number) => {
        if (row === undefined) return found;
        const startsLine = at === 0 || markdown[at - 1] === '\n';
        return `${startsLine ? '' : ' '}${brackets(row)}`;
      }),
    sources: () => [...numbers.keys()],
  };
}

function citationsIn(row: string): readonly { sources: readonly Source[]; doubt: string }[] {
  return [...row.matchAll(/\[\^(@?)([a-z0-9-]+)\]/g)].map(([, at, id = '']) => {
    if (at) return citedAlone(sourceById(id));
    const fact = factById(id);
    return { sources: fact.sources, doubt: doubts[fact.mark] };
  });
}

/** A source by itself is as good as who speaks in it. */
function citedAlone(source: Source): { sources: readonly Source[]; doubt: string } {
  return { sources: [source], doubt: reported.has(source) ? doubts.reported : '' };
}

/** Text to Markdown as well, since nothing here defines a link by such a label. */
function bracket(cited: readonly number[], doubt: string): string {
  const ascending = [...new Set(cited)].sort((a, b) => a - b).join(', ');
  return `[${[ascending, doubt].filter((part) => part !== '').join('; ')}]`;
}
