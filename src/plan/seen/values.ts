import type { Ensure, Scalar, Seen, SeenKind, SeenThing, SeenUser, SeenValue } from '../../model/index.ts';
import { some } from './words.ts';

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
  const sites = thingsOf(seen, 'site');
  const named = sites.find(({ identity }) => isNamed(identity, asked));
  if (named) return named.identity;
  const called = sites.filter(({ values }) => isNamed(String(values.DisplayName ?? ''), asked));
  const [only] = called;
  if (only && called.length === 1) return only.identity;
  throw new Untold(`${called.length} sites have the Identity or DisplayName ${asked}, not one`, true);
}

/**
 * Users by each name that the rollout may have for them, in lower case; the UPN of one may be the SIP address of another, and
 * whom the scripts then leave out is not here either. Throws where nobody was seen, or where the scripts leave out one of those
 * asked for.
 */
export function usersOf({ users, unread }: Seen, asked: readonly string[]): ReadonlyMap<string, SeenUser> {
  if (!users) throw new Untold(`users were not seen: ${unread.users ?? 'the evidence does not have them'}`);
  const known = new Map<string, SeenUser>();
  const shared = new Set<string>();
  for (const user of users) {
    for (const name of [user.sip, user.upn ?? user.sip].map((one) => one.toLowerCase())) {
      if ((known.get(name) ?? user) !== user) shared.add(name);
      known.set(name, user);
    }
  }
  for (const name of shared) known.delete(name);
  const leftOut = asked.flatMap((name) => {
    const because = known.get(name.toLowerCase())?.leftOut;
    return because === undefined ? [] : [`${name} ${because}`];
  });
  if (leftOut.length > 0) throw new Untold(`the script would leave out: ${some(leftOut)}`);
  return known;
}

/** Those of the wanted values that differ; one that the server lacks is left out by the script. */
export function differing(
  thing: SeenThing,
  wanted: Readonly<Record<string, Scalar>>,
  { probe = [] }: Pick<Ensure, 'probe'>,
): Readonly<Record<string, Scalar>> {
  return pick(wanted, (name) => {
    const isLacking = probe.includes(name) && !(name in thing.values);
    return !isLacking && !isAsWanted(thing.values[name], wanted[name] ?? null);
  });
}

/** Values by these names, null where the object has none. */
export function valuesNamed(thing: SeenThing, names: readonly string[]): Readonly<Record<string, SeenValue>> {
  return Object.fromEntries(names.map((name) => [name, thing.values[name] ?? null]));
}

function pick<T>(values: Readonly<Record<string, T>>, wanted: (name: string) => boolean): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => wanted(name)));
}
