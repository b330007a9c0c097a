import {
  alternatives,
  backupFirst,
  controlPanelSilverlight,
  controlPanelSilverlight2010,
  controlPanelSilverlight2015,
  executionPolicy,
  factsFor,
  federationStillWorks,
  goalOutOfReach,
  grantRights,
  hybridOrder,
  lync2010SupportEnded,
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
  seAs2019,
  seLifecycle,
  sfb2015SupportEnded,
  sfb2019SupportEnded,
  sfbModule,
  shellVersion,
  shellVersion2010,
  shellVersion2015,
  shellVersion2019,
  skypeClosed,
  threeGates,
  told,
  topologyRights,
  unblockFileSince3,
  whatStillMakesSense,
  whereToRun,
  whereToRunSfb,
  windowsPowerShellOnly,
} from '../../facts/index.ts';
import type { Fact, Markdown, Page } from '../../model/index.ts';
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

/** What is known about the support of each product. */
const support: readonly Fact[] = [
  lync2010SupportEnded,
  lync2013SupportEnded,
  sfb2015SupportEnded,
  sfb2019SupportEnded,
  seLifecycle,
  seAs2019,
];

const servers: Page = {
  id: 'servers',
  title: 'What you have',
  lead: 'The version, and the domains that people are addressed by.',
  rows: [1],
  tell: (view) =>
    blocks(
      md`${threeGates}`,
      view.product && told(view.product, support),
      view.get(hybrid) && md`For the record, as a domain is shared. ${hybridOrder}`,
    ),
  fields: [product, cu5, sipDomains, hybrid],
};

/** The shell of each product, and how a script is started in it. */
const shell: readonly Fact[] = [
  lyncModule,
  sfbModule,
  moduleTrap,
  shellVersion2010,
  shellVersion,
  shellVersion2015,
  shellVersion2019,
  windowsPowerShellOnly,
  executionPolicy,
  unblockFileSince3,
  controlPanelSilverlight2010,
  controlPanelSilverlight,
  controlPanelSilverlight2015,
];

const change: Page = {
  id: 'change',
  title: 'Who answers for it',
  lead: 'What the change board asks, and what must be ready before the scripts run.',
  rows: [],
  tell: (view) =>
    blocks(
      each(factsFor(view.product, [whereToRun, whereToRunSfb, notOnEdge, rightsToRun, grantRights, topologyRights])),
      each(factsFor(view.product, shell)),
      each([backupFirst, neverTouched]),
    ),
  fields: [owner, approver, window],
  tasks: [backup, rights],
};

export const pages: readonly Page[] = [service, servers, change];
