import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvidence } from '../../../src/state/index.ts';
import { bytesOf, valuesOf } from '../../../src/state/store/printing.ts';
import { happen, rollouts } from '../arbitrary.ts';
import { evidenceFile } from '../evidence-file.ts';

test('a file holds the JSON of its values, printed anew or in part from before', () => {
  fc.assert(
    fc.property(rollouts, (rollout) => {
      const changed = happen(rollout, { type: 'answered', field: 'deployment.owner', value: 'Jürgen "Ana" Müller' });
      const seen = happen(changed, { type: 'evidence-imported', evidence: seenNow() });
      for (const one of [rollout, changed, seen]) {
        const { people, evidence, events, ...rest } = one;
        const values = valuesOf({ ...rest, people, ...(evidence ? { evidence } : {}), events });
        expect(bytesOf('rollout', one).toString()).toBe(JSON.stringify(values.rollout));
        expect(bytesOf('people', one).toString()).toBe(JSON.stringify(values.people));
      }
    }),
  );
});

function seenNow() {
  const read = readEvidence(evidenceFile());
  if (read.state === 'wrong') throw new Error(read.said);
  return { sha256: 'a'.repeat(64), file: 'evidence.json', ...read.evidence };
}
