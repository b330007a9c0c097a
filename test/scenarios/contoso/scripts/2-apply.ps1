<#
.SYNOPSIS
Makes on Lync Server 2013 the changes that were decided for federation with Skype.

.DESCRIPTION
First everything is read and compared; what stands in the way ends the script before any change. What differs is
shown, as it is and as it will be, and one question is asked for all of it; high risk is asked for on its own. Then the
values of today are written to a state file and the configuration is backed up. Then each change is made and read
again, and the command that takes it back is printed. Only what differs is changed: a second run changes nothing.
Exit codes: 0 done, or nothing to do; 1 unexpected error before any change; 2 wrong place, module, product or
rights; 3 declined, or nobody can be asked; 4 stopped before any change because of what was found; 5 some done and
some not, which are listed: run it again.

.PARAMETER OutputFolder
Where state file, backup, transcript and log are written. The folder of this script unless said otherwise.
.PARAMETER Force
Asks nothing. High risk is then left out and listed, unless -AcceptHighRisk is given too.
.PARAMETER AcceptHighRisk
Does not ask for high risk on its own.
.PARAMETER NoBackup
Makes no backup with Export-CsConfiguration.
.EXAMPLE
.\2-apply.ps1 -WhatIf
Shows what would be changed. Nothing is changed and nothing is written.
.EXAMPLE
.\2-apply.ps1
Shows everything, asks once, and makes the changes.
.EXAMPLE
.\2-apply.ps1 -Confirm
Asks for each change before it is made.
.NOTES
Written by skypefed 0.1.0, 2026-11-23T21:30:00.000Z. Nothing is downloaded and nothing is sent.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param([string]$OutputFolder, [switch]$Force, [switch]$AcceptHighRisk, [switch]$NoBackup)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$script:Rollout = 'contoso'
$script:Organisation = 'Contoso'
$script:Program = 'skypefed 0.1.0'
$script:Started = (Get-Date).ToUniversalTime().ToString('yyyyMMdd-HHmmssfff', [Globalization.CultureInfo]::InvariantCulture)
$script:Transcribing = $false
$script:LogFile = ''
$script:StateFile = ''
$script:Cmdlet = $PSCmdlet
$script:DryRun = [bool]$WhatIfPreference
$script:Quiet = [bool]$Force
$script:RiskAccepted = [bool]$AcceptHighRisk
$script:Pass = 'look'
$script:Attempted = $false
$script:Records = @{}
$script:Ahead = 0
$script:AskedAlone = 0
$script:LeftOut = @{}
$script:Stops = New-Object System.Collections.ArrayList
$script:Done = New-Object System.Collections.ArrayList
$script:Left = New-Object System.Collections.ArrayList
if ($Force) { $ConfirmPreference = 'None' }
$script:AsksOnce = -not $script:DryRun -and $ConfirmPreference -ne 'None' -and -not $PSBoundParameters.ContainsKey('Confirm')

function Show-Text([string]$Text, [switch]$Warning) {
    if ($Warning) { Write-Warning $Text } else { Write-Host $Text }
    Add-Log $Text
}

function Add-Log([string]$Text) {
    if (-not $script:LogFile) { return }
    try { [IO.File]::AppendAllText($script:LogFile, $Text + [Environment]::NewLine, [Text.Encoding]::UTF8) }
    catch { $script:LogFile = ''; Write-Warning ('The log ends here: ' + $_.Exception.Message) }
}

function Exit-Run([int]$Code, [string]$Text) {
    Show-Text $Text
    if ($script:Transcribing) { Stop-Transcript | Out-Null }
    exit $Code
}

function Exit-WithResult([string]$Text) {
    foreach ($item in $script:Left) { Show-Text ('Not made: ' + $item) }
    Show-Text ([string]$script:Done.Count + ' made, ' + $script:Left.Count + ' not made. ' + $Text).TrimEnd()
    if ($script:Attempted) { Show-Text ('Way back: 4-rollback.ps1, or the undo commands, last one first. The values before are in ' + $script:StateFile) }
    else { Remove-NewState }
    if ($script:Done.Count) { Show-Text 'An Edge has a change once Get-CsManagementStoreReplicationStatus shows it UpToDate.' }
    if (-not $script:Left.Count) { Exit-Run 0 'Done.' }
    if ($script:Left.Count -eq $script:LeftOut.Count) { Exit-Run 5 'What was left out stays so until what is said of it was mended. Then run the script again.' }
    if ($script:Attempted -or $script:LeftOut.Count) { Exit-Run 5 'Run the script again for what is not made.' }
    Exit-Run 3 'Nothing was changed.'
}

# Before the first change it stops the script; later it is a failure of that change alone.
function Add-Stop([string]$Text) {
    if ($script:Pass -eq 'do') { [void]$script:Left.Add($Text) }
    elseif (-not $script:Stops.Contains($Text)) { [void]$script:Stops.Add($Text) }
}

# What has to be left out is listed, once, and the rest goes on.
function Add-Left([string]$Text) {
    if ($script:LeftOut.ContainsKey($Text)) { return }
    $script:LeftOut[$Text] = $true
    [void]$script:Left.Add($Text)
    Show-Text ('Left out: ' + $Text) -Warning
}

function Test-Module {
    if ($PSVersionTable.ContainsKey('PSEdition') -and $PSVersionTable['PSEdition'] -eq 'Core') {
        Show-Text 'Nothing is known about the management tools in this PowerShell: Windows PowerShell is the safe one.' -Warning
    }
    if (-not (Get-Module -Name Lync)) {
        try { Import-Module -Name Lync }
        catch { Exit-Run 2 ('The administrative tools of Lync Server 2013 are not here: ' + $_.Exception.Message) }
    }
    # Other modules export the same names, and would change another service.
    foreach ($name in 'Enable-CsTopology', 'Export-CsConfiguration', 'Get-CsAccessEdgeConfiguration', 'Get-CsClientPolicy',
        'Get-CsExternalAccessPolicy', 'Get-CsHostingProvider', 'Get-CsPublicProvider', 'Get-CsServerVersion',
        'Get-CsService', 'Get-CsSite', 'New-CsExternalAccessPolicy', 'New-CsPublicProvider',
        'Remove-CsPublicProvider', 'Set-CsAccessEdgeConfiguration', 'Set-CsClientPolicy', 'Set-CsExternalAccessPolicy',
        'Set-CsPublicProvider', 'Set-CsSite') {
        $command = Get-Command -Name $name -ErrorAction SilentlyContinue
        $from = if ($command) { [string]$command.ModuleName } else { 'no module at all' }
        if (@('Lync', 'SkypeForBusiness') -notcontains $from) {
            Exit-Run 2 ($name + ' comes from ' + $from + ', not from the module Lync. Use a window without other modules.')
        }
    }
}

function Test-Product {
    try { $version = [string](Get-CsServerVersion -ErrorAction Stop) } catch { $version = $_.Exception.Message }
    if ($version -notmatch '\(\d+\.') { Show-Text ('The product cannot be told here: ' + $version) -Warning }
    elseif ($version -notmatch '\(5\.') { Exit-Run 2 ('This script is for Lync Server 2013. Here is: ' + $version) }
}

function Test-FrontEnd {
    try { [void]@(Get-CsPublicProvider -ErrorAction Stop) }
    catch {
        $why = $_.Exception.Message
        try { [void]@(Get-CsPublicProvider -LocalStore -ErrorAction Stop) }
        catch { Exit-Run 2 ('The configuration cannot be read: ' + $why) }
        Exit-Run 2 'This is an Edge Server, which has a copy of the configuration only. Run this on a Front End Server.'
    }
}

function Test-Rights {
    try {
        $groups = [Security.Principal.WindowsIdentity]::GetCurrent().Groups
        $names = @($groups | ForEach-Object { $_.Translate([Security.Principal.NTAccount]).Value })
    }
    catch {
        Show-Text ('RTCUniversalServerAdmins is needed; the groups of this account cannot be told: ' + $_.Exception.Message) -Warning
        return
    }
    if (-not @($names -match '\\(RTCUniversalServerAdmins)$').Count) {
        Exit-Run 2 'This account is not in RTCUniversalServerAdmins, which this script needs.'
    }
}

# Identities print as Global, Site:Redmond, Tag:SkypeUsers; a policy for users is named without its tag.
function ConvertTo-Name($Identity) {
    return ([string]$Identity) -replace '^tag:', ''
}

function ConvertTo-Row($Item, [string[]]$Names) {
    $row = @{ Identity = ConvertTo-Name $Item.Identity }
    foreach ($name in $Names) {
        $value = if ($Item.PSObject.Properties[$name]) { $Item.$name } else { $null }
        if ($value -is [enum]) { $row[$name + 'Name'] = [string]$value; $value = [int]$value }
        if ($null -ne $value -and $value -isnot [bool] -and $value -isnot [int]) { $value = [string]$value }
        $row[$name] = $value
    }
    return $row
}

# Get- with an identity that does not exist is not documented, so all are listed and one is picked. None at all is $null.
function Select-Row($Items, [string]$Identity, [string[]]$Names) {
    foreach ($item in @($Items)) { if ($item -and (ConvertTo-Name $item.Identity) -eq $Identity) { return ConvertTo-Row $item $Names } }
}

# The names of the wanted values that a row does not have. A level is wanted by number or by name.
function Compare-Row($Row, [hashtable]$Want) {
    $names = [string[]]@($Want.Keys)
    [Array]::Sort($names)
    foreach ($name in $names) {
        if ($null -eq $Row) { $name; continue }
        $now = @([string]$Row[$name])
        if ($Row.ContainsKey($name + 'Name')) { $now += $Row[$name + 'Name'] }
        if ($now -notcontains [string]$Want[$name]) { $name }
    }
}

# A value the way it is typed.
function ConvertTo-Literal($Value) {
    if ($null -eq $Value) { return '$null' }
    if ($Value -is [bool]) { return '$' + ([string]$Value).ToLowerInvariant() }
    if ($Value -is [int]) { return [string]$Value }
    return "'" + ([string]$Value -replace "['\u2018-\u201B]", '$0$0') + "'"
}

function ConvertTo-Argument($Row, [string[]]$Names) {
    return (@($Names | ForEach-Object { ' -' + $_ + ' ' + (ConvertTo-Literal $Row[$_]) }) -join '')
}

$script:AccessEdgeNames = 'AllowFederatedUsers', 'RoutingMethod'
function Read-AccessEdge([string]$Identity) {
    Select-Row (Get-CsAccessEdgeConfiguration -ErrorAction Stop) $Identity $script:AccessEdgeNames
}

$script:SiteNames = 'FederationRoute'
function Read-Site([string]$Identity) {
    foreach ($item in @(Get-CsSite -ErrorAction Stop)) {
        if ((([string]$item.Identity) -replace '^site:', '') -eq $Identity) { return ConvertTo-Row $item $script:SiteNames }
    }
}

$script:ExternalAccessPolicyNames = 'EnableFederationAccess', 'EnablePublicCloudAccess', 'EnablePublicCloudAudioVideoAccess',
    'EnableOutsideAccess', 'EnableXmppAccess'
function Read-ExternalAccessPolicy([string]$Identity) {
    Select-Row (Get-CsExternalAccessPolicy -ErrorAction Stop) $Identity $script:ExternalAccessPolicyNames
}

$script:ProviderNames = 'ProxyFqdn', 'IconUrl', 'NameDecorationDomain',
    'NameDecorationRoutingDomain', 'NameDecorationExcludedDomainList', 'VerificationLevel',
    'Enabled'
function Read-Provider([string]$Identity) {
    Select-Row (Get-CsPublicProvider -ErrorAction Stop) $Identity $script:ProviderNames
}

$script:ClientPolicyNames = 'EnableNotificationForNewSubscribers', 'BlockConversationFromFederatedContacts'
function Read-ClientPolicy([string]$Identity) {
    Select-Row (Get-CsClientPolicy -ErrorAction Stop) $Identity $script:ClientPolicyNames
}

function Test-Parameter([string]$Command, [string]$Name) {
    $has = (Get-Command -Name $Command).Parameters.ContainsKey($Name)
    if (-not $has -and $script:Pass -eq 'look') { Show-Text ('Left out: ' + $Command + ' has no -' + $Name + ' on this server.') }
    return $has
}

# The identity that a policy of this site has; the site is named by Identity or DisplayName.
function Find-SitePolicy([string]$Asked) {
    $called = @()
    foreach ($site in @(Get-CsSite -ErrorAction Stop)) {
        $name = 'Site:' + (([string]$site.Identity) -replace '^site:', '')
        if ($name -eq 'Site:' + $Asked) { return $name }
        if ([string]$site.DisplayName -eq $Asked) { $called += $name }
    }
    if ($called.Count -eq 1) { return $called[0] }
    Add-Stop ('Site ' + $Asked + ': ' + $called.Count + ' sites of Get-CsSite have this Identity or DisplayName, not one')
}

# A site without a policy of its own is under Global, which others are under, too.
function Add-PolicyOfSite([hashtable]$Found, [string]$Asked) {
    $policy = Find-SitePolicy $Asked
    if (-not $policy) { return }
    if (Read-ClientPolicy $policy) { $Found[$policy] = '' }
    else { $Found['Global'] = 'Global also holds for all others without a client policy of their own or of their site.' }
}

# What a state file of this rollout holds. Nothing: it is of another one, or something else.
function Import-State([string]$File) {
    try { $state = Import-Clixml -Path $File }
    catch { Exit-Run 4 ('This state file cannot be read; mend it or move it: ' + $File + ' ' + $_.Exception.Message) }
    if ($state -isnot [hashtable] -or $state['Format'] -ne 'skypefed-state') { return }
    if ($state['Rollout'] -ne $script:Rollout) { return }
    if ($state['Version'] -ne 1) { Exit-Run 4 ('A newer program wrote this state file: ' + $File) }
    if ($null -eq $state['Records']) { Exit-Run 4 ('This state file is damaged; mend it or move it: ' + $File) }
    foreach ($record in $state['Records']) {
        $whole = $record -is [hashtable] -and $record['Kind'] -and $record['Identity'] -and $record['Before'] -is [hashtable]
        if (-not $whole -or ($record['Identity'] -eq 'Global' -and -not $record['Existed'])) { Exit-Run 4 ('This state file is damaged; mend it or move it: ' + $File) }
    }
    return $state
}

# The first state file of this rollout; one that cannot be read is never passed over.
function Find-State {
    if (-not [IO.Directory]::Exists($script:Folder)) { return }
    foreach ($file in @([IO.Directory]::GetFiles($script:Folder, 'state-*.clixml') | Sort-Object)) {
        $state = Import-State $file
        if ($state) { $script:StateFile = $file; return $state }
    }
}

# What was written down and then never touched is no matter: it is written down anew, or left alone.
function Read-Record([hashtable]$State) {
    $touched = @{}
    $known = [IO.File]::Exists($script:StateFile + '.touched')
    if ($known) { foreach ($key in [IO.File]::ReadAllLines($script:StateFile + '.touched')) { $touched[$key] = $true } }
    foreach ($record in $State['Records']) {
        $key = $record['Kind'] + '|' + $record['Identity']
        if ($touched[$key] -or -not $known) { $script:Records[$key] = $record }
    }
}

$script:StateIsNew = $false

# The first value before stands; what was never touched is added. What is wanted is renewed, and what an earlier run
# wanted is kept, to know it again; nothing wanted: it is to go. A risk is asked for on the way back, too.
function Save-Before([string]$Kind, [string]$Identity, $Row, $Want, [string[]]$Names, [string[]]$Risk) {
    $key = $Kind + '|' + $Identity
    if (-not $script:Records.ContainsKey($key)) {
        $script:Records[$key] = @{
            Kind = $Kind; Identity = $Identity; Existed = $null -ne $Row; Before = @{}; Wanted = $null; Earlier = @(); Risk = @{}
        }
    }
    $record = $script:Records[$key]
    $was = $record['Wanted']
    $record['Wanted'] = $null
    if ($Want) {
        $record['Wanted'] = if ($was) { $was.Clone() } else { @{} }
        foreach ($name in $Want.Keys) { $record['Wanted'][$name] = $Want[$name]; if ($Risk) { $record['Risk'][$name] = $Risk } }
    }
    if ($was -and @(Compare-Row $record['Wanted'] $was).Count) { $record['Earlier'] = @($record['Earlier']) + $was }
    if (-not $record['Existed'] -or $null -eq $Row) { return }
    foreach ($name in $Names) { if (-not $record['Before'].ContainsKey($name)) { $record['Before'][$name] = $Row[$name] } }
}

# Written beside and read back before it takes its place.
function Save-State {
    $script:StateIsNew = -not $script:StateFile
    if ($script:StateIsNew) { $script:StateFile = Join-Path $script:Folder ('state-' + $script:Started + '.clixml') }
    $state = @{
        Format = 'skypefed-state'; Version = 1; Rollout = $script:Rollout; Program = $script:Program
        Computer = [Environment]::MachineName; Written = $script:Started; Records = @($script:Records.Values)
    }
    [IO.File]::AppendAllText($script:StateFile + '.touched', '')
    $part = $script:StateFile + '.part'
    Export-Clixml -InputObject $state -Path $part -Depth 6 -Confirm:$false
    if (@((Import-Clixml -Path $part)['Records']).Count -ne $script:Records.Count) { throw 'The state file does not read back.' }
    if ([IO.File]::Exists($script:StateFile)) { [IO.File]::Replace($part, $script:StateFile, $script:StateFile + '.previous') }
    else { [IO.File]::Move($part, $script:StateFile) }
    Show-Text ('The values before are in ' + $script:StateFile)
}

# Nothing was begun: what this run wrote down is no matter.
function Remove-NewState {
    if (-not $script:StateIsNew) { return }
    foreach ($file in $script:StateFile, ($script:StateFile + '.touched')) { [IO.File]::Delete($file) }
    Show-Text 'The state file is taken away again, as nothing was changed.'
}

# Every change that is begun has a line of its own beside the state file, written before it.
function Save-Attempt([string]$Kind, [string]$Identity) {
    $script:Attempted = $true
    [IO.File]::AppendAllText($script:StateFile + '.touched', $Kind + '|' + $Identity + [Environment]::NewLine)
}

# What will be done, counted; what is high risk is asked for on its own, unless that is silenced.
function Add-Ahead([string[]]$Risk) {
    $script:Ahead++
    if ($Risk.Count -and -not $script:RiskAccepted) { $script:AskedAlone++ }
}

# One question for all that was shown; with -Confirm each change has its own instead, and with -Force none is asked.
function Confirm-Run {
    $together = $script:Ahead - $script:AskedAlone
    if (-not $script:AsksOnce -or $together -lt 1) { return }
    $these = if ($together -eq 1) { 'this change' } else { 'these ' + $together + ' changes' }
    $question = 'Make ' + $these + ' on ' + [Environment]::MachineName + '?'
    if ($script:AskedAlone -eq 1) { $question += ' One more is high risk and is asked for by itself.' }
    elseif ($script:AskedAlone) { $question += ' ' + $script:AskedAlone + ' more are high risk and are asked for one by one.' }
    try { $yes = $script:Cmdlet.ShouldContinue($question, 'Rollout ' + $script:Rollout) }
    catch { Exit-Run 3 ('Nobody can be asked here: run it in a console, or with -Force, which asks nothing. Nothing was changed. ' + $_.Exception.GetBaseException().Message) }
    if (-not $yes) { Exit-Run 3 'Declined: nothing was changed.' }
    Add-Log ('Yes: ' + $question)
    $script:ConfirmPreference = 'None'
}

# High risk is asked for on its own; all else by ShouldProcess, which asks where nothing was asked for all.
function Confirm-Change([string]$What, [string]$How, [string[]]$Risk) {
    $own = $Risk.Count -and -not $script:RiskAccepted -and -not $script:DryRun
    if ($own -and $script:Quiet) {
        Add-Left ($What + ': high risk, and -AcceptHighRisk is not given')
        return $false
    }
    try {
        if ($own) { $yes = $script:Cmdlet.ShouldContinue(($Risk -join ' ') + ' ' + $How + '?', 'High risk: ' + $What) }
        else { $yes = $script:Cmdlet.ShouldProcess($What, $How) }
    }
    catch {
        [void]$script:Left.Add($What + ': ' + $_.Exception.GetBaseException().Message)
        Exit-WithResult 'Nobody can be asked here: run it in a console, or with -Force, which asks nothing.'
    }
    if (-not $yes -and -not $script:DryRun) { [void]$script:Left.Add($What + ': declined') }
    return $yes
}

# A change is a table: Title, Reaches, Kind (the noun of its cmdlets), Identity, Want, Read, Make, Set; where needed also
# Demand (what must hold), Risk (why it is high), Consent (values of high risk to change), UndoSet; Replaces (entries that
# go), Whole (all values of an entry), Makes (those of the new one) and Mends (what Set- can change, or what is lost); Copied
# (what a new one takes over, as text); UndoWhen (when the way back is open), UndoThen (what follows).
function Invoke-Change([hashtable]$Change) {
    $title = $Change['Title']
    $kind = $Change['Kind']
    $row = & $Change['Read']
    $stops = @(foreach ($one in @($Change['Demand'])) { if ($one -and $row -and @(Compare-Row $row @{ $one['Name'] = $one['Is'] }).Count) { $one['Says'] } })
    if (-not $row -and -not $Change['Make']) { $stops += $title + ': it is not there' }
    foreach ($stop in $stops) { Add-Stop $stop }
    if ($stops.Count) { return }
    $names = @(Compare-Row $row $Change['Want'])
    if (-not $names.Count) {
        if ($script:Pass -eq 'look') { Show-Text ('As wanted: ' + $title) }
        return
    }
    $risk = @(foreach ($one in @($Change['Consent'])) { if ($one -and $row -and $row[$one['Name']] -eq $one['Is']) { $one['Says'] } })
    if ($Change['Risk']) { $risk = @($Change['Risk']) + $risk }
    $replaces = @(foreach ($old in @($Change['Replaces'])) { if ($old) { $old } })
    if ($script:Pass -eq 'look') {
        Show-Text ('To change: ' + $title)
        foreach ($name in $names) {
            $now = if ($row) { ConvertTo-Literal $row[$name] } else { '(new)' }
            Show-Text ('    ' + $name + ': ' + $now + ' -> ' + (ConvertTo-Literal $Change['Want'][$name]))
        }
        foreach ($text in @('Reaches: ' + $Change['Reaches']) + $risk) { Show-Text ('    ' + $text) }
        foreach ($old in $replaces) {
            Show-Text ('    Removes: ' + $old['Identity'])
            foreach ($name in @($Change['Whole'] | Where-Object { $null -ne $old[$_] })) { Show-Text ('        ' + $name + ': ' + (ConvertTo-Literal $old[$name])) }
            Save-Before $kind $old['Identity'] $old $null (@('Identity') + $Change['Whole'])
        }
        $makes = if ($Change['Makes']) { $Change['Makes'] } else { $Change['Want'] }
        $written = if ($Change['Whole']) { $Change['Whole'] } else { @($Change['Want'].Keys) + @($Change['Mends'] | Where-Object { $_ }) }
        Save-Before $kind $Change['Identity'] $row $makes $written @($Change['Risk'] | Where-Object { $_ })
        if ($Change['Copied'] -and $Change['Copied'].Count) { $script:Records[$kind + '|' + $Change['Identity']]['Copied'] = $Change['Copied'] }
        Add-Ahead $risk
        return
    }
    $how = if ($row -and -not $replaces.Count) { 'Set ' + ($names -join ', ') } else { 'Make it' }
    foreach ($old in $replaces) { $how += ', after removing ' + $old['Identity'] }
    if (-not (Confirm-Change $title $how $risk)) { return }
    try {
        Save-Attempt $kind $Change['Identity']
        if ($row -and -not $replaces.Count) { [void](& $Change['Set']) } else { [void](& $Change['Make']) }
        Show-Text ('Changed: ' + $title)
        Show-Undo $Change
        $other = @(Compare-Row (& $Change['Read']) $Change['Want'])
        if ($other.Count) { throw ('it reads back with another value of ' + ($other -join ', ')) }
        [void]$script:Done.Add($title)
    }
    catch {
        Show-Text ('Failed: ' + $title + ': ' + $_.Exception.Message) -Warning
        [void]$script:Left.Add($title + ': ' + $_.Exception.Message)
    }
}

# One line takes a change back. A record with the Identity among its values is of an entry that went: it comes back whole.
function Show-Undo([hashtable]$Change) {
    $kind = $Change['Kind']
    $named = ' -Identity ' + (ConvertTo-Literal $Change['Identity'])
    $record = $script:Records[$kind + '|' + $Change['Identity']]
    $undo = 'Remove-' + $kind + $named
    if ($record['Existed'] -and -not $record['Before'].ContainsKey('Identity')) {
        $names = if ($Change['Mends']) { $Change['Mends'] } else { @($Change['Want'].Keys | Sort-Object) }
        # What the server does not show under its kind of routing cannot be passed there.
        if ($Change['UndoSet']) { $names = @($names | Where-Object { $null -ne $record['Before'][$_] }) }
        if (-not @($names).Count) { Show-Text '    There was no value before: the way back of the routing takes this back, too.'; return }
        $set = if ($Change['UndoSet']) { $Change['UndoSet'] } else { 'Set-' + $kind + $named }
        $undo = $set + (ConvertTo-Argument $record['Before'] $names)
    }
    if ($Change['Whole']) {
        foreach ($gone in @($script:Records.Values | Where-Object { $_['Kind'] -eq $kind -and $_['Before'].ContainsKey('Identity') })) {
            $names = @(@('Identity') + $Change['Whole'] | Where-Object { $null -ne $gone['Before'][$_] })
            $undo += '; New-' + $kind + (ConvertTo-Argument $gone['Before'] $names)
        }
    }
    if ($Change['UndoThen']) { $undo += '; ' + $Change['UndoThen'] }
    Show-Text ('    Undo: ' + $undo)
    if ($Change['UndoWhen']) { Show-Text ('    The way back is open ' + $Change['UndoWhen'] + '.') }
}

function Select-SinceEnabled([string]$Mark) {
    if (-not $script:StateFile -or -not [IO.File]::Exists($script:StateFile + '.touched')) { return }
    $marked = @{}
    foreach ($line in [IO.File]::ReadAllLines($script:StateFile + '.touched')) {
        if ($line -eq 'CsTopology|Enabled') { $marked = @{} }
        elseif ($line -like ($Mark + '*')) { $marked[$line.Substring($Mark.Length)] = $true }
    }
    $marked.Keys | Sort-Object
}

function Save-Mark([string]$Mark) {
    [IO.File]::AppendAllText($script:StateFile + '.touched', $Mark + [Environment]::NewLine)
}

$script:Routed = @{}
$script:EnablesTopology = $false

# The bare name of the one site that is asked for, where the Edge pool of its route is in the topology.
function Find-RoutedSite([string]$Asked, [string]$Route) {
    $policy = Find-SitePolicy $Asked
    if (-not $policy) { return }
    $bare = $policy -replace '^site:', ''
    if ($script:Pass -eq 'look' -and $script:Routed.ContainsKey($bare)) { Add-Stop ('Two routes are asked for site ' + $bare + ', by its Identity and by its DisplayName.') }
    $edges = @(Get-CsService -EdgeServer -ErrorAction Stop | Where-Object { $_ -and [string]$_.Identity -eq $Route })
    if ($edges.Count) { $script:Routed[$bare] = $Route; return $bare }
    Add-Stop ('Site ' + $Asked + ': Get-CsService -EdgeServer has no ' + $Route)
}

# Sites whose route this rollout has set, in this run or one before it, since the topology was last enabled.
function Find-RouteNotEnabled {
    foreach ($bare in @(Select-SinceEnabled 'CsSite|')) {
        if ($script:Routed.ContainsKey($bare) -and -not @(Compare-Row (Read-Site $bare) @{ FederationRoute = $script:Routed[$bare] }).Count) { $bare }
    }
}

# A change is a table: Title, Reaches, Risk, Enable.
function Invoke-Topology([hashtable]$Change) {
    $title = $Change['Title']
    if ($script:Pass -eq 'look') {
        $ahead = @($script:Routed.Keys | Where-Object { @(Compare-Row (Read-Site $_) @{ FederationRoute = $script:Routed[$_] }).Count })
        $due = @($ahead + @(Find-RouteNotEnabled) | Where-Object { $_ } | Sort-Object)
        if (-not $due.Count) { Show-Text ('Not needed: ' + $title + ': no route is to change'); return }
        Show-Text ('To change: ' + $title)
        foreach ($text in ('After the route of: ' + ($due -join ', ')), ('Reaches: ' + $Change['Reaches']), $Change['Risk']) { Show-Text ('    ' + $text) }
        $script:EnablesTopology = $true
        Add-Ahead @($Change['Risk'])
        return
    }
    if ($script:DryRun) { if ($script:EnablesTopology) { [void](Confirm-Change $title 'Enable the topology' @($Change['Risk'])) }; return }
    $due = @(Find-RouteNotEnabled)
    if (-not $due.Count) {
        if ($script:EnablesTopology) { [void]$script:Left.Add($title + ': left out, because no route was changed') }
        return
    }
    if (-not (Confirm-Change $title ('Enable the topology, for the route of ' + ($due -join ', ')) @($Change['Risk']))) { return }
    try {
        $script:Attempted = $true
        [void](& $Change['Enable'])
        Save-Mark 'CsTopology|Enabled'
        Show-Text ('Changed: ' + $title)
        [void]$script:Done.Add($title)
    }
    catch {
        Show-Text ('Failed: ' + $title + ': ' + $_.Exception.Message) -Warning
        [void]$script:Left.Add($title + ': ' + $_.Exception.Message)
    }
}

function Invoke-NewProvider([hashtable]$Row) {
    $entry = @{ Identity = $Row['Identity']; ProxyFqdn = $Row['ProxyFqdn']; Enabled = $Row['Enabled'] }
    $entry['VerificationLevel'] = $Row['VerificationLevel']
    if ($Row['IconUrl']) { $entry['IconUrl'] = $Row['IconUrl'] }
    if ($Row['NameDecorationDomain']) { $entry['NameDecorationDomain'] = $Row['NameDecorationDomain'] }
    if ($Row['NameDecorationRoutingDomain']) { $entry['NameDecorationRoutingDomain'] = $Row['NameDecorationRoutingDomain'] }
    if ($Row['NameDecorationExcludedDomainList']) { $entry['NameDecorationExcludedDomainList'] = $Row['NameDecorationExcludedDomainList'] }
    [void](New-CsPublicProvider @entry -Confirm:$false -ErrorAction Stop)
}

function Restore-Provider([hashtable]$Row) {
    try { Invoke-NewProvider $Row; Show-Text ('Put back: ' + $Row['Identity']) }
    catch { [void]$script:Left.Add('Put back by hand: ' + $Row['Identity'] + ': ' + $_.Exception.Message) }
}

# Entries with this name or this proxy, each of which is unique, unless Set- is enough: it changes few values.
function Find-Replaced([string]$Identity, [hashtable]$Want) {
    $other = @(Compare-Row (Read-Provider $Identity) $Want | Where-Object { @('Enabled', 'VerificationLevel') -notcontains $_ })
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
}

# Run twice: to look, and to do.
function Invoke-EveryChange {
    # Change 1 of 8: Access Edge configuration
    $want = @{
        AllowFederatedUsers = $true
    }
    Invoke-Change @{
        Title    = 'Access Edge configuration: federation'
        Reaches  = 'Every federated partner, not Skype alone.'
        Kind     = 'CsAccessEdgeConfiguration'
        Identity = 'Global'
        Want     = $want
        Demand   = @{ Name = 'RoutingMethod'; Is = 'UseDnsSrvRouting'; Says = 'With default routing at the Edge no public provider can be used, Skype included. DNS SRV routing is needed. Get-CsAccessEdgeConfiguration shows the kind of routing as RoutingMethod, for instance UseDnsSrvRouting. Decide on the routing of the Edge first. Each kind of routing has settings of its own, and the way back from DNS SRV routing to default routing is open only when every public and hosting provider is deleted.' }
        Read     = { Read-AccessEdge 'Global' }
        Set      = { Set-CsAccessEdgeConfiguration -Identity 'Global' @want -Confirm:$false -ErrorAction Stop }
    }

    # Changes 2 to 3 of 8: federation route of a site
    foreach ($site in @(
        @{ Name = 'Redmond'; Route = 'EdgeServer:edge01.contoso.local'; Title = 'Federation route of site Redmond'; Reaches = 'Every federated partner of site Redmond, not Skype alone.' },
        @{ Name = 'Dublin'; Route = 'EdgeServer:edge02.contoso.local'; Title = 'Federation route of site Dublin'; Reaches = 'Every federated partner of site Dublin, not Skype alone.' }
    )) {
        $bare = Find-RoutedSite $site['Name'] $site['Route']
        if (-not $bare) { continue }
        $want = @{ FederationRoute = $site['Route'] }
        Invoke-Change @{
            Title    = $site['Title']
            Reaches  = $site['Reaches']
            Kind     = 'CsSite'
            Identity = $bare
            Want     = $want
            Risk     = 'Everything that a site sends to partners takes its federation route, not Skype alone.'
            Read     = { Read-Site $bare }
            Set      = { Set-CsSite -Identity $bare @want -Confirm:$false -ErrorAction Stop }
            UndoThen = 'Enable-CsTopology'
        }
    }

    # Change 4 of 8: topology, where a route was changed
    Invoke-Topology @{
        Title   = 'Enabling the topology'
        Reaches = 'The whole topology, once where a route of Redmond or Dublin was changed.'
        Risk    = 'Enable-CsTopology enables the topology as it was last published, whoever published it. It takes a domain administrator where setup permissions were not delegated to RTCUniversalServerAdmins.'
        Enable  = { Enable-CsTopology -Confirm:$false -ErrorAction Stop }
    }

    # Changes 5 to 6 of 8: external access policy of a site
    foreach ($site in @(
        @{ Name = 'Redmond'; Title = 'External access policy of site Redmond'; Reaches = 'Everyone at site Redmond without a policy of their own. It opens every federated organisation to them, not Skype alone.' },
        @{ Name = 'Dublin'; Title = 'External access policy of site Dublin'; Reaches = 'Everyone at site Dublin without a policy of their own. It opens every federated organisation to them, not Skype alone.' }
    )) {
        $policy = Find-SitePolicy $site['Name']
        if (-not $policy) { continue }
        $want = @{
            EnableFederationAccess            = $true
            EnablePublicCloudAccess           = $true
            EnablePublicCloudAudioVideoAccess = $true
        }
        if (-not (Read-ExternalAccessPolicy $policy)) {
            # A new policy hides the one in force whole, so what is to stay is taken from there.
            $kept = Read-ExternalAccessPolicy 'Global'
            $want['EnableOutsideAccess'] = $kept['EnableOutsideAccess']
            if (Test-Parameter 'New-CsExternalAccessPolicy' 'EnableXmppAccess') { $want['EnableXmppAccess'] = $kept['EnableXmppAccess'] }
        }
        Invoke-Change @{
            Title    = $site['Title']
            Reaches  = $site['Reaches']
            Kind     = 'CsExternalAccessPolicy'
            Identity = $policy
            Want     = $want
            Read     = { Read-ExternalAccessPolicy $policy }
            Make     = { New-CsExternalAccessPolicy -Identity $policy @want -Confirm:$false -ErrorAction Stop }
            Set      = { Set-CsExternalAccessPolicy -Identity $policy @want -Confirm:$false -ErrorAction Stop }
        }
    }

    # Change 7 of 8: public provider
    $want = @{
        ProxyFqdn         = 'federation.messenger.msn.com'
        IconUrl           = 'https://images.edge.messenger.live.com/Messenger_16x16.png'
        VerificationLevel = 2
        Enabled           = $true
    }
    if (Test-Parameter 'New-CsPublicProvider' 'NameDecorationRoutingDomain') { $want['NameDecorationRoutingDomain'] = 'msn.com' }
    if (Test-Parameter 'New-CsPublicProvider' 'NameDecorationExcludedDomainList') { $want['NameDecorationExcludedDomainList'] = 'msn.com,outlook.com,live.com,hotmail.com' }
    $proof = { New-CsPublicProvider -Identity 'Skype' @want -InMemory -Confirm:$false -ErrorAction Stop }
    if (Test-Provider 'Skype' $want $true $proof) {
        Invoke-Change @{
            Title    = 'Public provider Skype'
            Reaches  = 'Every user whose policy allows public users. No user and no policy is changed.'
            Kind     = 'CsPublicProvider'
            Identity = 'Skype'
            Want     = $want
            Whole    = $script:ProviderNames
            Makes    = $script:Proved
            Mends    = @('VerificationLevel', 'Enabled')
            Replaces = Find-Replaced 'Skype' $want
            Read     = { Read-Provider 'Skype' }
            Make     = { Update-Provider 'Skype' $want { New-CsPublicProvider -Identity 'Skype' @want -Confirm:$false -ErrorAction Stop } }
            Set      = { Set-CsPublicProvider -Identity 'Skype' -VerificationLevel 2 -Enabled $true -Confirm:$false -ErrorAction Stop }
        }
        Show-Level 'Skype'
    }

    # Change 8 of 8: client policy in force
    $found = @{}
    foreach ($asked in 'Redmond', 'Dublin') { Add-PolicyOfSite $found $asked }
    foreach ($policy in @($found.Keys | Sort-Object)) {
        $want = @{
            EnableNotificationForNewSubscribers    = $true
            BlockConversationFromFederatedContacts = $false
        }
        Invoke-Change @{
            Title    = 'Client policy in force for Redmond and Dublin' + ': ' + $policy
            Reaches  = 'Everybody for whom the policy in force for Redmond and Dublin holds, once they have signed in again.'
            Kind     = 'CsClientPolicy'
            Identity = $policy
            Want     = $want
            Consent  = @{ Name = 'BlockConversationFromFederatedContacts'; Is = $true; Says = 'The block protects from everybody outside, not from Skype alone. Lifting it lifts it for all of them.' }
            Risk     = $found[$policy]
            Read     = { Read-ClientPolicy $policy }
            Set      = { Set-CsClientPolicy -Identity $policy @want -Confirm:$false -ErrorAction Stop }
        }
    }
}

if (-not $OutputFolder) { $OutputFolder = Split-Path -Parent $MyInvocation.MyCommand.Path }
$script:Folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)
try {
    if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($script:Folder)) {
        Exit-Run 2 ('Choose a folder without * ? [ ] in its path, with -OutputFolder: ' + $script:Folder)
    }
    if (-not $script:DryRun) {
        [void][IO.Directory]::CreateDirectory($script:Folder)
        $script:LogFile = Join-Path $script:Folder ('apply-' + $script:Started + '.log')
        $transcript = Join-Path $script:Folder ('transcript-' + $script:Started + '.txt')
        try { Start-Transcript -Path $transcript -Confirm:$false | Out-Null; $script:Transcribing = $true }
        catch { Show-Text ('No transcript here, the log goes on: ' + $_.Exception.Message) -Warning }
    }
    Show-Text ('Rollout ' + $script:Rollout + ' of ' + $script:Organisation + ', ' + $script:Program + ', on ' + [Environment]::MachineName)
    Test-Module
    Test-Product
    Test-FrontEnd
    Test-Rights
    $state = Find-State
    if ($state) { Read-Record $state }
    Invoke-EveryChange
    if ($script:Stops.Count) {
        foreach ($stop in $script:Stops) { Show-Text ('Stop: ' + $stop) }
        Exit-Run 4 'Stopped before any change.'
    }
    if (-not $script:Ahead -and -not $script:Left.Count) { Exit-Run 0 'Everything is as wanted. Nothing to do.' }
    if (-not $script:Ahead -and -not $script:DryRun) { Exit-WithResult 'Everything else is as wanted.' }
    Confirm-Run
    if (-not $script:DryRun) { Save-State }
    if (-not $script:DryRun -and -not $NoBackup) {
        $backup = Join-Path $script:Folder ('backup-' + $script:Started + '.zip')
        Export-CsConfiguration -FileName $backup -ErrorAction Stop
        Show-Text ('The configuration is backed up in ' + $backup)
    }
    $script:Pass = 'do'
    Invoke-EveryChange
    if ($script:DryRun) { Exit-Run 0 'Nothing was changed and nothing was written: -WhatIf.' }
    Exit-WithResult
}
catch {
    $said = $_.Exception.Message
    if ($_.InvocationInfo) { $said += ' (line ' + $_.InvocationInfo.ScriptLineNumber + ')' }
    if ($script:Attempted) { [void]$script:Left.Add($said); Exit-WithResult 'The run ended early.' }
    Exit-Run 1 ('Ended before any change: ' + $said)
}
