import { mendedNames } from './provider.ts';

/** Providers are taken back as one group: an entry with our name and another with our proxy block each other. */
export const backProviders = `# Removes what is in the way and makes the entries of before again; where that fails, it is all as it was.
function Restore-ProviderGroup($InTheWay, $Again) {
    $removed = @()
    $made = @()
    try {
        foreach ($row in $InTheWay) {
            Remove-CsPublicProvider -Identity $row['Identity'] -Confirm:$false -ErrorAction Stop
            $removed += $row
        }
        foreach ($row in $Again) { Invoke-NewProvider $row; $made += $row }
    }
    catch {
        $why = $_
        foreach ($row in $made) {
            try { Remove-CsPublicProvider -Identity $row['Identity'] -Confirm:$false -ErrorAction Stop }
            catch { [void]$script:Left.Add('Remove by hand: ' + $row['Identity'] + ': ' + $_.Exception.Message) }
        }
        foreach ($row in $removed) { Restore-Provider $row }
        throw $why
    }
}

# Entries that Set- brings back are taken back by themselves. For the others: what is in the way, and what is made again.
function Find-ProviderUndo([object[]]$Records) {
    $now = @{}
    foreach ($item in @(Get-CsPublicProvider -ErrorAction Stop | Where-Object { $_ })) {
        $row = ConvertTo-Row $item $script:ProviderNames
        $now[$row['Identity']] = $row
    }
    $found = @{ InTheWay = @{}; Again = @(); Stopped = $false }
    foreach ($record in $Records) {
        $identity = $record['Identity']
        $row = $now[$identity]
        $names = @(Compare-Record $record $row $script:ProviderNames)
        if (-not $names.Count -or ($record['Existed'] -and $row -and (Test-Mend $names))) {
            Invoke-Undo @{
                Title  = 'Public provider ' + $identity
                Record = $record
                Names  = $script:ProviderNames
                Read   = { Read-Provider $identity }
                Set    = { Set-CsPublicProvider -Identity $identity -Enabled $record['Before']['Enabled'] -VerificationLevel $record['Before']['VerificationLevel'] -Confirm:$false -ErrorAction Stop }
            }
            continue
        }
        if ($row) {
            if (Test-Foreign ('Public provider ' + $identity) $record $row $names) { $found['Stopped'] = $true }
            $found['InTheWay'][$identity] = $row
        }
        if ($record['Existed']) {
            $before = $record['Before'].Clone()
            $before['Identity'] = $identity
            $found['Again'] += $before
        }
    }
    foreach ($before in $found['Again']) {
        foreach ($item in @(Get-CsHostingProvider -ErrorAction Stop | Where-Object { $_ })) {
            if ([string]$item.Identity -ne $before['Identity'] -and [string]$item.ProxyFqdn -ne $before['ProxyFqdn']) { continue }
            Add-Stop ('A hosting provider has the name or the proxy of ' + $before['Identity'] + ', and is never removed: ' + $item.Identity)
            $found['Stopped'] = $true
        }
        foreach ($row in @($now.Values)) {
            if ($row['ProxyFqdn'] -ne $before['ProxyFqdn'] -or $found['InTheWay'].ContainsKey($row['Identity'])) { continue }
            $found['InTheWay'][$row['Identity']] = $row
            if ($script:Overwriting) { continue }
            Add-Stop ('Public provider ' + $row['Identity'] + ' is not of this rollout and has the proxy of ' + $before['Identity'] + '. -Overwrite removes it.')
            $found['Stopped'] = $true
        }
    }
    return $found
}

function Test-Mend([string[]]$Names) {
    return -not @($Names | Where-Object { @(${mendedNames}) -notcontains $_ }).Count
}

function Invoke-ProviderUndo {
    $title = 'Public providers'
    $records = @(Select-Record 'CsPublicProvider')
    $found = Find-ProviderUndo $records
    $removes = @($found['InTheWay'].Values | Sort-Object { $_['Identity'] })
    $again = @($found['Again'])
    if ($found['Stopped'] -or -not ($again.Count + $removes.Count)) { return }
    $how = @(@($removes | ForEach-Object { 'remove ' + $_['Identity'] }) + @($again | ForEach-Object { 'make ' + $_['Identity'] + ' again' })) -join ', '
    if ($script:Pass -eq 'look') {
        Show-Text ('To take back: ' + $title + ': ' + $how)
        foreach ($row in $again) {
            Show-Text ('    ' + $row['Identity'])
            foreach ($name in $script:ProviderNames) { Show-Text ('        ' + $name + ': ' + (ConvertTo-Literal $row[$name])) }
        }
        Add-Ahead @()
        return
    }
    if (-not (Confirm-Change $title $how @())) { return }
    try {
        $script:Attempted = $true
        Restore-ProviderGroup $removes $again
        foreach ($record in $records) {
            $other = @(Compare-Record $record (Read-Provider $record['Identity']) $script:ProviderNames)
            if ($other.Count) { throw ($record['Identity'] + ' reads back with another value of ' + ($other -join ', ')) }
        }
        Show-Text ('Taken back: ' + $title + ': ' + $how)
        [void]$script:Done.Add($title)
    }
    catch {
        Show-Text ('Failed: ' + $title + ': ' + $_.Exception.Message) -Warning
        [void]$script:Left.Add($title + ': ' + $_.Exception.Message)
    }
}`;
