import type { Command } from '../asked.ts';
import { lookGiven } from './inputs.ts';

export const newCommand: Command = {
  name: 'new',
  does: 'start a rollout',
  inputs: [],
  examples: ['skypefed new'],
  ask: (given) => ({ command: 'wizard', options: { begin: true, ...lookGiven(given) } }),
};
