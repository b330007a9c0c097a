import type { Command } from '../asked.ts';
import { json } from './inputs.ts';

export const listCommand: Command = {
  name: 'list',
  does: 'name the rollouts there are',
  inputs: [json],
  examples: ['skypefed list --json'],
  ask: (given) => ({ command: 'list', options: { json: given(json) } }),
};
