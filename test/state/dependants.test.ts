import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AnyField, Happening } from '../../src/model/index.ts';
import { dependantsOf, viewOf } from '../../src/state/index.ts';
import { accessPolicy, allFields, deployment, edge, registration } from '../../src/steps/index.ts';
import { rollouts, today, valuesOf } from './arbitrary.ts';
import { answered, enough, rolloutAfter } from './fixture.ts';

function told(field: AnyField, value: unknown, ...happenings: readonly Happening[]) {
  const all = dependantsOf(rolloutAfter(...answered(enough), ...happenings), field, value, today);
  return Object.fromEntries(
    all.map(({ field: other, becomes, answered: own }) => [other.id, own ? [becomes, 'yours'] : [becomes]]),
  );
}

describe('when the scope goes from site to', () => {
  test('people: sites go, name and users come, and the client policy follows', () => {
    expect(told(accessPolicy.scope, 'user')).toEqual({
      'access-policy.sites': ['not asked', 'yours'],
      'access-policy.policy-name': ['asked'],
      'access-policy.users': ['asked'],
      'client-policy.scope': ['another default'],
      'client-policy.sites': ['not asked'],
      'client-policy.users': ['asked'],
    });
  });

  test('people, where the client policy has an answer of its own: that stays', () => {
    const own = told(
      accessPolicy.scope,
      'user',
      ...answered({ 'client-policy.scope': 'site', 'client-policy.sites': ['Dublin'] }),
    );
    expect(Object.keys(own)).toEqual(['access-policy.sites', 'access-policy.policy-name', 'access-policy.users']);
  });

  test('site, which it is: nothing follows', () => {
    expect(told(accessPolicy.scope, 'site')).toEqual({});
  });
});

test('the first SIP domain names the shared name', () => {
  const pools = [{ name: 'a.contoso.com' }, { name: 'b.contoso.com' }];
  const others = told(deployment.sipDomains, ['fabrikam.com'], ...answered({ 'edge.pools': pools }));
  expect(others['edge.shared-name']).toEqual(['another default']);
});

test('a second pool asks for the shared name', () => {
  expect(told(edge.pools, [{ name: 'a.contoso.com' }, { name: 'b.contoso.com' }])).toEqual({
    'edge.shared-name': ['asked'],
  });
});

test('clearing counts as any change', () => {
  const form = answered({ 'registration.way': 'form' });
  expect(told(registration.way, undefined, ...form)).toEqual({
    'registration.agreement': ['not asked'],
    'registration.agreement-number': ['not asked'],
    'registration.contact': ['not asked'],
  });
});

test('every field whose value changes is told, and no other; the rollout stays as it was', () => {
  const change = fc
    .constantFrom(...allFields)
    .chain((field) => valuesOf(field.kind).map((value) => ({ field, value })));
  fc.assert(
    fc.property(rollouts, change, (rollout, { field, value }) => {
      const before = viewOf(rollout, today);
      const next = viewOf({ ...rollout, answers: { ...rollout.answers, [field.id]: value } }, today);
      const different = allFields.filter((other) => {
        return other !== field && JSON.stringify(before.get(other)) !== JSON.stringify(next.get(other));
      });
      const found = dependantsOf(rollout, field, value, today);
      const foundIds = found.map(({ field: other }) => other.id);
      for (const other of different) expect(foundIds).toContain(other.id);
      expect(foundIds).not.toContain(field.id);
      expect(new Set(foundIds).size).toBe(foundIds.length);
      for (const { field: other, becomes } of found) {
        if (becomes === 'another default') expect(different).toContain(other);
      }
    }),
  );
});
