import type { Surroundings } from '../../src/model/index.ts';
import { draw, type Frame } from '../../src/screens/draw.ts';
import { plain } from '../../src/screens/look/lines.ts';
import { lookOf } from '../../src/screens/look/theme.ts';
import { createStore, type Exit } from '../../src/screens/store.ts';
import { type Key, type KeyName, keysOf } from '../../src/screens/text/input.ts';
import { openLibrary } from '../../src/state/store.ts';
import { keys } from './keys.ts';
import { deadline, type Hands, isShown, moment, type Size, type Wanted } from './terminal.ts';

const around: Surroundings = { now: () => moment, offset: 0, user: 'ana', version: '0.1.0' };
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
  [keys.f1]: 'function',
};

export type HandsOptions = Partial<Size> & { home: string; open?: string | undefined };

/** Settles with what is said on leaving. */
export type OwnHands = Hands & { exit: Promise<Exit> };

/**
 * The wizard without a process and a terminal: its files, its session, its frames. For what is to be seen of many
 * rollouts, or on a long way; that a terminal shows the same, other tests tell.
 */
export async function handsOn({ home, open, columns = 80, rows = 24 }: HandsOptions): Promise<OwnHands> {
  const size = { columns, rows };
  const store = createStore({ library: openLibrary({ folder: home, around }), around, size, command: 'skypefed' });
  if (open !== undefined) await store.open(open);
  let shown: readonly string[] | undefined;
  store.subscribe(() => {
    shown = undefined;
  });
  const screen = () => {
    shown ??= linesOf(draw(store.session(), store.moments(), look), rows);
    return shown;
  };
  const text = () => screen().join('\n').trimEnd();
  const send = (bytes: string) => {
    for (const key of keysIn(bytes)) store.press(key);
  };
  /** Keys are worked off before `send` returns; what can still come is a file that is being opened. */
  const until = async (what: Wanted) => {
    if (isShown(what, screen())) return text();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const stop = store.subscribe(() => isShown(what, screen()) && resolve());
    const late = () => reject(new Error(`This was not shown: ${String(what)}\nThe screen:\n${text()}`));
    const timer = setTimeout(late, deadline);
    await promise.finally(() => {
      stop();
      clearTimeout(timer);
    });
    return text();
  };
  return {
    send,
    screen,
    text,
    until,
    sendAndSee(bytes) {
      const before = text();
      send(bytes);
      return until((now) => now.join('\n').trimEnd() !== before);
    },
    exit: store.exit,
  };
}

function linesOf({ lines }: Frame, rows: number): readonly string[] {
  return Array.from({ length: rows }, (_, y) => plain(lines[y] ?? []).trimEnd());
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
