import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, inject } from 'vitest';
import { freshFolder } from '../state/around.ts';

export type Ended = { code: number | null; signal: NodeJS.Signals | null; stdout: string; stderr: string };

export type Running = { kill(signal: NodeJS.Signals): void; closeOutput(): void; ended: Promise<Ended> };

/** Starts a file of ours with neither input nor a terminal. */
export function start(file: string, args: readonly string[], env: Readonly<Record<string, string>>): Running {
  const { NO_COLOR: _, FORCE_COLOR: _forced, SOURCE_DATE_EPOCH: _epoch, ...inherited } = process.env;
  const child = spawn(process.execPath, [file, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...inherited, SKYPEFED_USER: 'ana', NODE_COMPILE_CACHE: inject('compiled'), ...env },
  });
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

/** A program for the tests of a file, with a home and a folder of its own for each of them. */
export class Bench {
  folder = '';

  constructor() {
    beforeEach(() => {
      this.folder = freshFolder();
    });
  }

  get home(): string {
    return join(this.folder, 'home');
  }

  get out(): string {
    return join(this.folder, 'out');
  }

  get file(): string {
    return inject('program');
  }

  place(...names: string[]): string {
    return join(this.folder, ...names);
  }

  start(args: readonly string[], env: Readonly<Record<string, string>> = {}): Running {
    return start(this.file, args, { SKYPEFED_HOME: this.home, SOURCE_DATE_EPOCH: '1763938320', ...env });
  }

  run(...args: readonly string[]): Promise<Ended> {
    return this.start(args).ended;
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
