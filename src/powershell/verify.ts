import type { Change } from '../model/index.ts';
import { everyExpectation } from './blocks/expected.ts';
import { listDigests, type TextDigest, userLists } from './blocks/lists.ts';
import { namedUsers } from './blocks/named.ts';
import { needsOf } from './needs.ts';
import { checks, copyChecks, replicas, stopIsDifference } from './parts/checks.ts';
import { shownValues } from './parts/copy.ts';
import { document } from './parts/document.ts';
import { evidence } from './parts/evidence.ts';
import { type Help, help, readingParameters } from './parts/help.ts';
import { grantChecks, inForceChecks, inForceOfSites, inForceOfUsers, personFinder } from './parts/in-force-checks.ts';
import { json } from './parts/json.ts';
import { listReader, readsLists } from './parts/lists.ts';
import { main } from './parts/main.ts';
import { personCmdlets, persons } from './parts/persons.ts';
import { parameterTest, reader, readerNames, siteReader } from './parts/readers.ts';
import { compare, literals, rows } from './parts/rows.ts';
import { say } from './parts/say.ts';
import { neverAsks, settings } from './parts/settings.ts';
import { centralStore, frontEnd, itemOf, machine } from './parts/sightings.ts';
import { frontEndTest, moduleTest, productTest } from './parts/surroundings.ts';
import { type About, about, asFile, type ScriptOptions } from './script.ts';

/**
 * The whole text of scripts/3-verify.ps1: what should be true once these changes are made, each line expected and found. It
 * writes evidence as discover does, with `checks`.
 */
export function verifyScript({
  changes,
  digest,
  ...options
}: ScriptOptions & { changes: readonly Change[]; digest: TextDigest }): string {
  const lists = userLists();
  const named = namedUsers(options.view, lists);
  const expected = everyExpectation(changes, lists);
  return asFile(sections(changes, about(options), { named, expected, digests: listDigests(lists, digest) }));
}

function sections(
  changes: readonly Change[],
  whom: About,
  { named, expected, digests }: { named: string; expected: string; digests: string | undefined },
): readonly string[] {
  const needs = needsOf(changes, whom.product);
  const cmdlets = [...frontEnd.map(({ cmdlet }) => cmdlet), ...personCmdlets(whom.product), 'Get-CsServerVersion'];
  return [
    help(helpOf(whom, digests), whom),
    settings(whom, `${neverAsks}\n$script:Pass = 'look'`),
    say,
    ...(digests === undefined ? [] : [listReader]),
    moduleTest(whom, [...new Set(cmdlets)].sort()),
    productTest(whom),
    frontEndTest,
    json,
    evidence({ hides: false }),
    machine(whom),
    named,
    persons(whom),
    centralStore(whom),
    document({ script: 'verify', hides: false, more: '; checks = $script:Checks' }),
    rows,
    compare,
    literals,
    checks(needs),
    ...(needs.copies ? [shownValues, copyChecks] : []),
    ...(needs.sites || needs.inForceOfUsers ? [stopIsDifference] : []),
    replicas,
    ...[...needs.reads].map(([kind, names]) => reader(readerNames[kind], found(itemOf(kind)), names)),
    ...(needs.probes ? [parameterTest] : []),
    ...(needs.sites ? [siteReader(`${found('sites')} | Where-Object { $_ }`)] : []),
    ...(needs.grants || needs.inForceOfUsers ? [personFinder] : []),
    ...(needs.inForceOfSites ? [inForceOfSites] : []),
    ...(needs.inForceOfUsers ? [inForceOfUsers] : []),
    inForceChecks,
    ...(needs.grants ? [grantChecks] : []),
    expected,
    main({
      log: 'verify',
      dryRuns: false,
      run: `${readsLists(digests)}${run}`,
      failed: "Exit-Run 1 ('Nothing was verified: ' + $said)",
    }),
  ];
}

const found = (item: string) => `$script:Found['${item}']`;

const helpOf = ({ productName }: About, digests: string | undefined): Help => ({
  synopsis: `Says whether ${productName} is as this rollout wants it. It changes nothing.`,
  description: `Everything is read as 1-discover.ps1 reads it, and each value that was decided is held against it: expected, found,
good or not. So are the policies in force for the users who are named. A policy of a person's own comes before that of
the site and before Global: whoever has one is named, and that is no difference. Each Edge Server is waited for until
it has the configuration, 180 s at most. The result is told and written to evidence-<computer>-<UTC time>.json. No
cmdlet of the server is called but Get-Cs*.
Exit codes: 0 all is good; 1 unexpected error; 2 wrong place, module or product;${digests === undefined ? '' : ' 4 the list of users beside it is\nanother;'} 6 differences, which are listed.`,
  parameters: readingParameters,
  examples: [{ command: '.\\3-verify.ps1', does: 'Says what is good and what is not, and writes the evidence.' }],
  asks: false,
});

const run = `Test-Module
Test-Product
Test-FrontEnd
Read-Machine
$script:DomainController = Find-DomainController
Read-CentralStore
$script:Made = Read-Made
Test-EveryChange
Test-InForce 'ExternalAccessPolicy' 'External access policy in force'
Test-InForce 'ClientPolicy' 'Client policy in force'
Test-Replication
Save-Evidence 'front-end'
$different = @($script:Checks | Where-Object { -not $_['good'] })
foreach ($check in $different) { Show-Text ('Differs: ' + $check['what'] + ': ' + $check['name']) }
if ($different.Count) { Exit-Run 6 ([string]$different.Count + ' of ' + $script:Checks.Count + ' are not as wanted.') }
Exit-Run 0 ('All ' + $script:Checks.Count + ' are as wanted.')`;
