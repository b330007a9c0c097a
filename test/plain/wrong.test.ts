import { expect, it } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { onDisk } from '../terminal/disk.ts';
import { contosoWith, homeWith, rolloutFrom } from '../terminal/homes.ts';
import { type Conversation, converse, promptIn } from './conversation.ts';

const flat = (said: string) => said.replace(/\s+/g, ' ');

/** Types until a question is asked. */
async function until(talk: Conversation, prompt: string, typed = 'skip'): Promise<void> {
  for (let i = 0; promptIn(await talk.asked()) !== prompt; i++) {
    if (i > 60) throw new Error(`${prompt} is not asked:\n${talk.heard().slice(-2000)}`);
    await talk.say(typed);
  }
}

it.each([
  [
    'a line',
    ['Edge', 'Shared name'],
    'Shared name:',
    'sip',
    '"sip" is one word; a full name has a dot. Expected: a name, such as sip.contoso.com.',
    'edge.shared-name',
  ],
  [
    'a choice',
    ['Deployment', 'back'],
    'Hybrid:',
    'perhaps',
    '"perhaps" is none of these. Expected: a number from 1 to 2, or the word beside it.',
    'deployment.hybrid',
  ],
  [
    'a choice, by a number too high',
    ['Deployment', 'back'],
    'Hybrid:',
    '3',
    '"3" is none of these.',
    'deployment.hybrid',
  ],
  [
    'a list',
    ['Deployment', 'back', 'back'],
    'SIP domains, 3:',
    'sip.contoso.com',
    'is a host name',
    'deployment.sip-domains',
  ],
  [
    'a list, twice the same',
    ['Deployment', 'back', 'back'],
    'SIP domains, 3:',
    'contoso.com',
    'contoso.com is in the list already, at 1.',
    'deployment.sip-domains',
  ],
  [
    'a choice that goes no further',
    ['Accounts', ''],
    'One way, understood:',
    'no',
    'that it can be undone. Expected: yes, once each person knows. One way, understood:',
    'accounts.one-way-understood',
  ],
  [
    'records',
    ['Edge', 'Edge pools'],
    'Pool 3, Name from outside:',
    '10.0.0.5',
    '"10.0.0.5" is an address, not a name.',
    'edge.pools',
  ],
  [
    'a code that steers',
    ['Deployment', 'Owner'],
    'Owner:',
    'Maria\u001b[2J',
    'An escape code stands after "Maria": take it out.',
    'deployment.owner',
  ],
])(
  '%s that does not do: why, what would, and it is asked again; what was answered stays',
  async (_, way, prompt, typed, said, field) => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment.', 'edge.pools', 'edge.shared-name')));
    const talk = converse({ home, open: 'contoso' });
    // Of the step one is in, the last page is where one comes back to.
    for (const line of ['back', 'steps', ...way]) await talk.say(line);
    expect(promptIn(await talk.asked()), talk.heard()).toBe(prompt);
    const before = onDisk(home).stated.answers[field];
    const answer = await talk.say(typed);
    expect(flat(answer)).toContain(said);
    expect(answer).not.toContain('\u001b');
    expect(promptIn(answer)).toBe(prompt);
    expect(onDisk(home).stated.answers[field]).toEqual(before);
  },
);

it('a day that does not do, or is still to come, is asked again; the task is waiting already', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  const talk = converse({ home, open: 'contoso' });
  await until(talk, 'Backup kept:');
  await talk.say('waiting');
  expect(flat(await talk.say('yesterday'))).toContain('"yesterday" is not written as YYYY-MM-DD.');
  expect(flat(await talk.say('2027-01-01'))).toContain('2027-01-01 is still to come. Expected: a day up to today');
  expect(onDisk(home).stated.tasks).toHaveProperty(['deployment.backup'], { state: 'waiting', since: '2026-11-23' });
  await talk.say('2026-11-20');
  expect(onDisk(home).stated.tasks).toHaveProperty(['deployment.backup'], { state: 'waiting', since: '2026-11-20' });
});

it('back in the middle of a task leads to its state, which is told anew', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  const talk = converse({ home, open: 'contoso' });
  await until(talk, 'Backup kept:');
  for (const line of ['done', '2026-11-20']) await talk.say(line);
  await talk.say('back');
  expect(promptIn(await talk.asked())).toBe('Done on:');
  const said = flat(await talk.say('back'));
  expect(said).toContain('Now: done, 20 Nov. Enter leaves it. Backup kept:');
});

it('a waiver without a reason is none', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  const talk = converse({ home, open: 'contoso' });
  await until(talk, 'Backup kept:');
  await talk.say('not needed');
  const said = await talk.say('');
  expect(flat(said)).toContain('no reason is given');
  expect(promptIn(said)).toBe('Reason:');
  expect(onDisk(home).stated.tasks).not.toHaveProperty(['deployment.backup']);
});

it('an organisation that does not do makes no rollout', async () => {
  const talk = converse({ home: freshFolder(), begin: true });
  expect(flat(await talk.say('a\u200bb'))).toContain('An invisible character (U+200B) stands after "a"');
  expect(promptIn(await talk.say(''))).toBe('Organisation:');
});

it('rows are removed and changed by their number, and what a page was worked out from is kept', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.', 'edge.pools')));
  const talk = converse({ home, open: 'contoso' });
  for (const line of ['steps', 'Edge', 'Edge pools', 'remove 2', 'change 1', '', 'edge09.contoso.local', 'clear', ''])
    await talk.say(line);
  expect(onDisk(home).stated.answers['edge.pools']).toEqual([
    { name: 'access-redmond.contoso.com', internal: 'edge09.contoso.local' },
  ]);
  expect(flat(talk.heard())).toContain('1 answer depends on this: Shared name is not asked. undo takes it back.');
});

it('several items on a line are each an item; what stands in quotes is one', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.', 'edge.pools', 'access-policy.scope')));
  const talk = converse({ home, open: 'contoso' });
  for (const line of ['steps', 'Access policy', 'Sites']) await talk.say(line);
  expect(flat(await talk.say('Redmond, Dublin'))).toContain('Noted: Redmond, Dublin.');
  await talk.say('"Lab, first floor"');
  expect(onDisk(home).stated.answers['access-policy.sites']).toEqual(['Redmond', 'Dublin', 'Lab, first floor']);
  expect(flat(await talk.say('Paris; dublin'))).toContain('dublin is in the list already, at 2.');
  expect(onDisk(home).stated.answers['access-policy.sites']).toContain('Paris');
});

it('what is to be removed and is not there becomes no item', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.', 'edge.pools', 'access-policy.s')));
  const talk = converse({ home, open: 'contoso' });
  for (const line of ['steps', 'Access policy', 'Sites']) await talk.say(line);
  for (const typed of ['remove 3', 'remove Redmnod', 'change'])
    expect(flat(await talk.say(typed))).toContain('There is nothing of that number or name in the list. Expected: ');
  await talk.say('remove redmond');
  await talk.say('"remove 3"');
  expect(onDisk(home).stated.answers['access-policy.sites']).toEqual(['Dublin', 'remove 3']);
});

it('a choice may stand in quotes, and a line without an answer says so', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  const talk = converse({ home, open: 'contoso' });
  await until(talk, 'Hybrid:');
  expect(flat(await talk.say('"yes"'))).toContain('Noted: yes.');
  await until(talk, 'Owner:');
  await talk.say('steps');
  expect(await talk.say('Deployment')).toContain('1: Owner, no answer\n');
});
