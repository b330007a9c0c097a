import type { Product, ThingKind } from '../model/index.ts';

/** One kind of server object, and all that a printer knows of kinds. */
export type Thing = {
  /** The cmdlets for it; without `create` it exists once and for all. */
  read: string;
  create?: string;
  set: string;
  remove?: string;
  /** It is made as a copy of what is in force, never bare. */
  onlyCopied?: true;
  /** Properties that `set` can change; where another one differs, the object is removed and made anew. */
  mends: 'all' | readonly string[];
  /** What has to run once for a change to count, on the way back too. */
  followedBy?: string;
  /** Every property that an object of the product has, where one that was removed must come back whole. */
  whole?: Readonly<Record<Product, readonly string[]>>;
  /** Properties whose parameter set has no -Identity: they go in a call of their own, behind this switch. */
  apart?: { properties: readonly string[]; behind: string };
  /**
   * A property that no parameter sets: each of its values is a switch, and has settings of its own that are lost under
   * the other one. `back`: when the way back is open, in words.
   */
  turns?: { property: string; settings: Readonly<Record<string, readonly string[]>>; back: string };
};

/** A policy for users is given to each of them by itself. */
export const grantCmdlets = {
  'external-access-policy': 'Grant-CsExternalAccessPolicy',
  'client-policy': 'Grant-CsClientPolicy',
} as const;

/** Actions that no object stands for. */
export const runCmdlets = { 'enable-topology': 'Enable-CsTopology' } as const;

/** What a provider has beyond those that it always had: facts 5.1. */
const since2013 = [
  'IconUrl',
  'NameDecorationDomain',
  'NameDecorationRoutingDomain',
  'NameDecorationExcludedDomainList',
];
const since2015 = ['EnableSkypeIdRouting', 'EnableSkypeDirectorySearch'];

/** Names of cmdlets and what they can change: facts 3.5, 4.4, 5.5, 6.4, 12.2, 12.3, 12.6. */
export const things: Readonly<Record<ThingKind, Thing>> = {
  'access-edge': {
    read: 'Get-CsAccessEdgeConfiguration',
    set: 'Set-CsAccessEdgeConfiguration',
    mends: 'all',
    apart: { properties: ['EnablePartnerDiscovery'], behind: 'UseDnsSrvRouting' },
    turns: {
      property: 'RoutingMethod',
      settings: {
        UseDefaultRouting: ['DefaultRouteFqdn', 'IsPublicProvider', 'VerificationLevel'],
        UseDnsSrvRouting: ['EnablePartnerDiscovery', 'DiscoveredPartnerVerificationLevel', 'BeClearingHouse'],
      },
      back: 'only once every public and every hosting provider is deleted',
    },
  },
  provider: {
    read: 'Get-CsPublicProvider',
    create: 'New-CsPublicProvider',
    set: 'Set-CsPublicProvider',
    remove: 'Remove-CsPublicProvider',
    mends: ['Enabled', 'VerificationLevel'],
    whole: {
      'lync-2010': ['ProxyFqdn', 'VerificationLevel', 'Enabled'],
      'lync-2013': ['ProxyFqdn', ...since2013, 'VerificationLevel', 'Enabled'],
      'sfb-2015': ['ProxyFqdn', ...since2013, ...since2015, 'VerificationLevel', 'Enabled'],
      'sfb-2019': ['ProxyFqdn', ...since2013, ...since2015, 'VerificationLevel', 'Enabled'],
      'sfb-se': ['ProxyFqdn', ...since2013, ...since2015, 'VerificationLevel', 'Enabled'],
    },
  },
  'external-access-policy': {
    read: 'Get-CsExternalAccessPolicy',
    create: 'New-CsExternalAccessPolicy',
    set: 'Set-CsExternalAccessPolicy',
    remove: 'Remove-CsExternalAccessPolicy',
    mends: 'all',
  },
  site: {
    read: 'Get-CsSite',
    set: 'Set-CsSite',
    mends: 'all',
    followedBy: runCmdlets['enable-topology'],
  },
  // A bare new one would hide the one in force whole (facts 12.1).
  'client-policy': {
    read: 'Get-CsClientPolicy',
    create: 'New-CsClientPolicy',
    set: 'Set-CsClientPolicy',
    remove: 'Remove-CsClientPolicy',
    onlyCopied: true,
    mends: 'all',
  },
};
