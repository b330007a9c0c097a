/** As many users pass over the screen, one by one. */
const shownOneByOne = 50;

/** One domain controller for the whole run: the answers of another one may be stale. */
export const domainController = `$script:DomainController = ''
function Find-DomainController {
    try { return [DirectoryServices.ActiveDirectory.Domain]::GetCurrentDomain().PdcRoleOwner.Name }
    catch {
        Show-Text ('The PDC emulator cannot be told, so no domain controller is named: ' + $_.Exception.Message) -Warning
        return ''
    }
}`;

/** Reading a user, there. */
export const userReader = `${domainController}

function Read-User([string]$Identity) {
    $at = @{}
    if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
    Get-CsUser -Identity $Identity @at -ErrorAction Stop
}

# Of more than ${shownOneByOne} users each one stands in the log, and one in a hundred on the screen.
function Show-User([int]$Of, [string]$Text) {
    if ($Of -gt ${shownOneByOne} -and $script:LogFile) { Add-Log $Text } else { Show-Text $Text }
}

function Show-Progress([string]$What, [int]$Number, [int]$Of) {
    if ($Of -gt ${shownOneByOne} -and $Number % 100 -eq 0) { Show-Text ($What + ' ' + $Number + ' of ' + $Of) }
}`;

/** People: exactly one for each address, and one who can be granted a policy here. */
export const people = `$script:Users = @{}
$script:Found = @{}
$script:InForce = @{}

# The SIP address of the one user who has this SIP address or user principal name. Who cannot be had is listed, once, and
# the rest goes on.
function Find-User([string]$Asked) {
    if ($script:Users.ContainsKey($Asked)) { return $script:Users[$Asked] }
    $found = @{}
    $why = ''
    foreach ($identity in ('sip:' + $Asked), $Asked) {
        try { $users = @(Read-User $identity) }
        catch { $users = @(); $why = ' ' + $_.Exception.Message }
        foreach ($user in $users) {
            $sip = [string]$user.SipAddress
            if ($sip -eq ('sip:' + $Asked) -or [string]$user.UserPrincipalName -eq $Asked) { $found[$sip] = $user }
        }
    }
    $script:Users[$Asked] = ''
    if (-not $found.Count) { Add-Left ('User ' + $Asked + ': no user has this SIP address or user principal name.' + $why) }
    elseif ($found.Count -gt 1) { Add-Left ('User ' + $Asked + ': more than one answers to it: ' + (@($found.Keys | Sort-Object) -join ', ')) }
    else {
        $sip = @($found.Keys)[0]
        $homed = Read-Property $found[$sip] 'HostingProvider'
        if ($homed -and $homed -ne 'SRV:') { Add-Left ('User ' + $Asked + ': is homed at ' + $homed + ', not on this server') }
        elseif ((Read-Property $found[$sip] 'Enabled') -eq 'False') { Add-Left ('User ' + $Asked + ': is not enabled on this server') }
        else { $script:Users[$Asked] = $sip; $script:Found[$sip] = $found[$sip] }
    }
    return $script:Users[$Asked]
}

# What not every version shows is empty where it is not there.
function Read-Property($Item, [string]$Name) {
    if ($Item.PSObject.Properties[$Name]) { return [string]$Item.$Name }
}`;

/** The policy in force for each user, told by the server; kept for the run. */
export const effective = `function Find-PolicyOfUser([string]$Asked, [string]$Property) {
    $sip = Find-User $Asked
    if (-not $sip) { return '' }
    if (-not $script:InForce.ContainsKey($sip)) {
        $at = @{}
        if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
        try { $script:InForce[$sip] = Get-CsEffectivePolicy -Identity $sip @at -ErrorAction Stop }
        catch {
            Add-Left ('User ' + $Asked + ': the policy in force cannot be told: ' + $_.Exception.Message)
            $script:Users[$Asked] = ''
            return ''
        }
    }
    return ConvertTo-Name $script:InForce[$sip].$Property
}`;

/** The site that has a pool; sites are read, or `source` is an expression for them. */
export const siteOfPool = (source = 'Get-CsSite -ErrorAction Stop') => `# As policies name the site.
function Find-SiteOfPool([string]$Pool) {
    foreach ($site in @(${source})) {
        $pools = @($site.Pools | Where-Object { $_ } | ForEach-Object { [string]$_ })
        if ($pools -contains $Pool) { return 'Site:' + (([string]$site.Identity) -replace '^site:', '') }
    }
}`;

/** The same where the server has no cmdlet that tells it: granted, else of the site of the registrar pool, else Global. */
export const effectiveByScope = `# This server cannot be asked what is in force: what was granted comes first, then the site of the pool, then Global.
function Find-PolicyOfUser([string]$Asked, [string]$Property) {
    $sip = Find-User $Asked
    if (-not $sip) { return '' }
    $key = $Property + '|' + $sip
    if ($script:InForce.ContainsKey($key)) { return $script:InForce[$key] }
    $user = Read-User $sip
    $policy = ConvertTo-Name $user.$Property
    if (-not $policy) {
        $site = Find-SiteOfPool ([string]$user.RegistrarPool)
        if (-not $site) { Add-Stop ('The site of the pool of ' + $Asked + ' cannot be told: ' + $user.RegistrarPool) }
        elseif (& ('Read-' + $Property) $site) { $policy = $site }
        else { $policy = 'Global' }
    }
    $script:InForce[$key] = $policy
    return $policy
}

${siteOfPool()}`;

/** What a new policy for users takes over from the policies in force for them. */
export const keptForUsers = `# Where the users differ in a value that is kept, the script stops and names the groups.
function Read-KeptForUsers([string[]]$Users, [string[]]$Names) {
    $groups = @{}
    foreach ($asked in $Users) {
        $policy = Find-PolicyOfUser $asked 'ExternalAccessPolicy'
        if ($policy -and -not $groups.ContainsKey($policy)) { $groups[$policy] = New-Object System.Collections.ArrayList }
        if ($policy) { [void]$groups[$policy].Add($asked) }
    }
    if (-not $groups.Count) { Add-Stop 'Nobody in the list of users can be granted a policy.' }
    $kept = @{}
    foreach ($name in $Names) {
        $kept[$name] = $null
        $said = @{}
        foreach ($policy in @($groups.Keys | Sort-Object)) {
            $row = Read-ExternalAccessPolicy $policy
            if (-not $row) { Add-Stop ('The policy in force for ' + $groups[$policy][0] + ' cannot be read: ' + $policy); continue }
            $kept[$name] = $row[$name]
            $value = ConvertTo-Literal $row[$name]
            $whom = (@($groups[$policy] | Select-Object -First 5) -join ', ') + $(if ($groups[$policy].Count -gt 5) { ', and ' + ($groups[$policy].Count - 5) + ' more' })
            $said[$value] = [string]$said[$value] + ' ' + $policy + ' (' + $whom + ')'
        }
        if ($said.Count -gt 1) {
            Add-Stop ($name + ' is to stay as it is, and differs: ' + ((@($said.Keys | Sort-Object) | ForEach-Object { $_ + ' in' + $said[$_] }) -join '; ') + '. Answer yes or no for it instead of keep.')
        }
    }
    return $kept
}`;

/** Grants, one by one. A change is a table: Title, Reaches, Property, Users, Policy, Read, Grant, Undo. */
export const grants = ({ seen }: { seen: boolean }) => `$script:GrantsAhead = @{}

function Invoke-Grant([hashtable]$Change) {
    $title = $Change['Title']
    $kind = 'Grant of ' + $Change['Property']
    $wanted = $Change['Policy']
    if ($script:Pass -eq 'look') {
        Show-Text ('Reading ' + $Change['Users'].Count + ' users')
${seen ? knownSeen : known}        if (-not $known.Count) { Add-Stop 'Nobody in the list of users can be granted a policy.' }
        $ahead = @($known | Where-Object { (ConvertTo-Name $script:Found[$_].($Change['Property'])) -ne $wanted })
        $script:GrantsAhead[$title] = $ahead
        if (-not $ahead.Count) { Show-Text ('As wanted: ' + $title); return }
        Show-Text ('To change: ' + $title + ', ' + $ahead.Count + ' of them')
        Show-Text ('    Reaches: ' + $Change['Reaches'])
        foreach ($sip in $ahead) {
            $before = ConvertTo-Name $script:Found[$sip].($Change['Property'])
            if (-not $before) { $before = $null }
            Show-User $ahead.Count ('    ' + $sip + ': ' + (ConvertTo-Literal $before) + ' -> ' + (ConvertTo-Literal $wanted))
            Save-Before $kind $sip @{ Policy = $before } @{ Policy = $wanted } @('Policy') @()
        }
        Add-Ahead @()
        return
    }
    $ahead = @($script:GrantsAhead[$title])
    if (-not $ahead.Count) { return }
    if (-not (& $Change['Read'])) {
        [void]$script:Left.Add($title + ': the policy is not there, so nobody is granted it')
        return
    }
    if (-not (Confirm-Change $title ('Grant to ' + $ahead.Count + ' users, one by one') @())) { return }
    $number = 0
    foreach ($sip in $ahead) {
        $number++
        try {
            if ((ConvertTo-Name (Read-User $sip).($Change['Property'])) -eq $wanted) { continue }
            Save-Attempt $kind $sip
            & $Change['Grant'] $sip
            $before = $script:Records[$kind + '|' + $sip]['Before']['Policy']
            Show-User $ahead.Count ('Granted ' + $number + ' of ' + $ahead.Count + ': ' + $sip)
            Show-User $ahead.Count ('    Undo: ' + $Change['Undo'] + ' -Identity ' + (ConvertTo-Literal $sip) + ' -PolicyName ' + (ConvertTo-Literal $before))
            $has = ConvertTo-Name (Read-User $sip).($Change['Property'])
            if ($has -ne $wanted) { throw ('it reads back as ' + (ConvertTo-Literal $has)) }
            [void]$script:Done.Add($title + ': ' + $sip)
        }
        catch {
            [void]$script:Left.Add($title + ': ' + $sip + ': ' + $_.Exception.Message)
            Show-Text ('Failed: ' + $sip + ': ' + $_.Exception.Message) -Warning
        }
        Show-Progress 'Granted' $number $ahead.Count
    }
}`;

const known = `        $known = @(foreach ($asked in $Change['Users']) { $sip = Find-User $asked; if ($sip) { $sip } })
`;

const knownSeen = `        $known = @(foreach ($asked in $Change['Users']) {
            $sip = Find-User $asked
            if (-not $sip) { continue }
            $has = ConvertTo-Name $script:Found[$sip].($Change['Property'])
            if (-not $has) { $has = $null }
            if ($has -ne $wanted) { Test-SeenGrant $title $Change['Property'] $asked $sip $has }
            $sip
        })
`;
