import type { Command } from '../asked.ts';
import { lookGiven, set } from './inputs.ts';

export const newCommand: Command = {
  name: 'new',
  does: 'start a rollout',
  inputs: [set],
  examples: ['skypefed new', 'skypefed new --set deployment.organisation=Contoso'],
  ask: (given) => ({ command: 'wizard', options: { begin: true, set: given(set), ...lookGiven(given) } }),
};
