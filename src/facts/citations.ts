import type { Fact, Markdown, Source } from '../model/index.ts';
import { factById, sourceById } from './all.ts';

/** Numbers sources in the order in which they are cited, over as many texts as share one list. */
export type Citations = {
  /** The text with each `[^...]` turned into numbers: `[1]`, `[2, 3; inferred]`. */
  resolve(text: Markdown): string;
  /** What was cited so far; the first has number 1. */
  sources(): readonly Source[];
};

/** How well a statement is known, where that is less than a document's word. */
const doubts: Readonly<Record<Fact['mark'], string>> = {
  documented: '',
  reported: 'reported',
  inferred: 'inferred',
  experience: 'operating experience',
  unknown: 'not established',
};

/** An empty list of sources. Throws, when a text is resolved, on a citation that no fact or source has: our bug. */
export function numberCitations(): Citations {
  const numbers = new Map<Source, number>();
  const number = (source: Source) => {
    const known = numbers.get(source) ?? numbers.size + 1;
    numbers.set(source, known);
    return known;
  };
  const shown = (sources: readonly Source[], doubt: string) => {
    const cited = [...new Set(sources.map(number))].sort((a, b) => a - b).join(', ');
    return `\\[${[cited, doubt].filter((part) => part !== '').join('; ')}\\]`;
  };
  return {
    resolve: (text) =>
      text.markdown
        .replace(/\[\^(@?)([a-z0-9-]+)\]/g, (_, at: string, id: string) => {
          if (at === '@') return ` ${shown([sourceById(id)], '')}`;
          const fact = factById(id);
          return ` ${shown(fact.sources, doubts[fact.mark])}`;
        })
        .replace(/(?<=\\\]) (?=\\\[)/g, ''),
    sources: () => [...numbers.keys()],
  };
}
