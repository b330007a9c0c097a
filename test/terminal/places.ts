import { truncateSync } from 'node:fs';
import { join } from 'node:path';
import { contoso } from './exported.ts';
import { contosoWith, homeWith, rolloutFrom } from './homes.ts';
import { keys } from './keys.ts';
import { focusOn, onFocus } from './screen.ts';
import { openTerminal, type Size, type Terminal, type TerminalOptions } from './terminal.ts';
import { pressUntil, toStep } from './walk.ts';

/** A kind of screen, and the way to it. */
export type Place = {
  name: string;
  /** What is there before: nothing, Contoso with what is stated of its deployment, or all of it. */
  begins: 'nothing' | 'begun' | 'whole';
  args?: readonly string[];
  go(terminal: Terminal, home: string): Promise<unknown>;
};

const open = ['open', 'contoso'];
const enter = async (terminal: Terminal, key: string, focus: string) => {
  terminal.send(key);
  await terminal.until(focusOn(focus));
};

/** To a page of a step, by its number. */
export async function toPage(terminal: Terminal, step: string, page: number): Promise<void> {
  await toStep(terminal, step);
  const there = () => terminal.screen()[0]?.includes(`, page ${page} of`) ?? false;
  await pressUntil(terminal, keys.pageDown, there);
}

async function toPeople(terminal: Terminal): Promise<void> {
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
  { name: 'where it goes on', begins: 'whole', args: open, go: (t) => t.until('Last here') },
  {
    name: 'the steps',
    begins: 'begun',
    args: open,
    async go(t) {
      await toStep(t, 'Deployment');
      await enter(t, keys.escape, 'Deployment');
    },
  },
  {
    name: 'what a page tells',
    begins: 'begun',
    args: open,
    async go(t) {
      await toStep(t, 'Edge');
      await t.until(focusOn('The Access Edge'));
    },
  },
  {
    name: 'a draft',
    begins: 'begun',
    args: open,
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
    args: open,
    async go(t) {
      await toStep(t, 'Edge');
      t.send(keys.f1);
      await t.until('Why: ');
    },
  },
  {
    name: 'the people',
    begins: 'whole',
    args: open,
    go: toPeople,
  },
  {
    name: 'a person',
    begins: 'whole',
    args: open,
    async go(t) {
      await toPeople(t);
      await enter(t, keys.enter, 'Name');
    },
  },
  { name: 'the review', begins: 'whole', args: open, go: (t) => toStep(t, 'Review') },
  { name: 'the plan', begins: 'whole', args: open, go: (t) => toStep(t, 'Plan') },
  { name: 'the export', begins: 'whole', args: open, go: (t) => toStep(t, 'Export') },
];

const beginnings = {
  nothing: () => homeWith(),
  begun: () => homeWith(rolloutFrom(contosoWith('deployment'))),
  whole: () => homeWith(rolloutFrom(contoso)),
} as const;

/** Opens the program and goes to a place. */
export async function at(
  { begins, args = [], go, name }: Place,
  options: Partial<Size> & Pick<TerminalOptions, 'env' | 'instead'> = {},
): Promise<{ terminal: Terminal; home: string }> {
  const home = await beginnings[begins]();
  const terminal = openTerminal({ home, args, ...options });
  if (args.length > 0) await terminal.until(([head = '']) => / saved /.test(head));
  try {
    await go(terminal, home);
  } catch (error) {
    throw new Error(`On the way to ${name}: ${error instanceof Error ? error.message : error}`);
  }
  return { terminal, home };
}
