/** What a record of the state file says about the present, and the one owner of taking a record back. */
export const backRecord = `function Select-Record([string]$Kind) {
    $script:Records.Values | Where-Object { $_['Kind'] -eq $Kind } | Sort-Object { $_['Identity'] }
}

# The names of the values that are not as before. Of an object that was not there before, all that the rollout gave it.
function Compare-Record([hashtable]$Record, $Row, [string[]]$Names) {
    if ($Record['Existed']) {
        foreach ($name in $Names) {
            if ($Record['Before'].ContainsKey($name) -and @(Compare-Row $Row @{ $name = $Record['Before'][$name] }).Count) { $name }
        }
    }
    elseif ($Row) {
        $wanted = @(Select-Wanted $Record)
        $given = @(foreach ($name in $Names) { foreach ($one in $wanted) { if ($one.ContainsKey($name)) { $name; break } } })
        if ($given.Count) { $given } else { $Names }
    }
}

# What is neither as before nor ours stops the script before any change, unless -Overwrite is given.
function Test-Foreign([string]$Title, [hashtable]$Record, $Row, [string[]]$Names) {
    $foreign = @(foreach ($name in $Names) { if (-not (Test-Ours $Record $Row $name)) { $name } })
    foreach ($name in $foreign) {
        $before = if ($Record['Existed']) { ConvertTo-Literal $Record['Before'][$name] } else { 'not there' }
        $made = 'removed'
        if ($Record['Wanted']) { $made = if ($Record['Wanted'].ContainsKey($name)) { ConvertTo-Literal $Record['Wanted'][$name] } else { 'not changed' } }
        $text = $Title + ': ' + $name + ' is ' + (ConvertTo-Literal $Row[$name]) + ', neither as before (' + $before + ') nor as this rollout made it (' + $made + ').'
        if (-not $script:Overwriting) { Add-Stop ($text + ' Somebody has changed it; -Overwrite takes it back all the same.') }
        elseif ($script:Pass -eq 'look') { Show-Text ('To overwrite: ' + $text) }
    }
    return [bool]$foreign.Count -and -not $script:Overwriting
}

# A policy that was made as a copy goes whole, so what it took over is looked at, too.
function Test-ForeignCopy([string]$Title, [hashtable]$Record) {
    $foreign = $false
    foreach ($item in @(Get-CsClientPolicy -ErrorAction Stop | Where-Object { (ConvertTo-Name $_.Identity) -eq $Record['Identity'] })) {
        foreach ($name in @($Record['Copied'].Keys | Sort-Object)) {
            $now = if ($item.PSObject.Properties[$name]) { ConvertTo-Shown $item.$name } else { '' }
            if ($now -ceq $Record['Copied'][$name]) { continue }
            $foreign = $true
            $text = $Title + ': ' + $name + ' is ' + (ConvertTo-Literal $now) + ', and not what this rollout copied (' + (ConvertTo-Literal $Record['Copied'][$name]) + ').'
            if (-not $script:Overwriting) { Add-Stop ($text + ' Somebody has changed it; -Overwrite takes the policy away all the same.') }
            elseif ($script:Pass -eq 'look') { Show-Text ('To overwrite: ' + $text) }
        }
    }
    return $foreign -and -not $script:Overwriting
}

# To take back is a table: Title, Record, Names, Read, Set (takes the values of before); where it may be that the rollout
# made it, Remove and Holders (who has it by now); where setting back may lift a protection, Consent.
function Invoke-Undo([hashtable]$Undo) {
    $title = $Undo['Title']
    $record = $Undo['Record']
    if ($record['Existed'] -and -not @(foreach ($name in $Undo['Names']) { if ($record['Before'].ContainsKey($name)) { $name } }).Count) { return }
    $row = & $Undo['Read']
    $names = @(Compare-Record $record $row $Undo['Names'])
    if (-not $names.Count) {
        if ($script:Pass -eq 'look') { Show-Text ('As before: ' + $title) }
        return
    }
    if (-not $row) {
        if ($script:Overwriting) { Add-Left ($title + ': it is gone, and its other values are not known') }
        else { Add-Stop ($title + ': it is gone, so nothing can be set back. Make it again, or leave it out with -Overwrite.') }
        return
    }
    if (Test-Foreign $title $record $row $names) { return }
    if (-not $record['Existed'] -and $record['Copied'] -and (Test-ForeignCopy $title $record)) { return }
    $holders = @(if (-not $record['Existed'] -and $Undo['Holders']) { & $Undo['Holders'] })
    if ($holders.Count) {
        $first = (@($holders | Select-Object -First 5) -join ', ') + $(if ($holders.Count -gt 5) { ' and ' + ($holders.Count - 5) + ' more' })
        Add-Left ($title + ': it stays, as it is granted to others by now: ' + $first)
        return
    }
    $risk = @(foreach ($one in @($Undo['Consent'])) { if ($one -and $names -contains $one['Name'] -and $row[$one['Name']] -eq $one['Is']) { $one['Says'] } })
    if ($record['Existed'] -and $record['Risk']) { $risk = @($names | ForEach-Object { $record['Risk'][$_] } | Where-Object { $_ } | Select-Object -Unique) + $risk }
    if ($script:Pass -eq 'look') {
        Show-Text ('To take back: ' + $title)
        if (-not $record['Existed']) { Show-Text '    It was not there before: it goes.' }
        else { foreach ($name in $names) { Show-Text ('    ' + $name + ': ' + (ConvertTo-Literal $row[$name]) + ' -> ' + (ConvertTo-Literal $record['Before'][$name])) } }
        Add-Ahead $risk
        return
    }
    $how = if ($record['Existed']) { 'Set back ' + ($names -join ', ') } else { 'Remove it' }
    if (-not (Confirm-Change $title $how $risk)) { return }
    try {
        $script:Attempted = $true
        if ($record['Existed']) {
            $values = @{}
            foreach ($name in $names) { $values[$name] = $record['Before'][$name] }
            [void](& $Undo['Set'] $values)
        }
        else { [void](& $Undo['Remove']) }
        $other = @(Compare-Record $record (& $Undo['Read']) $Undo['Names'])
        if ($other.Count) { throw ('it reads back with another value of ' + ($other -join ', ')) }
        Show-Text ('Taken back: ' + $title)
        [void]$script:Done.Add($title)
    }
    catch {
        Show-Text ('Failed: ' + $title + ': ' + $_.Exception.Message) -Warning
        [void]$script:Left.Add($title + ': ' + $_.Exception.Message)
    }
}`;
