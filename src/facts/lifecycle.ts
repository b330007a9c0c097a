import { code, md } from '../words/index.ts';
import { disputed, documented, inferred, reported, unknown, voice } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';

export const skypeClosed = reported(
  'skype-closed',
  md`Consumer Skype closed on 5 May 2025, and Microsoft sent its users to Teams Free.`,
  [report.itOnline, report.soylent, report.skypeRetiring],
);

export const skypeInteropEnded = documented(
  'skype-interop-ended',
  md`Microsoft's pages say that contact with Skype users from Teams is unsupported since 5 May 2025, and that the switches for it can no longer be used.`,
  [source.newAccessPolicy, source.setAccessPolicy, source.teamsFederation],
);

export const publicParameterStays = inferred(
  'public-parameter-stays',
  md`Microsoft took ${code('EnablePublicCloudAccess')} out of its pages in May 2025. The edit is about Teams: nothing says that an installed server lost the parameter.`,
  [source.accessPolicyCommits],
);

export const registrationSiteClosed = documented(
  'registration-site-closed',
  md`The registration site ${code('https://pic.lync.com')} closed on 15 August 2019. Since then an organisation is found by the federation SRV records of its SIP domains.`,
  [source.deploySkype],
);

export const publicImExpectedLife = documented(
  'public-im-expected-life',
  md`In 2019 Microsoft expected public IM federation to go on, probably, until the end of life of the servers.`,
  [source.deploySkype],
);

export const noProxyEndDate = unknown(
  'no-proxy-end-date',
  md`No statement by Microsoft was found that names the day on which ${code('federation.messenger.msn.com')} stopped answering.`,
);

export const goalOutOfReach = inferred(
  'goal-out-of-reach',
  md`The service behind the federation is closed. All of it can still be set up on a server, and nobody on Skype can be reached with it.`,
  [report.itOnline, source.newAccessPolicy],
);

export const unansweredStays = inferred(
  'unanswered-stays',
  md`An invitation to a Skype user or a request to the registration site that is unanswered today stays unanswered.`,
  [report.itOnline, source.deploySkype],
);

export const lync2010SupportEnded = documented(
  'lync2010-support-ended',
  md`Extended support for Lync Server 2010 ended on 13 April 2021.`,
  [source.lifecycle2010],
  { products: ['lync-2010'] },
);

export const lync2013SupportEnded = documented(
  'lync2013-support-ended',
  md`Extended support for Lync Server 2013 ended on 11 April 2023.`,
  [source.lifecycle2013],
  { products: ['lync-2013'] },
);

export const sfb2015SupportEnded = documented(
  'sfb2015-support-ended',
  md`Support for Skype for Business Server 2015 ended on 14 October 2025.`,
  [source.lifecycle2015],
  { products: ['sfb-2015'] },
);

export const sfb2019SupportEnded = documented(
  'sfb2019-support-ended',
  md`Support for Skype for Business Server 2019 ended on 14 October 2025.`,
  [source.lifecycle2015],
  { products: ['sfb-2019'] },
);

export const seLifecycle = reported(
  'se-lifecycle',
  md`Subscription Edition follows the Modern Lifecycle Policy: it is supported while it is kept current. No end date was found.`,
  [report.neowin],
  { products: ['sfb-se'] },
);

export const seAs2019 = reported(
  'se-as2019',
  md`Subscription Edition was announced as identical to Skype for Business Server 2019. No page of its own on federation with Skype was found.`,
  [report.neowin],
  { products: ['sfb-se'] },
);

export const onlySeSupported = inferred(
  'only-se-supported',
  md`Of all these servers only Skype for Business Server Subscription Edition is supported after April 2026: 2015 and 2019 left support in October 2025, their paid extension ended six months later.`,
  [source.lifecycle2015, report.betaNews, report.neowin],
);

export const skypeDataDeleted = disputed(
  'skype-data-deleted',
  md`What was left of people's Skype data is deleted. Reports name different dates.`,
  [
    voice('The Zimbabwe Mail', md`January 2026`, [report.zimbabweMail], 'reported'),
    voice('TechMinis', md`the end of 2025`, [report.techMinis], 'reported'),
  ],
  md`Treats the data as gone.`,
);

export const aolYahooEnded = documented('aol-yahoo-ended', md`Federation with AOL and Yahoo! ended on 30 June 2014.`, [
  source.provisioningFaq,
]);

export const federationStillWorks = documented(
  'federation-still-works',
  md`Federation with other organisations, on servers of their own or on Teams, does not depend on Skype: Microsoft describes it by itself (text of 2021 and 2022).`,
  [source.teamsExternal],
);

export const personalTeamsAccounts = documented(
  'personal-teams-accounts',
  md`Contact with personal Teams accounts is governed by a setting that exists for Teams only. No source says that users of a server can reach such accounts.`,
  [source.newAccessPolicy],
);

export const whatStillMakesSense = inferred(
  'what-still-makes-sense',
  md`What such a rollout is still good for: a lab, a record of what was done, an audit, and taking the federation down.`,
  [report.itOnline, source.deploySkype],
);

export const alternatives = inferred(
  'alternatives',
  md`To reach organisations on Teams, federate with them. To reach people with personal accounts, move those who need it to Teams.`,
  [source.teamsExternal, source.newAccessPolicy],
);
