import type { Command } from '../asked.ts';
import { flag, requiredOption } from '../input.ts';
import { answers, json, quiet, rolloutOrNone, set, sourceGiven } from './inputs.ts';

const out = requiredOption('out', {
  shown: 'folder',
  takes: 'folder',
  help: 'a folder, new or with an earlier export',
});
const force = flag('force', 'replace files of the export that were changed by hand, or are of no export');

export const exportCommand: Command = {
  name: 'export',
  does: 'write script and runbook, without asking',
  inputs: [rolloutOrNone, answers, set, out, force, json, quiet],
  examples: [
    'skypefed export contoso --out contoso-export',
    'skypefed export --answers contoso.json --out contoso-export',
    'skypefed export contoso --set edge.dns-published=done --out contoso-export',
  ],
  ask(given) {
    const how = { out: given(out), force: given(force), json: given(json) };
    const source = sourceGiven('export', given);
    return { command: 'export', quiet: given(quiet), options: { ...source, ...how } };
  },
};
