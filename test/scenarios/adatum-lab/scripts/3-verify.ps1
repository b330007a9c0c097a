<#
.SYNOPSIS
Says whether Lync Server 2010 is as this rollout wants it. It changes nothing.

.DESCRIPTION
Everything is read as 1-discover.ps1 reads it, and each value that was decided is held against it: expected, found,
good or not. So are the policies in force for the users who are named. A policy of a person's own comes before that of
the site and before Global: whoever has one is named, and that is no difference. Each Edge Server is waited for until
it has the configuration, 180 s at most. The result is told and written to evidence-<computer>-<UTC time>.json. No
cmdlet of the server is called but Get-Cs*.
Exit codes: 0 all is good; 1 unexpected error; 2 wrong place, module or product; 6 differences, which are listed.

.PARAMETER OutputFolder
Where evidence, transcript and log are written. The folder of this script unless said otherwise.
.PARAMETER Force
Asks nothing. This script never asks; it is there because all four take it.
.EXAMPLE
.\3-verify.ps1
Says what is good and what is not, and writes the evidence.
.NOTES
Written by skypefed 0.1.0, 2026-11-23T21:30:00.000Z. Nothing is downloaded and nothing is sent.
#>
[CmdletBinding()]
param([string]$OutputFolder, [switch]$Force)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$script:Rollout = 'adatum-lab'
$script:Organisation = 'Adatum lab'
$script:Program = 'skypefed 0.1.0'
$script:Started = (Get-Date).ToUniversalTime().ToString('yyyyMMdd-HHmmssfff', [Globalization.CultureInfo]::InvariantCulture)
$script:Transcribing = $false
$script:LogFile = ''
# All four scripts take -Force; this one never asks.
[void]$Force
$script:Pass = 'look'

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

function Test-Module {
    if ($PSVersionTable.ContainsKey('PSEdition') -and $PSVersionTable['PSEdition'] -eq 'Core') {
        Show-Text 'Nothing is known about the management tools in this PowerShell: Windows PowerShell is the safe one.' -Warning
    }
    if (-not (Get-Module -Name Lync)) {
        try { Import-Module -Name Lync }
        catch { Exit-Run 2 ('The administrative tools of Lync Server 2010 are not here: ' + $_.Exception.Message) }
    }
    # Other modules export the same names, and would change another service.
    foreach ($name in 'Get-CsAccessEdgeConfiguration', 'Get-CsAllowedDomain', 'Get-CsBlockedDomain', 'Get-CsClientPolicy',
        'Get-CsComputer', 'Get-CsExternalAccessPolicy', 'Get-CsHostingProvider', 'Get-CsManagementStoreReplicationStatus',
        'Get-CsMediaConfiguration', 'Get-CsPool', 'Get-CsPrivacyConfiguration', 'Get-CsPublicProvider',
        'Get-CsServerVersion', 'Get-CsService', 'Get-CsSipDomain', 'Get-CsSite',
        'Get-CsUser') {
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

# Windows PowerShell 2.0 has no ConvertTo-Json. What is not ASCII goes by its number; names stand in their order.
$script:Invariant = [Globalization.CultureInfo]::InvariantCulture
$script:NotPlain = [regex]'[^ !#-\[\]-~]'
$script:NotAscii = [regex]'[^ -~]'
$script:AsNumber = [Text.RegularExpressions.MatchEvaluator]{ param($Found) '\u' + ([int][char]$Found.Value).ToString('x4') }
$script:Names = New-Object 'System.Collections.Generic.Dictionary[string,string]'

function ConvertTo-UtcText([datetime]$Time) {
    return $Time.ToUniversalTime().ToString('yyyy-MM-dd''T''HH:mm:ss.fff''Z''', $script:Invariant)
}

function Test-Number($Value) {
    if ($Value -isnot [ValueType] -or $Value -is [enum]) { return $false }
    $code = [int][Type]::GetTypeCode($Value.GetType())
    return $code -ge 5 -and $code -le 15
}

function ConvertTo-JsonText($Value, [string]$Margin) {
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { if ($Value) { return 'true' } else { return 'false' } }
    if ($Value -is [datetime]) { $Value = ConvertTo-UtcText $Value }
    if ($Value -isnot [string]) {
        $inner = $Margin + '  '
        $end = [Environment]::NewLine + $Margin
        $next = $end + '  '
        if ($Value -is [Collections.IDictionary]) {
            $names = [string[]]@($Value.Keys)
            if (-not $names.Count) { return '{}' }
            [Array]::Sort($names, [StringComparer]::Ordinal)
            $lines = @(foreach ($name in $names) {
                # Most of what is written needs no call, which costs more than all the rest.
                if (-not $script:Names.ContainsKey($name)) {
                    $script:Names[$name] = if ($script:NotPlain.IsMatch($name)) { (ConvertTo-JsonText $name) + ': ' } else { '"' + $name + '": ' }
                }
                $item = $Value[$name]
                if ($null -eq $item) { $script:Names[$name] + 'null' }
                elseif ($item -is [bool]) { $script:Names[$name] + ([string]$item).ToLowerInvariant() }
                elseif ($item -is [int]) { $script:Names[$name] + $item }
                elseif ($item -is [string] -and -not $script:NotPlain.IsMatch($item)) { $script:Names[$name] + '"' + $item + '"' }
                else { $script:Names[$name] + (ConvertTo-JsonText $item $inner) }
            })
            return '{' + $next + ($lines -join (',' + $next)) + $end + '}'
        }
        if ($Value -is [Collections.IEnumerable]) {
            $items = @(foreach ($item in $Value) {
                if ($item -is [string] -and -not $script:NotPlain.IsMatch($item)) { '"' + $item + '"' } else { ConvertTo-JsonText $item $inner }
            })
            if ($items.Count) { return '[' + $next + ($items -join (',' + $next)) + $end + ']' } else { return '[]' }
        }
        if ($Value -is [double] -or $Value -is [single]) {
            $text = $Value.ToString('R', $script:Invariant)
            if ($text -match '^[-+0-9.e]+$') { return $text } else { return 'null' }
        }
        if (Test-Number $Value) { return $Value.ToString($script:Invariant) }
    }
    $text = [string]$Value
    if ($script:NotPlain.IsMatch($text)) { $text = $script:NotAscii.Replace($text.Replace('\', '\\').Replace('"', '\"'), $script:AsNumber) }
    return '"' + $text + '"'
}

$script:Items = @{}
$script:Found = @{}
$script:From = 'machine'

# A value as text, yes or no, number, nothing, or a list or table of these: identities are text, an enum is name and number.
function ConvertTo-Plain($Value) {
    if ($null -eq $Value -or $Value -is [string] -or $Value -is [bool] -or $Value -is [datetime]) { return $Value }
    if ($Value -is [enum]) { return @{ name = [string]$Value; number = [Convert]::ToInt64($Value) } }
    if (Test-Number $Value) { return $Value }
    if ($Value -is [Xml.XmlNode]) { return $Value.OuterXml }
    if ($Value -is [Collections.IDictionary]) {
        $table = @{}
        foreach ($name in @($Value.Keys)) { $table[[string]$name] = ConvertTo-Plain $Value[$name] }
        return $table
    }
    if ($Value -is [Collections.IEnumerable]) { return ,@(foreach ($item in $Value) { if ($item -is [string]) { $item } else { ConvertTo-Plain $item } }) }
    # An entry of a client policy.
    $parts = $Value.PSObject.Properties
    if ($parts['Name'] -and $parts['Value']) { return @{ Name = [string]$Value.Name; Value = [string]$Value.Value } }
    return [string]$Value
}

# Every property that an object has; one that the server cannot tell says so.
function ConvertTo-Table($Item) {
    if ($Item -is [string] -or $Item -is [Collections.IDictionary] -or $Item -is [Xml.XmlNode]) { return ConvertTo-Plain $Item }
    $row = @{}
    foreach ($property in @($Item.PSObject.Properties)) {
        try {
            $value = $property.Value
            $row[$property.Name] = if ($null -eq $value -or $value -is [string] -or $value -is [bool] -or $value -is [int]) { $value } else { ConvertTo-Plain $value }
        }
        catch { $row[$property.Name] = 'could not be read: ' + $_.Exception.Message }
    }
    return $row
}

function Add-Evidence([string]$Name, [scriptblock]$Read) {
    $item = @{ from = $script:From }
    try {
        $found = @(& $Read | Where-Object { $null -ne $_ })
        $script:Found[$Name] = $found
        $item['values'] = @($found | ForEach-Object { ConvertTo-Table $_ })
        $item['read'] = $true
        Show-Text ('Read: ' + $Name + ', ' + $found.Count)
    }
    catch {
        $item['read'] = $false
        $item['why'] = $_.Exception.Message
        Show-Text ('Could not be read: ' + $Name + ': ' + $item['why']) -Warning
    }
    $item['at'] = ConvertTo-UtcText (Get-Date)
    $script:Items[$Name] = $item
}

function Read-Machine {
    $script:From = 'machine'
    Add-Evidence 'account' { @{ name = [Environment]::UserDomainName + '\' + [Environment]::UserName } }
    Add-Evidence 'groups' { Read-Group }
    Add-Evidence 'system' { @{ windows = [Environment]::OSVersion.VersionString; powershell = [string]$PSVersionTable['PSVersion'] } }
    Add-Evidence 'module' {
        Get-Module -Name Lync | ForEach-Object { @{ name = $_.Name; version = [string]$_.Version; path = $_.Path } }
    }
    Add-Evidence 'serverVersion' { Get-CsServerVersion -ErrorAction Stop }
    Add-Evidence 'parameters' {
        foreach ($name in 'New-CsPublicProvider', 'New-CsExternalAccessPolicy', 'Set-CsExternalAccessPolicy',
            'New-CsClientPolicy', 'Set-CsClientPolicy') {
            @{ cmdlet = $name; parameters = @((Get-Command -Name $name).Parameters.Keys | Sort-Object) }
        }
    }
}

# Domain Admins has a name in each language and one number.
function Read-Group {
    foreach ($group in [Security.Principal.WindowsIdentity]::GetCurrent().Groups) {
        if ($group.Value -match '^S-1-5-21-.*-512$') { 'Domain Admins'; continue }
        try { $name = $group.Translate([Security.Principal.NTAccount]).Value } catch { $name = '' }
        if ($name -match '\\(RTCUniversal.*|Domain Admins)$') { $name }
    }
}

# Whoever is named in this rollout.
function Get-NamedUser {
    return @()
}

$script:DomainController = ''
function Find-DomainController {
    try { return [DirectoryServices.ActiveDirectory.Domain]::GetCurrentDomain().PdcRoleOwner.Name }
    catch {
        Show-Text ('The PDC emulator cannot be told, so no domain controller is named: ' + $_.Exception.Message) -Warning
        return ''
    }
}

$script:Counts = $null
$script:Answering = @{}
$script:SiteOf = @{}

function Read-Person {
    $at = @{}
    if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
    foreach ($asked in @(Get-NamedUser)) { $script:Answering[$asked] = 0 }
    $counts = @{ users = 0; enabled = 0; told = 0; pools = @{} }
    Get-CsUser @at -ErrorAction Stop | ForEach-Object {
        $counts['users']++
        if ($_.Enabled) { $counts['enabled']++ }
        $pool = [string]$_.RegistrarPool
        $counts['pools'][$pool] = 1 + [int]$counts['pools'][$pool]
        $sip = ([string]$_.SipAddress) -replace '^sip:', ''
        $asked = @(@($sip, [string]$_.UserPrincipalName) | Where-Object { $script:Answering.ContainsKey($_) } | Sort-Object -Unique)
        foreach ($name in $asked) { $script:Answering[$name]++ }
        if ($asked.Count -or $_.ExternalAccessPolicy -or $_.ClientPolicy) {
            $counts['told']++
            ConvertTo-Person $_ ([bool]$asked.Count)
        }
    }
    $script:Counts = $counts
}

function ConvertTo-Person($User, [bool]$IsNamed) {
    $pool = [string]$User.RegistrarPool
    if (-not $script:SiteOf.ContainsKey($pool)) { $script:SiteOf[$pool] = Find-SiteOfPool $pool }
    $row = @{ Named = $IsNamed; Enabled = [bool]$User.Enabled; Site = $script:SiteOf[$pool] }
    foreach ($name in 'SipAddress', 'UserPrincipalName', 'DistinguishedName', 'RegistrarPool', 'HostingProvider') {
        $row[$name] = if ($User.PSObject.Properties[$name]) { [string]$User.$name } else { $null }
    }
    foreach ($kind in 'ExternalAccessPolicy', 'ClientPolicy') {
        $row[$kind] = $null
        if ($User.$kind) { $row[$kind] = ([string]$User.$kind) -replace '^tag:', '' }
    }
    try { Add-InForce $row }
    catch { $row['EffectiveWhy'] = $_.Exception.Message }
    return $row
}

# As policies name the site.
function Find-SiteOfPool([string]$Pool) {
    foreach ($site in @($script:Found['sites'] | Where-Object { $_ })) {
        $pools = @($site.Pools | Where-Object { $_ } | ForEach-Object { [string]$_ })
        if ($pools -contains $Pool) { return 'Site:' + (([string]$site.Identity) -replace '^site:', '') }
    }
}

# This server cannot be asked what is in force: what was granted comes first, then the site of the pool, then Global.
function Add-InForce([hashtable]$Row) {
    $items = @{ ExternalAccessPolicy = 'externalAccessPolicies'; ClientPolicy = 'clientPolicies' }
    foreach ($kind in 'ExternalAccessPolicy', 'ClientPolicy') {
        $item = $script:Items[$items[$kind]]
        if (-not $item['read']) { throw ('The policies were not read: ' + $item['why']) }
        $own = @($script:Found[$items[$kind]] | ForEach-Object { [string]$_.Identity } | Where-Object { $Row['Site'] -and $_ -eq $Row['Site'] })
        if ($Row[$kind]) { $Row['Effective' + $kind] = $Row[$kind] }
        elseif ($own.Count) { $Row['Effective' + $kind] = $own[0] }
        elseif ($Row['Site']) { $Row['Effective' + $kind] = 'Global' }
        else { throw ('The site of the pool cannot be told: ' + $Row['RegistrarPool']) }
    }
}

function Read-CentralStore {
    $script:From = 'central'
    Add-Evidence 'accessEdge' { Get-CsAccessEdgeConfiguration -ErrorAction Stop }
    Add-Evidence 'publicProviders' { Get-CsPublicProvider -ErrorAction Stop }
    Add-Evidence 'hostingProviders' { Get-CsHostingProvider -ErrorAction Stop }
    Add-Evidence 'allowedDomains' { Get-CsAllowedDomain -ErrorAction Stop }
    Add-Evidence 'blockedDomains' { Get-CsBlockedDomain -ErrorAction Stop }
    Add-Evidence 'externalAccessPolicies' { Get-CsExternalAccessPolicy -ErrorAction Stop }
    Add-Evidence 'clientPolicies' { Get-CsClientPolicy -ErrorAction Stop }
    Add-Evidence 'sites' { Get-CsSite -ErrorAction Stop }
    Add-Evidence 'sipDomains' { Get-CsSipDomain -ErrorAction Stop }
    Add-Evidence 'edgeServices' { Get-CsService -EdgeServer -ErrorAction Stop }
    Add-Evidence 'pools' { Get-CsPool -ErrorAction Stop }
    Add-Evidence 'computers' { Get-CsComputer -ErrorAction Stop }
    Add-Evidence 'replication' { Get-CsManagementStoreReplicationStatus -ErrorAction Stop }
    Add-Evidence 'privacy' { Get-CsPrivacyConfiguration -ErrorAction Stop }
    Add-Evidence 'media' { Get-CsMediaConfiguration -ErrorAction Stop }
    Add-Evidence 'users' { Read-Person }
    Add-Evidence 'userCounts' { if ($script:Counts) { $script:Counts } else { throw 'The users were not read.' } }
    Add-Evidence 'namedUsers' {
        if (-not $script:Counts) { throw 'The users were not read.' }
        foreach ($asked in @($script:Answering.Keys | Sort-Object)) { @{ asked = $asked; found = $script:Answering[$asked] } }
    }
}

# What apply made here, from the state file of this rollout beside this script; unknown where there is none. A route waits
# while the topology was not enabled since.
function Read-Made {
    foreach ($file in @([IO.Directory]::GetFiles($script:Folder, 'state-*.clixml') | Sort-Object)) {
        try {
            $state = Import-Clixml -Path $file
            if ($state -isnot [hashtable] -or $state['Format'] -ne 'skypefed-state' -or $state['Rollout'] -ne $script:Rollout) { continue }
            $time = [datetime]::ParseExact([string]$state['Written'], 'yyyyMMdd-HHmmssfff', $script:Invariant, 'AssumeUniversal')
            $touched = @{}
            $routed = @{}
            $known = [IO.File]::Exists($file + '.touched')
            if ($known) {
                foreach ($key in [IO.File]::ReadAllLines($file + '.touched')) {
                    $touched[$key] = $true
                    if ($key -eq 'CsTopology|Enabled') { $routed = @{} } elseif ($key -like 'CsSite|*') { $routed[$key] = $true }
                }
            }
            return ,@(foreach ($record in $state['Records']) {
                if ($known -and -not $touched[$record['Kind'] + '|' + $record['Identity']]) { continue }
                @{ kind = $record['Kind']; identity = $record['Identity']; existed = $record['Existed']; values = $record['Wanted']; copied = $record['Copied']; time = $time; waits = [bool]$routed[$record['Kind'] + '|' + $record['Identity']] }
            })
        }
        catch { Show-Text ('This state file cannot be read: ' + ($file + ' ' + $_.Exception.Message)) -Warning }
    }
    return 'unknown'
}

# Written beside, and whole when it takes its place.
function Save-Evidence([string]$Place) {
    $evidence = @{
        format = 'skypefed-evidence'; version = 1; program = $script:Program; rollout = $script:Rollout; script = 'verify'
        computer = [Environment]::MachineName; written = Get-Date; place = $Place; people = 'names'
        items = $script:Items; made = Read-Made; checks = $script:Checks
    }
    $file = Join-Path $script:Folder ('evidence-' + [Environment]::MachineName + '-' + $script:Started + '.json')
    [IO.File]::WriteAllText($file + '.part', (ConvertTo-JsonText $evidence), (New-Object System.Text.UTF8Encoding($false)))
    [IO.File]::Move($file + '.part', $file)
    Show-Text ('The evidence is in ' + $file)
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

$script:Checks = New-Object System.Collections.ArrayList
$script:Made = 'unknown'
$script:Reached = @{ ExternalAccessPolicy = @{}; ClientPolicy = @{} }
$script:Judged = @{}

# What is good and yet other than by the plan is named. Of very many that are good the log alone has each.
function Add-Check([string]$What, [string]$Name, $Expected, $Found, [bool]$Good) {
    [void]$script:Checks.Add(@{ what = $What; name = $Name; expected = $Expected; found = $Found; good = $Good })
    $line = $What + ': ' + $Name + ': expected ' + (ConvertTo-Literal $Expected) + ', found ' + (ConvertTo-Literal $Found)
    if (-not $Good) { Show-Text ('Differs: ' + $line) -Warning }
    elseif ([string]$Expected -ne [string]$Found) { Show-Text ('Named: ' + $line) }
    elseif ($script:Checks.Count -gt 100 -and $script:LogFile) { Add-Log ('Good: ' + $line) }
    else { Show-Text ('Good: ' + $line) }
}

# What could not be read is a difference: nobody can tell.
function Test-Read([string]$What, [string]$Item) {
    $read = $script:Items[$Item]['read']
    if (-not $read) { Add-Check -What $What -Name $Item -Expected 'can be read' -Found $script:Items[$Item]['why'] -Good $false }
    return $read
}

# A thing is a table: Title, Item (of the evidence), Kind (the noun of its cmdlets), Identity, Want, Read; where needed
# Kept (names of values that a new one takes over).
function Test-Thing([hashtable]$Thing) {
    if (-not (Test-Read $Thing['Title'] $Thing['Item'])) { return }
    $row = & $Thing['Read']
    if (-not $row) {
        Add-Check -What $Thing['Title'] -Name $Thing['Identity'] -Expected 'is there' -Found 'is not there' -Good $false
        return
    }
    $want = $Thing['Want'].Clone()
    # A policy that apply made still has what it took over then from the one before.
    foreach ($made in @($script:Made | Where-Object { $_ -is [hashtable] })) {
        if ($made['kind'] -ne $Thing['Kind'] -or $made['identity'] -ne $Thing['Identity'] -or $made['existed'] -or -not $made['values']) { continue }
        foreach ($name in @($Thing['Kept'] | Where-Object { $_ -and $made['values'].ContainsKey($_) })) { $want[$name] = $made['values'][$name] }
    }
    $other = @(Compare-Row $row $want)
    foreach ($name in @($want.Keys | Sort-Object)) {
        $found = $row[$name]
        if ($row[$name + 'Name'] -and [string]$found -ne [string]$want[$name]) { $found = $row[$name + 'Name'] }
        Add-Check -What $Thing['Title'] -Name $name -Expected $want[$name] -Found $found -Good ($other -notcontains $name)
    }
}

# Just after a change every replica is late, so there is a limit. What counts are the Edge Servers.
function Test-Replication {
    $what = 'Replication to the Edge'
    if (-not (Test-Read $what 'edgeServices')) { return }
    $edges = @{}
    foreach ($service in @($script:Found['edgeServices'])) {
        $pool = ([string]$service.Identity) -replace '^EdgeServer:', ''
        $edges[$pool] = @($pool)
    }
    foreach ($computer in @($script:Found['computers'] | Where-Object { $_ -and $_.PSObject.Properties['Pool'] })) {
        $pool = [string]$computer.Pool
        if ($edges.ContainsKey($pool)) { $edges[$pool] += [string]$computer.Identity }
    }
    $names = @($edges.Values | ForEach-Object { $_ })
    for ($waited = 0; $waited -lt 180; $waited += 10) {
        $late = @(Select-Replica $names | Where-Object { -not $_.UpToDate })
        if (-not $late.Count) { break }
        Show-Text ('Late, read again in 10 s: ' + (@($late | ForEach-Object { [string]$_.ReplicaFqdn }) -join ', '))
        Start-Sleep -Seconds 10
        Add-Evidence 'replication' { Get-CsManagementStoreReplicationStatus -ErrorAction Stop }
    }
    if (-not (Test-Read $what 'replication')) { return }
    foreach ($pool in @($edges.Keys | Sort-Object)) {
        $found = @(Select-Replica $edges[$pool])
        if (-not $found.Count) { Add-Check -What $what -Name $pool -Expected 'up to date' -Found 'no replica of this name' -Good $false }
        foreach ($replica in $found) {
            $is = if ($replica.UpToDate) { 'up to date' } else { 'late' }
            Add-Check -What $what -Name ([string]$replica.ReplicaFqdn) -Expected 'up to date' -Found $is -Good ([bool]$replica.UpToDate)
        }
    }
}

function Select-Replica([string[]]$Names) {
    $script:Found['replication'] | Where-Object { $_ -and $Names -contains [string]$_.ReplicaFqdn }
}

$script:AccessEdgeNames = 'AllowFederatedUsers', 'RoutingMethod'
function Read-AccessEdge([string]$Identity) {
    Select-Row ($script:Found['accessEdge']) $Identity $script:AccessEdgeNames
}

$script:ExternalAccessPolicyNames = 'EnableFederationAccess', 'EnablePublicCloudAccess', 'EnablePublicCloudAudioVideoAccess',
    'EnableOutsideAccess'
function Read-ExternalAccessPolicy([string]$Identity) {
    Select-Row ($script:Found['externalAccessPolicies']) $Identity $script:ExternalAccessPolicyNames
}

$script:ProviderNames = 'ProxyFqdn', 'VerificationLevel', 'Enabled'
function Read-Provider([string]$Identity) {
    Select-Row ($script:Found['publicProviders']) $Identity $script:ProviderNames
}

$script:ClientPolicyNames = 'EnableNotificationForNewSubscribers', 'BlockConversationFromFederatedContacts'
function Read-ClientPolicy([string]$Identity) {
    Select-Row ($script:Found['clientPolicies']) $Identity $script:ClientPolicyNames
}

function Get-InForce([hashtable]$Person, [string]$Kind) {
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
}

function Test-EveryChange {
    # Change 1 of 4: Access Edge configuration
    $want = @{
        RoutingMethod       = 'UseDnsSrvRouting'
        AllowFederatedUsers = $true
    }
    Test-Thing @{
        Title    = 'Access Edge configuration: federation'
        Item     = 'accessEdge'
        Kind     = 'CsAccessEdgeConfiguration'
        Identity = 'Global'
        Want     = $want
        Read     = { Read-AccessEdge 'Global' }
    }

    # Change 2 of 4: external access policy
    $want = @{
        EnableFederationAccess            = $true
        EnablePublicCloudAccess           = $true
        EnablePublicCloudAudioVideoAccess = $false
    }
    Test-Thing @{
        Title    = 'External access policy Global'
        Item     = 'externalAccessPolicies'
        Kind     = 'CsExternalAccessPolicy'
        Identity = 'Global'
        Want     = $want
        Kept     = @('EnableOutsideAccess')
        Read     = { Read-ExternalAccessPolicy 'Global' }
    }
    $script:Reached['ExternalAccessPolicy']['Global'] = 'Global'

    # Change 3 of 4: public provider
    $want = @{
        ProxyFqdn = 'federation.messenger.msn.com'
        Enabled   = $true
    }
    Test-Thing @{
        Title    = 'Public provider MSN'
        Item     = 'publicProviders'
        Kind     = 'CsPublicProvider'
        Identity = 'MSN'
        Want     = $want
        Read     = { Read-Provider 'MSN' }
    }

    # Change 4 of 4: client policy in force
    $found = @{}
    $found['Global'] = $true
    $script:Reached['ClientPolicy']['Global'] = 'Global'
    foreach ($policy in @($found.Keys | Sort-Object)) {
        $want = @{
            EnableNotificationForNewSubscribers    = $true
            BlockConversationFromFederatedContacts = $false
        }
        Test-Thing @{
            Title    = 'Client policy in force for everyone (Global)' + ': ' + $policy
            Item     = 'clientPolicies'
            Kind     = 'CsClientPolicy'
            Identity = $policy
            Want     = $want
            Read     = { Read-ClientPolicy $policy }
        }
    }
}

if (-not $OutputFolder) { $OutputFolder = Split-Path -Parent $MyInvocation.MyCommand.Path }
$script:Folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)
try {
    if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($script:Folder)) {
        Exit-Run 2 ('Choose a folder without * ? [ ] in its path, with -OutputFolder: ' + $script:Folder)
    }
    [void][IO.Directory]::CreateDirectory($script:Folder)
    $script:LogFile = Join-Path $script:Folder ('verify-' + $script:Started + '.log')
    $transcript = Join-Path $script:Folder ('transcript-' + $script:Started + '.txt')
    try { Start-Transcript -Path $transcript -Confirm:$false | Out-Null; $script:Transcribing = $true }
    catch { Show-Text ('No transcript here, the log goes on: ' + $_.Exception.Message) -Warning }
    Show-Text ('Rollout ' + $script:Rollout + ' of ' + $script:Organisation + ', ' + $script:Program + ', on ' + [Environment]::MachineName)
    Test-Module
    Test-Product
    Test-FrontEnd
    Read-Machine
    $script:DomainController = Find-DomainController
    Read-CentralStore
    $script:Made = Read-Made
    Test-EveryChange
    Test-InForce 'ExternalAccessPolicy' 'External access policy in force'
    Test-InForce 'ClientPolicy' 'Client policy in force'
    Test-Replication
    Save-Evidence 'front-end'
    $different = @($script:Checks | Where-Object { -not $_['good'] })
    foreach ($check in $different) { Show-Text ('Differs: ' + $check['what'] + ': ' + $check['name']) }
    if ($different.Count) { Exit-Run 6 ([string]$different.Count + ' of ' + $script:Checks.Count + ' are not as wanted.') }
    Exit-Run 0 ('All ' + $script:Checks.Count + ' are as wanted.')
}
catch {
    $said = $_.Exception.Message
    if ($_.InvocationInfo) { $said += ' (line ' + $_.InvocationInfo.ScriptLineNumber + ')' }
    Exit-Run 1 ('Nothing was verified: ' + $said)
}
