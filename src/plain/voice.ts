import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { createPromptModule } from 'inquirer';
import { readTyped, type Typed } from './typed.ts';
import { wrapped } from './wrapped.ts';

/** Nobody answers any more: the input has ended, the terminal has gone away, or it was left. */
export class Ended extends Error {}

/** Says lines and asks for them; never moves a cursor, never prints what was printed before. */
export type Voice = {
  /** A paragraph, wrapped at the width of the terminal. */
  say(text: string): void;
  /** Lines as they are; they fit already. */
  lines(lines: readonly string[]): void;
  /** A blank line, unless one stands there. */
  gap(): void;
  /** Asks, and reads a line; rejects with Ended. */
  ask(prompt: string): Promise<Typed>;
  /** Cells of a line now. */
  width(): number;
  /** Lets go of the input. */
  close(): void;
};

export type VoiceOptions = {
  input: Readable;
  output: Writable & { columns?: number };
  /** Aborted when it is left from outside, as by Ctrl+C. */
  signal: AbortSignal;
};

type Prompts = { line: { message: string } };

const widest = 79;

/**
 * The prompts of inquirer draw: readline in raw mode, a line erased and printed again at each key. So the one prompt here
 * is our own, registered as a type of inquirer's: it writes its message, and reads what the terminal, which echoes and
 * lets correct it, hands over as a line.
 */
export function openVoice({ input, output, signal }: VoiceOptions): Voice {
  const source = lineSource(input);
  let blank = true;
  const write = (line: string) => {
    output.write(`${line}\n`);
    blank = line === '';
  };
  // A cell stays free: where the last one is filled, some terminals begin a line by themselves. A serial line says 0.
  const width = () => Math.min(widest, (output.columns || widest + 1) - 1);
  const prompt = createPromptModule<Prompts>({ input, output, signal });
  prompt.registerPrompt('line', async ({ message }: Prompts['line'], context) => {
    const lines = wrapped(message, Math.max(10, width() - 4));
    for (const line of lines.slice(0, -1)) write(line);
    output.write(`${lines.at(-1)} `);
    const typed = await source.next(context.signal);
    if (typed === undefined) write('');
    else blank = false;
    return typed;
  });
  return {
    say: (text) => wrapped(text, width()).forEach(write),
    lines: (lines) => lines.forEach(write),
    gap: () => {
      if (!blank) write('');
    },
    async ask(message) {
      const { typed } = await prompt([{ type: 'line', name: 'typed', message }]);
      if (typed === undefined) throw new Ended();
      return readTyped(typed);
    },
    width,
    close: source.close,
  };
}

type LineSource = { next(signal: AbortSignal): Promise<string | undefined>; close(): void };

/** Lines in the order in which they come, those typed ahead included; undefined once there are no more. */
function lineSource(input: Readable): LineSource {
  const reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  const waiting: string[] = [];
  let ended = false;
  let wake: (() => void) | undefined;
  const end = () => {
    ended = true;
    wake?.();
  };
  reader.on('line', (line) => {
    waiting.push(line);
    wake?.();
  });
  reader.once('close', end);
  // A terminal that goes away is an error of its input.
  input.once('error', end);
  return {
    async next(signal) {
      const { promise, resolve } = Promise.withResolvers<void>();
      const stop = () => resolve();
      wake = stop;
      signal.addEventListener('abort', stop, { once: true });
      if (waiting.length === 0 && !ended && !signal.aborted) await promise;
      signal.removeEventListener('abort', stop);
      return signal.aborted ? undefined : waiting.shift();
    },
    close: () => reader.close(),
  };
}
