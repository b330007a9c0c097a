import { steps } from '../../src/steps/index.ts';
import { type Deed, type Move, onOption } from './journey/entry.ts';
import { keys } from './keys.ts';
import { focusIn, focusOn, onFocus } from './screen.ts';
import type { Hands } from './terminal.ts';

/** Waits until the keyboard is where a move begins, and does it. The screen after it is awaited by whatever comes next. */
export async function perform(terminal: Hands, move: Move): Promise<void> {
  await isAt(terminal, move);
  await act(terminal, move.deed);
}

/** Waits until the keyboard is where a move begins. */
export async function isAt(terminal: Hands, move: Move): Promise<void> {
  await towards(move, terminal.until(onFocus(move.at)));
}

/** Tells of what failed on the way to a move where that was. */
export async function towards(move: Move, way: Promise<unknown>): Promise<void> {
  const { name, where } = move;
  await way.catch((error: Error) => {
    throw new Error(`On the way to ${[where.step.title, where.page.title, name].join(', ')}: ${error.message}`);
  });
}

async function act(terminal: Hands, deed: Deed): Promise<void> {
  switch (deed.do) {
    case 'pass':
      return terminal.send(keys.enter);
    case 'leave':
      return terminal.send(keys.tab);
    case 'add':
      await pressUntil(terminal, keys.end, (focus) => focus.startsWith(deed.label));
      return terminal.send(keys.enter);
    case 'type':
      if (deed.over) await terminal.sendAndSee(keys.clear);
      return typeAndEnter(terminal, deed.text);
    case 'letter':
      terminal.send(deed.letter);
      await terminal.until(`● ${deed.label}`);
      return terminal.send(keys.enter);
    case 'choose':
      await walkTo(terminal, deed);
      return terminal.send(keys.enter);
  }
}

/** Types into the line of the keyboard. Enter waits for the echo: in one chunk with text it is no key. */
export async function typeAndEnter(terminal: Hands, text: string): Promise<void> {
  // In a wide window the same words may stand beside the line already, in the third column.
  const times = (focus: string) => focus.split(text.slice(-16)).length;
  const before = times(focusIn(terminal.screen()) ?? '');
  terminal.send(text);
  await terminal.until(onFocus((focus) => times(focus) > before));
  terminal.send(keys.enter);
}

async function walkTo(terminal: Hands, { label, options }: Extract<Deed, { do: 'choose' }>): Promise<void> {
  const here = options.findIndex((option) => onFocus(onOption(option))(terminal.screen()));
  const by = options.indexOf(label) - here;
  for (let i = 0; i < Math.abs(by); i++) await terminal.sendAndSee(by > 0 ? keys.down : keys.up);
  await terminal.until(onFocus(onOption(label)));
}

/** Presses a key until something is true of the focus; as often as a screen has lines. */
export async function pressUntil(terminal: Hands, key: string, holds: (focus: string) => boolean): Promise<void> {
  for (let i = 0; i < 60 && !onFocus(holds)(terminal.screen()); i++) await terminal.sendAndSee(key);
  await terminal.until(onFocus(holds));
}

/** From the first screen there is to the first page of a new rollout. */
export async function startRollout(terminal: Hands, organisation: string): Promise<void> {
  await terminal.until(focusOn('Start a rollout'));
  terminal.send(keys.enter);
  await terminal.until(focusOn('Organisation'));
  await typeAndEnter(terminal, organisation);
}

/** From anywhere in a rollout to the list of steps, and there to a step or to what follows the steps. */
export async function toStep(terminal: Hands, title: string): Promise<void> {
  const all = [...steps.map((step) => step.title), 'Review', 'Plan', 'Export'];
  await pressUntil(terminal, keys.escape, (focus) => all.some((one) => isTitle(one, focus)));
  if (!onFocus((focus) => isTitle(title, focus))(terminal.screen())) {
    terminal.send(title.split(' ')[0]?.toLowerCase() ?? '');
    await terminal.until(onFocus((focus) => isTitle(title, focus)));
  }
  terminal.send(keys.enter);
  const step = steps.findIndex((one) => one.title === title);
  await terminal.until(([head = '']) =>
    step < 0 ? head.startsWith(` ${title} `) : head.includes(`tep ${step + 1} of`),
  );
}

/** A title alone, perhaps with a sign behind it: a step in the list of steps, a page at its telling. */
export function isTitle(title: string, focus: string): boolean {
  return focus.startsWith(title) && /^( [√…×!v.X])?( {2}|$)/.test(focus.slice(title.length));
}

/** From the last page to the export, by what each screen offers; the folder is typed, and everything written. */
export async function exportInto(terminal: Hands, folder: string): Promise<void> {
  await pressUntil(terminal, keys.pageDown, () => /^ ?Review/m.test(terminal.text()));
  for (const next of ['Go on to the plan', 'Go on to the export']) {
    await pressUntil(terminal, keys.end, (focus) => focus.startsWith(next));
    terminal.send(keys.enter);
  }
  await terminal.until(focusOn('Write'));
  terminal.send(keys.up);
  await terminal.until(focusOn('Export to'));
  await terminal.sendAndSee(keys.clear);
  await typeAndEnter(terminal, folder);
  await terminal.until(focusOn('Write'));
  terminal.send(keys.enter);
  await terminal.until('Written ');
}
