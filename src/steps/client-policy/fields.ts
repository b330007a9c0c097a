import {
  blockParameter,
  blockReachesAll,
  changeInForce,
  clientPolicyPair,
  clientPolicyReach,
  clientPolicyScopes,
  clientPolicyUnset,
  guideClientPolicy,
  newClientPolicyHides,
  noSingleParameter,
  notificationParameter,
  userIdentityForms,
  wildcardIdentity,
} from '../../facts/index.ts';
import { choice, yesNo } from '../../kinds/index.ts';
import type { Field, View } from '../../model/index.ts';
import * as accessPolicy from '../access-policy/fields.ts';

export type Target = 'in-force' | 'leave';

const newCopy = 'A copy of the policy in force is not offered by this version of the program.';

/** Answers that belong to what is not offered, each with why it is none here. */
export const notOffered: Readonly<Record<string, string>> = {
  'client-policy.policy-name': `${newCopy} The policies in force have names already.`,
};

export const target: Field<Target> = {
  id: 'client-policy.target',
  kind: choice<Target>(
    [
      { value: 'in-force', label: 'Policy in force', help: 'Two values of it are set; nothing else in it moves.' },
      { value: 'leave', label: 'Leave as it is', help: 'Nothing changes on the server; users set their clients.' },
    ],
    { 'new-copy': newCopy },
  ),
  label: 'What changes',
  question: 'Should the client policies in force be changed?',
  help: 'A new policy would hide the one in force whole, so the one in force is changed, or none.',
  why: [guideClientPolicy, noSingleParameter, changeInForce, newClientPolicyHides],
  fallback: () => 'in-force',
};

const changes = (view: View) => view.get(target) === 'in-force';

export const scope: Field<accessPolicy.PolicyScope> = {
  id: 'client-policy.scope',
  kind: choice<accessPolicy.PolicyScope>([
    {
      value: 'site',
      label: 'Sites',
      help: 'Where a site has no policy of its own, Global is in force and changes for all under it.',
    },
    {
      value: 'user',
      label: 'Selected people',
      help: 'Where a policy in force for them holds for others too, it changes for those as well.',
    },
    { value: 'global', label: 'Everyone (Global)', help: 'All without a policy of their own or of their site.' },
  ]),
  label: 'For whom',
  question: 'For whom should it hold?',
  help: 'The policies that are in force for them are changed, each once, wherever those stand.',
  why: [clientPolicyScopes, clientPolicyReach],
  sets: ['Identity'],
  asked: changes,
  fallback: (view) => view.get(accessPolicy.scope),
};

export const sites: Field<readonly string[]> = {
  id: 'client-policy.sites',
  kind: accessPolicy.sites.kind,
  label: 'Sites',
  question: 'For which sites?',
  help: 'Type each site as Topology Builder shows it; where a site has no policy of its own, Global is in force.',
  why: [clientPolicyScopes, clientPolicyReach],
  sets: ['Identity'],
  required: () => true,
  asked: (view) => view.get(scope) === 'site',
  fallback: (view) => view.get(accessPolicy.sites),
};

export const users: Field<readonly string[]> = {
  id: 'client-policy.users',
  kind: accessPolicy.users.kind,
  label: 'Users',
  question: 'For which users?',
  help: 'Type a SIP address or user principal name a line; the policy in force for each is changed, shared or not.',
  why: [userIdentityForms, wildcardIdentity, clientPolicyReach],
  sets: ['Identity'],
  required: () => true,
  asked: (view) => view.get(scope) === 'user',
  fallback: (view) => view.get(accessPolicy.users),
};

export const notify: Field<boolean> = {
  id: 'client-policy.notify',
  kind: yesNo(),
  label: 'Tell when added',
  question: 'Should users be told when somebody adds them?',
  help: 'Yes shows a request from Skype on the New tab, where the user adds or blocks the person.',
  why: [notificationParameter, clientPolicyPair, clientPolicyUnset],
  sets: ['EnableNotificationForNewSubscribers'],
  asked: changes,
  fallback: () => true,
};

export const mayStart: Field<boolean> = {
  id: 'client-policy.may-start',
  kind: yesNo(),
  label: 'Outsiders may start',
  question: 'May people outside start a conversation?',
  help: 'Yes lifts a protection against all outside contacts, not Skype alone, and the script asks by itself for it.',
  why: [blockParameter, blockReachesAll, clientPolicyPair, clientPolicyUnset],
  sets: ['BlockConversationFromFederatedContacts'],
  asked: changes,
  fallback: () => true,
};
