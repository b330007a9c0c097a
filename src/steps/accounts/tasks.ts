import {
  afterMerging,
  afterUnlinking,
  guideVersion,
  mergeOneWay,
  mergeScreens,
  oneAccountOnly,
  ownDomainTrap,
  personalAccount,
  signUpAddresses,
  signUpFlow,
} from '../../facts/index.ts';
import type { Person, Situation, Task, View } from '../../model/index.ts';
import { merging, needed } from './fields.ts';

/** A screen that each person goes through, or once for all. */
type Screen = Pick<Task, 'label' | 'help' | 'why' | 'irreversible'>;

/** For whom it is: this person; without one, anybody listed, and everybody while nobody is. */
function concerns(situations: readonly Situation[], view: View, person: Person | undefined): boolean {
  const people = person === undefined ? view.people : [person];
  return people.length === 0 || people.some(({ situation }) => situations.includes(situation));
}

/** A screen of the account itself: for whoever has none that reaches Skype yet. */
const accountScreen = (name: string, screen: Screen): Task => ({
  ...screen,
  id: `accounts.${name}`,
  per: 'either',
  applies: (view, person) => view.get(needed) !== 'none' && concerns(['needs-account', 'needs-merge'], view, person),
});

/** A screen of the merge: for whoever has a Skype account of old. */
const mergeScreen = (name: string, screen: Screen): Task => ({
  ...screen,
  id: `accounts.${name}`,
  per: 'either',
  applies: (view, person) => merging(view) && concerns(['needs-merge'], view, person),
});

export const signUpOpened = accountScreen('sign-up-opened', {
  label: 'Sign-up page opened',
  help: 'Open the sign-up page and choose "Sign up now".',
  why: [signUpFlow, signUpAddresses],
});

export const formFilled = accountScreen('form-filled', {
  label: 'Form filled in',
  help: 'Fill the form in, with an address outside your own SIP domains, and choose "Create account".',
  why: [signUpFlow, ownDomainTrap],
});

export const made = accountScreen('made', {
  label: 'Account made',
  help: 'See the page that shows the new Microsoft account, and enter its address at the person.',
  why: [signUpFlow, personalAccount],
});

export const skypeCurrent = accountScreen('skype-current', {
  label: 'Skype is current',
  help: 'See that Skype has the version of the table, or a later one.',
  why: [guideVersion],
});

export const signedIn = accountScreen('signed-in', {
  label: 'Signed in to Skype',
  help: 'Start Skype and sign in with the Microsoft account.',
  why: [mergeScreens],
});

export const haveSkypeAccount = mergeScreen('have-skype-account', {
  label: 'Old account chosen',
  help: 'Choose "I have a Skype account".',
  why: [mergeScreens],
});

export const oldCredentials = mergeScreen('old-credentials', {
  label: 'Old name entered',
  help: 'Enter the name and password of the Skype account of old.',
  why: [mergeScreens, oneAccountOnly],
});

export const mergeReviewed = mergeScreen('merge-reviewed', {
  label: 'Merge looked over',
  help: 'Read which two accounts are shown, and stop here if either is the wrong one.',
  why: [mergeScreens, oneAccountOnly],
});

export const merged = mergeScreen('merged', {
  label: 'Merged',
  help: 'Merge, and see the page that says so; after it there is one account and no way back.',
  why: [mergeOneWay, afterMerging, afterUnlinking],
  irreversible: true,
});
