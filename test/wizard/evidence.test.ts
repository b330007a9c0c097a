import { expect, it } from 'vitest';
import type { Evidence } from '../../src/model/index.ts';
import { evidenceTaken } from '../../src/wizard/index.ts';
import { nothingYet } from '../state/arbitrary.ts';

const clock = { today: '2025-11-23', offset: 60 };
const evidence = (computer: string, day: number, place: Evidence['place'] = 'front-end'): Evidence => ({
  ...{ computer, place, sha256: `${computer}${day}`, file: 'evidence.json', script: 'discover', people: 'names' },
  at: `2025-11-0${day}T14:10:00.000Z`,
});
const [older, newer, edge] = [evidence('FE01', 3), evidence('FE02', 4), evidence('EDGE01', 5, 'edge')];

it.each([
  ['the newest', newer, [older, newer], 'Plan shows it.'],
  ['older than another', older, [newer, older], 'Plan goes by FE02, 4 Nov 15:10.'],
  ['of an Edge Server', edge, [older, edge], 'Plan goes by FE01, 3 Nov 15:10.'],
  ['of an Edge Server alone', edge, [edge], 'Plan needs what is seen on a Front End Server.'],
])('tells by which evidence the plan goes, once one is taken in: %s', (_, taken, all, told) => {
  expect(evidenceTaken(taken, { ...nothingYet, evidence: all }, clock)).toEqual({
    said: expect.stringMatching(new RegExp(`^Taken in: what was seen on ${taken.computer}, .+\\. ${told}$`)),
    warns: false,
  });
});

it('warns of evidence of another product, with both names', () => {
  const rollout = { ...nothingYet, answers: { 'deployment.product': 'lync-2013' } };
  const other = { ...newer, serverVersion: 'Skype for Business Server 2015 (6.0.9319.0)' };
  expect(evidenceTaken(other, { ...rollout, evidence: [other] }, clock)).toEqual({
    said: 'Taken in, but FE02 is another product, Skype for Business Server 2015 (6.0.9319.0): this rollout is for Lync Server 2013, and its scripts stop there.',
    warns: true,
  });
});
