import {
  certificateNames,
  certificateTrust,
  certificateWildcard,
  dnsRecords,
  edgePoolFederation,
  nameInCertificate,
  portsNeeded,
  replicasLateAtFirst,
  replicationForce,
  replicationLag,
  replicationPort,
  siteFederation,
  srvSince2017,
  topologyRights,
} from '../../facts/index.ts';
import type { Task } from '../../model/index.ts';

export const dnsPublished: Task = {
  id: 'edge.dns-published',
  label: 'DNS published',
  help: 'Publish the records that this page lists; done means that a resolver outside your network returns them.',
  why: [dnsRecords, srvSince2017],
  per: 'rollout',
  wait: { days: 2, begun: 'DNS records published', asks: 'Can others find them now?' },
};

export const certificate: Task = {
  id: 'edge.certificate',
  label: 'Certificate',
  help: 'See that the external certificate of each Edge carries every name of the table, from a public authority.',
  why: [certificateNames, nameInCertificate, certificateWildcard, certificateTrust],
  per: 'rollout',
};

export const firewall: Task = {
  id: 'edge.firewall',
  label: 'Firewall',
  help: 'See that the ports of the table are open, and that 5061 answers from outside.',
  why: [portsNeeded, replicationPort],
  per: 'rollout',
};

export const siteFederationTask: Task = {
  id: 'edge.site-federation',
  label: 'Site federation',
  help: 'In Topology Builder, enable federation for the Edge pool and the site, choose the route and publish.',
  why: [siteFederation, edgePoolFederation, topologyRights],
  per: 'rollout',
  changesServer: 'by hand',
};

export const replicated: Task = {
  id: 'edge.replicated',
  label: 'Replicated',
  help: 'After the apply script, see that Get-CsManagementStoreReplicationStatus shows UpToDate True for every Edge.',
  why: [replicationLag, replicasLateAtFirst, replicationForce],
  per: 'rollout',
  verified: 'replicated',
  changesServer: 'apply',
};
