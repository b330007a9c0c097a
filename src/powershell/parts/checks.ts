/**
 * What should be true, judged on the evidence that was just read. `copies`: client policies that apply makes as copies are
 * part of it.
 */
export const checks = ({ copies }: { copies: boolean }) => `$script:Checks = New-Object System.Collections.ArrayList
$script:Made = 'unknown'
$script:Reached = @{ ExternalAccessPolicy = @{}; ClientPolicy = @{} }
$script:Judged = @{}

# What is good and yet other than by the plan is named. Of very many that are good the log alone has each.
function Add-Check([string]$What, [string]$Name, $Expected, $Found, [bool]$Good) {
    [void]$script:Checks.Add(@{ what = $What; name = $Name; expected = $Expected; found = $Found; good = $Good })
    $line = $What + ': ' + $Name + ': expected ' + (ConvertTo-Literal $Expected) + ', found ' + (ConvertTo-Literal $Found)
    if (-not $Good) { Show-Text ('Differs: ' + $line) -Warning }
    elseif ([string]$Expected -ne [string]$Found) { Show-Text ('Named: ' + $line) }
    elseif ($script:Checks.Count -gt 100 -and $script:LogFile) { Add-Log ('Good: ' + $line) }
    else { Show-Text ('Good: ' + $line) }
}

# What could not be read is a difference: nobody can tell.
function Test-Read([string]$What, [string]$Item) {
    $read = $script:Items[$Item]['read']
    if (-not $read) { Add-Check -What $What -Name $Item -Expected 'can be read' -Found $script:Items[$Item]['why'] -Good $false }
    return $read
}

# A thing is a table: Title, Item (of the evidence), Kind (the noun of its cmdlets), Identity, Want, Read; where needed
# Kept (names of values that a new one takes over).
function Test-Thing([hashtable]$Thing) {
    if (-not (Test-Read $Thing['Title'] $Thing['Item'])) { return }
    $row = & $Thing['Read']
    if (-not $row) {
        Add-Check -What $Thing['Title'] -Name $Thing['Identity'] -Expected 'is there' -Found 'is not there' -Good $false
        return
    }
    $want = $Thing['Want'].Clone()
    # A policy that apply made still has what it took over then from the one before.
    foreach ($made in @($script:Made | Where-Object { $_ -is [hashtable] })) {
        if ($made['kind'] -ne $Thing['Kind'] -or $made['identity'] -ne $Thing['Identity'] -or $made['existed'] -or -not $made['values']) { continue }
        foreach ($name in @($Thing['Kept'] | Where-Object { $_ -and $made['values'].ContainsKey($_) })) { $want[$name] = $made['values'][$name] }
${copies ? "        if ($made['copied']) { Test-Copied $Thing $made['copied'] }\n" : ''}    }
    $other = @(Compare-Row $row $want)
    foreach ($name in @($want.Keys | Sort-Object)) {
        $found = $row[$name]
        if ($row[$name + 'Name'] -and [string]$found -ne [string]$want[$name]) { $found = $row[$name + 'Name'] }
        Add-Check -What $Thing['Title'] -Name $name -Expected $want[$name] -Found $found -Good ($other -notcontains $name)
    }
}`;

/** A client policy that was made as a copy, value by value. */
export const copyChecks = `# A copy that apply made still has what it took over then.
function Test-Copied([hashtable]$Thing, [hashtable]$Copied) {
    foreach ($item in @($script:Found[$Thing['Item']] | Where-Object { $_ -and (ConvertTo-Name $_.Identity) -eq $Thing['Identity'] })) {
        foreach ($name in @($Copied.Keys | Sort-Object)) {
            $found = if ($item.PSObject.Properties[$name]) { ConvertTo-Shown $item.$name } else { '' }
            Add-Check -What $Thing['Title'] -Name $name -Expected $Copied[$name] -Found $found -Good ($found -ceq $Copied[$name])
        }
    }
}`;

/** What stops apply, in a script that judges. */
export const stopIsDifference = `# What stops a change cannot be as planned either.
function Add-Stop([string]$Text) {
    Add-Check -What 'What the plan names' -Name $Text -Expected 'is there' -Found 'is not there' -Good $false
}`;

/** Whether each Edge has what the central store has. */
export const replicas = `# Just after a change every replica is late, so there is a limit. What counts are the Edge Servers.
function Test-Replication {
    $what = 'Replication to the Edge'
    if (-not (Test-Read $what 'edgeServices')) { return }
    $edges = @{}
    foreach ($service in @($script:Found['edgeServices'])) {
        $pool = ([string]$service.Identity) -replace '^EdgeServer:', ''
        $edges[$pool] = @($pool)
    }
    foreach ($computer in @($script:Found['computers'] | Where-Object { $_ -and $_.PSObject.Properties['Pool'] })) {
        $pool = [string]$computer.Pool
        if ($edges.ContainsKey($pool)) { $edges[$pool] += [string]$computer.Identity }
    }
    $names = @($edges.Values | ForEach-Object { $_ })
    for ($waited = 0; $waited -lt 180; $waited += 10) {
        $late = @(Select-Replica $names | Where-Object { -not $_.UpToDate })
        if (-not $late.Count) { break }
        Show-Text ('Late, read again in 10 s: ' + (@($late | ForEach-Object { [string]$_.ReplicaFqdn }) -join ', '))
        Start-Sleep -Seconds 10
        Add-Evidence 'replication' { Get-CsManagementStoreReplicationStatus -ErrorAction Stop }
    }
    if (-not (Test-Read $what 'replication')) { return }
    foreach ($pool in @($edges.Keys | Sort-Object)) {
        $found = @(Select-Replica $edges[$pool])
        if (-not $found.Count) { Add-Check -What $what -Name $pool -Expected 'up to date' -Found 'no replica of this name' -Good $false }
        foreach ($replica in $found) {
            $is = if ($replica.UpToDate) { 'up to date' } else { 'late' }
            Add-Check -What $what -Name ([string]$replica.ReplicaFqdn) -Expected 'up to date' -Found $is -Good ([bool]$replica.UpToDate)
        }
    }
}

function Select-Replica([string[]]$Names) {
    $script:Found['replication'] | Where-Object { $_ -and $Names -contains [string]$_.ReplicaFqdn }
}`;
