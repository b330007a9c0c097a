import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearby, windowedItems } from '../../../src/screens/parts/window.ts';

test('what is out of sight need not be laid out: the window and where a page leads are the same', () => {
  const heights = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 120 });
  fc.assert(
    fc.property(heights, fc.nat(), fc.integer({ min: 4, max: 20 }), (tall, anywhere, rows) => {
      const items = tall.map((height, i) => ({ id: `item ${i}`, height, here: i === anywhere % tall.length }));
      const here = items.findIndex((item) => item.here);
      const blockOf = ({ id, height, here: isHere }: (typeof items)[number]) => ({
        lines: Array.from({ length: height }, (_, y) => [{ text: `${id}, line ${y}` }]),
        ...(isHere ? { mark: height - 1 } : {}),
      });
      const all = items.map((item) => ({ id: item.id, block: blockOf(item) }));
      const { near, beyond } = nearby(items, here, rows, { blockOf, rowsOf: ({ height }) => height });
      const some = near.map(({ item, block }) => ({ id: item.id, block }));
      const at = items[here]?.id;
      expect(windowedItems(some, at, rows, beyond)).toEqual(windowedItems(all, at, rows));
      expect(near.length).toBeLessThanOrEqual(4 * rows);
    }),
  );
});
