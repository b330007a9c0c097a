import { stripVTControlCharacters } from 'node:util';
import { spawn } from '@lydell/node-pty';

/** A program on a terminal of its own, seen as the frames that it draws. */
export type Terminal = {
  pid: number;
  send(bytes: string): void;
  /** Settles with the first frame, from the last one on, of which this is true; throws when it does not come. */
  until(holds: (frame: string) => boolean): Promise<string>;
  /** Tells of every frame, at the moment at which it is whole. Returns what ends that. */
  watch(seen: (frame: string) => void): () => void;
  /** Ends it by Ctrl+C, as a person does, so that Node writes down what it compiled. */
  leave(): Promise<void>;
};

/** Longer than anybody would wait for a frame. */
const patience = 20_000;

const endOfFrame = '\u001b[?2026l';
const interrupt = '\u0003';

/** `synchronized`: it says where a frame ends; else each piece of what it prints counts as one. */
export function openTerminal(options: { args: readonly string[]; home: string; synchronized?: boolean }): Terminal {
  const { args, home, synchronized = true } = options;
  const { PATH = '', HOME = '', SystemRoot = '' } = process.env;
  const child = spawn(process.execPath, [...args], {
    name: 'xterm-256color',
    cols: 80,
    rows: 24,
    cwd: home,
    env: { PATH, HOME, SystemRoot, LANG: 'C.UTF-8', TERM: 'xterm-256color', SKYPEFED_HOME: home, SKYPEFED_USER: 'ana' },
  });
  const watchers = new Set<(frame: string) => void>();
  let last = '';
  let begun = '';
  child.onData((data) => {
    begun += data;
    if (synchronized && !data.includes(endOfFrame)) return;
    last = stripVTControlCharacters(begun);
    begun = '';
    for (const watcher of [...watchers]) watcher(last);
  });
  const exited = new Promise<void>((done) => child.onExit(() => done()));
  const watch = (seen: (frame: string) => void) => {
    watchers.add(seen);
    return () => watchers.delete(seen);
  };
  return {
    pid: child.pid,
    send: (bytes) => child.write(bytes),
    watch,
    until: (holds) =>
      new Promise((done, fail) => {
        const timer = setTimeout(() => {
          stop();
          fail(new Error(`No frame within ${patience / 1000} s. The last one:\n${last}`));
        }, patience);
        const look = (frame: string) => {
          if (!holds(frame)) return;
          stop();
          clearTimeout(timer);
          done(frame);
        };
        const stop = watch(look);
        look(last);
      }),
    async leave() {
      child.write(interrupt);
      const timer = setTimeout(() => child.kill('SIGKILL'), patience);
      await exited;
      clearTimeout(timer);
    },
  };
}
