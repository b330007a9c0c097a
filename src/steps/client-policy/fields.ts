import {
  blockParameter,
  blockReachesAll,
  changeInForce,
  clientPolicyGrant,
  clientPolicyPair,
  clientPolicyReach,
  clientPolicyScopes,
  clientPolicyUnset,
  copyExists,
  copyStandsStill,
  copyWhole,
  guideClientPolicy,
  newClientPolicyHides,
  noSingleParameter,
  notificationParameter,
  userIdentityForms,
  wildcardIdentity,
} from '../../facts/index.ts';
import { choice, problem, yesNo } from '../../kinds/index.ts';
import type { Field, View } from '../../model/index.ts';
import * as accessPolicy from '../access-policy/fields.ts';
import { sitesTwice } from '../seen-sites.ts';

export type Target = 'in-force' | 'new-copy' | 'leave';

export const target: Field<Target> = {
  id: 'client-policy.target',
  kind: choice<Target>([
    { value: 'in-force', label: 'Policy in force', help: 'Two values of it are set; nothing else in it moves.' },
    { value: 'new-copy', label: 'New copy', help: 'It is copied whole and ours are set in the copy, for these alone.' },
    { value: 'leave', label: 'Leave as it is', help: 'Nothing changes on the server; users set their clients.' },
  ]),
  label: 'What changes',
  question: 'Should the client policies in force be changed?',
  help: 'A new policy hides the one in force whole, so either that one is changed, or it is copied first.',
  why: [
    guideClientPolicy,
    noSingleParameter,
    changeInForce,
    newClientPolicyHides,
    copyWhole,
    copyStandsStill,
    copyExists,
  ],
  fallback: () => 'in-force',
  check: (value, view) => (value === 'new-copy' && view.get(scope) === 'global' ? [nothingCopied] : []),
};

const nothingCopied = problem({
  said: 'For everyone nothing is copied: Global is always there, and it is changed as the policy in force.',
  expected: '"in-force", which says so',
  example: '"in-force"',
  weight: 'warn',
});

const changes = (view: View) => view.get(target) !== 'leave';

export const scope: Field<accessPolicy.PolicyScope> = {
  id: 'client-policy.scope',
  kind: choice<accessPolicy.PolicyScope>([
    {
      value: 'site',
      label: 'Sites',
      help: 'A site without a policy of its own is under Global: that changes for all under it, or is copied.',
    },
    {
      value: 'user',
      label: 'Selected people',
      help: 'A policy in force for them may hold for others too: it changes for those as well, or is copied.',
    },
    {
      value: 'global',
      label: 'Everyone (Global)',
      help: 'All without a policy of their own or of their site; nothing is copied for them.',
    },
  ]),
  label: 'For whom',
  question: 'For whom should it hold?',
  help: 'The policies that are in force for them are changed or copied, each once, wherever those stand.',
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
  // Those of the access policy are told of there.
  check: (names, view) => (names === view.get(accessPolicy.sites) ? [] : sitesTwice(view, names)),
};

export const policyName: Field<string> = {
  id: 'client-policy.policy-name',
  kind: accessPolicy.policyName.kind,
  label: 'Policy name',
  question: 'What is the copy for these people called?',
  help: 'Type a plain name; a policy of that name is changed where it exists, and is no copy then.',
  why: [clientPolicyGrant, copyExists],
  sets: ['Identity', 'PolicyName'],
  asked: (view) => view.get(target) === 'new-copy' && view.get(scope) === 'user',
  fallback: () => 'SkypeClients',
};

export const users: Field<readonly string[]> = {
  id: 'client-policy.users',
  kind: accessPolicy.users.kind,
  label: 'Users',
  question: 'For which users?',
  help: 'Type a SIP address or user principal name a line; the policy in force for each is changed or copied.',
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
