import { code, md } from '../words/index.ts';
import { documented, experience, inferred, reported, unknown } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';
import { lyncProducts, sfbProducts } from './values.ts';

export const clientOptions = documented(
  'client-options',
  md`Lync client > Options > Alerts. There tick "Tell me when someone adds me to his or her contact list"; under "Contacts not using Lync" choose "Allow invites but block all other communications"; then OK.`,
  [source.endUser],
  { products: lyncProducts },
);

export const clientOptionsSfb = inferred(
  'client-options-sfb',
  md`Skype for Business client > Options > Alerts: tick that you are told when somebody adds you, and let invitations in from contacts outside. Microsoft gives the words for the Lync client alone: "Contacts not using Lync", "Allow invites but block all other communications".`,
  [source.endUser],
  { products: sfbProducts },
);

export const clientOptionsOtherChoices = unknown(
  'client-options-other-choices',
  md`What else there is to choose under "Contacts not using Lync" is not listed in Microsoft's page.`,
  [source.endUser],
);

export const requestOnNewTab = documented(
  'request-on-new-tab',
  md`A request from Skype comes up on the New tab of the client. Where the settings do not allow it, the user never sees it.`,
  [source.endUser],
);

export const notificationParameter = documented(
  'notification-parameter',
  md`With ${code('EnableNotificationForNewSubscribers')} True users are told when somebody adds them, and may add or block that person.`,
  [source.newClientPolicy],
);

export const blockParameter = documented(
  'block-parameter',
  md`With ${code('BlockConversationFromFederatedContacts')} True people outside cannot start a conversation by message, with False they can.`,
  [source.newClientPolicy],
);

export const noSingleParameter = unknown(
  'no-single-parameter',
  md`Microsoft documents no parameter for the choice under "Contacts not using Lync", and policy entries of one's own are not possible.`,
  [source.newClientPolicy, source.newClientPolicyEntry],
);

export const clientPolicyPair = inferred(
  'client-policy-pair',
  md`Nearest to what the client offers comes a pair: notification True, block not True. The choice under "Contacts not using Lync" stays with each user.`,
  [source.newClientPolicy, source.endUser],
);

export const clientPolicyUnset = reported(
  'client-policy-unset',
  md`As installed both are unset: empty, neither True nor False.`,
  [report.msxfaq],
  { weDo: md`Writes the value where it is unset; the way back makes it empty again.` },
);

export const blockReachesAll = inferred(
  'block-reaches-all',
  md`The block protects from everybody outside, not from Skype alone. Lifting it lifts it for all of them.`,
  [source.newClientPolicy],
  { weDo: md`Where it is on today, lifting it takes a consent of its own.` },
);

export const newClientPolicyHides = inferred(
  'new-client-policy-hides',
  md`A new client policy takes the place of the one in force whole: close to a hundred settings, such as keeping conversations or photos, fall back to empty for its users.`,
  [source.newClientPolicy],
);

export const changeInForce = inferred(
  'change-in-force',
  md`Change the policy that is in force, and of it these values alone: nothing else moves.`,
  [source.setClientPolicy, source.newClientPolicy],
);

export const copyWhole = inferred(
  'copy-whole',
  md`A copy hides nothing where it has every value of the policy in force that ${code('New-CsClientPolicy')} takes on that server, policy entries included.`,
  [source.newClientPolicy, source.newClientPolicyEntry],
  {
    weDo: md`Reads the values when the script runs, makes the copy with them, reads it back, and takes away at once a copy that is not whole.`,
  },
);

export const copyStandsStill = inferred(
  'copy-stands-still',
  md`A copy is as the other policy was on that day: what is changed there later does not reach those who have the copy.`,
  [source.newClientPolicy],
);

export const copyExists = inferred(
  'copy-exists',
  md`A policy of that name, or of that site, may be there already; it is not made a copy of anything then.`,
  [source.newClientPolicy],
  { weDo: md`Changes ours in it and nothing else, and asks by itself where others hold it.` },
);

export const clientPolicyGrant = documented(
  'client-policy-grant',
  md`A policy for users holds for those to whom ${code('Grant-CsClientPolicy')} gave it.`,
  [source.newClientPolicy],
);

export const clientPolicyScopes = documented(
  'client-policy-scopes',
  md`Client policies too hold for all, for a site (one each) or for users to whom one is granted; the nearest one comes first.`,
  [source.newClientPolicy],
);

export const clientPolicyReach = inferred(
  'client-policy-reach',
  md`The policy in force may hold for others as well: Global for every site without its own, a shared policy for all who were granted it.`,
  [source.newClientPolicy],
  {
    weDo: md`Plan and script name for whom it holds; where that is more than you asked for, the script asks for consent by itself.`,
  },
);

export const signInAgain = experience(
  'sign-in-again',
  md`A client sees a changed client policy after it has signed out and in again.`,
);

export const verificationServerSide = documented(
  'verification-server-side',
  md`With the provider's level ${code('AlwaysUnverifiable')} only people on the contact list get through, unless the user allows more in the client.`,
  [source.newPublicProvider],
);

export const privacyMode = documented(
  'privacy-mode',
  md`With privacy mode on (${code('Set-CsPrivacyConfiguration')}) users can show presence to contacts alone. It does not touch instant messages.`,
  [source.setPrivacy],
);

export const displayNamePrompt = documented(
  'display-name-prompt',
  md`${code('DisablePICPromptDisplayName')} only changes how the name of a public contact is shown.`,
  [source.newClientPolicy],
);

export const clientPolicyRollback = documented(
  'client-policy-rollback',
  md`${code('Remove-CsClientPolicy')} on Global resets every value of it.`,
  [source.removeClientPolicy],
  {
    weDo: md`Never removes Global; values of it are put back with ${code('Set-')}. Only a copy that the script made goes again.`,
  },
);
