import type { ThingKind } from './desired.ts';
import type { Moment, Scalar } from './value.ts';

/** A value as a server showed it: an enum by name and number; null where it was not set. */
export type SeenValue = Scalar | { name: string; number: number };

/** What a rollout changes, and what may be in its way. */
export type SeenKind = ThingKind | 'hosting-provider';

/**
 * An object of the server, with the values of it that a rollout changes or tells it by. `identity` is as it printed,
 * without the `Tag:` of a policy for users and the `Site:` of a site.
 */
export type SeenThing = { identity: string; values: Readonly<Record<string, SeenValue>> };

/** Policies that a user has, by kind. */
type PolicyOf = Readonly<Record<'external-access-policy' | 'client-policy', string | null>>;

/** Somebody who was named in the rollout. Addresses are without `sip:`. */
export type SeenUser = {
  sip: string;
  upn?: string;
  /** Of their own; null: none. */
  granted: PolicyOf;
  /** Whatever is in force for them; null where the server could not tell. */
  inForce: PolicyOf;
  /** Why the scripts grant them nothing and list them, as a clause that says it of them: "is not enabled on the server". */
  leftOut?: string;
};

/** What the plan needs of an evidence file; a kind that is absent was not read, and `unread` says why. */
export type Seen = {
  things: Readonly<Partial<Record<SeenKind, readonly SeenThing[]>>>;
  users?: readonly SeenUser[];
  /** Names of the rollout that were looked for, and that nobody had. */
  absent?: readonly string[];
  unread: Readonly<Partial<Record<SeenKind | 'users', string>>>;
  /** By cmdlet: those of its parameters that a rollout may set. */
  takes?: Readonly<Record<string, readonly string[]>>;
  /** What verify held against the rollout: how many of each were as wanted, and how many were not. */
  checks?: readonly { what: string; good: number; differ: number }[];
  /** Sites whose federation route this rollout has set, and the topology was not enabled since; by identity. */
  routesWaiting?: readonly string[];
};

/** An evidence file that was taken into the rollout. It is kept as it is, under its SHA-256. */
export type Evidence = {
  sha256: string;
  /** The name under which it came. */
  file: string;
  /** When it was written, on the server. */
  at: Moment;
  computer: string;
  /** As Get-CsServerVersion says it; absent: it was not read. */
  serverVersion?: string;
  script: 'discover' | 'verify';
  place: 'front-end' | 'edge';
  people: 'names' | 'hashes';
  /** Of the newest from a Front End Server alone: an Edge Server has a copy, which may be late. */
  seen?: Seen;
};
