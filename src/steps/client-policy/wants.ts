import {
  blockParameter,
  blockReachesAll,
  changeInForce,
  clientPolicyPair,
  clientPolicyReach,
  clientPolicyScopes,
  clientPolicyUnset,
  noSingleParameter,
  notificationParameter,
  signInAgain,
} from '../../facts/index.ts';
import type { Desired, Ensure, Markdown, Risk, Scope, View } from '../../model/index.ts';
import { cite, count, listed, md } from '../../words/index.ts';
import { eachSiteOnce } from '../seen-sites.ts';
import { copyWants } from './copy.ts';
import { scope, sites, target, users } from './fields.ts';
import { isLifted, pair } from './pair.ts';

/** The two values, in every client policy in force for the scope or in a copy; nothing where none is to be changed. */
export function clientPolicyWants(view: View): readonly Desired[] {
  const to = view.get(target);
  const scopes = scopesOf(view);
  if (to === undefined || to === 'leave' || scopes.length === 0) return [];
  // Global is always there, so there is nothing that a copy could be for everyone.
  return to === 'new-copy' && view.get(scope) !== 'global' ? copyWants(view, scopes) : [inForce(view, scopes)];
}

function inForce(view: View, scopes: readonly Scope[]): Ensure {
  const whom = named(scopes);
  return {
    ...pair(view),
    id: 'client-policy.in-force',
    title: `Client policy in force for ${whom}`,
    which: { by: 'in-force', scopes },
    ifMissing: 'skip',
    why: md`${clientPolicyPair} ${changeInForce}`,
    cite: [noSingleParameter, notificationParameter, blockParameter, clientPolicyUnset, clientPolicyScopes],
    risk: risk(scopes, isLifted(view)),
    reaches: reach(whom),
    reachesOnly: (some) => reach(named(ofUsers(some))),
  };
}

function reach(whom: string): Markdown {
  return md`Everybody for whom the policy in force for ${whom} holds${cite(clientPolicyReach)}, once they have signed in again${cite(signInAgain)}.`;
}

function scopesOf(view: View): readonly Scope[] {
  switch (view.get(scope)) {
    case 'site':
      return eachSiteOnce(view, view.get(sites) ?? []).map((site) => ({ of: 'site', site }));
    case 'user':
      return ofUsers(view.get(users) ?? []);
    case 'global':
      return [{ of: 'global' }];
    case undefined:
      return [];
  }
}

function ofUsers(names: readonly string[]): readonly Scope[] {
  return names.map((user) => ({ of: 'user', user }));
}

/** "Redmond and Dublin", "5 sites", "everyone (Global)". */
function named(scopes: readonly Scope[]): string {
  const names = scopes.map((one) =>
    one.of === 'global' ? 'everyone (Global)' : one.of === 'site' ? one.site : one.user,
  );
  return names.length <= 3 ? listed(names) : count(names.length, scopes[0]?.of === 'site' ? 'site' : 'user');
}

/** High wherever the policy may hold for more than was asked for: only Global never does. */
function risk(scopes: readonly Scope[], lifted: boolean): Risk {
  const asked = scopes.every((one) => one.of === 'global');
  if (!asked) return { level: 'high', says: md`${clientPolicyReach}` };
  return lifted
    ? { level: 'high', says: md`${blockReachesAll}` }
    : {
        level: 'medium',
        says: md`Global is in force for everyone without a policy of their site or of their own${cite(clientPolicyScopes)}.`,
      };
}
