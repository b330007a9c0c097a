/** How a script that changes the server ends. `wayBack` is a line that says where the values before are. */
export const result = (wayBack: string) => `function Exit-WithResult([string]$Text) {
    foreach ($item in $script:Left) { Show-Text ('Not made: ' + $item) }
    Show-Text ([string]$script:Done.Count + ' made, ' + $script:Left.Count + ' not made. ' + $Text)
    ${wayBack}
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
