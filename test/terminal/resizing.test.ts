import { describe, expect, it } from 'vitest';
import { forAll } from '../state/around.ts';
import { onDisk } from './disk.ts';
import { contoso } from './exported.ts';
import { homeWith, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { atLine } from './lines.ts';
import { at, goTo, places } from './places.ts';
import { focusIn, focusOn } from './screen.ts';
import { openTerminal, type Size, type Terminal } from './terminal.ts';

const sizes: readonly Size[] = [
  { columns: 60, rows: 20 },
  { columns: 120, rows: 40 },
  { columns: 45, rows: 15 },
  { columns: 80, rows: 24 },
];

const isTooSmall = ({ columns, rows }: Size) => columns < 50 || rows < 20;

/** A whole frame of this size: the head is the first line, the foot the last but one, and the last stays free. */
function isFrameOf(size: Size): (lines: readonly string[]) => boolean {
  const { columns, rows } = size;
  if (isTooSmall(size)) return (lines) => lines.join(' ').includes(`it is ${columns} by ${rows}.`);
  return (lines) =>
    lines.length === rows &&
    /^ \S/.test(lines[0] ?? '') &&
    /^ (Enter|Esc) /.test(lines[rows - 2] ?? '') &&
    lines[rows - 1] === '';
}

/** Does something upon which the program draws anew, and waits for a whole frame of its own. */
async function drawnAfter(terminal: Terminal, size: Size, act: () => void): Promise<readonly string[]> {
  const before = terminal.bytes().length;
  const whole = isFrameOf(size);
  act();
  await terminal.until((lines) => terminal.bytes().length > before && whole(lines));
  return terminal.screen();
}

/**
 * Resizes the window: what is shown then is what is shown when all is drawn from nothing, inside of the window. A window
 * that is too small has no ears for that key.
 */
async function resizeCleanly(terminal: Terminal, size: Size): Promise<void> {
  const shown = await drawnAfter(terminal, size, () => terminal.resize(size));
  expect(shown.at(-1)).toBe('');
  for (const line of shown) expect(line.length, line).toBeLessThan(size.columns);
  if (isTooSmall(size)) return;
  expect(await drawnAfter(terminal, size, () => terminal.send(keys.ctrl('l')))).toEqual(shown);
}

/** A page with a text in draft under the keyboard. */
async function typing(text: string): Promise<{ home: string; terminal: Terminal }> {
  const { home, terminal } = await atLine(3, 'Owner');
  terminal.send(text);
  await terminal.until(focusOn(`Owner     `));
  await terminal.until(text);
  return { home, terminal };
}

it('keeps what is typed, and leaves nothing behind, when the window is resized', async () => {
  const { home, terminal } = await typing('Maria');
  for (const size of sizes) {
    await resizeCleanly(terminal, size);
    if (!isTooSmall(size)) expect(focusIn(terminal.screen())).toMatch(/^Owner +Maria +draft/);
  }
  terminal.send(' Anders');
  await terminal.until('Maria Anders');
  terminal.send(keys.enter);
  await terminal.until(focusOn('Approver'));
  expect(onDisk(home).stated.answers).toMatchObject({ 'deployment.owner': 'Maria Anders' });
});

it('changes nothing while the window is too small to show it', async () => {
  const { home, terminal } = await typing('Maria');
  await resizeCleanly(terminal, { columns: 45, rows: 15 });
  terminal.send(`x${keys.escape}`);
  terminal.send(keys.enter);
  // Nothing is to be seen of them, so a window of another size tells that they were read.
  await resizeCleanly(terminal, { columns: 44, rows: 15 });
  await resizeCleanly(terminal, { columns: 80, rows: 24 });
  expect(focusIn(terminal.screen())).toMatch(/^Owner +Maria +draft/);
  terminal.resize({ columns: 45, rows: 15 });
  terminal.send(keys.ctrl('c'));
  expect(await terminal.exited).toMatchObject({ code: 130 });
  expect(onDisk(home).stated.answers).toMatchObject({ 'deployment.owner': 'Maria' });
});

it('loses no key that comes while the window is resized', async () => {
  const { home, terminal } = await typing('M');
  const large = sizes.filter((size) => !isTooSmall(size));
  for (const [i, letter] of [...'aria Anders'].entries()) {
    const size = large[i % large.length];
    if (size) terminal.resize(size);
    terminal.send(letter);
  }
  const last = { columns: 80, rows: 24 };
  terminal.resize(last);
  // Of sizes that come faster than it draws the program sees the last one only: it has to have seen this one.
  await terminal.until((lines) => isFrameOf(last)(lines) && /Owner +Maria Anders +draft/.test(lines.join('\n')));
  await resizeCleanly(terminal, { columns: 60, rows: 20 });
  terminal.send(keys.enter);
  await terminal.until(focusOn('Approver'));
  expect(onDisk(home).stated.answers).toMatchObject({ 'deployment.owner': 'Maria Anders' });
});

const placesNamed = (...names: readonly string[]) => places.filter(({ name }) => names.includes(name));

describe('leaves nothing behind at', () => {
  it.each(placesNamed('the first run', 'what a page tells'))('$name', async (place) => {
    const { terminal } = await at(place);
    await resizeToAll(terminal);
  });

  const here = forAll(async () => {
    const home = await homeWith(rolloutFrom(contoso));
    return { home, terminal: openTerminal({ home, args: ['open', 'contoso'] }) };
  });

  it.each(placesNamed('why', 'the people', 'the review', 'the plan', 'the export'))('$name', async (place) => {
    const { terminal, home } = here();
    await goTo(place, terminal, home);
    await resizeToAll(terminal);
  });
});

async function resizeToAll(terminal: Terminal): Promise<void> {
  const before = terminal.text();
  for (const size of sizes) await resizeCleanly(terminal, size);
  expect(terminal.text()).toBe(before);
}
