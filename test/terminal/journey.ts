import type { LocalDate, Page } from '../../src/model/index.ts';
import { askedFields, personTasks, sharedTasks, shownPlaces, viewOf } from '../../src/state/index.ts';
import { deployment, people as peopleField, taskById } from '../../src/steps/index.ts';
import {
  type At,
  begins,
  type Entry,
  type Example,
  isRecord,
  type Move,
  type Stated,
  type Where,
} from './journey/entry.ts';
import { fieldEntries } from './journey/fields.ts';
import { personEntries } from './journey/people.ts';
import { taskEntries } from './journey/tasks.ts';

/** What a rollout holds once it is named. */
export function beginning(example: Example): Stated {
  const { id } = deployment.organisation;
  return { answers: { [id]: example[id] }, tasks: {}, people: [] };
}

/**
 * The whole way through an example, page by page, as the wizard leads: what is asked depends on what was answered before.
 * `begun` is what the rollout holds at its first page.
 */
export function* journeyThrough(example: Example, begun: Stated, today: LocalDate): Generator<Move, Stated> {
  let stated = begun;
  const passed = new Set<Page>();
  for (;;) {
    const next = shownPlaces(viewOf(stated, today)).find(({ page }) => !passed.has(page));
    if (!next) return stated;
    passed.add(next.page);
    stated = yield* pageMoves(next, example, { stated, today });
  }
}

function* pageMoves(where: Where, example: Example, at: At): Generator<Move, Stated> {
  let { stated } = at;
  const { title } = where.page;
  yield { where, line: 'telling', at: begins(title), name: title, deed: { do: 'pass' }, after: stated };
  const passed = new Set<string>();
  for (;;) {
    const line = linesOf(where, { ...at, stated }).find((id) => !passed.has(id));
    if (line === undefined) return stated;
    passed.add(line);
    if (line === newPerson) stated = yield* peopleMoves(where, example, { ...at, stated });
    else if (!line.startsWith('person/'))
      stated = yield* moved(where, line, lineEntries(where, line, example, { ...at, stated }));
  }
}

/** The line of a page of people behind which another one is added. */
export const newPerson = 'person/+';

/** Ids of everything that a page asks now, in order. */
export function linesOf({ page, person }: Where, { stated, today }: At): readonly string[] {
  const view = viewOf(stated, today);
  const whose = view.people.find(({ id }) => id === person);
  if (person !== undefined) return ['about', ...(whose ? personTasks(whose, view).map(({ id }) => id) : [])];
  const people = page.people ? [...view.people.map(({ id }) => `person/${id}`), newPerson] : [];
  return [...askedFields(page, view).map(({ id }) => id), ...people, ...sharedTasks(page, view).map(({ id }) => id)];
}

function lineEntries({ page }: Where, line: string, example: Example, at: At): readonly Entry[] {
  const field = page.fields?.find(({ id }) => id === line);
  if (field) return fieldEntries(field, example[line], at);
  const task = page.tasks?.find(({ id }) => id === line);
  if (!task) throw new Error(`${line} is neither a field nor a task of ${page.id}.`);
  return taskEntries(task, example[line], at, undefined);
}

/** Everybody of the example, one after the other, each with tasks; the keyboard comes back to the list. */
function* peopleMoves(where: Where, example: Example, at: At): Generator<Move, Stated> {
  let { stated } = at;
  for (const [i, told] of records(example[peopleField.id]).entries()) {
    const id = `p${stated.people.length + 1}`;
    const inside: Where = { ...where, person: id };
    const names = ['+ a person', ...stated.people.map(({ name }) => name)];
    const listed = (focus: string) => names.some((name) => begins(name)(focus));
    const deed = { do: 'add', label: '+ a person' } as const;
    yield { where, line: newPerson, at: listed, name: `person ${i + 1}`, deed, after: stated };
    stated = yield* moved(inside, 'about', personEntries(id, told, { ...at, stated }));
    for (const line of linesOf(inside, { ...at, stated }).slice(1)) {
      const tasks = told.tasks;
      const state = isRecord(tasks) ? tasks[line.slice(line.indexOf('.') + 1)] : undefined;
      stated = yield* moved(inside, line, taskEntries(taskOf(line), state, { ...at, stated }, id));
    }
  }
  return stated;
}

function* moved(where: Where, line: string, entries: readonly Entry[]): Generator<Move, Stated> {
  for (const entry of entries) yield { ...entry, where, line };
  const last = entries.at(-1);
  if (!last) throw new Error(`Nothing is done at ${line}.`);
  return last.after;
}

function taskOf(id: string) {
  const task = taskById(id);
  if (!task) throw new Error(`There is no task ${id}.`);
  return task;
}

function records(raw: unknown): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(raw) ? raw.filter(isRecord) : [];
}
