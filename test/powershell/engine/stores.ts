import type { Product } from '../../../src/model/index.ts';

/**
 * What a fake server holds. Names of properties are those of the server's own objects; one that is left out is `$null`
 * there. Policies print as `Global`, `Site:Redmond` and `Tag:SkypeUsers`, and are named so here.
 */
export type Store = {
  product: Product;
  /** Lync Server 2013 only: cumulative update 5 or later, which brings the two parameters for decoration (facts 5.1). */
  cu5: boolean;
  /** Reversed: the names of the server's enums have their numbers the other way round; no page has the numbers. */
  enums?: 'documented' | 'reversed';
  /** What Get-CsServerVersion says. */
  version: string;
  accessEdge: Thing;
  publicProviders: Provider[];
  hostingProviders: Provider[];
  allowedDomains: Thing[];
  blockedDomains: Thing[];
  externalAccessPolicies: Thing[];
  clientPolicies: Thing[];
  sites: Thing[];
  /** False after a change to a site, until Enable-CsTopology. */
  topologyEnabled: boolean;
  pools: Thing[];
  computers: Thing[];
  services: Thing[];
  sipDomains: Thing[];
  replicas: Thing[];
  privacyConfigurations: Thing[];
  mediaConfigurations: Thing[];
  /** Of this computer: what Get-CsCertificate and Get-CsWindowsService tell. */
  certificates: Properties[];
  windowsServices: Properties[];
  users: StoredUser[];
};

type Value = string | number | boolean | string[] | { Name: string; Value: string }[];

type Properties = { [property: string]: Value };

/** One object of the server. */
export type Thing = Properties & { Identity: string };

/** A public or hosting provider; name and proxy are unique among both kinds. */
export type Provider = Thing & { ProxyFqdn: string; Enabled: boolean; VerificationLevel: VerificationLevel };

export type VerificationLevel = 'AlwaysVerifiable' | 'AlwaysUnverifiable' | 'UseSourceVerification';

export type StoredUser = {
  DisplayName: string;
  SipAddress: string;
  UserPrincipalName: string;
  RegistrarPool: string;
  /** False: an account without a SIP address, which no server cmdlet finds. */
  SipEnabled?: boolean;
  /** False: switched off, and still found. */
  Enabled?: boolean;
  /** 'SRV:' unless said; another is where an account homed elsewhere is. */
  HostingProvider?: string;
  /** A member of a protected group of the directory: no grant gets through (facts 12.11). */
  Protected?: boolean;
  /** Names of granted policies, without `tag:`; left out: none. */
  ExternalAccessPolicy?: string;
  ClientPolicy?: string;
};

export type Installation = {
  product?: Product;
  cu5?: boolean;
  sipDomains?: readonly string[];
  /** `edge` is an Edge pool of the site, by its internal and its external name. */
  sites?: readonly { name: string; displayName?: string; edge?: { internal: string; external: string } }[];
  /** The site through whose Edge pool all sites federate; left out: none has a route. */
  federatesThrough?: string;
  /** `site` is the name of the site whose pool the user is homed on, the first one unless said. */
  users?: readonly { name: string; sip: string; site?: string; externalAccessPolicy?: string; clientPolicy?: string }[];
};

/**
 * A server as it stands, Lync Server 2013 unless said, after installation: no federation, the shipped providers switched off (facts 5.2),
 * Global policies only, everything replicated. Each site has one pool, `pool01.<site>.contoso.local`.
 */
export function asInstalled({
  product = 'lync-2013',
  cu5 = true,
  sipDomains = ['contoso.com'],
  sites = [{ name: 'Redmond' }],
  federatesThrough,
  users = [],
}: Installation = {}): Store {
  const edges = sites.flatMap(({ name, edge }) => (edge ? [{ site: name, ...edge }] : []));
  const route = edges.find(({ site }) => site === federatesThrough)?.internal;
  const pools = [
    ...sites.map(({ name }) => ({ fqdn: poolOf(name), site: name })),
    ...edges.map(({ internal, site }) => ({ fqdn: internal, site })),
  ];
  const home = sites[0]?.name ?? '';
  return {
    product,
    cu5,
    version: versions[product],
    accessEdge: {
      Identity: 'Global',
      AllowAnonymousUsers: false,
      AllowFederatedUsers: false,
      AllowOutsideUsers: true,
      EnablePartnerDiscovery: false,
      KeepCrlsUpToDateForPeers: true,
      RoutingMethod: 'UseDnsSrvRouting',
    },
    publicProviders: shippedWith(product),
    hostingProviders: [],
    allowedDomains: [],
    blockedDomains: [],
    externalAccessPolicies: [product === 'lync-2010' ? withoutXmpp(accessPolicy('Global')) : accessPolicy('Global')],
    clientPolicies: [{ Identity: 'Global' }],
    sites: sites.map(({ name, displayName = name }) => ({
      Identity: `Site:${name}`,
      SiteId: `Site:${name}`,
      DisplayName: displayName,
      SiteType: 'CentralSite',
      Pools: pools.filter(({ site }) => site === name).map(({ fqdn }) => fqdn),
      ...(route === undefined ? {} : { FederationRoute: `EdgeServer:${route}` }),
    })),
    topologyEnabled: true,
    pools: pools.map(({ fqdn, site }) => ({ Identity: fqdn, Fqdn: fqdn, Site: `Site:${site}` })),
    computers: pools.map(({ fqdn }) => ({ Identity: fqdn, Fqdn: fqdn, Pool: fqdn })),
    services: edges.map(({ site, internal, external }) => ({
      Identity: `EdgeServer:${internal}`,
      SiteId: `Site:${site}`,
      PoolFqdn: internal,
      AccessEdgeExternalFqdn: external,
      AccessEdgeExternalSipPort: 5061,
      AccessEdgeInternalSipPort: 5061,
      AccessEdgeClientSipPort: 443,
      Registrar: `Registrar:${poolOf(site)}`,
    })),
    sipDomains: sipDomains.map((name, at) => ({ Identity: name, Name: name, IsDefault: at === 0 })),
    replicas: pools.map(({ fqdn }) => ({ Identity: fqdn, ReplicaFqdn: fqdn, UpToDate: true })),
    privacyConfigurations: [{ Identity: 'Global', EnablePrivacyMode: false }],
    mediaConfigurations: [{ Identity: 'Global', EncryptionLevel: 'RequireEncryption' }],
    certificates: [],
    windowsServices: [],
    users: users.map(({ name, sip, site = home, externalAccessPolicy, clientPolicy }) => ({
      DisplayName: name,
      SipAddress: `sip:${sip}`,
      UserPrincipalName: sip,
      RegistrarPool: poolOf(site),
      ...(externalAccessPolicy === undefined ? {} : { ExternalAccessPolicy: externalAccessPolicy }),
      ...(clientPolicy === undefined ? {} : { ClientPolicy: clientPolicy }),
    })),
  };
}

/** An external access policy; what is not said is off, as the Global one is after installation. */
export function accessPolicy(identity: string, allowed: Readonly<Record<string, boolean>> = {}): Thing {
  return {
    Identity: identity,
    EnableFederationAccess: false,
    EnablePublicCloudAccess: false,
    EnablePublicCloudAudioVideoAccess: false,
    EnableOutsideAccess: false,
    EnableXmppAccess: false,
    ...allowed,
  };
}

/** The policy as Lync Server 2010 has it, without the switch that came with 2013. */
export function withoutXmpp({ EnableXmppAccess: _newer, ...policy }: Thing): Thing {
  return policy;
}

/** What Get-CsServerVersion says: the major version tells the product, 2019 and Subscription Edition share one. */
const versions: Readonly<Record<Product, string>> = {
  'lync-2010': 'Microsoft Lync Server 2010 (4.0.7577.0): Volume license key installed.',
  'lync-2013': 'Microsoft Lync Server 2013 (5.0.8308.0): Volume license key installed.',
  'sfb-2015': 'Skype for Business Server 2015 (6.0.9319.0): Volume license key installed.',
  'sfb-2019': 'Skype for Business Server 2019 (7.0.2046.0): Volume license key installed.',
  'sfb-se': 'Skype for Business Server Subscription Edition (7.0.2046.0): Volume license key installed.',
};

/** Facts 5.2; from 2015 on no page names one. */
function shippedWith(product: Product): Provider[] {
  const yahoo = shipped('Yahoo!', 'lcsap.msg.yahoo.com');
  switch (product) {
    case 'lync-2010':
      return [shipped('MSN', 'federation.messenger.msn.com'), shipped('AOL', 'sip.oscar.aol.com'), yahoo];
    case 'lync-2013':
      return [shipped('Messenger', 'federation.messenger.msn.com'), shipped('AIM', 'sip.oscar.aol.com'), yahoo];
    default:
      return [];
  }
}

function shipped(identity: string, proxy: string): Provider {
  return { Identity: identity, ProxyFqdn: proxy, Enabled: false, VerificationLevel: 'UseSourceVerification' };
}

const poolOf = (site: string) => `pool01.${site.toLowerCase()}.contoso.local`;
