import {
  acceptedFirst,
  addContactPath,
  addContactPathSfb,
  addressForm,
  clientsThatCan,
  consumerSkypeClosed,
  type Feature,
  features,
  features2013,
  offlineUntilAccepted,
  oneToOneOnly,
  refusal1001,
  requestFromSkype,
  unansweredStays,
  videoSince2014,
  whoMayStart,
  wrongAddressOffline,
  zeroHits,
} from '../../facts/index.ts';
import { problem } from '../../kinds/index.ts';
import type { Task, View } from '../../model/index.ts';
import { daysBetween, showDay } from '../../words/index.ts';

export const invited: Task = {
  id: 'contacts.invited',
  label: 'Invited',
  help: 'The colleague inside has added the person in the client, by the address shown here.',
  why: [addContactPath, addContactPathSfb, addressForm, clientsThatCan],
  per: 'person',
  wait: { days: 2, begun: 'Invitation asked for', asks: 'Has the colleague inside sent it?' },
};

export const accepted: Task = {
  id: 'contacts.accepted',
  label: 'Accepted',
  help: 'The person on Skype has accepted the request.',
  why: [offlineUntilAccepted, unansweredStays],
  per: 'person',
  wait: { days: 2, begun: 'Invitation sent', asks: 'Has it been accepted?' },
  check: (state, view) =>
    state.state === 'waiting' && daysBetween(consumerSkypeClosed, view.today) >= 0
      ? [
          problem({
            said: `Consumer Skype closed on ${showDay(consumerSkypeClosed)}: what waits for an answer from there stays unanswered.`,
            expected: 'not needed, with a reason',
            example: 'consumer Skype is closed',
            weight: 'warn',
          }),
        ]
      : [],
};

export const presence: Task = {
  id: 'contacts.presence',
  label: 'Presence seen',
  help: 'The contact shows as something other than offline or unknown.',
  why: [offlineUntilAccepted, wrongAddressOffline],
  per: 'person',
  applies: has('presence'),
};

export const im: Task = {
  id: 'contacts.im',
  label: 'Instant message',
  help: 'Send one and have it answered.',
  why: [features2013, refusal1001],
  per: 'person',
  test: true,
  applies: has('im'),
};

export const audio: Task = {
  id: 'contacts.audio',
  label: 'Audio call',
  help: 'Call, and hear each other.',
  why: [features2013, oneToOneOnly],
  per: 'person',
  test: true,
  applies: has('audio'),
};

export const video: Task = {
  id: 'contacts.video',
  label: 'Video call',
  help: 'Add video to the call, and see each other.',
  why: [videoSince2014, oneToOneOnly],
  per: 'person',
  test: true,
  applies: has('video'),
};

export const skypeStart: Task = {
  id: 'contacts.skype-start',
  label: 'Start from Skype',
  help: 'Have the person on Skype search for the SIP address and send the request.',
  why: [whoMayStart, requestFromSkype, acceptedFirst, zeroHits],
  per: 'person',
  test: true,
};

/** Did the product have it with people on Skype? While the product is open, all of it may be. */
function has(feature: Feature): (view: View) => boolean {
  return ({ product }) => product === undefined || features[product].some((one) => one.id === feature && one.has);
}
