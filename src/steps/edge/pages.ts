import {
  accessEdgeAllowsFederation,
  accessEdgePath,
  accessEdgePath2010,
  accessEdgePathNames,
  beingDiscovered,
  certificateClientUsageToday,
  certificateNames,
  certificateTrust,
  certificateUsage,
  certificateWildcard,
  defaultRoutingExcludesPublic,
  discoveryErrors,
  dnsRecords as dnsRecordsFact,
  edgeNamesNotAddresses,
  edgePoolFederation,
  edgePorts,
  factsFor,
  guideCertificate,
  guideEdge,
  guideFailover,
  guideSharedName,
  nameInCertificate,
  neverTouched,
  oneNamePerDomain,
  outsideUsersUntouched,
  partnerDiscoveryForSkype,
  partnerDiscoverySwitch,
  portsNeeded,
  replicasLateAtFirst,
  replicationForce,
  replicationLag,
  replicationPort,
  searchEgress,
  searchNeedsPort,
  searchPortCaption,
  sharedName as sharedNameFact,
  siteFederation,
  siteFederationPath,
  srvNoFailover,
  suffixRule,
  suffixRuleExamples,
  told,
  topologyPublished,
  topologyRights,
} from '../../facts/index.ts';
import type { Markdown, Page } from '../../model/index.ts';
import { blocks, bullets, cite, md, sides, table } from '../../words/index.ts';
import { sipDomains } from '../deployment/fields.ts';
import { certificateTable } from './certificate.ts';
import { dnsTable } from './dns.ts';
import { failover } from './failover.ts';
import { federationRoutes, partnerDiscovery, pools, routing, sharedName } from './fields.ts';
import { namesByDomain } from './names.ts';
import { suffixTable } from './suffix.ts';
import { certificate, dnsPublished, firewall, replicated, siteFederationTask } from './tasks.ts';

const accessEdge: Page = {
  id: 'access-edge',
  title: 'The Access Edge',
  lead: 'The names that others know it by, and whom it lets in.',
  rows: [1, 3],
  tell: (view) =>
    blocks(
      sides(guideEdge),
      bullets(
        [accessEdgeAllowsFederation, defaultRoutingExcludesPublic, outsideUsersUntouched].map((fact) => sides(fact)),
      ),
      sides(guideSharedName),
      md`${oneNamePerDomain} ${sharedNameFact}`,
      md`${suffixRule} ${suffixRuleExamples}`,
      suffixTable(namesByDomain(view)),
      bullets([md`${partnerDiscoverySwitch} ${beingDiscovered}`, sides(partnerDiscoveryForSkype)]),
    ),
  clicks: (view) =>
    bullets([
      told(view.product, [accessEdgePath2010, accessEdgePath, accessEdgePathNames]),
      md`Partner discovery, in the same place: "Enable partner domain discovery"${cite(accessEdgePath)}.`,
      md`${edgePoolFederation}`,
    ]),
  fields: [pools, sharedName, routing, partnerDiscovery],
};

const outside: Page = {
  id: 'outside',
  title: 'DNS, certificate, firewall',
  lead: 'What has to be seen from outside, for the names of this rollout.',
  rows: [1, 5],
  needs: [sipDomains, pools],
  tell: (view) =>
    blocks(
      md`${dnsRecordsFact} These are yours:`,
      dnsTable(view),
      sides(guideCertificate),
      md`${certificateNames} ${nameInCertificate} The names for this rollout:`,
      certificateTable(view),
      bullets([
        ...factsFor(view.product, [certificateWildcard]).map((fact) => md`${fact}`),
        md`${certificateUsage} ${certificateClientUsageToday}`,
        md`${certificateTrust}`,
        md`${edgeNamesNotAddresses}`,
      ]),
      md`${portsNeeded} What firewalls let through, on both sides${cite(portsNeeded)}:`,
      firewallTable(),
      view.product && told(view.product, [searchNeedsPort, searchPortCaption, searchEgress]),
      md`${discoveryErrors}`,
      md`${neverTouched}`,
    ),
  tasks: [dnsPublished, certificate, firewall],
};

/** What the firewalls on both sides of an Edge let through. */
function firewallTable(): Markdown {
  return table(
    [md`Side`, md`Port`, md`Seen from the Edge`, md`For`],
    edgePorts.map((one) => [
      one.side === 'external' ? md`outer` : md`inner`,
      md`${one.protocol} ${one.port}`,
      md`${one.direction}`,
      md`${one.use}`,
    ]),
  );
}

const route: Page = {
  id: 'route',
  title: 'Route and failover',
  lead: 'The way from your site to the Edge, and what to do when a pool fails.',
  rows: [1, 4],
  needs: [sipDomains, pools],
  tell: (view) =>
    blocks(
      md`${siteFederation} ${topologyPublished} ${topologyRights}`,
      md`${replicationLag} ${replicationPort} ${replicasLateAtFirst} ${replicationForce}`,
      sides(guideFailover),
      md`${srvNoFailover}`,
      failover(view),
    ),
  clicks: () => bullets([md`${siteFederationPath}`, md`${edgePoolFederation}`]),
  fields: [federationRoutes],
  tasks: [siteFederationTask, replicated],
};

export const pages: readonly Page[] = [accessEdge, outside, route];
