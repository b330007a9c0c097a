import { indented } from '../text.ts';

/**
 * The run itself: the folder, log and transcript, then `run`; what goes wrong unforeseen comes to `failed`, lines that may
 * use $said. `log` begins the name of the log; with `dryRuns` a run with -WhatIf writes nothing; `unless` is where no transcript
 * is kept: PowerShell itself begins it with the account.
 */
export const main = (options: {
  log: string;
  dryRuns: boolean;
  unless?: string;
  run: string;
  failed: string;
}) => `if (-not $OutputFolder) { $OutputFolder = Split-Path -Parent $MyInvocation.MyCommand.Path }
$script:Folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)
try {
    if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($script:Folder)) {
        Exit-Run 2 ('Choose a folder without * ? [ ] in its path, with -OutputFolder: ' + $script:Folder)
    }
${options.dryRuns ? indented(`if (-not $script:DryRun) {\n${indented(opened(options), 1)}\n}`, 1) : indented(opened(options), 1)}
    Show-Text ('Rollout ' + $script:Rollout + ' of ' + $script:Organisation + ', ' + $script:Program + ', on ' + [Environment]::MachineName)
${indented(options.run, 1)}
}
catch {
    $said = $_.Exception.Message
    if ($_.InvocationInfo) { $said += ' (line ' + $_.InvocationInfo.ScriptLineNumber + ')' }
${indented(options.failed, 1)}
}`;

const opened = ({
  log,
  unless,
}: {
  log: string;
  unless?: string;
}) => `[void][IO.Directory]::CreateDirectory($script:Folder)
$script:LogFile = Join-Path $script:Folder ('${log}-' + $script:Started + '.log')
$transcript = Join-Path $script:Folder ('transcript-' + $script:Started + '.txt')
try { ${unless ? `if (-not ${unless}) { ${started} }` : started} }
catch { Show-Text ('No transcript here, the log goes on: ' + $_.Exception.Message) -Warning }`;

const started = 'Start-Transcript -Path $transcript -Confirm:$false | Out-Null; $script:Transcribing = $true';

/** What comes to `failed` in a script that changes the server. */
export const failedChanging = `if ($script:Attempted) { [void]$script:Left.Add($said); Exit-WithResult 'The run ended early.' }
Exit-Run 1 ('Ended before any change: ' + $said)`;
