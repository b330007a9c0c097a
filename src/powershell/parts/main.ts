/** The run itself: look at everything, write down what stood before, then do. `people`: users are looked up in it. */
export const main = (options: {
  people: boolean;
}) => `if (-not $OutputFolder) { $OutputFolder = Split-Path -Parent $MyInvocation.MyCommand.Path }
$script:Folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)
try {
    if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($script:Folder)) {
        Exit-Run 2 ('Choose a folder without * ? [ ] in its path, with -OutputFolder: ' + $script:Folder)
    }
    if (-not $script:DryRun) {
        [void][IO.Directory]::CreateDirectory($script:Folder)
        $script:LogFile = Join-Path $script:Folder ('apply-' + $script:Started + '.log')
        $transcript = Join-Path $script:Folder ('transcript-' + $script:Started + '.txt')
        try { Start-Transcript -Path $transcript -Confirm:$false | Out-Null; $script:Transcribing = $true }
        catch { Show-Text ('No transcript here, the log goes on: ' + $_.Exception.Message) -Warning }
    }
    Show-Text ('Rollout ' + $script:Rollout + ' of ' + $script:Organisation + ', ' + $script:Program + ', on ' + [Environment]::MachineName)
    Test-Surroundings${options.people ? '\n    $script:DomainController = Find-DomainController' : ''}
    Read-State
    Invoke-EveryChange
    if ($script:Stops.Count) {
        foreach ($stop in $script:Stops) { Show-Text ('Stop: ' + $stop) }
        Exit-Run 4 'Stopped before any change.'
    }
    if (-not $script:Ahead) { Exit-Run 0 'Everything is as wanted. Nothing to do.' }
    if (-not $script:DryRun) { Save-State }
    if (-not $script:DryRun -and -not $NoBackup) {
        $backup = Join-Path $script:Folder ('backup-' + $script:Started + '.zip')
        Export-CsConfiguration -FileName $backup -ErrorAction Stop
        Show-Text ('The configuration is backed up in ' + $backup)
    }
    $script:Pass = 'do'
    Invoke-EveryChange
    if ($script:DryRun) { Exit-Run 0 'Nothing was changed and nothing was written: -WhatIf.' }
    Exit-WithResult
}
catch {
    $said = $_.Exception.Message
    if ($_.InvocationInfo) { $said += ' (line ' + $_.InvocationInfo.ScriptLineNumber + ')' }
    if ($script:Attempted) { [void]$script:Left.Add($said); Exit-WithResult 'The run ended early.' }
    Exit-Run 1 ('Ended before any change: ' + $said)
}`;
