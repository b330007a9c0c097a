import { expect, test } from 'vitest';
import type { Person } from '../../src/model/index.ts';
import { viewOf } from '../../src/state/index.ts';
import { taskById } from '../../src/steps/index.ts';
import { isToDo, taskForm } from '../../src/wizard/index.ts';
import { contoso } from '../terminal/exported.ts';
import { rolloutFrom } from '../terminal/homes.ts';

const rollout = rolloutFrom(contoso);
const view = viewOf(rollout, '2026-11-23');

function shown(id: string, around: Parameters<typeof taskForm>[1] = { rollout, view }): string {
  const task = taskById(id);
  if (!task) throw new Error(`There is no task ${id}.`);
  return taskForm(task, around).shown;
}

test("a task that is each person's own is told as it stands with them, once it was done for all as that", () => {
  expect(shown('accounts.made')).toBe('by person: 2 done');
  expect(shown('accounts.merged')).toBe('by person: 1 done');
  expect(shown('accounts.skype-current')).toBe('3 Nov 2014');
});

test('at a person it is told as it stands with that one, and the task of a rollout with nobody', () => {
  const [, thomas] = view.people;
  expect(shown('accounts.made', { rollout, view, ...(thomas ? { person: thomas } : {}) })).toBe('3 Nov 2014');
  expect(shown('access-policy.replicated')).toBe('');
});

test('where nobody is listed it is to do', () => {
  const nobody = { ...rollout, people: [] };
  expect(shown('accounts.made', { rollout: nobody, view: viewOf(nobody, '2026-11-23') })).toBe('');
});

test('is to do while one of those whom it concerns has it to do, and nobody did it for all', () => {
  const toDo = (id: string, people: typeof rollout.people) => {
    const task = taskById(id);
    return task && isToDo(task, { view: viewOf({ ...rollout, people }, '2026-11-23') });
  };
  const { people } = rollout;
  const elizabeth: Person = { id: 'new', name: 'Elizabeth Brown', situation: 'needs-account', tasks: {} };
  expect(toDo('accounts.made', people)).toBe(false);
  expect(toDo('accounts.made', [...people, elizabeth])).toBe(true);
  expect(toDo('accounts.made', [])).toBe(true);
  expect(toDo('accounts.skype-current', people)).toBe(false);
  expect(toDo('access-policy.replicated', people)).toBe(true);
});
