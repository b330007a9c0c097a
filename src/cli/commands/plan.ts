import type { Command } from '../asked.ts';
import { flag } from '../input.ts';
import { answers, json, quiet, rolloutOrNone, set, sourceGiven } from './inputs.ts';

const detailed = flag('detailed-exitcode', 'end with 0: nothing to do, 10: changes, 11: stops');

export const planCommand: Command = {
  name: 'plan',
  does: 'list what would be changed on the server, and what takes it back',
  inputs: [rolloutOrNone, answers, set, detailed, json, quiet],
  examples: [
    'skypefed plan contoso',
    'skypefed plan --answers contoso.json --json',
    'skypefed plan contoso --detailed-exitcode --quiet',
  ],
  ask: (given) => ({
    command: 'plan',
    quiet: given(quiet),
    options: { ...sourceGiven('plan', given), detailed: given(detailed), json: given(json) },
  }),
};
