/** Users by name, among those who were read. */
export const personFinder = `$script:ByName = @{}

function Find-Person([string]$Asked) {
    if (-not $script:ByName.Count) {
        foreach ($person in @($script:Items['users']['values'])) {
            $names = @(@($person['SipAddress'], $person['UserPrincipalName']) | Where-Object { $_ } | ForEach-Object { $_ -replace '^sip:', '' })
            foreach ($name in @($names | Sort-Object -Unique)) {
                if (-not $script:ByName.ContainsKey($name)) { $script:ByName[$name] = New-Object System.Collections.ArrayList }
                [void]$script:ByName[$name].Add($person)
            }
        }
    }
    return $script:ByName[$Asked]
}`;

/** Policies that are in force for sites, or for users: name -> yes. */
export const inForceOfSites = `# The policy in force for each site, found once; people at the site are reached by it.
function Add-InForceOfSite([hashtable]$Found, [string]$Kind, [string[]]$Sites) {
    foreach ($asked in $Sites) {
        $site = Find-SitePolicy $asked
        if (-not $site) { continue }
        $policy = if (& ('Read-' + $Kind) $site) { $site } else { 'Global' }
        $Found[$policy] = $true
        $script:Reached[$Kind][$site] = $policy
    }
}`;

export const inForceOfUsers = `function Add-InForceOfUser([hashtable]$Found, [string]$Kind, [string[]]$Users) {
    if (-not (Test-Read 'Policy in force' 'users')) { return }
    foreach ($asked in $Users) {
        $people = @(Find-Person $asked | Where-Object { $_ })
        if ($people.Count -ne 1) { Add-Stop ($asked + ': ' + $people.Count + ' users have this address'); continue }
        $why = $people[0]['EffectiveWhy']
        if ($why) { Add-Check -What 'Policy in force' -Name $asked -Expected 'can be read' -Found $why -Good $false }
        else { $Found[$people[0]['Effective' + $Kind]] = $true }
    }
}`;

/** Whether each has what they were to be granted. */
export const grantChecks = `# A grant is a table: Title, Kind (of policy), Users, Policy.
function Test-Grant([hashtable]$Grant) {
    if (-not (Test-Read $Grant['Title'] 'users')) { return }
    foreach ($asked in $Grant['Users']) {
        $people = @(Find-Person $asked | Where-Object { $_ })
        if ($people.Count -ne 1) {
            $found = [string]$people.Count + ' users have this address'
            Add-Check -What $Grant['Title'] -Name $asked -Expected $Grant['Policy'] -Found $found -Good $false
            continue
        }
        $script:Judged[$Grant['Kind'] + '|' + $people[0]['DistinguishedName']] = $true
        $found = Get-InForce $people[0] $Grant['Kind']
        Add-Check -What $Grant['Title'] -Name $asked -Expected $Grant['Policy'] -Found $found -Good ($found -eq $Grant['Policy'])
    }
}`;

/** What is in force for those who were named, and whose policy of their own comes before one of this rollout. */
export const inForceChecks = `function Get-InForce([hashtable]$Person, [string]$Kind) {
    if ($Person.ContainsKey('EffectiveWhy')) { return 'could not be read: ' + $Person['EffectiveWhy'] }
    return $Person['Effective' + $Kind]
}

# Reached by a site or by Global: a policy of a person's own, or of the site where Global is meant, comes before it.
function Test-InForce([string]$Kind, [string]$What) {
    $reached = $script:Reached[$Kind]
    if (-not $reached.Count -or -not (Test-Read $What 'users')) { return }
    foreach ($person in @($script:Items['users']['values'])) {
        if ($script:Judged[$Kind + '|' + $person['DistinguishedName']]) { continue }
        $expected = $reached['Global']
        if ($person['Site'] -and $reached.ContainsKey($person['Site'])) { $expected = $reached[$person['Site']] }
        $name = if ($person['SipAddress']) { $person['SipAddress'] } else { $person['DistinguishedName'] }
        $found = Get-InForce $person $Kind
        $words = $What
        $good = $true
        if ($person[$Kind] -and $expected) { $words += ', of their own'; $found = $person[$Kind] }
        elseif (-not $person['Named']) { continue }
        elseif (-not $expected) { $words += ', not reached by this rollout' }
        elseif ($expected -eq 'Global' -and $found -like 'Site:*') { $words += ', of the site' }
        else { $good = $found -eq $expected }
        Add-Check -What $words -Name $name -Expected $expected -Found $found -Good $good
    }
}`;
