/** A local calendar day, `YYYY-MM-DD`. */
export type LocalDate = string;

/** A moment in UTC, ISO 8601 with `Z`. */
export type Moment = string;

/** Where in a value: keys and 0-based positions. */
export type Path = readonly (string | number)[];

/** Something wrong (`stop`: nothing is exported) or worth a look (`warn`). */
export type Problem = {
  path: Path;
  /** What is there and why it does not do, a sentence. */
  said: string;
  /** What would do, a phrase that follows "expected". */
  expected: string;
  /** A value that would pass. */
  example: string;
  weight: 'stop' | 'warn';
};

export type Result<T> = { ok: true; value: T } | { ok: false; problems: readonly Problem[] };

/** What `Set-` and `New-` take: nothing else is ever written into a script as a value. */
export type Scalar = string | number | boolean | null;

/** An answer that leaves what is in force on the server: a Set- does not pass it, a New- copies it. */
export type Keep<T> = 'keep' | T;
