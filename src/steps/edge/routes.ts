import {
  failoverOutbound,
  federationRouteCommand,
  federationRouteNone,
  federationRouteReach,
  topologyEnabled,
  topologyPublished,
  topologyRights,
} from '../../facts/index.ts';
import type { Desired, Ensure, Run } from '../../model/index.ts';
import { cite, listed, md } from '../../words/index.ts';
import type { Route } from './fields.ts';

/** The route of each site, then the topology enabled once for all that changed; nothing where no route is listed. */
export function routeWants(routes: readonly Route[]): readonly Desired[] {
  const wants = routes.map(routeSet);
  return wants.length === 0 ? [] : [...wants, enabled(wants, routes)];
}

/** How a federation route names an Edge pool. Facts 12.6. */
export function routeTo(pool: string): string {
  return `EdgeServer:${pool}`;
}

function routeSet({ site, pool }: Route): Ensure {
  return {
    do: 'ensure',
    id: `edge.federation-route:${site}`,
    step: 'edge',
    kind: 'site',
    title: `Federation route of site ${site}`,
    which: { by: 'site', site },
    ifMissing: 'stop',
    set: { FederationRoute: routeTo(pool) },
    why: md`The answers name this pool for the site. ${failoverOutbound}`,
    cite: [federationRouteCommand, federationRouteNone],
    risk: { level: 'high', says: md`${federationRouteReach}` },
    reaches: md`Every federated partner of site ${site}, not Skype alone${cite(federationRouteReach)}.`,
  };
}

function enabled(wants: readonly Ensure[], routes: readonly Route[]): Run {
  return {
    do: 'run',
    id: 'edge.topology',
    step: 'edge',
    title: 'Enabling the topology',
    action: 'enable-topology',
    changed: wants.map(({ id }) => id),
    why: md`${topologyPublished}`,
    cite: [topologyPublished, topologyRights],
    risk: { level: 'high', says: md`${topologyEnabled}` },
    reaches: md`The whole topology, once where a route of ${listed(named(routes), 'or')} was changed${cite(topologyPublished)}.`,
  };
}

function named(routes: readonly Route[]): readonly string[] {
  const sites = routes.map(({ site }) => site);
  return sites.length > 3 ? [...sites.slice(0, 2), `${sites.length - 2} more sites`] : sites;
}
