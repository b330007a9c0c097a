import type { Fact, Mark, Markdown, Side, Source } from '../model/index.ts';

type Extra = Pick<Fact, 'weDo' | 'products'>;

/** A Microsoft document states it. */
export function documented(id: string, says: Markdown, sources: readonly Source[], extra?: Extra): Fact {
  return { id, says, mark: 'documented', sources, ...extra };
}

/** A blog, a forum, a news item or an issue thread states it. */
export function reported(id: string, says: Markdown, sources: readonly Source[], extra?: Extra): Fact {
  return { id, says, mark: 'reported', sources, ...extra };
}

/** Concluded from `sources`, none of which says it. */
export function inferred(id: string, says: Markdown, sources: readonly Source[], extra?: Extra): Fact {
  return { id, says, mark: 'inferred', sources, ...extra };
}

/** Operating experience; `sources` touch on it at most. */
export function experience(id: string, says: Markdown, sources: readonly Source[] = [], extra?: Extra): Fact {
  return { id, says, mark: 'experience', sources, ...extra };
}

/** Looked for and not found; `sources` are where one would expect it. */
export function unknown(id: string, says: Markdown, sources: readonly Source[] = [], extra?: Extra): Fact {
  return { id, says, mark: 'unknown', sources, ...extra };
}

/** Voices that disagree. The whole is as well known as its weakest voice, and rests on the sources of all. */
export function disputed(
  id: string,
  says: Markdown,
  sides: readonly Side[],
  weDo: Markdown,
  extra?: Pick<Fact, 'products'>,
): Fact {
  const sources = [...new Set(sides.flatMap((side) => side.sources))];
  const mark = sides.map((side) => side.mark).reduce(weaker);
  return { id, says, mark, sources, sides, weDo, ...extra };
}

/** One voice of a dispute, a Microsoft document unless `mark` says otherwise. */
export function voice(who: string, says: Markdown, sources: readonly Source[], mark: Mark = 'documented'): Side {
  return { who, says, mark, sources };
}

const fromSure: readonly Mark[] = ['documented', 'reported', 'inferred', 'experience', 'unknown'];

function weaker(one: Mark, other: Mark): Mark {
  return fromSure.indexOf(one) > fromSure.indexOf(other) ? one : other;
}
