import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Person, Rollout } from '../../src/model/index.ts';
import { applyEvent, inverse, newRollout, nextPersonId, rolloutId } from '../../src/state/index.ts';
import { happen, nothingYet, rollouts, rolloutsAndNext } from './arbitrary.ts';

const content = ({ answers, tasks, people }: Rollout) => ({ answers, tasks, people });
const ana: Person = { id: 'p1', name: 'Ana Trujillo', situation: 'needs-merge', tasks: {} };
const thomas: Person = { id: 'p2', name: 'Thomas Hardy', situation: 'needs-account', tasks: {} };

test('a new rollout holds its creation and nothing else', () => {
  expect(newRollout({ id: 'contoso', at: '2025-11-23T22:52:00.000Z', by: 'ana' })).toEqual({
    format: 'skypefed-rollout',
    schemaVersion: 1,
    id: 'contoso',
    answers: {},
    tasks: {},
    people: [],
    events: [{ at: '2025-11-23T22:52:00.000Z', by: 'ana', type: 'created' }],
  });
});

describe('what happens', () => {
  test('is logged as it was, and changes nothing else', () => {
    const event = {
      at: '2025-11-23T22:53:00.000Z',
      by: 'ana',
      type: 'answered',
      field: 'edge.routing',
      value: 'x',
    } as const;
    const after = applyEvent(nothingYet, event);
    expect(after.events).toEqual([...nothingYet.events, event]);
    expect(content(after)).toEqual({ answers: { 'edge.routing': 'x' }, tasks: {}, people: [] });
    expect(nothingYet.answers).toEqual({});
  });

  test('an answer that is cleared leaves no trace among the answers', () => {
    const answered = happen(nothingYet, { type: 'answered', field: 'edge.routing', value: 'x' });
    expect(happen(answered, { type: 'cleared', field: 'edge.routing', was: 'x' }).answers).toEqual({});
  });

  test('a person is put where it belongs, changed in place, and taken away', () => {
    const one = happen(nothingYet, { type: 'person-changed', person: 'p1', position: 0, to: ana });
    const two = happen(one, { type: 'person-changed', person: 'p2', position: 0, to: thomas });
    expect(two.people).toEqual([thomas, ana]);
    const to = { ...thomas, situation: 'has-account' as const };
    const changed = happen(two, { type: 'person-changed', person: 'p2', position: 0, was: thomas, to });
    expect(changed.people).toEqual([to, ana]);
    expect(happen(changed, { type: 'person-changed', person: 'p2', position: 0, was: to }).people).toEqual([ana]);
  });

  test('a task of a person moves with that person alone', () => {
    const both = [ana, thomas].reduce(
      (rollout, to, position) => happen(rollout, { type: 'person-changed', person: to.id, position, to }),
      nothingYet,
    );
    const after = happen(both, { type: 'task-moved', task: 'contacts.invited', person: 'p2', to: { state: 'done' } });
    expect(after.people).toEqual([ana, { ...thomas, tasks: { 'contacts.invited': { state: 'done' } } }]);
    expect(after.tasks).toEqual({});
  });
});

describe('taking back', () => {
  test('whatever happens, its inverse brings back what was, and is logged too', () => {
    fc.assert(
      fc.property(rolloutsAndNext, ([before, happening]) => {
        const after = happen(before, happening);
        const back = inverse(happening);
        expect(back).toBeDefined();
        if (!back) return;
        const restored = happen(after, back);
        expect(content(restored)).toEqual(content(before));
        expect(restored.events).toHaveLength(before.events.length + 2);
      }),
    );
  });

  test('the inverse of an inverse does it again', () => {
    fc.assert(
      fc.property(rolloutsAndNext, ([before, happening]) => {
        const back = inverse(happening);
        const again = back && inverse(back);
        expect(again && content(happen(before, again))).toEqual(content(happen(before, happening)));
      }),
    );
  });

  test('a creation and an export cannot be taken back', () => {
    expect(inverse({ type: 'created' })).toBeUndefined();
    expect(inverse({ type: 'exported', files: 5, written: '2025-11-23T22:52:00.000Z' })).toBeUndefined();
  });

  test('the log tells the whole rollout: whoever repeats it gets the same', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        expect(rollout.events.slice(1).reduce(applyEvent, nothingYet)).toEqual(rollout);
      }),
    );
  });
});

describe('the id of a person', () => {
  test('is never that of anybody before, removed ones included', () => {
    fc.assert(
      fc.property(rollouts, (rollout) => {
        const used = rollout.events.flatMap((event) => (event.type === 'person-changed' ? [event.person] : []));
        expect([...used, ...rollout.people.map(({ id }) => id)]).not.toContain(nextPersonId(rollout));
      }),
    );
  });

  test('the first is p1', () => {
    expect(nextPersonId(nothingYet)).toBe('p1');
  });
});

describe('the id of a rollout', () => {
  test.each([
    ['Contoso', [], 'contoso'],
    ['Contoso Ltd. & Co', [], 'contoso-ltd-co'],
    ['Contoso', ['contoso'], 'contoso-2'],
    ['Contoso', ['contoso', 'contoso-2'], 'contoso-3'],
    ['Münchner Straße', [], 'munchner-stra-e'],
    ['日本語', [], 'rollout'],
    ['...', ['rollout'], 'rollout-2'],
    ['CON', [], 'rollout-con'],
    ['com1', [], 'rollout-com1'],
    ['Console', [], 'console'],
    ['../../etc/passwd', [], 'etc-passwd'],
    ['a'.repeat(60), [], 'a'.repeat(40)],
    [`${'a'.repeat(39)} b`, [], 'a'.repeat(39)],
  ])('%s, with %j taken, is %s', (organisation, taken, id) => {
    expect(rolloutId(organisation, taken)).toBe(id);
  });

  test('is always a plain name, free, and of no device', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(3), (organisation, n) => {
        const taken: string[] = [];
        for (let i = 0; i <= n; i++) {
          const id = rolloutId(organisation, taken);
          expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
          expect(id).not.toMatch(/^(con|prn|aux|nul|com[0-9]|lpt[0-9])$/);
          expect(taken).not.toContain(id);
          taken.push(id);
        }
      }),
    );
  });
});
