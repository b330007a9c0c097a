import { printable } from '../words/index.ts';

/** How a command ended, in lines. */
export type Outcome = {
  code: number;
  /** For stdout. */
  out?: readonly string[];
  /** What of it was asked for, and is printed with --quiet; all of it where absent. */
  brief?: readonly string[];
  /** For stderr: why it is not done. */
  err?: readonly string[];
  /** For stderr, before that: what is worth a look; not printed with --quiet. */
  notes?: readonly string[];
};

/** The exit codes, as the README lists them. */
export const exitCodes = {
  done: 0,
  fault: 1,
  usage: 2,
  cannotAsk: 3,
  cannotExport: 4,
  cannotUseSaved: 5,
  changes: 10,
  stops: 11,
  left: 130,
} as const;

export function refuse(code: number, ...err: readonly string[]): Outcome {
  return { code, err };
}

/** Prints what a command has to say, and no control character of any file or name, and returns its exit code. */
export function print({ code, out = [], err = [], notes = [], ...told }: Outcome, quiet = false): number {
  const { brief = out } = told;
  printLines(quiet ? brief : out, process.stdout);
  printLines(quiet ? err : [...notes, ...err], process.stderr);
  return code;
}

function printLines(lines: readonly string[], stream: NodeJS.WriteStream): void {
  if (lines.length > 0) stream.write(`${lines.map(printable).join('\n')}\n`);
}
