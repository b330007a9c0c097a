import type { Change, Desired, Ensure, Evidence, Grant, Seen, SeenObject, SeenOf, Sign } from '../../model/index.ts';
import { wantedValues } from '../ensure.ts';
import { inForceObjects, namedObject, siteObject } from './policies.ts';
import { providerObjects } from './provider.ts';
import { isAsWanted, isNamed, thingNamed, Untold, usersOf, valuesNamed } from './values.ts';
import { shown, some } from './words.ts';

export { countOfChanges, seenInShort, seenWhole, shown, signsTold } from './words.ts';

/** What evidence tells of a wish: its sign, and each object that it is about. `before`: the changes before it, judged. */
export function judged(
  desired: Desired,
  { at, computer, seen }: Evidence,
  before: readonly Pick<Change, 'desired' | 'sign' | 'seen'>[],
): { sign: Sign; seen: SeenOf } {
  const where = { at, computer };
  try {
    if (!seen) throw new Untold('nothing was seen');
    if (desired.do === 'run')
      return { sign: signOfRun(desired.changed, before, seen), seen: { ...where, objects: [] } };
    const objects = objectsOf(seen, desired);
    return { sign: signOf(objects), seen: { ...where, objects } };
  } catch (error) {
    if (!(error instanceof Untold)) throw error;
    return { sign: '?', seen: { ...where, objects: [], but: { says: error.message, stops: error.stops } } };
  }
}

function objectsOf(seen: Seen, desired: Exclude<Desired, { do: 'run' }>): readonly SeenObject[] {
  if (desired.do === 'grant') return grantObjects(seen, desired);
  if (desired.only) return [turnObject(seen, desired, desired.only)];
  const { which } = desired;
  switch (which.by) {
    case 'identity':
      return [namedObject(seen, desired, which.identity)];
    case 'site':
      return [siteObject(seen, desired, which.site)];
    case 'provider':
      return providerObjects(seen, desired, which);
    case 'in-force':
      return inForceObjects(seen, desired, which.scopes);
  }
}

/** What is made is made, whatever goes for it. */
function signOf(objects: readonly SeenObject[]): Sign {
  if (objects.some(({ sign }) => sign === '+')) return '+';
  return objects.every(({ sign }) => sign === '=') ? '=' : '~';
}

/** It runs where one of the changes before it does, or was made by an earlier run that did not come to it. */
function signOfRun(
  changed: readonly string[],
  before: readonly Pick<Change, 'desired' | 'sign' | 'seen'>[],
  { routesWaiting = [] }: Seen,
): Sign {
  const meant = before.filter(({ desired }) => changed.includes(desired.id));
  const waits = meant.some(({ seen }) => seen?.objects.some(({ identity }) => routesWaiting.includes(identity)));
  if (waits || meant.some(({ sign }) => sign === '~' || sign === '+')) return '~';
  return meant.some(({ sign }) => sign === '?') ? '?' : '=';
}

/** From one value to another, and from no third. */
function turnObject(
  seen: Seen,
  ensure: Ensure,
  { property, now: from }: { property: string; now: string },
): SeenObject {
  if (ensure.which.by !== 'identity') throw new Error(`${ensure.id}: turns nothing`);
  const { identity } = ensure.which;
  const thing = thingNamed(seen, ensure.kind, identity);
  if (!thing) throw new Untold(`${identity} was not there`, true);
  const wanted = wantedValues(ensure);
  const now = valuesNamed(thing, Object.keys(wanted));
  if (isAsWanted(now[property], wanted[property] ?? null)) return { identity, sign: '=', now, wanted: {} };
  if (isAsWanted(now[property], from)) return { identity, sign: '~', now, wanted };
  throw new Untold(`${property} is ${shown(now[property] ?? null)}, neither ${from} nor ${wanted[property]}`, true);
}

function grantObjects(seen: Seen, { kind, users, to }: Grant): readonly SeenObject[] {
  const known = usersOf(seen, users);
  const unseen = users.filter((user) => !known.has(user.toLowerCase()));
  if (unseen.length > 0) throw new Untold(`not seen: ${some(unseen)}`);
  return users.map((user) => {
    const Policy = known.get(user.toLowerCase())?.granted[kind] ?? null;
    const isSame = Policy !== null && isNamed(Policy, to);
    return { identity: user, sign: isSame ? '=' : '~', now: { Policy }, wanted: isSame ? {} : { Policy: to } };
  });
}
