import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { contoso } from './exported.ts';
import { handsOn, type OwnHands } from './hands.ts';
import { contosoWith, homeWith, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { focusOn, onFocus } from './screen.ts';
import { type Hands, openTerminal, type Size, type Terminal, type TerminalOptions } from './terminal.ts';
import { pressUntil, toStep } from './walk.ts';

/** A kind of screen, and the way to it. */
export type Place = {
  name: string;
  /** What is there before: nothing, Contoso with what is stated of its deployment, or all of it. */
  begins: 'nothing' | 'begun' | 'whole';
  /** The rollout that is opened at once. */
  open?: 'contoso';
  go(hands: Hands, home: string): Promise<unknown>;
};

const open = 'contoso';
const enter = async (terminal: Hands, key: string, focus: string) => {
  terminal.send(key);
  await terminal.until(focusOn(focus));
};

/** To a page of a step, by its number. */
export async function toPage(terminal: Hands, step: string, page: number): Promise<void> {
  await toStep(terminal, step);
  const there = () => terminal.screen()[0]?.includes(`, page ${page} of`) ?? false;
  await pressUntil(terminal, keys.pageDown, there);
}

async function toPeople(terminal: Hands): Promise<void> {
  await toStep(terminal, 'Contacts');
  await pressUntil(terminal, keys.tab, (focus) => focus.startsWith('Maria Anders'));
}

/** Every kind of screen that there is. */
export const places: readonly Place[] = [
  { name: 'the first run', begins: 'nothing', go: (t) => t.until(focusOn('Start a rollout')) },
  { name: 'home', begins: 'begun', go: (t) => t.until(focusOn('Contoso')) },
  {
    name: 'a new rollout',
    begins: 'nothing',
    async go(t) {
      await t.until(focusOn('Start a rollout'));
      await enter(t, keys.enter, 'Organisation');
    },
  },
  {
    name: 'a file to open',
    begins: 'nothing',
    async go(t) {
      await t.until(focusOn('Start a rollout'));
      await enter(t, keys.down, 'Open an answers file');
      await enter(t, keys.enter, 'File');
    },
  },
  {
    name: 'a rollout to remove',
    begins: 'begun',
    async go(t) {
      await t.until(focusOn('Contoso'));
      t.send(keys.ctrl('d'));
      await t.until('Remove Contoso');
    },
  },
  {
    name: 'a damaged file',
    begins: 'begun',
    async go(t, home) {
      await t.until(focusOn('Contoso'));
      truncateSync(join(home, 'rollouts', 'contoso', 'rollout.json'), 100);
      t.send(keys.enter);
      await t.until('×');
    },
  },
  { name: 'where it goes on', begins: 'whole', open, go: (t) => t.until('Last here') },
  {
    name: 'the steps',
    begins: 'begun',
    open,
    async go(t) {
      await toStep(t, 'Deployment');
      await enter(t, keys.escape, 'Deployment');
    },
  },
  {
    name: 'what a page tells',
    begins: 'begun',
    open,
    async go(t) {
      await toStep(t, 'Edge');
      await t.until(focusOn('The Access Edge'));
    },
  },
  {
    name: 'a draft',
    begins: 'begun',
    open,
    async go(t) {
      await toPage(t, 'Deployment', 3);
      await pressUntil(t, keys.backTab, (focus) => focus.startsWith('Owner'));
      t.send(' and others');
      await t.until(onFocus((focus) => focus.includes('Maria Anders and others')));
    },
  },
  {
    name: 'why',
    begins: 'begun',
    open,
    async go(t) {
      await toStep(t, 'Edge');
      t.send(keys.f1);
      await t.until('Why: ');
    },
  },
  {
    name: 'the people',
    begins: 'whole',
    open,
    go: toPeople,
  },
  {
    name: 'a person',
    begins: 'whole',
    open,
    async go(t) {
      await toPeople(t);
      await enter(t, keys.enter, 'Name');
    },
  },
  { name: 'the review', begins: 'whole', open, go: (t) => toStep(t, 'Review') },
  { name: 'the plan', begins: 'whole', open, go: (t) => toStep(t, 'Plan') },
  { name: 'the export', begins: 'whole', open, go: (t) => toStep(t, 'Export') },
];

const beginnings = {
  nothing: () => homeWith(),
  begun: () => homeWith(rolloutFrom(contosoWith('deployment'))),
  whole: () => homeWith(rolloutFrom(contoso)),
} as const;

/** Opens the program in a terminal and goes to a place. */
export async function at(
  place: Place,
  options: Partial<Size> & Pick<TerminalOptions, 'env' | 'instead'> = {},
): Promise<{ terminal: Terminal; home: string }> {
  const { begins, open } = place;
  const home = await beginnings[begins]();
  const terminal = openTerminal({ home, args: open ? ['open', open] : [], ...options });
  await goTo(place, terminal, home);
  return { terminal, home };
}

/** The same without a terminal. */
export async function handsAt(place: Place): Promise<{ hands: OwnHands; home: string }> {
  const { begins, open } = place;
  const home = await beginnings[begins]();
  const hands = await handsOn({ home, open });
  await goTo(place, hands, home);
  return { hands, home };
}

/** From the first screen to a place. */
export async function goTo({ open, go, name }: Place, hands: Hands, home: string): Promise<void> {
  if (open) await hands.until(([head = '']) => / saved /.test(head));
  try {
    await go(hands, home);
  } catch (error) {
    throw new Error(`On the way to ${name}: ${error instanceof Error ? error.message : error}`);
  }
}
