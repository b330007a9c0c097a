import {
  blockParameter,
  blockReachesAll,
  changeInForce,
  clientOptions,
  clientOptionsOtherChoices,
  clientOptionsSfb,
  clientPolicyGrant,
  clientPolicyPair,
  clientPolicyReach,
  clientPolicyScopes,
  clientPolicyUnset,
  copyExists,
  copyStandsStill,
  copyWhole,
  displayNamePrompt,
  guideClientPolicy,
  newClientPolicyHides,
  noSingleParameter,
  notificationParameter,
  privacyMode,
  requestOnNewTab,
  signInAgain,
  told,
  verificationServerSide,
} from '../../facts/index.ts';
import type { Page } from '../../model/index.ts';
import { blocks, bullets, md, sides } from '../../words/index.ts';
import { mayStart, notify, policyName, scope, sites, target, users } from './fields.ts';
import { signedInAgain, usersTold } from './tasks.ts';

export const clientPolicyPage: Page = {
  id: 'policy',
  title: 'Client policy',
  lead: 'Whether a request from Skype is seen, and who may start.',
  rows: [14],
  fields: [target, scope, sites, policyName, users, notify, mayStart],
  tasks: [usersTold, signedInAgain],
  tell: () =>
    blocks(
      sides(guideClientPolicy),
      md`${noSingleParameter} ${clientPolicyPair}`,
      bullets([md`${notificationParameter}`, md`${blockParameter}`]),
      sides(blockReachesAll),
      sides(clientPolicyUnset),
      md`${newClientPolicyHides} ${changeInForce} ${clientPolicyScopes}`,
      sides(clientPolicyReach),
      md`${copyWhole} ${copyStandsStill} ${copyExists} ${clientPolicyGrant}`,
      md`${requestOnNewTab} ${signInAgain}`,
      md`${verificationServerSide}`,
      md`Not the same thing: ${displayNamePrompt} ${privacyMode}`,
    ),
  clicks: (view) =>
    blocks(
      told(view.product, [clientOptions, clientOptionsSfb, clientOptionsOtherChoices]),
      md`Each user does this; the command changes the policy for all of them.`,
    ),
};
