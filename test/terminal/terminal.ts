import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { spawn } from '@lydell/node-pty';
import xterm from '@xterm/headless';

/** Bytes that a terminal sends for a key. */
export const keys = {
  enter: '\r',
  tab: '\t',
  backTab: '\u001b[Z',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  pageDown: '\u001b[6~',
  pageUp: '\u001b[5~',
  delete: '\u001b[3~',
  end: '\u001b[F',
  home: '\u001b[H',
  backspace: '\u007f',
  space: ' ',
  f1: '\u001bOP',
  ctrl: (letter: string) => String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64),
  alt: (letter: string) => `\u001b${letter}`,
  /** Text as a terminal with bracketed paste sends it. */
  paste: (text: string) => `\u001b[200~${text}\u001b[201~`,
} as const;

export type Exit = { code: number; signal: number | undefined };

/** The built program in a real pty, its screen as a terminal shows it. */
export type Terminal = {
  send(bytes: string): void;
  /** Lines of the screen now, blanks at the end cut. */
  screen(): readonly string[];
  text(): string;
  /** Everything that was ever printed, control sequences included. */
  bytes(): string;
  /** Waits until the screen shows it; throws with the screen after the deadline. */
  until(what: string | RegExp | ((text: string) => boolean)): Promise<string>;
  resize(columns: number, rows: number): void;
  kill(signal: string): void;
  exited: Promise<Exit>;
};

export type TerminalOptions = {
  home: string;
  args?: readonly string[];
  columns?: number;
  rows?: number;
  env?: Readonly<Record<string, string>>;
  cwd?: string;
};

/** How long a screen may take to show what is waited for: long, since nothing waits for it when all is well. */
const deadline = 15_000;

const program = resolve(import.meta.dirname, '../../dist/skypefed.js');

export function openTerminal(options: TerminalOptions): Terminal {
  const { home, args = [], columns = 80, rows = 24, env = {}, cwd = home } = options;
  const screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 1000 });
  const inherited = Object.fromEntries(
    ['PATH', 'HOME', 'LANG', 'TMPDIR'].flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])),
  );
  const child = spawn(process.execPath, [program, ...args], {
    name: 'xterm-256color',
    cols: columns,
    rows,
    cwd,
    env: { LANG: 'C.UTF-8', ...inherited, SKYPEFED_HOME: home, SKYPEFED_USER: 'ana', TERM: 'xterm-256color', ...env },
  });
  let printed = '';
  let listeners: (() => void)[] = [];
  const changed = () => {
    for (const listener of [...listeners]) listener();
  };
  child.onData((data) => {
    printed += data;
    screen.write(data, changed);
  });
  // Replies of the terminal (cursor position and the like) go back to the program, as they do in a real one.
  screen.onData((data) => child.write(data));
  let over = false;
  const exited = new Promise<Exit>((done) => {
    child.onExit(({ exitCode, signal }) => {
      over = true;
      // What was printed last is parsed before anybody looks.
      screen.write('', () => {
        changed();
        done({ code: exitCode, signal });
      });
    });
  });
  const lines = () => {
    const { active } = screen.buffer;
    return Array.from({ length: screen.rows }, (_, i) => active.getLine(active.viewportY + i)?.translateToString(true) ?? '');
  };
  const text = () => lines().join('\n').trimEnd();
  return {
    send: (bytes) => child.write(bytes),
    screen: lines,
    text,
    bytes: () => printed,
    until(what) {
      const holds = () => {
        const now = text();
        if (typeof what === 'string') return now.includes(what);
        return what instanceof RegExp ? what.test(now) : what(now);
      };
      return new Promise((done, fail) => {
        const stop = () => {
          clearTimeout(timer);
          listeners = listeners.filter((listener) => listener !== look);
        };
        const look = () => {
          if (holds()) {
            stop();
            done(text());
          } else if (over) {
            stop();
            fail(new Error(`The program ended before ${String(what)} was shown:\n${text()}`));
          }
        };
        const timer = setTimeout(() => {
          stop();
          fail(new Error(`${String(what)} was not shown:\n${text()}`));
        }, deadline);
        listeners.push(look);
        look();
      });
    },
    resize(nextColumns, nextRows) {
      screen.resize(nextColumns, nextRows);
      child.resize(nextColumns, nextRows);
    },
    kill: (signal) => child.kill(signal),
    exited,
  };
}

/** A folder for one test, with what removes it. */
export function temporaryFolder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'skypefed-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
