/** What is told where a rollout is begun. */
export const beginText =
  'A rollout is what one organisation answers, does and observes. Its name comes first; the rest is asked step by step.';

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
