/** The one way to ask: once for all, and for high risk on its own. `verb` is what is done with changes. */
export const confirm = ({
  verb,
}: {
  verb: string;
}) => `# What will be done, counted; what is high risk is asked for on its own, unless that is silenced.
function Add-Ahead([string[]]$Risk) {
    $script:Ahead++
    if ($Risk.Count -and -not $script:RiskAccepted) { $script:AskedAlone++ }
}

# One question for all that was shown; with -Confirm each change has its own instead, and with -Force none is asked.
function Confirm-Run {
    $together = $script:Ahead - $script:AskedAlone
    if (-not $script:AsksOnce -or $together -lt 1) { return }
    $these = if ($together -eq 1) { 'this change' } else { 'these ' + $together + ' changes' }
    $question = '${verb} ' + $these + ' on ' + [Environment]::MachineName + '?'
    if ($script:AskedAlone -eq 1) { $question += ' One more is high risk and is asked for by itself.' }
    elseif ($script:AskedAlone) { $question += ' ' + $script:AskedAlone + ' more are high risk and are asked for one by one.' }
    try { $yes = $script:Cmdlet.ShouldContinue($question, 'Rollout ' + $script:Rollout) }
    catch { Exit-Run 3 ('${nobody} Nothing was changed. ' + $_.Exception.GetBaseException().Message) }
    if (-not $yes) { Exit-Run 3 'Declined: nothing was changed.' }
    Add-Log ('Yes: ' + $question)
    $script:ConfirmPreference = 'None'
}

# High risk is asked for on its own; all else by ShouldProcess, which asks where nothing was asked for all.
function Confirm-Change([string]$What, [string]$How, [string[]]$Risk) {
    $own = $Risk.Count -and -not $script:RiskAccepted -and -not $script:DryRun
    if ($own -and $script:Quiet) {
        Add-Left ($What + ': high risk, and -AcceptHighRisk is not given')
        return $false
    }
    try {
        if ($own) { $yes = $script:Cmdlet.ShouldContinue(($Risk -join ' ') + ' ' + $How + '?', 'High risk: ' + $What) }
        else { $yes = $script:Cmdlet.ShouldProcess($What, $How) }
    }
    catch {
        [void]$script:Left.Add($What + ': ' + $_.Exception.GetBaseException().Message)
        Exit-WithResult '${nobody}'
    }
    if (-not $yes -and -not $script:DryRun) { [void]$script:Left.Add($What + ': declined') }
    return $yes
}`;

const nobody = 'Nobody can be asked here: run it in a console, or with -Force, which asks nothing.';

/** One owner of compare, say, risk, ask, change and read again. `seen`: the plan goes by what was seen. */
export const change = ({
  seen,
}: {
  seen: boolean;
}) => `# A change is a table: Title, Reaches, Kind (the noun of its cmdlets), Identity, Want, Read, Make, Set; where needed also
# Demand (what must hold), Risk (why it is high), Consent (values of high risk to change), UndoSet; Replaces (entries that
# go), Whole (all values of an entry), Makes (those of the new one) and Mends (what Set- can change, or what is lost); Copied
# (what a new one takes over, as text); UndoWhen (when the way back is open), UndoThen (what follows).
function Invoke-Change([hashtable]$Change) {
    $title = $Change['Title']
    $kind = $Change['Kind']
    $row = & $Change['Read']
${seen ? testSeen : ''}    $stops = @(foreach ($one in @($Change['Demand'])) { if ($one -and $row -and @(Compare-Row $row @{ $one['Name'] = $one['Is'] }).Count) { $one['Says'] } })
    if (-not $row -and -not $Change['Make']) { $stops += $title + ': it is not there' }
    foreach ($stop in $stops) { Add-Stop $stop }
    if ($stops.Count) { return }
    $names = @(Compare-Row $row $Change['Want'])
    if (-not $names.Count) {
        if ($script:Pass -eq 'look') { Show-Text ('As wanted: ' + $title) }
        return
    }
    $risk = @(foreach ($one in @($Change['Consent'])) { if ($one -and $row -and $row[$one['Name']] -eq $one['Is']) { $one['Says'] } })
    if ($Change['Risk']) { $risk = @($Change['Risk']) + $risk }
    $replaces = @(foreach ($old in @($Change['Replaces'])) { if ($old) { $old } })
    if ($script:Pass -eq 'look') {
        Show-Text ('To change: ' + $title)
        foreach ($name in $names) {
            $now = if ($row) { ConvertTo-Literal $row[$name] } else { '(new)' }
            Show-Text ('    ' + $name + ': ' + $now + ' -> ' + (ConvertTo-Literal $Change['Want'][$name]))
        }
        foreach ($text in @('Reaches: ' + $Change['Reaches']) + $risk) { Show-Text ('    ' + $text) }
        foreach ($old in $replaces) {
            Show-Text ('    Removes: ' + $old['Identity'])
            foreach ($name in @($Change['Whole'] | Where-Object { $null -ne $old[$_] })) { Show-Text ('        ' + $name + ': ' + (ConvertTo-Literal $old[$name])) }
            Save-Before $kind $old['Identity'] $old $null (@('Identity') + $Change['Whole'])
        }
        $makes = if ($Change['Makes']) { $Change['Makes'] } else { $Change['Want'] }
        $written = if ($Change['Whole']) { $Change['Whole'] } else { @($Change['Want'].Keys) + @($Change['Mends'] | Where-Object { $_ }) }
        Save-Before $kind $Change['Identity'] $row $makes $written @($Change['Risk'] | Where-Object { $_ })
        if ($Change['Copied'] -and $Change['Copied'].Count) { $script:Records[$kind + '|' + $Change['Identity']]['Copied'] = $Change['Copied'] }
        Add-Ahead $risk
        return
    }
    $how = if ($row -and -not $replaces.Count) { 'Set ' + ($names -join ', ') } else { 'Make it' }
    foreach ($old in $replaces) { $how += ', after removing ' + $old['Identity'] }
    if (-not (Confirm-Change $title $how $risk)) { return }
    try {
        Save-Attempt $kind $Change['Identity']
        if ($row -and -not $replaces.Count) { [void](& $Change['Set']) } else { [void](& $Change['Make']) }
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

# One line takes a change back. A record with the Identity among its values is of an entry that went: it comes back whole.
function Show-Undo([hashtable]$Change) {
    $kind = $Change['Kind']
    $named = ' -Identity ' + (ConvertTo-Literal $Change['Identity'])
    $record = $script:Records[$kind + '|' + $Change['Identity']]
    $undo = 'Remove-' + $kind + $named
    if ($record['Existed'] -and -not $record['Before'].ContainsKey('Identity')) {
        $names = if ($Change['Mends']) { $Change['Mends'] } else { @($Change['Want'].Keys | Sort-Object) }
        # What the server does not show under its kind of routing cannot be passed there.
        if ($Change['UndoSet']) { $names = @($names | Where-Object { $null -ne $record['Before'][$_] }) }
        if (-not @($names).Count) { Show-Text '    There was no value before: the way back of the routing takes this back, too.'; return }
        $set = if ($Change['UndoSet']) { $Change['UndoSet'] } else { 'Set-' + $kind + $named }
        $undo = $set + (ConvertTo-Argument $record['Before'] $names)
    }
    if ($Change['Whole']) {
        foreach ($gone in @($script:Records.Values | Where-Object { $_['Kind'] -eq $kind -and $_['Before'].ContainsKey('Identity') })) {
            $names = @(@('Identity') + $Change['Whole'] | Where-Object { $null -ne $gone['Before'][$_] })
            $undo += '; New-' + $kind + (ConvertTo-Argument $gone['Before'] $names)
        }
    }
    if ($Change['UndoThen']) { $undo += '; ' + $Change['UndoThen'] }
    Show-Text ('    Undo: ' + $undo)
    if ($Change['UndoWhen']) { Show-Text ('    The way back is open ' + $Change['UndoWhen'] + '.') }
}`;

const testSeen = `    if ($script:Pass -eq 'look') { Test-Seen $Change $row }
`;
