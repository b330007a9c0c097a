import type { Change, Desired, Ensure, Grant, Product, Scope, ThingKind } from '../model/index.ts';
import { grantCmdlets, isKept, things } from '../plan/index.ts';
import { hasCmdlet } from './table.ts';

/** What a script for these changes has to be able to do; whatever is not needed is not written. */
export type Needs = {
  /** Kinds that are read, with the properties that matter. */
  reads: ReadonlyMap<ThingKind, readonly string[]>;
  sites: boolean;
  grants: boolean;
  probes: boolean;
  keptForUsers: boolean;
  inForceOfSites: boolean;
  inForceOfUsers: boolean;
  /** What tells the policy in force for a user: the server itself, or what was granted, site and Global. */
  effective: 'server' | 'scopes';
  provider: boolean;
  /** Client policies made as copies. */
  copies: boolean;
  copiesForUsers: boolean;
  /** A change acts only from one value to another. */
  turns: boolean;
  /** Federation routes of sites. */
  routes: boolean;
  /** Server cmdlets that the script calls, in the order of the alphabet. */
  cmdlets: readonly string[];
};

const effectiveCmdlets = { server: ['Get-CsEffectivePolicy'], scopes: ['Get-CsSite'] } as const;

/** Called in every script, whatever it changes. */
const always = ['Export-CsConfiguration', 'Get-CsPublicProvider', 'Get-CsServerVersion'];

export function needsOf(changes: readonly Change[], product: Product): Needs {
  const wants = changes.map(({ desired }) => desired);
  const ensures = wants.filter((desired): desired is Ensure => desired.do === 'ensure');
  const grants = wants.filter((desired): desired is Grant => desired.do === 'grant');
  const inForce = ensures.flatMap(({ which }) => (which.by === 'in-force' ? which.scopes : []));
  const kept = ensures.flatMap(({ set }) => Object.values(set).flatMap((value) => (isKept(value) ? value.keep : [])));
  const copied = ensures.flatMap(({ copies = [] }) => copies);
  const has = (scopes: readonly Scope[], of: Scope['of']) => scopes.some((scope) => scope.of === of);
  const needs = {
    reads: readsOf(wants, product),
    sites: ensures.some(({ which }) => which.by === 'site') || has(inForce, 'site'),
    grants: grants.length > 0,
    probes: ensures.some(({ probe = [] }) => probe.length > 0),
    keptForUsers: has(kept, 'user'),
    inForceOfSites: has(inForce, 'site'),
    inForceOfUsers: has(inForce, 'user'),
    provider: ensures.some(({ kind }) => kind === 'provider'),
    copies: copied.length > 0,
    copiesForUsers: has(copied, 'user'),
    routes: ensures.some(({ kind }) => kind === 'site'),
    turns: ensures.some(({ only }) => only !== undefined),
    effective: hasCmdlet('Get-CsEffectivePolicy', product) ? ('server' as const) : ('scopes' as const),
  };
  return { ...needs, cmdlets: cmdletsOf(changes, grants, needs) };
}

function readsOf(wants: readonly Desired[], product: Product): ReadonlyMap<ThingKind, readonly string[]> {
  const reads = new Map<ThingKind, readonly string[]>();
  for (const desired of wants) {
    if (desired.do === 'run') continue;
    const names = desired.do === 'ensure' ? propertiesOf(desired, product) : [];
    reads.set(desired.kind, [...new Set([...(reads.get(desired.kind) ?? []), ...names])]);
  }
  return reads;
}

function propertiesOf({ kind, set, only, demands = [], consent = [] }: Ensure, product: Product): readonly string[] {
  const asked = [...demands, ...consent].map(({ property }) => property);
  const lost = only ? (things[kind].turns?.settings[only.now] ?? []) : [];
  return [...(things[kind].whole?.[product] ?? []), ...Object.keys(set), ...lost, ...asked];
}

function cmdletsOf(
  changes: readonly Change[],
  grants: readonly Grant[],
  needs: Omit<Needs, 'cmdlets'>,
): readonly string[] {
  const users = needs.grants || needs.keptForUsers || needs.inForceOfUsers || needs.copiesForUsers;
  const named = [
    ...always,
    ...changes.flatMap(({ commands }) => commands.map(({ cmdlet }) => cmdlet)),
    ...[...needs.reads.keys()].map((kind) => things[kind].read),
    ...grants.map(({ kind }) => grantCmdlets[kind]),
    ...(needs.provider ? ['Get-CsHostingProvider', 'New-CsPublicProvider', 'Remove-CsPublicProvider'] : []),
    ...(needs.sites ? ['Get-CsSite'] : []),
    ...(needs.routes ? ['Get-CsService'] : []),
    ...(users ? ['Get-CsUser'] : []),
    ...(needs.keptForUsers || needs.inForceOfUsers || needs.copiesForUsers ? effectiveCmdlets[needs.effective] : []),
    ...(needs.copies ? ['New-CsClientPolicyEntry', 'Remove-CsClientPolicy'] : []),
  ];
  return [...new Set(named)].sort();
}
