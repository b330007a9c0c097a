import { expect, it } from 'vitest';
import { newRollout } from '../../src/state/index.ts';
import { reviewLines, reviewTold } from '../../src/wizard/index.ts';

const at = '2026-11-23T21:30:00.000Z';

it('a line of the review names no key: as lines, Enter does something else there than on the screen', () => {
  const today = '2026-11-23';
  const rollout = newRollout({ id: 'contoso', at, by: 'ana' });
  const followed = { 'deployment.product': at };
  const lines = reviewLines(rollout, today, { 'deployment.organisation': {} }, followed);
  expect(lines.map(({ of }) => of)).toEqual(expect.arrayContaining(['finding', 'draft', 'followed']));
  for (const line of lines) {
    const { what, said, more } = reviewTold(line, { rollout, today, offset: 0, followed });
    expect(`${what} ${said} ${more}`).not.toMatch(/\b(Enter|Esc|Tab|key)\b/);
  }
});
