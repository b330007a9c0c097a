import { describe, expect, it } from 'vitest';
import {
  accountsToday,
  guideAccount,
  guideMerge,
  guideVersion,
  mergeOneWay,
  ownDomainTrap,
  signUpAddresses,
  signUpFlow,
  skypeVersions,
} from '../../../src/facts/index.ts';
import type { Person } from '../../../src/model/index.ts';
import { askedFields, fieldProblems, missingFor, sharedTasks, shownPages, statusOf } from '../../../src/state/index.ts';
import { needed, oneWayUnderstood } from '../../../src/steps/accounts/fields.ts';
import { accountsStep } from '../../../src/steps/accounts/index.ts';
import { merged } from '../../../src/steps/accounts/tasks.ts';
import {
  done,
  expectCited,
  page,
  person,
  plain,
  rolloutOf,
  rowsUnder,
  sentences,
  told,
  view,
} from '../edge/contoso.ts';

const ana = person('Ana Trujillo', 'has-account', { microsoftAccount: 'ana@outlook.com' });
const maria = person('Maria Anders', 'needs-merge', { id: 'p2', skypeName: 'maria.anders' });
const thomas = person('Thomas Hardy', 'needs-account', { id: 'p3' });
const everyone = { people: [ana, maria, thomas] };
const yes = { 'accounts.one-way-understood': true };

const account = ['sign-up-opened', 'form-filled', 'made', 'skype-current', 'signed-in'].map(
  (name) => `accounts.${name}`,
);
const merge = ['have-skype-account', 'old-credentials', 'merge-reviewed', 'merged'].map((name) => `accounts.${name}`);

const seen = (answers: Record<string, unknown> = yes, people: readonly Person[] = []) => view(answers, { people });

/** The tasks that stand on the pages for all, and those of one person. */
const shared = (answers?: Record<string, unknown>, people?: readonly Person[]) =>
  shownPages(accountsStep, seen(answers, people)).flatMap((one) =>
    sharedTasks(one, seen(answers, people)).map(({ id }) => id),
  );
const of = (one: Person, answers?: Record<string, unknown>) =>
  shownPages(accountsStep, seen(answers, [one]))
    .flatMap((shownPage) => shownPage.tasks ?? [])
    .filter((task) => task.applies?.(seen(answers, [one]), one) ?? true)
    .map(({ id }) => id);

describe('what is to be done', () => {
  it('is to create and merge unless answered', () => {
    expect(view().get(needed)).toBe('create-and-merge');
    expect(shownPages(accountsStep, view()).map(({ id }) => id)).toEqual(['accounts', 'create', 'merge']);
  });

  it('tracks nine screens in the order of the guide, while nobody is listed', () => {
    expect(shared()).toEqual([...account, ...merge]);
  });

  it('leaves the merge out where accounts are only created, and all of it where nothing is needed', () => {
    expect(shared({ 'accounts.needed': 'create' })).toEqual(account);
    expect(shared({ 'accounts.needed': 'none' })).toEqual([]);
    expect(shownPages(accountsStep, view({ 'accounts.needed': 'none' })).map(({ id }) => id)).toEqual(['accounts']);
  });

  it('is each person by their situation', () => {
    expect(of(ana)).toEqual([]);
    expect(of(thomas)).toEqual(account);
    expect(of(maria)).toEqual([...account, ...merge]);
    expect(of(maria, { 'accounts.needed': 'create' })).toEqual(account);
    expect(of(maria, { 'accounts.needed': 'none' })).toEqual([]);
  });

  it('is held for all only where somebody listed is meant', () => {
    expect(shared(yes, [ana])).toEqual([]);
    expect(shared(yes, [ana, thomas])).toEqual(account);
    expect(shared(yes, [ana, thomas, maria])).toEqual([...account, ...merge]);
  });

  it('is held once for all who have no state of their own', () => {
    const own = { ...maria, tasks: { 'accounts.merged': done('2014-11-05') } };
    const looked = view(yes, {
      people: [own, { ...maria, id: 'p4' }],
      tasks: { 'accounts.merged': done('2014-11-04') },
    });
    expect(looked.people.map((one) => looked.task(merged, one).at)).toEqual(['2014-11-05', '2014-11-04']);
  });

  it('marks the merge, and it alone, as what cannot be undone', () => {
    const tasks = accountsStep.pages.flatMap((one) => one.tasks ?? []);
    expect(tasks.filter(({ irreversible }) => irreversible)).toEqual([merged]);
    expect(new Set(tasks.map(({ per }) => per))).toEqual(new Set(['either']));
  });

  it.each([
    ['create', ['Maria Anders needs a merge, which is left out here.']],
    [
      'none',
      ['Thomas Hardy needs an account, which is left out here.', 'Maria Anders needs a merge, which is left out here.'],
    ],
    ['create-and-merge', []],
  ])('warns where %s leaves somebody out', (answer, said) => {
    const found = fieldProblems(needed, answer, false, view({}, everyone));
    expect(sentences(found)).toEqual(said);
    expect(found.every(({ weight }) => weight === 'warn')).toBe(true);
  });

  it('counts many who are left out', () => {
    const people = Array.from({ length: 5 }, (_, i) => ({ ...maria, id: `p${i}` }));
    expect(sentences(fieldProblems(needed, 'create', false, view({}, { people })))).toEqual([
      'Maria Anders, Maria Anders and 3 more need a merge, which is left out here.',
    ]);
  });
});

describe('that the merge is one-way', () => {
  it('has to be understood before the merge is told', () => {
    const status = statusOf(oneWayUnderstood, rolloutOf(), view());
    expect(status).toMatchObject({ origin: 'none', required: true });
    expect(sentences(status.problems)).toEqual(['One way, understood: not answered yet.']);
    expect(missingFor(page(accountsStep, 'merge'), view())).toEqual([oneWayUnderstood]);
    expect(missingFor(page(accountsStep, 'merge'), view(yes))).toEqual([]);
  });

  it('hides the merge and stops where the answer is no', () => {
    const no = { 'accounts.one-way-understood': false };
    expect(shownPages(accountsStep, view(no)).map(({ id }) => id)).toEqual(['accounts', 'create']);
    expect(statusOf(oneWayUnderstood, rolloutOf(no), view(no)).problems).toMatchObject([
      { weight: 'stop', expected: 'yes, once each person knows' },
    ]);
    expect(statusOf(oneWayUnderstood, rolloutOf(yes), view(yes)).problems).toEqual([]);
  });

  it.each(['create', 'none'])('is not asked where %s is the answer', (answer) => {
    const answers = { 'accounts.needed': answer };
    expect(askedFields(page(accountsStep, 'accounts'), view(answers))).toEqual([needed]);
    expect(statusOf(oneWayUnderstood, rolloutOf(answers), view(answers)).problems).toEqual([]);
  });

  it('is told with both voices where somebody merges', () => {
    expectCited(page(accountsStep, 'accounts').tell(view()), mergeOneWay);
    expect(told(accountsStep, 'accounts', view())).toMatch(/2012 to 2016:[\s\S]*Later:/);
    expect(told(accountsStep, 'accounts', view({ 'accounts.needed': 'create' }))).not.toContain('2012 to 2016');
  });
});

describe('what the accounts step tells', () => {
  it('says at the head of each page that none of it can be carried out today', () => {
    for (const one of accountsStep.pages) {
      expect(plain(one.tell(view(yes, everyone)))).toMatch(
        /^For the record: since 5 May 2025 none of these screens can be carried out\./,
      );
      expectCited(one.tell(view()), accountsToday);
    }
  });

  it('sets the guide of 2014 beside what is known: account, version, merge', () => {
    expectCited(page(accountsStep, 'accounts').tell(view()), guideAccount);
    expectCited(page(accountsStep, 'create').tell(view()), guideVersion, signUpFlow, signUpAddresses);
    expectCited(page(accountsStep, 'merge').tell(view(yes)), guideMerge);
  });

  it('shows each stated version with its day and its source', () => {
    const rows = rowsUnder('From', told(accountsStep, 'create', view()));
    expect(rows.map(([from]) => from)).toEqual([
      '25 Oct 2012',
      '29 May 2013',
      '5 Dec 2014',
      'Skype for Business Server',
    ]);
    expectCited(page(accountsStep, 'create').tell(view()), ...skypeVersions.map(({ fact }) => fact));
  });

  it('names the person whose account is in one of our own domains', () => {
    const trapped = person('Maria Anders', 'has-account', { microsoftAccount: 'maria@Contoso.com' });
    const looked = (people: readonly Person[]) => told(accountsStep, 'accounts', view({}, { people }));
    expect(looked([ana, trapped])).toContain(
      'Maria Anders: maria@Contoso.com is in contoso.com; an account of another domain is needed.',
    );
    expect(looked([ana])).not.toContain('Ana Trujillo');
    expect(looked([ana])).toContain('Nobody listed here is in it.');
    expect(looked([person('Ana', 'has-account', { microsoftAccount: 'ana@emea.contoso.com' })])).toContain(
      'Nobody listed',
    );
    expectCited(page(accountsStep, 'accounts').tell(view({}, { people: [trapped] })), ownDomainTrap);
  });

  it('lists on each page the people whom it is for, with what is known of their accounts', () => {
    expect(rowsUnder('Person', told(accountsStep, 'create', view(yes, everyone)))).toEqual([
      ['Maria Anders', 'not entered', 'maria.anders'],
      ['Thomas Hardy', 'not entered', 'not entered'],
    ]);
    expect(rowsUnder('Person', told(accountsStep, 'merge', view(yes, everyone)))).toEqual([
      ['Maria Anders', 'not entered', 'maria.anders'],
    ]);
    expect(told(accountsStep, 'merge', view(yes, { people: [ana] }))).not.toContain('| Person |');
  });

  it('keeps a name that a person typed from becoming markup', () => {
    const odd = person('*Ana* | [x](y)', 'needs-account');
    const { markdown } = page(accountsStep, 'create').tell(view(yes, { people: [odd] }));
    expect(markdown).toContain('\\*Ana\\* \\| \\[x\\](y)');
  });
});

it('changes nothing on the server', () => {
  expect(accountsStep.wants(view(yes, everyone))).toEqual([]);
});
