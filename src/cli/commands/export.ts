import type { Command } from '../asked.ts';
import { flag, option, optionalArgument, requiredOption, Unfit } from '../input.ts';
import { json, rolloutHelp } from './inputs.ts';

const name = optionalArgument('name', { help: `${rolloutHelp}; or --answers`, takes: 'rollout' });
const answers = option('answers', {
  shown: 'file',
  takes: 'file',
  help: 'an answers file, or an exported rollout.json',
});
const out = requiredOption('out', {
  shown: 'folder',
  takes: 'folder',
  help: 'a folder, new or with an earlier export',
});
const force = flag('force', 'replace files of the export that were changed by hand, or are of no export');

export const exportCommand: Command = {
  name: 'export',
  does: 'write script and runbook, without asking',
  inputs: [name, answers, out, force, json],
  examples: [
    'skypefed export contoso --out contoso-export',
    'skypefed export --answers contoso.json --out contoso-export',
  ],
  ask(given) {
    const [id, file] = [given(name), given(answers)];
    const how = { out: given(out), force: given(force), json: given(json) };
    if (id !== undefined && file === undefined) return { command: 'export', options: { name: id, ...how } };
    if (id === undefined && file !== undefined) return { command: 'export', options: { answers: file, ...how } };
    throw new Unfit('export takes the name of a rollout or --answers FILE, one of the two.');
  },
};
