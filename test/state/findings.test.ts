import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Happening, Rollout, TaskState } from '../../src/model/index.ts';
import {
  fieldProblems,
  findingsOf,
  judge,
  statusOf,
  stepStates,
  taskProblems,
  viewOf,
  waitsOf,
} from '../../src/state/index.ts';
import { accessPolicy, allFields, allTasks, deployment, registration, steps, taskById } from '../../src/steps/index.ts';
import { rollouts, today } from './arbitrary.ts';
import { added, answered, enough, moved, rolloutAfter } from './fixture.ts';

const stopsOf = (rollout: Rollout) => findingsOf(rollout, today).filter(({ weight }) => weight === 'stop');
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id);
const whole = answered(enough);

describe('how a field stands', () => {
  const status = (field: Parameters<typeof statusOf>[0], ...happenings: readonly Happening[]) => {
    const rollout = rolloutAfter(...happenings);
    return statusOf(field, rollout, viewOf(rollout, today));
  };

  test('nothing there, and needed', () => {
    expect(status(deployment.organisation)).toMatchObject({
      value: undefined,
      origin: 'none',
      required: true,
      problems: [{ path: [], said: 'Organisation: not answered yet.', example: 'Contoso', weight: 'stop' }],
    });
  });

  test('nothing there, and not needed', () => {
    expect(status(deployment.owner)).toEqual({ value: undefined, origin: 'none', required: false, problems: [] });
  });

  test('a default holds', () => {
    expect(status(registration.way)).toMatchObject({ value: 'discovery', origin: 'default', problems: [] });
  });

  test('an answer that is the default is an answer', () => {
    expect(status(registration.way, ...answered({ 'registration.way': 'discovery' })).origin).toBe('yours');
  });

  test('an answer that is not asked is nobody’s concern', () => {
    const hidden = answered({ 'access-policy.scope': 'global', 'access-policy.sites': ['Redmond'] });
    expect(status(accessPolicy.sites, ...hidden)).toMatchObject({ value: undefined, problems: [] });
  });

  test('what was answered is judged by its kind, its choices and its own rule', () => {
    const view = viewOf(rolloutAfter(), today);
    const said = (field: Parameters<typeof fieldProblems>[0], value: unknown) =>
      fieldProblems(field, value, true, view).map((problem) => problem.said);
    expect(said(deployment.product, 'lync-2015')).toEqual(['"lync-2015" is not a choice here.']);
    expect(said(deployment.sipDomains, ['sip.contoso.com'])[0]).toMatch(/^sip\.contoso\.com is a host name/);
    const fewer = { ...deployment.cu5, asked: () => true, offered: () => [{ value: 'no' as const, label: 'no' }] };
    expect(said(fewer, 'yes')).toEqual(['yes is not offered here.']);
    expect(said(fewer, 'no')).toEqual([]);
  });
});

describe('what stops an export', () => {
  test('nothing, where enough is answered', () => {
    expect(stopsOf(rolloutAfter(...whole))).toEqual([]);
  });

  test('at first, each answer that is needed, in the order of the steps, at its page', () => {
    const found = stopsOf(rolloutAfter());
    expect(ids(found)).toEqual([
      'deployment.organisation',
      'deployment.product',
      'deployment.sip-domains',
      'edge.pools',
      'access-policy.sites',
      'client-policy.sites',
      'accounts.one-way-understood',
    ]);
    for (const { id, step, page } of found) {
      expect(id.startsWith(`${step.id}.`)).toBe(true);
      expect(ids(page.fields ?? [])).toContain(id);
    }
  });

  test('a person who lacks something, with the place in the list', () => {
    const found = stopsOf(
      rolloutAfter(...whole, added('p1'), added('p2', { name: 'Maria Anders', situation: 'has-account' })),
    );
    expect(found).toMatchObject([{ id: 'contacts.people', path: [1, 'microsoftAccount'], person: { id: 'p2' } }]);
  });

  test('a task of a person, with the person', () => {
    const found = stopsOf(rolloutAfter(...whole, added('p1'), moved('contacts.im', { state: 'done' }, 'p1')));
    expect(found).toMatchObject([{ id: 'contacts.im', path: ['result'], person: { id: 'p1' } }]);
  });

  test('no task that is not one for these answers or this person', () => {
    const late: TaskState = { state: 'done', at: '2024-01-01' };
    const other = added('p1', { situation: 'has-account', microsoftAccount: 'ana@outlook.com' });
    const rollout = rolloutAfter(
      ...whole,
      other,
      moved('registration.submitted', late),
      moved('accounts.merged', { state: 'waived' }, 'p1'),
    );
    expect(stopsOf(rollout)).toEqual([]);
    const asked = rolloutAfter(
      ...whole,
      ...answered({ 'registration.way': 'form' }),
      moved('registration.submitted', late),
    );
    expect(ids(stopsOf(asked))).toContain('registration.submitted');
  });
});

describe('what a task demands', () => {
  const problems = (id: string, state: TaskState) => {
    const task = taskById(id);
    if (!task) throw new Error(id);
    return taskProblems(task, state, viewOf(rolloutAfter(...whole), today)).map(
      ({ path, said }) => `${path.join('.')}: ${said}`,
    );
  };

  test.each<[string, TaskState, string[]]>([
    ['edge.certificate', { state: 'todo' }, []],
    ['edge.certificate', { state: 'done' }, []],
    ['edge.certificate', { state: 'done', at: today }, []],
    ['edge.certificate', { state: 'done', at: '2025-11-24' }, ['at: 2025-11-24 is still to come.']],
    ['edge.certificate', { state: 'waived' }, ['reason: Certificate: not needed, but no reason is given.']],
    ['edge.certificate', { state: 'waived', reason: 'a lab', until: '2030-01-01' }, []],
    ['edge.dns-published', { state: 'waiting' }, ['since: DNS records: waiting, but not since when.']],
    ['edge.dns-published', { state: 'waiting', since: today }, []],
    ['edge.dns-published', { state: 'waiting', since: '2025-12-01' }, ['since: 2025-12-01 is still to come.']],
    ['contacts.im', { state: 'done' }, ['result: Instant message: tried, but not how it went.']],
    ['contacts.im', { state: 'done', result: 'failed' }, []],
    ['contacts.im', { state: 'waiting', since: today }, []],
  ])('%s: %j', (id, state, said) => {
    const label = taskById(id)?.label ?? '';
    expect(problems(id, state)).toEqual(said.map((line) => line.replace(/: .*?: (?=waiting)/, `: ${label}: `)));
  });
});

describe('what is waited for', () => {
  const waiting = (since: string): TaskState => ({ state: 'waiting', since });

  test.each([
    ['2025-11-23', 0, false],
    ['2025-11-22', 1, false],
    ['2025-11-21', 2, true],
    ['2025-11-04', 19, true],
  ])('since %s it is day %d; due: %s', (since, day, due) => {
    expect(waitsOf(rolloutAfter(moved('edge.dns-published', waiting(since))), today)).toMatchObject([
      { task: { id: 'edge.dns-published' }, step: { id: 'edge' }, since, day, due },
    ]);
  });

  test('each person waits alone', () => {
    const rollout = rolloutAfter(
      ...whole,
      added('p1'),
      added('p2', { name: 'Thomas Hardy' }),
      moved('contacts.invited', waiting('2025-11-20'), 'p2'),
    );
    expect(waitsOf(rollout, today)).toMatchObject([{ person: { id: 'p2' }, day: 3 }]);
  });

  test('what is done, and what is no task for these answers, is not waited for', () => {
    expect(waitsOf(rolloutAfter(moved('edge.dns-published', { state: 'done' })), today)).toEqual([]);
    expect(waitsOf(rolloutAfter(moved('registration.submitted', waiting('2014-11-03'))), today)).toEqual([]);
  });
});

describe('how a step stands', () => {
  const stateOf = (step: string, ...happenings: readonly Happening[]) =>
    stepStates(rolloutAfter(...happenings), today).get(step);
  const all = (step: string, to: TaskState) =>
    allTasks
      .filter((task) => task.id.startsWith(`${step}.`) && task.per !== 'person')
      .map((task) => moved(task.id, to));
  const done: TaskState = { state: 'done' };

  test('untouched, until something in it is answered, ticked or listed', () => {
    expect([...stepStates(rolloutAfter(), today).values()]).toEqual(steps.map(() => 'untouched'));
    expect(stateOf('edge', moved('edge.firewall', done))).not.toBe('untouched');
    expect(stateOf('contacts', added('p1'))).not.toBe('untouched');
  });

  test('wrong, while something stops; open, while tasks are left; done, when none is', () => {
    expect(stateOf('edge', moved('edge.firewall', done))).toBe('wrong');
    expect(stateOf('edge', ...whole)).toBe('open');
    expect(stateOf('edge', ...whole, ...all('edge', done))).toBe('done');
    expect(stateOf('edge', ...whole, ...all('edge', { state: 'waived', reason: 'a lab' }))).toBe('done');
  });

  test('waiting, before open', () => {
    const wait = moved('edge.dns-published', { state: 'waiting', since: today });
    expect(stateOf('edge', ...whole, ...all('edge', done), wait)).toBe('waiting');
  });

  test('the accounts are done when each person’s are, one by one or once for all', () => {
    const listed = [...whole, added('p1'), added('p2', { name: 'Thomas Hardy' })];
    const each = (id: string) => all('accounts', done).map((happening) => ({ ...happening, person: id }));
    expect(stateOf('accounts', ...listed, ...each('p1'))).toBe('open');
    expect(stateOf('accounts', ...listed, ...each('p1'), ...each('p2'))).toBe('done');
    expect(stateOf('accounts', ...listed, ...all('accounts', done))).toBe('done');
    expect(
      stateOf('accounts', ...listed, ...all('accounts', done), moved('accounts.merged', { state: 'todo' }, 'p2')),
    ).toBe('open');
  });
});

describe('the judgement of a whole rollout', () => {
  test('wrong and missing are all that stops, apart', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const { wrong, missing, warnings } = judge(rollout, today);
        expect([...wrong, ...missing]).toHaveLength(stopsOf(rollout).length);
        for (const { id } of missing) expect(rollout.answers[id]).toBeUndefined();
        for (const { weight } of warnings) expect(weight).toBe('warn');
      }),
    );
  });

  test('every answer is either asked or said to be of no effect', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const view = viewOf(rollout, today);
        const idle = judge(rollout, today).warnings.filter(({ said }) => said.startsWith('This is kept'));
        const counted = allFields.filter(
          (field) => rollout.answers[field.id] !== undefined && (field.asked?.(view) ?? true),
        );
        for (const field of counted) expect(ids(idle)).not.toContain(field.id);
      }),
    );
  });

  test('an answer that no field has is said to be of no effect', () => {
    expect(ids(judge(rolloutAfter(...whole, ...answered({ 'retire.soak-days': 14 })), today).warnings)).toEqual([
      'retire.soak-days',
    ]);
  });
});
