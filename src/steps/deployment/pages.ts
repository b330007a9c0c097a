import {
  alternatives,
  backupFirst,
  controlPanelSilverlight,
  executionPolicy,
  federationStillWorks,
  goalOutOfReach,
  grantRights,
  hybridOrder,
  lync2013SupportEnded,
  lyncModule,
  moduleTrap,
  neverTouched,
  noProxyEndDate,
  notOnEdge,
  onlySeSupported,
  personalTeamsAccounts,
  registrationSiteClosed,
  rightsToRun,
  shellVersion,
  skypeClosed,
  threeGates,
  topologyRights,
  whatStillMakesSense,
  whereToRun,
  windowsPowerShellOnly,
} from '../../facts/index.ts';
import type { Fact, Markdown, Page, Product } from '../../model/index.ts';
import { blocks, bullets, md, sides } from '../../words/index.ts';
import { approver, cu5, goal, hybrid, organisation, owner, product, sipDomains, window } from './fields.ts';
import { backup, rights } from './tasks.ts';

const each = (facts: readonly Fact[]): Markdown => bullets(facts.map((fact) => sides(fact)));

const service: Page = {
  id: 'service',
  title: 'What can still be had',
  lead: 'Read first what this rollout can do today, then name it.',
  rows: [],
  tell: () =>
    blocks(
      each([skypeClosed, registrationSiteClosed, goalOutOfReach, noProxyEndDate, onlySeSupported]),
      md`${whatStillMakesSense}`,
      each([federationStillWorks, personalTeamsAccounts, alternatives]),
    ),
  fields: [goal, organisation],
};

/** What is known about the support of a product. */
const supportOf: Readonly<Record<Product, Fact>> = { 'lync-2013': lync2013SupportEnded };

const servers: Page = {
  id: 'servers',
  title: 'What you have',
  lead: 'The version, and the domains that people are addressed by.',
  rows: [1],
  tell: (view) =>
    blocks(
      md`${threeGates}`,
      view.product && md`${supportOf[view.product]}`,
      view.get(hybrid) && md`For the record, as a domain is shared. ${hybridOrder}`,
    ),
  fields: [product, cu5, sipDomains, hybrid],
};

const change: Page = {
  id: 'change',
  title: 'Who answers for it',
  lead: 'What the change board asks, and what must be ready before the scripts run.',
  rows: [],
  tell: () =>
    blocks(
      each([whereToRun, notOnEdge, rightsToRun, grantRights, topologyRights]),
      each([lyncModule, moduleTrap, shellVersion, windowsPowerShellOnly, executionPolicy, controlPanelSilverlight]),
      each([backupFirst, neverTouched]),
    ),
  fields: [owner, approver, window],
  tasks: [backup, rights],
};

export const pages: readonly Page[] = [service, servers, change];
