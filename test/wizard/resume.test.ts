import { expect, it } from 'vitest';
import { applyEvent, newRollout, resumeAt } from '../../src/state/index.ts';
import { dueWaits, lastHere, waitTold, waysOn } from '../../src/wizard/index.ts';
import { contoso } from '../terminal/exported.ts';
import { rolloutFrom } from '../terminal/homes.ts';

const today = '2026-11-23';
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
  const event = { type: 'person-changed', person: 'p1', position: 0, to: person, at, by: 'ana' } as const;
  const rollout = applyEvent(rolloutFrom({ ...contoso, 'contacts.people': [] }), event);
  expect(lastHere(rollout, today, 0)).toBe('Last here 23 Nov 21:30, at Contacts, People on Skype. All of it is here.');
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
