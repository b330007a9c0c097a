import { expect, it } from 'vitest';
import type { TaskState } from '../../src/model/index.ts';
import { stateWord } from '../../src/wizard/index.ts';

const today = '2014-11-23';

it.each<[TaskState | undefined, string]>([
  [undefined, 'to do'],
  [{ state: 'waiting', since: '2014-11-20' }, 'waiting, since 20 Nov, day 3'],
  [{ state: 'done', at: '2014-11-20' }, 'done, 20 Nov'],
  [{ state: 'done' }, 'done'],
  [{ state: 'waiting' }, 'waiting'],
  [{ state: 'done', result: 'worked' }, 'done, worked'],
  [{ state: 'waived', reason: 'a lab' }, 'not needed'],
])('a state and what belongs to it: %j', (state, said) => {
  expect(stateWord(state, today)).toBe(said);
});
