import * as z from 'zod/mini';
import type { Evidence, Moment, Path, Seen, SeenKind, SeenThing, SeenUser, SeenValue } from '../model/index.ts';
import { pathText, quoted } from '../words/index.ts';
import {
  absentIn,
  check,
  checksIn,
  type Item,
  item,
  made,
  moment,
  shortened,
  takenIn,
  versionIn,
  waitingIn,
} from './evidence-items.ts';
import { kinds, name, seenValue, textOrNone } from './evidence-shape.ts';

/** What an evidence file says, before its digest and its name are known; `rollout` is the one whose script wrote it. */
export type EvidenceRead =
  | { state: 'read'; rollout: string; evidence: Omit<Evidence, 'sha256' | 'file'>; unread: readonly string[] }
  /** The first thing that is wrong, as a sentence. */
  | { state: 'wrong'; said: string };

/** The mark of an evidence file. `src/powershell/discover.ts` has its whole form. */
export const evidenceFormat = 'skypefed-evidence';

const file = z.object({
  format: z.literal(evidenceFormat),
  version: z.literal(1),
  rollout: name,
  script: z.enum(['discover', 'verify']),
  computer: name,
  written: moment,
  place: z.enum(['front-end', 'edge']),
  people: z.enum(['names', 'hashes']),
  items: z.record(name, item),
  // It is `unknown` where no state file stood beside the script, and an odd name in it must not cost the rest of the evidence.
  made: z.catch(z.array(made), []),
  checks: z.catch(z.array(check), []),
});

/** Takes what a file holds that is marked as evidence. Of an Edge Server it keeps that there was one. */
export function readEvidence(raw: unknown): EvidenceRead {
  const version = raw !== null && typeof raw === 'object' && 'version' in raw ? raw.version : undefined;
  if (typeof version === 'number' && version > 1) {
    return {
      state: 'wrong',
      said: `A script of a later skypefed wrote this evidence (version ${version} of the file).`,
    };
  }
  const parsed = file.safeParse(raw);
  if (!parsed.success)
    return wrong(pathOf(parsed.error.issues[0]), 'is not as 1-discover.ps1 and 3-verify.ps1 write it');
  const { rollout, script, computer, written: at, place, people, items } = parsed.data;
  const evidence = { at: canonical(at), computer, ...versionIn(items.serverVersion), script, place, people };
  const unread = Object.entries(items).flatMap(([name, { read }]) => (read ? [] : [name]));
  if (place === 'edge') return { state: 'read', rollout, evidence, unread };
  try {
    return {
      state: 'read',
      rollout,
      evidence: {
        ...evidence,
        seen: { ...seenIn(items, people), ...checksIn(parsed.data.checks), ...waitingIn(parsed.data.made) },
      },
      unread,
    };
  } catch (error) {
    if (error instanceof Fault) return wrong(error.path, error.message);
    throw error;
  }
}

class Fault extends Error {
  readonly path: Path;

  constructor(path: Path, said: string) {
    super(said);
    this.path = path;
  }
}

function seenIn(items: Readonly<Record<string, Item>>, people: Evidence['people']): Seen {
  const things: Partial<Record<SeenKind, readonly SeenThing[]>> = {};
  const unread: Partial<Record<SeenKind | 'users', string>> = {};
  for (const [kind, { item, names }] of Object.entries(kinds) as [SeenKind, (typeof kinds)[SeenKind]][]) {
    const found = items[item];
    if (!found?.read) {
      unread[kind] = unreadBecause(found);
      continue;
    }
    const ofSite = kind === 'site';
    const read = found.values.map((value, i) => thingOf(value, { names, ofSite }, ['items', item, 'values', i]));
    const failed = read.find((one) => 'why' in one);
    if (failed && 'why' in failed) unread[kind] = failed.why;
    else things[kind] = read.flatMap((one) => ('why' in one ? [] : [one]));
  }
  const { users } = items;
  if (people === 'hashes') unread.users = 'the evidence names nobody (-NoUserNames)';
  else if (!users?.read) unread.users = unreadBecause(users);
  const named = users?.read && people === 'names' ? namedUsers(users.values) : undefined;
  const whom = named ? { users: named, ...absentIn(items.namedUsers) } : {};
  return { things, ...whom, unread, ...takenIn(items.parameters) };
}

function unreadBecause(item: Item | undefined): string {
  return item && !item.read ? `it could not be read: ${shortened(item.why)}` : 'the evidence does not have it';
}

const unreadable = 'could not be read: ';

/**
 * An object of the server; what is not set, or what it does not have, is null. `why`: a value of it could not be read, or is
 * one that we do not take; the server has it, so the script would write the same again, and the rest of the file is taken.
 */
function thingOf(
  raw: unknown,
  { names, ofSite }: { names: readonly string[]; ofSite: boolean },
  path: Path,
): SeenThing | { why: string } {
  const object = objectAt(raw, path);
  const identity = name.safeParse(without(ofSite ? /^site:/i : /^tag:/i, object.Identity));
  if (!identity.success) return { why: notTaken('an Identity', object.Identity) };
  const values: Record<string, SeenValue> = {};
  for (const property of names) {
    const value = object[property] ?? null;
    if (typeof value === 'string' && value.startsWith(unreadable)) return { why: shortened(`${property} ${value}`) };
    const parsed = seenValue.safeParse(value);
    if (!parsed.success) return { why: notTaken(`${property} of ${identity.data}`, value) };
    if (property in object) values[property] = parsed.data;
  }
  return { identity: identity.data, values };
}

function notTaken(what: string, value: unknown): string {
  const isText = typeof value === 'string' && value !== '';
  const said = isText ? `${quoted(value.toWellFormed())}, which cannot be taken` : 'nothing that can be taken';
  return shortened(`${what} is ${said}`);
}

function without(prefix: RegExp, raw: unknown): unknown {
  return typeof raw === 'string' ? raw.replace(prefix, '') : raw;
}

const user = z.object({
  SipAddress: name,
  UserPrincipalName: z.nullish(textOrNone),
  ExternalAccessPolicy: z.nullable(textOrNone),
  ClientPolicy: z.nullable(textOrNone),
  EffectiveExternalAccessPolicy: z.nullish(textOrNone),
  EffectiveClientPolicy: z.nullish(textOrNone),
  HostingProvider: z.nullish(textOrNone),
  Enabled: z.nullish(z.boolean()),
});

/** The users who were named; one of whom something cannot be taken is not among them. */
function namedUsers(values: readonly unknown[]): readonly SeenUser[] {
  return values.flatMap((raw, i): readonly SeenUser[] => {
    const object = objectAt(raw, ['items', 'users', 'values', i]);
    if (object.Named !== true) return [];
    const parsed = user.safeParse({ ...object, SipAddress: without(/^sip:/i, object.SipAddress) });
    if (!parsed.success) return [];
    const { SipAddress: sip, UserPrincipalName: upn, ...policies } = parsed.data;
    const leftOut = leftOutBecause(parsed.data);
    return [
      {
        sip,
        ...(upn ? { upn } : {}),
        granted: {
          'external-access-policy': policies.ExternalAccessPolicy || null,
          'client-policy': policies.ClientPolicy || null,
        },
        inForce: {
          'external-access-policy': policies.EffectiveExternalAccessPolicy || null,
          'client-policy': policies.EffectiveClientPolicy || null,
        },
        ...(leftOut ? { leftOut } : {}),
      },
    ];
  });
}

/** Judged as Find-User does in `src/powershell/parts/people.ts`: in this order, and what is not told is no reason. */
function leftOutBecause({ HostingProvider: homed, Enabled }: z.infer<typeof user>): string | undefined {
  if (homed && homed.toUpperCase() !== 'SRV:') return shortened(`is homed at ${homed}, not on the server`);
  return Enabled === false ? 'is not enabled on the server' : undefined;
}

function objectAt(raw: unknown, path: Path): Readonly<Record<string, unknown>> {
  if (raw === null || typeof raw !== 'object' || Array.isArray(raw)) throw new Fault(path, 'is no object of a server');
  return raw as Readonly<Record<string, unknown>>;
}

/** Moments are compared as text. */
function canonical(at: Moment): Moment {
  return new Date(at).toISOString();
}

function pathOf(issue: z.core.$ZodIssue | undefined): Path {
  return (issue?.path ?? []).filter((part) => typeof part !== 'symbol');
}

function wrong(path: Path, said: string): EvidenceRead {
  const [first, ...rest] = path;
  const where = first === undefined ? 'it' : pathText(String(first), rest);
  return {
    state: 'wrong',
    said: `This evidence cannot be taken: ${where} ${said}. Run the script again, and hand over the file as it wrote it.`,
  };
}
