import type { Product } from '../model/index.ts';
import { grantCmdlets, runCmdlets, things } from '../plan/index.ts';
import { nounOf } from './blocks/ensure.ts';
import { changedProperties, everyRecord } from './blocks/every-record.ts';
import { grantProperties } from './blocks/grant.ts';
import { backPeople } from './parts/back-people.ts';
import { backProviders } from './parts/back-providers.ts';
import { backRecord } from './parts/back-record.ts';
import { backTopology } from './parts/back-topology.ts';
import { confirm } from './parts/change.ts';
import { shownValues } from './parts/copy.ts';
import { changingParameters, type Help, help } from './parts/help.ts';
import { failedChanging, main } from './parts/main.ts';
import { userReader } from './parts/people.ts';
import { providerMaker, putsProviderBack } from './parts/provider.ts';
import { readerNames, readers } from './parts/readers.ts';
import { result } from './parts/result.ts';
import { sinceEnabled } from './parts/routes.ts';
import { compare, literals, rows } from './parts/rows.ts';
import { say } from './parts/say.ts';
import { changing, settings } from './parts/settings.ts';
import { ours, stateReader } from './parts/state.ts';
import { frontEndTest, moduleTest, productTest, rightsTest } from './parts/surroundings.ts';
import { type About, about, asFile, type ScriptOptions } from './script.ts';

/** The whole text of scripts/4-rollback.ps1: what it takes back stands in the state file, so no answer stands in it. */
export function rollbackScript(options: ScriptOptions): string {
  const whom = about(options);
  const { product } = whom;
  return asFile([
    help(helpOf(whom), whom),
    settings(whom, `$script:Overwriting = [bool]$Overwrite\n${changing}`),
    say,
    result({ done: 'taken back', state: stateStays }),
    moduleTest(whom, cmdlets),
    productTest(whom),
    frontEndTest,
    rightsTest(['RTCUniversalServerAdmins']),
    rows,
    compare,
    literals,
    shownValues,
    ...kinds.map((kind) => readers[kind](propertiesOf(kind, product))),
    userReader,
    stateReader,
    stateFinder,
    recordTest,
    confirm({ verb: 'Take back' }),
    ours,
    backRecord,
    backPeople,
    providerMaker(product),
    putsProviderBack,
    backProviders,
    sinceEnabled,
    backTopology,
    ...everyRecord(product),
    main({ log: 'rollback', dryRuns: true, run, failed: failedChanging }),
  ]);
}

const kinds = ['access-edge', 'external-access-policy', 'provider', 'client-policy', 'site'] as const;

function propertiesOf(kind: (typeof kinds)[number], product: Product): readonly string[] {
  return kind === 'provider' ? (things.provider.whole?.[product] ?? []) : changedProperties(kind, product);
}

const cmdlets = [
  ...new Set([
    'Get-CsHostingProvider',
    'Get-CsServerVersion',
    'Get-CsUser',
    ...kinds.flatMap((kind) => [things[kind].read, things[kind].set, things[kind].remove ?? things[kind].set]),
    'New-CsPublicProvider',
    ...Object.values(grantCmdlets),
    ...Object.values(runCmdlets),
  ]),
].sort();

const helpOf = ({ productName }: About): Help => ({
  synopsis: `Takes back on ${productName} what 2-apply.ps1 of this rollout has changed.`,
  description: `2-apply.ps1 wrote the values of before its first change to a state file. Each value that is now as the rollout made it
goes back to what it was; one that is as before already is left alone. Where somebody else has changed a value since,
the script names it and stops before any change. All is shown, and one question is asked for it; high risk is asked
for on its own. Grants go back first, then client policies, providers, external access policies, federation routes and
the Access Edge. What was not there before is removed, unless others use it by now; Global is never removed. A run
that ends with 0 sets the state file aside, and a run that stopped midway can be run again.
Exit codes: 0 done, or nothing to do; 1 unexpected error before any change; 2 wrong place, module, product or
rights; 3 declined, or nobody can be asked; 4 stopped before any change because of what was found; 5 some done and
some not, which are listed: run it again.`,
  parameters: [
    {
      name: 'OutputFolder',
      type: 'string',
      does: 'Where 2-apply.ps1 wrote the state file; transcript and log are written there. The folder of this script unless said\notherwise.',
    },
    {
      name: 'StateFile',
      type: 'string',
      does: 'The state file. The first one of this rollout in the output folder unless said otherwise.',
    },
    {
      name: 'Overwrite',
      type: 'switch',
      does: 'Takes back what somebody else has changed since, too; their values are shown and are lost.',
    },
    ...changingParameters,
  ],
  examples: [
    {
      command: '.\\4-rollback.ps1 -WhatIf',
      does: 'Shows what would be taken back. Nothing is changed and nothing is written.',
    },
    { command: '.\\4-rollback.ps1', does: 'Shows everything, asks once, and takes it back.' },
    { command: '.\\4-rollback.ps1 -Confirm', does: 'Asks before each thing is taken back.' },
  ],
  asks: true,
});

const stateStays = `if ($script:Left.Count) { Show-Text ('The values of before stay in ' + $script:StateFile) }`;

const stateFinder = `# The state file that was named.
function Read-NamedState {
    if (-not [IO.File]::Exists($script:StateFile)) { Exit-Run 4 ('This state file is not there: ' + $script:StateFile) }
    $state = Import-State $script:StateFile
    if (-not $state) { Exit-Run 4 ('This is not a state file of the rollout ' + $script:Rollout + ': ' + $script:StateFile) }
    return $state
}

# All is as before: the next run of 2-apply.ps1 begins anew.
function Move-StateAside {
    foreach ($file in $script:StateFile, ($script:StateFile + '.touched')) {
        if ([IO.File]::Exists($file)) { [IO.File]::Move($file, $file + '.undone-' + $script:Started) }
    }
    Show-Text ('The state file is set aside: ' + $script:StateFile + '.undone-' + $script:Started)
}`;

const recordTest = `# What this script does not know would stay behind unseen.
function Test-Record {
    $known = @{
${kinds.map((kind) => `        '${nounOf(things[kind])}' = $script:${readerNames[kind].slice('Read-'.length)}Names`).join('\n')}
${Object.values(grantProperties)
  .map((name) => `        'Grant of ${name}' = @('Policy')`)
  .join('\n')}
    }
    foreach ($record in $script:Records.Values) {
        $names = @($known[$record['Kind']]) + 'Identity'
        $unknown = @($record['Before'].Keys | Where-Object { $names -notcontains $_ })
        if ($known.ContainsKey($record['Kind']) -and -not $unknown.Count) { continue }
        Exit-Run 4 ('The state file has what this script cannot take back: ' + (@($record['Kind']) + $unknown -join ' ') + '. Use the script of the export that changed it.')
    }
}`;

/** Look at everything, then do. */
const run = `Test-Module
Test-Product
Test-FrontEnd
Test-Rights
if ($StateFile) {
    $script:StateFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StateFile)
    if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($script:StateFile)) {
        Exit-Run 2 ('Move the state file to a path without * ? [ ]: ' + $script:StateFile)
    }
    $state = Read-NamedState
}
else { $state = Find-State }
if (-not $state) { Exit-Run 0 ('Nothing to take back: no state file of this rollout is in ' + $script:Folder) }
Show-Text ('Values of before: ' + $script:StateFile + ', of ' + $state['Written'] + ' on ' + $state['Computer'])
Read-Record $state
Test-Record
if (@(@($script:Records.Keys) -like 'Grant of *').Count) { $script:DomainController = Find-DomainController }
Invoke-EveryRecord
if ($script:Stops.Count) {
    foreach ($stop in $script:Stops) { Show-Text ('Stop: ' + $stop) }
    Exit-Run 4 'Stopped before any change.'
}
if ($script:Ahead) {
    Confirm-Run
    $script:Pass = 'do'
    Invoke-EveryRecord
}
if ($script:DryRun) { Exit-Run 0 'Nothing was changed and nothing was written: -WhatIf.' }
if (-not $script:Left.Count) { Move-StateAside }
if (-not $script:Ahead -and -not $script:Left.Count) { Exit-Run 0 'Everything is as before. Nothing to do.' }
Exit-WithResult`;
