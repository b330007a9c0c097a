import type { Product } from './view.ts';

/**
 * Markdown that `md` made: what was interpolated is escaped. An object, so that text from a person, which is a string,
 * cannot be taken for it. A citation stands in it as `[^fact-id]` or, for one source, `[^@source-id]`.
 */
export type Markdown = { readonly markdown: string };

/** How well a statement is known. */
export type Mark =
  | 'documented' // a Microsoft document states it
  | 'reported' // a blog, forum, news item or issue thread states it
  | 'inferred' // concluded from documents
  | 'experience' // operating experience, no source looked up
  | 'unknown'; // looked for and not found

export type Source = {
  id: string;
  /** Who says it and where in it, such as "Microsoft, New-CsPublicProvider". */
  title: string;
  /** An address or a repository path, as text to read: nothing opens it. */
  where: string;
};

/** One voice where sources disagree. */
export type Side = { who: string; says: Markdown; mark: Mark; sources: readonly Source[] };

/** A statement about the world that the product makes, with what it rests on. */
export type Fact = {
  /** Permanent, kebab-case, unique. */
  id: string;
  says: Markdown;
  mark: Mark;
  /** Empty only for `experience` and `unknown`. */
  sources: readonly Source[];
  /** Present where sources disagree: two or more. `says` then names the disagreement. */
  sides?: readonly Side[];
  /** What this program does about it. */
  weDo?: Markdown;
  /** The products that it is about; absent: all of them. */
  products?: readonly Product[];
};
