import type { Ensure, Seen, SeenObject, SeenThing } from '../../model/index.ts';
import { mendsAlone } from '../ensure.ts';
import { differing, isNamed, thingsOf, Untold, writable } from './values.ts';

/** The entry that is wanted, and each that has its name or its proxy where Set- is not enough. */
export function providerObjects(
  seen: Seen,
  ensure: Ensure,
  { identity, proxy }: { identity: string; proxy: string },
): readonly SeenObject[] {
  const isInTheWay = ({ identity: name, values }: SeenThing) =>
    isNamed(name, identity) || isNamed(String(values.ProxyFqdn ?? ''), proxy);
  const hosting = thingsOf(seen, 'hosting-provider').find(isInTheWay);
  if (hosting) throw new Untold(`the hosting provider ${hosting.identity} has this name or this proxy`, true);
  const there = thingsOf(seen, 'provider').filter(isInTheWay);
  const ours = there.find((entry) => isNamed(entry.identity, identity));
  const { wanted, ...decided } = writable(seen, ensure, ours);
  const other = ours && differing(ours, wanted);
  if (ours && other && mendsAlone('provider', Object.keys(other))) {
    return [{ identity, sign: Object.keys(other).length ? '~' : '=', now: ours.values, wanted: other, ...decided }];
  }
  const [first] = there;
  if (first && !ensure.recreate) throw new Untold(`${first.identity} is in the way, and not to be replaced`, true);
  const gone = there
    .filter((entry) => entry !== ours)
    .map((entry) => ({ identity: entry.identity, sign: '-', now: entry.values, wanted: {} }) as const);
  const made = ours
    ? ({ identity, sign: '~', now: ours.values, wanted: other ?? {}, ...decided } as const)
    : ({ identity, sign: '+', wanted, ...decided } as const);
  return [...gone, made];
}
