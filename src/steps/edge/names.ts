import { sharedNameLabel } from '../../facts/index.ts';
import type { View } from '../../model/index.ts';
import { sipDomains } from '../deployment/fields.ts';
import { type Pool, pools, sharedName } from './fields.ts';
import { suits } from './suffix.ts';

/** The one Access Edge name that others know: the shared one with two pools or more, else that of the pool. */
export function knownName(view: View): string | undefined {
  const listed = view.get(pools) ?? [];
  return listed.length > 1 ? view.get(sharedName) : listed[0]?.name;
}

/** The name that the SRV records of a SIP domain lead to: the known one where the suffix rule lets it, else `sip.<domain>`. */
export function targetOf(domain: string, view: View): string {
  const known = knownName(view);
  return known !== undefined && suits(known, domain) ? known : `${sharedNameLabel}.${domain}`;
}

/** Each name that others meet, with each SIP domain: the answered ones with all, a proposed one with its own. */
export function namesByDomain(view: View): readonly { name: string; domain: string }[] {
  const domains = view.get(sipDomains) ?? [];
  const known = knownName(view);
  const answered = new Set([
    ...(known === undefined ? [] : [known]),
    ...(view.get(pools) ?? []).map((pool) => pool.name),
  ]);
  return domains.flatMap((domain) =>
    [...new Set([targetOf(domain, view), ...answered])].map((name) => ({ name, domain })),
  );
}

/** A pool as its own people know it: inner name where it was answered, and site. */
export function poolTitle(pool: Pool): string {
  const name = pool.internal ?? pool.name;
  return pool.site === undefined ? name : `${name} (${pool.site})`;
}
