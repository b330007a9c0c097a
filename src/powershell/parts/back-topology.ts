/** The topology, once for all federation routes that were set back. */
export const backTopology = `# To take back is a table: Risk and Enable.
function Invoke-TopologyUndo([hashtable]$Undo) {
    $title = 'Enabling the topology'
    if ($script:Pass -eq 'look') {
        $script:RoutesBack = @(Select-Record 'CsSite' | Where-Object { @(Compare-Record $_ (Read-Site $_['Identity']) @('FederationRoute')).Count } | ForEach-Object { $_['Identity'] })
        $due = @($script:RoutesBack + @(Select-SinceEnabled 'Back|CsSite|') | Where-Object { $_ } | Sort-Object -Unique)
        if (-not $due.Count) { return }
        Show-Text ('To take back: ' + $title + ', after the route of: ' + ($due -join ', '))
        Add-Ahead @($Undo['Risk'])
        return
    }
    $due = @(if ($script:DryRun) { $script:RoutesBack } else { Select-SinceEnabled 'Back|CsSite|' })
    if (-not $due.Count) { return }
    if (-not (Confirm-Change $title ('Enable the topology, for the route of ' + ($due -join ', ')) @($Undo['Risk']))) { return }
    try {
        $script:Attempted = $true
        [void](& $Undo['Enable'])
        Save-Mark 'CsTopology|Enabled'
        Show-Text ('Taken back: ' + $title)
        [void]$script:Done.Add($title)
    }
    catch {
        Show-Text ('Failed: ' + $title + ': ' + $_.Exception.Message) -Warning
        [void]$script:Left.Add($title + ': ' + $_.Exception.Message)
    }
}`;
