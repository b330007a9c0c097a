import type { Change } from '../model/index.ts';
import { everyChange } from './blocks/every-change.ts';
import { type ListFile, type Lists, listDigests, type TextDigest, userLists } from './blocks/lists.ts';
import { type Needs, needsOf } from './needs.ts';
import { change as changePart, confirm } from './parts/change.ts';
import { copy, copyForUsers, shownValues } from './parts/copy.ts';
import { changingParameters, type Help, help } from './parts/help.ts';
import { inForceOfSites, inForceOfUsers } from './parts/in-force.ts';
import { listReader, readsLists } from './parts/lists.ts';
import { failedChanging, main } from './parts/main.ts';
import { effective, effectiveByScope, grants, keptForUsers, people, userReader } from './parts/people.ts';
import { provider, providerMaker, putsProviderBack } from './parts/provider.ts';
import { parameterTest, readers, siteReader } from './parts/readers.ts';
import { result } from './parts/result.ts';
import { routes, sinceEnabled } from './parts/routes.ts';
import { compare, literals, rowArguments, rows } from './parts/rows.ts';
import { say } from './parts/say.ts';
import { isSeen, seenTest } from './parts/seen.ts';
import { changing, settings } from './parts/settings.ts';
import { ours, stateReader, stateWriter } from './parts/state.ts';
import { frontEndTest, moduleTest, productTest, rightsTest } from './parts/surroundings.ts';
import { turn } from './parts/turn.ts';
import { type About, about, asFile, type ScriptOptions } from './script.ts';
import { checkCommand } from './table.ts';

type ApplyOptions = ScriptOptions & {
  changes: readonly Change[];
  digest: TextDigest;
};

/**
 * The whole text of scripts/2-apply.ps1, and the lists of users that have to lie beside it. Throws where a command is not
 * as the cmdlet table has it.
 */
export function applyScript({ changes, digest, ...options }: ApplyOptions): {
  text: string;
  lists: readonly ListFile[];
} {
  const whom = about(options);
  for (const command of changes.flatMap(({ commands, undo }) => [...commands, ...undo])) {
    checkCommand(command, whom.product);
  }
  const lists = userLists();
  const body = everyChange(changes, lists);
  return { text: asFile(sections(changes, whom, { body, lists, digest })), lists: lists.files() };
}

function sections(
  changes: readonly Change[],
  whom: About,
  { body, lists, digest }: { body: string; lists: Lists; digest: TextDigest },
): readonly string[] {
  const { product } = whom;
  const needs = needsOf(changes, product);
  const usesPeople = needs.grants || needs.keptForUsers || needs.inForceOfUsers;
  const digests = listDigests(lists, digest);
  const seen = isSeen(changes);
  return [
    help(helpOf(whom), whom),
    settings(whom, `$script:StateFile = ''\n${changing}`),
    say,
    result({ done: 'made', state: wayBack }),
    moduleTest(whom, needs.cmdlets),
    productTest(whom),
    frontEndTest,
    rightsTest(['RTCUniversalServerAdmins']),
    rows,
    compare,
    literals,
    rowArguments,
    ...lookups(needs, usesPeople),
    ...(digests ? [listReader] : []),
    stateReader,
    stateWriter,
    confirm({ verb: 'Make' }),
    ...(seen ? [ours, seenTest(changes)] : []),
    changePart({ seen }),
    ...(needs.turns ? [turn] : []),
    ...(needs.routes ? [sinceEnabled, routes] : []),
    ...(needs.copies ? [shownValues, copy] : []),
    ...(needs.copiesForUsers ? [copyForUsers] : []),
    ...(needs.provider ? [providerMaker(product), putsProviderBack, provider] : []),
    ...(needs.grants ? [grants({ seen })] : []),
    body,
    main({ log: 'apply', dryRuns: true, run: run({ usesPeople, digests, seen }), failed: failedChanging }),
  ];
}

const helpOf = ({ productName }: About): Help => ({
  synopsis: `Makes on ${productName} the changes that were decided for federation with Skype.`,
  description: `First everything is read and compared; what stands in the way ends the script before any change. What differs is
shown, as it is and as it will be, and one question is asked for all of it; high risk is asked for on its own. Then the
values of today are written to a state file and the configuration is backed up. Then each change is made and read
again, and the command that takes it back is printed. Only what differs is changed: a second run changes nothing.
Exit codes: 0 done, or nothing to do; 1 unexpected error before any change; 2 wrong place, module, product or
rights; 3 declined, or nobody can be asked; 4 stopped before any change because of what was found; 5 some done and
some not, which are listed: run it again.`,
  parameters: [
    {
      name: 'OutputFolder',
      type: 'string',
      does: 'Where state file, backup, transcript and log are written. The folder of this script unless said otherwise.',
    },
    ...changingParameters,
    { name: 'NoBackup', type: 'switch', does: 'Makes no backup with Export-CsConfiguration.' },
  ],
  examples: [
    {
      command: '.\\2-apply.ps1 -WhatIf',
      does: 'Shows what would be changed. Nothing is changed and nothing is written.',
    },
    { command: '.\\2-apply.ps1', does: 'Shows everything, asks once, and makes the changes.' },
    { command: '.\\2-apply.ps1 -Confirm', does: 'Asks for each change before it is made.' },
  ],
  asks: true,
});

const wayBack = `if ($script:Attempted) { Show-Text ('Way back: 4-rollback.ps1, or the undo commands, last one first. The values before are in ' + $script:StateFile) }
    else { Remove-NewState }`;

const seeAgain = `    if ($script:Changed) { Show-Text 'What to do: run 1-discover.ps1 here again, take its evidence into the rollout (skypefed import FILE), look at the plan, and export again.' }
`;

/** Look at everything, write down what stood before, then do. */
const run = ({
  usesPeople,
  digests,
  seen,
}: {
  usesPeople: boolean;
  digests: string | undefined;
  seen: boolean;
}) => `${readsLists(digests)}Test-Module
Test-Product
Test-FrontEnd
Test-Rights${usesPeople ? '\n$script:DomainController = Find-DomainController' : ''}
$state = Find-State
if ($state) { Read-Record $state }
Invoke-EveryChange
if ($script:Stops.Count) {
    foreach ($stop in $script:Stops) { Show-Text ('Stop: ' + $stop) }
${seen ? seeAgain : ''}    Exit-Run 4 'Stopped before any change.'
}
if (-not $script:Ahead -and -not $script:Left.Count) { Exit-Run 0 'Everything is as wanted. Nothing to do.' }
if (-not $script:Ahead -and -not $script:DryRun) { Exit-WithResult 'Everything else is as wanted.' }
Confirm-Run
if (-not $script:DryRun) { Save-State }
if (-not $script:DryRun -and -not $NoBackup) {
    $backup = Join-Path $script:Folder ('backup-' + $script:Started + '.zip')
    Export-CsConfiguration -FileName $backup -ErrorAction Stop
    Show-Text ('The configuration is backed up in ' + $backup)
}
$script:Pass = 'do'
Invoke-EveryChange
if ($script:DryRun) { Exit-Run 0 'Nothing was changed and nothing was written: -WhatIf.' }
Exit-WithResult`;

/** Functions that read and find, as far as these changes need them. */
function lookups(needs: Needs, usesPeople: boolean): readonly string[] {
  return [
    ...[...needs.reads].map(([kind, names]) => readers[kind](names)),
    ...(needs.probes ? [parameterTest] : []),
    ...(needs.sites ? [siteReader()] : []),
    ...(usesPeople ? [userReader, people] : []),
    ...(needs.keptForUsers || needs.inForceOfUsers || needs.copiesForUsers
      ? [needs.effective === 'server' ? effective : effectiveByScope]
      : []),
    ...(needs.keptForUsers ? [keptForUsers] : []),
    ...(needs.inForceOfSites ? [inForceOfSites] : []),
    ...(needs.inForceOfUsers ? [inForceOfUsers] : []),
  ];
}
