import type { Desired } from './desired.ts';
import type { SeenValue } from './evidence.ts';
import type { Markdown } from './fact.ts';
import type { Moment, Scalar } from './value.ts';

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

/** add, change, remove, as it is, not known: nothing was seen on the server, or not enough. */
export type Sign = '+' | '~' | '-' | '=' | '?';

/** One object of the server that a change is about, or a user, as the evidence has it. */
export type SeenObject = {
  /** Of a user: as the rollout names them. */
  identity: string;
  sign: Exclude<Sign, '?'>;
  /** The values that matter, as they were seen; absent: it was not there. */
  now?: Readonly<Record<string, SeenValue>>;
  /** What will be written and was not so. */
  wanted: Readonly<Record<string, Scalar>>;
  /** What a new one takes over, as it was seen in what is in force. */
  kept?: Readonly<Record<string, SeenValue>>;
  /** The policy of which a new one is a copy. */
  copyOf?: string;
  /** Wanted values for which the server has no parameter: the script leaves them out. */
  lacks?: readonly string[];
  /** Values that are written where this cmdlet of the server has a parameter for them, which was not seen. */
  depends?: { cmdlet: string; values: Readonly<Record<string, Scalar>> };
  /** A user of `leftOut`: nothing is written of them, whatever they have. */
  isLeftOut?: true;
};

/** A user whom the script leaves out and lists; why, as a clause that says it of them: "is not enabled on the server". */
export type LeftOut = { user: string; because: string };

/** What the evidence tells of a change. */
export type SeenOf = {
  at: Moment;
  computer: string;
  objects: readonly SeenObject[];
  /** Whom it would reach, and does not; the sign is of the others. */
  leftOut?: readonly LeftOut[];
  /**
   * What is not known of what will change, or what would stop the script, as a clause; the sign is `?` then, but where
   * nothing stops and what is known of others changes.
   */
  but?: { says: string; stops: boolean };
};

/** One line of the plan; scripts, runbook and plan screen print nothing else. */
export type Change = {
  desired: Desired;
  sign: Sign;
  /** Where there is evidence. */
  seen?: SeenOf;
  /** Whom it reaches, in a sentence: those of the wish, without whom the script leaves out as it was seen. */
  reaches: Markdown;
  /** What will run, in order, with `Late` where only the server knows; nothing of users who are left out. */
  commands: readonly ConditionalCommand[];
  /** What takes it back. */
  undo: readonly ConditionalCommand[];
};

/** `if`: when it runs, in words; absent: always. */
export type ConditionalCommand = Command & { if?: string };
