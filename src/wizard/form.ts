import type { Choice, Fact, Happening, Problem } from '../model/index.ts';

/** What stands in a line before it is accepted; texts as typed, picks as values. */
export type Row = Readonly<Record<string, unknown>>;

/** One thing to type or to pick. */
export type Cell = TextCell | PickCell;

type Common = { id: string; label: string; help: string; required: boolean };
export type TextCell = Common & { input: 'text'; example: string };
export type PickCell = Common & {
  input: 'pick';
  options: readonly Choice<unknown>[];
  /** Letters that pick. */
  letters: Readonly<Record<string, unknown>>;
  /** Options beside each other, or one below the other. */
  across: boolean;
};

/**
 * What accepting rows comes to: what happens to the rollout, or what else is done. With a problem, `happening` is about
 * the rows that are right, if any changed.
 */
export type Accepted<Act = never> = {
  happening?: Happening;
  act?: Act;
  problems: readonly Problem[];
  /** Worth a look, and accepted. */
  warnings?: readonly Problem[];
};

/** A line of a page that can be answered: a field, a task, a person. `Act`: what else than a happening it may lead to. */
export type Form<Act = never> = {
  id: string;
  label: string;
  question?: string;
  help: string;
  why: readonly Fact[];
  /** What is in force: the answer, else the default. */
  rows: readonly Row[];
  origin: 'yours' | 'default' | 'none';
  required: boolean;
  /** The one line of it when the keyboard is elsewhere. */
  shown: string;
  /** What is wrong with what is in force. */
  problems: readonly Problem[];
  cells(row: Row): readonly Cell[];
  /** Rows can be added and removed; `table` shows one row as a line of a table until it is edited. */
  grows?: { max: number; noun: string; table: boolean };
  /** All cells are always shown. */
  spread?: boolean;
  accept(rows: readonly Row[]): Accepted<Act>;
  /** It does something of its own when it is accepted, unchanged too. */
  acts?: boolean;
  /** What makes a default an answer. */
  adopt?: Happening;
};

/** Text of a cell; nothing is the empty text. */
export function textOf(row: Row | undefined, cell: string): string {
  const value = row?.[cell];
  return typeof value === 'string' ? value : '';
}

/** The rows with one cell changed; a row that is not there yet begins. */
export function withCell(rows: readonly Row[], row: number, cell: string, value: unknown): readonly Row[] {
  const padded = row < rows.length ? rows : [...rows, ...Array.from({ length: row - rows.length + 1 }, () => ({}))];
  return padded.map((one, i) => (i === row ? { ...one, [cell]: value } : one));
}

export function isEmptyRow(row: Row): boolean {
  return Object.values(row).every((value) => value === undefined || value === '');
}

export function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  const bare = (rows: readonly Row[]) =>
    JSON.stringify(
      rows
        .filter((row) => !isEmptyRow(row))
        .map((row) =>
          Object.fromEntries(
            Object.entries(row)
              .filter(([, v]) => v !== '' && v !== undefined)
              .sort(),
          ),
        ),
    );
  return bare(a) === bare(b);
}

export function sameValue(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
