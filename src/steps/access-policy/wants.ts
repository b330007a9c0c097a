import {
  federationAccessFlag,
  grantsOverwrite,
  newSitePolicyDefaults,
  onePolicyPerSite,
  policiesDoNotMerge,
  policyPrecedence,
  publicAccessFlag,
  setWithoutIdentity,
  threeFlags,
  userPolicyNeedsGrant,
} from '../../facts/index.ts';
import type { Desired, Ensure, Grant, Keep, Markdown, Scope, View, Wanted } from '../../model/index.ts';
import { cite, count, md } from '../../words/index.ts';
import { grantReach } from '../granted.ts';
import { eachSiteOnce } from '../seen-sites.ts';
import {
  federatedUsers,
  policyName,
  publicAudioVideo,
  publicUsers,
  remoteUsers,
  scope,
  sites,
  users,
  xmpp,
} from './fields.ts';

/** The policy of each site; that of the users, and its grant; or Global. Nothing where the answers for it are missing. */
export function accessPolicyWants(view: View): readonly Desired[] {
  switch (view.get(scope)) {
    case 'site':
      return eachSiteOnce(view, view.get(sites) ?? []).map((site) => sitePolicy(view, site));
    case 'user': {
      const [name, held] = [view.get(policyName), view.get(users)];
      return name === undefined || held === undefined ? [] : [userPolicy(view, name, held), grant(name, held)];
    }
    case 'global':
      return [globalPolicy(view)];
    case undefined:
      return [];
  }
}

/** What the policies of all scopes share. `keep` says for whom a value is in force that a new policy takes over. */
function policy(view: View, keep: readonly Scope[]) {
  return {
    do: 'ensure',
    step: 'access-policy',
    kind: 'external-access-policy',
    set: switches(view, keep),
    ...(knowsXmpp(view) ? { probe: ['EnableXmppAccess'] } : {}),
    why: md`${threeFlags}`,
  } as const satisfies Partial<Ensure>;
}

/** Every switch there is: one that is left out of a new policy would get its default. */
function switches(view: View, keep: readonly Scope[]): Wanted {
  const kept = (answer: Keep<boolean> | undefined) => (answer === undefined || answer === 'keep' ? { keep } : answer);
  return {
    EnableFederationAccess: kept(view.get(federatedUsers)),
    EnablePublicCloudAccess: kept(view.get(publicUsers)),
    EnablePublicCloudAudioVideoAccess: kept(view.get(publicAudioVideo)),
    EnableOutsideAccess: kept(view.get(remoteUsers)),
    ...(knowsXmpp(view) ? { EnableXmppAccess: kept(view.get(xmpp)) } : {}),
  };
}

/** The switch came with Lync Server 2013. Where it is not asked for, it stays as it is. */
function knowsXmpp(view: View): boolean {
  return view.product !== 'lync-2010';
}

function sitePolicy(view: View, site: string): Ensure {
  return {
    ...policy(view, [{ of: 'site', site }]),
    id: `access-policy.site:${site}`,
    title: `External access policy of site ${site}`,
    which: { by: 'site', site },
    ifMissing: 'create',
    cite: [threeFlags, publicAccessFlag, onePolicyPerSite, newSitePolicyDefaults],
    risk: {
      level: 'medium',
      says: md`A new policy hides Global whole for this site, so every switch is written out${cite(newSitePolicyDefaults)}.`,
    },
    reaches: md`Everyone at site ${site} without a policy of their own${cite(policyPrecedence)}. ${openness(view)}`,
  };
}

function userPolicy(view: View, name: string, held: readonly string[]): Ensure {
  return {
    ...policy(
      view,
      held.map((user) => ({ of: 'user', user })),
    ),
    id: 'access-policy.policy',
    title: `External access policy ${name}`,
    which: { by: 'identity', identity: name },
    ifMissing: 'create',
    cite: [threeFlags, publicAccessFlag, userPolicyNeedsGrant, policiesDoNotMerge],
    risk: {
      level: 'medium',
      says: md`Where a policy of this name exists already, everyone who holds it gets the new values.`,
    },
    reaches: md`Whoever is granted ${name}: the users named here, and all who hold it by now${cite(userPolicyNeedsGrant)}. ${openness(view)}`,
  };
}

function grant(name: string, held: readonly string[]): Grant {
  return {
    do: 'grant',
    id: 'access-policy.grant',
    step: 'access-policy',
    kind: 'external-access-policy',
    title: `Grant of ${name} to ${count(held.length, 'user')}`,
    users: held,
    to: name,
    why: md`${userPolicyNeedsGrant}`,
    cite: [userPolicyNeedsGrant, policyPrecedence, grantsOverwrite],
    risk: { level: 'medium', says: md`${grantsOverwrite}` },
    ...grantReach(held),
  };
}

function globalPolicy(view: View): Ensure {
  return {
    ...policy(view, [{ of: 'global' }]),
    id: 'access-policy.global',
    title: 'External access policy Global',
    which: { by: 'identity', identity: 'Global' },
    ifMissing: 'stop',
    cite: [threeFlags, publicAccessFlag, policyPrecedence, setWithoutIdentity],
    risk: {
      level: 'medium',
      says: md`Global is never made or removed; only the switches that differ are changed, for all sites at once.`,
    },
    reaches: md`Everyone without a policy of their own or of their site${cite(policyPrecedence)}. ${openness(view)}`,
  };
}

/** What the answer about federated users does beyond Skype. */
function openness(view: View): Markdown {
  switch (view.get(federatedUsers)) {
    case true:
      return md`It opens every federated organisation to them, not Skype alone${cite(federationAccessFlag)}.`;
    case false:
      return md`It closes every federated organisation to them${cite(federationAccessFlag)}.`;
    default:
      return md`Federated organisations stay as open to them as they are.`;
  }
}
