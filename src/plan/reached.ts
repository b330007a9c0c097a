import type { Desired, LeftOut, Markdown } from '../model/index.ts';
import { md } from '../words/index.ts';

/** A wish for those alone whom the script does not leave out; undefined where that is nobody. */
export function reached(desired: Desired, leftOut: readonly LeftOut[]): Desired | undefined {
  if (leftOut.length === 0) return desired;
  const out = new Set(leftOut.map(({ user }) => user));
  if (desired.do === 'grant') {
    const users = desired.users.filter((user) => !out.has(user));
    return users.length > 0 ? { ...desired, users, reaches: reachOf(desired, users) } : undefined;
  }
  if (desired.do !== 'ensure' || desired.which.by !== 'in-force') return desired;
  const scopes = desired.which.scopes.filter((scope) => scope.of !== 'user' || !out.has(scope.user));
  const users = scopes.flatMap((scope) => (scope.of === 'user' ? [scope.user] : []));
  if (scopes.length === 0) return undefined;
  return { ...desired, which: { by: 'in-force', scopes }, reaches: reachOf(desired, users) };
}

export const reachesNobody: Markdown = md`Nobody: each one who is named is left out.`;

function reachOf({ reaches, reachesOnly }: Desired, users: readonly string[]): Markdown {
  return reachesOnly?.(users) ?? reaches;
}
