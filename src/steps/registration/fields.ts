import {
  type Agreement,
  agreementKinds,
  agreementNumber as agreementNumberFact,
  contactNoLonger,
  discoveryReplaced,
  licenceNeeded,
  messengerNeedsNoRegistration,
  registrationSiteClosed,
  requestBeforeSe,
  requestFields,
} from '../../facts/index.ts';
import { choice, email, text } from '../../kinds/index.ts';
import type { Field, View } from '../../model/index.ts';

export type Way = 'discovery' | 'form' | 'messenger';

/** How the organisation is, or was, known to Skype. */
export const way: Field<Way> = {
  id: 'registration.way',
  kind: choice<Way>([
    { value: 'discovery', label: 'discovery', help: 'Through DNS records, the way since 2019; nothing to register.' },
    { value: 'form', label: 'form', help: 'The historic request, for the record; a sheet is written for it.' },
    { value: 'messenger', label: 'Messenger before', help: 'Federation with Messenger worked; nothing to register.' },
  ]),
  label: 'Known through',
  question: 'How was your Access Edge made known to Skype?',
  help: 'Discovery is the way of today; form and Messenger record how it was done.',
  why: [registrationSiteClosed, discoveryReplaced, messengerNeedsNoRegistration, requestBeforeSe],
  fallback: () => 'discovery',
};

/** Was the historic form used? */
export const byForm = (view: View): boolean => view.get(way) === 'form';

export const agreement: Field<Agreement> = {
  id: 'registration.agreement',
  kind: choice<Agreement>(
    agreementKinds.map(({ id, label, asks }) => ({ value: id, label, help: `The form took the ${asks}.` })),
  ),
  label: 'Agreement',
  question: 'Under which agreement was the licence bought?',
  help: 'The kind settles which number the form took.',
  why: [agreementNumberFact, licenceNeeded],
  asked: byForm,
  required: byForm,
};

export const agreementNumber: Field<string> = {
  id: 'registration.agreement-number',
  kind: text({ expected: 'the number as it stands in the agreement', example: 'V1234567' }),
  label: 'Agreement number',
  question: 'What is the number of that agreement?',
  help: 'Type the number that the form took for this kind; the request sheet shows it.',
  why: [agreementNumberFact],
  asked: byForm,
  required: byForm,
};

export const contact: Field<string> = {
  id: 'registration.contact',
  kind: email({ expected: 'an e-mail address', example: 'ana@contoso.com' }),
  label: 'Contact',
  question: 'Who was named for mail about the request?',
  help: 'Type one e-mail address; the sheet shows it for every SIP domain.',
  why: [requestFields, contactNoLonger],
  asked: byForm,
  required: byForm,
};
