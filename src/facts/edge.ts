import { code, md } from '../words/index.ts';
import { documented, experience, inferred, reported, unknown } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';
import { sfbProducts } from './values.ts';

export const threeGates = documented(
  'three-gates',
  md`Three gates have to be open at once: the Edge allows federation, the provider is enabled, and the external access policy of the user allows public users.`,
  [source.federation, source.publicAccess, source.publicProviders, source.teamsExternal],
);

export const accessEdgeAllowsFederation = documented(
  'access-edge-allows-federation',
  md`${code('AllowFederatedUsers')} of the Access Edge configuration has to be True; as installed it is False. Skype is a kind of federation and needs it too.`,
  [source.setAccessEdge, source.federation2013, source.enablingSkype],
);

export const allowFederatedUsersReach = documented(
  'allow-federated-users-reach',
  md`${code('AllowFederatedUsers')} opens or closes the Edge for every federated partner, and for a SIP domain that is shared with the Online service.`,
  [source.setAccessEdge],
  { weDo: md`Turns it on where it is off. Never turns it off.` },
);

export const accessEdgeOneObject = documented(
  'access-edge-one-object',
  md`There is one Access Edge configuration for the whole deployment, ${code('Global')}.`,
  [source.setAccessEdge],
);

export const defaultRoutingExcludesPublic = documented(
  'default-routing-excludes-public',
  md`With default routing at the Edge no public provider can be used, Skype included. DNS SRV routing is needed.`,
  [source.newPublicProvider, source.setAccessEdge],
  {
    weDo: md`The script reads the routing first. Where it is the default kind, it stops before any change, unless you asked for the switch.`,
  },
);

export const routingSwitchWeight = documented(
  'routing-switch-weight',
  md`Each kind of routing has settings of its own, and the way back from DNS SRV routing to default routing is open only when every public and hosting provider is deleted.`,
  [source.setAccessEdge, source.newPublicProvider],
  { weDo: md`Treats a switch as a rebuild: only where you asked for it, and with a consent of its own.` },
);

export const routingOwnSettings = documented(
  'routing-own-settings',
  md`${code('DefaultRouteFqdn')}, ${code('IsPublicProvider')} and ${code('VerificationLevel')} belong to default routing; ${code('EnablePartnerDiscovery')}, ${code('DiscoveredPartnerVerificationLevel')} and ${code('BeClearingHouse')} to DNS SRV routing. A server shows and takes those of its kind alone.`,
  [source.setAccessEdge],
);

export const routingSwitchLoses = experience(
  'routing-switch-loses',
  md`What belongs to the other kind of routing is to be taken as lost with the switch.`,
  [source.setAccessEdge],
  { weDo: md`Writes the settings of default routing to the state file before it switches.` },
);

export const routingSwitchDiscovery = documented(
  'routing-switch-discovery',
  md`DNS SRV routing has to be told with ${code('EnablePartnerDiscovery')} whether partners are discovered; its default is False. Default routing has no such value that could be kept.`,
  [source.setAccessEdge],
  {
    weDo: md`Switches with False. Where you answered yes, discovery is turned on by the next change, with a question of its own.`,
  },
);

export const routingSwitchCuts = inferred(
  'routing-switch-cuts',
  md`With default routing one server takes every request to a partner. After the switch the Edge looks for each partner by itself, and with partner discovery off it finds those on the allow list alone.`,
  [source.setAccessEdge],
);

export const routingMethodProperty = documented(
  'routing-method-property',
  md`${code('Get-CsAccessEdgeConfiguration')} shows the kind of routing as ${code('RoutingMethod')}, for instance ${code('UseDnsSrvRouting')}.`,
  [source.globalStatus],
);

export const partnerDiscoverySwitch = documented(
  'partner-discovery-switch',
  md`With ${code('EnablePartnerDiscovery')} False the Edge federates with allowed domains alone. The parameter is accepted only together with ${code('-UseDnsSrvRouting')}.`,
  [source.setAccessEdge, source.federation2013, source.hybridFederation],
);

export const partnerDiscoveryOff = inferred(
  'partner-discovery-off',
  md`Turning partner discovery off cuts every partner who is not on the allow list, at once.`,
  [source.setAccessEdge],
);

export const partnerDiscoveryOn = reported(
  'partner-discovery-on',
  md`Turning partner discovery on opens federation to any domain that can be discovered: the allow list no longer limits it.`,
  [report.issue1254],
);

export const partnerDiscoveryForSkype = unknown(
  'partner-discovery-for-skype',
  md`Whether partner discovery had to be on just for Skype is not stated. Its proxy stands in the provider entry, and Microsoft's page for public IM asks only for federation.`,
  [source.federation],
  { weDo: md`Leaves it as it is unless you answer otherwise.` },
);

export const beingDiscovered = inferred(
  'being-discovered',
  md`To be found by others you need your own SRV record. The switch for partner discovery is about whom your Edge finds.`,
  [source.deploySkype, source.setAccessEdge],
);

export const outsideUsersUntouched = documented(
  'outside-users-untouched',
  md`${code('AllowOutsideUsers')} is about remote and anonymous users. Federation with Skype works without touching it.`,
  [source.setAccessEdge],
);

export const dnsRecords = documented(
  'dns-records',
  md`Each SIP domain has three public records: a host record ${code('sip.<domain>')}, SRV ${code('_sipfederationtls._tcp.<domain>')} on port 5061 for federation, and SRV ${code('_sip._tls.<domain>')} on port 443 for clients that sign in. Both SRV records point to the host record.`,
  [source.edgeRequirements],
);

export const suffixRule = documented(
  'suffix-rule',
  md`The SRV record of a SIP domain has to point to an Edge name that is one label and then that very domain.`,
  [source.deploySkype],
);

export const suffixRuleExamples = documented(
  'suffix-rule-examples',
  md`For contoso.com the names ${code('sip.contoso.com')}, ${code('sipfed.contoso.com')} and ${code('access.contoso.com')} pass; ${code('sip.contoso-edge.com')} and ${code('sip.it.contoso.com')} do not.`,
  [source.deploySkype],
);

export const nameInCertificate = documented(
  'name-in-certificate',
  md`The name to which the SRV record points has to stand, letter for letter, in the subject or the alternative names of the Edge's external certificate.`,
  [source.deploySkype],
);

export const certificateNames = documented(
  'certificate-names',
  md`The external certificate comes from a public authority. Its subject is ${code('sip.<first SIP domain>')}; the alternative names hold ${code('sip.<domain>')} for every SIP domain and the web conferencing name. Public IM uses the same certificate.`,
  [source.edgeRequirements],
);

export const certificateWildcard = documented(
  'certificate-wildcard',
  md`A wildcard name is not supported on an Edge of Lync Server 2013: write each name out.`,
  [source.edgeCertificates],
  { products: ['lync-2013'] },
);

export const certificateUsage = documented(
  'certificate-usage',
  md`The certificate needs the server usage (EKU). The client usage was needed for AOL alone, never for Skype.`,
  [source.certificateSummary],
);

export const certificateClientUsageToday = experience(
  'certificate-client-usage-today',
  md`Public authorities are taking the client usage out of their TLS certificates in 2026. No source about Lync was read on this.`,
);

export const certificateTrust = reported(
  'certificate-trust',
  md`"Presence unknown" with ms-diagnostics 1047 means that the other side does not trust the authority behind your Edge certificate.`,
  [report.risual],
);

export const portsNeeded = documented(
  'ports-needed',
  md`Federation and public IM need TCP 5061 in and out at the outer firewall. TCP 443 in is for clients; audio and video add UDP 3478, TCP 443 and the range 50000 to 59999.`,
  [source.edgeRequirements],
);

export const replicationPort = documented(
  'replication-port',
  md`Settings reach the Edge over TCP 4443, which the Central Management Server opens to the inner interface of the Edge.`,
  [source.edgeRequirements],
);

export const edgePoolFederation = documented(
  'edge-pool-federation',
  md`Federation is an option of the Edge pool: Topology Builder > the Edge pool > tick "Enable federation for this Edge pool (Port 5061)".`,
  [source.edgeTopology],
);

export const siteFederation = reported(
  'site-federation',
  md`The site has to have SIP federation enabled and an Edge pool as its route, and the topology has to be published; otherwise every federated contact stays unknown.`,
  [report.lyncDude],
);

export const siteFederationPath = reported(
  'site-federation-path',
  md`Topology Builder > the site > Federation route > tick "Enable SIP federation" > choose the Edge pool. Then publish the topology.`,
  [report.lyncDude],
);

export const accessEdgePath = documented(
  'access-edge-path',
  md`Control Panel > Federation and External Access > Access Edge Configuration > Global > Edit > Show details > tick "Enable communications with federated users" > Commit.`,
  [source.federation, source.federation2013, source.publicProviders2013],
  { products: ['lync-2013', ...sfbProducts] },
);

export const accessEdgePath2010 = inferred(
  'access-edge-path2010',
  md`Control Panel of Lync Server 2010 > External User Access > Access Edge Configuration > Global > Edit > Show details > tick "Enable communications with federated users" > Commit.`,
  [source.federation2013, source.publicAccess2013],
  { products: ['lync-2010'] },
);

export const accessEdgePathNames = documented(
  'access-edge-path-names',
  md`Two names on that path differ between Microsoft's pages: the menu is also called External User Access, and the box "Enable federation and public IM connectivity".`,
  [source.federation2013, source.manageAccessEdge2013],
);

export const edgeNamesNotAddresses = reported(
  'edge-names-not-addresses',
  md`Where the Edge services were entered as IP addresses in Topology Builder, assigning a certificate complains of missing names. Enter names, publish, run setup again.`,
  [report.lyncDude],
);

export const oneNamePerDomain = documented(
  'one-name-per-domain',
  md`A SIP domain was registered with exactly one Access Edge name. One name may serve several domains.`,
  [source.provisioningSite, source.provisioningFaq],
);

export const sharedName = inferred(
  'shared-name',
  md`With two Edge pools, register one name that can be pointed to either: ${code('sip.<SIP domain>')}. Microsoft's own example is of that form.`,
  [source.provisioningSite],
);

export const srvNoFailover = documented(
  'srv-no-failover',
  md`Priorities of SRV records do not make federation fail over to a second Edge pool.`,
  [source.edgeDisaster, report.issue2048],
);

export const failoverInbound = documented(
  'failover-inbound',
  md`The way in fails over when the name is pointed to the other pool, by hand or by DNS that does so by location.`,
  [source.edgeDisaster, report.issue2048],
);

export const failoverOutbound = documented(
  'failover-outbound',
  md`The way out always takes the one Edge pool in the published topology. It fails over when the federation route of the site is changed and published.`,
  [source.edgeDisaster],
);

export const federationRouteCommand = documented(
  'federation-route-command',
  md`In the shell: ${code("Set-CsSite -Identity 'Redmond' -FederationRoute 'EdgeServer:edge02.contoso.local'")}, with the bare name of the site and the inner name of the pool.`,
  [source.setSite],
);

export const topologyPublished = documented(
  'topology-published',
  md`A change to the topology counts once it is published and enabled. Whether ${code('Set-CsSite')} alone does that is not stated.`,
  [source.edgeTopology, source.setSite],
);

export const federationRouteReach = inferred(
  'federation-route-reach',
  md`Everything that a site sends to partners takes its federation route, not Skype alone.`,
  [source.edgeDisaster, source.setSite],
  { weDo: md`Asks for each route by itself. Choose a maintenance window.` },
);

export const federationRouteNone = unknown(
  'federation-route-none',
  md`How the shell takes a route away again where a site had none before is not stated.`,
  [source.setSite],
  {
    weDo: md`Passes ${code('$null')} on the way back. Where the server refuses that, Topology Builder takes the route away.`,
  },
);

export const topologyEnabled = documented(
  'topology-enabled',
  md`${code('Enable-CsTopology')} enables the topology as it was last published, whoever published it. It takes a domain administrator where setup permissions were not delegated to ${code('RTCUniversalServerAdmins')}.`,
  [source.enableTopology],
);

export const discoveryErrors = reported(
  'discovery-errors',
  md`Refusals with ms-diagnostics 1027 or 1034, only with partners who had not added you by hand, call for a look at the SRV records in both directions.`,
  [report.netdork],
);
