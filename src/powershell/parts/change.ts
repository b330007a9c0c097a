/** One owner of compare, say, risk, ask, change and read again. */
export const change = `# High risk is asked for on its own, all else by ShouldProcess: one Yes to All holds for the whole run.
function Confirm-Change {
    param([string]$What, [string]$How, [string[]]$Risk)
    $own = $Risk.Count -and -not $script:RiskAccepted -and -not $script:DryRun
    if ($own -and $script:Quiet) {
        $script:RiskLeft++
        [void]$script:Left.Add($What + ': high risk, and -AcceptHighRisk is not given')
        return $false
    }
    try {
        if ($own) { $yes = $script:Cmdlet.ShouldContinue(($Risk -join ' ') + ' ' + $How + '?', 'High risk: ' + $What) }
        else { $yes = $script:Cmdlet.ShouldProcess($What, $How) }
    }
    catch {
        [void]$script:Left.Add($What + ': ' + $_.Exception.Message)
        Exit-WithResult 'Nobody can be asked here: run it in a console, or with -Force, which asks nothing.'
    }
    if (-not $yes -and -not $script:DryRun) { [void]$script:Left.Add($What + ': declined') }
    return $yes
}

# A change is a table: Title, Reaches, Kind (the noun of its cmdlets), Identity, Want, Read, Make, Set; where needed also
# Demand (what must hold), Risk (why it is high), Replaces (entries that go), Whole (values to record), UndoSet, Undo.
function Invoke-Change {
    param([hashtable]$Change)
    $title = $Change['Title']
    $row = & $Change['Read']
    $stops = @(if ($Change['Demand']) { & $Change['Demand'] $row })
    if (-not $row -and -not $Change['Make']) { $stops += $title + ': it is not there' }
    foreach ($stop in $stops) { Add-Stop $stop }
    if ($stops.Count) { return }
    $names = @(Compare-Row $row $Change['Want'])
    if (-not $names.Count) {
        if ($script:Pass -eq 'look') { Show-Text ('As wanted: ' + $title) }
        return
    }
    $risk = @(if ($Change['Risk']) { & $Change['Risk'] $row })
    $replaces = @(if ($Change['Replaces']) { & $Change['Replaces'] $row })
    if ($script:Pass -eq 'look') {
        Show-Text ('To change: ' + $title)
        foreach ($name in $names) {
            $now = if ($row) { ConvertTo-Literal $row[$name] } else { '(new)' }
            Show-Text ('    ' + $name + ': ' + $now + ' -> ' + (ConvertTo-Literal $Change['Want'][$name]))
        }
        foreach ($text in @('Reaches: ' + $Change['Reaches']) + $risk + $replaces) { Show-Text ('    ' + $text) }
        $whole = if ($Change['Whole']) { $Change['Whole'] } else { @($Change['Want'].Keys) }
        Save-Before $Change['Kind'] $Change['Identity'] $row $Change['Want'] $whole
        $script:Ahead++
        return
    }
    $how = if ($row) { 'Set ' + ($names -join ', ') } else { 'Make it' }
    if (-not (Confirm-Change $title ((@($how) + $replaces) -join '. ') $risk)) { return }
    $script:Attempted = $true
    try {
        if ($row) { [void](& $Change['Set'] $row) } else { [void](& $Change['Make']) }
        Show-Text ('Changed: ' + $title)
        Show-Undo $Change
        $other = @(Compare-Row (& $Change['Read']) $Change['Want'])
        if ($other.Count) { throw ('it reads back with another value of ' + ($other -join ', ')) }
        [void]$script:Done.Add($title)
    }
    catch {
        Show-Text ('Failed: ' + $title + ': ' + $_.Exception.Message) -Warning
        [void]$script:Left.Add($title + ': ' + $_.Exception.Message)
    }
}

function Show-Undo {
    param([hashtable]$Change)
    if ($Change['Undo']) { foreach ($text in @(& $Change['Undo'])) { Show-Text ('    Undo: ' + $text) }; return }
    $record = $script:Records[$Change['Kind'] + '|' + $Change['Identity']]
    $named = ' -Identity ' + (ConvertTo-Literal $Change['Identity'])
    $undo = 'Remove-' + $Change['Kind'] + $named
    if ($record['Existed']) {
        $undo = if ($Change['UndoSet']) { $Change['UndoSet'] } else { 'Set-' + $Change['Kind'] + $named }
        $undo += ConvertTo-Argument $record['Before'] @($Change['Want'].Keys | Sort-Object)
    }
    Show-Text ('    Undo: ' + $undo)
}`;
