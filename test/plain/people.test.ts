import { expect, it } from 'vitest';
import { onDisk } from '../terminal/disk.ts';
import { contoso } from '../terminal/exported.ts';
import { contosoWith, homeWith, rolloutFrom } from '../terminal/homes.ts';
import { type Conversation, converse, promptIn } from './conversation.ts';

const flat = (said: string) => said.replace(/\s+/g, ' ');

async function atPeople(answers = contoso): Promise<{ talk: Conversation; home: string }> {
  const home = await homeWith(rolloutFrom(answers));
  const talk = converse({ home, open: 'contoso' });
  for (const line of ['steps', 'Contacts']) await talk.say(line);
  for (let i = 0; promptIn(await talk.asked()) !== 'Person:' && i < 3; i++) await talk.say('1');
  expect(promptIn(await talk.asked())).toBe('Person:');
  return { talk, home };
}

const names = (home: string) => onDisk(home).stated.people.map(({ name }) => name);

it('everybody is named with what is the matter, or how far it came', async () => {
  const { talk } = await atPeople();
  const said = flat(await talk.asked());
  expect(said).toContain('People: 3.');
  expect(said).toContain('1: Maria Anders, Look: The account of "Maria Anders" is in contoso.com');
  expect(said).toContain('2: Thomas Hardy, 5 of 12 left.');
  expect(said).toContain('3: Ana Trujillo, Start failed.');
});

it('one is opened by number or by part of the name: the address to type, then what is known and the tasks', async () => {
  const { talk, home } = await atPeople();
  const said = flat(await talk.say('ana'));
  expect(said).toContain('Ana Trujillo. Type ana@outlook.com.');
  expect(said).toContain('5: Skype name, ana.trujillo');
  expect(said).toMatch(/\d+: Video call, to do/);
  for (const line of ['Video call', 'done', 'worked', '2014-11-07', '']) await talk.say(line);
  expect(onDisk(home).stated.people[2]?.tasks['contacts.video']).toEqual({
    state: 'done',
    at: '2014-11-07',
    result: 'worked',
  });
  for (const line of ['Name', 'Ana Maria Trujillo', 'up']) await talk.say(line);
  expect(names(home)).toEqual(['Maria Anders', 'Thomas Hardy', 'Ana Maria Trujillo']);
  expect(promptIn(await talk.asked())).toBe('Person:');
});

it('one is removed, and undo brings them back in their place, tasks and all', async () => {
  const { talk, home } = await atPeople();
  const before = onDisk(home).stated.people;
  expect(flat(await talk.say('remove 2'))).toContain('Thomas Hardy is out of the list. undo takes it back.');
  expect(names(home)).toEqual(['Maria Anders', 'Ana Trujillo']);
  expect(flat(await talk.say('undo'))).toContain('Thomas Hardy is back in the list.');
  expect(onDisk(home).stated.people).toEqual(before);
});

it('one is added as far as is known, and an account that is none is refused', async () => {
  const { talk, home } = await atPeople(contosoWith('deployment.', 'accounts.'));
  for (const line of ['add', 'Maria Anders', '', 'maria@contoso.com']) await talk.say(line);
  expect(flat(await talk.say('maria'))).toContain('"maria" is no address: something stands on both sides of the @.');
  await talk.say('maria@adatum.com');
  await talk.say('up');
  expect(onDisk(home).stated.people).toEqual([
    {
      id: 'p1',
      name: 'Maria Anders',
      situation: 'has-account',
      sip: 'maria@contoso.com',
      microsoftAccount: 'maria@adatum.com',
      tasks: {},
    },
  ]);
});

it('nobody of that name', async () => {
  const { talk } = await atPeople();
  expect(flat(await talk.say('Paula'))).toContain('There is nobody of that number or name in the list.');
  expect(promptIn(await talk.say('9'))).toBe('Person:');
});

it('a task held once for all holds for each person until one says otherwise', async () => {
  const { talk, home } = await atPeople();
  await talk.say('2');
  expect(flat(await talk.asked())).toContain('Skype is current, done, 3 Nov 2014, as for all');
  for (const line of ['Skype is current', 'todo']) await talk.say(line);
  expect(onDisk(home).stated.people[1]?.tasks['accounts.skype-current']).toEqual({ state: 'todo' });
});

it('where they are many, nobody is read out one by one: a name finds one, and Review tells so many at once', async () => {
  const many = Array.from({ length: 60 }, (_, i) => {
    return { name: `Person ${i}`, microsoftAccount: `p${i}@contoso.com`, situation: 'has-account' };
  });
  const { talk } = await atPeople({ ...contoso, 'contacts.people': many });
  const said = flat(await talk.asked());
  expect(said).toContain('People: 60. add adds a person.');
  expect(flat(await talk.say('person 42'))).toContain('Person 42. Type p42@contoso.com.');
  await talk.say('steps');
  const review = flat(await talk.say('Review'));
  expect(review).toMatch(/\d+ more come once these are seen to\./);
  expect(review).toContain('51: 38 answers of yours');
});
