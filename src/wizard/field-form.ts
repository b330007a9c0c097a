import { factsFor } from '../facts/index.ts';
import type { AnyField, ChoiceKind, Column, Kind, Problem, Result, Rollout, View } from '../model/index.ts';
import { fieldProblems, offeredChoices, statusOf, viewOf } from '../state/index.ts';
import { itemsIn, itemTyped, trimmedLine } from '../words/index.ts';
import { type Accepted, type Cell, type Form, isEmptyRow, type Row, sameValue, textOf } from './form.ts';
import { asTyped } from './problems.ts';

type Around = { rollout: Rollout; view: View };

/** A field of a page as a form. */
export function fieldForm(field: AnyField, around: Around): Form {
  const { rollout, view } = around;
  const { kind } = field;
  const status = statusOf(field, rollout, view);
  const given = rollout.answers[field.id];
  const value = given ?? status.value;
  const cells = cellsOf(field, view);
  return {
    id: field.id,
    label: field.label,
    question: field.question,
    help: field.help,
    why: factsFor(view.product, field.why),
    rows: rowsOfValue(kind, value),
    origin: status.origin,
    required: status.required,
    shown: value === undefined ? '' : kind.show(value),
    problems: status.problems.map((problem) => asTyped(problem, kind)),
    cells: () => cells,
    ...growth(kind),
    accept: (rows) => acceptRows(field, rows, around),
    ...(status.origin === 'default' ? { adopt: { type: 'answered', field: field.id, value: status.value } } : {}),
  };
}

/** The value that these rows propose, if they parse; for what is shown before it is accepted. */
export function proposedValue(field: AnyField, rows: readonly Row[]): Result<unknown> | undefined {
  const raw = rawOf(field.kind, rows);
  return raw === undefined ? undefined : field.kind.parse(raw.value);
}

function growth(kind: Kind<unknown>): Pick<Form, 'grows'> {
  if (kind.form === 'list') return { grows: { max: kind.max, noun: 'item', table: false } };
  return kind.form === 'records' ? { grows: { max: kind.max, noun: kind.noun, table: true } } : {};
}

function cellsOf(field: AnyField, view: View): readonly Cell[] {
  const { kind, label, help } = field;
  const required = field.required?.(view) ?? false;
  const common = { id: 'value', label, help, required };
  switch (kind.form) {
    case 'line':
      return [{ ...common, input: 'text', example: kind.example }];
    case 'choice':
      return [pickCell(common, kind, offeredChoices(field, view) ?? kind.choices)];
    case 'list':
      return [{ ...common, input: 'text', example: kind.item.example }];
    case 'records':
      return kind.columns.map((column) => columnCell(column, view));
  }
}

/** A column of a record, or of a person. */
export function columnCell(column: Column, view: View): Cell {
  const { id, label, help, required, kind } = column;
  const common = { id, label, help, required };
  if (kind.form === 'choice') return pickCell(common, kind, column.offered?.(view) ?? kind.choices);
  return { ...common, input: 'text', example: kind.example };
}

function pickCell(
  common: { id: string; label: string; help: string; required: boolean },
  kind: ChoiceKind<unknown>,
  options: ChoiceKind<unknown>['choices'],
): Cell {
  // Where letters pick, the labels are a word each and stand beside each other.
  return { ...common, input: 'pick', options, letters: kind.keys ?? {}, across: kind.keys !== undefined };
}

function rowsOfValue(kind: Kind<unknown>, value: unknown): readonly Row[] {
  if (value === undefined) return kind.form === 'line' || kind.form === 'choice' ? [{ value: undefined }] : [];
  switch (kind.form) {
    case 'line':
      return [{ value: kind.show(value) }];
    case 'choice':
      return [{ value }];
    case 'list':
      return kind.items(value).map((item) => ({ value: itemTyped(item) }));
    case 'records':
      return kind.rows(value);
  }
}

/** What a kind reads of these rows, with the row that each part of it stands in; undefined where nothing is there. */
function rawOf(kind: Kind<unknown>, rows: readonly Row[]): { value: unknown; places: readonly number[] } | undefined {
  const places = rows.flatMap((row, i) => (isEmptyRow(row) ? [] : [i]));
  if (places.length === 0) return undefined;
  const kept = places.map((i) => rows[i] ?? {});
  switch (kind.form) {
    case 'line':
      return trimmedLine(textOf(kept[0], 'value')) === '' ? undefined : { value: textOf(kept[0], 'value'), places };
    case 'choice':
      return { value: kept[0]?.value, places };
    case 'list': {
      const items = places.flatMap((place) => itemsIn(textOf(rows[place], 'value')).map((item) => ({ item, place })));
      return { value: items.map(({ item }) => item), places: items.map(({ place }) => place) };
    }
    case 'records':
      return { value: kept.map(bareRecord), places };
  }
}

function bareRecord(row: Row): Row {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined && value !== ''));
}

function acceptRows(field: AnyField, rows: readonly Row[], around: Around): Accepted {
  const raw = rawOf(field.kind, rows);
  if (raw === undefined) return cleared(field, around);
  const told = (problems: readonly Problem[], places: readonly number[]) =>
    problems.map((problem) => asTyped(inPlace(problem, places), field.kind));
  const judged = problemsOf(field, raw.value, around);
  const stops = judged.filter(isStop);
  if (stops.length === 0) return { ...answered(field, raw.value, around, []), warnings: told(judged, raw.places) };
  const problems = told(stops, raw.places);
  const wrong = new Set(stops.map(({ path }) => path[0]));
  if (!Array.isArray(raw.value) || ![...wrong].every((part) => typeof part === 'number')) return { problems };
  // What is right is kept at once; what is wrong waits as a draft.
  const right = raw.value.filter((_, i) => !wrong.has(i));
  const odd = problemsOf(field, right, around);
  if (right.length === 0 || odd.some(isStop)) return { problems };
  const places = raw.places.filter((_, i) => !wrong.has(i));
  return { ...answered(field, right, around, problems), warnings: told(odd, places) };
}

function inPlace(problem: Problem, places: readonly number[]): Problem {
  const [row, ...rest] = problem.path;
  return typeof row === 'number' ? { ...problem, path: [places[row] ?? row, ...rest] } : problem;
}

function isStop(problem: Problem): boolean {
  return problem.weight === 'stop';
}

/** What is wrong or odd with a value, in the answers that it would make. */
function problemsOf(field: AnyField, raw: unknown, { rollout, view }: Around): readonly Problem[] {
  const read = field.kind.parse(raw);
  if (!read.ok) return read.problems;
  const answers = { ...rollout.answers, [field.id]: read.value };
  const after = viewOf({ ...rollout, answers }, view.today);
  return fieldProblems(field, read.value, false, after);
}

function answered(field: AnyField, raw: unknown, { rollout }: Around, problems: readonly Problem[]): Accepted {
  const read = field.kind.parse(raw);
  const was = rollout.answers[field.id];
  if (!read.ok || sameValue(read.value, was)) return { problems };
  const before = was === undefined ? {} : { was };
  return { happening: { type: 'answered', field: field.id, value: read.value, ...before }, problems };
}

function cleared(field: AnyField, { rollout }: Around): Accepted {
  const was = rollout.answers[field.id];
  return was === undefined ? { problems: [] } : { happening: { type: 'cleared', field: field.id, was }, problems: [] };
}
