import type { Desired } from './desired.ts';
import type { Scalar } from './value.ts';

/** A value that only the server knows when the script runs. */
export type Late = {
  late:
    | 'identity' // the object that was settled at run time
    | 'kept' // what is in force now
    | 'copied' // all other values of what is in force now
    | 'previous'; // what the state file recorded before the first change
  /** What stands in its place for a person: `<as now>`. */
  shown: string;
};

/** One server command as data; printing checks it against the cmdlet table. */
export type Command = {
  cmdlet: string;
  args: Readonly<Record<string, Scalar | Late | { switch: true }>>;
  /** Values besides `args` that only the server knows; parameters and values are copied there. */
  rest?: Late;
};

/** add, change, remove, as it is, not known (nothing was seen on the server). */
export type Sign = '+' | '~' | '-' | '=' | '?';

/** One line of the plan; scripts, runbook and plan screen print nothing else. */
export type Change = {
  desired: Desired;
  sign: Sign;
  /** What will run, in order, with `Late` where only the server knows. */
  commands: readonly ConditionalCommand[];
  /** What takes it back. */
  undo: readonly ConditionalCommand[];
};

/** `if`: when it runs, in words; absent: always. */
export type ConditionalCommand = Command & { if?: string };
