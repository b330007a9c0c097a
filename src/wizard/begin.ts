import { goalOutOfReach, registrationSiteClosed, skypeClosed, whatStillMakesSense } from '../facts/index.ts';
import { steps } from '../steps/index.ts';
import { count } from '../words/index.ts';

/** What is closed, and what is left, on the first run. */
export const firstFacts = [skypeClosed, registrationSiteClosed, goalOutOfReach, whatStillMakesSense];

export const firstText = `You answer ${count(steps.length, 'step')}, about 20 minutes; you get scripts and a runbook.`;

/** What is good to know before the first answer, each a sentence in two parts. `folder`: where answers are kept. */
export function firstTold(folder: string): readonly (readonly [string, string])[] {
  return [
    ['Have at hand', 'product and update, SIP domains, Access Edge names, sites'],
    ['Nothing here', 'touches a server or sends anything; the scripts look first'],
    ['Every answer', `is kept in ${folder}`],
  ];
}

/** What is told where a rollout is begun. */
export const beginText =
  'A rollout is what one organisation answers, does and observes. Its name comes first; the rest is asked step by step.';

/** How taking a file in is called where it is chosen. */
export const takeInLabel = 'Open an answers file, an exported rollout or evidence';

/** What is told where a file is taken in. */
export const takeInText =
  'An answers file (JSON) or rollout.json of an export becomes a rollout of its own. Evidence that a script wrote goes into its rollout. The file stays as it is.';

/** What is told before a rollout is removed. */
export const removeText =
  'It goes out of the list. Its folder is set aside under "removed", so that nothing is lost; what was exported stays where it is.';

/** How a file is named. */
export const fileHelp = 'Type its path; a relative one starts where the program was started, ~ is your own folder.';

/** How the folder of an export is named. */
export const folderHelp =
  'Type a folder, new or with an earlier export; a relative one starts where the program was started, ~ is your own.';
