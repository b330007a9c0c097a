import { problem } from '../../kinds/index.ts';
import type { Problem, View } from '../../model/index.ts';
import { listed } from '../../words/index.ts';
import { siteKey } from '../seen-sites.ts';

/** Sites for which a route stands already, by this name or by another one that was seen on the server. */
export function repeatedSites(routes: readonly { site: string }[], view: View): readonly Problem[] {
  const keys = routes.map(({ site }) => siteKey(view, site));
  return routes.flatMap(({ site }, i) => {
    const first = keys.indexOf(keys[i] ?? '');
    if (first === i) return [];
    const other = routes[first]?.site ?? site;
    const isSame = other.toLowerCase() === site.toLowerCase();
    const said = isSame
      ? `${site} has a route already, at ${first + 1}.`
      : `${site} is the site ${other} by another name, as was seen on the server; it has a route already, at ${first + 1}.`;
    return [problem({ path: [i, 'site'], said, expected: 'each site once', example: 'Dublin' })];
  });
}

/** Routes that lead to no pool of this rollout. */
export function strangerPools(
  routes: readonly { pool: string }[],
  pools: readonly { internal?: string }[],
): readonly Problem[] {
  const names = pools.flatMap(({ internal }) => (internal === undefined ? [] : [internal]));
  return routes.flatMap(({ pool }, i) => {
    if (names.includes(pool)) return [];
    const said = `${pool} is the internal name of none of your Edge pools.`;
    const expected = names.length ? listed(names, 'or') : 'an internal name, answered at the Edge pools';
    return [problem({ path: [i, 'pool'], said, expected, example: names[0] ?? 'edge01.contoso.local' })];
  });
}

/** Pools without the name by which a federation route knows them. */
export function namelessPools(pools: readonly { name: string; internal?: string }[]): readonly Problem[] {
  return pools.flatMap(({ name, internal }, i) => {
    if (internal !== undefined) return [];
    const said = `${name} has no internal name, and federation routes are to be set, which know pools by it.`;
    return [problem({ path: [i, 'internal'], said, expected: 'its internal name', example: 'edge01.contoso.local' })];
  });
}
