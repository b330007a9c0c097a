import type { Surroundings } from '../../src/model/index.ts';
import { draw, type Frame } from '../../src/screens/draw.ts';
import { plain } from '../../src/screens/look/lines.ts';
import { lookOf } from '../../src/screens/look/theme.ts';
import { createStore } from '../../src/screens/store.ts';
import { type Key, type KeyName, keysOf } from '../../src/screens/text/input.ts';
import { openLibrary } from '../../src/state/store.ts';
import { keys } from './keys.ts';
import { type Hands, isShown, moment } from './terminal.ts';

const around: Surroundings = { now: () => moment, offset: 0, user: 'ana', version: '0.1.0' };
const size = { columns: 80, rows: 24 };
const look = lookOf({ colour: false, ascii: false });

/** What Ink makes of a sequence; everything else is told by its characters. */
const named: Readonly<Record<string, KeyName>> = {
  [keys.backTab]: 'back-tab',
  [keys.up]: 'up',
  [keys.down]: 'down',
  [keys.right]: 'right',
  [keys.left]: 'left',
  [keys.pageDown]: 'page-down',
  [keys.pageUp]: 'page-up',
  [keys.home]: 'home',
  [keys.end]: 'end',
  [keys.delete]: 'delete',
};

/**
 * The wizard as it opens a rollout of a home: its files, its session and its frames, but no process and no terminal. Keys
 * are worked off before `send` returns, so that a screen which does not show what is waited for never will.
 */
export async function reopened(home: string, id: string): Promise<Hands & { leave(): void }> {
  const store = createStore({ library: openLibrary({ folder: home, around }), around, size, command: 'skypefed' });
  await store.open(id);
  let shown: readonly string[] | undefined;
  const screen = () => {
    shown ??= drawn(draw(store.session(), store.moments(), look));
    return shown;
  };
  const text = () => screen().join('\n').trimEnd();
  const send = (bytes: string) => {
    for (const key of keysIn(bytes)) store.press(key);
    shown = undefined;
  };
  const until = async (what: Parameters<Hands['until']>[0]) => {
    if (!isShown(what, screen())) throw new Error(`This is not shown: ${String(what)}\nThe screen:\n${text()}`);
    return text();
  };
  return {
    send,
    screen,
    text,
    until,
    async sendAndSee(bytes) {
      const before = text();
      send(bytes);
      if (text() === before) throw new Error(`${JSON.stringify(bytes)} changes nothing.\nThe screen:\n${before}`);
      return text();
    },
    leave: () => store.press({ key: 'ctrl-c' }),
  };
}

function drawn({ lines }: Frame): readonly string[] {
  return Array.from({ length: size.rows }, (_, y) => plain(lines[y] ?? []).trimEnd());
}

function keysIn(bytes: string): readonly Key[] {
  const name = named[bytes];
  return name ? [{ key: name }] : keysOf(bytes, noFlags);
}

const noFlags = {
  ...{ upArrow: false, downArrow: false, leftArrow: false, rightArrow: false, pageDown: false, pageUp: false },
  ...{ home: false, end: false, return: false, escape: false, ctrl: false, shift: false, tab: false },
  ...{ backspace: false, delete: false, meta: false },
};
