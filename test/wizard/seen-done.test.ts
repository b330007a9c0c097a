import { expect, it } from 'vitest';
import type { Rollout } from '../../src/model/index.ts';
import { readEvidence } from '../../src/state/index.ts';
import { taskById } from '../../src/steps/index.ts';
import { seenDoneOf } from '../../src/wizard/index.ts';
import { converse } from '../plain/conversation.ts';
import { Play } from '../screens/play.ts';
import { evidenceFile, item, items } from '../state/evidence-file.ts';
import { answered, enough, rolloutAfter } from '../state/fixture.ts';
import { homeWith } from '../terminal/homes.ts';

const seenOn = { today: '2026-11-23', offset: 60 };
const accessEdge = item({ Identity: 'Global', AllowFederatedUsers: true, RoutingMethod: 'UseDnsSrvRouting' });
const check = { what: 'Replication to the Edge', name: 'x', expected: 'x', found: 'x', good: true };
const read = readEvidence(evidenceFile({ script: 'verify', items: { ...items, accessEdge }, checks: [check] }));
if (read.state === 'wrong') throw new Error(read.said);
const evidence = { ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' };
const rollout = rolloutAfter(...answered(enough), { type: 'evidence-imported', evidence });
const told = 'Seen done on 3 Nov 2025 by 3-verify.ps1 on FE01; not ticked.';

const task = taskById('edge.replicated');
const saidOf = (one: Rollout) => task && seenDoneOf(task, one, seenOn);

it('the page of a task says when and where verify saw it done, until somebody ticks it', () => {
  expect(saidOf(rollout)).toBe(told);
  const play = new Play().open({ state: 'open', folder: 'x', rollout, readOnly: false });
  play.goTo('edge', 'route').at('edge.replicated');
  expect(play.screen().replace(/\s+/g, ' ')).toContain(told);
  expect(play.here).not.toContain('seen done');
  play.at('edge.site-federation');
  expect(play.screen()).toMatch(/\[ \] Replicated +seen done$/m);
  play.at('edge.replicated').press('enter');
  expect(play.rollout.tasks['edge.replicated']).toBeUndefined();
  play.goTo('edge', 'route').at('edge.replicated').press("' ", 'enter');
  expect(play.rollout.tasks['edge.replicated']).toMatchObject({ state: 'done' });
  expect(saidOf(play.rollout)).toBeUndefined();
  expect(play.screen()).not.toContain('seen done');
});

it('lines say it where the page is met again, and where the task is asked', async () => {
  const talk = converse({ home: await homeWith(rollout), open: rollout.id });
  const flat = (said: string) => said.replace(/\s+/g, ' ');
  await talk.asked();
  for (const line of ['steps', 'Edge']) await talk.say(line);
  for (let left = 40; left > 0 && !talk.heard().includes('Seen done'); left--) await talk.say('');
  expect(flat(talk.heard())).toContain(`Task: ${task?.label}. ${task?.help} ${told}`);
});

it('with many people it costs as little', () => {
  const person = { name: 'Ana Trujillo', situation: 'has-account', tasks: {} } as const;
  const people = Array.from({ length: 10_000 }, (_, i) => ({ ...person, id: `p${i + 1}` }));
  const crowd = { ...rollout, people };
  expect(saidOf(crowd)).toBe(told);
  const begun = performance.now();
  for (let key = 0; key < 1000; key++) saidOf(crowd);
  expect(performance.now() - begun).toBeLessThan(100);
});
