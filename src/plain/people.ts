import { numberCitations } from '../facts/index.ts';
import type { Person } from '../model/index.ts';
import { nextPersonId } from '../state/index.ts';
import { contacts } from '../steps/index.ts';
import { personProblems, standingOf } from '../wizard/index.ts';
import { count } from '../words/index.ts';
import { carryOut } from './form.ts';
import { seen } from './lines.ts';
import { nothingToClear } from './menu.ts';
import type { PagePlace, Way } from './places.ts';
import { problemsSaid } from './sitting.ts';
import { askAgain, say, type Talk } from './talk.ts';
import { textLines, withoutNumbers } from './text.ts';
import { type RowDeed, readRowDeed } from './typed.ts';
import type { Line } from './walk.ts';
import { sayReasons } from './why.ts';

/** More people are not read out one by one: a name finds one. */
const mostSaid = 20;

/** The list of people, as a line of its page. */
export function peopleLine(talk: Talk, place: PagePlace, more: () => void): Line {
  const { people } = place.page;
  if (!people) throw new Error(`${place.page.id} lists no people.`);
  const { view } = seen(talk);
  const wrong = view.people.some((person) =>
    personProblems(person, { people, view }).some(({ weight }) => weight === 'stop'),
  );
  return {
    id: people.id,
    label: people.label,
    shown: view.people.length === 0 ? 'nobody yet' : count(view.people.length, 'person', 'people'),
    open: wrong,
    ask: () => askPeople(talk, place, more),
  };
}

async function askPeople(talk: Talk, { step, page }: PagePlace, more: () => void): Promise<Way> {
  const why = () => sayReasons(talk.voice, page.people?.why ?? []);
  for (let quiet = false; ; quiet = true) {
    const reply = await askAgain(
      talk,
      { say: () => sayPeople(talk, page.people), prompt: 'Person:', why, more },
      quiet,
    );
    if (reply.of === 'nothing') return 'next';
    if (reply.of === 'word' && reply.word !== 'clear') return reply.word === 'skip' ? 'next' : reply.word;
    if (reply.of === 'word') say(talk, [nothingToClear]);
    const meant = reply.of === 'text' ? personMeant(talk, reply) : undefined;
    if (meant !== undefined) return { at: 'person', step, page, person: meant };
  }
}

/** The id of who was named, or of somebody new; undefined where nobody is gone to. */
function personMeant(talk: Talk, { text, literal }: { text: string; literal: boolean }): string | undefined {
  const { rollout, view } = seen(talk);
  const names = view.people.map(({ name }) => name);
  const deed = literal ? undefined : readRowDeed(text, names);
  if (deed?.do === 'add') return nextPersonId(rollout);
  const person = deed ? personAt(deed, view.people) : personNamed(text, view.people);
  if (deed?.do === 'remove' && person) removePerson(talk, person);
  else if (person) return person.id;
  else say(talk, ['There is nobody of that number or name in the list. add adds a person.']);
  return undefined;
}

function personAt(deed: RowDeed, people: readonly Person[]): Person | undefined {
  return 'row' in deed ? people[deed.row] : undefined;
}

function personNamed(text: string, people: readonly Person[]): Person | undefined {
  if (/^\d+$/.test(text)) return people[Number(text) - 1];
  const typed = text.toLowerCase();
  return (
    people.find(({ name }) => name.toLowerCase() === typed) ??
    people.find(({ name }) => name.toLowerCase().includes(typed))
  );
}

function removePerson(talk: Talk, person: Person): void {
  const { rollout } = seen(talk);
  const position = rollout.people.findIndex(({ id }) => id === person.id);
  carryOut(talk, { type: 'person-changed', person: person.id, position, was: person });
  if (!seen(talk).rollout.people.some(({ id }) => id === person.id))
    say(talk, [`${person.name} is out of the list. undo takes it back.`]);
}

function sayPeople(talk: Talk, field: PagePlace['page']['people']): void {
  const { view } = seen(talk);
  const { people } = view;
  say(talk, [`People: ${people.length === 0 ? 'nobody is listed yet' : people.length}.`]);
  if (people.length <= mostSaid) {
    for (const [i, person] of people.entries()) {
      const problems = field ? problemsSaid(personProblems(person, { people: field, view })) : [];
      const told = problems.length > 0 ? problems.join(' ') : `${standingOf(person, field, view).text}.`;
      say(talk, [`${i + 1}: ${person.name}, ${told}`]);
    }
  }
  const some = people.length === 0 ? '' : ' A number or a name goes to a person; remove 1 takes one out.';
  say(talk, [`add adds a person.${some} Enter goes on.`]);
}

/** What is typed in the client to add somebody. */
export function sayAddress(talk: Talk, person: Person): void {
  const { voice } = talk;
  const { view } = seen(talk);
  const text = withoutNumbers(numberCitations().resolve(contacts.addressText(person, view)));
  voice.lines(textLines(text, voice.width()));
}
