import { expect, it } from 'vitest';
import type { Evidence } from '../../src/model/index.ts';
import { applyEvent, newRollout, resumeAt } from '../../src/state/index.ts';
import { dueWaits, lastHere, summaryNote, waitTold, waysOn } from '../../src/wizard/index.ts';
import { contoso } from '../terminal/exported.ts';
import { contosoWith, rolloutFrom } from '../terminal/homes.ts';

const today = '2026-11-23';
const seenOnFrontEnd: Evidence = {
  ...{ sha256: 'a'.repeat(64), file: 'discover.json', at: '2026-11-22T08:00:00.000Z', computer: 'FE01' },
  script: 'discover',
  place: 'front-end',
  people: 'names',
};
const at = '2026-11-23T21:30:00.000Z';

it('a rollout in which something was answered goes on there, or where something is missing', () => {
  const event = { type: 'answered', field: 'edge.routing', value: 'stop-if-default', at, by: 'ana' } as const;
  const rollout = applyEvent(newRollout({ id: 'contoso', at, by: 'ana' }), event);
  expect(waysOn(rollout, rollout, today).map(({ label, line }) => [label, line])).toEqual([
    ['Edge: go on where you stopped', 'edge.routing'],
    ['Deployment, What can still be had: not answered yet', 'deployment.organisation'],
  ]);
});

it('where an answer is there and does not do, that is said, and not that it is missing', () => {
  const wrong = rolloutFrom({ ...contoso, 'edge.certificate': { state: 'done', at: '2026-11-20' } });
  const waived = { ...wrong, tasks: { ...wrong.tasks, 'edge.certificate': { state: 'waived' } as const } };
  expect(waysOn(waived, undefined, today).map(({ label }) => label)).toEqual([
    'Edge, DNS, certificate, firewall: an answer does not do',
  ]);
  const { 'deployment.sip-domains': _gone, ...answers } = wrong.answers;
  const lacking = { ...wrong, answers };
  expect(waysOn(lacking, undefined, today).map(({ label }) => label)).toEqual([
    'Deployment, What you have: not answered yet',
  ]);
});

it('what waits still hides nothing that is left elsewhere', () => {
  const rollout = rolloutFrom(contoso);
  expect(resumeAt(rollout, today)?.why).toBe('wait is due');
  expect(waysOn(rollout, undefined, today).map(({ label, line }) => [label, line])).toEqual([
    ['Edge, Route and failover: a task is left', 'edge.replicated'],
  ]);
});

it('whoever was at the people is told so in words', () => {
  const person = { id: 'p1', name: 'Ana Trujillo', situation: 'has-account', tasks: {} } as const;
  const later = '2026-11-23T21:40:00.000Z';
  const event = { type: 'person-changed', person: 'p1', position: 0, to: person, at: later, by: 'ana' } as const;
  const rollout = applyEvent(rolloutFrom({ ...contoso, 'contacts.people': [] }), event);
  expect(lastHere(rollout, today, 0)).toBe('Last here 23 Nov 21:40, at Contacts, People on Skype. All of it is here.');
});

it('a file that was taken in is told as that until somebody answers; evidence is no answer', () => {
  const taken = rolloutFrom(contoso);
  const told = 'Taken in from a file 23 Nov 21:30, by ana. All of it is here.';
  expect(lastHere(taken, today, 0)).toBe(told);
  expect(waysOn(taken, taken, today).map(({ id }) => id)).toEqual(['next']);
  const listed = { id: 'contoso', organisation: 'Contoso', folder: '', savedAt: at };
  const part = rolloutFrom(contosoWith('deployment.'));
  expect(summaryNote(listed, part, { today, offset: 0 })?.text).toBe('taken in 23 Nov');
  const later = '2026-11-24T08:00:00.000Z';
  const seen = applyEvent(taken, { type: 'evidence-imported', evidence: seenOnFrontEnd, at: later, by: 'thomas' });
  expect(lastHere(seen, today, 0)).toBe(told);
  const answered = {
    type: 'answered',
    field: 'deployment.owner',
    value: 'Ana Trujillo',
    at: later,
    by: 'ana',
  } as const;
  expect(lastHere(applyEvent(seen, answered), '2026-11-25', 0)).toMatch(/^Last here 24 Nov 08:00, at Deployment/);
});

it('whoever only exported what a file held was here, and stopped at no line of it', () => {
  const later = '2026-11-24T08:00:00.000Z';
  const exported = { type: 'exported', files: 10, written: later, at: later, by: 'ana' } as const;
  const rollout = applyEvent(rolloutFrom(contoso), exported);
  expect(lastHere(rollout, '2026-11-25', 0)).toBe('Last here 24 Nov 08:00. All of it is here.');
  expect(waysOn(rollout, rollout, today).map(({ id }) => id)).toEqual(['next']);
});

it('where that is the same line it is offered once', () => {
  const event = { type: 'cleared', field: 'deployment.organisation', was: 'Contoso', at, by: 'ana' } as const;
  const rollout = applyEvent(newRollout({ id: 'contoso', at, by: 'ana' }), event);
  expect(waysOn(rollout, rollout, today).map(({ id }) => id)).toEqual(['last']);
});

it('a page that asks nobody yet is a way on, too, where nobody stopped anywhere', () => {
  const { 'contacts.people': _nobody, 'edge.dns-published': _waits, ...rest } = contoso;
  const rollout = rolloutFrom({ ...rest, 'contacts.people': [] });
  expect(waysOn(rollout, undefined, today).map(({ label }) => label)).toEqual([
    'Contacts, People on Skype: not answered yet',
  ]);
});

it('a wait of which no beginning is told is told as a wait', () => {
  const rollout = rolloutFrom({ ...contoso, 'edge.certificate': { state: 'waiting', since: '2026-11-21' } });
  expect(dueWaits(rollout, today).map((wait) => waitTold(wait, today))).toContain(
    'Certificate waits since 21 Nov, day 2.',
  );
});
