import { describe, expect, it } from 'vitest';
import { stepsTold } from '../../src/wizard/index.ts';
import { contoso } from '../terminal/exported.ts';
import { rolloutFrom } from '../terminal/homes.ts';

const today = '2026-11-23';
const none = { drafts: [], followed: {} };
const whole = rolloutFrom({ ...contoso, 'edge.dns-published': { state: 'done', at: '2026-11-20' } });

describe('how a step stands', () => {
  it('is told as everywhere else', () => {
    expect(stepsTold(whole, today, none).get('deployment')).toEqual({ sign: 'done', said: 'answered, no task left' });
    expect(stepsTold(rolloutFrom(contoso), today, none).get('edge')).toEqual({ sign: 'wait', said: 'waits' });
    expect(stepsTold(rolloutFrom({}), today, none).get('edge')).toEqual({ sign: undefined, said: 'not begun' });
  });

  it('what is missing is no sign, what is there and does not do is one, an answer and a task alike', () => {
    const { 'deployment.sip-domains': _gone, ...answers } = whole.answers;
    const said = 'something is missing or wrong';
    expect(stepsTold({ ...whole, answers }, today, none).get('deployment')).toEqual({ sign: undefined, said });
    const tasks = { ...whole.tasks, 'edge.certificate': { state: 'waived' } as const };
    expect(stepsTold({ ...whole, tasks }, today, none).get('edge')).toEqual({ sign: 'bad', said });
  });

  it('a draft is called what Review calls it, and is not called wrong', () => {
    const told = stepsTold(whole, today, { ...none, drafts: ['deployment.backup'] });
    expect(told.get('deployment')).toEqual({ sign: 'look', said: 'draft, not accepted' });
    expect(told.get('registration')?.sign).not.toBe('look');
  });

  it('what followed a change is told behind the state', () => {
    const followed = { 'client-policy.scope': '2026-11-23T21:00:00.000Z' };
    const told = stepsTold(whole, today, { ...none, followed }).get('client-policy');
    expect(told).toEqual({ sign: 'look', said: 'begun, something is left, followed a change' });
  });
});
