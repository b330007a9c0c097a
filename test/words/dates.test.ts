import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  count,
  daysBetween,
  isLocalDate,
  listed,
  localDay,
  localTime,
  pathText,
  quoted,
  showDay,
} from '../../src/words/index.ts';

const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('days', () => {
  it.each(['2014-11-03', '2024-02-29', '2000-02-29'])('%s is a day', (text) => expect(isLocalDate(text)).toBe(true));
  it.each([
    '2014-11-31',
    '2023-02-29',
    '1900-02-29',
    '2014-13-01',
    '2014-00-10',
    '2014-1-3',
    '14-11-03',
    '',
    '2014-11-03T00:00',
  ])('%s is none', (text) => expect(isLocalDate(text)).toBe(false));

  it('counts from 3 Nov to 22 Nov 19 days', () => expect(daysBetween('2014-11-03', '2014-11-22')).toBe(19));

  it('counts back what it added, over leap days and changes of the clock', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -4000, max: 4000 }), (from, n) => {
        expect(daysBetween(from, addDays(from, n))).toBe(n);
      }),
    );
  });

  it('names the year where it is another', () => {
    expect(showDay('2014-11-03', '2014-12-01')).toBe('3 Nov');
    expect(showDay('2014-11-03', '2026-12-01')).toBe('3 Nov 2014');
    expect(showDay('2014-11-03')).toBe('3 Nov 2014');
  });

  it('takes the day and hour of the person, not of UTC', () => {
    expect(localDay('2026-11-21T23:30:00.000Z', 60)).toBe('2026-11-22');
    expect(localTime('2026-11-21T23:30:00.000Z', 60)).toBe('00:30');
    expect(localDay('2026-11-21T02:00:00.000Z', -300)).toBe('2026-11-20');
  });
});

describe('phrases', () => {
  it('counts', () =>
    expect([count(1, 'pool'), count(2, 'pool'), count(0, 'entry', 'entries')]).toEqual([
      '1 pool',
      '2 pools',
      '0 entries',
    ]));
  it('lists', () => expect([listed([]), listed(['a']), listed(['a', 'b', 'c'], 'or')]).toEqual(['', 'a', 'a, b or c']));
  it('names a place in a value', () => expect(pathText('edge.pools', [0, 'internal'])).toBe('edge.pools[0].internal'));

  it('lets no control or direction mark through to a terminal', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (typed) => {
        expect(quoted(typed)).not.toMatch(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u);
      }),
    );
    expect(quoted('a\u001b[31mb')).toBe('"a\\u{1b}[31mb"');
  });

  it('cuts what is long', () => expect(quoted('x'.repeat(100))).toBe(`"${'x'.repeat(59)}…"`));
});
