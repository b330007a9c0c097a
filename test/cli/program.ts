import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, inject } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };
import { carryOut } from '../../src/cli/carry-out.ts';
import type { Printed } from '../../src/cli/outcome.ts';
import { freshFolder } from '../state/around.ts';

export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };

export type Running = { kill(signal: NodeJS.Signals): void; closeOutput(): void; ended: Promise<Ended> };

/** Who it is, and a clock that stands. */
const environment = { SKYPEFED_USER: 'ana', SOURCE_DATE_EPOCH: '1763938320' };

/** Starts a file of ours without a terminal; with nothing on its input where nothing is told. */
export function start(
  file: string,
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  input: string | Uint8Array = '',
): Running {
  const { NO_COLOR: _, FORCE_COLOR: _forced, ...inherited } = process.env;
  const child = spawn(process.execPath, [file, ...args], {
    stdio: 'pipe',
    env: { ...inherited, NODE_COMPILE_CACHE: inject('compiled'), ...environment, ...env },
  });
  // It may end before it has read all.
  child.stdin.on('error', () => undefined).end(input);
  const texts = { stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].setEncoding('utf8').on('data', (text: string) => {
      texts[stream] += text;
    });
  }
  return {
    kill: (signal) => child.kill(signal),
    closeOutput: () => child.stdout.destroy(),
    ended: new Promise((resolve) => child.once('close', (code, signal) => resolve({ code, signal, ...texts }))),
  };
}

/** The program, with a home and a folder of its own for each test of a file. */
export class Bench {
  folder = '';
  home = '';

  constructor() {
    beforeEach(() => {
      this.folder = freshFolder();
      this.home = this.place('home');
    });
  }

  get out(): string {
    return this.place('out');
  }

  get file(): string {
    return inject('program');
  }

  place(...names: string[]): string {
    return join(this.folder, ...names);
  }

  /** Starts the program in a process of its own. */
  start(args: readonly string[], env: Readonly<Record<string, string>> = {}, input?: string | Uint8Array): Running {
    return start(this.file, args, { SKYPEFED_HOME: this.home, ...env }, input);
  }

  /** What a command does, and prints, without a process of its own; the seam between the two is proven in program.test.ts. */
  run(...args: readonly string[]): Promise<Printed> {
    return this.runWith({}, ...args);
  }

  runWith(env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<Printed> {
    return carryOut(args, { home: this.home, env: { ...environment, ...env }, version: packageJson.version });
  }

  /** Writes the example with other answers, and returns where; `undefined` leaves one out. */
  answers(change: Readonly<Record<string, unknown>>): string {
    return this.write('answers.json', JSON.stringify({ ...exampleAnswers(), ...change }));
  }

  /** Writes a file and returns where. */
  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.place(name), content);
    return this.place(name);
  }
}

/** What an answers file has to state for an export, and more of the example. */
export function exampleAnswers(): Record<string, unknown> {
  return JSON.parse(readFileSync(example, 'utf8'));
}

export const example = join(import.meta.dirname, '../../examples/contoso.json');
