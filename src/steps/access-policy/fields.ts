import {
  audioVideoFlag,
  audioVideoShellOnly,
  displayNamesTwice,
  federationAccessDefault,
  federationAccessFlag,
  newSitePolicyDefaults,
  notUserPolicyError,
  onePolicyPerSite,
  outsideAccessFlag,
  policiesDoNotMerge,
  policyIdentityForms,
  policyPrecedence,
  policyScopes,
  publicAccessFlag,
  publicParameterStays,
  publicUsersSwitch,
  refusal1001,
  threeFlags,
  userIdentityForms,
  userPolicyNeedsGrant,
  wildcardIdentity,
  xmppFlag,
} from '../../facts/index.ts';
import { choice, keepYesNo, listOf, problem, userIdentity, yesNo } from '../../kinds/index.ts';
import type { Field, Keep, Problem, View } from '../../model/index.ts';
import { sitesTwice } from '../seen-sites.ts';
import { policyIdentity, siteName } from './kinds.ts';

/** For whom a policy is meant. */
export type PolicyScope = 'site' | 'user' | 'global';

export const scope: Field<PolicyScope> = {
  id: 'access-policy.scope',
  kind: choice<PolicyScope>([
    { value: 'site', label: 'Sites', help: 'Recommended first: whole sites, nobody else.' },
    { value: 'user', label: 'Selected people', help: 'A policy of their own, granted to each.' },
    { value: 'global', label: 'Everyone (Global)', help: 'All without a policy of their own or of their site.' },
  ]),
  label: 'Where it applies',
  question: 'Where does the policy apply?',
  help: 'Begin with one site; a policy for people comes before it, and that of a site before Global.',
  why: [policyScopes, policyPrecedence, policiesDoNotMerge],
  sets: ['Identity'],
  fallback: () => 'site',
};

export const sites: Field<readonly string[]> = {
  id: 'access-policy.sites',
  kind: listOf({ item: siteName, max: 1000, noun: 'site' }),
  label: 'Sites',
  question: 'Which sites should have this policy?',
  help: 'Type each site as Topology Builder shows it; the script stops before any change at one that it does not find.',
  why: [onePolicyPerSite, policyIdentityForms],
  sets: ['Identity'],
  required: () => true,
  asked: (view) => view.get(scope) === 'site',
  check: (names, view) => sitesTwice(view, names),
};

export const policyName: Field<string> = {
  id: 'access-policy.policy-name',
  kind: policyIdentity,
  label: 'Policy name',
  question: 'What is the policy for these people called?',
  help: 'Type a plain name; a policy of that name is changed where it exists, made where it does not.',
  why: [userPolicyNeedsGrant, policyIdentityForms, notUserPolicyError],
  sets: ['Identity', 'PolicyName'],
  asked: (view) => view.get(scope) === 'user',
  fallback: () => 'SkypeUsers',
};

export const users: Field<readonly string[]> = {
  id: 'access-policy.users',
  kind: listOf({ item: userIdentity, max: 10_000, noun: 'user' }),
  label: 'Users',
  question: 'Who gets the policy?',
  help: 'Type a SIP address or user principal name a line; each is granted the policy by itself.',
  why: [userIdentityForms, wildcardIdentity, displayNamesTwice],
  sets: ['Identity'],
  required: () => true,
  asked: (view) => view.get(scope) === 'user',
  fallback: colleagues,
};

export const federatedUsers: Field<Keep<boolean>> = {
  id: 'access-policy.federated-users',
  kind: keepYesNo(),
  label: 'Federated users',
  question: 'May they talk to people of federated organisations?',
  help: 'Skype needs yes, and yes opens every federated organisation to the scope.',
  why: [federationAccessFlag, federationAccessDefault, threeFlags],
  sets: ['EnableFederationAccess'],
  fallback: () => true,
  check: (value) =>
    value === false ? off('No cuts the scope off from every federated organisation, Skype included.') : [],
};

export const publicUsers: Field<boolean> = {
  id: 'access-policy.public-users',
  kind: yesNo(),
  label: 'Public users (Skype)',
  question: 'May they talk to people on public services?',
  help: 'This is the switch that matters for Skype.',
  why: [publicUsersSwitch, publicAccessFlag, threeFlags, refusal1001, publicParameterStays],
  sets: ['EnablePublicCloudAccess'],
  fallback: () => true,
  check: (value) => (value ? [] : off('Without public users every request to Skype is refused.')),
};

export const publicAudioVideo: Field<boolean> = {
  id: 'access-policy.public-audio-video',
  kind: yesNo(),
  label: 'Audio and video',
  question: 'May they call people on public services?',
  help: 'Yes adds audio and video to instant messages; it is a third switch of its own.',
  why: [audioVideoFlag, threeFlags, audioVideoShellOnly],
  sets: ['EnablePublicCloudAudioVideoAccess'],
  fallback: () => true,
};

export const remoteUsers: Field<Keep<boolean>> = {
  id: 'access-policy.remote-users',
  kind: keepYesNo(),
  label: 'Remote users',
  question: 'May they sign in from outside?',
  help: 'Keep takes the value that is in force, so that a new policy cuts nobody off.',
  why: [outsideAccessFlag, newSitePolicyDefaults],
  sets: ['EnableOutsideAccess'],
  fallback: () => 'keep',
  check: (value) => (value === false ? off('No stops sign-in from outside for the scope.') : []),
};

export const xmpp: Field<Keep<boolean>> = {
  id: 'access-policy.xmpp',
  kind: keepYesNo(),
  label: 'XMPP partners',
  question: 'May they talk to XMPP partners?',
  help: 'Skype does not need it; keep takes the value that is in force.',
  why: [xmppFlag, newSitePolicyDefaults],
  sets: ['EnableXmppAccess'],
  asked: (view) => view.product === 'lync-2013' || view.product === 'sfb-2015',
  fallback: () => 'keep',
};

/** SIP addresses of the colleagues who add somebody on Skype, each once. */
function colleagues(view: View): readonly string[] | undefined {
  const sips = new Map(view.people.flatMap(({ sip }) => (sip === undefined ? [] : [[sip.toLowerCase(), sip]])));
  return sips.size > 0 ? [...sips.values()] : undefined;
}

const off = (said: string): readonly Problem[] => [problem({ said, expected: 'yes', example: 'true', weight: 'warn' })];
