import type { Command } from '../asked.ts';
import { lookGiven, rollout } from './inputs.ts';

export const openCommand: Command = {
  name: 'open',
  does: 'go straight into a rollout',
  inputs: [rollout],
  examples: ['skypefed open contoso'],
  ask: (given) => ({ command: 'wizard', options: { name: given(rollout), ...lookGiven(given) } }),
};
