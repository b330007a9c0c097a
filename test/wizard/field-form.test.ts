import { expect, test } from 'vitest';
import { readEvidence, viewOf } from '../../src/state/index.ts';
import { accessPolicy } from '../../src/steps/index.ts';
import { fieldForm } from '../../src/wizard/index.ts';
import { evidenceFile } from '../state/evidence-file.ts';
import { answered, enough, rolloutAfter } from '../state/fixture.ts';

test('of a list what is right is kept with what is odd about it, at the rows where it was typed', () => {
  const read = readEvidence(evidenceFile());
  if (read.state === 'wrong') throw new Error(read.said);
  const evidence = { ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' };
  const rollout = rolloutAfter(...answered(enough), { type: 'evidence-imported', evidence });
  const form = fieldForm(accessPolicy.sites, { rollout, view: viewOf(rollout, '2025-11-23') });
  const typed = (...names: readonly string[]) => form.accept(names.map((value) => ({ value })));
  const odd = { path: [3], weight: 'warn', said: expect.stringContaining('is the site Dublin by another name') };

  const { happening, problems, warnings } = typed('Dublin', 'site:Redmond\u0007', '', '"Dublin, Ireland"');
  expect(problems).toMatchObject([{ path: [1], weight: 'stop' }]);
  expect(happening).toMatchObject({ value: ['Dublin', 'Dublin, Ireland'] });
  expect(warnings).toMatchObject([odd]);
  expect(typed('Dublin', 'Redmond', '', '"Dublin, Ireland"')).toMatchObject({ problems: [], warnings: [odd] });
});
