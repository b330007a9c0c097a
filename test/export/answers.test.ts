import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exportFiles } from '../../src/export/index.ts';
import type { Rollout, Surroundings } from '../../src/model/index.ts';
import { answersText, judge, readGiven, restate } from '../../src/state/index.ts';
import { rollouts, today } from '../state/arbitrary.ts';
import { enough } from '../state/fixture.ts';
import { textsOf } from './made.ts';

const now = `${today}T22:52:00.000Z`;
const around: Surroundings = { now: () => now, offset: 0, user: 'ana', version: '0.1.0' };

/** An export without what tells how it came about, and without the numbers of people, which nobody is shown. */
function exported(rollout: Rollout) {
  const {
    'manifest.json': _,
    'runbook.md': runbook = '',
    'rollout.json': json = '',
    ...rest
  } = textsOf(exportFiles(rollout, around));
  const [before = '', record = ''] = runbook.split('\n## Change record\n');
  const { events: _events, people, ...stated } = JSON.parse(json) as Rollout;
  return {
    ...rest,
    runbook: before + record.slice(record.indexOf('\n## ')),
    stated,
    people: people.map(({ id: _id, ...person }) => person),
  };
}

/** A rollout without tasks that stand where they stand anyway, which the wizard does not save, and without its only goal. */
function asSaved(rollout: Rollout): Rollout {
  const { 'deployment.goal': _, ...answers } = rollout.answers;
  const moved = (tasks: Rollout['tasks'], shared: Rollout['tasks'] = {}) =>
    Object.fromEntries(Object.entries(tasks).filter(([id, { state }]) => state !== 'todo' || shared[id]));
  const tasks = moved(rollout.tasks);
  return {
    ...rollout,
    answers,
    tasks,
    people: rollout.people.map((one) => ({ ...one, tasks: moved(one.tasks, tasks) })),
  };
}

/** With these a rollout can be exported, whatever else was answered before. */
const complete = { ...enough, 'edge.federation-routes': [], 'accounts.needed': 'create-and-merge' };

test('the answers file of a rollout leads to the same export, but for its record', () => {
  let seen = 0;
  fc.assert(
    fc.property(rollouts, (any) => {
      const rollout = restate(asSaved(any), complete, { at: now, by: 'ana' });
      const { wrong, missing } = judge(rollout, today);
      fc.pre(wrong.length + missing.length === 0);
      seen++;
      const read = readGiven(Buffer.from(answersText(rollout)), { now, offset: 0, by: 'maria' });
      expect(read.state === 'read' && exported(read.rollout)).toEqual(exported(rollout));
    }),
    { numRuns: 60 },
  );
  expect(seen).toBe(60);
});
