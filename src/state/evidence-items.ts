import * as z from 'zod/mini';
import type { Evidence, Seen } from '../model/index.ts';
import { printable } from '../words/index.ts';
import { kinds, name } from './evidence-shape.ts';

export const moment = z.iso.datetime();

/** What was read with one command, or why it was not. */
export const item = z.discriminatedUnion('read', [
  z.object({ read: z.literal(true), at: moment, values: z.array(z.unknown()) }),
  z.object({ read: z.literal(false), at: moment, why: z.string() }),
]);
export type Item = z.infer<typeof item>;

/** What apply began to change; an earlier skypefed wrote no `waits`. */
export const made = z.object({ kind: z.string(), identity: name, waits: z.optional(z.boolean()) });

/** One line of verify. */
export const check = z.object({ what: name, good: z.boolean() });

/** Which product the server is, in its own words. */
export function versionIn(told: Item | undefined): Pick<Evidence, 'serverVersion'> {
  const [said] = told?.read ? told.values : [];
  const parsed = name.safeParse(typeof said === 'string' ? shortened(said) : undefined);
  return parsed.success ? { serverVersion: parsed.data } : {};
}

const cmdletSeen = z.object({ cmdlet: name, parameters: z.array(z.string()) });

/** What cmdlets of the server take, as far as a rollout may set it: the others are many. */
export function takenIn(told: Item | undefined): Pick<Seen, 'takes'> {
  const known = new Set(Object.values(kinds).flatMap(({ names }) => names));
  const cmdlets = (told?.read ? told.values : []).flatMap((raw): [string, readonly string[]][] => {
    const parsed = cmdletSeen.safeParse(raw);
    return parsed.success ? [[parsed.data.cmdlet, parsed.data.parameters.filter((one) => known.has(one))]] : [];
  });
  return cmdlets.length > 0 ? { takes: Object.fromEntries(cmdlets) } : {};
}

const sought = z.object({ asked: name, found: z.literal(0) });

/** The names that nobody had; one who joined the rollout later was not looked for. */
export function absentIn(counts: Item | undefined): Pick<Seen, 'absent'> {
  const absent = (counts?.read ? counts.values : []).flatMap((raw) => {
    const parsed = sought.safeParse(raw);
    return parsed.success ? [parsed.data.asked] : [];
  });
  return absent.length > 0 ? { absent } : {};
}

/** Of each kind of check how many were good: thousands of users have one each. */
export function checksIn(checks: readonly z.infer<typeof check>[]): Pick<Seen, 'checks'> {
  const counts = new Map<string, { good: number; differ: number }>();
  for (const { what, good } of checks) {
    const count = counts.get(what) ?? { good: 0, differ: 0 };
    count[good ? 'good' : 'differ'] += 1;
    counts.set(what, count);
  }
  return counts.size > 0 ? { checks: [...counts].map(([what, count]) => ({ what, ...count })) } : {};
}

/** Where a route was set and the topology was not enabled for it since, by what apply wrote down on that server. */
export function waitingIn(all: readonly z.infer<typeof made>[]): Pick<Seen, 'routesWaiting'> {
  const routesWaiting = all.flatMap(({ kind, identity, waits }) => (kind === 'CsSite' && waits ? [identity] : []));
  return routesWaiting.length > 0 ? { routesWaiting } : {};
}

/** Reasons are the server's own words, whatever they hold. */
export function shortened(text: string): string {
  const line = printable(text.replace(/\s+/g, ' ').trim().toWellFormed());
  return line.length > 300 ? `${line.slice(0, 299)}…`.toWellFormed() : line;
}
