import {
  failoverInbound,
  failoverOutbound,
  federationRouteCommand,
  federationRouteReach,
  topologyPublished,
} from '../../facts/index.ts';
import type { Markdown, View } from '../../model/index.ts';
import { blocks, cite, code, joined, listed, md, numbered, table } from '../../words/index.ts';
import { movedNames } from './dns.ts';
import { federationRoutes, pools } from './fields.ts';
import { poolTitle } from './names.ts';
import { routeTo } from './routes.ts';

/** Both halves of a failover, with the names of this rollout; with one pool, that there is nothing to fail over to. */
export function failover(view: View): Markdown {
  const all = view.get(pools) ?? [];
  if (all.length < 2) {
    return blocks(
      md`One Edge pool is listed here: there is no other to fail over to. With a second one both halves apply.`,
      numbered([md`${failoverInbound}`, md`${failoverOutbound}`]),
    );
  }
  const names = movedNames(view).map((name) => code(name));
  const sites = [...new Set(all.flatMap(({ site }) => (site === undefined ? [] : [site])))];
  const affected = sites.length > 0 ? md` (of ${listed(sites)})` : md``;
  const routes = view.get(federationRoutes) ?? [];
  return blocks(
    numbered([
      md`${failoverInbound} Here: point the host ${names.length > 1 ? 'records' : 'record'} of ${joined(names)} to the pool that takes over; leave the SRV records as they are.`,
      md`${failoverOutbound} Here: in Topology Builder, for each site whose route leads to the failed pool${affected}, choose the pool that takes over, and publish. ${federationRouteCommand} ${topologyPublished}`,
      md`When the first pool is well again, do both once more, with its names.`,
    ]),
    table(
      [md`Takes over`, md`Way in: the records lead to`, md`Way out: federation route`],
      all.map((pool) => [
        md`${poolTitle(pool)}`,
        md`the outer address of the Access Edge of ${poolTitle(pool)}`,
        pool.internal === undefined
          ? md`its name in Topology Builder, which is not answered here`
          : code(routeTo(pool.internal)),
      ]),
    ),
    routes.length > 0 &&
      blocks(
        md`The apply script sets these routes${cite(federationRouteReach)}. While a failover lasts, do not run it: it would lead the way out back to the pool that failed. Afterwards running it brings each route back, and enables the topology.`,
        table(
          [md`Site`, md`Route that the script sets`, md`While its pool is down, instead`],
          routes.map(({ site, pool }) => [
            md`${site}`,
            code(routeTo(pool)),
            joined(
              all.flatMap(({ internal }) => (internal && internal !== pool ? [code(routeTo(internal))] : [])),
              'or',
            ),
          ]),
        ),
      ),
  );
}
