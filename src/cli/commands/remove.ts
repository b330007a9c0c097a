import type { Command } from '../asked.ts';
import { flag } from '../input.ts';
import { noColor, quiet, rollout } from './inputs.ts';

const yes = flag('yes', 'do not ask first');

export const removeCommand: Command = {
  name: 'remove',
  does: 'take a rollout out of the list; exports stay',
  inputs: [rollout, yes, quiet],
  examples: ['skypefed remove contoso'],
  ask: (given) => ({
    command: 'remove',
    quiet: given(quiet),
    options: { name: given(rollout), yes: given(yes), noColor: given(noColor) },
  }),
};
