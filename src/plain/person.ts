import { personTasks } from '../state/index.ts';
import { people as peopleField } from '../steps/index.ts';
import { led, moreOf, once, stepTo } from './led.ts';
import { isCellLine, personLines, seen, taskLine } from './lines.ts';
import { sayAddress } from './people.ts';
import type { PersonPlace, Place } from './places.ts';
import type { Talk } from './talk.ts';
import { chooseLine, type Line, type Walk, walkOn } from './walk.ts';

/** One person: what is known, then the tasks; whoever is known already is chosen from. */
export async function visitPerson(talk: Talk, place: PersonPlace): Promise<Place> {
  const { voice } = talk;
  const { step, page, then } = place;
  const list: Place = { at: 'page', step, page, line: peopleField.id };
  const person = () => seen(talk).view.people.find(({ id }) => id === place.person);
  const begun = person();
  voice.gap();
  voice.say(begun ? `${begun.name}.` : 'A new person.');
  if (begun) sayAddress(talk, begun);
  const more = moreOf(talk, place);
  const lines = (): readonly Line[] => {
    const whose = person();
    const tasks = whose ? personTasks(whose, seen(talk).view) : [];
    return [...personLines(talk, place, more), ...tasks.map((task) => taskLine(talk, task, more, place.person))];
  };
  let isTold = begun !== undefined;
  const at = ({ id }: Line) => {
    const whose = person();
    stepTo(talk, { at: 'person', step, page, person: place.person, line: id });
    if (isTold || !whose || isCellLine(id)) return;
    // What is typed in the client is known once all is known of the person.
    sayAddress(talk, whose);
    voice.gap();
    isTold = true;
  };
  const walk: Walk = { lines, at, start: place.line, more };
  if (then) return once(talk, place.line, walk, then);
  const walked = begun && place.line === undefined ? await chooseLine(talk, walk) : await walkOn(walk);
  return walked === 'end' || walked === 'before' ? list : led(talk, walked, list);
}
