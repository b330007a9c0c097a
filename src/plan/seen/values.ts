import type {
  Ensure,
  LeftOut,
  Scalar,
  Seen,
  SeenKind,
  SeenObject,
  SeenOf,
  SeenThing,
  SeenUser,
  SeenValue,
} from '../../model/index.ts';
import { sitesMeant } from '../../steps/index.ts';
import { wantedValues } from '../ensure.ts';
import { things } from '../things.ts';

/** Whether a value is as wanted, compared as the scripts do: as text, whatever its case; an enum by name or number. */
export function isAsWanted(now: SeenValue | undefined, wanted: Scalar): boolean {
  const shown = textOf(wanted).toLowerCase();
  return textsOf(now ?? null).some((text) => text.toLowerCase() === shown);
}

function textsOf(value: SeenValue): readonly string[] {
  return typeof value === 'object' && value !== null ? [value.name, String(value.number)] : [textOf(value)];
}

function textOf(value: Scalar): string {
  return value === null ? '' : String(value);
}

/** Names of objects are compared without case. */
export function isNamed(name: string, other: string): boolean {
  return name.toLowerCase() === other.toLowerCase();
}

/** What cannot be told from the evidence, as a clause; `stops`: on a server as it was seen, the script would end there. */
export class Untold extends Error {
  readonly stops: boolean;

  constructor(says: string, stops = false) {
    super(says);
    this.stops = stops;
  }
}

/** All objects of a kind. Throws where they were not read. */
export function thingsOf({ things, unread }: Seen, kind: SeenKind): readonly SeenThing[] {
  const found = things[kind];
  if (!found) throw new Untold(`${words[kind]} were not seen: ${unread[kind] ?? 'the evidence does not have them'}`);
  return found;
}

/** The one that has this identity; undefined: it was not there. Throws where its kind was not read. */
export function thingNamed(seen: Seen, kind: SeenKind, identity: string): SeenThing | undefined {
  return thingsOf(seen, kind).find((thing) => isNamed(thing.identity, identity));
}

const words: Readonly<Record<SeenKind, string>> = {
  'access-edge': 'Access Edge settings',
  provider: 'public providers',
  'hosting-provider': 'hosting providers',
  'external-access-policy': 'external access policies',
  'client-policy': 'client policies',
  site: 'sites',
};

/** The bare name of the one site that is meant by its Identity or DisplayName, as the scripts find it. */
export function siteNamed(seen: Seen, asked: string): string {
  const meant = sitesMeant(thingsOf(seen, 'site'), asked);
  const [only] = meant;
  if (only !== undefined && meant.length === 1) return only;
  throw new Untold(`${meant.length} sites have the Identity or DisplayName ${asked}, not one`, true);
}

/** What is told of a wish but for its sign. */
export type Told = Pick<SeenOf, 'objects' | 'leftOut' | 'but'>;

/** Those left out, where there are any. */
export function leftOutOf(leftOut: readonly LeftOut[]): Pick<Told, 'leftOut'> {
  if (leftOut.length === 0) return {};
  return { leftOut: leftOut.map(({ user, because }) => ({ user, because })) };
}

/** What is known of users: those to whom something can be granted, by the name that was asked for, in that order. */
type Known = {
  users: readonly { asked: string; user: SeenUser }[];
  /** `user`: who it is, where that was told. */
  leftOut: readonly (LeftOut & { person?: SeenUser })[];
  unseen: readonly string[];
};

/** What is known of those asked for, by SIP address or UPN; the scripts judge them alike. Throws where nobody was seen. */
export function usersOf(seen: Seen, asked: readonly string[]): Known {
  const byName = namesOf(seen);
  const absent = new Set(seen.absent?.map((name) => name.toLowerCase()));
  const users: { asked: string; user: SeenUser }[] = [];
  const leftOut: (LeftOut & { person?: SeenUser })[] = [];
  const unseen: string[] = [];
  for (const name of asked) {
    const found = byName.get(name.toLowerCase());
    if (found === 'several') leftOut.push({ user: name, because: 'is a name of more than one user' });
    else if (found?.leftOut !== undefined) leftOut.push({ user: name, because: found.leftOut, person: found });
    else if (found) users.push({ asked: name, user: found });
    else if (absent.has(name.toLowerCase())) {
      leftOut.push({ user: name, because: "is no user's SIP address or user principal name" });
    } else unseen.push(name);
  }
  return { users, leftOut, unseen };
}

/** Users by each name that the rollout may have for them, in lower case; the UPN of one may be the SIP address of another. */
function namesOf({ users, unread }: Seen): ReadonlyMap<string, SeenUser | 'several'> {
  if (!users) throw new Untold(`users were not seen: ${unread.users ?? 'the evidence does not have them'}`);
  const known = new Map<string, SeenUser | 'several'>();
  for (const user of users) {
    for (const name of [user.sip, user.upn ?? user.sip].map((one) => one.toLowerCase())) {
      known.set(name, (known.get(name) ?? user) === user ? user : 'several');
    }
  }
  return known;
}

/** What is written in any case, and what the server decides on; `thing`: as it is there. */
export function writable(
  seen: Seen,
  ensure: Ensure,
  thing?: SeenThing,
): { wanted: Readonly<Record<string, Scalar>> } & Pick<SeenObject, 'lacks' | 'depends'> {
  const values = wantedValues(ensure);
  const cmdlet = askedOf(ensure);
  const has = (name: string) => hasParameter(seen, { ensure, cmdlet, name }) ?? (thing && name in thing.values);
  const lacks = Object.keys(values).filter((name) => has(name) === false);
  const depends = pick(values, (name) => has(name) === undefined);
  return {
    wanted: pick(values, (name) => has(name) === true),
    ...(lacks.length > 0 ? { lacks } : {}),
    ...(Object.keys(depends).length > 0 ? { depends: { cmdlet, values: depends } } : {}),
  };
}

/** Whether a cmdlet of the server takes a value that not every one does; undefined where that was not seen. */
export function hasParameter(
  { takes }: Seen,
  { ensure: { probe = [] }, cmdlet, name }: { ensure: Ensure; cmdlet: string; name: string },
): boolean | undefined {
  return probe.includes(name) ? takes?.[cmdlet]?.includes(name) : true;
}

/** The cmdlet whose parameters the scripts look at for a wanted value: an entry of a provider is mostly made anew. */
function askedOf({ kind }: Ensure): string {
  const { create, set } = things[kind];
  return kind === 'provider' && create !== undefined ? create : set;
}

/** Those of these values that an object does not have. */
export function differing(
  thing: SeenThing,
  wanted: Readonly<Record<string, Scalar>>,
): Readonly<Record<string, Scalar>> {
  return pick(wanted, (name) => !isAsWanted(thing.values[name], wanted[name] ?? null));
}

/** Values by these names, null where the object has none. */
export function valuesNamed(thing: SeenThing, names: readonly string[]): Readonly<Record<string, SeenValue>> {
  return Object.fromEntries(names.map((name) => [name, thing.values[name] ?? null]));
}

function pick<T>(values: Readonly<Record<string, T>>, wanted: (name: string) => boolean): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name)));
}
