import { rmSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { contentsOf, open, placeIn, unlockable, unreadable } from '../cli/unusable.ts';
import { fill, smallDisk } from '../disks.ts';
import { onDisk } from './disk.ts';
import { contoso } from './exported.ts';
import { handsOn } from './hands.ts';
import { contosoWith, homeWith, keepIn, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { toPage } from './places.ts';
import { focusOn } from './screen.ts';
import { type Hands, openTerminal } from './terminal.ts';
import { pressUntil, typeAndEnter } from './walk.ts';

const told = (hands: Hands) => hands.text().replace(/\s+/g, ' ');

/** What the table of the commands says of it, as far as the wizard says the same. */
const words: Readonly<Record<string, string>> = {
  'half of it': 'rollout.json is damaged: it ends in the middle of a value',
  'nothing in it': 'rollout.json is damaged: it is empty',
  zeros: 'rollout.json is damaged: the character U+0000',
  'a foreign file': 'rollout.json does not hold what belongs there',
  'people cut short': 'people.json is damaged: it ends in the middle of a value',
  'people gone': 'people.json is missing.',
  'an escape in it': 'rollout.json does not hold what belongs there',
  'a later version': 'was saved by a later skypefed',
  'a folder in its place, which nobody reads': 'cannot be read: a folder stands where a file belongs (EISDIR)',
  'a window of another computer': 'is open in another window: DESKTOP-7, maria, since 23 Nov 2025 09:12.',
  'a window of this one': 'is open in another window: ',
  'a lock that cannot be made': 'cannot be changed: a folder stands where a file belongs (EISDIR)',
};

const mishaps = [...unreadable, ...open, unlockable];
const really = ['half of it', 'a window of another computer'];

/** From the list into a rollout that something befell, and back to the list. */
async function openBad(hands: Hands, what: string): Promise<void> {
  await hands.until(/► [Cc]ontoso/);
  hands.send(keys.enter);
  await hands.until(/[×!] /);
  expect(told(hands)).toContain(words[what]);
  hands.send(keys.escape);
  await hands.until('Start a rollout');
}

describe('a rollout that cannot be used, opened from the list: it is said why, one goes back, and nothing is changed', () => {
  it.each(mishaps)('%s', async (what, befall) => {
    const home = await homeWith(rolloutFrom(contoso));
    befall(home);
    const before = contentsOf(home);
    const hands = await handsOn({ home });
    await openBad(hands, what);
    hands.send(keys.ctrl('c'));
    expect(await hands.exit).toMatchObject({ code: 130 });
    expect(contentsOf(home)).toEqual(before);
  });

  it.each(mishaps.filter(([what]) => really.includes(what)))('in a terminal: %s', async (what, befall) => {
    const home = await homeWith(rolloutFrom(contoso));
    befall(home);
    const before = contentsOf(home);
    const terminal = openTerminal({ home });
    await openBad(terminal, what);
    terminal.send(keys.ctrl('c'));
    expect(await terminal.exited).toMatchObject({ code: 130 });
    const after = Object.entries(contentsOf(home)).filter(([name]) => !name.startsWith('compile-cache'));
    expect(Object.fromEntries(after)).toEqual(before);
  });

  it('vanished meanwhile', async () => {
    const home = await homeWith(rolloutFrom(contoso));
    const hands = await handsOn({ home });
    await hands.until(focusOn('Contoso'));
    rmSync(placeIn(home), { recursive: true });
    hands.send(keys.enter);
    await hands.until('There is no rollout contoso in');
    hands.send(keys.escape);
    await hands.until('Start a rollout');
  });
});

it('on a full disk: an answer is not lost, it is said that it is not saved, and saved once there is room', async (context) => {
  // Room for what Node compiles, too.
  const home = smallDisk(context, 16 * 1024);
  await keepIn(home, rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  const terminal = openTerminal({ home, args: ['open', 'contoso'] });
  await terminal.until(' saved ');
  await toPage(terminal, 'Deployment', 3);
  await pressUntil(terminal, keys.tab, (focus) => focus.startsWith('Owner'));
  const before = contentsOf(placeIn(home));
  fill(home, 0);
  await typeAndEnter(terminal, 'Maria Anders');
  await terminal.until(([head = '']) => head.includes('not saved since 21:30, trying again'));
  await terminal.until(focusOn('Approver'));
  expect(contentsOf(placeIn(home))).toEqual(before);
  fill(home, 20);
  await typeAndEnter(terminal, 'Thomas Hardy');
  await terminal.until(([head = '']) => head.includes('· saved '));
  expect(onDisk(home).stated.answers).toMatchObject({
    'deployment.owner': 'Maria Anders',
    'deployment.approver': 'Thomas Hardy',
  });
});
