import {
  beingDiscovered,
  defaultRoutingExcludesPublic,
  edgeNamesNotAddresses,
  failoverOutbound,
  federationRouteCommand,
  federationRouteNone,
  federationRouteReach,
  oneNamePerDomain,
  partnerDiscoveryForSkype,
  partnerDiscoveryOff,
  partnerDiscoveryOn,
  partnerDiscoverySwitch,
  routingMethodProperty,
  routingOwnSettings,
  routingSwitchCuts,
  routingSwitchDiscovery,
  routingSwitchLoses,
  routingSwitchWeight,
  sharedName as sharedNameFact,
  sharedNameLabel,
  srvNoFailover,
  suffixRule,
  topologyEnabled,
  topologyPublished,
  topologyRights,
} from '../../facts/index.ts';
import { choice, domain, keepYesNo, problem, records, text } from '../../kinds/index.ts';
import type { Field, Keep, Problem } from '../../model/index.ts';
import { count, listed } from '../../words/index.ts';
import { siteName } from '../access-policy/kinds.ts';
import { sipDomains } from '../deployment/fields.ts';
import { repeatedNames, strangerProblem, unsuitedNames } from './pool-problems.ts';
import { namelessPools, repeatedSites, strangerPools } from './route-problems.ts';
import { suits } from './suffix.ts';

/** An Edge pool: its Access Edge name seen from outside, its pool name inside, the site as Topology Builder shows it. */
export type Pool = { name: string; internal?: string; site?: string };

const accessEdgeName = domain({ expected: 'a name, such as sip.contoso.com', example: 'sip.contoso.com' });
const innerName = domain({ expected: 'a name, such as edge01.contoso.local', example: 'edge01.contoso.local' });

export const pools: Field<readonly Pool[]> = {
  id: 'edge.pools',
  kind: records<Pool>({
    noun: 'pool',
    max: 10,
    columns: [
      {
        id: 'name',
        label: 'Name from outside',
        help: 'The Access Edge name that partners and clients connect to.',
        kind: accessEdgeName,
        required: true,
      },
      {
        id: 'internal',
        label: 'Internal name',
        help: 'The name of the pool in Topology Builder; the federation route names it.',
        kind: innerName,
        required: false,
      },
      {
        id: 'site',
        label: 'Site',
        help: 'The site of the pool, as Topology Builder shows it.',
        kind: text({ expected: 'the name of a site', example: 'Redmond' }),
        required: false,
      },
    ],
    show: (value) => `${count(value.length, 'pool')}: ${listed(value.map((pool) => pool.name))}`,
  }),
  label: 'Edge pools',
  question: 'Which Edge pools do you have?',
  help: 'List each Edge pool with its Access Edge name; DNS records and certificate names follow.',
  why: [oneNamePerDomain, suffixRule, edgeNamesNotAddresses],
  required: () => true,
  check: (value, view) => [
    ...repeatedNames(value, 'name', 'stop'),
    ...repeatedNames(value, 'internal', 'warn'),
    ...(view.get(federationRoutes)?.length ? namelessPools(value) : []),
    ...unsuitedNames({
      names: value.map((pool) => pool.name),
      shared: value.length > 1 ? view.get(sharedName) : undefined,
      domains: view.get(sipDomains) ?? [],
    }),
  ],
};

/** With two pools or more: the one name that DNS leads to whichever pool is in use. */
export const sharedName: Field<string> = {
  id: 'edge.shared-name',
  kind: accessEdgeName,
  label: 'Shared name',
  question: 'Which one name stands for all pools?',
  help: 'Type the name that others know; when a pool fails, its DNS record is pointed at another.',
  why: [sharedNameFact, oneNamePerDomain, srvNoFailover],
  asked: (view) => (view.get(pools)?.length ?? 0) > 1,
  fallback: (view) => {
    const first = view.get(sipDomains)?.[0];
    return first === undefined ? undefined : `${sharedNameLabel}.${first}`;
  },
  check: (name, view) => {
    const domains = view.get(sipDomains) ?? [];
    return domains.length === 0 || domains.some((domain) => suits(name, domain))
      ? []
      : [strangerProblem(name, domains, [])];
  },
};

export type Routing = 'stop-if-default' | 'switch-to-dns-srv';

export const routing: Field<Routing> = {
  id: 'edge.routing',
  kind: choice<Routing>([
    {
      value: 'stop-if-default',
      label: 'Stop',
      help: 'The script ends before any change; the routing of an Edge is decided by hand.',
    },
    {
      value: 'switch-to-dns-srv',
      label: 'Switch to DNS SRV',
      help: 'A rebuild of the way out, asked for by itself; the way back opens only without any provider.',
    },
  ]),
  label: 'Default routing',
  question: 'What if the Edge uses default routing?',
  help: 'It lets no public provider in; where the Edge uses DNS SRV routing already, either answer changes nothing.',
  why: [
    defaultRoutingExcludesPublic,
    routingSwitchWeight,
    routingOwnSettings,
    routingSwitchLoses,
    routingSwitchCuts,
    routingSwitchDiscovery,
    routingMethodProperty,
  ],
  sets: ['UseDnsSrvRouting'],
  fallback: () => 'stop-if-default',
  check: (value) => (value === 'switch-to-dns-srv' ? [switchProblem] : []),
};

const switchProblem = problem({
  said: 'This rebuilds the way to every partner and loses what belongs to default routing, the default route first.',
  expected: '"stop-if-default", where that is not meant',
  example: '"stop-if-default"',
  weight: 'warn',
});

export const partnerDiscovery: Field<Keep<boolean>> = {
  id: 'edge.partner-discovery',
  kind: keepYesNo({
    yes: 'Any domain that can be discovered may federate.',
    no: 'Only domains on the allow list federate.',
  }),
  label: 'Partner discovery',
  question: 'Should partners be discovered through DNS?',
  help: 'Keep leaves it as it is; either change reaches every partner, not only Skype.',
  why: [partnerDiscoverySwitch, partnerDiscoveryOff, partnerDiscoveryOn, partnerDiscoveryForSkype, beingDiscovered],
  sets: ['EnablePartnerDiscovery'],
  fallback: () => 'keep',
  check: (value) => (value === 'keep' ? [] : [discoveryProblem(value)]),
};

function discoveryProblem(on: boolean): Problem {
  const said = on
    ? 'This lets every domain in that can be discovered; the allow list is a limit no longer.'
    : 'This cuts every partner that was discovered and is not on the allow list.';
  return problem({ said, expected: '"keep", where that is not meant', example: '"keep"', weight: 'warn' });
}

/** The way out of a site: the Edge pool, by its internal name, that its requests to partners take. */
export type Route = { site: string; pool: string };

export const federationRoutes: Field<readonly Route[]> = {
  id: 'edge.federation-routes',
  kind: records<Route>({
    noun: 'route',
    max: 1000,
    orNone: true,
    columns: [
      {
        id: 'site',
        label: 'Site',
        help: 'The site as Topology Builder shows it, each once.',
        kind: siteName,
        required: true,
      },
      {
        id: 'pool',
        label: 'Edge pool',
        help: 'The internal name of one of your Edge pools.',
        kind: innerName,
        required: true,
      },
    ],
    show: (value) =>
      value.length === 0 ? 'none' : `${count(value.length, 'route')}: ${listed(value.map(({ site }) => site))}`,
  }),
  label: 'Federation routes',
  question: 'Which federation routes should be set?',
  help: 'List a site to lead its way out to an Edge pool; whatever is not listed stays as it is.',
  why: [
    federationRouteReach,
    federationRouteCommand,
    topologyPublished,
    topologyEnabled,
    topologyRights,
    federationRouteNone,
    failoverOutbound,
  ],
  sets: ['FederationRoute'],
  fallback: () => [],
  check: (value, view) => [...repeatedSites(value, view), ...strangerPools(value, view.get(pools) ?? [])],
};
