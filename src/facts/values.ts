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

export const productNames: Readonly<Record<Product, string>> = { 'lync-2013': 'Lync Server 2013' };

/** Last day of extended support. Microsoft, lifecycle data. */
export const supportEnds: Readonly<Record<Product, LocalDate>> = { 'lync-2013': '2023-04-11' };

/** Module that holds the server cmdlets. Microsoft, Management Shell. */
export const shellModules: Readonly<Record<Product, string>> = { 'lync-2013': 'Lync' };

/** Windows PowerShell that every component of the product needs. Microsoft, administrative tools software requirements. */
export const shellVersions: Readonly<Record<Product, string>> = { 'lync-2013': '3.0' };

/** Public providers that come with the product, disabled. Microsoft, help file of February 2014. */
export const shippedProviders: Readonly<Record<Product, readonly string[]>> = {
  'lync-2013': ['Yahoo!', 'AIM', 'Messenger'],
};

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
