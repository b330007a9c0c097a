import {
  blockParameter,
  blockReachesAll,
  clientPolicyGrant,
  clientPolicyPair,
  clientPolicyScopes,
  copyExists,
  copyStandsStill,
  copyWhole,
  grantsOverwrite,
  newClientPolicyHides,
  noSingleParameter,
  notificationParameter,
  signInAgain,
} from '../../facts/index.ts';
import type { Desired, Ensure, Grant, Scope, View } from '../../model/index.ts';
import { cite, count, md } from '../../words/index.ts';
import { grantReach } from '../granted.ts';
import { policyName } from './fields.ts';
import { isLifted, pair } from './pair.ts';

/** A copy for each site; or one for all users, and its grant. */
export function copyWants(view: View, scopes: readonly Scope[]): readonly Desired[] {
  const sites = scopes.flatMap((one) => (one.of === 'site' ? [one.site] : []));
  const users = scopes.flatMap((one) => (one.of === 'user' ? [one.user] : []));
  const name = view.get(policyName);
  return [
    ...sites.map((site) => siteCopy(view, site)),
    ...(users.length > 0 && name !== undefined ? [userCopy(view, name, users), grant(name, users)] : []),
  ];
}

/** What the copies of both scopes share. */
function copy(view: View, copies: readonly Scope[]) {
  const stands = md`${newClientPolicyHides} ${copyStandsStill}`;
  return {
    ...pair(view),
    ifMissing: 'copy',
    copies,
    why: md`${clientPolicyPair} ${copyWhole}`,
    cite: [noSingleParameter, notificationParameter, blockParameter, clientPolicyScopes, copyExists],
    risk: isLifted(view)
      ? { level: 'high', says: md`${stands} ${blockReachesAll}` }
      : { level: 'medium', says: stands },
  } as const satisfies Partial<Ensure>;
}

function siteCopy(view: View, site: string): Ensure {
  return {
    ...copy(view, [{ of: 'site', site }]),
    id: `client-policy.site:${site}`,
    title: `Client policy of site ${site}`,
    which: { by: 'site', site },
    reaches: md`Everyone at site ${site} without a client policy of their own${cite(clientPolicyScopes)}, once they have signed in again${cite(signInAgain)}.`,
  };
}

function userCopy(view: View, name: string, users: readonly string[]): Ensure {
  return {
    ...copy(
      view,
      users.map((user) => ({ of: 'user', user })),
    ),
    id: 'client-policy.policy',
    title: `Client policy ${name}`,
    which: { by: 'identity', identity: name },
    reaches: md`Whoever is granted ${name}: the users named here, and all who hold it by now${cite(clientPolicyGrant)}, once they have signed in again${cite(signInAgain)}.`,
  };
}

function grant(name: string, users: readonly string[]): Grant {
  return {
    do: 'grant',
    id: 'client-policy.grant',
    step: 'client-policy',
    kind: 'client-policy',
    title: `Grant of client policy ${name} to ${count(users.length, 'user')}`,
    users,
    to: name,
    why: md`${clientPolicyGrant}`,
    cite: [clientPolicyGrant, grantsOverwrite],
    risk: { level: 'medium', says: md`${grantsOverwrite}` },
    ...grantReach(users),
  };
}
