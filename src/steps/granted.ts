import type { Grant } from '../model/index.ts';
import { count, md } from '../words/index.ts';

/** Whom a grant reaches, and whom it does where some are left out. */
export function grantReach(users: readonly string[]): Pick<Grant, 'reaches' | 'reachesOnly'> {
  const reach = (whom: string) => md`${whom}, one by one; the policy that each had before is recorded.`;
  const all = count(users.length, 'user');
  return { reaches: reach(all), reachesOnly: (some) => reach(`${some.length} of the ${all}`) };
}
