/** Client policies in force, each once, with whom else they reach: name -> sentence, empty where nobody else has it. */
export const inForceOfSites = `# A site without a policy of its own is under Global, which others are under, too.
function Add-PolicyOfSite([hashtable]$Found, [string]$Asked) {
    $policy = Find-SitePolicy $Asked
    if (-not $policy) { return }
    if (Read-ClientPolicy $policy) { $Found[$policy] = '' }
    else { $Found['Global'] = 'Global also holds for all others without a client policy of their own or of their site.' }
}`;

export const inForceOfUsers = `function Add-PolicyOfUser([hashtable]$Found, [string[]]$Users) {
    $sips = @{}
    foreach ($asked in $Users) {
        $policy = Find-PolicyOfUser $asked 'ClientPolicy'
        if (-not $policy) { continue }
        $sips[(Find-User $asked)] = $true
        $Found[$policy] = ''
    }
    foreach ($policy in @($Found.Keys)) {
        if ($policy -eq 'Global') { $Found[$policy] = 'Global also holds for all others without a client policy of their own or of their site.' }
        elseif ($policy -like 'site:*') { $Found[$policy] = $policy + ' also holds for all others at that site without a client policy of their own.' }
        else {
            $others = @(Get-CsUser -ErrorAction Stop | Where-Object {
                (ConvertTo-Name $_.ClientPolicy) -eq $policy -and -not $sips.ContainsKey([string]$_.SipAddress)
            }).Count
            if ($others) { $Found[$policy] = $policy + ' is also granted to users who are not named here: ' + $others }
        }
    }
}`;
