import type { AnyField, Field, Person, Situation, TaskState, View } from '../model/index.ts';
import { deployment, people } from '../steps/index.ts';

/** Something that rules may look at, with the cases that can make a difference to them. */
export type Dimension = { id: string; cases: readonly unknown[] };

/** What a rule says in one case of everything it looks at. */
export type Outcome<T> = { given: ReadonlyMap<string, unknown>; says: T };

/** The situation of a person, as a place in an answers file. */
const situationId = `${people.id}[].situation`;

/**
 * What a rule of a step looks at, and what it says in every case of that. A rule is pure and looks through a view, so a view
 * that notes each look finds out by itself; nobody has to write down, and keep true, what a rule depends on.
 */
export function probe<T>(rule: (view: View, person: Person) => T): {
  dimensions: readonly Dimension[];
  outcomes: readonly Outcome<T>[];
} {
  const met = new Map<string, Dimension>();
  for (;;) {
    const dimensions = [...met.values()];
    const outcomes = combinations(dimensions).map((given): Outcome<T> => {
      const look = (dimension: Dimension): unknown => {
        met.set(dimension.id, dimension);
        return given.get(dimension.id);
      };
      return { given, says: rule(viewThrough(look), personThrough(look)) };
    });
    // A case may be the first in which something else is looked at.
    if (met.size === dimensions.length) return { dimensions, outcomes };
  }
}

function combinations(dimensions: readonly Dimension[]): readonly ReadonlyMap<string, unknown>[] {
  return dimensions.reduce<readonly ReadonlyMap<string, unknown>[]>(
    (all, { id, cases }) => all.flatMap((given) => cases.map((value) => new Map([...given, [id, value]]))),
    [new Map()],
  );
}

type Look = (dimension: Dimension) => unknown;

const todo: TaskState = { state: 'todo' };

function viewThrough(look: Look): View {
  // Cases are made of the field's own kind, so they are of its type.
  const get = <T>(field: Field<T>): T | undefined => look(dimensionOf(field)) as T | undefined;
  return {
    get,
    task: () => todo,
    get product() {
      return get(deployment.product);
    },
    goal: 'deploy',
    get people() {
      return (look(dimensionOf(people)) ?? []) as readonly Person[];
    },
    today: '2025-11-23',
  };
}

function personThrough(look: Look): Person {
  return {
    ...{ id: 'p1', name: 'Ana Trujillo', tasks: {} },
    get situation() {
      return look({ id: situationId, cases: situations }) as Situation;
    },
  };
}

/** The cases of a field: no answer, and each choice, or one of a list and several. */
function dimensionOf({ id, kind }: AnyField): Dimension {
  if (kind.form === 'choice') return { id, cases: [undefined, ...kind.choices.map(({ value }) => value)] };
  if (kind.form === 'line') return { id, cases: [undefined, kind.example] };
  const one = kind.form === 'list' ? kind.item.example : wholeRecord(kind.columns);
  return { id, cases: [undefined, [one], [one, one]] };
}

type Columns = Extract<AnyField['kind'], { form: 'records' }>['columns'];

const columnsOfPeople: Columns = people.kind.form === 'records' ? people.kind.columns : [];
const situations: readonly unknown[] = columnsOfPeople.flatMap(({ id, kind }) =>
  id === 'situation' && kind.form === 'choice' ? kind.choices.map(({ value }) => value) : [],
);

function wholeRecord(columns: Columns): Readonly<Record<string, string>> {
  return Object.fromEntries(columns.map(({ id, kind }) => [id, kind.example]));
}
