import type { Command } from '../asked.ts';
import { json, quiet } from './inputs.ts';

export const listCommand: Command = {
  name: 'list',
  does: 'name the rollouts there are',
  inputs: [json, quiet],
  examples: ['skypefed list --json'],
  ask: (given) => ({ command: 'list', quiet: given(quiet), options: { json: given(json) } }),
};
