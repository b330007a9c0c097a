import type { Fact, Markdown } from './fact.ts';
import type { Scalar } from './value.ts';

/** Kinds of server objects that we change. */
export type ThingKind = 'access-edge' | 'provider' | 'external-access-policy' | 'client-policy' | 'site';

export type Scope = { of: 'global' } | { of: 'site'; site: string } | { of: 'user'; user: string };

/** Which object is meant; the script settles it, plan and runbook tell it in words. */
export type Which =
  /** As the cmdlet takes it: `Global`, `SkypeUsers`. */
  | { by: 'identity'; identity: string }
  /** A site, or the policy of one; it is named by Identity or DisplayName. */
  | { by: 'site'; site: string }
  /** Either one found counts, so two entries may be meant. */
  | { by: 'provider'; identity: string; proxy: string }
  /** The policies in force for these, each once. */
  | { by: 'in-force'; scopes: readonly Scope[] };

/** The object's own value where it exists; else what is in force for these now. They differ: the script stops. */
export type KeepInForce = { keep: readonly Scope[] };

export type Wanted = Readonly<Record<string, Scalar | KeepInForce>>;

export type Level = 'low' | 'medium' | 'high';
export type Risk = { level: Level; says: Markdown };

type Common = {
  /** Permanent: `step.name`, with `:what` where there are several. */
  id: string;
  step: string;
  /** A few words: "External access policy of site Redmond". */
  title: string;
  why: Markdown;
  cite: readonly Fact[];
  risk: Risk;
  /** Whom it reaches, in a sentence. */
  reaches: Markdown;
  /** The same where it is for users and the script leaves some of them out: for these, the others. */
  reachesOnly?(users: readonly string[]): Markdown;
};

/** An object that should exist with these values. */
export type Ensure = Common & {
  do: 'ensure';
  kind: ThingKind;
  which: Which;
  set: Wanted;
  /** create: make it. copy: make it as a copy of what is in force. skip: say so, go on. stop: end before any change. */
  ifMissing: 'create' | 'copy' | 'skip' | 'stop';
  /** For whom what is copied is in force; they differ: the script stops. */
  copies?: readonly Scope[];
  /** Where Set- cannot mend it: true removes and makes it anew (recorded first), false stops. */
  recreate?: boolean;
  /** Values that must hold before anything is changed; otherwise the script stops and says so. */
  demands?: readonly Demand[];
  /** Parameters that not every server of the product has: asked of the server, left out and said where it lacks them. */
  probe?: readonly string[];
  /** It rests on this change before it, by id: left out, and listed, where that one is not made. */
  rests?: string;
  /** Acts only where this property is this now, and stops where it is neither this nor as wanted; the rest of `set` goes along. */
  only?: { property: string; now: string };
  /** A value that is high risk to change where it is this now: asked by itself. */
  consent?: readonly { property: string; now: Scalar; says: Markdown }[];
};

export type Demand = { property: string; equals: Scalar; says: Markdown; mend: Markdown };

/** A policy for each of these users. */
export type Grant = Common & {
  do: 'grant';
  kind: 'external-access-policy' | 'client-policy';
  /** SIP addresses without `sip:`, or UPNs. */
  users: readonly string[];
  to: string;
};

/** What changes before it take to count: runs only where one of these was made, in this run or an earlier one. */
export type Run = Common & { do: 'run'; action: 'enable-topology'; changed: readonly string[] };

export type Desired = Ensure | Grant | Run;
