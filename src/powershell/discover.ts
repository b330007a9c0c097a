import { listDigests, type TextDigest, userLists } from './blocks/lists.ts';
import { namedUsers } from './blocks/named.ts';
import { document } from './parts/document.ts';
import { evidence } from './parts/evidence.ts';
import { type Help, help, readingParameters } from './parts/help.ts';
import { hide } from './parts/hide.ts';
import { json } from './parts/json.ts';
import { listReader, readsLists } from './parts/lists.ts';
import { localCmdlets, localCopy } from './parts/local-copy.ts';
import { main } from './parts/main.ts';
import { personCmdlets, persons } from './parts/persons.ts';
import { say } from './parts/say.ts';
import { neverAsks, settings } from './parts/settings.ts';
import { centralStore, frontEnd, machine } from './parts/sightings.ts';
import { moduleTest, productTest } from './parts/surroundings.ts';
import { type About, about, asFile, type ScriptOptions } from './script.ts';

/**
 * The whole text of scripts/1-discover.ps1, which only reads, and writes what it saw to
 * `evidence-<computer>-<UTC time>.json`:
 *
 * ```
 * { "format": "skypefed-evidence", "version": 1, "program", "rollout", "script": "discover" | "verify",
 *   "computer", "written", "place": "front-end" | "edge", "people": "names" | "hashes",
 *   "items": { [item]: { "at", "from": "central" | "local" | "machine" } & ({ "read": true, "values" } | { "read": false, "why" }) },
 *   "made": "unknown" | [{ "kind", "identity", "existed", "values", "time" }],
 *   "checks"?: [{ "what", "name", "expected", "found", "good" }] }
 * ```
 *
 * Moments are UTC, ISO 8601. `values` is a list, also of one. Objects of the server keep their property names; identities
 * are text, an enum is `{ "name", "number" }`, what is not set is null. `made` is what apply of this rollout began to
 * change here: `kind` is the noun of its cmdlets or `Grant of <policy kind>`, `existed` whether it stood there before,
 * `values` what was wanted, null for an entry that had to go. `checks` is of verify alone.
 *
 * Items of every server: account, groups, system, module, serverVersion, parameters. Of a Front End Server: those of
 * `frontEnd`; users, who are named in the rollout or have a policy of their own; userCounts, of all; namedUsers, how many
 * users answer to each name. Of an Edge Server: those of `onEdge`, services, certificates, events.
 */
export function discoverScript({ digest, ...options }: ScriptOptions & { digest: TextDigest }): string {
  const lists = userLists();
  const named = namedUsers(options.view, lists);
  return asFile(sections(about(options), { named, digests: listDigests(lists, digest) }));
}

function sections(whom: About, { named, digests }: { named: string; digests: string | undefined }): readonly string[] {
  const cmdlets = [
    ...frontEnd.map(({ cmdlet }) => cmdlet),
    ...localCmdlets,
    ...personCmdlets(whom.product),
    'Get-CsServerVersion',
  ];
  return [
    help(helpOf(whom, digests), whom),
    settings(whom, `${neverAsks}\n$script:Hiding = [bool]$NoUserNames`),
    say,
    ...(digests === undefined ? [] : [listReader]),
    moduleTest(whom, [...new Set(cmdlets)].sort()),
    productTest(whom),
    placeTest,
    json,
    hide,
    evidence({ hides: true }),
    machine(whom),
    named,
    persons(whom),
    centralStore(whom),
    localCopy(whom),
    document({ script: 'discover', hides: true }),
    main({ log: 'discover', dryRuns: false, unless: '$script:Hiding', run: `${readsLists(digests)}${run}`, failed }),
  ];
}

const helpOf = ({ productName }: About, digests: string | undefined): Help => ({
  synopsis: `Looks at ${productName} and writes down what it sees. It changes nothing.`,
  description: `On a Front End Server the configuration is read from the central store, on an Edge Server from its own copy of it, and
there certificates, services and events as well. What cannot be read is written down as such, with the reason, and the
rest is read all the same. Users who are named in the rollout or have a policy of their own are listed, all others are
counted. The result is one file, evidence-<computer>-<UTC time>.json. No cmdlet of the server is called but Get-Cs*.
Exit codes: 0 done; 1 unexpected error; 2 wrong place, module or product${digests === undefined ? '' : '; 4 the list of users beside it is another'}.`,
  parameters: [
    ...readingParameters,
    {
      name: 'NoUserNames',
      type: 'switch',
      does: `Writes a hash in place of every person, the same for one person within the file and another in the next, leaves
out what people wrote as descriptions and comments, and keeps no transcript.`,
    },
  ],
  examples: [
    { command: '.\\1-discover.ps1', does: 'Writes the evidence beside the script.' },
    {
      command: '.\\1-discover.ps1 -NoUserNames -OutputFolder C:\\Evidence',
      does: 'Writes it elsewhere, and names nobody.',
    },
  ],
  asks: false,
});

/** An Edge Server reads its own copy, and the central store not at all. */
const placeTest = `function Find-Place {
    try { [void]@(Get-CsPublicProvider -ErrorAction Stop); return 'front-end' }
    catch {
        $why = $_.Exception.Message
        try { [void]@(Get-CsPublicProvider -LocalStore -ErrorAction Stop); return 'edge' }
        catch { Exit-Run 2 ('The configuration cannot be read: ' + $why) }
    }
}`;

const run = `Test-Module
Test-Product
$place = Find-Place
Read-Machine
if ($place -eq 'edge') {
    Read-LocalStore
    Read-EdgeServer
}
else {
    $script:DomainController = Find-DomainController
    Read-CentralStore
}
Save-Evidence $place
$unread = @($script:Items.Values | Where-Object { -not $_['read'] }).Count
Exit-Run 0 ([string]$script:Items.Count + ' items, of which ' + $unread + ' could not be read. Nothing was changed.')`;

const failed = `Exit-Run 1 ('No evidence was written: ' + (Hide-Name $said))`;
