import { expect, it } from 'vitest';
import { type SeenFrom, seenFromTold } from '../../src/plan/index.ts';

const from: SeenFrom = { at: '2025-11-03T14:10:00.000Z', computer: 'FE01', script: 'discover', days: 20, doubts: [] };
const reader = { today: '2025-11-23', offset: 60 };

const saying = (...of: Parameters<typeof seenFromTold>) => seenFromTold(...of).join(' ');

it('says of what was seen where, when and how old it is, and of a page that is kept the year as well', () => {
  const told = ['Set against what was seen on FE01, 3 Nov 15:10, 20 days ago.', 'The script looks again first.'];
  expect(seenFromTold(from, { ...reader, signs: false })).toEqual(told);
  const signs = 'Signs: + new, ~ changed, - removed, = as wanted, ? not known.';
  expect(seenFromTold(from, { ...reader, signs: true })).toEqual([told[0], signs, told[1]]);
  expect(saying(from, { offset: 60, signs: false })).toContain('FE01, 3 Nov 2025 15:10, as of this page 20 days ago.');
});

it('says that scripts were written since, and that what was seen is old once they have run', () => {
  const told = seenFromTold({ ...from, exported: '2025-11-03T16:05:00.000Z' }, { ...reader, signs: false });
  expect(told.at(-1)).toBe(
    'Scripts were written since, 3 Nov 17:05: once 2-apply.ps1 has run, look again with 3-verify.ps1.',
  );
});

it('says that nothing was seen, and what that makes of signs', () => {
  const rest = 'the script looks first and changes only what differs.';
  expect(saying(undefined, { ...reader, signs: false })).toBe(`Nothing was seen on the server yet: ${rest}`);
  expect(saying(undefined, { ...reader, signs: true })).toBe(
    `Nothing was seen on the server yet, so each line is ?: ${rest}`,
  );
});
