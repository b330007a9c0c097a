import type { Ensure, LeftOut, Scope, Seen, SeenObject, SeenValue } from '../../model/index.ts';
import { isKept } from '../ensure.ts';
import { things } from '../things.ts';
import {
  differing,
  hasParameter,
  isAsWanted,
  leftOutOf,
  siteNamed,
  type Told,
  thingNamed,
  thingsOf,
  Untold,
  usersOf,
  valuesNamed,
  writable,
} from './values.ts';
import { shown, some } from './words.ts';

type PolicyKind = 'external-access-policy' | 'client-policy';

/** One object that is named: as it was seen, and what will be written. */
export function namedObject(seen: Seen, ensure: Ensure, identity: string): SeenObject {
  const thing = thingNamed(seen, ensure.kind, identity);
  const { wanted, ...decided } = writable(seen, ensure, thing);
  if (!thing) {
    if (ensure.ifMissing === 'stop') throw new Untold(`${identity} was not there`, true);
    return { identity, sign: '+', wanted, ...decided, ...takenOver(seen, ensure) };
  }
  const { demands = [] } = ensure;
  for (const { property, equals } of demands) {
    const now = thing.values[property] ?? null;
    if (!isAsWanted(now, equals)) throw new Untold(`${property} is ${shown(now)}, and ${equals} is needed`, true);
  }
  const other = differing(thing, wanted);
  const now = valuesNamed(thing, Object.keys(ensure.set));
  return { identity: thing.identity, sign: Object.keys(other).length ? '~' : '=', now, wanted: other, ...decided };
}

/** The policy of a site, or the site itself. */
export function siteObject(seen: Seen, ensure: Ensure, site: string): SeenObject {
  const bare = siteNamed(seen, site);
  return namedObject(seen, ensure, ensure.kind === 'site' ? bare : `Site:${bare}`);
}

/** The policies in force for these, each once: of the user, else of the site, else Global; whom the script leaves out has none. */
export function inForceTold(seen: Seen, ensure: Ensure, scopes: readonly Scope[]): Told {
  const { kind } = ensure;
  if (kind !== 'client-policy')
    throw new Error(`${ensure.id}: only client policies are changed where they are in force`);
  const { policies, leftOut, unseen } = inForce(seen, kind, scopes);
  const objects = policies.toSorted().map((policy) => {
    if (!thingNamed(seen, kind, policy)) throw new Untold(`${policy} is in force, and was not seen`);
    return namedObject(seen, ensure, policy);
  });
  const nobody = { but: { says: 'the script would leave out all of them', stops: false } };
  const isNobody = objects.length + unseen.length === 0;
  return { objects, ...leftOutOf(leftOut), ...(isNobody ? nobody : butUnseen(unseen)) };
}

/** People without whom a new policy is told: what is in force for them was not seen. */
export function unseenSources(seen: Seen, { kind, set, copies }: Ensure): Pick<Told, 'but'> {
  if (kind !== 'external-access-policy' && kind !== 'client-policy') return {};
  const scopes = copies ?? Object.values(set).find(isKept)?.keep ?? [];
  const users = scopes.filter(({ of }) => of === 'user');
  return butUnseen(inForce(seen, kind, users).unseen);
}

function butUnseen(users: readonly string[]): Pick<Told, 'but'> {
  return users.length > 0 ? { but: { says: unseenSaid(users), stops: false } } : {};
}

function unseenSaid(users: readonly string[]): string {
  return `what is in force was not seen for ${some(users)}`;
}

/** The names of what is in force for these, each once; of those in `unseen` it was not seen. */
function inForce(
  seen: Seen,
  kind: PolicyKind,
  scopes: readonly Scope[],
): { policies: readonly string[]; leftOut: readonly LeftOut[]; unseen: readonly string[] } {
  const asked = scopes.flatMap((scope) => (scope.of === 'user' ? [scope.user] : []));
  const { users, leftOut, unseen } = asked.length > 0 ? usersOf(seen, asked) : { users: [], leftOut: [], unseen: [] };
  const there = new Set(users.length > 0 ? thingsOf(seen, kind).map(({ identity }) => identity.toLowerCase()) : []);
  const ofUsers = users.map(({ asked: name, user }) => {
    const policy = user.granted[kind] ?? user.inForce[kind];
    return { name, policy: policy !== null && there.has(policy.toLowerCase()) ? policy : null };
  });
  const untold = ofUsers.flatMap(({ name, policy }) => (policy === null ? [name] : []));
  const ofOthers = scopes.flatMap((scope) => {
    if (scope.of === 'user') return [];
    if (scope.of === 'global') return ['Global'];
    const own = `Site:${siteNamed(seen, scope.site)}`;
    return [thingNamed(seen, kind, own) ? own : 'Global'];
  });
  const names = [...ofOthers, ...ofUsers.flatMap(({ policy }) => policy ?? [])];
  return {
    policies: [...new Map(names.map((policy) => [policy.toLowerCase(), policy])).values()],
    leftOut,
    unseen: [...unseen, ...untold],
  };
}

/** What a new object takes over from those in force. */
function takenOver(seen: Seen, ensure: Ensure): Pick<SeenObject, 'kept' | 'copyOf'> {
  const { kind, set, copies } = ensure;
  if (kind !== 'external-access-policy' && kind !== 'client-policy') return {};
  if (copies) {
    const sources = sourcesOf(seen, kind, copies);
    const [copyOf] = sources;
    if (sources.length > 1) throw new Untold(`a copy is made of one policy, and ${some(sources)} are in force`, true);
    return copyOf === undefined ? {} : { copyOf };
  }
  const kept = Object.entries(set).flatMap(([name, value]) => {
    if (!isKept(value)) return [];
    const now = valueInCommon(seen, kind, { name, policies: sourcesOf(seen, kind, value.keep) });
    // What the server has no parameter for is left out; where its parameters were not seen, a policy shows what it has.
    const isTaken = hasParameter(seen, { ensure, cmdlet: things[kind].create ?? '', name }) ?? now !== undefined;
    return isTaken ? [[name, now ?? null] as const] : [];
  });
  return kept.length > 0 ? { kept: Object.fromEntries(kept) } : {};
}

/** A value that these policies share; undefined where none of them has it. Throws where they differ. */
function valueInCommon(
  seen: Seen,
  kind: PolicyKind,
  { name, policies }: { name: string; policies: readonly string[] },
): SeenValue | undefined {
  const values = policies.map((policy) => {
    const thing = thingNamed(seen, kind, policy);
    if (!thing) throw new Untold(`${policy} is in force, and was not seen`);
    return thing.values[name];
  });
  const [first, ...others] = values;
  if (others.some((other) => !sameValue(first ?? null, other ?? null))) {
    throw new Untold(`${name} is to stay, and differs between ${some(policies)}`, true);
  }
  return first;
}

/** A new policy of a site hides Global; one for users, whatever each has, as far as that was seen. */
function sourcesOf(seen: Seen, kind: PolicyKind, scopes: readonly Scope[]): readonly string[] {
  const users = scopes.filter(({ of }) => of === 'user');
  if (users.length === 0) return ['Global'];
  const { policies, unseen } = inForce(seen, kind, users);
  if (policies.length === 0 && unseen.length > 0) throw new Untold(unseenSaid(unseen));
  if (policies.length === 0) throw new Untold('nobody of the list can be granted a policy', true);
  return policies;
}

function sameValue(one: SeenValue, other: SeenValue): boolean {
  return shown(one) === shown(other);
}
