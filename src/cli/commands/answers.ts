import type { Command } from '../asked.ts';
import { flag, option } from '../input.ts';
import { quiet, rollout } from './inputs.ts';

const out = option('out', { shown: 'file', takes: 'file', help: 'a file to write; without it, they are printed' });
const comments = flag('comments', 'with what is asked, and what holds where nothing is answered');
const force = flag('force', 'replace the file, if there is one');

export const answersCommand: Command = {
  name: 'answers',
  does: 'write the answers file of a rollout',
  inputs: [rollout, out, comments, force, quiet],
  examples: ['skypefed answers contoso --out contoso.json', 'skypefed answers contoso --comments'],
  ask(given) {
    const file = given(out);
    const how = { comments: given(comments), force: given(force) };
    return {
      command: 'answers',
      quiet: given(quiet),
      options: { name: given(rollout), ...(file === undefined ? {} : { out: file }), ...how },
    };
  },
};
