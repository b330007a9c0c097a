<#
.SYNOPSIS
Takes back on Lync Server 2010 what 2-apply.ps1 of this rollout has changed.

.DESCRIPTION
2-apply.ps1 wrote the values of before its first change to a state file. Each value that is now as the rollout made it
goes back to what it was; one that is as before already is left alone. Where somebody else has changed a value since,
the script names it and stops before any change. All is shown, and one question is asked for it; high risk is asked
for on its own. Grants go back first, then client policies, providers, external access policies, federation routes and
the Access Edge. What was not there before is removed, unless others use it by now; Global is never removed. A run
that ends with 0 sets the state file aside, and a run that stopped midway can be run again.
Exit codes: 0 done, or nothing to do; 1 unexpected error before any change; 2 wrong place, module, product or
rights; 3 declined, or nobody can be asked; 4 stopped before any change because of what was found; 5 some done and
some not, which are listed: run it again.

.PARAMETER OutputFolder
Where 2-apply.ps1 wrote the state file; transcript and log are written there. The folder of this script unless said
otherwise.
.PARAMETER StateFile
The state file. The first one of this rollout in the output folder unless said otherwise.
.PARAMETER Overwrite
Takes back what somebody else has changed since, too; their values are shown and are lost.
.PARAMETER Force
Asks nothing. High risk is then left out and listed, unless -AcceptHighRisk is given too.
.PARAMETER AcceptHighRisk
Does not ask for high risk on its own.
.EXAMPLE
.\4-rollback.ps1 -WhatIf
Shows what would be taken back. Nothing is changed and nothing is written.
.EXAMPLE
.\4-rollback.ps1
Shows everything, asks once, and takes it back.
.EXAMPLE
.\4-rollback.ps1 -Confirm
Asks before each thing is taken back.
.NOTES
Written by skypefed 0.1.0, 2026-11-23T21:30:00.000Z. Nothing is downloaded and nothing is sent.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param([string]$OutputFolder, [string]$StateFile, [switch]$Overwrite, [switch]$Force, [switch]$AcceptHighRisk)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$script:Rollout = 'adatum-lab'
$script:Organisation = 'Adatum lab'
$script:Program = 'skypefed 0.1.0'
$script:Started = (Get-Date).ToUniversalTime().ToString('yyyyMMdd-HHmmssfff', [Globalization.CultureInfo]::InvariantCulture)
$script:Transcribing = $false
$script:LogFile = ''
$script:Overwriting = [bool]$Overwrite
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
    foreach ($item in $script:Left) { Show-Text ('Not taken back: ' + $item) }
    Show-Text ([string]$script:Done.Count + ' taken back, ' + $script:Left.Count + ' not taken back. ' + $Text).TrimEnd()
    if ($script:Left.Count) { Show-Text ('The values of before stay in ' + $script:StateFile) }
    if ($script:Done.Count) { Show-Text 'An Edge has a change once Get-CsManagementStoreReplicationStatus shows it UpToDate.' }
    if (-not $script:Left.Count) { Exit-Run 0 'Done.' }
    if ($script:Left.Count -eq $script:LeftOut.Count) { Exit-Run 5 'What was left out stays so until what is said of it was mended. Then run the script again.' }
    if ($script:Attempted -or $script:LeftOut.Count) { Exit-Run 5 'Run the script again for what is not taken back.' }
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
        catch { Exit-Run 2 ('The administrative tools of Lync Server 2010 are not here: ' + $_.Exception.Message) }
    }
    # Other modules export the same names, and would change another service.
    foreach ($name in 'Enable-CsTopology', 'Get-CsAccessEdgeConfiguration', 'Get-CsClientPolicy', 'Get-CsExternalAccessPolicy',
        'Get-CsHostingProvider', 'Get-CsPublicProvider', 'Get-CsServerVersion', 'Get-CsSite',
        'Get-CsUser', 'Grant-CsClientPolicy', 'Grant-CsExternalAccessPolicy', 'New-CsPublicProvider',
        'Remove-CsClientPolicy', 'Remove-CsExternalAccessPolicy', 'Remove-CsPublicProvider', 'Set-CsAccessEdgeConfiguration',
        'Set-CsClientPolicy', 'Set-CsExternalAccessPolicy', 'Set-CsPublicProvider', 'Set-CsSite') {
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
    elseif ($version -notmatch '\(4\.') { Exit-Run 2 ('This script is for Lync Server 2010. Here is: ' + $version) }
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

# A value as text: the entries of a policy by name and value.
function ConvertTo-Shown($Value) {
    if ($Value -is [hashtable]) { $Value = $Value['Add'] }
    if ($Value -is [string] -or $Value -isnot [Collections.IEnumerable]) { return [string]$Value }
    return (@($Value | Where-Object { $_ } | ForEach-Object { [string]$_.Name + '=' + [string]$_.Value } | Sort-Object) -join '; ')
}

$script:AccessEdgeNames = 'AllowFederatedUsers', 'EnablePartnerDiscovery', 'RoutingMethod',
    'DefaultRouteFqdn', 'IsPublicProvider', 'VerificationLevel'
function Read-AccessEdge([string]$Identity) {
    Select-Row (Get-CsAccessEdgeConfiguration -ErrorAction Stop) $Identity $script:AccessEdgeNames
}

$script:ExternalAccessPolicyNames = 'EnableFederationAccess', 'EnablePublicCloudAccess', 'EnablePublicCloudAudioVideoAccess',
    'EnableOutsideAccess'
function Read-ExternalAccessPolicy([string]$Identity) {
    Select-Row (Get-CsExternalAccessPolicy -ErrorAction Stop) $Identity $script:ExternalAccessPolicyNames
}

$script:ProviderNames = 'ProxyFqdn', 'VerificationLevel', 'Enabled'
function Read-Provider([string]$Identity) {
    Select-Row (Get-CsPublicProvider -ErrorAction Stop) $Identity $script:ProviderNames
}

$script:ClientPolicyNames = 'EnableNotificationForNewSubscribers', 'BlockConversationFromFederatedContacts'
function Read-ClientPolicy([string]$Identity) {
    Select-Row (Get-CsClientPolicy -ErrorAction Stop) $Identity $script:ClientPolicyNames
}

$script:SiteNames = 'FederationRoute'
function Read-Site([string]$Identity) {
    foreach ($item in @(Get-CsSite -ErrorAction Stop)) {
        if ((([string]$item.Identity) -replace '^site:', '') -eq $Identity) { return ConvertTo-Row $item $script:SiteNames }
    }
}

$script:DomainController = ''
function Find-DomainController {
    try { return [DirectoryServices.ActiveDirectory.Domain]::GetCurrentDomain().PdcRoleOwner.Name }
    catch {
        Show-Text ('The PDC emulator cannot be told, so no domain controller is named: ' + $_.Exception.Message) -Warning
        return ''
    }
}

function Read-User([string]$Identity) {
    $at = @{}
    if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
    Get-CsUser -Identity $Identity @at -ErrorAction Stop
}

# Of more than 50 users each one stands in the log, and one in a hundred on the screen.
function Show-User([int]$Of, [string]$Text) {
    if ($Of -gt 50 -and $script:LogFile) { Add-Log $Text } else { Show-Text $Text }
}

function Show-Progress([string]$What, [int]$Number, [int]$Of) {
    if ($Of -gt 50 -and $Number % 100 -eq 0) { Show-Text ($What + ' ' + $Number + ' of ' + $Of) }
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

# The state file that was named.
function Read-NamedState {
    if (-not [IO.File]::Exists($script:StateFile)) { Exit-Run 4 ('This state file is not there: ' + $script:StateFile) }
    $state = Import-State $script:StateFile
    if (-not $state) { Exit-Run 4 ('This is not a state file of the rollout ' + $script:Rollout + ': ' + $script:StateFile) }
    return $state
}

# All is as before: the next run of 2-apply.ps1 begins anew.
function Move-StateAside {
    foreach ($file in $script:StateFile, ($script:StateFile + '.touched')) {
        if ([IO.File]::Exists($file)) { [IO.File]::Move($file, $file + '.undone-' + $script:Started) }
    }
    Show-Text ('The state file is set aside: ' + $script:StateFile + '.undone-' + $script:Started)
}

# What this script does not know would stay behind unseen.
function Test-Record {
    $known = @{
        'CsAccessEdgeConfiguration' = $script:AccessEdgeNames
        'CsExternalAccessPolicy' = $script:ExternalAccessPolicyNames
        'CsPublicProvider' = $script:ProviderNames
        'CsClientPolicy' = $script:ClientPolicyNames
        'CsSite' = $script:SiteNames
        'Grant of ExternalAccessPolicy' = @('Policy')
        'Grant of ClientPolicy' = @('Policy')
    }
    foreach ($record in $script:Records.Values) {
        $names = @($known[$record['Kind']]) + 'Identity'
        $unknown = @($record['Before'].Keys | Where-Object { $names -notcontains $_ })
        if ($known.ContainsKey($record['Kind']) -and -not $unknown.Count) { continue }
        Exit-Run 4 ('The state file has what this script cannot take back: ' + (@($record['Kind']) + $unknown -join ' ') + '. Use the script of the export that changed it.')
    }
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
    $question = 'Take back ' + $these + ' on ' + [Environment]::MachineName + '?'
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

# What the rollout wanted, in its last run and in earlier ones.
function Select-Wanted([hashtable]$Record) {
    foreach ($wanted in @($Record['Wanted']) + @($Record['Earlier'])) { if ($wanted) { $wanted } }
}

function Test-Ours([hashtable]$Record, $Row, [string]$Name) {
    foreach ($wanted in @(Select-Wanted $Record)) {
        if ($wanted.ContainsKey($Name) -and -not @(Compare-Row $Row @{ $Name = $wanted[$Name] }).Count) { return $true }
    }
    return $false
}

function Select-Record([string]$Kind) {
    $script:Records.Values | Where-Object { $_['Kind'] -eq $Kind } | Sort-Object { $_['Identity'] }
}

# The names of the values that are not as before. Of an object that was not there before, all that the rollout gave it.
function Compare-Record([hashtable]$Record, $Row, [string[]]$Names) {
    if ($Record['Existed']) {
        foreach ($name in $Names) {
            if ($Record['Before'].ContainsKey($name) -and @(Compare-Row $Row @{ $name = $Record['Before'][$name] }).Count) { $name }
        }
    }
    elseif ($Row) {
        $wanted = @(Select-Wanted $Record)
        $given = @(foreach ($name in $Names) { foreach ($one in $wanted) { if ($one.ContainsKey($name)) { $name; break } } })
        if ($given.Count) { $given } else { $Names }
    }
}

# What is neither as before nor ours stops the script before any change, unless -Overwrite is given.
function Test-Foreign([string]$Title, [hashtable]$Record, $Row, [string[]]$Names) {
    $foreign = @(foreach ($name in $Names) { if (-not (Test-Ours $Record $Row $name)) { $name } })
    foreach ($name in $foreign) {
        $before = if ($Record['Existed']) { ConvertTo-Literal $Record['Before'][$name] } else { 'not there' }
        $made = 'removed'
        if ($Record['Wanted']) { $made = if ($Record['Wanted'].ContainsKey($name)) { ConvertTo-Literal $Record['Wanted'][$name] } else { 'not changed' } }
        $text = $Title + ': ' + $name + ' is ' + (ConvertTo-Literal $Row[$name]) + ', neither as before (' + $before + ') nor as this rollout made it (' + $made + ').'
        if (-not $script:Overwriting) { Add-Stop ($text + ' Somebody has changed it; -Overwrite takes it back all the same.') }
        elseif ($script:Pass -eq 'look') { Show-Text ('To overwrite: ' + $text) }
    }
    return [bool]$foreign.Count -and -not $script:Overwriting
}

# A policy that was made as a copy goes whole, so what it took over is looked at, too.
function Test-ForeignCopy([string]$Title, [hashtable]$Record) {
    $foreign = $false
    foreach ($item in @(Get-CsClientPolicy -ErrorAction Stop | Where-Object { (ConvertTo-Name $_.Identity) -eq $Record['Identity'] })) {
        foreach ($name in @($Record['Copied'].Keys | Sort-Object)) {
            $now = if ($item.PSObject.Properties[$name]) { ConvertTo-Shown $item.$name } else { '' }
            if ($now -ceq $Record['Copied'][$name]) { continue }
            $foreign = $true
            $text = $Title + ': ' + $name + ' is ' + (ConvertTo-Literal $now) + ', and not what this rollout copied (' + (ConvertTo-Literal $Record['Copied'][$name]) + ').'
            if (-not $script:Overwriting) { Add-Stop ($text + ' Somebody has changed it; -Overwrite takes the policy away all the same.') }
            elseif ($script:Pass -eq 'look') { Show-Text ('To overwrite: ' + $text) }
        }
    }
    return $foreign -and -not $script:Overwriting
}

# To take back is a table: Title, Record, Names, Read, Set (takes the values of before); where it may be that the rollout
# made it, Remove and Holders (who has it by now); where setting back may lift a protection, Consent.
function Invoke-Undo([hashtable]$Undo) {
    $title = $Undo['Title']
    $record = $Undo['Record']
    if ($record['Existed'] -and -not @(foreach ($name in $Undo['Names']) { if ($record['Before'].ContainsKey($name)) { $name } }).Count) { return }
    $row = & $Undo['Read']
    $names = @(Compare-Record $record $row $Undo['Names'])
    if (-not $names.Count) {
        if ($script:Pass -eq 'look') { Show-Text ('As before: ' + $title) }
        return
    }
    if (-not $row) {
        if ($script:Overwriting) { Add-Left ($title + ': it is gone, and its other values are not known') }
        else { Add-Stop ($title + ': it is gone, so nothing can be set back. Make it again, or leave it out with -Overwrite.') }
        return
    }
    if (Test-Foreign $title $record $row $names) { return }
    if (-not $record['Existed'] -and $record['Copied'] -and (Test-ForeignCopy $title $record)) { return }
    $holders = @(if (-not $record['Existed'] -and $Undo['Holders']) { & $Undo['Holders'] })
    if ($holders.Count) {
        $first = (@($holders | Select-Object -First 5) -join ', ') + $(if ($holders.Count -gt 5) { ' and ' + ($holders.Count - 5) + ' more' })
        Add-Left ($title + ': it stays, as it is granted to others by now: ' + $first)
        return
    }
    $risk = @(foreach ($one in @($Undo['Consent'])) { if ($one -and $names -contains $one['Name'] -and $row[$one['Name']] -eq $one['Is']) { $one['Says'] } })
    if ($record['Existed'] -and $record['Risk']) { $risk = @($names | ForEach-Object { $record['Risk'][$_] } | Where-Object { $_ } | Select-Object -Unique) + $risk }
    if ($script:Pass -eq 'look') {
        Show-Text ('To take back: ' + $title)
        if (-not $record['Existed']) { Show-Text '    It was not there before: it goes.' }
        else { foreach ($name in $names) { Show-Text ('    ' + $name + ': ' + (ConvertTo-Literal $row[$name]) + ' -> ' + (ConvertTo-Literal $record['Before'][$name])) } }
        Add-Ahead $risk
        return
    }
    $how = if ($record['Existed']) { 'Set back ' + ($names -join ', ') } else { 'Remove it' }
    if (-not (Confirm-Change $title $how $risk)) { return }
    try {
        $script:Attempted = $true
        if ($record['Existed']) {
            $values = @{}
            foreach ($name in $names) { $values[$name] = $record['Before'][$name] }
            [void](& $Undo['Set'] $values)
        }
        else { [void](& $Undo['Remove']) }
        $other = @(Compare-Record $record (& $Undo['Read']) $Undo['Names'])
        if ($other.Count) { throw ('it reads back with another value of ' + ($other -join ', ')) }
        Show-Text ('Taken back: ' + $title)
        [void]$script:Done.Add($title)
    }
    catch {
        Show-Text ('Failed: ' + $title + ': ' + $_.Exception.Message) -Warning
        [void]$script:Left.Add($title + ': ' + $_.Exception.Message)
    }
}

# To take back is a table: Property (what a user's object calls the policy) and Grant.
function Invoke-GrantUndo([hashtable]$Undo) {
    $kind = 'Grant of ' + $Undo['Property']
    $ahead = @(foreach ($record in @(Select-Record $kind)) {
        $sip = $record['Identity']
        $title = $kind + ' to ' + $sip
        try { $has = @(Read-User $sip | Where-Object { [string]$_.SipAddress -eq $sip } | ForEach-Object { ConvertTo-Name $_.($Undo['Property']) }) }
        catch { Add-Left ($title + ': ' + $_.Exception.Message); continue }
        if ($has.Count -ne 1) { Add-Left ($title + ': ' + $has.Count + ' users have this address, not one'); continue }
        $row = @{ Policy = $null }
        if ($has[0]) { $row['Policy'] = $has[0] }
        if (-not @(Compare-Record $record $row @('Policy')).Count) { continue }
        if (-not (Test-Foreign $title $record $row @('Policy'))) { @{ Sip = $sip; Has = $row['Policy']; Before = $record['Before']['Policy'] } }
    })
    if (-not $ahead.Count) { return }
    if ($script:Pass -eq 'look') {
        Show-Text ('To take back: ' + $kind + ', of ' + $ahead.Count + ' users')
        foreach ($user in $ahead) { Show-User $ahead.Count ('    ' + $user['Sip'] + ': ' + (ConvertTo-Literal $user['Has']) + ' -> ' + (ConvertTo-Literal $user['Before'])) }
        Add-Ahead @()
        return
    }
    if (-not (Confirm-Change $kind ('Give ' + $ahead.Count + ' users back what they had, one by one') @())) { return }
    $number = 0
    foreach ($user in $ahead) {
        $number++
        $sip = $user['Sip']
        try {
            $script:Attempted = $true
            & $Undo['Grant'] $sip $user['Before']
            $has = ConvertTo-Name (Read-User $sip).($Undo['Property'])
            if ($has -ne [string]$user['Before']) { throw ('it reads back as ' + (ConvertTo-Literal $has)) }
            Show-User $ahead.Count ('Taken back ' + $number + ' of ' + $ahead.Count + ': ' + $sip)
            [void]$script:Done.Add($kind + ' to ' + $sip)
        }
        catch {
            [void]$script:Left.Add($kind + ' to ' + $sip + ': ' + $_.Exception.Message)
            Show-Text ('Failed: ' + $sip + ': ' + $_.Exception.Message) -Warning
        }
        Show-Progress 'Taken back' $number $ahead.Count
    }
}

# Who has a policy for users, beside those who are about to get back what they had.
function Find-Holder([string]$Property, [string]$Policy) {
    $at = @{}
    if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
    foreach ($user in @(Get-CsUser @at -ErrorAction Stop)) {
        if ((ConvertTo-Name $user.$Property) -ne $Policy) { continue }
        $isOurs = $script:Records.ContainsKey('Grant of ' + $Property + '|' + $user.SipAddress)
        if (-not $isOurs -or ($script:Pass -eq 'do' -and -not $script:DryRun)) { [string]$user.SipAddress }
    }
}

function Invoke-NewProvider([hashtable]$Row) {
    $entry = @{ Identity = $Row['Identity']; ProxyFqdn = $Row['ProxyFqdn']; Enabled = $Row['Enabled'] }
    $entry['VerificationLevel'] = $Row['VerificationLevel']
    [void](New-CsPublicProvider @entry -Confirm:$false -ErrorAction Stop)
}

function Restore-Provider([hashtable]$Row) {
    try { Invoke-NewProvider $Row; Show-Text ('Put back: ' + $Row['Identity']) }
    catch { [void]$script:Left.Add('Put back by hand: ' + $Row['Identity'] + ': ' + $_.Exception.Message) }
}

# Removes what is in the way and makes the entries of before again; where that fails, it is all as it was.
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
    return -not @($Names | Where-Object { @('Enabled', 'VerificationLevel') -notcontains $_ }).Count
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

# To take back is a table: Risk and Enable.
function Invoke-TopologyUndo([hashtable]$Undo) {
    $title = 'Enabling the topology'
    if ($script:Pass -eq 'look') {
        $script:RoutesBack = @(Select-Record 'CsSite' | Where-Object { @(Compare-Record $_ (Read-Site $_['Identity']) @('FederationRoute')).Count } | ForEach-Object { $_['Identity'] })
        $due = @($script:RoutesBack + @(Select-SinceEnabled 'Back|CsSite|') | Where-Object { $_ } | Sort-Object -Unique)
        if (-not $due.Count) { return }
        Show-Text ('To take back: ' + $title + ', after the route of: ' + ($due -join ', '))
        Add-Ahead @($Undo['Risk'])
        return
    }
    $due = @(if ($script:DryRun) { $script:RoutesBack } else { Select-SinceEnabled 'Back|CsSite|' })
    if (-not $due.Count) { return }
    if (-not (Confirm-Change $title ('Enable the topology, for the route of ' + ($due -join ', ')) @($Undo['Risk']))) { return }
    try {
        $script:Attempted = $true
        [void](& $Undo['Enable'])
        Save-Mark 'CsTopology|Enabled'
        Show-Text ('Taken back: ' + $title)
        [void]$script:Done.Add($title)
    }
    catch {
        Show-Text ('Failed: ' + $title + ': ' + $_.Exception.Message) -Warning
        [void]$script:Left.Add($title + ': ' + $_.Exception.Message)
    }
}

function Restore-ClientPolicy([string]$Identity, [hashtable]$Before) {
    $back = @{}
    if ($Before.ContainsKey('EnableNotificationForNewSubscribers')) { $back['EnableNotificationForNewSubscribers'] = $Before['EnableNotificationForNewSubscribers'] }
    if ($Before.ContainsKey('BlockConversationFromFederatedContacts')) { $back['BlockConversationFromFederatedContacts'] = $Before['BlockConversationFromFederatedContacts'] }
    Set-CsClientPolicy -Identity $Identity @back -Confirm:$false -ErrorAction Stop
}

function Restore-ExternalAccessPolicy([string]$Identity, [hashtable]$Before) {
    $back = @{}
    if ($Before.ContainsKey('EnableFederationAccess')) { $back['EnableFederationAccess'] = $Before['EnableFederationAccess'] }
    if ($Before.ContainsKey('EnablePublicCloudAccess')) { $back['EnablePublicCloudAccess'] = $Before['EnablePublicCloudAccess'] }
    if ($Before.ContainsKey('EnablePublicCloudAudioVideoAccess')) { $back['EnablePublicCloudAudioVideoAccess'] = $Before['EnablePublicCloudAudioVideoAccess'] }
    if ($Before.ContainsKey('EnableOutsideAccess')) { $back['EnableOutsideAccess'] = $Before['EnableOutsideAccess'] }
    Set-CsExternalAccessPolicy -Identity $Identity @back -Confirm:$false -ErrorAction Stop
}

function Restore-AccessEdge([string]$Identity, [hashtable]$Before) {
    $back = @{}
    if ($Before.ContainsKey('AllowFederatedUsers')) { $back['AllowFederatedUsers'] = $Before['AllowFederatedUsers'] }
    Set-CsAccessEdgeConfiguration -Identity $Identity @back -Confirm:$false -ErrorAction Stop
}

function Restore-Discovery([hashtable]$Before) {
    $back = @{}
    if ($Before.ContainsKey('EnablePartnerDiscovery')) { $back['EnablePartnerDiscovery'] = $Before['EnablePartnerDiscovery'] }
    Set-CsAccessEdgeConfiguration -UseDnsSrvRouting @back -Confirm:$false -ErrorAction Stop
}

function Restore-Routing([hashtable]$Before) {
    $left = @(@(Get-CsPublicProvider -ErrorAction Stop) + @(Get-CsHostingProvider -ErrorAction Stop) | Where-Object { $_ } | ForEach-Object { [string]$_.Identity })
    if ($left.Count) { throw ('default routing comes back only once every public and hosting provider is removed; there are: ' + ($left -join ', ')) }
    $back = @{}
    if ($null -ne $Before['DefaultRouteFqdn']) { $back['DefaultRouteFqdn'] = $Before['DefaultRouteFqdn'] }
    if ($null -ne $Before['IsPublicProvider']) { $back['IsPublicProvider'] = $Before['IsPublicProvider'] }
    if ($null -ne $Before['VerificationLevel']) { $back['VerificationLevel'] = $Before['VerificationLevel'] }
    Set-CsAccessEdgeConfiguration -UseDefaultRouting @back -Confirm:$false -ErrorAction Stop
}

function Restore-Route([string]$Identity, [hashtable]$Before) {
    Save-Mark ('Back|CsSite|' + $Identity)
    Set-CsSite -Identity $Identity -FederationRoute $Before['FederationRoute'] -Confirm:$false -ErrorAction Stop
}

# Run twice: to look, and to do. The order is that of the changes, backwards.
function Invoke-EveryRecord {
    Invoke-GrantUndo @{
        Property = 'ClientPolicy'
        Grant    = {
            param($User, $Policy)
            $at = @{}
            if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
            Grant-CsClientPolicy -Identity $User -PolicyName $Policy @at -Confirm:$false -ErrorAction Stop
        }
    }

    Invoke-GrantUndo @{
        Property = 'ExternalAccessPolicy'
        Grant    = {
            param($User, $Policy)
            $at = @{}
            if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
            Grant-CsExternalAccessPolicy -Identity $User -PolicyName $Policy @at -Confirm:$false -ErrorAction Stop
        }
    }

    foreach ($record in @(Select-Record 'CsClientPolicy')) {
        $identity = $record['Identity']
        Invoke-Undo @{
            Title   = 'Client policy ' + $identity
            Names   = $script:ClientPolicyNames
            Consent = @{ Name = 'BlockConversationFromFederatedContacts'; Is = $true; Says = 'The block protects from everybody outside, not from Skype alone. Lifting it lifts it for all of them.' }
            Set     = { param($Before) Restore-ClientPolicy $identity $Before }
            Holders = { if ($identity -notlike 'site:*') { Find-Holder 'ClientPolicy' $identity } }
            Remove  = { Remove-CsClientPolicy -Identity $identity -Force -Confirm:$false -ErrorAction Stop }
            Record  = $record
            Read    = { Read-ClientPolicy $identity }
        }
    }

    Invoke-ProviderUndo

    foreach ($record in @(Select-Record 'CsExternalAccessPolicy')) {
        $identity = $record['Identity']
        Invoke-Undo @{
            Title   = 'External access policy ' + $identity
            Names   = $script:ExternalAccessPolicyNames
            Set     = { param($Before) Restore-ExternalAccessPolicy $identity $Before }
            Holders = { if ($identity -notlike 'site:*') { Find-Holder 'ExternalAccessPolicy' $identity } }
            Remove  = { Remove-CsExternalAccessPolicy -Identity $identity -Force -Confirm:$false -ErrorAction Stop }
            Record  = $record
            Read    = { Read-ExternalAccessPolicy $identity }
        }
    }

    foreach ($record in @(Select-Record 'CsSite')) {
        $identity = $record['Identity']
        Invoke-Undo @{
            Title  = 'Federation route of site ' + $identity
            Names  = 'FederationRoute'
            Set    = { param($Before) Restore-Route $identity $Before }
            Record = $record
            Read   = { Read-Site $identity }
        }
    }

    Invoke-TopologyUndo @{
        Risk   = 'Enable-CsTopology enables the topology as it was last published, whoever published it. It takes a domain administrator where setup permissions were not delegated to RTCUniversalServerAdmins.'
        Enable = { Enable-CsTopology -Confirm:$false -ErrorAction Stop }
    }

    foreach ($record in @(Select-Record 'CsAccessEdgeConfiguration')) {
        # What there was not under the routing of before goes with that of now.
        if ($null -eq $record['Before']['EnablePartnerDiscovery']) { continue }
        $identity = $record['Identity']
        Invoke-Undo @{
            Title  = 'Access Edge configuration: EnablePartnerDiscovery'
            Names  = 'EnablePartnerDiscovery'
            Set    = { param($Before) Restore-Discovery $Before }
            Record = $record
            Read   = { Read-AccessEdge $identity }
        }
    }

    foreach ($record in @(Select-Record 'CsAccessEdgeConfiguration')) {
        $identity = $record['Identity']
        Invoke-Undo @{
            Title  = 'Access Edge configuration: AllowFederatedUsers'
            Names  = 'AllowFederatedUsers'
            Set    = { param($Before) Restore-AccessEdge $identity $Before }
            Record = $record
            Read   = { Read-AccessEdge $identity }
        }
    }

    foreach ($record in @(Select-Record 'CsAccessEdgeConfiguration')) {
        $identity = $record['Identity']
        Invoke-Undo @{
            Title  = 'Access Edge configuration: RoutingMethod'
            Names  = 'RoutingMethod'
            Set    = { Restore-Routing $record['Before'] }
            Record = $record
            Read   = { Read-AccessEdge $identity }
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
        $script:LogFile = Join-Path $script:Folder ('rollback-' + $script:Started + '.log')
        $transcript = Join-Path $script:Folder ('transcript-' + $script:Started + '.txt')
        try { Start-Transcript -Path $transcript -Confirm:$false | Out-Null; $script:Transcribing = $true }
        catch { Show-Text ('No transcript here, the log goes on: ' + $_.Exception.Message) -Warning }
    }
    Show-Text ('Rollout ' + $script:Rollout + ' of ' + $script:Organisation + ', ' + $script:Program + ', on ' + [Environment]::MachineName)
    Test-Module
    Test-Product
    Test-FrontEnd
    Test-Rights
    if ($StateFile) {
        $script:StateFile = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($StateFile)
        if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($script:StateFile)) {
            Exit-Run 2 ('Move the state file to a path without * ? [ ]: ' + $script:StateFile)
        }
        $state = Read-NamedState
    }
    else { $state = Find-State }
    if (-not $state) { Exit-Run 0 ('Nothing to take back: no state file of this rollout is in ' + $script:Folder) }
    Show-Text ('Values of before: ' + $script:StateFile + ', of ' + $state['Written'] + ' on ' + $state['Computer'])
    Read-Record $state
    Test-Record
    if (@(@($script:Records.Keys) -like 'Grant of *').Count) { $script:DomainController = Find-DomainController }
    Invoke-EveryRecord
    if ($script:Stops.Count) {
        foreach ($stop in $script:Stops) { Show-Text ('Stop: ' + $stop) }
        Exit-Run 4 'Stopped before any change.'
    }
    if ($script:Ahead) {
        Confirm-Run
        $script:Pass = 'do'
        Invoke-EveryRecord
    }
    if ($script:DryRun) { Exit-Run 0 'Nothing was changed and nothing was written: -WhatIf.' }
    if (-not $script:Left.Count) { Move-StateAside }
    if (-not $script:Ahead -and -not $script:Left.Count) { Exit-Run 0 'Everything is as before. Nothing to do.' }
    Exit-WithResult
}
catch {
    $said = $_.Exception.Message
    if ($_.InvocationInfo) { $said += ' (line ' + $_.InvocationInfo.ScriptLineNumber + ')' }
    if ($script:Attempted) { [void]$script:Left.Add($said); Exit-WithResult 'The run ended early.' }
    Exit-Run 1 ('Ended before any change: ' + $said)
}
