import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonHead, jsonOutcome } from '../../src/cli/json.ts';
import { statusData } from '../../src/cli/status-data.ts';
import { statusLines } from '../../src/cli/status-lines.ts';
import type { Evidence, Happening, Rollout } from '../../src/model/index.ts';
import { readEvidence } from '../../src/state/index.ts';
import { rollouts, today } from '../state/arbitrary.ts';
import { evidenceFile, item, items } from '../state/evidence-file.ts';
import { added, answered, enough, moved, rolloutAfter } from '../state/fixture.ts';
import { outputOf } from './outputs.ts';

const savedAt = '2025-11-23T22:52:00.000Z';
const dataOf = (rollout: Rollout, exportFolder?: string) =>
  statusData(
    { id: 'contoso', organisation: 'Contoso', folder: '/home/ana/rollouts/contoso', savedAt, rollout },
    { today, offset: 60, exportFolder },
  );
const given = (...happenings: readonly Happening[]) => dataOf(rolloutAfter(...happenings));
const whole = answered(enough);
const exported: Happening = { type: 'exported', files: 10, written: savedAt };

describe('where a rollout stands', () => {
  test('begins with every step as it is', () => {
    const { steps } = given(...whole, moved('edge.dns-published', { state: 'waiting', since: today }));
    expect(steps.map(({ id, state }) => `${id}: ${state}`)).toEqual([
      ...['deployment: open', 'edge: waiting', 'registration: untouched', 'access-policy: open'],
      ...['skype-provider: untouched', 'client-policy: untouched', 'accounts: open', 'contacts: untouched'],
    ]);
  });

  test('what waits since when, of whom, and whether it is time to look again', () => {
    const { waits } = given(
      added('p1', { name: 'Ana Trujillo' }),
      moved('edge.dns-published', { state: 'waiting', since: today }),
      moved('contacts.invited', { state: 'waiting', since: '2025-11-03' }, 'p1'),
    );
    expect(waits).toMatchObject([
      { id: 'edge.dns-published', step: 'edge', since: today, day: 0, due: false, asks: 'Can others find them now?' },
      { id: 'contacts.invited', step: 'contacts', person: 'Ana Trujillo', since: '2025-11-03', day: 20, due: true },
    ]);
    expect(waits[0]).not.toHaveProperty('person');
  });

  test('tests that failed, and none that worked', () => {
    const tried = (result: 'worked' | 'failed') =>
      given(...whole, added('p1'), moved('contacts.im', { state: 'done', at: '2025-11-06', result }, 'p1')).failed;
    expect(tried('failed')).toEqual([
      { id: 'contacts.im', label: expect.any(String), step: 'contacts', person: 'Ana Trujillo', at: '2025-11-06' },
    ]);
    expect(tried('worked')).toEqual([]);
  });

  test('what is missing and what is wrong keep it from being exported', () => {
    const missing = given();
    expect(missing.canExport).toBe(false);
    expect(missing.missing.map(({ path }) => path)).toContain('deployment.product');
    const wrong = given(...whole, moved('edge.firewall', { state: 'waived' }));
    expect(wrong.canExport).toBe(false);
    expect(wrong.problems).toMatchObject([{ path: 'edge.firewall.reason' }]);
    expect(given(...whole).canExport).toBe(true);
  });

  test('what evidence it has, from where, and by which the plan goes; the newest first', () => {
    const taken = (at: string, more: Partial<Evidence> = {}): Happening => ({
      type: 'evidence-imported',
      evidence: {
        ...{ sha256: at.slice(8, 10).repeat(32), file: 'evidence.json', at, computer: 'FE01' },
        ...{ script: 'discover', place: 'front-end', people: 'names' },
        ...more,
      },
    });
    expect(given(...whole).evidence).toEqual([]);
    const found = given(
      ...whole,
      taken('2025-11-03T14:10:00.000Z'),
      taken('2025-11-05T08:00:00.000Z', { computer: 'EDGE01', place: 'edge', script: 'verify' }),
      taken('2025-11-04T23:30:00.000Z'),
    );
    expect(found.evidence.map(({ at, computer, current }) => [at.slice(0, 10), computer, current])).toEqual([
      ['2025-11-05', 'EDGE01', false],
      ['2025-11-04', 'FE01', true],
      ['2025-11-03', 'FE01', false],
    ]);
    expect(statusLines(found, 60).slice(11, 16)).toEqual([
      '',
      'Evidence:',
      '  EDGE01, Edge Server, 2025-11-05 09:00, by 3-verify.ps1',
      '  FE01, Front End Server, 2025-11-05 00:30, by 1-discover.ps1: the plan goes by it, 18 days ago',
      '  FE01, Front End Server, 2025-11-03 15:10, by 1-discover.ps1',
    ]);
  });

  test('the last export, where it went, and whether it still is what stands here', () => {
    expect(given(...whole).exported).toBeNull();
    const rollout = rolloutAfter(...whole, exported);
    const told = { at: expect.any(String), files: 10, changedSince: false };
    expect(dataOf(rollout).exported).toEqual(told);
    expect(dataOf(rollout, '/out').exported).toEqual({ ...told, folder: '/out' });
    const later = rolloutAfter(...whole, exported, moved('edge.firewall', { state: 'done' }));
    expect(dataOf(later).exported).toEqual({ ...told, changedSince: true });
  });
});

describe('what was seen on the server', () => {
  const read = readEvidence(evidenceFile());
  if (read.state === 'wrong') throw new Error(read.said);
  const evidence = { ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' };
  const taken: Happening = { type: 'evidence-imported', evidence };

  test('is told with its age, and with what happened since', () => {
    expect(given(...whole).seen).toBeNull();
    expect(given(...whole, taken).seen).toEqual({
      ...{ at: '2025-11-03T14:10:00.123Z', computer: 'FE01', script: 'discover', days: 20, doubts: [] },
    });
    const told = given(...whole, taken, exported, moved('deployment.backup', { state: 'done', at: '2025-11-04' }));
    expect(told.seen).toMatchObject({ doubts: [expect.any(String)], exported: expect.any(String) });
    const lines = statusLines(told, 60);
    const at = lines.indexOf('Evidence:');
    expect(lines[at + 1]).toMatch(/^ {2}FE01, .+: the plan goes by it, 20 days ago$/);
    expect(lines[at + 2]).toMatch(/^ {4}The server may have changed since: "Backup kept" /);
    expect(lines.slice(at + 2).every((line) => line.length <= 80)).toBe(true);
  });
});

test('a task that verify saw done is told, and stays open', () => {
  const accessEdge = item({ Identity: 'Global', AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' });
  const checks = [{ what: 'Replication to the Edge', name: 'edge01.contoso.local', good: true }];
  const read = readEvidence(evidenceFile({ script: 'verify', checks, items: { ...items, accessEdge } }));
  if (read.state === 'wrong') throw new Error(read.said);
  const evidence = { ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' };
  const told = given(...whole, { type: 'evidence-imported', evidence });
  expect(told.seenDone).toEqual([
    { id: 'edge.replicated', label: 'Replicated', step: 'edge', at: evidence.at, computer: 'FE01' },
  ]);
  expect(statusLines(told, 60)).toContain('  edge.replicated: Replicated, 2025-11-03, by 3-verify.ps1 on FE01');
  expect(given(...whole).seenDone).toEqual([]);
});

describe('what comes next', () => {
  test.each<[string, readonly Happening[], object]>([
    [
      'an answer that is missing',
      [],
      {
        why: 'not answered',
        id: 'deployment.organisation',
        said: 'Deployment, What can still be had: Organisation: not answered yet.',
      },
    ],
    [
      'a wait that is due',
      [moved('edge.dns-published', { state: 'waiting', since: '2025-11-21' })],
      { why: 'wait is due', id: 'edge.dns-published', said: /: Can others find them now\?$/ },
    ],
    [
      'a wait of a person',
      [added('p1'), moved('contacts.invited', { state: 'waiting', since: '2025-11-03' }, 'p1')],
      { why: 'wait is due', person: 'Ana Trujillo', said: /: Ana Trujillo: .+\?$/ },
    ],
    ['a step that nobody has been to', whole, { why: 'not answered', step: 'registration', said: /\?$/ }],
    [
      'what is wrong',
      [...whole, moved('edge.firewall', { state: 'waived' })],
      { id: 'edge.firewall', said: /but no reason is given\.$/ },
    ],
    [
      'a task that is left',
      [
        ...whole,
        ...answered({ 'registration.way': 'discovery', 'skype-provider.enabled': true, 'client-policy.notify': true }),
        added('p1'),
      ],
      { why: 'task to do', id: 'deployment.backup' },
    ],
  ])('%s', (_, happenings, next) => {
    const { said, ...rest } = next as { said?: string | RegExp };
    const found = given(...happenings).next;
    expect(found).toMatchObject(rest);
    if (said !== undefined) expect(found?.said).toMatch(said);
  });
});

test('whatever there is, a program gets it in the published form, and a person on lines', () => {
  fc.assert(
    fc.property(rollouts, (rollout) => {
      const told = dataOf(rollout);
      const { out = [] } = jsonOutcome(0, { ...jsonHead('status'), ok: true, ...told });
      expect(outputOf('status', out.join('\n'))).toMatchObject({ id: 'contoso', next: told.next });
      const lines = statusLines(told, 0);
      expect(lines[0]).toMatch(/^Contoso \(contoso\), .+: \d of 8 steps done$/);
      for (const { title } of told.steps) expect(lines.filter((line) => line.endsWith(`  ${title}`))).toHaveLength(1);
      for (const { path } of told.missing) expect(lines.join('\n')).toContain(`\n  ${path}: `);
    }),
    { numRuns: 50 },
  );
});
