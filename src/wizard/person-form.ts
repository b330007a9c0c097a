import { factsFor } from '../facts/index.ts';
import type { Field, Person, PersonAnswer, Problem, RecordsKind, Result, Rollout, View } from '../model/index.ts';
import { remembered, viewOf } from '../state/index.ts';
import { columnCell } from './field-form.ts';
import { type Accepted, type Cell, type Form, type Row, sameValue, textOf } from './form.ts';

type PeopleField = Field<readonly PersonAnswer[]>;
type Around = { people: PeopleField; rollout: Rollout; view: View };

/** What is known of one person, as a form; `person` undefined while one is added under `id`. What is needed is asked first. */
export function personForm(id: string, person: Person | undefined, around: Around): Form {
  const kind = recordsOf(around.people);
  const columns = kind.columns
    .map((column) => columnCell(column, around.view))
    .toSorted((a, b) => Number(b.required) - Number(a.required));
  const situation = columns.find((cell) => cell.input === 'pick');
  const begun: Row = situation?.input === 'pick' ? { [situation.id]: situation.options[0]?.value } : {};
  return {
    id: `person/${id}`,
    label: person?.name ?? `a ${kind.noun}`,
    help: around.people.help,
    why: factsFor(around.view.product, around.people.why),
    rows: person ? [rowOfPerson(person, kind)] : [begun],
    origin: person ? 'yours' : 'none',
    required: false,
    shown: person?.name ?? '',
    problems: person ? personProblems(person, around) : [],
    cells: remembered((row: Row) => neededIn(row, columns, { id, person }, around)),
    spread: true,
    accept: (rows) => accept({ id, person }, rows[0] ?? {}, around),
  };
}

type Whom = { id: string; person: Person | undefined };

/** The cells, one that is empty and stops a person who is known so far among those that are needed. */
function neededIn(row: Row, columns: readonly Cell[], whom: Whom, around: Around): readonly Cell[] {
  const read = readPerson(row, whom, around);
  if (!read.ok) return columns;
  const people = peopleWith(read.value, around);
  const view = viewOf({ ...around.rollout, people }, around.view.today);
  const stops = personProblems(read.value, { people: around.people, view }).filter(isStop);
  return columns.map((cell) =>
    textOf(row, cell.id) === '' && stops.some(({ path }) => path[0] === cell.id) ? { ...cell, required: true } : cell,
  );
}

function isStop({ weight }: Problem): boolean {
  return weight === 'stop';
}

function recordsOf(people: PeopleField): RecordsKind<readonly PersonAnswer[]> {
  if (people.kind.form !== 'records') throw new Error(`${people.id} is no list of records.`);
  return people.kind;
}

/** What is wrong with a person of the list, told from the person. */
export function personProblems(person: Person, { people, view }: Pick<Around, 'people' | 'view'>): readonly Problem[] {
  const problems = problemsByPerson(view, people).get(person) ?? [];
  return problems.map((problem) => ({ ...problem, path: problem.path.slice(1) }));
}

const problemsByPerson = remembered((view: View, people: PeopleField) =>
  Map.groupBy(people.check?.(view.people, view) ?? [], ({ path }) => view.people[Number(path[0])]),
);

function rowOfPerson(person: Person, kind: RecordsKind<readonly PersonAnswer[]>): Row {
  const known = new Map(Object.entries(person));
  return Object.fromEntries(kind.columns.map((column) => [column.id, known.get(column.id)]));
}

/** Each cell that is right is kept, from the name on; one that is wrong waits, and what stood there holds. */
function accept(whom: Whom, row: Row, around: Around): Accepted {
  const { id, person: was } = whom;
  const read = readPerson(row, whom, around);
  const problems = read.ok ? [] : read.problems;
  const wrong = new Set(problems.map(({ path }) => path[0]));
  const before = was ? rowOfPerson(was, recordsOf(around.people)) : {};
  const cells = Object.entries(row).map(([cell, value]) => [cell, wrong.has(cell) ? before[cell] : value]);
  const kept = readPerson(Object.fromEntries(cells), whom, around);
  if (!kept.ok || (was && sameValue(was, kept.value))) return { problems };
  const to = kept.value;
  const position = peopleWith(to, around).indexOf(to);
  return { happening: { type: 'person-changed', person: id, position, to, ...(was ? { was } : {}) }, problems };
}

/** The person that a row states; problems bear the cell as their path. */
function readPerson(row: Row, { id, person }: Whom, { people }: Around): Result<Person> {
  const kind = recordsOf(people);
  const filled = kind.columns.flatMap(({ id: cell }) => (textOf(row, cell) === '' ? [] : [[cell, textOf(row, cell)]]));
  const read = kind.parse([Object.fromEntries(filled)]);
  if (!read.ok) return { ok: false, problems: read.problems.map((p) => ({ ...p, path: p.path.slice(1) })) };
  const [answer] = read.value;
  if (answer === undefined) throw new Error(`${people.id} read one person as none.`);
  const { tasks: _none, ...known } = answer;
  return { ok: true, value: { id, ...known, tasks: person?.tasks ?? {} } };
}

/** Everybody, with one who was added or changed. */
function peopleWith(to: Person, { rollout: { people } }: Around): readonly Person[] {
  return people.some(({ id }) => id === to.id) ? people.map((one) => (one.id === to.id ? to : one)) : [...people, to];
}
