import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairwise } from './pairs.ts';

const some = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 3 }).filter((name) => name !== '__proto__' && !/^\d+$/.test(name)),
  fc.uniqueArray(fc.integer({ min: 0, max: 9 }), { minLength: 1, maxLength: 4 }),
  { minKeys: 2, maxKeys: 5 },
);

it('lets every two values of two dimensions meet, the same for the same seed', () => {
  fc.assert(
    fc.property(some, fc.integer(), (dimensions, seed) => {
      const cases = pairwise(dimensions, { seed });
      expect(pairwise(dimensions, { seed })).toEqual(cases);
      const all = Object.entries(dimensions).flatMap(([name, values]) => values.map((value) => [name, value] as const));
      for (const [name, value] of all) {
        const others = all.filter(([other]) => other !== name);
        const met = cases.filter((each) => each[name] === value);
        expect(others.filter(([other, against]) => !met.some((each) => each[other] === against))).toEqual([]);
      }
    }),
  );
});

it('begins with what is given, and takes far fewer cases than there are combinations', () => {
  const dimensions = { a: [1, 2, 3], b: [1, 2, 3], c: [1, 2, 3], d: [1, 2, 3] };
  const cases = pairwise(dimensions, { seed: 1, given: [{ a: 1, b: 1 }, { c: 2 }] });
  expect(cases[0]).toMatchObject({ a: 1, b: 1 });
  expect(cases[1]).toMatchObject({ c: 2 });
  expect(cases.length).toBeLessThan(20);
});
