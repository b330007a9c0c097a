const at = '2025-11-03T14:09:58.000Z';

const flags = {
  EnableFederationAccess: false,
  EnablePublicCloudAccess: false,
  EnablePublicCloudAudioVideoAccess: false,
  EnableOutsideAccess: true,
  EnableXmppAccess: false,
};

/** An item that was read, with these values. */
export const item = (...values: readonly unknown[]) => ({ at, from: 'central', read: true, values });

const provider = (Identity: string, ProxyFqdn: string) => ({
  ...{ Identity, ProxyFqdn, Enabled: false, IconUrl: null, NameDecorationDomain: null },
  NameDecorationRoutingDomain: null,
  NameDecorationExcludedDomainList: null,
  VerificationLevel: { name: 'UseSourceVerification', number: 2 },
});

/** A user of the evidence, named in the rollout. */
export const person = (name: string, values: object = {}) => ({
  ...{ Named: true, Enabled: true, SipAddress: `sip:${name}@contoso.com`, UserPrincipalName: `${name}@contoso.local` },
  ...{ ExternalAccessPolicy: null, ClientPolicy: null, Site: 'Site:Redmond', HostingProvider: 'SRV:' },
  ...{ EffectiveExternalAccessPolicy: 'Global', EffectiveClientPolicy: 'Global' },
  ...values,
});

const switches = Object.keys(flags);

/** The item that tells which parameters the cmdlets have; `provider`: those of an entry besides the four of every server. */
export const parametersSeen = (provider: readonly string[], access: readonly string[] = switches) =>
  item(
    {
      cmdlet: 'New-CsPublicProvider',
      parameters: ['Identity', 'ProxyFqdn', 'Enabled', 'VerificationLevel', ...provider],
    },
    { cmdlet: 'New-CsExternalAccessPolicy', parameters: ['Identity', 'Description', ...access] },
    { cmdlet: 'Set-CsExternalAccessPolicy', parameters: ['Identity', 'Description', ...access] },
  );

const ofProvider = [
  'IconUrl',
  'NameDecorationDomain',
  'NameDecorationRoutingDomain',
  'NameDecorationExcludedDomainList',
];

/** What a Front End Server of Contoso has before federation: Messenger holds Skype's proxy, Dublin has policies of its own. */
export const items = {
  accessEdge: item({
    ...{ Identity: 'Global', AllowFederatedUsers: false, EnablePartnerDiscovery: false },
    ...{ RoutingMethod: 'UseDnsSrvRouting', OutgoingTlsCountForFederatedPartners: null },
  }),
  publicProviders: item(provider('Messenger', 'federation.messenger.msn.com'), provider('AIM', 'sip.oscar.aol.com')),
  hostingProviders: item(),
  parameters: parametersSeen(ofProvider),
  externalAccessPolicies: item(
    { Identity: 'Global', ...flags },
    { Identity: 'Site:Dublin', ...flags, EnableFederationAccess: true },
    { Identity: 'Tag:Sales', ...flags, EnablePublicCloudAccess: true },
  ),
  clientPolicies: item(
    { Identity: 'Global', EnableNotificationForNewSubscribers: null, BlockConversationFromFederatedContacts: null },
    {
      Identity: 'Site:Dublin',
      EnableNotificationForNewSubscribers: true,
      BlockConversationFromFederatedContacts: false,
    },
  ),
  sites: item(
    { Identity: 'Site:Redmond', DisplayName: 'Redmond', FederationRoute: null },
    { Identity: 'Site:Dublin', DisplayName: 'Dublin, Ireland', FederationRoute: 'EdgeServer:edge02.contoso.local' },
  ),
  users: item(
    person('ana'),
    person('maria', { ExternalAccessPolicy: 'Sales', EffectiveExternalAccessPolicy: 'Sales' }),
    { ...person('thomas'), Named: false, ClientPolicy: 'Quiet' },
  ),
};

/** An evidence file as 1-discover.ps1 writes one. */
export const evidenceFile = (values: object = {}) => ({
  ...{ format: 'skypefed-evidence', version: 1, program: 'skypefed 0.1.0', rollout: 'contoso', script: 'discover' },
  ...{ computer: 'FE01', written: '2025-11-03T14:10:00.123Z', place: 'front-end', people: 'names', made: 'unknown' },
  items,
  ...values,
});
