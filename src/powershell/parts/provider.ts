import type { Product } from '../../model/index.ts';
import { things } from '../../plan/index.ts';
import { parameterType } from '../table.ts';

/** What Set- can change of an entry; for the rest it is removed and made anew. */
const providerMends = things.provider.mends === 'all' ? [] : things.provider.mends;

/** The same, as a list of PowerShell. */
export const mendedNames = providerMends.map((name) => `'${name}'`).join(', ');

/** What makes an entry of the product from a row, as it was. */
export const providerMaker = (product: Product) => `function Invoke-NewProvider([hashtable]$Row) {
    $entry = @{ Identity = $Row['Identity']; ProxyFqdn = $Row['ProxyFqdn']; Enabled = $Row['Enabled'] }
    $entry['VerificationLevel'] = $Row['VerificationLevel']
${optionalProperties(product).map(putBack).join('')}    [void](New-CsPublicProvider @entry -Confirm:$false -ErrorAction Stop)
}`;

/** What makes an entry that was removed again, where the change for which it went has failed. */
export const putsProviderBack = `function Restore-Provider([hashtable]$Row) {
    try { Invoke-NewProvider $Row; Show-Text ('Put back: ' + $Row['Identity']) }
    catch { [void]$script:Left.Add('Put back by hand: ' + $Row['Identity'] + ': ' + $_.Exception.Message) }
}`;

/** Providers as one group. */
export const provider = `# Entries with this name or this proxy, each of which is unique, unless Set- is enough: it changes few values.
function Find-Replaced([string]$Identity, [hashtable]$Want) {
    $other = @(Compare-Row (Read-Provider $Identity) $Want | Where-Object { @(${mendedNames}) -notcontains $_ })
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
    $script:Proved = $null
    if ($replaced.Count -or -not (Read-Provider $Identity)) {
        try {
            $proved = & $Prove
            if ($proved) { $script:Proved = ConvertTo-Row $proved $script:ProviderNames }
        }
        catch { $stops += 'The server refuses the new entry: ' + $_.Exception.Message }
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

# The name that this server has for the number of a level: no page has it.
function Show-Level([string]$Identity) {
    $row = Read-Provider $Identity
    if ($row) { Show-Text ('    VerificationLevel ' + $row['VerificationLevel'] + ' is ' + $row['VerificationLevelName'] + ' here.') }
}`;

/** What an entry of the product may have beyond name, proxy, level and whether it is enabled. */
function optionalProperties(product: Product): readonly { name: string; isText: boolean }[] {
  const whole = things.provider.whole?.[product] ?? [];
  return whole
    .filter((name) => name !== 'ProxyFqdn' && !providerMends.includes(name))
    .map((name) => ({ name, isText: parameterType('New-CsPublicProvider', name) === 'String' }));
}

/** An empty text is not passed; a yes or no is, unless there is none. */
function putBack({ name, isText }: { name: string; isText: boolean }): string {
  const there = isText ? `$Row['${name}']` : `$null -ne $Row['${name}']`;
  return `    if (${there}) { $entry['${name}'] = $Row['${name}'] }\n`;
}
