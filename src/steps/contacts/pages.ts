import {
  acceptedFirst,
  addContactPath,
  addContactPathSfb,
  addressDecorated,
  addressDecoratedSfb,
  clientSfbSearches,
  clientsThatCan,
  directorySearch,
  directorySearch2010,
  directorySearchSfb,
  encryptionNotToCopy,
  features,
  goalOutOfReach,
  guideAccount,
  guideAddress,
  guideCalls,
  guideSearch,
  noDecoration2010,
  offlineUntilAccepted,
  oneToOneOnly,
  ownDomainTrap,
  presenceUnknown,
  requestFromSkype,
  searchNeedsPort,
  sfbProducts,
  skypeNamesLater,
  told,
  unansweredStays,
  unlinkedNotReached,
  videoSince2014,
  whoMayStart,
  wrongAddressOffline,
  zeroHits,
} from '../../facts/index.ts';
import type { Markdown, Page, View } from '../../model/index.ts';
import { blocks, bullets, cite, md, sides } from '../../words/index.ts';
import { people } from './fields.ts';
import { accepted, audio, im, invited, presence, skypeStart, video } from './tasks.ts';

export const peoplePage: Page = {
  id: 'people',
  title: 'People on Skype',
  lead: 'Whom to reach, what to type for each, and how far it came.',
  rows: [12, 13, 18, 19, 20, 21, 22],
  people,
  tasks: [invited, accepted, presence, im, audio, video, skypeStart],
  tell: (view) =>
    blocks(
      md`For the record: ${goalOutOfReach} ${unansweredStays}`,
      sides(guideSearch),
      told(view.product, [
        directorySearch2010,
        directorySearch,
        directorySearchSfb,
        searchNeedsPort,
        clientsThatCan,
        clientSfbSearches,
      ]),
      sides(guideAccount),
      sides(guideAddress),
      told(view.product, [
        addressDecorated,
        addressDecoratedSfb,
        noDecoration2010,
        presenceUnknown,
        unlinkedNotReached,
        ...(view.product !== undefined && sfbProducts.includes(view.product) ? [skypeNamesLater] : []),
      ]),
      sides(ownDomainTrap),
      md`${offlineUntilAccepted} ${wrongAddressOffline}`,
      md`Once the person on Skype has accepted, presence shows${cite(offlineUntilAccepted)}; then the tests.`,
      sides(guideCalls),
      tests(view),
      md`${oneToOneOnly} ${encryptionNotToCopy}`,
      sides(whoMayStart),
      md`${acceptedFirst} ${requestFromSkype} ${zeroHits}`,
    ),
  clicks: (view) => told(view.product, [addContactPath, addContactPathSfb]),
};

/** What is tried with each person, by what the product had. */
function tests(view: View): Markdown | undefined {
  if (view.product === undefined) return undefined;
  const tried = features[view.product].filter((feature) => feature.has && feature.id !== 'search');
  return blocks(
    md`To try with each person, in this order:`,
    bullets([
      ...tried.map((feature) =>
        feature.id === 'video'
          ? md`${feature.label}: ${feature.note}${cite(videoSince2014)}`
          : md`${feature.label}: ${feature.note}`,
      ),
      md`A start from the Skype side`,
    ]),
  );
}
