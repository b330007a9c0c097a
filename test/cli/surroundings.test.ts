import { userInfo } from 'node:os';
import { describe, expect, onTestFinished, test } from 'vitest';
import { surroundingsOf } from '../../src/cli/surroundings.ts';
import type { Surroundings } from '../../src/model/index.ts';

function around(env: Record<string, string>): Surroundings {
  const found = surroundingsOf({ env, version: '0.1.0' });
  if ('said' in found) throw new Error(found.said);
  return found;
}

const refused = (env: Record<string, string>) => surroundingsOf({ env, version: '0.1.0' });

function inZone(zone: string): void {
  const { TZ: before } = process.env;
  onTestFinished(() => {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  });
  process.env.TZ = zone;
}

describe('the clock', () => {
  test('is that of this computer', () => {
    const before = Date.now();
    const now = Date.parse(around({}).now());
    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now());
  });

  test.each([
    ['UTC', 0],
    ['Asia/Kolkata', 330],
    ['America/Caracas', -240],
  ])('days are those of %s', (zone, offset) => {
    inZone(zone);
    expect(around({}).offset).toBeCloseTo(offset);
  });

  test('stands where SOURCE_DATE_EPOCH says, in UTC wherever that is', () => {
    inZone('Asia/Kolkata');
    const { now, offset } = around({ SOURCE_DATE_EPOCH: '1763938320' });
    expect([now(), now(), offset]).toEqual(['2025-11-23T22:52:00.000Z', '2025-11-23T22:52:00.000Z', 0]);
  });

  test.each(['today', '1.5', '-1', '999999999999', ' '])('SOURCE_DATE_EPOCH=%j is refused', (epoch) => {
    expect(refused({ SOURCE_DATE_EPOCH: epoch })).toEqual({
      said: 'SOURCE_DATE_EPOCH is not a number of seconds since 1970.',
    });
  });

  test('one that is empty is none', () => {
    expect(Date.parse(around({ SOURCE_DATE_EPOCH: '' }).now())).toBeGreaterThan(Date.parse('2025-01-01'));
  });
});

describe('the person', () => {
  test('is SKYPEFED_USER', () => {
    expect(around({ SKYPEFED_USER: ' Maria Anders ' }).user).toBe('Maria Anders');
  });

  test.each([{}, { SKYPEFED_USER: '' }])('else the login name (%j)', (env) => {
    expect(around(env).user).toBe(userInfo().username);
  });

  test('a name that would harm a terminal is refused', () => {
    expect(refused({ SKYPEFED_USER: 'ana\u001b[2J' })).toEqual({
      said: expect.stringMatching(/^SKYPEFED_USER does not do: An escape code stands after "ana"/),
    });
  });
});

test('the version is handed on', () => {
  expect(around({}).version).toBe('0.1.0');
});
