import type { Change, Desired, Ensure, Evidence, Grant, Seen, SeenObject, SeenOf, Sign } from '../../model/index.ts';
import { wantedValues } from '../ensure.ts';
import { inForceTold, namedObject, siteObject, unseenSources } from './policies.ts';
import { providerObjects } from './provider.ts';
import { isAsWanted, isNamed, leftOutOf, type Told, thingNamed, Untold, usersOf, valuesNamed } from './values.ts';
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
    const told = desired.do === 'grant' ? grantTold(seen, desired) : ensureTold(seen, desired);
    return { sign: signOfTold(told), seen: { ...where, ...told } };
  } catch (error) {
    if (!(error instanceof Untold)) throw error;
    return { sign: '?', seen: { ...where, objects: [], but: { says: error.message, stops: error.stops } } };
  }
}

function ensureTold(seen: Seen, ensure: Ensure): Told {
  if (ensure.only) return { objects: [turnObject(seen, ensure, ensure.only)] };
  const { which } = ensure;
  switch (which.by) {
    case 'identity': {
      const object = namedObject(seen, ensure, which.identity);
      return { objects: [object], ...(object.sign === '+' ? unseenSources(seen, ensure) : {}) };
    }
    case 'site':
      return { objects: [siteObject(seen, ensure, which.site)] };
    case 'provider':
      return { objects: providerObjects(seen, ensure, which) };
    case 'in-force':
      return inForceTold(seen, ensure, which.scopes);
  }
}

/** What is known to change does, whatever else is not known; as wanted are only all of them. */
function signOfTold({ objects, but }: Told): Sign {
  const sign = signOf(objects);
  return but && (but.stops || sign === '=') ? '?' : sign;
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

/** What each has, as far as it was seen; who is left out stands among them too, with what they had then. */
function grantTold(seen: Seen, { kind, users, to }: Grant): Told {
  const { users: known, leftOut, unseen } = usersOf(seen, users);
  const granted = known.map(({ asked, user }): SeenObject => {
    const Policy = user.granted[kind];
    const isSame = Policy !== null && isNamed(Policy, to);
    return { identity: asked, sign: isSame ? '=' : '~', now: { Policy }, wanted: isSame ? {} : { Policy: to } };
  });
  const others = leftOut.map(({ user, person }): SeenObject => {
    const now = { Policy: person?.granted[kind] ?? null };
    return { identity: user, sign: '=', now, wanted: {}, isLeftOut: true };
  });
  return { objects: [...granted, ...others], ...leftOutOf(leftOut), ...butOf(granted, unseen) };
}

function butOf(granted: readonly SeenObject[], unseen: readonly string[]): Pick<Told, 'but'> {
  if (unseen.length > 0) return { but: { says: `not seen: ${some(unseen)}`, stops: false } };
  return granted.length > 0 ? {} : { but: { says: 'nobody of the list can be granted a policy', stops: true } };
}
