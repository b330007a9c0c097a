import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openLibrary } from '../../src/state/store.ts';
import { freshFolder } from '../state/around.ts';
import { onDisk } from '../terminal/disk.ts';
import { contoso } from '../terminal/exported.ts';
import { contosoWith, homeTaking, homeWith, rolloutFrom } from '../terminal/homes.ts';
import { around, converse, promptIn } from './conversation.ts';

const flat = (said: string) => said.replace(/\s+/g, ' ');
const fileIn = (home: string) => join(home, 'rollouts', 'contoso', 'rollout.json');

describe('somebody comes back', () => {
  const later = { ...around, now: () => '2026-11-25T08:00:00.000Z' };

  it('what waits is asked first, and what was done is done today; then it goes on where it was left', async () => {
    const home = await homeWith(rolloutFrom(contoso));
    const talk = converse({ home, open: 'contoso', around: later });
    const said = flat(await talk.asked());
    expect(said).toContain('Contoso. Last here 23 Nov 21:30');
    expect(said).toContain(
      'DNS records published 21 Nov 2025, day 369. Can others find them now? 1: not yet, 2: yes, done today.',
    );
    await talk.say('yes, done today');
    expect(onDisk(home).stated.tasks['edge.dns-published']).toEqual({
      state: 'done',
      since: '2025-11-21',
      at: '2026-11-25',
    });
    expect(promptIn(await talk.say(''))).toBe('Choice:');
    expect(flat(await talk.say(''))).toMatch(/Step \d of 8/);
  });

  it('what was taken in from a file is told as that, on the same day too, and leads to what is left', async () => {
    const { 'edge.dns-published': _waits, 'contacts.people': _due, ...rest } = contoso;
    const talk = converse({ home: await homeTaking(rest), open: 'contoso' });
    const said = flat(await talk.asked());
    expect(said).toContain('Contoso. Taken in from a file 23 Nov 21:30, by ana. All of it is here.');
    expect(said).toMatch(/1: [^.]+: (a task is left|not answered yet)/);
    expect(said).not.toContain('go on where you stopped');
  });

  it('what waits can be left waiting', async () => {
    const home = await homeWith(rolloutFrom(contoso));
    const talk = converse({ home, open: 'contoso', around: later });
    await talk.say('');
    expect(onDisk(home).stated.tasks['edge.dns-published']).toEqual({ state: 'waiting', since: '2025-11-21' });
  });

  it('on the same day it goes on at the line behind the last one', async () => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
    expect(promptIn(await converse({ home, open: 'contoso' }).asked())).toBe('Update 5 or later:');
  });

  it('a page that was met names its lines and what holds, and one of them is changed', async () => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment.', 'edge.')));
    const talk = converse({ home, open: 'contoso', around: later });
    await talk.say('');
    for (const line of ['steps', 'Edge']) await talk.say(line);
    const said = flat(await talk.asked());
    expect(said).toContain('1: Edge pools, 2 pools: access-redmond.contoso.com and access-dublin.contoso.com');
    expect(said).toContain('A number goes to that line. Enter goes on.');
    for (const line of ['Partner discovery', 'no']) await talk.say(line);
    expect(onDisk(home).stated.answers['edge.partner-discovery']).toBe(false);
    expect(flat(talk.heard())).toContain('Look: This cuts every partner');
  });
});

describe('a rollout that does not simply open', () => {
  it('open elsewhere: read only changes nothing, and is said', async () => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
    const other = await openLibrary({ folder: home, around: { ...around, user: 'maria' } }).open('contoso', 'write');
    onTestFinished(() => void (other.state === 'open' && other.saved.close()));
    const before = readFileSync(fileIn(home), 'utf8');
    const talk = converse({ home, open: 'contoso' });
    const said = flat(await talk.asked());
    expect(said).toContain('Contoso is open in another window: ');
    expect(said).toMatch(/1: Read only 2: Try again 3: Take over: maria on .+ stops saving 4: Back to the list/);
    expect(flat(await talk.say('1'))).toContain('Read only: nothing is changed here.');
    expect(flat(await talk.say('yes'))).toContain('Read only: nothing is changed here.');
    expect(readFileSync(fileIn(home), 'utf8')).toBe(before);
    await talk.say('leave');
    expect(flat(talk.heard())).toContain('Contoso was open for reading only');
  });

  it('taken over while it is open here: read only from then on, and what was not saved is named', async () => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
    const talk = converse({ home, open: 'contoso' });
    await talk.asked();
    const other = await openLibrary({ folder: home, around: { ...around, user: 'maria' } }).open(
      'contoso',
      'take-over',
    );
    onTestFinished(() => void (other.state === 'open' && other.saved.close()));
    expect(flat(await talk.say('no'))).toMatch(
      /maria on .+ took over at 21:30: read only from here on\. Not saved, and put back: Update 5 or later\./,
    );
  });

  it('damaged: it says where, and the copy is opened', async () => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation')));
    const writing = converse({ home, open: 'contoso' });
    for (const line of ['2', 'leave']) await writing.say(line);
    await writing.left;
    writeFileSync(fileIn(home), readFileSync(fileIn(home), 'utf8').slice(0, 80));
    const talk = converse({ home, open: 'contoso' });
    const said = flat(await talk.asked());
    expect(said).toContain('rollout.json is damaged: it ends in the middle of a value');
    expect(said).toContain('1: Open that copy 2: Back to the list 3: Start anew');
    expect(promptIn(await talk.say('1'))).toBe('Product:');
  });

  it('of a later version: there is nothing to do but to go back', async () => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation')));
    writeFileSync(fileIn(home), readFileSync(fileIn(home), 'utf8').replace('"schemaVersion":1', '"schemaVersion":9'));
    const talk = converse({ home, open: 'contoso' });
    expect(flat(await talk.asked())).toMatch(/later skypefed.* 1: Back to the list Choice: $/);
    expect(await talk.say('1')).toContain('1 rollout:');
  });
});

describe('the list of rollouts', () => {
  it('names each and how far it is; Enter opens the last one', async () => {
    const home = await homeWith(rolloutFrom(contoso));
    const talk = converse({ home });
    const said = flat(await talk.asked());
    expect(said).toContain(
      '1 rollout: 1: Contoso: Lync Server 2013, 4 of 8 steps done, DNS published 21 Nov 2025, day 367',
    );
    expect(said).toContain('Enter opens Contoso.');
    expect(await talk.say('')).toContain('Last here');
  });

  it('a rollout is removed once its name is typed, and stays otherwise', async () => {
    const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation')));
    const talk = converse({ home });
    for (const line of ['Remove', '1']) await talk.say(line);
    expect(flat(await talk.say('contoso'))).toContain('That is another name. Contoso stays.');
    for (const line of ['Remove', '1']) await talk.say(line);
    expect(flat(await talk.say('Contoso'))).toMatch(
      /Contoso is removed\. Its folder is kept as .+removed.+ No rollout is begun yet\./,
    );
  });

  it('an answers file is opened; one that is none is refused with the places, and asked for again', async () => {
    const home = freshFolder();
    writeFileSync(join(home, 'good.json'), JSON.stringify(contoso));
    writeFileSync(join(home, 'bad.json'), JSON.stringify({ ...contoso, 'deployment.hybrid': 'no' }));
    const talk = converse({ home });
    await talk.say('2');
    expect(flat(await talk.say(join(home, 'bad.json')))).toContain(
      'deployment.hybrid: "no" is text. Expected: true or false',
    );
    expect(flat(await talk.say(join(home, 'missing.json')))).toContain('cannot be read: it is not there (ENOENT)');
    expect(promptIn(await talk.asked())).toBe('File:');
    expect(flat(await talk.say(join(home, 'good.json')))).toContain('Opened from a file, as a rollout of its own.');
    expect(onDisk(home).stated.people).toHaveLength(3);
  });
});
