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

/** An exit code, and what is printed with it, whole lines. */
export type Printed = { code: number; stdout: string; stderr: string };

/** What a command has to say, and no control character of any file or name in it. */
export function printed({ code, out = [], err = [], notes = [], ...told }: Outcome, quiet = false): Printed {
  const { brief = out } = told;
  return { code, stdout: textOf(quiet ? brief : out), stderr: textOf(quiet ? err : [...notes, ...err]) };
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${printable(line)}\n`).join('');
}

/** Prints it, and returns the exit code. */
export function print({ code, stdout, stderr }: Printed): number {
  if (stdout !== '') process.stdout.write(stdout);
  if (stderr !== '') process.stderr.write(stderr);
  return code;
}
