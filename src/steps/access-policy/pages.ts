import {
  accessPolicyPath,
  accessPolicyPathRights,
  audioVideoFlag,
  controlPanelSilverlight,
  effectivePolicy,
  federationAccessDefault,
  federationAccessFlag,
  globalReset,
  grantsOverwrite,
  guideHelpFile,
  guidePolicyPath,
  guideScope,
  localStore,
  newSitePolicyDefaults,
  outsideAccessFlag,
  policiesDoNotMerge,
  policyPrecedence,
  policyRollback,
  policyScopes,
  publicAccessFlag,
  publicUsersSwitch,
  refusal1001,
  replicasLateAtFirst,
  replicationForce,
  replicationLag,
  teamsFlagsNotForServer,
  threeFlags,
  userPolicyNeedsGrant,
  xmppFlag,
} from '../../facts/index.ts';
import type { Markdown, Page, View } from '../../model/index.ts';
import { blocks, bullets, listed, md, sides } from '../../words/index.ts';
import * as field from './fields.ts';
import { effective, replicated } from './tasks.ts';

export const policyPage: Page = {
  id: 'policy',
  title: 'External access policy',
  lead: 'Who may talk to people on Skype, and from where.',
  rows: [7, 8, 9, 10],
  fields: [
    field.scope,
    field.sites,
    field.policyName,
    field.users,
    field.federatedUsers,
    field.publicUsers,
    field.publicAudioVideo,
    field.remoteUsers,
    field.xmpp,
  ],
  tell: () =>
    blocks(
      md`${policyScopes} ${policyPrecedence} ${policiesDoNotMerge} ${userPolicyNeedsGrant}`,
      sides(guideScope),
      sides(newSitePolicyDefaults),
      sides(publicUsersSwitch),
      md`${threeFlags}`,
      bullets(
        [federationAccessFlag, publicAccessFlag, audioVideoFlag, outsideAccessFlag, xmppFlag].map(
          (flag) => md`${flag}`,
        ),
      ),
      sides(federationAccessDefault),
      sides(guideHelpFile),
      sides(teamsFlagsNotForServer),
    ),
  clicks: (view) =>
    blocks(
      md`${accessPolicyPath} ${whereToClick(view)}`,
      md`${accessPolicyPathRights} ${controlPanelSilverlight}`,
      sides(guidePolicyPath),
    ),
};

/** Which entry of the menu, and how often, for the scope that was answered. */
function whereToClick(view: View): Markdown {
  switch (view.get(field.scope)) {
    case 'user':
      return md`Here: User policy, called ${view.get(field.policyName) ?? ''}; then it is granted to each user.`;
    case 'global':
      return md`Here: nothing new; open Global in the list.`;
    default: {
      const sites = view.get(field.sites) ?? [];
      return sites.length > 0 ? md`Here: Site policy, for ${listed(sites)}.` : md`Here: Site policy.`;
    }
  }
}

export const inForcePage: Page = {
  id: 'in-force',
  title: 'The policy in force',
  lead: 'That the change is on the Edge, and holds for those whom it is meant for.',
  rows: [8, 9],
  tasks: [replicated, effective],
  tell: () =>
    blocks(
      md`${replicationLag} ${replicasLateAtFirst} ${replicationForce}`,
      md`${localStore}`,
      md`${effectivePolicy}`,
      md`${refusal1001}`,
      md`The way back: ${policyRollback}`,
      bullets([sides(globalReset), sides(grantsOverwrite)]),
    ),
};
