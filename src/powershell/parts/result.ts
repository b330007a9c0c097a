/** How a script that changes the server ends. `done` is what was done with a change; `state` says what becomes of the state file. */
export const result = ({ done, state }: { done: string; state: string }) => `function Exit-WithResult([string]$Text) {
    foreach ($item in $script:Left) { Show-Text ('Not ${done}: ' + $item) }
    Show-Text ([string]$script:Done.Count + ' ${done}, ' + $script:Left.Count + ' not ${done}. ' + $Text).TrimEnd()
    ${state}
    if ($script:Done.Count) { Show-Text 'An Edge has a change once Get-CsManagementStoreReplicationStatus shows it UpToDate.' }
    if (-not $script:Left.Count) { Exit-Run 0 'Done.' }
    if ($script:Left.Count -eq $script:LeftOut.Count) { Exit-Run 5 'What was left out stays so until what is said of it was mended. Then run the script again.' }
    if ($script:Attempted -or $script:LeftOut.Count) { Exit-Run 5 'Run the script again for what is not ${done}.' }
    Exit-Run 3 'Nothing was changed.'
}

# Before the first change it stops the script; later it is a failure of that change alone.
function Add-Stop([string]$Text) {
    if ($script:Pass -eq 'do') { [void]$script:Left.Add($Text) }
    elseif (-not $script:Stops.Contains($Text)) { [void]$script:Stops.Add($Text) }
}

# What has to be left out is listed, once, and the rest goes on.
function Add-Left([string]$Text) {
    if ($script:LeftOut.ContainsKey($Text)) { return }
    $script:LeftOut[$Text] = $true
    [void]$script:Left.Add($Text)
    Show-Text ('Left out: ' + $Text) -Warning
}`;
