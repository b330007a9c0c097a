import type { Fact } from './fact.ts';
import type { JsonSchema } from './json-schema.ts';
import type { Problem, Result } from './value.ts';
import type { View } from './view.ts';

export type Choice<T> = { value: T; label: string; help?: string };

/**
 * How an answer is read, shown and edited. `parse` normalises once, on the way in, whether the value was typed
 * (a string) or came from a file; parsing what it returned gives the same value again.
 */
export type Kind<T> = LineKind<T> | ChoiceKind<T> | ListKind<T> | RecordsKind<T>;

type Reads<T> = {
  /** One phrase for messages: "a SIP domain, such as contoso.com". */
  expected: string;
  example: string;
  parse(raw: unknown): Result<T>;
  /** What `parse` takes, as far as a schema can see it, and `requiredWhere` of columns. */
  schema(): JsonSchema;
  /** One line for a person. */
  show(value: T): string;
};

/** One line of text, a number or a date. */
export type LineKind<T> = Reads<T> & { form: 'line' };

/** One of a few; letters pick where `keys` says so (y, n, k). */
export type ChoiceKind<T> = Reads<T> & {
  form: 'choice';
  choices: readonly Choice<T>[];
  keys?: Readonly<Record<string, T>>;
};

/** Any number of lines, in order. `items` of a value are the lines as typed again. */
export type ListKind<T> = Reads<T> & {
  form: 'list';
  item: LineKind<string>;
  max: number;
  items(value: T): readonly string[];
};

/** Any number of records, each of a few named columns. */
export type RecordsKind<T> = Reads<T> & {
  form: 'records';
  columns: readonly Column[];
  max: number;
  /** What one record is called: "pool". */
  noun: string;
  /** The records as plain objects, values as `parse` takes them. */
  rows(value: T): readonly Readonly<Record<string, unknown>>[];
};

export type Column = {
  id: string;
  label: string;
  help: string;
  kind: LineKind<string> | ChoiceKind<string>;
  required: boolean;
  /** Needed besides where another column of the record has this value; checked with the field, not by its kind. */
  requiredWhere?: { column: string; is: string };
  /** Choices that are offered for these answers, where not all are. */
  offered?(view: View): readonly Choice<string>[];
};

/** Something the rollout asks. Every function is pure. */
export type Field<T> = {
  /** `step.name`, permanent: saved rollouts and answers files use it. */
  id: string;
  kind: Kind<T>;
  /** A noun for one line of a page: "Federated users". */
  label: string;
  /** The question as a person would put it. */
  question: string;
  /** One sentence: what to type, and what happens then. */
  help: string;
  /** Why it is asked and what is known, with sources. */
  why: readonly Fact[];
  /** Parameters of the previewed commands that this answer settles. */
  sets?: readonly string[];
  /** True: without an answer nothing is exported. Default: no. */
  required?(view: View): boolean;
  /** False: not asked for these answers; what was answered is kept and ignored. Default: asked. */
  asked?(view: View): boolean;
  /** What holds while it is not answered. */
  fallback?(view: View): T | undefined;
  /** Choices that are offered for these answers, where not all are. */
  offered?(view: View): readonly Choice<T>[];
  /** What is wrong with a value that parses; paths are relative to the value. */
  check?(value: T, view: View): readonly Problem[];
};

/** A field of any type, for lists of fields. */
// Method syntax in Field makes it bivariant, so every Field<T> is an AnyField.
export type AnyField = Field<unknown>;
