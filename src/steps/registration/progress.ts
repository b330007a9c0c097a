import {
  registrationDays,
  registrationDurations,
  registrationSupportHours,
  unansweredStays,
} from '../../facts/index.ts';
import type { Markdown, View } from '../../model/index.ts';
import { addDays, blocks, cite, daysBetween, md, showDay } from '../../words/index.ts';
import { dnsPublished } from '../edge/tasks.ts';
import { confirmed, requestDay, submitted } from './tasks.ts';

/** Where the historic request stood: day N of 30, when support was to be called, and what comes of it now. */
export function requestProgress(view: View): Markdown {
  const asked = requestDay(view.task(submitted));
  if (asked === undefined) return md`No day of a request is entered yet.`;
  const answer = view.task(confirmed);
  const said = md`Submitted on ${showDay(asked)}`;
  if (answer.state === 'done') {
    if (answer.at === undefined) return md`${said}, confirmed on a day that is not entered.`;
    const day = daysBetween(asked, answer.at);
    return md`${said}, confirmed on ${showDay(answer.at)}, day ${day} of ${registrationDays}${cite(registrationDurations)}.`;
  }
  if (answer.state === 'waived') return md`${said}, never confirmed: ${answer.reason ?? 'no reason is given'}.`;
  const day = daysBetween(asked, view.today);
  const last = addDays(asked, registrationDays);
  const support = addDays(asked, registrationSupportHours / 24);
  return blocks(
    day <= registrationDays
      ? md`${said}: today is day ${day} of ${registrationDays}${cite(registrationDurations)}.`
      : md`${said}: day ${registrationDays} of ${registrationDays} was ${showDay(last)}${cite(registrationDurations)}.`,
    md`Support was to be called after ${registrationSupportHours} hours, on ${showDay(support)}${cite(registrationDurations)}.`,
    md`${unansweredStays} Mark the confirmation as not needed, with that reason.`,
  );
}

/** The wait of today: the DNS records through which an organisation is discovered. */
export function discoveryProgress(view: View): Markdown {
  const { state, since, at } = view.task(dnsPublished);
  switch (state) {
    case 'todo':
      return md`The DNS records are not published yet: that is a task of step Edge.`;
    case 'waiting':
      if (since === undefined) return md`The DNS records are published, on a day that is not entered.`;
      return md`DNS records published on ${showDay(since, view.today)}: day ${daysBetween(since, view.today)}.`;
    case 'done':
      if (at === undefined) return md`The DNS records are published and were found from outside.`;
      return md`The DNS records are published and were found from outside on ${showDay(at, view.today)}.`;
    case 'waived':
      return md`Publishing DNS records was marked as not needed.`;
  }
}
