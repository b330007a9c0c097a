import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Page, Rollout } from '../../src/model/index.ts';
import {
  askedFields,
  isAsked,
  isSettled,
  missingFor,
  offeredChoices,
  personTasks,
  placeOf,
  sharedTasks,
  shownPages,
  shownPlaces,
  taskLines,
  viewOf,
} from '../../src/state/index.ts';
import { accessPolicy, allFields, deployment, edge, registration, steps, taskById } from '../../src/steps/index.ts';
import { rollouts, today } from './arbitrary.ts';
import { added, answered, enough, moved, rolloutAfter } from './fixture.ts';

const viewAfter = (rollout: Rollout) => viewOf(rollout, today);
const nothing = viewAfter(rolloutAfter());

function page(id: string): Page {
  const [step, name] = id.split('/');
  const found = steps.find((one) => one.id === step)?.pages.find((one) => one.id === name);
  if (!found) throw new Error(`no page ${id}`);
  return found;
}

function task(id: string) {
  const found = taskById(id);
  if (!found) throw new Error(`no task ${id}`);
  return found;
}

const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

describe('an answer', () => {
  test('is what was answered', () => {
    expect(viewAfter(rolloutAfter(...answered({ 'registration.way': 'form' }))).get(registration.way)).toBe('form');
  });

  test('is what holds without one', () => {
    expect(nothing.get(registration.way)).toBe('discovery');
    expect(nothing.get(deployment.organisation)).toBeUndefined();
  });

  test('follows others where its default does', () => {
    const pools = [{ name: 'a.contoso.com' }, { name: 'b.contoso.com' }];
    const two = rolloutAfter(...answered({ ...enough, 'edge.pools': pools }));
    expect(viewAfter(two).get(edge.sharedName)).toBe('sip.contoso.com');
    expect(viewAfter(rolloutAfter(...answered(enough))).get(edge.sharedName)).toBeUndefined();
  });

  test('that is not asked is kept and does not count', () => {
    const hidden = rolloutAfter(...answered({ 'access-policy.scope': 'global', 'access-policy.sites': ['Redmond'] }));
    expect(viewAfter(hidden).get(accessPolicy.sites)).toBeUndefined();
    expect(hidden.answers['access-policy.sites']).toEqual(['Redmond']);
  });

  test('false is an answer', () => {
    const off = rolloutAfter(...answered({ 'access-policy.public-users': false }));
    expect(viewAfter(off).get(accessPolicy.publicUsers)).toBe(false);
  });
});

describe('where a task stands', () => {
  const done = { state: 'done' } as const;
  const waived = { state: 'waived', reason: 'has one' } as const;
  const rollout = rolloutAfter(
    added('p1'),
    added('p2', { name: 'Thomas Hardy' }),
    moved('accounts.made', done),
    moved('accounts.made', waived, 'p2'),
  );
  const view = viewAfter(rollout);
  const [ana, thomas] = rollout.people;

  test('a state of a person comes before the one for all, and that before none', () => {
    expect(view.task(task('accounts.made'), thomas)).toEqual(waived);
    expect(view.task(task('accounts.made'), ana)).toEqual(done);
    expect(view.task(task('accounts.made'))).toEqual(done);
    expect(view.task(task('accounts.merged'), ana)).toEqual({ state: 'todo' });
  });
});

describe('what is asked', () => {
  test('nobody is asked where there is nothing to choose', () => {
    expect(allFields.filter((field) => isSettled(field, nothing)).map(({ id }) => id)).toEqual(['deployment.goal']);
    expect(ids(askedFields(page('deployment/service'), nothing))).toEqual(['deployment.organisation']);
  });

  test('a choice that does not hold by itself is asked', () => {
    expect(offeredChoices(deployment.product, nothing)).toHaveLength(5);
    expect(ids(askedFields(page('deployment/servers'), nothing))).toContain('deployment.product');
  });

  test('a choice that is none has no choices', () => {
    expect(offeredChoices(deployment.organisation, nothing)).toBeUndefined();
  });

  test.each([
    ['site', ['access-policy.scope', 'access-policy.sites'], 'access-policy.users'],
    ['user', ['access-policy.scope', 'access-policy.policy-name', 'access-policy.users'], 'access-policy.sites'],
    ['global', ['access-policy.scope', 'access-policy.federated-users'], 'access-policy.sites'],
  ])('scope %s', (scope, first, hidden) => {
    const asked = ids(
      askedFields(page('access-policy/policy'), viewAfter(rolloutAfter(...answered({ 'access-policy.scope': scope })))),
    );
    expect(asked.slice(0, first.length)).toEqual(first);
    expect(asked).not.toContain(hidden);
  });
});

describe('pages', () => {
  const pagesOf = (way: string) => {
    const view = viewAfter(rolloutAfter(...answered({ 'registration.way': way })));
    return ids(shownPages(steps[2] as (typeof steps)[number], view));
  };

  test.each([
    ['discovery', ['way', 'discovery']],
    ['form', ['way', 'request']],
    ['messenger', ['way']],
  ])('registration by %s shows %j', (way, pages) => {
    expect(pagesOf(way)).toEqual(pages);
  });

  test('a field and a task are met at their page, and nowhere while it is not shown', () => {
    expect(placeOf('edge.pools', nothing)).toMatchObject({ step: { id: 'edge' }, page: { id: 'access-edge' } });
    expect(placeOf('edge.firewall', nothing)).toMatchObject({ page: { id: 'outside' } });
    expect(placeOf('registration.submitted', nothing)).toBeUndefined();
    expect(placeOf('edge.pool', nothing)).toBeUndefined();
  });

  test('what a page needs first is named until it is there', () => {
    const needy = shownPlaces(nothing).filter(({ page: one }) => missingFor(one, nothing).length > 0);
    expect(needy.length).toBeGreaterThan(0);
    const view = viewAfter(rolloutAfter(...answered(enough)));
    expect(shownPlaces(view).flatMap(({ page: one }) => missingFor(one, view))).toEqual([]);
  });
});

describe('tasks', () => {
  const merge = rolloutAfter(
    ...answered(enough),
    added('p1'),
    added('p2', { name: 'Maria Anders', situation: 'has-account' }),
  );

  test('of a person are those of their situation', () => {
    const view = viewAfter(merge);
    const [ana, maria] = merge.people.map((person) => ids(personTasks(person, view)));
    expect(ana).toContain('accounts.merged');
    expect(maria).not.toContain('accounts.merged');
    expect(maria).toContain('contacts.invited');
  });

  test('once for all are those of the rollout, and those of the accounts', () => {
    const view = viewAfter(merge);
    expect(ids(sharedTasks(page('edge/outside'), view))).toEqual([
      'edge.dns-published',
      'edge.certificate',
      'edge.firewall',
    ]);
    expect(ids(sharedTasks(page('accounts/merge'), view))).toContain('accounts.merged');
    expect(sharedTasks(page('contacts/people'), view)).toEqual([]);
  });

  test('count for each person whom they concern', () => {
    const merged = taskLines(page('accounts/merge'), viewAfter(merge)).filter(
      ({ task: one }) => one.id === 'accounts.merged',
    );
    expect(merged.map(({ person, state }) => [person?.id, state])).toEqual([['p1', 'todo']]);
    const invited = taskLines(page('contacts/people'), viewAfter(merge)).filter(
      ({ task: one }) => one.id === 'contacts.invited',
    );
    expect(invited.map(({ person }) => person?.id)).toEqual(['p1', 'p2']);
  });

  test('of the accounts count once while nobody is listed', () => {
    const lines = taskLines(page('accounts/create'), viewAfter(rolloutAfter(...answered(enough))));
    expect(lines.every(({ person }) => person === undefined)).toBe(true);
    expect(lines.length).toBeGreaterThan(0);
  });
});

test('whatever was answered, every shown page can be told and every step knows what it wants', () => {
  fc.assert(
    fc.property(rollouts, (rollout) => {
      const view = viewAfter(rollout);
      for (const { page: one } of shownPlaces(view)) {
        if (missingFor(one, view).length > 0) continue;
        expect(one.tell(view).markdown).not.toBe('');
        one.clicks?.(view);
        for (const field of askedFields(one, view)) expect(isAsked(field, view)).toBe(true);
      }
      for (const step of steps) {
        step.wants(view);
        step.papers?.(view);
      }
    }),
    { numRuns: 60 },
  );
});
