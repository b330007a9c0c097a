import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AnswersRead,
  applyEvent,
  judge,
  readAnswers,
  rolloutFromAnswers,
  writeAnswers,
} from '../../src/state/index.ts';
import { allFields, allTasks, people, steps } from '../../src/steps/index.ts';
import { pathText } from '../../src/words/index.ts';
import { nothingYet, rollouts, today } from './arbitrary.ts';
import { ana, unknownIds, wrongAnswers, wrongStates } from './wrong.ts';

const enough = {
  'deployment.organisation': 'Contoso',
  'deployment.product': 'lync-2013',
  'deployment.sip-domains': ['contoso.com'],
  'edge.pools': [{ name: 'sip.contoso.com' }],
  'access-policy.sites': ['Redmond'],
  'accounts.one-way-understood': true,
};
const example = join(import.meta.dirname, '../../examples/contoso.json');

/** Each problem as "path: what is said". */
function told(read: AnswersRead): readonly string[] {
  return read.ok ? [] : read.problems.map(({ id, path, said }) => `${pathText(id, path)}: ${said}`);
}

const problemsOf = (file: object) => told(readAnswers({ ...enough, ...file }, today));

describe('what a file states', () => {
  test('the least that an export needs is enough', () => {
    const read = readAnswers(enough, today);
    expect(read).toMatchObject({ ok: true, answers: enough, tasks: {}, people: [], missing: [], warnings: [] });
  });

  test('values are kept as the kinds normalise them', () => {
    const read = readAnswers({ ...enough, 'deployment.sip-domains': [' CONTOSO.com'] }, today);
    expect(read.ok && read.answers['deployment.sip-domains']).toEqual(['contoso.com']);
  });

  test('people get ids in order, and their tasks full ids', () => {
    const invited = { state: 'done', at: '2014-11-03' };
    const merged = { state: 'waived', reason: 'no old name' };
    const second = { name: 'Thomas Hardy', situation: 'needs-account', tasks: { merged, invited } };
    const read = readAnswers({ ...enough, 'contacts.people': [ana, second] }, today);
    expect(read.ok && read.people).toEqual([
      { id: 'p1', ...ana, tasks: {} },
      {
        ...{ id: 'p2', name: 'Thomas Hardy', situation: 'needs-account' },
        tasks: { 'accounts.merged': merged, 'contacts.invited': invited },
      },
    ]);
  });

  test('as many as an organisation has, and more than that is something else', () => {
    const many = (count: number) => ({ ...enough, 'contacts.people': Array.from({ length: count }, () => ana) });
    const read = readAnswers(many(100_000), today);
    expect(read.ok && read.people.length).toBe(100_000);
    expect(readAnswers(many(200_001), today)).toMatchObject({
      problems: [{ id: 'contacts.people', said: '200001 persons are listed.', expected: 'at most 200000' }],
    });
  });

  test('of however many, each that is wrong is told', () => {
    const read = readAnswers({ ...enough, 'contacts.people': Array.from({ length: 150_000 }, () => 1) }, today);
    expect(!read.ok && read.problems.length).toBe(150_000);
  });

  test('an empty list of people is nobody', () => {
    expect(readAnswers({ ...enough, 'contacts.people': [] }, today)).toMatchObject({ ok: true, people: [] });
  });

  test('where there is nothing to choose, a stated value is accepted and is no answer', () => {
    const read = readAnswers({ ...enough, 'deployment.goal': 'deploy' }, today);
    expect(read).toMatchObject({ ok: true, warnings: [] });
    expect(read.ok && Object.keys(read.answers)).toEqual(Object.keys(enough));
  });
});

describe('ids', () => {
  test.each(unknownIds)('%s is unknown, and %s the nearest', (id, near) => {
    expect(problemsOf({ [id]: 'x' })).toEqual([`${id}: No answer and no task has this id; ${near} is the nearest.`]);
  });

  test('a task of the account step does, and holds for all who have no state of their own', () => {
    const read = readAnswers({ ...enough, 'accounts.made': { state: 'done' } }, today);
    expect(read.ok && read.tasks).toEqual({ 'accounts.made': { state: 'done' } });
  });

  test('no two tasks of a person have the same short name', () => {
    const names = allTasks.filter((task) => task.per !== 'rollout').map(({ id }) => id.split('.')[1]);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('what is wrong is named by its path, counted from 0', () => {
  test.each(wrongAnswers)('%j', (file, said) => {
    const problems = problemsOf(file);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.startsWith(said), problems[0]).toBe(true);
  });

  test('everything at once, the missing answers too', () => {
    const read = readAnswers(
      {
        'deployment.product': 'lync-2014',
        'edge.pool': 1,
        'edge.certificate': { state: 'waived' },
        'contacts.people': [
          { name: 'x', tasks: { im: { state: 'done' } } },
          { ...ana, tasks: { im: { state: 'done' } } },
        ],
      },
      today,
    );
    expect(told(read).map((line) => line.split(':')[0])).toEqual([
      'deployment.product',
      'edge.pool',
      'contacts.people[0].situation',
      'edge.certificate.reason',
      'contacts.people[1].tasks.im.result',
    ]);
    expect(read.missing.map(({ id }) => id)).toEqual([
      'deployment.organisation',
      'deployment.sip-domains',
      'edge.pools',
      'access-policy.sites',
      'client-policy.sites',
      'accounts.one-way-understood',
    ]);
  });

  test.each([[null], [[]], ['text'], [5]])('%j is not an answers file', (raw) => {
    expect(told(readAnswers(raw, today))).toEqual([': The file does not hold one object.']);
  });
});

describe('tasks', () => {
  test.each([
    ['edge.certificate', { state: 'done' }],
    ['edge.certificate', { state: 'done', at: today, by: 'Maria Anders' }],
    ['edge.certificate', { state: 'waived', reason: 'a lab', until: '2030-01-01' }],
    ['edge.dns-published', { state: 'waiting', since: today }],
  ])('%s: %j', (id, state) => {
    expect(readAnswers({ ...enough, [id]: state }, today)).toMatchObject({ ok: true, tasks: { [id]: state } });
  });

  test('to do is where a task stands anyway; under a person it holds against what is held for all', () => {
    const someone = { name: 'Ana Trujillo', situation: 'needs-merge', tasks: { merged: { state: 'todo' } } };
    const given = { ...enough, 'edge.certificate': { state: 'todo' }, 'contacts.people': [someone] };
    expect(readAnswers(given, today)).toMatchObject({ ok: true, tasks: {}, people: [{ tasks: {} }] });
    const merged = { 'accounts.merged': { state: 'done', at: today } };
    expect(readAnswers({ ...given, ...merged }, today)).toMatchObject({
      tasks: merged,
      people: [{ tasks: { 'accounts.merged': { state: 'todo' } } }],
    });
  });

  test.each(wrongStates)('%s: %j is refused', (id, state, said) => {
    const [problem = '', ...others] = problemsOf({ [id]: state });
    expect(others).toEqual([]);
    expect(problem.startsWith(id + said), problem).toBe(true);
  });

  test.each(['im', 'audio', 'video', 'skype-start'])('%s that is done says how it went', (test) => {
    const done = { [test]: { state: 'done', result: 'failed' } };
    expect(problemsOf({ 'contacts.people': [{ ...ana, tasks: done }] })).toEqual([]);
  });

  test('the historic form was submitted before the site closed', () => {
    const form = {
      'registration.way': 'form',
      'registration.agreement': 'volume-licensing',
      'registration.agreement-number': 'V1234567',
      'registration.contact': 'ana@contoso.com',
    };
    expect(problemsOf({ ...form, 'registration.submitted': { state: 'done', at: '2019-08-15' } })).toEqual([]);
  });
});

describe('what is missing', () => {
  const without = (id: string) => Object.fromEntries(Object.entries(enough).filter(([key]) => key !== id));

  test.each(Object.keys(enough))('%s is named, and is no error of the file', (id) => {
    const read = readAnswers(without(id), today);
    expect(read.ok).toBe(true);
    expect(read.missing.map((missing) => missing.id)).toContain(id);
  });

  test('users are missing where nobody on the list has a colleague inside', () => {
    const user = { ...without('access-policy.sites'), 'access-policy.scope': 'user' };
    const ids = (file: object) => readAnswers(file, today).missing.map(({ id }) => id);
    expect(ids(user)).toContain('access-policy.users');
    expect(ids({ ...user, 'contacts.people': [{ ...ana, sip: 'maria@contoso.com' }] })).not.toContain(
      'access-policy.users',
    );
  });
});

describe('what is worth a look', () => {
  const warningsOf = (file: object) => {
    const read = readAnswers({ ...enough, ...file }, today);
    return read.ok ? read.warnings.map(({ id, path, said }) => `${pathText(id, path)}: ${said}`) : ['refused'];
  };
  const notAsked = 'This is kept and has no effect: it is not asked for these answers.';

  test.each([
    [{ 'access-policy.users': ['ana@contoso.com'] }, 'access-policy.users'],
    [{ 'registration.contact': 'ana@contoso.com' }, 'registration.contact'],
    [{ 'registration.submitted': { state: 'done', at: '2024-01-01' } }, 'registration.submitted'],
    [{ 'contacts.people': [{ ...ana, tasks: { merged: { state: 'done' } } }] }, 'contacts.people[0].tasks.merged'],
  ])('%j is kept and not asked', (file, place) => {
    expect(warningsOf(file)).toEqual([`${place}: ${notAsked}`]);
  });

  test('an account in a SIP domain of our own', () => {
    const [warning] = warningsOf({ 'contacts.people': [{ ...ana, microsoftAccount: 'ana@contoso.com' }] });
    expect(warning).toContain('contacts.people[0].microsoftAccount: The account of "Ana Trujillo" is in contoso.com');
  });
});

describe('there and back', () => {
  const keep = <T>(record: Readonly<Record<string, T>>, wanted: (value: T, id: string) => boolean) =>
    Object.fromEntries(Object.entries(record).filter(([id, value]) => wanted(value, id)));
  const judged = (read: AnswersRead) =>
    read.ok ? { answers: read.answers, tasks: read.tasks, people: read.people } : read;

  test('what is written of a rollout leads to the same rollout', () => {
    const sound = rollouts.filter((rollout) => judge(rollout, today).wrong.length === 0);
    fc.assert(
      fc.property(sound, ({ answers, tasks, people: everybody }) => {
        const file = JSON.parse(JSON.stringify(writeAnswers({ answers, tasks, people: everybody })));
        const read = judged(readAnswers(file, today));
        const moved = keep(tasks, ({ state }) => state !== 'todo');
        expect(read).toEqual({
          answers: keep(answers, (_, id) => id !== 'deployment.goal'),
          tasks: moved,
          people: everybody.map((person, i) => ({
            ...person,
            id: `p${i + 1}`,
            tasks: keep(person.tasks, ({ state }, id) => state !== 'todo' || moved[id] !== undefined),
          })),
        });
      }),
    );
  });

  test('the file is in the order of the steps', () => {
    const read = readAnswers(JSON.parse(readFileSync(example, 'utf8')), today);
    if (!read.ok) throw new Error(told(read).join('\n'));
    const order = steps.map(({ id }) => id);
    const seen = Object.keys(writeAnswers(read)).map((id) => order.indexOf(id.split('.')[0] ?? ''));
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test('a rollout that is made of a file says in its log what it was given', () => {
    const read = readAnswers({ ...enough, 'edge.certificate': { state: 'done' }, 'contacts.people': [ana] }, today);
    if (!read.ok) throw new Error(told(read).join('\n'));
    const rollout = rolloutFromAnswers(read, { id: 'contoso', at: '2025-11-23T22:52:00.000Z', by: 'ana' });
    expect(rollout).toMatchObject({ id: 'contoso', answers: read.answers, tasks: read.tasks, people: read.people });
    expect(rollout.events.map(({ type }) => type)).toEqual([
      'created',
      ...Object.keys(enough).map(() => 'answered'),
      'task-moved',
      'person-changed',
    ]);
  });

  test('a rollout that is made of a file is what its log leads to, event by event', () => {
    fc.assert(
      fc.property(rollouts, (given) => {
        const made = rolloutFromAnswers(given, { id: 'contoso', at: '2025-11-23T22:52:00.000Z', by: 'ana' });
        const [created, ...events] = made.events;
        expect(created?.type).toBe('created');
        expect(events.reduce(applyEvent, nothingYet)).toEqual(made);
      }),
    );
  });
});

describe('the example', () => {
  const raw: Record<string, unknown> = JSON.parse(readFileSync(example, 'utf8'));

  test('nothing in it is wrong or missing, and two things are worth a look', () => {
    const read = readAnswers(raw, today);
    expect(told(read)).toEqual([]);
    expect(read.missing).toEqual([]);
    expect(read.ok && read.warnings.map(({ id }) => id)).toEqual(['edge.pools', 'contacts.people']);
  });

  test('it states every answer that is asked for it, and every task that is not of a person', () => {
    const unasked = [
      'access-policy.policy-name',
      'access-policy.users',
      'client-policy.policy-name',
      'client-policy.users',
      'registration.discoverable',
      'skype-provider.id-routing',
      'skype-provider.directory-search',
    ];
    const either = allTasks.filter((task) => task.per === 'either').map(({ id }) => id);
    const stated = [...Object.keys(raw), ...unasked, ...either];
    const ids = [...allFields, ...allTasks.filter((task) => task.per !== 'person'), people].map(({ id }) => id);
    expect(ids.filter((id) => !stated.includes(id))).toEqual([]);
  });

  test('its people are of three situations, and their tasks stand in every state', () => {
    const read = readAnswers(raw, today);
    const listed = read.ok ? read.people : [];
    expect(listed.map(({ situation }) => situation)).toEqual(['has-account', 'needs-account', 'needs-merge']);
    const states = [
      ...Object.values(read.ok ? read.tasks : {}),
      ...listed.flatMap(({ tasks }) => Object.values(tasks)),
    ];
    expect(new Set(states.map(({ state }) => state))).toEqual(new Set(['waiting', 'done', 'waived']));
    expect(new Set(states.flatMap(({ result }) => result ?? []))).toEqual(new Set(['worked', 'failed']));
  });
});
