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
import type { Desired, Risk, Scope, View } from '../../model/index.ts';
import { cite, count, listed, md } from '../../words/index.ts';
import { mayStart, notify, scope, sites, target, users } from './fields.ts';

/** The two values in every client policy that is in force for the scope; nothing where none is to be changed. */
export function clientPolicyWants(view: View): readonly Desired[] {
  if (view.get(target) !== 'in-force') return [];
  const scopes = scopesOf(view);
  if (scopes.length === 0) return [];
  const lifted = view.get(mayStart) ?? true;
  const whom = named(scopes);
  return [
    {
      do: 'ensure',
      id: 'client-policy.in-force',
      step: 'client-policy',
      kind: 'client-policy',
      title: `Client policy in force for ${whom}`,
      which: { by: 'in-force', scopes },
      set: {
        EnableNotificationForNewSubscribers: view.get(notify) ?? true,
        BlockConversationFromFederatedContacts: !lifted,
      },
      ifMissing: 'skip',
      ...(lifted
        ? {
            consent: [
              {
                property: 'BlockConversationFromFederatedContacts',
                now: true,
                says: md`${blockReachesAll}`,
              },
            ],
          }
        : {}),
      why: md`${clientPolicyPair} ${changeInForce}`,
      cite: [noSingleParameter, notificationParameter, blockParameter, clientPolicyUnset, clientPolicyScopes],
      risk: risk(scopes, lifted),
      reaches: md`Everybody for whom the policy in force for ${whom} holds${cite(clientPolicyReach)}, once they have signed in again${cite(signInAgain)}.`,
    },
  ];
}

function scopesOf(view: View): readonly Scope[] {
  switch (view.get(scope)) {
    case 'site':
      return (view.get(sites) ?? []).map((site) => ({ of: 'site', site }));
    case 'user':
      return (view.get(users) ?? []).map((user) => ({ of: 'user', user }));
    case 'global':
      return [{ of: 'global' }];
    case undefined:
      return [];
  }
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
