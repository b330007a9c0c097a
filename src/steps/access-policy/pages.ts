import {
  accessPolicyPath,
  accessPolicyPath2010,
  accessPolicyPathRights,
  accessPolicyPathSfb,
  audioVideoFlag,
  audioVideoShellOnly,
  controlPanelSilverlight,
  controlPanelSilverlight2010,
  controlPanelSilverlight2015,
  effectivePolicy,
  effectivePolicy2010,
  factsFor,
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
  switches2010,
  teamsFlagsNotForServer,
  threeFlags,
  told,
  userPolicyNeedsGrant,
  xmppFlag,
  xmppGatewayGone,
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
  tell: (view) =>
    blocks(
      md`${policyScopes} ${policyPrecedence} ${policiesDoNotMerge} ${userPolicyNeedsGrant}`,
      sides(guideScope),
      sides(newSitePolicyDefaults),
      sides(publicUsersSwitch),
      md`${threeFlags}`,
      bullets(
        factsFor(view.product, [
          federationAccessFlag,
          publicAccessFlag,
          audioVideoFlag,
          outsideAccessFlag,
          xmppFlag,
        ]).map((flag) => md`${flag}`),
      ),
      view.product && told(view.product, [switches2010, xmppGatewayGone]),
      sides(federationAccessDefault),
      sides(guideHelpFile),
      sides(teamsFlagsNotForServer),
    ),
  clicks: (view) =>
    blocks(
      md`${told(view.product, [accessPolicyPath2010, accessPolicyPath, accessPolicyPathSfb])} ${whereToClick(view)}`,
      view.product && told(view.product, [audioVideoShellOnly]),
      told(view.product, [
        accessPolicyPathRights,
        controlPanelSilverlight2010,
        controlPanelSilverlight,
        controlPanelSilverlight2015,
      ]),
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
  tell: (view) =>
    blocks(
      md`${replicationLag} ${replicasLateAtFirst} ${replicationForce}`,
      md`${localStore}`,
      told(view.product, [effectivePolicy, effectivePolicy2010]),
      md`${refusal1001}`,
      md`The way back: ${policyRollback}`,
      bullets([sides(globalReset), sides(grantsOverwrite)]),
    ),
};
