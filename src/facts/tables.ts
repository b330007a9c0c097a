import type { Fact, LocalDate, Product } from '../model/index.ts';
import {
  versionAtRelease,
  versionFirstWithAccount,
  versionsForSkypeForBusiness,
  versionWithVideo,
} from './accounts.ts';

export type EdgePort = {
  port: string;
  protocol: 'TCP' | 'UDP' | 'TCP and UDP';
  side: 'external' | 'internal';
  /** As seen from the Edge. */
  direction: 'in' | 'out' | 'in and out';
  use: string;
};

/** What firewalls let through at an Edge. Microsoft, Edge Server environmental requirements. */
export const edgePorts: readonly EdgePort[] = [
  { port: '5061', protocol: 'TCP', side: 'external', direction: 'in and out', use: 'federation and public IM' },
  { port: '443', protocol: 'TCP', side: 'external', direction: 'in', use: 'sign-in of remote clients' },
  { port: '443', protocol: 'TCP', side: 'external', direction: 'in and out', use: 'audio and video (A/V Edge)' },
  { port: '3478', protocol: 'UDP', side: 'external', direction: 'in and out', use: 'audio and video (A/V Edge)' },
  { port: '50000-59999', protocol: 'TCP and UDP', side: 'external', direction: 'out', use: 'audio and video' },
  { port: '80', protocol: 'TCP', side: 'external', direction: 'out', use: 'certificate revocation lists' },
  { port: '53', protocol: 'TCP and UDP', side: 'external', direction: 'out', use: 'DNS' },
  { port: '5061', protocol: 'TCP', side: 'internal', direction: 'in and out', use: 'Front End or Director' },
  {
    port: '4443',
    protocol: 'TCP',
    side: 'internal',
    direction: 'in',
    use: 'replication from the Central Management Server',
  },
  {
    port: '5062, 8057, 443',
    protocol: 'TCP',
    side: 'internal',
    direction: 'in',
    use: 'authentication, web conferencing and media relay',
  },
  { port: '3478', protocol: 'UDP', side: 'internal', direction: 'in', use: 'media relay' },
];

/** The suffix rule for contoso.com. Microsoft, deploy Skype connectivity. */
export const suffixExamples: readonly { name: string; valid: boolean; why: string }[] = [
  { name: 'sip.contoso.com', valid: true, why: 'one label before the SIP domain' },
  { name: 'sipfed.contoso.com', valid: true, why: 'one label before the SIP domain' },
  { name: 'access.contoso.com', valid: true, why: 'one label before the SIP domain' },
  { name: 'sip.contoso-edge.com', valid: false, why: 'another domain' },
  { name: 'sip.it.contoso.com', valid: false, why: 'a label too many between' },
];

export type Agreement = 'volume-licensing' | 'partner-network' | 'service-provider' | 'high-volume';

/** Which number the form took for which licence. Microsoft, the provisioning site page and its questions and answers. */
export const agreementKinds: readonly { id: Agreement; label: string; asks: string }[] = [
  { id: 'volume-licensing', label: 'Volume Licensing', asks: 'agreement number' },
  { id: 'partner-network', label: 'Partner Network', asks: 'headquarters partner id' },
  { id: 'service-provider', label: 'Service Provider', asks: 'initial enrolment number' },
  { id: 'high-volume', label: 'High Volume Services', asks: 'product enrolment number' },
];

/** Lowest Skype version by time and purpose; the guide's own number is lost. */
export const skypeVersions: readonly { from: LocalDate | string; version: string; why: string; fact: Fact }[] = [
  {
    from: '2012-10-25',
    version: '6.0, Windows or Mac',
    why: 'sign-in with a Microsoft account',
    fact: versionFirstWithAccount,
  },
  {
    from: '2013-05-29',
    version: 'latest, Windows or Mac desktop',
    why: 'instant messages and audio with Lync',
    fact: versionAtRelease,
  },
  { from: '2014-12-05', version: '7.0.x.100, Windows', why: 'video with Lync 2013', fact: versionWithVideo },
  {
    from: 'Skype for Business Server',
    version: '7.6, Windows; 7.26, Windows XP and Vista; 7.19, Mac; 6.19, Android; 6.11, iOS',
    why: 'stated for the later servers',
    fact: versionsForSkypeForBusiness,
  },
];

export type Feature = 'im' | 'presence' | 'audio' | 'video' | 'search';

type Row = { id: Feature; label: string; has: boolean; note: string };

const messages: readonly Row[] = [
  { id: 'im', label: 'Instant messages', has: true, note: 'one to one' },
  { id: 'presence', label: 'Presence', has: true, note: 'after both sides accepted' },
  { id: 'audio', label: 'Audio', has: true, note: 'one to one' },
];

function video(has: boolean, note: string): Row {
  return { id: 'video', label: 'Video', has, note };
}

function search(has: boolean, note: string): Row {
  return { id: 'search', label: 'Search in the Skype directory', has, note };
}

const later: readonly Row[] = [
  ...messages,
  video(true, 'since December 2014, reported for Lync 2013 clients; taken to hold for the later ones'),
  search(true, 'with the client of Skype for Business, a Front End and an Edge of Skype for Business Server'),
];

/**
 * What a product had with people on Skype. Microsoft, support for public IM; deploy Skype connectivity; video: Redmond
 * Channel Partner. Subscription Edition: as 2019, to which it was announced as identical.
 */
export const features: Readonly<Record<Product, readonly Row[]>> = {
  'lync-2010': [
    ...messages,
    video(false, 'reported for Lync 2013 clients only'),
    search(false, 'Skype for Business Server 2015 and later'),
  ],
  'lync-2013': [
    ...messages,
    video(true, 'since December 2014, with Lync 2013 clients only'),
    search(false, 'Skype for Business Server 2015 and later'),
  ],
  'sfb-2015': later,
  'sfb-2019': later,
  'sfb-se': later,
};

/** Which clients could add a person on Skype. Microsoft, deploy Skype connectivity. */
export const clientFeatures: readonly { client: string; add: boolean; search: boolean }[] = [
  { client: 'Skype for Business', add: true, search: true },
  { client: 'Lync 2013', add: true, search: false },
  { client: 'Lync 2010', add: true, search: false },
  { client: 'Lync for Mac 2011', add: true, search: false },
  { client: 'Skype for Business on Mac', add: true, search: false },
  { client: 'Lync Phone Edition', add: false, search: false },
  { client: 'Lync Attendant', add: false, search: false },
  { client: 'Lync Web App', add: false, search: false },
];

/** Ids in `ms-diagnostics` of a refused request. Microsoft, MS-OCER; 1027, 1034 and 1047: blogs. */
export const diagnostics: readonly { id: number; means: string; mend?: string }[] = [
  { id: 1001, means: 'sender may not use public providers', mend: 'EnablePublicCloudAccess in the policy in force' },
  { id: 1002, means: 'sender may not use federated partners', mend: 'EnableFederationAccess in the policy in force' },
  { id: 1003, means: 'user does not exist' },
  { id: 1005, means: 'no route to the domain', mend: 'the provider, its proxy and the federation route' },
  { id: 1008, means: 'SRV record not resolved', mend: 'the DNS that the Edge asks' },
  { id: 1009, means: 'SRV target and domain conflict', mend: 'the suffix rule' },
  { id: 1010, means: 'no certificate trust with the next hop', mend: 'the chain of both certificates' },
  { id: 1011, means: 'the previous hop gave no diagnostics' },
  { id: 1012, means: 'not allowed outside the enterprise', mend: 'the external access policy in force' },
  { id: 1014, means: 'host record not resolved', mend: 'the DNS that the Edge asks' },
  { id: 1027, means: 'request cannot be routed to or from federated partners', mend: 'SRV records in both directions' },
  { id: 1034, means: 'the federated peer before gave no diagnostics', mend: 'SRV records in both directions' },
  {
    id: 1047,
    means: 'TLS negotiation failed, the other side does not trust our authority',
    mend: 'a public authority and its whole chain',
  },
  { id: 4003, means: 'sender is not enabled for remote access', mend: 'EnableOutsideAccess in the policy in force' },
  { id: 4005, means: 'destination is not enabled for SIP' },
];
