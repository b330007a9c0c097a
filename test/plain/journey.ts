import type { AnyField, LocalDate, Page, Task } from '../../src/model/index.ts';
import { type Place, personTasks, shownPlaces, viewOf } from '../../src/state/index.ts';
import { people as peopleField } from '../../src/steps/index.ts';
import { type At, type Entry, type Example, isRecord, type Stated } from '../terminal/journey/entry.ts';
import { fieldEntries } from '../terminal/journey/fields.ts';
import { personEntries } from '../terminal/journey/people.ts';
import { taskEntries } from '../terminal/journey/tasks.ts';
import { beginning, linesOf, newPerson } from '../terminal/journey.ts';

/** What is asked, by its prompt, and what is typed there. */
export type Turn = { prompt: string; typed: string };

/** Every turn from the first page of a new rollout to its review, as an example states it. */
export function* turnsThrough(example: Example, today: LocalDate): Generator<Turn, Stated> {
  let stated = beginning(example);
  const passed = new Set<Page>();
  for (;;) {
    const next = shownPlaces(viewOf(stated, today)).find(({ page }) => !passed.has(page));
    if (!next) return stated;
    passed.add(next.page);
    stated = yield* pageTurns(next, example, { stated, today });
  }
}

function* pageTurns(where: Place, example: Example, { stated: begun, today }: At): Generator<Turn, Stated> {
  let stated = begun;
  const met = new Set<string>();
  for (;;) {
    const at = { stated, today };
    const line = linesOf(where, at).find((id) => !met.has(id) && !id.startsWith('person/p'));
    if (line === undefined) return stated;
    met.add(line);
    const { fields = [], tasks = [] } = where.page;
    const field = fields.find(({ id }) => id === line);
    const task = tasks.find(({ id }) => id === line);
    if (line === newPerson) stated = yield* peopleTurns(example, at);
    else if (field) stated = yield* fieldTurns(field, example[line], at);
    else if (task) stated = yield* taskTurns(task, taskEntries(task, example[line], at, undefined), at);
  }
}

function* fieldTurns(field: AnyField, raw: unknown, at: At): Generator<Turn, Stated> {
  const entries = fieldEntries(field, raw, at);
  const { kind, label } = field;
  switch (kind.form) {
    case 'line':
    case 'choice':
      for (const entry of entries) yield { prompt: `${label}:`, typed: typedFor(entry) };
      break;
    case 'list': {
      // A default is taken whole by Enter, which adds nothing behind it.
      const isDefault = entries.every(({ deed }) => deed.do === 'pass');
      if (isDefault) yield { prompt: `${label}, ${entries.length}:`, typed: '' };
      else for (const [i, entry] of entries.entries()) yield { prompt: `${label}, ${i + 1}:`, typed: typedFor(entry) };
      break;
    }
    case 'records': {
      const noun = kind.noun.charAt(0).toUpperCase() + kind.noun.slice(1);
      const { columns } = kind;
      for (const [i, entry] of entries.entries()) {
        const column = columns[i % columns.length];
        yield { prompt: `${noun} ${Math.floor(i / columns.length) + 1}, ${column?.label}:`, typed: typedFor(entry) };
      }
    }
  }
  return entries.at(-1)?.after ?? at.stated;
}

function* taskTurns(task: Task, entries: readonly Entry[], at: At): Generator<Turn, Stated> {
  for (const [i, entry] of entries.entries()) {
    const label = i === 0 ? task.label : entry.name.slice(`${task.label}, `.length);
    yield { prompt: `${label}:`, typed: typedFor(entry) };
  }
  return entries.at(-1)?.after ?? at.stated;
}

/** Everybody of the example, one after the other, each with tasks; Enter at the list goes on. */
function* peopleTurns(example: Example, at: At): Generator<Turn, Stated> {
  let { stated } = at;
  const told = example[peopleField.id];
  for (const one of Array.isArray(told) ? told.filter(isRecord) : []) {
    yield { prompt: 'Person:', typed: 'add' };
    stated = yield* personTurns(one, { ...at, stated });
  }
  yield { prompt: 'Person:', typed: '' };
  return stated;
}

function* personTurns(told: Readonly<Record<string, unknown>>, at: At): Generator<Turn, Stated> {
  const { kind } = peopleField;
  if (kind.form !== 'records') throw new Error(`${peopleField.id} is no list of records.`);
  const columns = kind.columns.toSorted((a, b) => Number(b.required) - Number(a.required));
  const id = `p${at.stated.people.length + 1}`;
  let { stated } = at;
  for (const [x, entry] of personEntries(id, told, at).entries()) {
    yield { prompt: `${columns[x]?.label}:`, typed: typedFor(entry) };
    stated = entry.after;
  }
  const tasks = isRecord(told.tasks) ? told.tasks : {};
  for (const task of tasksOf(id, { ...at, stated })) {
    const short = task.id.slice(task.id.indexOf('.') + 1);
    const now = { ...at, stated };
    stated = yield* taskTurns(task, taskEntries(task, tasks[short], now, id), now);
  }
  return stated;
}

function tasksOf(id: string, { stated, today }: At): readonly Task[] {
  const person = stated.people.find((known) => known.id === id);
  if (!person) throw new Error(`Nobody is ${id}.`);
  return personTasks(person, viewOf(stated, today));
}

function typedFor({ deed }: Entry): string {
  switch (deed.do) {
    case 'type':
      return deed.text;
    case 'letter':
    case 'choose':
      return deed.label;
    default:
      return '';
  }
}
