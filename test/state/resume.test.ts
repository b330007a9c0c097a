import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Happening, Rollout, TaskState } from '../../src/model/index.ts';
import { lastPlace, missingFor, type Resume, resumeAt, shownPlaces, taskLines, viewOf } from '../../src/state/index.ts';
import { allTasks, steps } from '../../src/steps/index.ts';
import { rollouts, today } from './arbitrary.ts';
import { added, answered, enough, moved, rolloutAfter } from './fixture.ts';

const whole = answered(enough);
const done: TaskState = { state: 'done', result: 'worked' };

function told(found: Resume | undefined) {
  return found && [found.step.id, found.page.id, found.line, found.why, ...(found.person ? [found.person.id] : [])];
}

const resumed = (rollout: Rollout) => told(resumeAt(rollout, today));

/** Something in each step, so that none is untouched. */
const everywhere: readonly Happening[] = [
  ...whole,
  ...answered({ 'registration.way': 'discovery', 'skype-provider.enabled': true, 'client-policy.notify': true }),
  added('p1'),
];
const all = (tasks: readonly { id: string; per: string }[], person?: string) =>
  tasks.filter(({ per }) => (person ? per !== 'rollout' : per !== 'person')).map(({ id }) => moved(id, done, person));

describe('where to go on', () => {
  test('at the first answer that is missing', () => {
    expect(resumed(rolloutAfter())).toEqual(['deployment', 'service', 'deployment.organisation', 'not answered']);
    const named = rolloutAfter(...answered({ 'deployment.organisation': 'Contoso' }));
    expect(resumed(named)).toEqual(['deployment', 'servers', 'deployment.product', 'not answered']);
  });

  test('at the first answer that does not do, which is told apart from one that is missing', () => {
    const given = answered({ 'deployment.organisation': 'Contoso', 'deployment.sip-domains': ['sip.contoso.com'] });
    const wrong = rolloutAfter(...given, ...answered({ 'deployment.product': 'lync-2013' }));
    expect(resumed(wrong)).toEqual(['deployment', 'servers', 'deployment.sip-domains', 'wrong answer']);
  });

  test('at a wait that is due, before all else', () => {
    const wait = moved('edge.dns-published', { state: 'waiting', since: '2025-11-21' });
    expect(resumed(rolloutAfter(wait))).toEqual(['edge', 'outside', 'edge.dns-published', 'wait is due']);
  });

  test('at no wait that is not due', () => {
    const wait = moved('edge.dns-published', { state: 'waiting', since: '2025-11-22' });
    expect(resumed(rolloutAfter(wait))?.at(-1)).toBe('not answered');
  });

  test('at the wait of a person, with the person', () => {
    const wait = moved('contacts.invited', { state: 'waiting', since: '2025-11-01' }, 'p1');
    expect(resumed(rolloutAfter(...everywhere, wait))).toEqual([
      'contacts',
      'people',
      'contacts.invited',
      'wait is due',
      'p1',
    ]);
  });

  test('at the first step that nobody has been to, once nothing is missing', () => {
    expect(resumed(rolloutAfter(...whole))).toEqual(['registration', 'way', 'registration.way', 'not answered']);
  });

  test('at the first task that is left, then at that of the first person', () => {
    expect(resumed(rolloutAfter(...everywhere))).toEqual(['deployment', 'change', 'deployment.backup', 'task to do']);
    const shared = rolloutAfter(...everywhere, ...all(allTasks));
    expect(resumed(shared)).toEqual(['contacts', 'people', 'contacts.invited', 'task to do', 'p1']);
  });

  test('nowhere, once all is done', () => {
    expect(resumed(rolloutAfter(...everywhere, ...all(allTasks), ...all(allTasks, 'p1')))).toBeUndefined();
  });

  test('what is waived or waited for is not left to do', () => {
    const rollout = rolloutAfter(
      ...everywhere,
      ...all(allTasks),
      ...all(allTasks, 'p1'),
      moved('edge.firewall', { state: 'waived', reason: 'a lab' }),
      moved('edge.dns-published', { state: 'waiting', since: today }),
    );
    expect(resumed(rollout)).toBeUndefined();
  });

  test('always at a page that can be told, and nowhere only where nothing is left', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const view = viewOf(rollout, today);
        const found = resumeAt(rollout, today);
        if (found) {
          expect(shownPlaces(view).map(({ page }) => page)).toContain(found.page);
          if (found.why === 'not answered' && found.line) expect(missingFor(found.page, view)).toEqual([]);
          return;
        }
        const left = shownPlaces(view)
          .flatMap(({ page }) => taskLines(page, view))
          .filter(({ state }) => state === 'todo');
        expect(left).toEqual([]);
      }),
    );
  });
});

describe('the last place', () => {
  test('is where the last answer or tick was, and when', () => {
    const at = '2025-11-23T22:52:00.000Z';
    const answer = lastPlace(rolloutAfter(...whole), today);
    expect(answer && [...(told(answer) ?? []), answer.at]).toEqual([
      ...['accounts', 'accounts', 'accounts.one-way-understood', 'last place', at],
    ]);
    expect(told(lastPlace(rolloutAfter(...whole, moved('edge.firewall', done)), today))).toEqual([
      ...['edge', 'outside', 'edge.firewall', 'last place'],
    ]);
  });

  test('is the one before, where that is met no longer', () => {
    const gone = rolloutAfter(
      ...whole,
      ...answered({ 'registration.way': 'form' }),
      moved('registration.submitted', done),
      ...answered({ 'registration.way': 'discovery' }),
    );
    expect(told(lastPlace(gone, today))?.[2]).toBe('registration.way');
  });

  test('of a person’s coming is the page of people; of a creation it is none', () => {
    expect(told(lastPlace(rolloutAfter(added('p1')), today))?.slice(0, 2)).toEqual(['contacts', 'people']);
    expect(lastPlace(rolloutAfter(), today)).toBeUndefined();
  });

  test('every step can be one', () => {
    const last = steps.map((step) => {
      const field = step.pages.flatMap((page) => page.fields ?? [])[0]?.id;
      return field && told(lastPlace(rolloutAfter(...answered({ [field]: 'x' })), today))?.[0];
    });
    expect(last.filter(Boolean)).toEqual(steps.map(({ id }) => id).filter((id) => id !== 'contacts'));
  });
});
