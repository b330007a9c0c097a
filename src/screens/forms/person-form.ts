import type { Field, Person, PersonAnswer, Problem, RecordsKind, Rollout, View } from '../../model/index.ts';
import { viewOf } from '../../state/index.ts';
import type { Row } from '../session/session.ts';
import { columnCell } from './field-form.ts';
import { type Accepted, type Form, isEmptyRow, sameValue, textOf } from './form.ts';

type PeopleField = Field<readonly PersonAnswer[]>;
type Around = { people: PeopleField; rollout: Rollout; view: View };

/** What is known of one person, as a form; `person` undefined while one is added under `id`. */
export function personForm(id: string, person: Person | undefined, around: Around): Form {
  const kind = recordsOf(around.people);
  const columns = kind.columns.map(columnCell);
  const situation = columns.find((cell) => cell.input === 'pick');
  const begun: Row = situation?.input === 'pick' ? { [situation.id]: situation.options[0]?.value } : {};
  const position = around.rollout.people.findIndex((one) => one.id === id);
  return {
    id: `person/${id}`,
    label: person?.name ?? `a ${kind.noun}`,
    help: around.people.help,
    why: around.people.why,
    rows: person ? [rowOfPerson(person, kind)] : [begun],
    origin: person ? 'yours' : 'none',
    required: false,
    shown: person?.name ?? '',
    problems: person ? problemsAt(position, around) : [],
    cells: () => columns,
    spread: true,
    accept: (rows) => accept(id, person, rows[0] ?? {}, around),
  };
}

function recordsOf(people: PeopleField): RecordsKind<readonly PersonAnswer[]> {
  if (people.kind.form !== 'records') throw new Error(`${people.id} is no list of records.`);
  return people.kind;
}

/** What is wrong with the person at a position of the list, told from the person. */
export function problemsAt(position: number, { people, view }: Pick<Around, 'people' | 'view'>): readonly Problem[] {
  return (people.check?.(view.people, view) ?? []).flatMap((problem) =>
    problem.path[0] === position ? [{ ...problem, path: problem.path.slice(1) }] : [],
  );
}

function rowOfPerson(person: Person, kind: RecordsKind<readonly PersonAnswer[]>): Row {
  const known = new Map(Object.entries(person));
  return Object.fromEntries(kind.columns.map((column) => [column.id, known.get(column.id)]));
}

function accept(id: string, was: Person | undefined, row: Row, around: Around): Accepted {
  const kind = recordsOf(around.people);
  const texts = Object.fromEntries(kind.columns.map((column) => [column.id, textOf(row, column.id)]));
  // A situation is proposed, so a person begins with the first text.
  if (was === undefined && isEmptyRow({ ...texts, ...pickIds(kind) })) return { problems: [] };
  const filled = Object.entries(texts).filter(([, value]) => value !== '');
  const read = kind.parse([Object.fromEntries(filled)]);
  if (!read.ok) return { problems: read.problems.map((p) => ({ ...p, path: p.path.slice(1) })) };
  const [answer] = read.value;
  if (answer === undefined) return { problems: [] };
  const { tasks: _none, ...known } = answer;
  const to: Person = { id, ...known, tasks: was?.tasks ?? {} };
  const { people } = around.rollout;
  const position = was ? people.findIndex((one) => one.id === id) : people.length;
  const all = was ? people.map((one) => (one.id === id ? to : one)) : [...people, to];
  const view = viewOf({ ...around.rollout, people: all }, around.view.today);
  const problems = problemsAt(position, { people: around.people, view }).filter((p) => p.weight === 'stop');
  if (problems.length > 0) return { problems };
  if (was && sameValue(was, to)) return { problems: [] };
  return { happening: { type: 'person-changed', person: id, position, to, ...(was ? { was } : {}) }, problems: [] };
}

function pickIds(kind: RecordsKind<readonly PersonAnswer[]>): Row {
  return Object.fromEntries(kind.columns.flatMap((c) => (c.kind.form === 'choice' ? [[c.id, '']] : [])));
}
