import { code, md } from '../words/index.ts';
import { disputed, documented, experience, inferred, reported, voice } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';
import { sfbProducts } from './values.ts';

export const publicUsersSwitch = disputed(
  'public-users-switch',
  md`Sources disagree on the switch that matters for Skype.`,
  [
    voice('A step-by-step guide of 2014', md`"Enable communication with federated users"`, [report.guide], 'reported'),
    voice(
      'Microsoft',
      md`"Enable communications with public users", ${code('EnablePublicCloudAccess')}; federated users must be on as well`,
      [source.publicAccess2013, source.publicAccess, source.teamsExternal],
    ),
  ],
  md`Sets both, and audio and video, which is a third switch.`,
);

export const threeFlags = inferred(
  'three-flags',
  md`Federated users, public users, and audio and video with public users are three switches. Skype needs the first two, and the third for calls.`,
  [source.newAccessPolicyBefore, source.publicAccess],
);

export const publicAccessFlag = documented(
  'public-access-flag',
  md`${code('EnablePublicCloudAccess')} lets users talk to people on public services such as Skype. Left out, it is False.`,
  [source.newAccessPolicyBefore],
);

export const audioVideoFlag = documented(
  'audio-video-flag',
  md`${code('EnablePublicCloudAudioVideoAccess')} adds audio and video with people on public services. Its default is not stated; an example of the Global policy on another page of Microsoft shows False.`,
  [source.newAccessPolicyBefore, source.globalStatus],
);

export const federationAccessFlag = documented(
  'federation-access-flag',
  md`${code('EnableFederationAccess')} lets users talk to people of every federated organisation, not of Skype alone.`,
  [source.newAccessPolicy],
);

export const federationAccessDefault = disputed(
  'federation-access-default',
  md`Microsoft's page for the cmdlet contradicts itself about ${code('EnableFederationAccess')} where nobody set it.`,
  [
    voice('Its parameter', md`says that the default is True`, [source.newAccessPolicy]),
    voice('Its description', md`says that the Global policy does not allow it as installed`, [source.newAccessPolicy]),
    voice('Another page of Microsoft', md`shows False in an example of the Global policy`, [source.globalStatus]),
  ],
  md`Writes the value out, always.`,
);

export const outsideAccessFlag = documented(
  'outside-access-flag',
  md`${code('EnableOutsideAccess')} lets users sign in from outside without VPN. Left out, it is False.`,
  [source.newAccessPolicy],
);

export const xmppFlag = documented(
  'xmpp-flag',
  md`${code('EnableXmppAccess')} lets users talk to XMPP partners. It came with Lync Server 2013; left out, it is False.`,
  [source.newAccessPolicy, source.helpFile2014],
  { products: ['lync-2013', ...sfbProducts] },
);

export const xmppGatewayGone = experience(
  'xmpp-gateway-gone',
  md`Skype for Business Server 2019 has no XMPP gateway any more. Where the policy still has the switch, it stays as it is.`,
  [],
  { products: ['sfb-2019', 'sfb-se'] },
);

export const switches2010 = documented(
  'switches2010',
  md`On Lync Server 2010 the policy has four switches: federated users, public users, their audio and video, and access from outside.`,
  [source.newAccessPolicy2010],
  { products: ['lync-2010'] },
);

export const policyScopes = documented(
  'policy-scopes',
  md`A policy holds for all (Global, which is always there), for one site, or for the users to whom it is granted.`,
  [source.newAccessPolicy, source.publicAccess2013],
);

export const policyPrecedence = documented(
  'policy-precedence',
  md`A user's own policy comes before that of the site, and that before Global.`,
  [source.publicAccess2013, source.grantAccessPolicy],
);

export const policiesDoNotMerge = inferred(
  'policies-do-not-merge',
  md`The policy that comes first holds whole: nothing is taken from those behind it.`,
  [source.publicAccess2013, source.newAccessPolicy],
);

export const newSitePolicyDefaults = inferred(
  'new-site-policy-defaults',
  md`A new policy inherits nothing: a switch that is left out gets its default. For ${code('EnableOutsideAccess')} that is False, so sign-in from outside would stop.`,
  [source.newAccessPolicy, source.publicAccess2013],
  { weDo: md`Writes every switch out; "keep" takes the value that is in force.` },
);

export const onePolicyPerSite = documented(
  'one-policy-per-site',
  md`A site has at most one external access policy; a second one is refused.`,
  [source.newAccessPolicy],
  { weDo: md`Changes the one that is there, makes one where there is none.` },
);

export const userPolicyNeedsGrant = documented(
  'user-policy-needs-grant',
  md`A site policy counts as soon as it exists. A policy for users counts for those to whom it is granted.`,
  [source.newAccessPolicy, source.grantAccessPolicy],
);

export const globalReset = documented(
  'global-reset',
  md`${code('Remove-CsExternalAccessPolicy -Identity Global')} does not delete: it resets every value to the default, with a warning and no error.`,
  [source.removeAccessPolicy],
  { weDo: md`Never writes it; values are put back with ${code('Set-')}.` },
);

export const setWithoutIdentity = documented(
  'set-without-identity',
  md`${code('Set-CsExternalAccessPolicy')} without ${code('-Identity')} changes Global.`,
  [source.setAccessPolicy],
  { weDo: md`Names the policy in every command.` },
);

export const policyIdentityForms = documented(
  'policy-identity-forms',
  md`A site policy is typed ${code('site:Redmond')}; a policy for users by its plain name, which is shown with ${code('Tag:')} before it.`,
  [source.newAccessPolicy, source.grantAccessPolicy],
);

export const grantsOverwrite = experience(
  'grants-overwrite',
  md`A grant replaces the policy that the user had before. Granting nothing afterwards does not bring that one back.`,
  [source.grantAccessPolicy],
  { weDo: md`Records the policy before, and the way back grants that one again.` },
);

export const grantsByNumber = experience(
  'grants-by-number',
  md`Active Directory keeps a grant as a number. A policy that was removed and made again under its old name is held by nobody until it is granted again.`,
);

export const userIdentityForms = documented(
  'user-identity-forms',
  md`A user is named by SIP address, user principal name, ${code('domain\\login')} or display name.`,
  [source.grantAccessPolicy],
);

export const wildcardIdentity = documented(
  'wildcard-identity',
  md`An asterisk in the name of a user is a wildcard over display names: one grant could reach many.`,
  [source.grantAccessPolicy],
  { weDo: md`Refuses the asterisk.` },
);

export const displayNamesTwice = experience(
  'display-names-twice',
  md`A display name may belong to more than one user.`,
  [],
  {
    weDo: md`Takes SIP addresses or user principal names, and demands exactly one user for each before a grant.`,
  },
);

export const notUserPolicyError = documented(
  'not-user-policy-error',
  md`Granting a site policy or Global fails: it "is not a user policy".`,
  [source.grantUserPolicies, source.grantAccessPolicy],
);

export const effectivePolicy = documented(
  'effective-policy',
  md`${code('Get-CsEffectivePolicy')} shows what holds for a user; ${code('Get-CsUser')} shows only what was granted, and nothing where the site's or Global's holds.`,
  [source.getEffectivePolicy, source.grantAccessPolicy],
  { products: ['lync-2013', ...sfbProducts] },
);

export const effectivePolicy2010 = inferred(
  'effective-policy2010',
  md`Lync Server 2010 has no ${code('Get-CsEffectivePolicy')}. The policy granted, which ${code('Get-CsUser')} shows, holds for a user; where there is none, that of the site of the registrar pool, and where that has none, Global.`,
  [source.getEffectivePolicy, source.grantAccessPolicy],
  { products: ['lync-2010'] },
);

export const refusal1001 = documented(
  'refusal1001',
  md`Where a request is refused with ms-diagnostics 1001, the sender's policy does not allow public users; 1002 is the same for federated users.`,
  [source.errorProtocol],
);

export const teamsFlagsNotForServer = documented(
  'teams-flags-not-for-server',
  md`The page also lists parameters for Teams, such as ${code('EnableTeamsConsumerAccess')}. They are not for a server.`,
  [source.newAccessPolicy],
  { weDo: md`Never writes them.` },
);

export const accessPolicyPath = reported(
  'access-policy-path',
  md`Control Panel > Federation and External Access > External Access Policy > New > Site policy or User policy > tick "Enable communications with federated users" and "Enable communications with public users" > Commit.`,
  [report.guide, source.publicProviders2013, source.publicAccess2013],
  { products: ['lync-2013'] },
);

export const accessPolicyPath2010 = documented(
  'access-policy-path2010',
  md`Control Panel > External User Access > External Access Policy > New > Site policy or User policy > tick "Enable communications with federated users" and "Enable communications with public users" > Commit.`,
  [source.publicAccess2013],
  { products: ['lync-2010'] },
);

export const accessPolicyPathSfb = documented(
  'access-policy-path-sfb',
  md`Control Panel > Federation and External Access, or External User Access > External Access Policy > New > Site policy or User policy > tick "Enable communications with federated users" and "Enable communications with public users" > Commit.`,
  [source.publicAccess, source.publicProviders],
  { products: sfbProducts },
);

export const accessPolicyPathRights = documented(
  'access-policy-path-rights',
  md`To change a policy in the Control Panel, sign in as a member of ${code('RTCUniversalServerAdmins')} or with the role ${code('CsAdministrator')}.`,
  [source.publicAccess2013],
);

export const audioVideoShellOnly = reported(
  'audio-video-shell-only',
  md`In the Control Panel of Lync Server 2010 the switch for audio and video with public users was missing; only the shell has it.`,
  [report.confusedAmused],
  { products: ['lync-2010'] },
);

export const policyRollback = documented(
  'policy-rollback',
  md`Granting ${code('$null')} takes a grant away; removing a site policy leaves the site to Global; values are put back with ${code('Set-')}.`,
  [source.grantAccessPolicy, source.removeAccessPolicy, source.setAccessPolicy],
);
