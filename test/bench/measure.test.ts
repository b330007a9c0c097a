import { describe, expect, it } from 'vitest';
import { inTurns, median, percentile, timed } from '../../bench/measure.ts';

describe('runs in turns', () => {
  it('does the reference and ours one after the other, and leaves the first turn out', async () => {
    const order: string[] = [];
    const run = (name: string) => () => order.push(name);
    const costs = await inTurns(2, { reference: run('reference'), ours: run('ours') });
    expect(order).toEqual(['reference', 'ours', 'reference', 'ours', 'reference', 'ours']);
    expect(costs).toEqual({ reference: [3, 5], ours: [4, 6] });
  });

  it('waits for one before the next begins', async () => {
    let running = 0;
    const alone = async () => {
      running += 1;
      await Promise.resolve();
      running -= 1;
      return running;
    };
    expect(await inTurns(3, { reference: alone, ours: alone })).toEqual({ reference: [0, 0, 0], ours: [0, 0, 0] });
  });
});

describe('percentiles', () => {
  const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);

  it('are the cost that so many runs stay within, in whatever order they came', () => {
    expect(percentile(hundred, 0.95)).toBe(95);
    expect(percentile(hundred, 0.99)).toBe(99);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile([7], 0.01)).toBe(7);
  });

  it('have the median among them, which one slow run does not move', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([3, 1, 2000])).toBe(3);
  });

  it('are not made up where nothing was measured', () => {
    expect(() => median([])).toThrow('Nothing was measured.');
  });
});

it('times what was done, all of it', () => {
  let done = false;
  const cost = timed(() => {
    const from = performance.now();
    while (performance.now() < from + 2);
    done = true;
  });
  expect(done).toBe(true);
  expect(cost).toBeGreaterThanOrEqual(2);
});
