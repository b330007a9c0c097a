import { mergeOneWay, microsoftAccountNeeded, skypeNamesLater, unlinkedNotReached } from '../../facts/index.ts';
import { choice, problem, yesNo } from '../../kinds/index.ts';
import type { Field, Problem, Situation, View } from '../../model/index.ts';
import { listed } from '../../words/index.ts';

export type Needed = 'create-and-merge' | 'create' | 'none';

/** What the people on Skype have to do before they can be reached. */
export const needed: Field<Needed> = {
  id: 'accounts.needed',
  kind: choice<Needed>([
    { value: 'create-and-merge', label: 'create and merge', help: 'Some have a Skype name of their own to merge.' },
    { value: 'create', label: 'create', help: 'Some need a Microsoft account, nobody has to merge.' },
    {
      value: 'none',
      label: 'nothing',
      help: 'Everybody has an account for Skype already, or nobody is to get one any more.',
    },
  ]),
  label: 'To be done',
  question: 'What do the people on Skype have to do about their accounts?',
  help: 'It settles which screens are told and tracked here.',
  why: [microsoftAccountNeeded, skypeNamesLater, unlinkedNotReached],
  fallback: () => 'create-and-merge',
  check: (value, view) => [
    ...(value === 'none' ? leftOut('needs-account', 'an account', view) : []),
    ...(value === 'create-and-merge' ? [] : leftOut('needs-merge', 'a merge', view)),
  ],
};

/** People whose situation asks for more than is answered here. */
function leftOut(situation: Situation, lacks: string, view: View): readonly Problem[] {
  const names = view.people.filter((person) => person.situation === situation).map(({ name }) => name);
  if (names.length === 0) return [];
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more`] : names;
  const said = `${listed(shown)} ${names.length === 1 ? 'needs' : 'need'} ${lacks}, which is left out here.`;
  const example = situation === 'needs-merge' ? 'create-and-merge' : 'create';
  return [problem({ said, expected: example, example, weight: 'warn' })];
}

/** Are accounts merged in this rollout? */
export const merging = (view: View): boolean => view.get(needed) === 'create-and-merge';

export const oneWayUnderstood: Field<boolean> = {
  id: 'accounts.one-way-understood',
  kind: yesNo({
    yes: 'Each person who merges has been told that there is no way back.',
    no: 'The merge is not shown.',
  }),
  label: 'One way, understood',
  question: 'After the merge there is one account and no way back: does each person know?',
  help: 'The merge is shown once this is yes; to leave it out, answer above that nobody merges.',
  why: [mergeOneWay],
  asked: merging,
  required: merging,
  check: (understood) => {
    if (understood) return [];
    const said = 'The merge is not shown while a person may believe that it can be undone.';
    return [problem({ said, expected: 'yes, once each person knows', example: 'true' })];
  },
};
