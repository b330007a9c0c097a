import fc from 'fast-check';
import type { AnyField, Event, Happening, Kind, Person, Rollout, TaskState } from '../../src/model/index.ts';
import { applyEvent, newRollout, nextPersonId } from '../../src/state/index.ts';
import { allFields, allTasks, people } from '../../src/steps/index.ts';

export const today = '2025-11-23';
const at = '2025-11-23T22:52:00.000Z';
const by = 'ana';

const line = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.domain(),
  fc.emailAddress({ size: 'small' }),
  fc.constantFrom('Redmond', 'contoso.com', 'https://contoso.com/a.png', 'Straße 5', '日本語'),
);

/** Values that a kind accepts, as it keeps them. */
export function valuesOf(kind: Kind<unknown>): fc.Arbitrary<unknown> {
  return rawOf(kind)
    .map((raw) => kind.parse(raw))
    .filter((read) => read.ok)
    .map((read) => (read.ok ? read.value : undefined));
}

function rawOf(kind: Kind<unknown>): fc.Arbitrary<unknown> {
  switch (kind.form) {
    case 'choice':
      return fc.constantFrom(...kind.choices.map(({ value }) => value));
    case 'line':
      return fc.oneof(fc.constant(kind.example), line);
    case 'list':
      return fc.array(fc.oneof(fc.constant(kind.item.example), line), { minLength: 1, maxLength: 3 });
    case 'records':
      return fc.array(
        fc.record(Object.fromEntries(kind.columns.map((column) => [column.id, rawOf(column.kind)])), {
          requiredKeys: kind.columns.filter((column) => column.required).map((column) => column.id),
        }),
        { minLength: 1, maxLength: 3 },
      );
  }
}

const day = fc.constantFrom('2014-11-03', '2019-08-15', '2025-11-21', today);
const taskState: fc.Arbitrary<TaskState> = fc.oneof(
  fc.constant<TaskState>({ state: 'todo' }),
  day.map((since): TaskState => ({ state: 'waiting', since })),
  day.map((on): TaskState => ({ state: 'done', at: on, result: 'worked' })),
  fc.constant<TaskState>({ state: 'waived', reason: 'a lab has no firewall', until: '2026-01-31', by: 'Maria Anders' }),
);

const sharedTasks = allTasks.filter((task) => task.per !== 'person');
const ownTasks = allTasks.filter((task) => task.per !== 'rollout');

const answered = fc
  .constantFrom(...allFields)
  .chain((field: AnyField) => valuesOf(field.kind).map((value) => ({ field: field.id, value })));

/** What a person does: a deed on whatever rollout there is. */
type Deed = (rollout: Rollout) => Happening | undefined;

const names = line
  .map((raw) => raw.normalize('NFC').trim())
  .filter((raw) => people.kind.parse([{ name: raw, situation: 'needs-merge' }]).ok);

const personOf = (rollout: Rollout, n: number) => rollout.people[n % Math.max(1, rollout.people.length)];

const moved = (was: TaskState | undefined, to: TaskState) => (was ? { was, to } : { to });

const deeds: fc.Arbitrary<Deed> = fc.oneof(
  answered.map(({ field, value }): Deed => {
    return ({ answers: { [field]: was } }) => ({
      type: 'answered',
      field,
      value,
      ...(was === undefined ? {} : { was }),
    });
  }),
  fc.constantFrom(...allFields).map((field): Deed => {
    return ({ answers: { [field.id]: was } }) =>
      was === undefined ? undefined : { type: 'cleared', field: field.id, was };
  }),
  fc.tuple(fc.constantFrom(...sharedTasks), taskState).map(([task, to]): Deed => {
    return (rollout) => ({ type: 'task-moved', task: task.id, ...moved(rollout.tasks[task.id], to) });
  }),
  fc.tuple(fc.constantFrom(...ownTasks), taskState, fc.nat()).map(([task, to, n]): Deed => {
    return (rollout) => {
      const person = personOf(rollout, n);
      return person && { type: 'task-moved', task: task.id, person: person.id, ...moved(person.tasks[task.id], to) };
    };
  }),
  fc.tuple(valuesOf(people.kind), fc.nat()).map(([value, n]): Deed => {
    return (rollout) => {
      const [answer] = value as readonly Omit<Person, 'id' | 'tasks'>[];
      const person = nextPersonId(rollout);
      const position = n % (rollout.people.length + 1);
      return answer && { type: 'person-changed', person, position, to: { ...answer, id: person, tasks: {} } };
    };
  }),
  fc.tuple(names, fc.nat()).map(([name, n]): Deed => {
    return (rollout) => {
      const was = personOf(rollout, n);
      const position = was ? rollout.people.indexOf(was) : 0;
      return was && { type: 'person-changed', person: was.id, position, was, to: { ...was, name } };
    };
  }),
  fc.nat().map((n): Deed => {
    return (rollout) => {
      const was = personOf(rollout, n);
      return was && { type: 'person-changed', person: was.id, position: rollout.people.indexOf(was), was };
    };
  }),
);

export function happen(rollout: Rollout, happening: Happening): Rollout {
  const event: Event = { at, by, ...happening };
  return applyEvent(rollout, event);
}

export const nothingYet: Rollout = newRollout({ id: 'contoso', at, by });

/** A rollout with a past, each step of which the wizard could have taken. */
export const rollouts: fc.Arbitrary<Rollout> = fc.array(deeds, { maxLength: 40 }).map((all) =>
  all.reduce((rollout, deed) => {
    const happening = deed(rollout);
    return happening ? happen(rollout, happening) : rollout;
  }, nothingYet),
);

/** The same, with one more thing that happens to it. */
export const rolloutsAndNext: fc.Arbitrary<[Rollout, Happening]> = fc
  .tuple(rollouts, deeds)
  .map(([rollout, deed]) => [rollout, deed(rollout)] as const)
  .filter((pair): pair is [Rollout, Happening] => pair[1] !== undefined);
