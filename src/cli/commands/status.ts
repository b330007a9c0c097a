import type { Command } from '../asked.ts';
import { json, quiet, rollout } from './inputs.ts';

export const statusCommand: Command = {
  name: 'status',
  does: 'tell where a rollout stands, what was seen, what waits, and what comes next',
  inputs: [rollout, json, quiet],
  examples: ['skypefed status contoso', 'skypefed status contoso --json'],
  ask: (given) => ({
    command: 'status',
    quiet: given(quiet),
    options: { name: given(rollout), json: given(json) },
  }),
};
