import {
  addressForm,
  guideAccount,
  microsoftAccountNeeded,
  ownDomainTrap,
  personalAccount,
  sfbProducts,
  skypeNamesLater,
  unlinkedNotReached,
} from '../../facts/index.ts';
import { choice, email, problem, records, text, userIdentity } from '../../kinds/index.ts';
import type { Choice, Field, LineKind, PersonAnswer, Problem, Situation, View } from '../../model/index.ts';
import { count, quoted } from '../../words/index.ts';
import { sipDomains } from '../deployment/fields.ts';

export { addressesFor, addressText } from './addresses.ts';

const name = text({ expected: 'a name', example: 'Ana Trujillo' });

const sip: LineKind<string> = { ...userIdentity, expected: 'a SIP address', example: 'ana@contoso.com' };

const microsoftAccount = email({ expected: 'an e-mail address', example: 'ana@outlook.com' });

const skypeName = text({ expected: 'a Skype name', example: 'ana.trujillo' });

const situation = choice<Situation>([
  { value: 'has-account', label: 'Has an account', help: 'Signs in to Skype with a Microsoft account.' },
  { value: 'needs-account', label: 'Needs an account', help: 'Has neither; a Microsoft account is made first.' },
  {
    value: 'needs-merge',
    label: 'Needs a merge',
    help: 'Has a Skype name, which is merged with a Microsoft account.',
  },
  {
    value: 'skype-name-only',
    label: 'Skype name only',
    help: 'Has a Skype name and no Microsoft account, and needs none.',
  },
]);

/** A Skype name alone is an address from Skype for Business Server 2015 on. */
function situations({ product }: View): readonly Choice<string>[] {
  const later = product !== undefined && sfbProducts.includes(product);
  return situation.choices.filter(({ value }) => later || value !== 'skype-name-only');
}

/**
 * A limit of ours, against a file that is something else: twice as many as are measured to be read, saved and exported in
 * a time that grows with them and no faster. The procedure sets none.
 */
const mostPeople = 200_000;

/** People on Skype. They stand in the rollout, each with an id and the state of the tasks; here is how one is read. */
export const people: Field<readonly PersonAnswer[]> = {
  id: 'contacts.people',
  kind: records<PersonAnswer>({
    noun: 'person',
    max: mostPeople,
    columns: [
      {
        id: 'name',
        label: 'Name',
        help: 'Type the name by which the person is known here.',
        kind: name,
        required: true,
      },
      {
        id: 'sip',
        label: 'Colleague inside',
        help: 'Type the SIP address of whoever adds this person to the contacts.',
        kind: sip,
        required: false,
      },
      {
        id: 'microsoftAccount',
        label: 'Microsoft account',
        help: 'Type the address that the person signs in to Skype with, once there is one.',
        kind: microsoftAccount,
        required: false,
        requiredWhere: { column: 'situation', is: 'has-account' },
      },
      {
        id: 'skypeName',
        label: 'Skype name',
        help: 'Type the Skype name. A merge needs it, and so does somebody who has nothing else.',
        kind: skypeName,
        required: false,
        requiredWhere: { column: 'situation', is: 'skype-name-only' },
      },
      {
        id: 'situation',
        label: 'Situation',
        help: 'Choose what the person has now; it tells what is left to do.',
        kind: situation,
        required: true,
        offered: situations,
      },
    ],
    passed: ['tasks'],
    shown: ['microsoftAccount'],
    show: (value) =>
      value.length <= 2 ? value.map((one) => one.name).join(', ') : count(value.length, 'person', 'people'),
  }),
  label: 'People on Skype',
  question: 'Who on Skype is to be reached, and by whom?',
  help: 'Add a person at a time; the address to type in the client is worked out for each.',
  why: [
    microsoftAccountNeeded,
    guideAccount,
    personalAccount,
    addressForm,
    ownDomainTrap,
    unlinkedNotReached,
    skypeNamesLater,
  ],
  check: (value, view) => value.flatMap((person, i) => personProblems(person, i, view)),
};

function personProblems(person: PersonAnswer, i: number, view: View): readonly Problem[] {
  if (person.situation === 'skype-name-only') return nameProblems(person, i, view);
  const account = person.microsoftAccount;
  const path = [i, 'microsoftAccount'];
  if (account === undefined) {
    if (person.situation !== 'has-account') return [];
    const said = `${quoted(person.name)} has a Microsoft account, and it is not named.`;
    return [problem({ path, said, expected: microsoftAccount.expected, example: microsoftAccount.example })];
  }
  const own = ownDomain(account, view);
  if (own === undefined) return [];
  return [
    problem({
      path,
      said: `The account of ${quoted(person.name)} is in ${own}, one of your own SIP domains: its owner was made to rename it.`,
      expected: 'an account of another domain',
      example: microsoftAccount.example,
      weight: 'warn',
    }),
  ];
}

/** A Skype name alone: has the product an address for it, and is the name there? */
function nameProblems(person: PersonAnswer, i: number, view: View): readonly Problem[] {
  const offered = situations(view);
  if (view.product !== undefined && !offered.some(({ value }) => value === person.situation)) {
    const said = `${quoted(person.name)} has a Skype name only, which is an address from Skype for Business Server 2015 on, not here.`;
    const expected = `one of ${offered.map(({ value }) => value).join(', ')}`;
    return [problem({ path: [i, 'situation'], said, expected, example: 'needs-account' })];
  }
  if (person.skypeName !== undefined) return [];
  const said = `${quoted(person.name)} has a Skype name only, and it is not named.`;
  return [problem({ path: [i, 'skypeName'], said, expected: skypeName.expected, example: skypeName.example })];
}

/** The SIP domain of ours that a Microsoft account is in, which is a trap; undefined where it is in none. */
export function ownDomain(account: string, view: View): string | undefined {
  const domain = account.slice(account.lastIndexOf('@') + 1).toLowerCase();
  return view.get(sipDomains)?.find((ours) => ours === domain);
}
