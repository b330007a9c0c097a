import {
  accessEdgeAllowsFederation,
  accessEdgeOneObject,
  allowFederatedUsersReach,
  defaultRoutingExcludesPublic,
  partnerDiscoveryOff,
  partnerDiscoveryOn,
  partnerDiscoverySwitch,
  routingMethodProperty,
  routingSwitchWeight,
} from '../../facts/index.ts';
import type { Demand, Desired, Ensure, View } from '../../model/index.ts';
import { cite, md } from '../../words/index.ts';
import { hybrid } from '../deployment/fields.ts';
import { federationRoutes, partnerDiscovery } from './fields.ts';
import { routeWants } from './routes.ts';
import { routingSettled, routingSwitched, switches } from './routing.ts';

/** Federation allowed at the Access Edge; routing, partner discovery and routes only where the answers change them. */
export function edgeWants(view: View): readonly Desired[] {
  const discovery = view.get(partnerDiscovery);
  return [
    ...(switches(view) ? [routingSwitched] : []),
    federationAllowed(view),
    ...(typeof discovery === 'boolean' ? [discoverySet(discovery, view)] : []),
    ...routeWants(view.get(federationRoutes) ?? []),
  ];
}

/** The script stops where the routing is not the kind with which a public provider can be used. */
const dnsSrvRouting: Demand = {
  property: 'RoutingMethod',
  equals: 'UseDnsSrvRouting',
  says: md`${defaultRoutingExcludesPublic} ${routingMethodProperty}`,
  mend: md`Decide on the routing of the Edge first. ${routingSwitchWeight}`,
};

const accessEdge = (view: View) =>
  ({
    do: 'ensure',
    step: 'edge',
    kind: 'access-edge',
    which: { by: 'identity', identity: 'Global' },
    ifMissing: 'stop',
    ...(switches(view) ? routingSettled(view) : { demands: [dnsSrvRouting] }),
  }) as const satisfies Partial<Ensure>;

function federationAllowed(view: View): Ensure {
  return {
    ...accessEdge(view),
    id: 'edge.federation',
    title: 'Access Edge configuration: federation',
    set: { AllowFederatedUsers: true },
    why: md`${accessEdgeAllowsFederation}`,
    cite: [accessEdgeAllowsFederation, accessEdgeOneObject, defaultRoutingExcludesPublic],
    risk: { level: 'medium', says: md`${allowFederatedUsersReach}` },
    reaches: view.get(hybrid)
      ? md`Every federated partner, and the users of your shared SIP domains in Microsoft 365${cite(allowFederatedUsersReach)}.`
      : md`Every federated partner, not Skype alone${cite(allowFederatedUsersReach)}.`,
  };
}

function discoverySet(on: boolean, view: View): Ensure {
  const consequence = on ? partnerDiscoveryOn : partnerDiscoveryOff;
  return {
    ...accessEdge(view),
    id: 'edge.partner-discovery',
    title: 'Access Edge configuration: partner discovery',
    set: { EnablePartnerDiscovery: on },
    why: md`The answers set it; otherwise it stays as it is. ${partnerDiscoverySwitch}`,
    cite: [partnerDiscoverySwitch, consequence],
    risk: { level: 'high', says: md`${consequence}` },
    reaches: on
      ? md`Every domain that can be discovered, not Skype alone${cite(partnerDiscoveryOn)}.`
      : md`Every partner who is not on the allow list${cite(partnerDiscoveryOff)}.`,
  };
}
