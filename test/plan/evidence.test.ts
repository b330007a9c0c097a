import { describe, expect, it } from 'vitest';
import type { Event, Evidence, Happening, Moment, Product, Rollout, TaskState } from '../../src/model/index.ts';
import { daysAgo, otherServer, seenFrom } from '../../src/plan/index.ts';
import { applyEvent, readEvidence } from '../../src/state/index.ts';
import { evidenceFile, item, items } from '../state/evidence-file.ts';
import { answered, enough, moved, rolloutAfter } from '../state/fixture.ts';

const clock = { today: '2025-11-23', offset: 60 };

/** Evidence that was written at this moment. */
function evidence(written: Moment, values: object = {}): Evidence {
  const read = readEvidence(evidenceFile({ written, ...values }));
  if (read.state === 'wrong') throw new Error(read.said);
  return { ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' };
}

/** Contoso, in which these things happened, each at its moment. */
function contoso(...happened: readonly [Moment, Happening][]): Rollout {
  return happened
    .map(([at, happening]): Event => ({ at, by: 'ana', ...happening }))
    .reduce(applyEvent, rolloutAfter(...answered(enough)));
}

const taken = (written: Moment, values: object = {}): [Moment, Happening] => [
  '2025-11-03T15:00:00.000Z',
  { type: 'evidence-imported', evidence: evidence(written, values) },
];
const seenAt = '2025-11-03T14:10:00.000Z';
const exportAt = (at: Moment): [Moment, Happening] => [at, { type: 'exported', files: 10, written: at }];
const doubtsOf = (...happened: readonly [Moment, Happening][]) => seenFrom(contoso(...happened), clock)?.doubts;
const again = 'Look again with 1-discover.ps1 or 3-verify.ps1.';

describe('the age of what was seen', () => {
  it.each([
    ['2025-11-03T14:10:00.000Z', 20, '20 days ago'],
    ['2025-11-21T23:30:00.000Z', 1, 'yesterday'],
    ['2025-11-22T23:30:00.000Z', 0, 'today'],
    ['2025-11-25T10:00:00.000Z', -2, 'the clock there is ahead of this one'],
  ])('is counted in days of the calendar here: %s', (written, days, said) => {
    const from = seenFrom(contoso(taken(written)), clock);
    expect(from).toMatchObject({ at: written, computer: 'FE01', script: 'discover', days, doubts: [] });
    expect(from && daysAgo(from)).toBe(said);
  });

  it('is of nothing where nothing was seen on a Front End Server', () => {
    expect(seenFrom(contoso(), clock)).toBeUndefined();
    expect(seenFrom(contoso(taken(seenAt, { place: 'edge' })), clock)).toBeUndefined();
  });
});

describe('what was seen is doubted', () => {
  it('not for scripts that were written after it, which is told, for nobody is known to have run them', () => {
    const from = (...happened: readonly [Moment, Happening][]) => seenFrom(contoso(...happened), clock);
    const before = exportAt('2025-11-03T13:00:00.000Z');
    expect(from(before, taken(seenAt))).not.toHaveProperty('exported');
    expect(from(before, taken(seenAt), exportAt('2025-11-03T16:05:00.000Z'))).toMatchObject({
      doubts: [],
      exported: '2025-11-03T16:05:00.000Z',
    });
  });

  const done = (task: string, to: TaskState, at: Moment): [Moment, Happening] => [at, moved(task, to)];
  const later = '2025-11-05T09:00:00.000Z';

  it('once a task was done on a later day that tells of another server', () => {
    const tasks = [
      done('deployment.backup', { state: 'done', at: '2025-11-04' }, later),
      done('edge.site-federation', { state: 'done' }, later),
    ];
    expect(doubtsOf(taken(seenAt), ...tasks)).toEqual([
      `The server may have changed since: "Backup kept" and "Site federation" ticked as done. ${again}`,
    ]);
  });

  it('where a task was done that day, and ticked after it', () => {
    const backup = (at: Moment) => done('deployment.backup', { state: 'done', at: '2025-11-03' }, at);
    expect(doubtsOf(taken(seenAt), backup('2025-11-03T20:00:00.000Z'))).toEqual([
      `The server may have changed since: "Backup kept" done that same day, perhaps later. ${again}`,
    ]);
    const byHand = done('edge.site-federation', { state: 'done', at: '2025-11-05' }, later);
    expect(doubtsOf(taken(seenAt), backup(later), byHand)?.[0]).toContain(
      'since: "Site federation" ticked as done; "Backup kept" done that same day, perhaps later. ',
    );
    expect(doubtsOf(backup('2025-11-03T14:00:00.000Z'), taken(seenAt))).toEqual([]);
  });

  it('naming once what is a task of two steps', () => {
    const tasks = ['edge.replicated', 'access-policy.replicated'].map((task) =>
      done(task, { state: 'done', at: '2025-11-05' }, later),
    );
    expect(doubtsOf(taken(seenAt), ...tasks)?.[0]).toContain('since: "Replicated" ticked as done. ');
  });

  it('never for a task that was done before that day, is not done, or tells of no server', () => {
    expect(
      doubtsOf(
        taken(seenAt),
        done('deployment.backup', { state: 'done', at: '2025-11-02' }, later),
        done('edge.replicated', { state: 'done', at: '2014-11-20' }, later),
        done('edge.site-federation', { state: 'waiting', since: '2025-11-05' }, later),
        done('edge.dns-published', { state: 'done', at: '2025-11-05' }, later),
      ),
    ).toEqual([]);
  });

  it('not for what comes after apply where verify saw it, which is run after apply', () => {
    const ticked = [
      done('deployment.backup', { state: 'done', at: '2025-11-04' }, later),
      done('edge.replicated', { state: 'done', at: '2025-11-05' }, later),
    ];
    expect(doubtsOf(taken(seenAt, { script: 'verify' }), ...ticked)).toEqual([]);
    const byHand = done('edge.site-federation', { state: 'done', at: '2025-11-05' }, later);
    expect(doubtsOf(taken(seenAt, { script: 'verify' }), ...ticked, byHand)?.[0]).toContain(
      ': "Site federation" ticked as done.',
    );
  });
});

describe('a server of another product', () => {
  const told = (serverVersion: string | undefined, product: Product | undefined) =>
    otherServer({ computer: 'FE01', ...(serverVersion === undefined ? {} : { serverVersion }) }, product);
  const lync2013 = 'Microsoft Lync Server 2013 (5.0.8308.0)';
  const licensed = `${lync2013}: Volume license key installed.`;

  it('is named with both names', () => {
    expect(told(licensed, 'sfb-2015')).toBe(
      `FE01 is another product, ${lync2013}: this rollout is for Skype for Business Server 2015, and its scripts stop there.`,
    );
  });

  it.each<[string | undefined, Product | undefined]>([
    [lync2013, 'lync-2013'],
    ['Skype for Business Server 2019 (7.0.2046.0)', 'sfb-2019'],
    ['Skype for Business Server 2019 (7.0.2046.0)', 'sfb-se'],
    ['no version at all', 'lync-2013'],
    [undefined, 'lync-2013'],
    [lync2013, undefined],
  ])('is none where the scripts go on: %s, %s', (version, product) => {
    expect(told(version, product)).toBeUndefined();
  });

  it('speaks against the plan', () => {
    const serverVersion = item('Skype for Business Server 2015 (6.0.9319.0)');
    expect(doubtsOf(taken(seenAt, { items: { ...items, serverVersion } }))).toEqual([
      expect.stringContaining('FE01 is another product'),
    ]);
  });
});
