import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Rollout } from '../../src/model/index.ts';
import { type Migration, migrate } from '../../src/state/migrations.ts';
import { readRollout } from '../../src/state/schema.ts';
import { happen, nothingYet, rollouts } from './arbitrary.ts';

const throughFile = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const withPerson: Rollout = happen(nothingYet, {
  ...{ type: 'person-changed', person: 'p1', position: 0 },
  to: { id: 'p1', name: 'Ana Trujillo', situation: 'needs-merge', tasks: { 'contacts.invited': { state: 'done' } } },
});

/** The rollout as a file holds it, with something put in its place: `people.0.name`. */
function withPut(rollout: Rollout, path: string, value: unknown): unknown {
  const root = throughFile(rollout);
  const parts = path.split('/');
  const last = parts.pop() ?? '';
  const place = parts.reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], root);
  Object.assign(place as object, { [last]: value });
  return root;
}

test('what was saved is read again as it was', () => {
  fc.assert(
    fc.property(rollouts, (rollout) => {
      expect(readRollout(throughFile(rollout))).toEqual({ state: 'read', rollout });
    }),
  );
});

test('an answer to a field of another version is kept', () => {
  const read = readRollout(withPut(nothingYet, 'answers', { 'retire.soak-days': 14 }));
  expect(read.state === 'read' && read.rollout.answers).toEqual({ 'retire.soak-days': 14 });
});

test('an answer is normalised as if it had been typed', () => {
  const read = readRollout(withPut(nothingYet, 'answers', { 'deployment.sip-domains': [' Contoso.COM '] }));
  expect(read.state === 'read' && read.rollout.answers).toEqual({ 'deployment.sip-domains': ['contoso.com'] });
});

describe('what no wizard could have saved is refused, and its place is named', () => {
  test.each([
    ['answers/deployment.sip-domains', ['10.0.0.5'], 'answers.deployment.sip-domains[0] does not do: "10.0.0.5" is an'],
    ['answers/edge.pools', 'sip.contoso.com', 'answers.edge.pools does not do: '],
    ['answers/deployment.product', 'lync-2015', 'answers.deployment.product does not do: '],
    ['id', '../contoso', 'id does not hold'],
    ['tasks/edge.certificate', { state: 'perhaps' }, 'tasks.edge.certificate.state does not hold'],
    ['tasks/edge.certificate', { state: 'done', at: '2025-02-30' }, 'tasks.edge.certificate.at does not hold'],
    ['tasks/edge.certificate', { state: 'done', on: '2025-02-20' }, 'tasks.edge.certificate.on does not hold'],
    ['people/0/id', 'ana', 'people[0].id does not hold'],
    ['people/0/situation', 'unknown', 'people[0].situation does not hold'],
    ['people/0/sip', 'nobody', 'people[0].sip does not do: '],
    ['people/1', { ...withPerson.people[0] }, 'people[1].id is the id of another person too.'],
    ['events/0/at', 'yesterday', 'events[0].at does not hold'],
    ['events/0/type', 'guessed', 'events[0].type does not hold'],
    ['events', undefined, 'events does not hold'],
    ['evidence', [{}], 'evidence[0]'],
    ['events/0/by', 'ana\u001b[2J', 'events[0].by does not hold'],
    ['tasks/edge.certificate', { state: 'waived', reason: '\u009b31m' }, 'tasks.edge.certificate.reason does not hold'],
    ['tasks/edge.certificate', { state: 'done', by: 'ana\u202e' }, 'tasks.edge.certificate.by does not hold'],
  ])('%s', (path, value, said) => {
    const read = readRollout(withPut(withPerson, path, value));
    expect(read).toMatchObject({ state: 'wrong', said: expect.stringContaining(said) });
  });

  test.each([[null], [[]], ['text'], [{}], [{ format: 'skypefed-export' }]])('%j is no rollout', (raw) => {
    expect(readRollout(raw).state).toBe('wrong');
  });

  test('a path that is told leads to what is wrong', () => {
    const read = readRollout(withPut(withPerson, 'people/0/name', 5));
    expect(read.state === 'wrong' && read.path).toEqual(['people', 0, 'name']);
  });
});

describe('versions', () => {
  test('a file of a later version is left alone', () => {
    expect(readRollout(withPut(nothingYet, 'schemaVersion', 2))).toEqual({ state: 'newer', version: 2 });
  });

  test.each([[0], [-1], [1.5], ['1'], [null]])('schemaVersion %j is none', (version) => {
    expect(readRollout(withPut(nothingYet, 'schemaVersion', version)).state).toBe('wrong');
  });

  const path: readonly Migration[] = [
    (raw) => ({ ...raw, trail: ['to 2'] }),
    (raw) => ({ ...raw, trail: [...(raw.trail as string[]), 'to 3'] }),
  ];
  const old = { format: 'skypefed-rollout', trail: [] };

  test.each([
    [1, ['to 2', 'to 3']],
    [2, ['to 3']],
    [3, []],
  ])('a file of version %d is brought to the present one, step by step', (schemaVersion, trail) => {
    const migrated = migrate({ ...old, schemaVersion }, path);
    expect(migrated).toEqual({ state: 'current', raw: { ...old, schemaVersion: 3, trail } });
  });

  test('one version too many is newer', () => {
    expect(migrate({ ...old, schemaVersion: 4 }, path)).toEqual({ state: 'newer', version: 4 });
  });
});
