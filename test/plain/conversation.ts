import { PassThrough, Writable } from 'node:stream';
import { onTestFinished } from 'vitest';
import type { Library, Surroundings } from '../../src/model/index.ts';
import { runPlain } from '../../src/plain/index.ts';
import { openLibrary } from '../../src/state/store.ts';

/** Somebody who listens and types, without a terminal: what it would echo is put in between. */
export type Conversation = {
  /** Waits for a question; what was said since the last answer, the prompt as its last line. */
  asked(): Promise<string>;
  /** Waits for a question, answers it, and waits for the next one, or for the end. Returns what was said then. */
  say(line: string): Promise<string>;
  /** All of it, from the first line on. */
  heard(): string;
  /** The input ends, as by Ctrl+D. */
  end(): void;
  /** As Ctrl+C does; `gone`: as a terminal does that goes away. */
  leave(why?: 'gone'): void;
  /** The exit code. */
  left: Promise<number>;
};

export const around: Surroundings = {
  now: () => '2026-11-23T21:30:00.000Z',
  offset: 0,
  user: 'ana',
  version: '0.1.0',
};

export function converse(options: {
  home: string;
  columns?: number;
  open?: string;
  begin?: boolean;
  around?: Surroundings;
  /** The library of the home, changed by who tests what it does. */
  library?: (library: Library) => Library;
}): Conversation {
  const { home, columns = 80, around: world = around, library: changed = (one) => one, ...how } = options;
  const input = new PassThrough();
  let heard = '';
  let said = 0;
  let over = false;
  let look: () => void = () => undefined;
  const output = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        heard += String(chunk);
        look();
        done();
      },
    }),
    { columns },
  );
  const stop = new AbortController();
  const library = changed(openLibrary({ folder: home, around: world }));
  const left = runPlain({ library, around: world, command: 'skypefed', input, output, signal: stop.signal, ...how });
  const isOver = () => {
    over = true;
    look();
  };
  left.then(isOver, isOver);
  onTestFinished(async () => {
    stop.abort('gone');
    await left.catch(() => undefined);
  });
  const asked = async () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    // Every line that is said ends; a prompt does not.
    look = () => {
      if (over || (heard.length > said && heard.endsWith(' '))) resolve();
    };
    look();
    await promise;
    return heard.slice(said);
  };
  return {
    asked,
    async say(line) {
      await asked();
      heard += `${line}\n`;
      said = heard.length;
      input.write(`${line}\n`);
      return asked();
    },
    heard: () => heard,
    end: () => void input.end(),
    leave: (why) => stop.abort(why ?? 'left'),
    left,
  };
}

/** The last line of what was said: the prompt, without the blank behind it. */
export function promptIn(said: string): string {
  return (said.split('\n').at(-1) ?? '').trimEnd();
}
