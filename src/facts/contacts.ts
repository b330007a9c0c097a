import { code, md } from '../words/index.ts';
import { disputed, documented, inferred, reported, voice } from './make.ts';
import * as report from './reports.ts';
import * as source from './sources.ts';
import { lyncProducts, sfbProducts } from './values.ts';

export const addContactPath = documented(
  'add-contact-path',
  md`Lync client > "Add a Contact" > "Add a Contact Not in My Organization" > "Skype" > in "IM Address" the person's Microsoft account, not the Skype name > contact group and privacy relationship > OK.`,
  [source.endUser],
  { products: lyncProducts },
);

export const addContactPathSfb = inferred(
  'add-contact-path-sfb',
  md`Skype for Business client > "Add a Contact" > "Add a Contact Not in My Organization" > "Skype" > the person's address > contact group and privacy relationship > OK. Microsoft describes this path for the Lync client.`,
  [source.endUser, source.deploySkype],
  { products: sfbProducts },
);

export const addressForm = documented(
  'address-form',
  md`An account at live.com, hotmail.com, outlook.com or msn.com is typed as it is. Any other goes into brackets: ana@fabrikam.com becomes ${code('ana(fabrikam.com)@msn.com')}.`,
  [source.endUser, source.provisioningFaq, source.enablingSkype],
);

export const addressDecorated = documented(
  'address-decorated',
  md`With cumulative update 5 on the server and Office 2013 SP1 at the desk, the client makes that form by itself.`,
  [source.enablingSkype],
  { products: ['lync-2013'] },
);

export const addressDecoratedSfb = inferred(
  'address-decorated-sfb',
  md`Microsoft's command for Skype for Business Server sets decoration, so the client makes that form by itself, one of Office 2013 SP1 or later.`,
  [source.deploySkype, source.enablingSkype],
  { products: sfbProducts },
);

export const noDecoration2010 = documented(
  'no-decoration2010',
  md`Lync Server 2010 has no parameters to decorate addresses, so people type that form.`,
  [source.newPublicProvider2010],
  { products: ['lync-2010'] },
);

export const presenceUnknown = reported(
  'presence-unknown',
  md`Where a contact stays at "Presence unknown" and no request arrives, the account may be of another mail domain and was typed as it is.`,
  [report.fowler],
);

export const unlinkedNotReached = reported(
  'unlinked-not-reached',
  md`An old Skype name that was never linked to a Microsoft account could not be reached from Lync.`,
  [report.techToday],
  { products: lyncProducts },
);

export const directorySearch = documented(
  'directory-search',
  md`Search in the Skype directory needs Skype for Business Server 2015 or later, at the Front End and at the Edge. Lync Server 2013 has none: the address is typed.`,
  [source.deploySkype, source.testAddressBook],
  { products: ['lync-2013'] },
);

export const directorySearch2010 = documented(
  'directory-search2010',
  md`Search in the Skype directory came with Skype for Business Server 2015. Lync Server 2010 has none: the address is typed.`,
  [source.deploySkype],
  { products: ['lync-2010'] },
);

export const directorySearchSfb = documented(
  'directory-search-sfb',
  md`Search in the Skype directory takes a name, a name with a place, a mail address, a phone number with its country code or a Skype name. It needs Front End and Edge of Skype for Business Server; 15 requests a second are let through.`,
  [source.deploySkype, source.testAddressBook],
  { products: sfbProducts },
);

export const offlineUntilAccepted = documented(
  'offline-until-accepted',
  md`Until both sides have accepted, the contact shows as offline or with a question mark, and messages, video and presence may not work. That was normal.`,
  [source.endUser, report.leonCon],
);

export const wrongAddressOffline = documented(
  'wrong-address-offline',
  md`A wrong address is accepted without a word and just shows as offline, says an older note on public IM.`,
  [source.messengerDomains],
);

export const features2013 = documented(
  'features2013',
  md`Lync Server 2013 and Skype shared instant messages, presence and audio.`,
  [source.messengerSupport],
  { products: ['lync-2013'] },
);

export const videoSince2014 = reported(
  'video-since2014',
  md`Video came in December 2014, for Lync 2013 clients only.`,
  [report.rcpMag],
);

export const oneToOneOnly = reported(
  'one-to-one-only',
  md`It was one to one. Meetings, files and shared screens were not promised.`,
  [report.greig],
);

export const clientsThatCan = documented(
  'clients-that-can',
  md`The desktop clients of Lync 2010 and 2013 and those for Mac could add people on Skype. Lync Phone Edition, Attendant and Web App could not.`,
  [source.deploySkype],
);

export const clientSfbSearches = documented(
  'client-sfb-searches',
  md`The Windows client of Skype for Business searches and adds; every other client that can add does so without search.`,
  [source.deploySkype],
  { products: sfbProducts },
);

export const encryptionNotToCopy = reported(
  'encryption-not-to-copy',
  md`Advice from the days of Windows Live to relax media encryption is not for Skype: since 2014 its side encrypts media as Lync demands.`,
  [report.confusedAmused, report.nextHop],
);

export const whoMayStart = disputed(
  'who-may-start',
  md`Sources disagree whether a person on Skype can begin.`,
  [
    voice(
      'A step-by-step guide of 2014',
      md`only the Lync user can; the reverse cannot be done`,
      [report.guide],
      'reported',
    ),
    voice(
      'Microsoft',
      md`a Skype user with a Microsoft account finds the Lync user by SIP address and sends a request`,
      [source.endUser, source.enablingSkype, source.deploySkype],
    ),
  ],
  md`Tells both, and keeps a test for each person: was a start from the Skype side tried, and did it work.`,
);

export const requestFromSkype = documented(
  'request-from-skype',
  md`Skype > Add Contacts > the SIP address of the Lync user. Where it is found, the word "Lync" stands under the name; then Add to Contacts.`,
  [source.endUser],
);

export const zeroHits = documented(
  'zero-hits',
  md`Where Skype finds nobody under a Lync address, the registration was not complete, or the domain not set up.`,
  [source.endUser],
);

export const acceptedFirst = inferred(
  'accepted-first',
  md`A request can come from the Skype side, a conversation only after it is accepted. The 2014 guide may have seen just that.`,
  [source.endUser, report.guide],
);
