import type { AnyField, ChoiceKind, ListKind, RecordsKind } from '../../../src/model/index.ts';
import { fieldProblems, viewOf } from '../../../src/state/index.ts';
import { type At, begins, type Deed, type Entry, isRecord, onOption, type Stated, withAnswer } from './entry.ts';

/** What is typed or picked so that a field holds what an example states; nothing stated: it is left as it is. */
export function fieldEntries(field: AnyField, raw: unknown, at: At): readonly Entry[] {
  const { kind, label } = field;
  if (raw === undefined) {
    const options = kind.form === 'choice' ? kind.choices.map((choice) => choice.label) : [];
    return [{ at: onField(label, options), name: label, deed: { do: 'leave' }, after: at.stated }];
  }
  switch (kind.form) {
    case 'line':
      return [{ ...atLabel(label), deed: lineDeed(field, raw, at), after: accepted(field, raw, at) }];
    case 'choice':
      return [choiceEntry(field, kind, raw, at)];
    case 'list':
      return listEntries(field, kind, strings(raw), at);
    case 'records':
      return recordEntries(field, kind, raw, at);
  }
}

function atLabel(label: string): Pick<Entry, 'at' | 'name'> {
  return { at: begins(label), name: label };
}

/** A field whose options stand in lines has the keyboard on one of them, not on its label. */
function onField(label: string, options: readonly string[]): Entry['at'] {
  return (focus) => begins(label)(focus) || options.some((option) => onOption(option)(focus));
}

/** What is in force after Enter: the answer where it does, what was in force before where it does not. */
function accepted(field: AnyField, raw: unknown, at: At): Stated {
  const read = field.kind.parse(raw);
  if (!read.ok) return at.stated;
  const after = withAnswer(at, field, read.value);
  const stops = fieldProblems(field, read.value, false, viewOf(after, at.today)).some(
    ({ weight }) => weight === 'stop',
  );
  return stops ? at.stated : after;
}

/** The value that stands in the line already; undefined where none does. */
function standing(field: AnyField, { stated, today }: At): unknown {
  return stated.answers[field.id] ?? field.fallback?.(viewOf(stated, today));
}

function lineDeed(field: AnyField, raw: unknown, at: At): Deed {
  const read = field.kind.parse(raw);
  const there = standing(field, at);
  if (read.ok && same(read.value, there)) return { do: 'pass' };
  return { do: 'type', text: String(raw), over: there !== undefined };
}

function choiceEntry(field: AnyField, kind: ChoiceKind<unknown>, raw: unknown, at: At): Entry {
  const chosen = kind.choices.find((choice) => same(choice.value, raw));
  if (!chosen) throw new Error(`${field.id} has no choice ${JSON.stringify(raw)}.`);
  const options = kind.choices.map((choice) => choice.label);
  const letter = Object.entries(kind.keys ?? {}).find(([, value]) => same(value, raw))?.[0];
  const deed: Deed = same(standing(field, at), raw)
    ? { do: 'pass' }
    : letter === undefined
      ? { do: 'choose', label: chosen.label, options }
      : { do: 'letter', letter, label: chosen.label };
  return {
    at: onField(field.label, kind.keys ? [] : options),
    name: field.label,
    deed,
    after: accepted(field, raw, at),
  };
}

/** An item a line; Enter on the empty line behind them leaves. A default that is stated is gone through as it stands. */
function listEntries(field: AnyField, kind: ListKind<unknown>, items: readonly string[], at: At): readonly Entry[] {
  const there = standing(field, at);
  const known = there === undefined ? [] : kind.items(there);
  if (known.length > 0 && !same(known, items))
    throw new Error(`${field.id} stands at another list than the example's.`);
  let { stated } = at;
  const row = (i: number) => {
    const there = onRow(field.label, i);
    return { at: there, row: there, name: `${field.label}, ${i + 1}` };
  };
  const entries = items.map((text, i): Entry => {
    const value = known.length > 0 ? items : items.slice(0, i + 1);
    stated = accepted(field, value, { ...at, stated });
    return { ...row(i), deed: known.length > 0 ? { do: 'pass' } : { do: 'type', text, over: false }, after: stated };
  });
  return [...entries, { ...row(items.length), deed: { do: 'pass' }, after: stated }];
}

function onRow(label: string, i: number): Entry['at'] {
  const number = new RegExp(`^${i + 1}( |$)`);
  return (focus) => number.test(i === 0 && begins(label)(focus) ? focus.slice(label.length).trimStart() : focus);
}

/** A record cell by cell; what is not stated is passed. Typing at `+ another` begins the next one. */
function recordEntries(field: AnyField, kind: RecordsKind<unknown>, raw: unknown, at: At): readonly Entry[] {
  const rows = Array.isArray(raw) ? raw.filter(isRecord) : [];
  const another = begins(`+ another ${kind.noun}`);
  const first = kind.columns[0]?.label ?? '';
  // That there is none is taken by Enter on the record that would be the first.
  if (rows.length === 0) {
    const begun: Entry['at'] = (focus) => numbered(focus, 0, first);
    const name = `${kind.noun} 1, ${first}`;
    return [{ at: begun, row: begun, name, deed: { do: 'pass' }, after: accepted(field, rows, at) }];
  }
  let { stated } = at;
  const entries = rows.flatMap((row, i) =>
    kind.columns.map((column, x): Entry => {
      const known = Object.fromEntries(
        kind.columns.slice(0, x + 1).flatMap(({ id }) => (id in row ? [[id, row[id]]] : [])),
      );
      stated = accepted(field, [...rows.slice(0, i), known], { ...at, stated });
      const begun: Entry['at'] = (focus) => numbered(focus, i, first);
      const either: Entry['at'] = (focus) => begun(focus) || another(focus);
      return {
        at: x === 0 ? either : begins(column.label),
        row: x === 0 ? either : begun,
        name: `${kind.noun} ${i + 1}, ${column.label}`,
        deed: column.id in row ? { do: 'type', text: String(row[column.id]), over: false } : { do: 'pass' },
        after: stated,
      };
    }),
  );
  return [...entries, { at: another, name: `+ another ${kind.noun}`, deed: { do: 'pass' }, after: stated }];
}

/** The first cell of a record has its number before it. */
function numbered(focus: string, row: number, label: string): boolean {
  const [number, rest] = focus.split(/(?<=^\d+) +/);
  return number === String(row + 1) && begins(label)(rest ?? '');
}

function strings(raw: unknown): readonly string[] {
  return Array.isArray(raw) ? raw.map(String) : [];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
