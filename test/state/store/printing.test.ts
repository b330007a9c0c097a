import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOf, valuesOf } from '../../../src/state/store/printing.ts';
import { happen, rollouts } from '../arbitrary.ts';

test('a file holds the JSON of its values, printed anew or in part from before', () => {
  fc.assert(
    fc.property(rollouts, (rollout) => {
      const changed = happen(rollout, { type: 'answered', field: 'deployment.owner', value: 'Jürgen "Ana" Müller' });
      for (const one of [rollout, changed]) {
        const { people, events, ...rest } = one;
        const values = valuesOf({ ...rest, people, events });
        expect(bytesOf('rollout', one).toString()).toBe(JSON.stringify(values.rollout));
        expect(bytesOf('people', one).toString()).toBe(JSON.stringify(values.people));
      }
    }),
  );
});
