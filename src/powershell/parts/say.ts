/** What is told to the person and to the log, and the two ways to end. */
export const say = `function Show-Text([string]$Text, [switch]$Warning) {
    if ($Warning) { Write-Warning $Text } else { Write-Host $Text }
    if (-not $script:LogFile) { return }
    try { [IO.File]::AppendAllText($script:LogFile, $Text + [Environment]::NewLine, [Text.Encoding]::UTF8) }
    catch { $script:LogFile = ''; Write-Warning ('The log ends here: ' + $_.Exception.Message) }
}

function Exit-Run([int]$Code, [string]$Text) {
    Show-Text $Text
    if ($script:Transcribing) { Stop-Transcript | Out-Null }
    exit $Code
}

function Exit-WithResult([string]$Text) {
    foreach ($item in $script:Left) { Show-Text ('Not made: ' + $item) }
    Show-Text ([string]$script:Done.Count + ' made, ' + $script:Left.Count + ' not made. ' + $Text)
    if ($script:Attempted) { Show-Text ('Way back: the undo commands, last one first. The values before are in ' + $script:StateFile) }
    if ($script:Done.Count) { Show-Text 'An Edge has a change once Get-CsManagementStoreReplicationStatus shows it UpToDate.' }
    if (-not $script:Left.Count) { Exit-Run 0 'Done.' }
    if ($script:Attempted -or $script:RiskLeft) { Exit-Run 5 'Run the script again for what is not made.' }
    Exit-Run 3 'Nothing was changed.'
}

# Before the first change it stops the script; later it is a failure of that change alone.
function Add-Stop([string]$Text) {
    if ($script:Pass -eq 'do') { [void]$script:Left.Add($Text) }
    elseif (-not $script:Stops.Contains($Text)) { [void]$script:Stops.Add($Text) }
}`;
