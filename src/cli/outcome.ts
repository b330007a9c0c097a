import { printable } from '../words/index.ts';

/** How a command ended. `out` and `err` are lines for stdout and stderr. */
export type Outcome = { code: number; out?: readonly string[]; err?: readonly string[] };

/** The exit codes, as the README lists them. */
export const exitCodes = {
  done: 0,
  fault: 1,
  usage: 2,
  cannotAsk: 3,
  cannotExport: 4,
  cannotUseSaved: 5,
  left: 130,
} as const;

export function refuse(code: number, ...err: readonly string[]): Outcome {
  return { code, err };
}

/** Prints what a command has to say, and no control character of any file or name, and returns its exit code. */
export function print({ code, out = [], err = [] }: Outcome): number {
  if (out.length > 0) process.stdout.write(`${out.map(printable).join('\n')}\n`);
  if (err.length > 0) process.stderr.write(`${err.map(printable).join('\n')}\n`);
  return code;
}
