import { people } from '../../../src/steps/index.ts';
import { type At, begins, type Deed, type Entry, onOption, type Stated, withPerson } from './entry.ts';

type Told = Readonly<Record<string, unknown>>;

/** What is typed and picked so that a person stands as an example states, but for the tasks. */
export function personEntries(id: string, told: Told, at: At): readonly Entry[] {
  const { kind } = people;
  if (kind.form !== 'records') throw new Error(`${people.id} is no list of records.`);
  const pick = kind.columns.find((column) => column.kind.form === 'choice');
  // What is needed is asked first; the first situation is proposed.
  const columns = kind.columns.toSorted((a, b) => Number(b.required) - Number(a.required));
  const proposed = pick?.kind.form === 'choice' ? { [pick.id]: pick.kind.choices[0]?.value } : {};
  let { stated } = at;
  return columns.map((column, x): Entry => {
    const known = columns.slice(0, x + 1).flatMap((one) => (one.id in told ? [[one.id, told[one.id]]] : []));
    stated = accepted(id, { ...proposed, ...Object.fromEntries(known) }, { ...at, stated });
    const text = told[column.id];
    const name = `${column.label} of ${String(told.name)}`;
    if (column.kind.form !== 'choice') {
      const deed: Deed = text === undefined ? { do: 'pass' } : { do: 'type', text: String(text), over: false };
      return { at: begins(column.label), name, deed, after: stated };
    }
    const { choices } = column.kind;
    const options = choices.map((choice) => choice.label);
    const label = choices.find((choice) => choice.value === text)?.label ?? '';
    const there: Entry['at'] = (focus) => options.some((option) => onOption(option)(focus));
    return { at: there, name, deed: { do: 'choose', label, options }, after: stated };
  });
}

/** What is in force after Enter: the person, as far as it is known. */
function accepted(id: string, row: Told, at: At): Stated {
  const read = people.kind.parse([row]);
  const [answer] = read.ok ? read.value : [];
  if (!answer) return at.stated;
  const { tasks: _none, ...known } = answer;
  return withPerson(at, { id, ...known, tasks: {} });
}
