/** Values of a client policy of whatever type, as they are told and written down. */
export const shownValues = `# A value as text: the entries of a policy by name and value.
function ConvertTo-Shown($Value) {
    if ($Value -is [hashtable]) { $Value = $Value['Add'] }
    if ($Value -is [string] -or $Value -isnot [Collections.IEnumerable]) { return [string]$Value }
    return (@($Value | Where-Object { $_ } | ForEach-Object { [string]$_.Name + '=' + [string]$_.Value } | Sort-Object) -join '; ')
}`;

/** A client policy as a copy of the one in force. */
export const copy = `# Every value of a policy that New-CsClientPolicy takes on this server, but for those that are wanted; what is unset stays so.
function Copy-ClientPolicy([string]$Source, [string[]]$Wanted) {
    $takes = (Get-Command -Name New-CsClientPolicy).Parameters
    $copy = @{}
    foreach ($item in @(Get-CsClientPolicy -ErrorAction Stop)) {
        if ((ConvertTo-Name $item.Identity) -ne $Source) { continue }
        foreach ($property in $item.PSObject.Properties) {
            $name = $property.Name
            if ((@('Identity') + $Wanted) -contains $name -or $null -eq $property.Value -or -not $takes.ContainsKey($name)) { continue }
            if ($name -ne 'PolicyEntry') { $copy[$name] = $property.Value; continue }
            $entries = @($property.Value | Where-Object { $_ } | ForEach-Object { New-CsClientPolicyEntry -Name $_.Name -Value $_.Value -ErrorAction Stop })
            if ($entries.Count) { $copy[$name] = @{ Add = $entries } }
        }
    }
    return $copy
}

# The names of the copied values that a policy does not have.
function Compare-Copy([string]$Identity, [hashtable]$Copy) {
    foreach ($item in @(Get-CsClientPolicy -ErrorAction Stop)) {
        if ((ConvertTo-Name $item.Identity) -ne $Identity) { continue }
        foreach ($name in @($Copy.Keys | Sort-Object)) { if ((ConvertTo-Shown $item.$name) -cne (ConvertTo-Shown $Copy[$name])) { $name } }
    }
}

# Half a copy would hide what is in force, so one that is not whole is taken away at once.
function Add-CopiedPolicy([string]$Identity, [hashtable]$Copy, [scriptblock]$New) {
    try {
        [void](& $New)
        $other = @(Compare-Copy $Identity $Copy)
        if ($other.Count) { throw ('the copy has another value of ' + ($other -join ', ')) }
    }
    catch {
        $why = $_
        try {
            if (Read-ClientPolicy $Identity) {
                Remove-CsClientPolicy -Identity $Identity -Force -Confirm:$false -ErrorAction Stop
                Show-Text ('Taken away again: ' + $Identity)
            }
        }
        catch { [void]$script:Left.Add('Take away by hand: ' + $Identity + ': ' + $_.Exception.Message) }
        throw $why
    }
}

# What the state file keeps of a copy, to know on the way back whether it is still the one that was made.
function ConvertTo-Copied([hashtable]$Copy) {
    $copied = @{}
    foreach ($name in $Copy.Keys) { $copied[$name] = ConvertTo-Shown $Copy[$name] }
    return $copied
}

function Show-Copy([string]$Identity, [string]$Source, [hashtable]$Copy) {
    if ($script:Pass -ne 'look') { return }
    Show-Text ('A copy of ' + $Source + ': ' + $Identity)
    foreach ($name in @($Copy.Keys | Sort-Object)) { Show-Text ('    ' + $name + ': ' + (ConvertTo-Shown $Copy[$name])) }
}`;

export const copyForUsers = `# The one policy in force for all of them. Where there are several, the script stops and names the groups.
function Find-PolicyInCommon([string[]]$Users) {
    $groups = @{}
    foreach ($asked in $Users) {
        $policy = Find-PolicyOfUser $asked 'ClientPolicy'
        if (-not $policy) { continue }
        if (-not $groups.ContainsKey($policy)) { $groups[$policy] = New-Object System.Collections.ArrayList }
        [void]$groups[$policy].Add($asked)
    }
    if ($groups.Count -eq 1) { return @($groups.Keys)[0] }
    if (-not $groups.Count) { return '' }
    $said = @(foreach ($policy in @($groups.Keys | Sort-Object)) {
        $more = if ($groups[$policy].Count -gt 5) { ', and ' + ($groups[$policy].Count - 5) + ' more' } else { '' }
        $policy + ' for ' + (@($groups[$policy] | Select-Object -First 5) -join ', ') + $more
    })
    Add-Stop ('A copy is made of one client policy, and several are in force: ' + ($said -join '; ') + '. Have a rollout for each group, or change the policies in force.')
    return ''
}

# Why it is high risk to change a policy for users that is there already; empty where nobody else has it.
function Find-OtherHolder([string]$Policy, [string[]]$Users) {
    $sips = @{}
    foreach ($asked in $Users) { $sips[(Find-User $asked)] = $true }
    $others = @(Get-CsUser -ErrorAction Stop | Where-Object {
        (ConvertTo-Name $_.ClientPolicy) -eq $Policy -and -not $sips.ContainsKey([string]$_.SipAddress)
    }).Count
    if ($others) { return $Policy + ' is also granted to users who are not named here: ' + $others }
}`;
