import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { inject } from 'vitest';
import { atEnd } from '../state/around.ts';

export type Exit = { code: number; signal: number | undefined };
export type Size = { columns: number; rows: number };
/** What is waited for: a text on the screen, or whatever can be told from its lines. */
export type Wanted = string | RegExp | ((lines: readonly string[]) => boolean);

/** What somebody has who works at the wizard: keys, and a screen to look at. */
export type Hands = {
  send(bytes: string): void;
  /** Lines of the screen now, blanks at the end cut; on the ordinary screen what was scrolled off it comes before. */
  screen(): readonly string[];
  text(): string;
  /** Waits until the screen shows it; throws with the screen after the deadline. Returns the screen. */
  until(what: Wanted): Promise<string>;
  /** Sends, and waits until the screen is another than it was. */
  sendAndSee(bytes: string): Promise<string>;
};

/** The built program in a real pty, its screen as a terminal shows it. */
export type Terminal = Hands & {
  /** Everything that was ever printed, control sequences included. */
  bytes(): string;
  /** Where the real cursor stands: 0-based. */
  cursor(): { x: number; y: number };
  /** Is the screen of its own in use, and are pastes marked? */
  modes(): { alternate: boolean; bracketedPaste: boolean };
  /** Resizes the window and tells the program. */
  resize(size: Size): void;
  kill(signal: 'SIGKILL' | 'SIGTERM' | 'SIGHUP'): void;
  pid: number;
  exited: Promise<Exit>;
};

export type TerminalOptions = Partial<Size> & {
  /** The folder that SKYPEFED_HOME names. */
  home: string;
  args?: readonly string[];
  env?: Readonly<Record<string, string>>;
  /** Where the program is started; `home` unless told. */
  cwd?: string;
  /** The built program that is run, where it is not that of the last build. */
  program?: string;
  /** What is run in place of Node and a program of ours: a file and its arguments. */
  instead?: readonly [string, ...string[]];
};

/** How long a screen may take to show what is waited for: long, since nothing waits for it when all is well. */
export const deadline = 15_000;

export const builtProgram = inject('program');

/** The moment at which the clock of the program stands: without it days that a screen tells would change. */
export const moment = '2026-11-23T21:30:00.000Z';

/** What the program is told by its environment; nothing of who runs the tests reaches it, but where programs are. */
export function environment(home: string): Record<string, string> {
  const inherited = ['PATH', 'HOME', 'TMPDIR'].flatMap((name): [string, string][] => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value]];
  });
  return {
    ...Object.fromEntries(inherited),
    LANG: 'C.UTF-8',
    SKYPEFED_HOME: home,
    SKYPEFED_USER: 'ana',
    NODE_COMPILE_CACHE: inject('compiled'),
    SOURCE_DATE_EPOCH: String(Date.parse(moment) / 1000),
  };
}

/** Starts it in a terminal of its own; what is still running when the test is over is ended. */
export function openTerminal(options: TerminalOptions): Terminal {
  const { home, program = builtProgram, args = [], columns = 80, rows = 24, env = {}, cwd = home } = options;
  const [file, ...rest] = options.instead ?? [process.execPath, program, ...args];
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 10_000 });
  const child = spawn(file, rest, {
    // It becomes TERM, whatever the environment says.
    name: env.TERM ?? 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: { ...environment(home), ...env },
  });
  let printed = '';
  let over = false;
  const listeners = new Set<() => void>();
  // What a narrower window cut off is kept behind its edge.
  const lineAt = (y: number) => screen.buffer.active.getLine(y)?.translateToString(true, 0, screen.cols).trimEnd();
  const between = (from: number, to: number) => Array.from({ length: to - from }, (_, y) => lineAt(from + y) ?? '');
  let scrolledOff: readonly string[] = [];
  const read = () => {
    // A screen of its own has nothing above it.
    const { baseY: top } = screen.buffer.active;
    if (top < scrolledOff.length) scrolledOff = [];
    if (top > scrolledOff.length) scrolledOff = [...scrolledOff, ...between(scrolledOff.length, top)];
    return [...scrolledOff, ...between(top, top + screen.rows)];
  };
  let shown = read();
  const changed = () => {
    // A frame that is being drawn is not shown yet: terminals wait for its end.
    if (screen.modes.synchronizedOutputMode && !over) return;
    shown = read();
    for (const listener of [...listeners]) listener();
  };
  child.onData((data) => {
    printed += data;
    screen.write(data, changed);
  });
  // Replies of the terminal (cursor position and the like) go back to the program, as they do in a real one.
  screen.onData((data) => child.write(data));
  const exited = new Promise<Exit>((done) => {
    child.onExit(({ exitCode, signal }) => {
      // What was printed last is parsed before anybody looks.
      screen.write('', () => {
        over = true;
        changed();
        done({ code: exitCode, signal });
      });
    });
  });
  atEnd(async () => {
    if (!over) child.kill('SIGKILL');
    await exited;
    screen.dispose();
  });

  const text = () => shown.join('\n').trimEnd();
  const until = (what: Wanted) =>
    new Promise<string>((done, fail) => {
      const stop = () => {
        clearTimeout(timer);
        listeners.delete(look);
      };
      const give = (why: string) => {
        stop();
        fail(new Error(`${why} ${String(what)}\nThe screen:\n${text()}`));
      };
      const look = () => {
        if (isShown(what, shown)) {
          stop();
          done(text());
        } else if (over) give('The program ended before this was shown:');
      };
      const timer = setTimeout(() => give('This was not shown:'), deadline);
      listeners.add(look);
      look();
    });
  return {
    send: (bytes) => child.write(bytes),
    screen: () => shown,
    text,
    bytes: () => printed,
    until,
    sendAndSee(bytes) {
      const before = text();
      child.write(bytes);
      return until((now) => now.join('\n').trimEnd() !== before);
    },
    cursor: () => ({ x: screen.buffer.active.cursorX, y: screen.buffer.active.cursorY }),
    modes: () => ({
      alternate: screen.buffer.active.type === 'alternate',
      bracketedPaste: screen.modes.bracketedPasteMode,
    }),
    resize({ columns: width, rows: height }) {
      scrolledOff = [];
      screen.resize(width, height);
      child.resize(width, height);
      changed();
    },
    kill: (signal) => child.kill(signal),
    pid: child.pid,
    exited,
  };
}

/** Do these lines show it? */
export function isShown(what: Wanted, lines: readonly string[]): boolean {
  if (typeof what === 'function') return what(lines);
  const text = lines.join('\n');
  return typeof what === 'string' ? text.includes(what) : what.test(text);
}
