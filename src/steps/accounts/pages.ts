import {
  accountsToday,
  afterMerging,
  afterUnlinking,
  guideAccount,
  guideMerge,
  guideVersion,
  mergeOneWay,
  mergeScreens,
  microsoftAccountNeeded,
  oneAccountOnly,
  personalAccount,
  sfbProducts,
  signUpAddresses,
  signUpFlow,
  skypeDataDeleted,
  skypeNamesLater,
  skypeVersions,
} from '../../facts/index.ts';
import type { Markdown, Page } from '../../model/index.ts';
import { blocks, bullets, cite, isLocalDate, md, showDay, sides, table } from '../../words/index.ts';
import { merging, needed, oneWayUnderstood } from './fields.ts';
import { ownDomainTold, peopleTable } from './people.ts';
import * as task from './tasks.ts';

const accounts: Page = {
  id: 'accounts',
  title: 'Microsoft accounts',
  lead: 'Who on Skype needs an account, and who has to merge one.',
  rows: [13],
  tell: (view) =>
    blocks(
      md`${accountsToday}`,
      md`${microsoftAccountNeeded} ${personalAccount}`,
      view.product !== undefined && sfbProducts.includes(view.product) && md`${skypeNamesLater}`,
      sides(guideAccount),
      merging(view) && sides(mergeOneWay),
      ownDomainTold(view),
      sides(skypeDataDeleted),
    ),
  fields: [needed, oneWayUnderstood],
};

const create: Page = {
  id: 'create',
  title: 'Make the account',
  lead: 'Three screens make the account; then Skype is started with it.',
  rows: [15, 17],
  shown: (view) => view.get(needed) !== 'none',
  tell: (view) =>
    blocks(
      md`${accountsToday}`,
      peopleTable(['needs-account', 'needs-merge'], view),
      md`${signUpFlow} ${signUpAddresses}`,
      sides(guideVersion),
      versionTable(),
    ),
  tasks: [task.signUpOpened, task.formFilled, task.made, task.skypeCurrent, task.signedIn],
};

/** The lowest Skype versions that are stated anywhere, with their dates. */
function versionTable(): Markdown {
  return table(
    [md`From`, md`Skype`, md`For`],
    skypeVersions.map(({ from, version, why, fact }) => [
      md`${isLocalDate(from) ? showDay(from) : from}`,
      md`${version}`,
      md`${why}${cite(fact)}`,
    ]),
  );
}

const merge: Page = {
  id: 'merge',
  title: 'Merge the accounts',
  lead: 'The old Skype account becomes part of the Microsoft account, for good.',
  rows: [16],
  // Undefined still shows it: what is missing then says why it cannot be told.
  shown: (view) => merging(view) && view.get(oneWayUnderstood) !== false,
  needs: [oneWayUnderstood],
  tell: (view) =>
    blocks(
      md`${accountsToday}`,
      peopleTable(['needs-merge'], view),
      md`${mergeScreens}`,
      sides(guideMerge),
      bullets([md`${oneAccountOnly}`, md`${afterMerging}`, md`${afterUnlinking}`]),
    ),
  tasks: [task.haveSkypeAccount, task.oldCredentials, task.mergeReviewed, task.merged],
};

export const pages: readonly Page[] = [accounts, create, merge];
