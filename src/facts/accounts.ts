import { code, md } from '../words/index.ts';
import { disputed, documented, experience, inferred, reported, voice } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';
import { accountHelpPage, signUpPage } from './values.ts';

export const microsoftAccountNeeded = documented(
  'microsoft-account-needed',
  md`With Lync a person on Skype could be reached only when signed in with a Microsoft account.`,
  [source.endUser, source.provisioningFaq],
);

export const skypeNamesLater = reported(
  'skype-names-later',
  md`Later a Skype name could be reached without such an account, as ${code('<name>@skypeids.net')}, from Lync 2010 and 2013 too.`,
  [report.messHelper, report.ramosCabral],
);

export const signUpFlow = reported(
  'sign-up-flow',
  md`Three screens made the account: "Microsoft account sign-up", then "Sign up now", then the form and "Create account". A page that shows the account ends it.`,
  [report.guide],
);

export const signUpAddresses = documented(
  'sign-up-addresses',
  md`The sign-up page was ${code(signUpPage)}; ${code(accountHelpPage)} explained what a Microsoft account is.`,
  [source.endUser, source.enablingSkype],
);

export const mergeScreens = reported(
  'merge-screens',
  md`The merge: start a current Skype; there, sign in with the Microsoft account and answer "I have a Skype account"; enter the old name and password; look over what is merged; merge.`,
  [report.guide],
);

export const mergeOneWay = disputed(
  'merge-one-way',
  md`Sources disagree whether a merge could be undone; they differ by date.`,
  [
    voice(
      '2012 to 2016',
      md`it could be unlinked, at first through support, later under Account settings > Linked accounts > Unlink`,
      [report.pureInfoTech, report.topaix],
      'reported',
    ),
    voice(
      'Later',
      md`linking happens once and cannot be undone`,
      [report.messHelper, report.pureInfoTechLater],
      'reported',
    ),
  ],
  md`Treats it as one-way, and asks whether the person knows before the merge is shown.`,
);

export const oneAccountOnly = reported(
  'one-account-only',
  md`Only one Microsoft account can be linked to a Skype account. Where another one is linked already, the merge is refused or takes the wrong account.`,
  [report.topaix],
);

export const afterUnlinking = reported(
  'after-unlinking',
  md`After unlinking, the contacts of the other profile were gone; credit and subscriptions could suffer too.`,
  [report.pureInfoTech],
);

export const afterMerging = reported(
  'after-merging',
  md`After the merge only the password of the Microsoft account counts, and an alias is made.`,
  [report.windowsCentral, report.pureInfoTechLater],
);

export const personalAccount = experience(
  'personal-account',
  md`It had to be a personal Microsoft account; an account of an organisation did not do.`,
);

export const ownDomainTrap = reported(
  'own-domain-trap',
  md`A Microsoft account with an address in your own federated SIP domain is a trap: once the domain was registered, its owner was made to rename it.`,
  [report.collabAge, report.messengerGeek],
  { weDo: md`Names each person whose account is in one of your SIP domains.` },
);

export const accountsToday = inferred(
  'accounts-today',
  md`For the record: since 5 May 2025 none of these screens can be carried out.`,
  [report.itOnline, report.skypeRetiring],
);

export const versionFirstWithAccount = documented(
  'version-first-with-account',
  md`Skype 6.0 for Windows and Mac, of 25 October 2012, was the first to take a Microsoft account.`,
  [source.provisioningFaq],
);

export const versionAtRelease = reported(
  'version-at-release',
  md`When Lync and Skype were connected on 29 May 2013, it took the latest Skype for the Windows or Mac desktop.`,
  [report.agileIt],
);

export const versionWithVideo = reported(
  'version-with-video',
  md`Video from 5 December 2014 took Skype 7.0 for Windows (7.0.x.100).`,
  [report.eWeek],
);

export const versionsForSkypeForBusiness = documented(
  'versions-for-skype-for-business',
  md`For Skype for Business, Microsoft names Skype 7.6 for Windows (7.26 on XP and Vista), 7.19 for Mac, 6.19 for Android and 6.11 for iOS.`,
  [source.deploySkype],
);
