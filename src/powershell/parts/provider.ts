/**
 * Providers as one group. `mends` is what Set- can change; `optional` are the properties that an entry may have beyond
 * those that every entry has.
 */
export const provider = (options: {
  mends: readonly string[];
  optional: readonly { name: string; isText: boolean }[];
}) => `# Entries with this name or this proxy, each of which is unique, unless Set- is enough: it changes few values.
function Find-Replaced([string]$Identity, [hashtable]$Want) {
    $other = @(Compare-Row (Read-Provider $Identity) $Want | Where-Object { @(${quoted(options.mends)}) -notcontains $_ })
    if (-not $other.Count) { return }
    foreach ($item in @(Get-CsPublicProvider -ErrorAction Stop)) {
        if ([string]$item.Identity -ne $Identity -and [string]$item.ProxyFqdn -ne $Want['ProxyFqdn']) { continue }
        ConvertTo-Row $item $script:ProviderNames
    }
}

# Whether the entry can be made: no hosting provider is in the way, and the server accepts the values.
function Test-Provider([string]$Identity, [hashtable]$Want, [bool]$Replace, [scriptblock]$Prove) {
    $stops = @()
    foreach ($item in @(Get-CsHostingProvider -ErrorAction Stop)) {
        if ([string]$item.Identity -eq $Identity -or [string]$item.ProxyFqdn -eq $Want['ProxyFqdn']) {
            $stops += 'A hosting provider has this name or this proxy, and is never removed: ' + $item.Identity
        }
    }
    $replaced = @(Find-Replaced $Identity $Want)
    if (-not $Replace) { foreach ($old in $replaced) { $stops += 'In the way, and not to be replaced: ' + $old['Identity'] } }
    if ($replaced.Count -or -not (Read-Provider $Identity)) {
        try { [void](& $Prove) } catch { $stops += 'The server refuses the new entry: ' + $_.Exception.Message }
    }
    foreach ($stop in $stops) { Add-Stop $stop }
    return -not $stops.Count
}

# Removes what is in the way and makes the entry; where that fails, what was removed is put back.
function Update-Provider([string]$Identity, [hashtable]$Want, [scriptblock]$New) {
    $removed = @()
    try {
        foreach ($old in @(Find-Replaced $Identity $Want)) {
            Save-Attempt 'CsPublicProvider' $old['Identity']
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

function Restore-Provider([hashtable]$Row) {
    $old = @{ Identity = $Row['Identity']; ProxyFqdn = $Row['ProxyFqdn']; Enabled = $Row['Enabled'] }
    $old['VerificationLevel'] = $Row['VerificationLevel']
${options.optional.map(putBack).join('')}    try {
        [void](New-CsPublicProvider @old -Confirm:$false -ErrorAction Stop)
        Show-Text ('Put back: ' + $Row['Identity'])
    }
    catch { [void]$script:Left.Add('Put back by hand: ' + $Row['Identity'] + ': ' + $_.Exception.Message) }
}

# The name that this server has for the number of a level: no page has it.
function Show-Level([string]$Identity) {
    $row = Read-Provider $Identity
    if ($row) { Show-Text ('    VerificationLevel ' + $row['VerificationLevel'] + ' is ' + $row['VerificationLevelName'] + ' here.') }
}`;

/** An empty text is not passed; a yes or no is, unless there is none. */
function putBack({ name, isText }: { name: string; isText: boolean }): string {
  const there = isText ? `$Row['${name}']` : `$null -ne $Row['${name}']`;
  return `    if (${there}) { $old['${name}'] = $Row['${name}'] }\n`;
}

const quoted = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ');
