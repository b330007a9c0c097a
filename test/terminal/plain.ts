import { expect } from 'vitest';
import type { Turn } from '../plain/journey.ts';
import { openTerminal, type Terminal, type TerminalOptions } from './terminal.ts';

/** The wizard as lines, in a terminal that can do nothing but lines. */
export type PlainTerminal = {
  terminal: Terminal;
  /** Waits for a question that comes after the last answer, by its prompt; returns what was said since then. */
  asked(prompt: string): Promise<string>;
  /** The same, and types a line there. */
  answer(turn: Turn): Promise<void>;
};

const flat = (text: string) => text.replace(/\s+/g, ' ');

export function openPlain({ args = ['--plain'], env = {}, ...options }: TerminalOptions): PlainTerminal {
  const terminal = openTerminal({ ...options, args, env: { TERM: 'dumb', ...env } });
  let from = 0;
  const asked = async (prompt: string) => {
    const said = () => terminal.bytes().slice(from);
    await terminal.until(() => flat(said()).endsWith(`${prompt} `));
    return said();
  };
  return {
    terminal,
    asked,
    async answer({ prompt, typed }) {
      await asked(prompt);
      from = terminal.bytes().length;
      terminal.send(`${typed}\r`);
    },
  };
}

/** Holds what was printed to lines alone: no sequence that moves, colours or erases, nothing printed over. */
export function expectLinesAlone(printed: string, columns: number, typed: readonly string[]): void {
  const controls = [...printed.replaceAll('\r\n', '')].filter((one) => /\p{Cc}/u.test(one));
  expect(controls).toEqual([]);
  // What is typed the terminal echoes, behind the prompt.
  const own = printed.split('\r\n').filter((line) => !typed.some((text) => text !== '' && line.endsWith(text)));
  expect(own.filter((line) => line.length >= columns)).toEqual([]);
}
