import {
  agreementNumber as agreementNumberFact,
  beingDiscovered,
  changingName,
  contactNoLonger,
  discoveryNeeds,
  discoveryReplaced,
  guideRegistration,
  hybridOrder,
  licenceNeeded,
  messengerClosedToNew,
  messengerNeedsNoRegistration,
  oneNamePerDomain,
  publicImExpectedLife,
  registrationByMail,
  registrationDurations,
  registrationPagesDisagree,
  registrationRefusedEarly,
  registrationSiteClosed,
  requestBeforeSe,
  requestFields,
  requestNeedsLiveEdge,
  requestSteps,
  severalNames,
  srvSince2017,
  suffixRule,
  told,
} from '../../facts/index.ts';
import type { Markdown, Page, View } from '../../model/index.ts';
import { blocks, bullets, md, sides } from '../../words/index.ts';
import { hybrid, sipDomains } from '../deployment/fields.ts';
import { pools } from '../edge/fields.ts';
import { namesByDomain } from '../edge/names.ts';
import { suffixTable } from '../edge/suffix.ts';
import { agreement, agreementNumber, byForm, contact, way } from './fields.ts';
import { discoveryProgress, requestProgress } from './progress.ts';
import { requestSheet } from './request-sheet.ts';
import { confirmed, discoverable, submitted } from './tasks.ts';

const beingKnown: Page = {
  id: 'way',
  title: 'Being known',
  lead: 'How Skype learns that your Access Edge speaks for your domains.',
  rows: [2, 6],
  tell: (view) =>
    blocks(
      md`${registrationSiteClosed} ${publicImExpectedLife}`,
      sides(guideRegistration),
      sides(registrationPagesDisagree),
      sides(registrationDurations),
      ofTheWay(view),
      view.get(hybrid) && md`For the record, as a domain is shared. ${hybridOrder}`,
    ),
  fields: [way, agreement, agreementNumber, contact],
};

function ofTheWay(view: View): Markdown {
  switch (view.get(way)) {
    case 'form':
      return blocks(told(view.product, [requestBeforeSe]), md`${agreementNumberFact} ${licenceNeeded} ${srvSince2017}`);
    case 'messenger':
      return md`${messengerNeedsNoRegistration} ${messengerClosedToNew}`;
    default:
      return md`${discoveryReplaced} ${beingDiscovered}`;
  }
}

const request: Page = {
  id: 'request',
  title: 'The request',
  lead: 'For the record: what was entered, when, and what came of it.',
  rows: [2, 3, 6],
  shown: byForm,
  needs: [sipDomains, pools, agreement, agreementNumber, contact],
  tell: (view) =>
    blocks(
      requestSheet(view),
      md`${requestSteps} ${requestFields}`,
      bullets([
        md`${requestNeedsLiveEdge}`,
        md`${oneNamePerDomain} ${severalNames}`,
        sides(changingName),
        md`${contactNoLonger}`,
        md`${registrationByMail} ${registrationRefusedEarly}`,
      ]),
      requestProgress(view),
    ),
  tasks: [submitted, confirmed],
};

const discovery: Page = {
  id: 'discovery',
  title: 'Being discovered',
  lead: 'What others have to find from outside.',
  rows: [2, 6],
  shown: (view) => view.get(way) === 'discovery',
  needs: [sipDomains, pools],
  tell: (view) =>
    blocks(md`${discoveryNeeds} ${suffixRule}`, suffixTable(namesByDomain(view)), discoveryProgress(view)),
  tasks: [discoverable],
};

export const pages: readonly Page[] = [beingKnown, request, discovery];
