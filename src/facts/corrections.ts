import type { Markdown } from '../model/index.ts';
import { code, md } from '../words/index.ts';
import { disputed, voice } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';
import { skypeIconUrl, skypeProxyFqdn } from './values.ts';

const guide = (says: Markdown) => voice('A step-by-step guide of 2014', says, [report.guide], 'reported');

export const guideEdge = disputed(
  'guide-edge',
  md`The 2014 guide asks of the Edge only that it stands up properly. Microsoft asks for more.`,
  [
    guide(md`an Edge that stands up properly; no more is said`),
    voice(
      'Microsoft',
      md`federation allowed at the Edge, no default routing, and two more gates: provider and policy`,
      [source.federation, source.newPublicProvider],
    ),
  ],
  md`Gives the Edge a step of its own: records, names, ports, route, and the switch for federation.`,
);

export const guideRegistration = disputed(
  'guide-registration',
  md`The 2014 guide registers the Access Edge at a site. Its address is lost from the guide, and the site is closed.`,
  [
    guide(md`register it first, at a site`),
    voice(
      'Microsoft',
      md`the site was ${code('https://pic.lync.com')}, to be shut down on 15 August 2019; DNS records take its place`,
      [source.provisioningSite, source.deploySkype],
    ),
  ],
  md`Takes discovery as the way of today, and keeps the form for the record.`,
);

export const guideSharedName = disputed(
  'guide-shared-name',
  md`The 2014 guide wants one name for two Edge pools. Which name, is lost from it.`,
  [
    guide(md`one name for both pools`),
    voice('Microsoft', md`exactly one Access Edge name for a domain; the example is ${code('sip.contoso.com')}`, [
      source.provisioningSite,
    ]),
  ],
  md`Proposes ${code('sip.<first SIP domain>')}, which agrees with both.`,
);

export const guideFailover = disputed(
  'guide-failover',
  md`The 2014 guide tells half of what to do when an Edge pool fails.`,
  [
    guide(md`point the name to the other pool in DNS; that is all`),
    voice(
      'Microsoft',
      md`that is the way in; the way out follows the federation route of the site, which has to be changed too`,
      [source.edgeDisaster],
    ),
  ],
  md`Writes both halves into the runbook.`,
);

export const guideCertificate = disputed(
  'guide-certificate',
  md`The 2014 guide wants a name in the Edge's certificate. Which name, is lost from it.`,
  [
    guide(md`an alternative name for the shared name`),
    voice(
      'Microsoft',
      md`${code('sip.<domain>')} for every SIP domain, and letter for letter the name to which the SRV record points`,
      [source.edgeRequirements, source.deploySkype],
    ),
  ],
  md`Lists every name for your domains and pools.`,
);

export const guidePolicyPath = disputed(
  'guide-policy-path',
  md`The menu of the Control Panel has two names in the sources.`,
  [
    guide(md`Federation and External Access > External Access Policy`),
    voice('Microsoft', md`External User Access > External Access Policy, as in Lync Server 2010`, [
      source.publicAccess2013,
    ]),
    voice('Microsoft, for the tab beside it', md`Federation and External Access`, [source.publicProviders2013]),
  ],
  md`Shows the path of your product.`,
);

export const guideScope = disputed(
  'guide-scope',
  md`The 2014 guide begins with a policy for a site. What such a policy hides, it does not tell.`,
  [
    guide(md`for a site first, then for users where needed`),
    voice('Microsoft', md`a policy of a user comes before that of the site, and that before Global`, [
      source.publicAccess2013,
      source.newAccessPolicy,
    ]),
  ],
  md`Proposes the site as the guide does, and writes every switch out, so that nothing falls back.`,
);

export const guideHelpFile = disputed(
  'guide-help-file',
  md`The 2014 guide leaves the other switches of the policy to the help file.`,
  [
    guide(md`look them up in the help file, under Set-CsExternalAccessPolicy`),
    voice(
      'Microsoft',
      md`federation, public users, their audio and video, and access from outside; from Lync Server 2013 on XMPP, too`,
      [source.newAccessPolicyBefore, source.helpFile2014],
    ),
  ],
  md`Asks for each that your product has, with its meaning and default.`,
);

export const guideProvider = disputed(
  'guide-provider',
  md`Proxy and icon are lost from the 2014 guide's command for the provider.`,
  [
    guide(md`${code('New-CsPublicProvider')} with proxy, icon, verification level 2 and enabled`),
    voice(
      'Microsoft',
      md`the same with ${code(skypeProxyFqdn)} and ${code(skypeIconUrl)}, after the old entry is removed; later with decoration`,
      [source.enablingSkypeBefore, source.enablingSkype],
    ),
  ],
  md`Writes Microsoft's command for your product and update, looks for an entry in the way, records it and replaces it.`,
);

export const guideSearch = disputed(
  'guide-search',
  md`The 2014 guide searches for people on Skype. With Lync there was nothing to search in.`,
  [
    guide(md`search for them; how is lost with its pictures`),
    voice(
      'Microsoft',
      md`with Lync the Microsoft account is typed in; there is a search only from Skype for Business Server 2015 on`,
      [source.endUser, source.deploySkype],
    ),
  ],
  md`Shows the path in the client and the address to type for each person.`,
);

export const guideAccount = disputed(
  'guide-account',
  md`Sources disagree whether a person on Skype needs a Microsoft account. They differ by date.`,
  [
    guide(md`needed, or linked to the Skype account`),
    voice('Microsoft', md`needed with Lync`, [source.endUser, source.provisioningFaq]),
    voice(
      'Later reports',
      md`not needed any more where Skype names are routed`,
      [report.messHelper, report.ramosCabral],
      'reported',
    ),
  ],
  md`Asks for it, as Lync needs it; from Skype for Business Server 2015 on a Skype name alone is taken, too.`,
);

export const guideClientPolicy = disputed(
  'guide-client-policy',
  md`The 2014 guide wants the client to let people on Skype begin. By which parameter, neither it nor Microsoft says.`,
  [
    guide(md`by hand in the client, or with ${code('Set-CsClientPolicy')}; by which parameter is not said`),
    voice('Microsoft', md`by hand, under Options > Alerts; no parameter is named as its counterpart`, [
      source.endUser,
      source.newClientPolicy,
    ]),
  ],
  md`Sets the nearest pair, and tells each user the path in the client.`,
);

export const guideMerge = disputed(
  'guide-merge',
  md`The 2014 guide does not tell whether the merge of the accounts can be undone.`,
  [
    guide(md`merge them; nothing is said about a way back`),
    voice(
      'Reports of 2012 to 2016',
      md`they can be taken apart again, at first through support`,
      [report.pureInfoTech, report.topaix],
      'reported',
    ),
    voice(
      'Later reports',
      md`linking happens once and cannot be undone`,
      [report.messHelper, report.pureInfoTechLater],
      'reported',
    ),
  ],
  md`Has you confirm that the person knows, before the merge is shown.`,
);

export const guideVersion = disputed(
  'guide-version',
  md`The lowest Skype version is lost from the 2014 guide.`,
  [
    guide(md`the latest version, and a number that is lost`),
    voice('Microsoft', md`6.0 is the first that takes a Microsoft account`, [source.provisioningFaq]),
    voice('eWeek', md`7.0 for Windows when video came, the month after the guide`, [report.eWeek], 'reported'),
  ],
  md`Shows the stated versions with their dates.`,
);

export const guideAddress = disputed(
  'guide-address',
  md`The 2014 guide tells half of what is typed to add a person.`,
  [
    guide(md`the Microsoft account`),
    voice('Microsoft', md`the account as it is for its own mail domains; else ${code('user(domain)@msn.com')}`, [
      source.endUser,
      source.provisioningFaq,
    ]),
  ],
  md`Works both forms out for each person, and says which one to type.`,
);

export const guideCalls = disputed(
  'guide-calls',
  md`Sources differ in what works once the invitation is accepted.`,
  [
    guide(md`calls and instant messages`),
    voice('Microsoft in 2013', md`instant messages, presence and audio`, [source.messengerSupport]),
    voice('Microsoft in 2016', md`instant messages, presence, audio and video calls`, [source.endUser]),
    voice(
      'Redmond Channel Partner',
      md`video too since December 2014, with Lync 2013 clients only`,
      [report.rcpMag],
      'reported',
    ),
  ],
  md`Keeps a test of each for each person.`,
);
