import type { Person, View } from '../../model/index.ts';
import { remembered } from '../../state/index.ts';
import { contacts } from '../../steps/index.ts';
import { shortLabel } from '../../wizard/index.ts';
import { cells, cutText, filled, type Line, line, span } from '../look/lines.ts';
import type { Item, Scene } from '../session/scene.ts';
import { personDetail, standingText, stateSigns, stateTasks } from './people-states.ts';
import { type Block, isFocused, marker, type Stage } from './stage.ts';

/** From this width on each state has a column. */
const wide = 90;

/** One person of the list, or the line where another is added. Above the first one stands what the columns are. */
export function peopleBlock(item: Item, stage: Stage): Block {
  const { scene, look } = stage;
  const here = isFocused(stage, item);
  const { view } = scene;
  const person = item.of === 'action' ? item.person : undefined;
  if (!view || !person) {
    return { lines: [line(marker(look, here ? 'focus' : undefined), item.label)], ...(here ? { mark: 0 } : {}) };
  }
  const head = view.people[0] === person ? [headLine(stage, view)] : [];
  const [name, address] = peopleWidths(stage, view);
  const shown = addressShown(person, view);
  const one = line(
    marker(look, here ? 'focus' : undefined),
    filled([{ text: cutText(person.name, name) }], name + 2),
    filled([shown === undefined ? span('muted', noAccount) : { text: cutText(shown, address) }], address + 2),
    stage.width < wide ? standingText(person, stage, view) : stateSigns(person, stage, view),
  );
  return {
    lines: [...head, one, ...(here ? personDetail(person, stage, view) : [])],
    ...(here ? { mark: head.length } : {}),
  };
}

/** How many lines that is, for a person where the keyboard is not. */
export function peopleRows(item: Item, { view }: Scene): number {
  return item.of === 'action' && item.person && item.person === view?.people[0] ? 2 : 1;
}

function headLine(stage: Stage, view: View): Line {
  const [name, address] = peopleWidths(stage, view);
  const states =
    stage.width < wide
      ? 'Where it stands'
      : stateTasks(stage)
          .map((task) => `${shortLabel(task)} `)
          .join('');
  return line(
    '  ',
    span('muted', `${'Name'.padEnd(name + 2)}${cutText('Address to type', address).padEnd(address + 2)}${states}`),
  );
}

const noAccount = 'no account yet';

/** What is typed in the client to add this person. */
function addressShown(person: Person, view: View): string | undefined {
  const addresses = contacts.addressesFor(person, view);
  return addresses?.[addresses.typeHere];
}

/** Cells for the name and for the address, so that where it stands has its room. */
function peopleWidths(stage: Stage, view: View): readonly [number, number] {
  const { width } = stage;
  const states = stateTasks(stage).reduce((sum, task) => sum + shortLabel(task).length + 1, 2);
  const longest = longestOf(view);
  const name = Math.min(20, longest.name);
  const room = width - name - 2 - 4 - standingRoom - (width < wide ? 0 : states);
  return [name, Math.max(12, Math.min(longest.address, room))];
}

/** Cells that the longest name and the longest address take. */
const longestOf = remembered((view: View): { name: number; address: number } => {
  let [name, address] = [0, noAccount.length];
  for (const person of view.people) {
    name = Math.max(name, cells(person.name));
    address = Math.max(address, cells(addressShown(person, view) ?? ''));
  }
  return { name, address };
});

const standingRoom = 18;
