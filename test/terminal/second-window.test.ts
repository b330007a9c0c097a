import { hostname } from 'node:os';
import { expect, it } from 'vitest';
import { onDisk } from './disk.ts';
import { contosoWith, homeWith, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { toPage } from './places.ts';
import { focusOn } from './screen.ts';
import { openTerminal, type Terminal } from './terminal.ts';
import { pressUntil } from './walk.ts';

const answersOf = (home: string) => onDisk(home).stated.answers;
const beginning = ['deployment.organisation', 'deployment.product'] as const;

/** Contoso in two windows; the second one is told of the first. */
async function twoWindows(): Promise<{ home: string; first: Terminal; second: Terminal }> {
  const home = await homeWith(rolloutFrom(contosoWith(...beginning)));
  const first = openTerminal({ home, args: ['open', 'contoso'] });
  await first.until(/ saved /);
  const second = openTerminal({ home, args: ['open', 'contoso'], env: { SKYPEFED_USER: 'thomas' } });
  await second.until(`Contoso is open in another window: ${hostname()}, ana, since 21:30.`);
  await second.until(focusOn('Read only'));
  return { home, first, second };
}

async function toOwner(terminal: Terminal): Promise<void> {
  await toPage(terminal, 'Deployment', 3);
  await pressUntil(terminal, keys.backTab, (focus) => focus.startsWith('Who answers for it'));
  await pressUntil(terminal, keys.tab, (focus) => focus.startsWith('Owner'));
}

/** Types an owner and Enter; what the screen says then is awaited by whatever comes next. */
async function answerOwner(terminal: Terminal, name: string): Promise<void> {
  await toOwner(terminal);
  terminal.send(name);
  await terminal.until(name);
  terminal.send(keys.enter);
}

it('reads only: what is changed there is told, and not kept; the other window goes on', async () => {
  const { home, first, second } = await twoWindows();
  second.send(keys.enter);
  await second.until(([head = '']) => head.includes('read only'));
  await toOwner(second);
  second.send('Thomas Hardy');
  await second.until('Read only: nothing is changed here');
  expect(answersOf(home)).not.toHaveProperty('deployment.owner');
  await answerOwner(first, 'Maria Anders');
  await first.until(focusOn('Approver'));
  expect(answersOf(home)).toMatchObject({ 'deployment.owner': 'Maria Anders' });
  second.send(keys.ctrl('c'));
  expect(await second.exited).toMatchObject({ code: 130 });
  expect(second.text()).toMatch(/^Contoso was open for reading only: 2 answers, 0 tasks\./);
});

it('tries again: still open elsewhere, then free', async () => {
  const { first, second } = await twoWindows();
  second.send(keys.down);
  await second.until(focusOn('Try again'));
  second.send(keys.enter);
  await second.until(focusOn('Read only'));
  first.send(keys.ctrl('c'));
  await first.exited;
  second.send(keys.down);
  await second.until(focusOn('Try again'));
  second.send(keys.enter);
  await second.until(([head = '']) => head.includes(' saved '));
});

it('takes over: the other window reads only from its next answer on, and nothing that was saved is lost', async () => {
  const { home, first, second } = await twoWindows();
  await answerOwner(first, 'Ana Trujillo');
  await first.until(focusOn('Approver'));
  await pressUntil(second, keys.down, (focus) => focus.startsWith('Take over'));
  second.send(keys.enter);
  await second.until(([head = '']) => head.includes(' saved '));
  await answerOwner(second, ' and Maria Anders');
  await second.until(focusOn('Approver'));
  const taken = answersOf(home);
  expect(taken).toMatchObject({ 'deployment.owner': 'Ana Trujillo and Maria Anders' });
  first.send('Thomas Hardy');
  await first.until('Thomas Hardy');
  first.send(keys.enter);
  const told = `thomas on ${hostname()} took over at 21:30: read only from here on. Not saved, and put back: Approver.`;
  await first.until((lines) => lines.join(' ').replace(/\s+/g, ' ').includes(told));
  await first.until(([head = '']) => head.includes('read only'));
  expect(answersOf(home)).toEqual(taken);
  first.send(keys.ctrl('c'));
  await first.exited;
  second.send('Thomas Hardy');
  await second.until('Thomas Hardy');
  second.send(keys.enter);
  await second.until(focusOn('Window'));
  expect(answersOf(home)).toMatchObject({ 'deployment.approver': 'Thomas Hardy' });
});
