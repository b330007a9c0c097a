import { clientOptions, clientOptionsSfb, requestOnNewTab, signInAgain } from '../../facts/index.ts';
import type { Task } from '../../model/index.ts';
import { target } from './fields.ts';

export const usersTold: Task = {
  id: 'client-policy.users-told',
  label: 'Users told',
  help: 'Each user has read which two settings to make in the client, and where requests come up.',
  why: [clientOptions, clientOptionsSfb, requestOnNewTab],
  per: 'rollout',
};

export const signedInAgain: Task = {
  id: 'client-policy.signed-in-again',
  label: 'Signed in again',
  help: 'The users have signed out of the client and in again after the policy was changed.',
  why: [signInAgain],
  per: 'rollout',
  applies: (view) => view.get(target) !== 'leave',
};
