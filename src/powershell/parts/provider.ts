/** Providers as one group. `optional` are the properties that an entry may have beyond those that every entry has. */
export const provider = (
  optional: readonly string[],
) => `# Name and proxy are each unique among public and hosting providers.
function Find-InTheWay {
    param([string]$Identity, [string]$Proxy)
    foreach ($item in @(Get-CsPublicProvider -ErrorAction Stop)) {
        if ([string]$item.Identity -ne $Identity -and [string]$item.ProxyFqdn -ne $Proxy) { continue }
        ConvertTo-Row $item $script:ProviderNames
    }
}

# The name that this server has for the number of a level: no page has it.
function Show-Level {
    param([string]$Identity)
    $row = Read-Provider $Identity
    if ($row) { Show-Text ('    VerificationLevel ' + $row['VerificationLevel'] + ' is called ' + $row['VerificationLevelName'] + ' here.') }
}

# Whether Set- is enough: it changes these two only.
function Test-Mend {
    param($Row, [hashtable]$Want)
    return $Row -and -not @(Compare-Row $Row $Want | Where-Object { @('Enabled', 'VerificationLevel') -notcontains $_ }).Count
}

# What stops the entry from being made; the new values are proved before anything is removed.
function Test-Provider {
    param($Row, [string]$Identity, [hashtable]$Want, [bool]$Replace, [scriptblock]$Prove)
    foreach ($item in @(Get-CsHostingProvider -ErrorAction Stop)) {
        if ([string]$item.Identity -eq $Identity -or [string]$item.ProxyFqdn -eq $Want['ProxyFqdn']) {
            'A hosting provider has this name or this proxy, and is never removed: ' + $item.Identity
        }
    }
    if (Test-Mend $Row $Want) { return }
    if (-not $Replace) { Find-InTheWay $Identity $Want['ProxyFqdn'] | ForEach-Object { 'In the way, and not to be replaced: ' + $_['Identity'] } }
    try { [void](& $Prove) } catch { 'The server refuses these values: ' + $_.Exception.Message }
}

function Save-Replaced {
    param($Row, [string]$Identity, [hashtable]$Want)
    if (Test-Mend $Row $Want) { return }
    foreach ($old in @(Find-InTheWay $Identity $Want['ProxyFqdn'])) {
        if ($script:Pass -eq 'look') { Save-Before 'CsPublicProvider' $old['Identity'] $old $null @($old.Keys) }
        'Removes ' + $old['Identity'] + (ConvertTo-Argument $old $script:ProviderNames)
    }
}

# Removes what is in the way and makes the entry; where that fails, what was removed is put back.
function Update-Provider {
    param([string]$Identity, [string]$Proxy, [scriptblock]$New)
    $removed = @()
    try {
        foreach ($old in @(Find-InTheWay $Identity $Proxy)) {
            Remove-CsPublicProvider -Identity $old['Identity'] -Confirm:$false -ErrorAction Stop
            $removed += $old
        }
        & $New
    }
    catch {
        foreach ($old in $removed) { Restore-Provider $old }
        throw
    }
}

function Restore-Provider {
    param([hashtable]$Row)
    $old = @{ Identity = $Row['Identity']; ProxyFqdn = $Row['ProxyFqdn']; Enabled = $Row['Enabled'] }
    $old['VerificationLevel'] = $Row['VerificationLevel']
${optional.map((name) => `    if ($Row['${name}']) { $old['${name}'] = $Row['${name}'] }`).join('\n')}
    try {
        [void](New-CsPublicProvider @old -Confirm:$false -ErrorAction Stop)
        Show-Text ('Put back: ' + $Row['Identity'])
    }
    catch { [void]$script:Left.Add('Not put back: ' + $_.Exception.Message + ' By hand: ' + (ConvertTo-NewProvider $Row)) }
}

function ConvertTo-NewProvider {
    param([hashtable]$Row)
    $names = @(@('Identity') + $script:ProviderNames | Where-Object { [string]$Row[$_] -ne '' })
    return 'New-CsPublicProvider' + (ConvertTo-Argument $Row $names)
}

# From the state: what was only mended is set back, what was made is removed, what was removed is made again.
function Find-ProviderUndo {
    param([string]$Identity, [hashtable]$Want)
    $record = $script:Records['CsPublicProvider|' + $Identity]
    $named = ' -Identity ' + (ConvertTo-Literal $Identity)
    if ($record['Existed'] -and (Test-Mend $record['Before'] $Want)) {
        return 'Set-CsPublicProvider' + $named + (ConvertTo-Argument $record['Before'] 'Enabled', 'VerificationLevel')
    }
    'Remove-CsPublicProvider' + $named
    foreach ($each in @($script:Records.Values)) {
        if ($each['Kind'] -eq 'CsPublicProvider' -and $each['Existed']) { ConvertTo-NewProvider $each['Before'] }
    }
}`;
