import type { Column, JsonSchema, LineKind, ListKind, Path, RecordsKind, Result } from '../model/index.ts';
import { count, listed } from '../words/index.ts';
import { accept, named, problem, refuse, under } from './result.ts';

type ListOptions = { item: LineKind<string>; max: number; noun: string; many?: string };

/** Lines of one kind, in order, each once; an empty list is no answer and is refused. */
export function listOf(options: ListOptions): ListKind<readonly string[]> {
  const { item, max, noun, many = `${noun}s` } = options;
  const expected = `a list of ${many}`;
  const example = `["${item.example}"]`;
  return {
    form: 'list',
    item,
    max,
    expected,
    example,
    items: (value) => value,
    schema: () => ({ type: 'array', items: item.schema(), minItems: 1, maxItems: max, uniqueItems: true }),
    show: (value) =>
      value.length <= 3 ? value.join(', ') : `${value.slice(0, 2).join(', ')} and ${value.length - 2} more`,
    parse(raw) {
      const many = readMany(raw, max, noun, expected, example);
      if (!many.ok) return many;
      const read = many.value.map((one, i) => at([i], item.parse(one)));
      const keys = read.map((one) => (one.ok ? one.value.toLowerCase() : undefined));
      const first = new Map(keys.map((key, i) => [key, i] as const).toReversed());
      const twice = (typed: string, i: number) => {
        const before = first.get(keys[i]);
        if (keys[i] === undefined || before === undefined || before === i) return [];
        const said = `${typed} is in the list already, at ${before + 1}.`;
        return [problem({ path: [i], said, expected: `each ${noun} once`, example: item.example })];
      };
      const problems = read.flatMap((one, i) => (one.ok ? twice(one.value, i) : one.problems));
      return problems.length ? { ok: false, problems } : accept(read.flatMap((one) => (one.ok ? [one.value] : [])));
    },
  };
}

function at<T>(path: Path, result: Result<T>): Result<T> {
  return result.ok ? result : { ok: false, problems: under(path, result.problems) };
}

/** The raw list, at least one and at most `max`. */
function readMany(
  raw: unknown,
  max: number,
  noun: string,
  expected: string,
  example: string,
): Result<readonly unknown[]> {
  if (!Array.isArray(raw)) return refuse(`${named(raw)} stands where a list belongs.`, expected, example);
  if (raw.length === 0) return refuse('The list is empty.', expected, example);
  if (raw.length > max) return refuse(`${count(raw.length, noun)} are listed.`, `at most ${max}`, example);
  return accept(raw);
}

type RecordShape = { columns: readonly Column[]; passed: readonly string[]; noun: string; names: readonly string[] };

/**
 * Records of named columns. A column that is left out or empty is absent in the value; a key that no column has is
 * refused by name. `passed` names keys that are read elsewhere (the tasks of a person).
 */
export function records<T extends object>(options: {
  noun: string;
  max: number;
  columns: readonly Column[];
  show(value: readonly T[]): string;
  passed?: readonly string[];
  /** An empty list is an answer: none. */
  orNone?: true;
  /** Columns that the example has besides those that are always required. */
  shown?: readonly string[];
}): RecordsKind<readonly T[]> {
  const { noun, max, columns, passed = [], shown = [] } = options;
  const expected = `a list of ${noun}s, each with ${listed(columns.filter((c) => c.required).map((c) => c.id))}`;
  const inExample = columns.filter((c) => c.required || shown.includes(c.id));
  const first = Object.fromEntries(inExample.map((c) => [c.id, c.kind.example]));
  const example = JSON.stringify([first]);
  const shape: RecordShape = { columns, passed, noun, names: [...columns.map((c) => c.id), ...passed] };
  return {
    form: 'records',
    noun,
    max,
    columns,
    expected,
    example,
    rows: (value) => value.map((row) => Object.fromEntries(Object.entries(row))),
    show: options.show,
    schema: () => ({
      type: 'array',
      items: recordSchema(columns),
      minItems: options.orNone ? 0 : 1,
      maxItems: max,
    }),
    parse(raw) {
      if (options.orNone && Array.isArray(raw) && raw.length === 0) return accept([]);
      const many = readMany(raw, max, noun, expected, example);
      if (!many.ok) return many;
      const rows = many.value.map((one, i) => readRecord(one, [i], shape));
      const problems = rows.flatMap((row) => (row.ok ? [] : row.problems));
      // The columns are T's properties by construction of the kind; each was parsed by its own kind just above.
      return problems.length
        ? { ok: false, problems }
        : accept(rows.flatMap((row) => (row.ok ? [row.value as T] : [])));
    },
  };
}

function recordSchema(columns: readonly Column[]): JsonSchema {
  const properties = columns.map(({ id, label, help, kind }) => {
    const examples = kind.form === 'line' ? { examples: [kind.example] } : {};
    return [id, { title: label, description: help, ...kind.schema(), ...examples }] as const;
  });
  const needs = columns.flatMap(({ id, requiredWhere }) => (requiredWhere ? [requiredBeside(id, requiredWhere)] : []));
  return {
    type: 'object',
    properties: Object.fromEntries(properties),
    required: columns.filter(({ required }) => required).map(({ id }) => id),
    additionalProperties: false,
    ...(needs.length > 0 ? { allOf: needs } : {}),
  };
}

/** Has a record with a value in one column have another, too. */
export function requiredBeside(id: string, { column, is }: NonNullable<Column['requiredWhere']>): JsonSchema {
  return {
    type: 'object',
    if: { properties: { [column]: { const: is } }, required: [column] },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema; nothing awaits a schema
    then: { properties: { [id]: {} }, required: [id] },
  };
}

/** Of names that no column has, so many are told: a record with more is something else. */
const mostUnknown = 20;

function readRecord(raw: unknown, path: Path, options: RecordShape): Result<Record<string, unknown>> {
  const { columns, passed, noun, names } = options;
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) {
    return refuse(`${named(raw)} stands where a ${noun} belongs.`, `an object with ${listed(names)}`, '{ }', path);
  }
  const cells = new Map<string, unknown>(Object.entries(raw));
  const unknown = [...cells.keys()]
    .filter((key) => !names.includes(key))
    .slice(0, mostUnknown)
    .map((key) => {
      const said = `A ${noun} has nothing of this name.`;
      return problem({ path: [...path, key], said, expected: listed(names, 'or'), example: names[0] ?? '' });
    });
  const read = columns.map(
    (column) => [column.id, at([...path, column.id], readCell(cells.get(column.id), column))] as const,
  );
  const problems = [...unknown, ...read.flatMap(([, cell]) => (cell.ok ? [] : cell.problems))];
  if (problems.length) return { ok: false, problems };
  const values = [
    ...read.flatMap(([id, cell]) => (cell.ok ? [[id, cell.value] as const] : [])),
    ...passed.map((key) => [key, cells.get(key)] as const),
  ];
  return accept(Object.fromEntries(values.filter(([, value]) => value !== undefined)));
}

/** The value of a column; nothing where it may be left out and is. */
function readCell(raw: unknown, { kind, label, required }: Column): Result<string | undefined> {
  if (raw !== undefined && (raw !== '' || required)) return kind.parse(raw);
  return required ? refuse(`${label} is missing.`, kind.expected, kind.example) : accept(undefined);
}
