import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { onDisk } from './disk.ts';
import { contosoWith, homeWith, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { at, handsAt, type Place, places, toPage } from './places.ts';
import { focusOn } from './screen.ts';
import { builtProgram, openTerminal } from './terminal.ts';
import { pressUntil } from './walk.ts';

const really = ['the first run', 'a damaged file', 'a draft', 'the export'];

describe('Ctrl+C leaves three lines and exit code 130', () => {
  it.each(places.filter(({ name }) => really.includes(name)))('in a terminal, at $name', async (place) => {
    const { terminal, home } = await at(place);
    terminal.send(keys.ctrl('c'));
    expect(await terminal.exited).toEqual({ code: 130, signal: 0 });
    expect(terminal.modes()).toEqual({ alternate: false, bracketedPaste: false });
    expect(isCursorShown(terminal.bytes())).toBe(true);
    expect(terminal.text().split('\n')).toEqual(linesFor(place, home));
    expect(isLocked(home)).toBe(false);
  });

  it.each(places)('at $name', async (place) => {
    const { hands, home } = await handsAt(place);
    expect(isLocked(home)).toBe(place.open !== undefined);
    hands.send(keys.ctrl('c'));
    expect(await hands.exit).toEqual({ code: 130, words: linesFor(place, home) });
    expect(isLocked(home)).toBe(false);
  });
});

const isLocked = (home: string) => existsSync(join(home, 'rollouts', 'contoso', 'lock'));

it('leaves a shell as it found it: lines are edited and echoed again, on the screen that was there before', async () => {
  const home = await homeWith();
  // Told by the terminal itself, once the program is gone.
  const script = 'echo before; "$0" "$1"; echo "code $?"; stty -a; echo after';
  const terminal = openTerminal({ home, instead: ['sh', '-c', script, process.execPath, builtProgram] });
  await terminal.until(focusOn('Start a rollout'));
  expect(terminal.text()).not.toContain('before');
  terminal.send(keys.ctrl('c'));
  await terminal.exited;
  const text = terminal.text();
  expect(text).toMatch(/^before\nNo rollout is begun yet\.\nIn .+\nGo on with: skypefed\ncode 130\n/);
  for (const flag of ['icanon', 'echo', 'isig', 'icrnl', 'opost'])
    expect(text).toMatch(new RegExp(`(?<![-\\w])${flag}\\b`));
});

it('keeps a draft that is right, and names one that is not', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  const terminal = openTerminal({ home, args: ['open', 'contoso'], columns: 120 });
  await terminal.until('saved');
  await toPage(terminal, 'Deployment', 2);
  await pressUntil(terminal, keys.tab, (focus) => focus.startsWith('SIP domains'));
  terminal.send('sip contoso com');
  await terminal.until('sip contoso com');
  await pressUntil(terminal, keys.pageDown, () => terminal.text().includes('page 3 of 3'));
  await pressUntil(terminal, keys.tab, (focus) => focus.startsWith('Owner'));
  terminal.send('Maria Anders');
  await terminal.until('Maria Anders');
  terminal.send(keys.ctrl('c'));
  expect(await terminal.exited).toMatchObject({ code: 130 });
  expect(terminal.text().split('\n')[0]).toBe(
    `${savedWords(home)} Accepted on leaving: Owner. One draft was not accepted: SIP domains.`,
  );
  expect(onDisk(home).stated.answers).toMatchObject({ 'deployment.owner': 'Maria Anders' });
});

/** What is told on leaving a place; a draft that is right is kept. */
function linesFor({ open, begins, name }: Place, home: string): readonly string[] {
  if (open === undefined) {
    const words = begins === 'nothing' ? 'No rollout is begun yet.' : '1 rollout saved.';
    return [words, `In ${home}`, 'Go on with: skypefed'];
  }
  const words = savedWords(home) + (name === 'a draft' ? ' Accepted on leaving: Owner.' : '');
  return [words, `In ${join(home, 'rollouts', open)}`, `Go on with: skypefed open ${open}`];
}

/** What is on the disk, counted. */
function savedWords(home: string): string {
  const { answers, tasks, people } = onDisk(home).stated;
  const states = [tasks, ...people.map((person) => person.tasks)].flatMap((all) => Object.keys(all));
  return `Contoso is saved: ${Object.keys(answers).length} answers, ${states.length} tasks.`;
}

function isCursorShown(bytes: string): boolean {
  return bytes.lastIndexOf('\u001b[?25h') > bytes.lastIndexOf('\u001b[?25l');
}
