import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { itemsIn, itemTyped } from '../../src/words/index.ts';

describe('the items of a row', () => {
  it.each([
    ['Redmond, Dublin;Lab ,', ['Redmond', 'Dublin', 'Lab']],
    ['"Chicago, IL", Dublin', ['Chicago, IL', 'Dublin']],
    ['Dublin; "Chicago; IL"', ['Dublin', 'Chicago; IL']],
    ['"Redmond"', ['Redmond']],
    ['The "old" lab, Dublin', ['The "old" lab', 'Dublin']],
    ['"Redmond, Dublin', ['"Redmond', 'Dublin']],
    ['"The ""old"" lab, IL"; Dublin', ['The "old" lab, IL', 'Dublin']],
    [' , ;', ['']],
    ['', ['']],
  ])('%j', (text, items) => {
    expect(itemsIn(text)).toEqual(items);
  });

  const item = fc.stringMatching(/^[a-z,;"]([a-z,;" ]*[a-z,;"])?$/);

  it('whatever an item holds, typed as it stands in a row it is that one item', () => {
    fc.assert(fc.property(item, (one) => void expect(itemsIn(itemTyped(one))).toEqual([one])));
  });

  it('several that are typed side by side are these, in order', () => {
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), fc.constantFrom(',', ', ', ';', ' ; '), (items, between) => {
        expect(itemsIn(items.map(itemTyped).join(between))).toEqual(items);
      }),
    );
  });

  it('one without a sign stands as it is', () => {
    fc.assert(fc.property(fc.stringMatching(/^[^,;" ]+$/), (one) => void expect(itemTyped(one)).toBe(one)));
  });

  it('of very many it takes no longer than of few', () => {
    const items = Array.from({ length: 50_000 }, (_, i) => `u${i}@contoso.com`);
    expect(itemsIn(items.join(','))).toEqual(items);
    expect(itemsIn(`"${'"a,'.repeat(50_000)}`)).toHaveLength(50_000);
  });
});
