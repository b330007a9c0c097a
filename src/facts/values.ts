import type { LocalDate, Product } from '../model/index.ts';

/** Access Edge of Skype, for `-ProxyFqdn`. Microsoft, enabling Lync-Skype connectivity; deploy Skype connectivity. */
export const skypeProxyFqdn = 'federation.messenger.msn.com';

/** Icon beside Skype contacts, for `-IconUrl`. Same two pages. */
export const skypeIconUrl = 'https://images.edge.messenger.live.com/Messenger_16x16.png';

/** Domain behind a decorated address, for `-NameDecorationRoutingDomain`. Same two pages. */
export const decorationRoutingDomain = 'msn.com';

/** Domains that are not decorated, one string, for `-NameDecorationExcludedDomainList`. Same two pages. */
export const decorationExcludedDomains = 'msn.com,outlook.com,live.com,hotmail.com';

/**
 * Domains of a Microsoft account that a person types as they are. The first three stand in Microsoft's page for end
 * users, msn.com in the list of the provider command.
 */
export const domainsTypedAsTheyAre: readonly string[] = ['live.com', 'hotmail.com', 'outlook.com', 'msn.com'];

/** Where an Access Edge was registered. Microsoft, the provisioning site page. */
export const registrationSite = 'https://pic.lync.com';

/** Its last day. Microsoft, deploy Skype connectivity. */
export const registrationClosed: LocalDate = '2019-08-15';

/** Longest wait that Microsoft announced, in days. Microsoft, the provisioning site page. */
export const registrationDays = 30;

/** After this many hours support was to be called. Same page, text of 2019. */
export const registrationSupportHours = 48;

/** Most Access Edge names in one request. Same page. */
export const registrationNamesAtMost = 10;

/** Last day of consumer Skype. News of March 2025; notes in Microsoft's cmdlet pages. */
export const consumerSkypeClosed: LocalDate = '2025-05-05';

/** Where a Microsoft account was made. Microsoft, using Lync-Skype connectivity as an end user. */
export const signUpPage = 'https://go.microsoft.com/fwlink/p/?LinkId=306061';

/** What a Microsoft account is, told to people on Skype. Microsoft, enabling Lync-Skype connectivity. */
export const accountHelpPage = 'https://support.skype.com/en/faq/FA12059/what-is-a-microsoft-account';

export const productNames: Readonly<Record<Product, string>> = {
  'lync-2010': 'Lync Server 2010',
  'lync-2013': 'Lync Server 2013',
  'sfb-2015': 'Skype for Business Server 2015',
  'sfb-2019': 'Skype for Business Server 2019',
  'sfb-se': 'Skype for Business Server Subscription Edition',
};

/** The first number of a version, as Get-CsServerVersion shows it in round brackets. Steps, "The scripts' own contract". */
export const versionMarks: Readonly<Record<Product, string>> = {
  'lync-2010': '4',
  'lync-2013': '5',
  'sfb-2015': '6',
  'sfb-2019': '7',
  'sfb-se': '7',
};

/** The same where room is short: what tells them apart stays. */
export const productShortNames: Readonly<Record<Product, string>> = {
  'lync-2010': 'Lync 2010',
  'lync-2013': 'Lync 2013',
  'sfb-2015': 'SfB Server 2015',
  'sfb-2019': 'SfB Server 2019',
  'sfb-se': 'SfB Server SE',
};

/** The products, oldest first. */
export const products: readonly Product[] = ['lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019', 'sfb-se'];

/** The products that are called Lync, and those that are called Skype for Business. */
export const lyncProducts: readonly Product[] = ['lync-2010', 'lync-2013'];
export const sfbProducts: readonly Product[] = ['sfb-2015', 'sfb-2019', 'sfb-se'];

/** What the shell of a product is called. */
export const shellNames: Readonly<Record<Product, string>> = forEach(
  'Lync Server Management Shell',
  'Skype for Business Server Management Shell',
);

/** Last day of extended support. Microsoft, lifecycle data. */
export const supportEnds: Readonly<Record<Product, LocalDate | undefined>> = {
  'lync-2010': '2021-04-13',
  'lync-2013': '2023-04-11',
  'sfb-2015': '2025-10-14',
  'sfb-2019': '2025-10-14',
  // Supported while it is kept current; no end date was found.
  'sfb-se': undefined,
};

/** Module that holds the server cmdlets. Microsoft, Management Shell. */
export const shellModules: Readonly<Record<Product, string>> = forEach('Lync', 'SkypeForBusiness');

/**
 * Windows PowerShell of the product: what it needs (Microsoft, software and server requirements), what it ran on (2010, a
 * blog), or what the Windows under it brings (2019 and Subscription Edition, operating experience).
 */
export const shellVersions: Readonly<Record<Product, string>> = {
  'lync-2010': '2.0',
  'lync-2013': '3.0',
  'sfb-2015': '3.0',
  'sfb-2019': '5.1',
  'sfb-se': '5.1',
};

/** Public providers that come with the product, disabled; none is named from 2015 on. Microsoft, New-CsPublicProvider of 2012 and 2014. */
export const shippedProviders: Readonly<Record<Product, readonly string[]>> = {
  'lync-2010': ['Yahoo!', 'AOL', 'MSN'],
  'lync-2013': ['Yahoo!', 'AIM', 'Messenger'],
  'sfb-2015': [],
  'sfb-2019': [],
  'sfb-se': [],
};

/** Shipped entry of Lync Server 2010 that stood for what later was Skype. Microsoft, New-CsPublicProvider of 2012. */
export const legacyProvider2010 = 'MSN';

/** Shipped entry that Microsoft's first command for Skype removes. Microsoft, enabling Lync-Skype connectivity, earlier text. */
export const legacyProvider = 'Messenger';

/** Label before a SIP domain in the name to register: `sip.contoso.com`. Microsoft, the provisioning site page. */
export const sharedNameLabel = 'sip';

/** SRV label that federation partners look up, with its port. Microsoft, Edge Server environmental requirements. */
export const federationSrv = '_sipfederationtls._tcp';
export const federationPort = 5061;

/** SRV label that clients look up, with its port. Same page. */
export const signInSrv = '_sip._tls';
export const signInPort = 443;

/** Group whose members may run the cmdlets in a local shell. Microsoft, Get-CsAdminRole. */
export const serverGroup = 'RTCUniversalServerAdmins';

/** Role that counts in the Control Panel and in remote sessions. Same page. */
export const controlPanelRole = 'CsAdministrator';

/** Groups that publishing a topology takes, both of them. Microsoft, create your Edge topology. */
export const topologyGroups: readonly string[] = ['RTCUniversalServerAdmins', 'Domain Admins'];

/** Port on an Edge by which the address book service finds the way to Skype's directory. Microsoft, deploy Skype connectivity. */
export const searchPort = 4443;

/** Where search requests left to, TCP 443. Same page. */
export const searchAddresses: readonly string[] = ['104.40.75.246', '23.101.135.34', '40.113.86.19'];

/** Domain behind a Skype name that is routed without a Microsoft account. MessHelper; a blog of April 2018. */
export const skypeNameDomain = 'skypeids.net';

function forEach(lync: string, sfb: string): Readonly<Record<Product, string>> {
  return { 'lync-2010': lync, 'lync-2013': lync, 'sfb-2015': sfb, 'sfb-2019': sfb, 'sfb-se': sfb };
}
