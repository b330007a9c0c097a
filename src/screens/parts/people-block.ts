import type { Person, View } from '../../model/index.ts';
import { personTasks } from '../../state/index.ts';
import { contacts } from '../../steps/index.ts';
import { problemsAt } from '../forms/person-form.ts';
import { showState } from '../forms/task-form.ts';
import { cells, cutText, filled, indented, line, type Role, span, wrap } from '../look/lines.ts';
import type { Item } from '../session/scene.ts';
import { problemLines } from './problem-lines.ts';
import { type Block, isFocused, marker, type Stage } from './stage.ts';

/** One person of the list, or the line where another is added. */
export function peopleBlock(item: Item, stage: Stage): Block {
  const { scene, look } = stage;
  const here = isFocused(stage, item);
  const { view } = scene;
  const person = view?.people.find((one) => `person/${one.id}` === item.id);
  const mark = here ? { mark: 0 } : {};
  if (!view || !person) {
    return { lines: [line(marker(look, here ? 'focus' : undefined), item.label)], ...mark };
  }
  const [name, address] = peopleWidths(view, stage.width);
  const { role, sign, text } = standing(person, stage, view);
  const shown = addressShown(person, view);
  const one = line(
    marker(look, here ? 'focus' : undefined),
    filled([{ text: cutText(person.name, name) }], name + 2),
    filled([shown === undefined ? span('muted', noAccount) : { text: cutText(shown, address) }], address + 2),
    ...(sign === undefined ? [] : marker(look, sign)),
    span(role, text),
  );
  return { lines: [one, ...(here ? detail(person, stage, view) : [])], ...mark };
}

const noAccount = 'no account yet';

/** What is typed in the client to add this person. */
function addressShown(person: Person, view: View): string | undefined {
  const addresses = contacts.addressesFor(person, view);
  return addresses?.[addresses.typeHere];
}

/** Cells for the name and for the address, so that where it stands has its room. */
function peopleWidths(view: View, width: number): readonly [number, number] {
  const name = Math.min(20, Math.max(...view.people.map((person) => cells(person.name))));
  const natural = Math.max(noAccount.length, ...view.people.map((person) => cells(addressShown(person, view) ?? '')));
  return [name, Math.max(12, Math.min(natural, width - name - 2 - 4 - standingRoom))];
}

const standingRoom = 18;

type Standing = { role: Role; sign?: 'bad' | 'look' | 'done' | 'wait'; text: string };

/** Where it stands with a person, in a few words. */
function standing(person: Person, { scene }: Stage, view: View): Standing {
  const people = scene.page?.people;
  const position = view.people.indexOf(person);
  const [problem] = people ? problemsAt(position, { people, view }) : [];
  if (problem)
    return problem.weight === 'stop'
      ? { role: 'bad', sign: 'bad', text: 'needs you' }
      : { role: 'warn', sign: 'look', text: 'look at this' };
  const tasks = personTasks(person, view).map((task) => ({ task, state: view.task(task, person) }));
  const left = tasks.filter(({ state }) => state.state === 'todo');
  const waiting = tasks.find(({ state }) => state.state === 'waiting');
  if (waiting)
    return { role: 'wait', sign: 'wait', text: `${waiting.task.label} ${showState(waiting.state, view.today)}` };
  if (left.length === 0) return { role: 'ok', sign: 'done', text: 'all done' };
  return {
    role: 'text',
    text: left.length === tasks.length ? 'nothing done yet' : `${left.length} of ${tasks.length} left`,
  };
}

/** The person under the keyboard: what is done so far, what comes next, what is odd. */
function detail(person: Person, stage: Stage, view: View) {
  const { look, scene, width } = stage;
  const tasks = personTasks(person, view).map((task) => ({ task, state: view.task(task, person).state }));
  const parts = tasks.map(({ task, state }) => {
    const sign =
      state === 'done'
        ? `${look.glyphs.done} `
        : state === 'waiting'
          ? `${look.glyphs.wait} `
          : state === 'waived'
            ? '- '
            : '';
    return `${sign}${task.label}`;
  });
  const people = scene.page?.people;
  const problems = people ? problemsAt(view.people.indexOf(person), { people, view }) : [];
  return [
    ...indented(wrap([span('muted', parts.join('   '))], width - 4), 4),
    ...indented(problemLines(problems, width - 2, look), 2),
  ];
}
