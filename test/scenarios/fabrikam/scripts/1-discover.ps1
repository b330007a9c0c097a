<#
.SYNOPSIS
Looks at Skype for Business Server 2015 and writes down what it sees. It changes nothing.

.DESCRIPTION
On a Front End Server the configuration is read from the central store, on an Edge Server from its own copy of it, and
there certificates, services and events as well. What cannot be read is written down as such, with the reason, and the
rest is read all the same. Users who are named in the rollout or have a policy of their own are listed, all others are
counted. The result is one file, evidence-<computer>-<UTC time>.json. No cmdlet of the server is called but Get-Cs*.
Exit codes: 0 done; 1 unexpected error; 2 wrong place, module or product.

.PARAMETER OutputFolder
Where evidence, transcript and log are written. The folder of this script unless said otherwise.
.PARAMETER Force
Asks nothing. This script never asks; it is there because all four take it.
.PARAMETER NoUserNames
Writes a hash in place of every person, the same for one person within the file and another in the next, leaves
out what people wrote as descriptions and comments, and keeps no transcript.
.EXAMPLE
.\1-discover.ps1
Writes the evidence beside the script.
.EXAMPLE
.\1-discover.ps1 -NoUserNames -OutputFolder C:\Evidence
Writes it elsewhere, and names nobody.
.NOTES
Written by skypefed 0.1.0, 2026-11-23T21:30:00.000Z. Nothing is downloaded and nothing is sent.
#>
[CmdletBinding()]
param([string]$OutputFolder, [switch]$Force, [switch]$NoUserNames)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$script:Rollout = 'fabrikam'
$script:Organisation = 'Fabrikam'
$script:Program = 'skypefed 0.1.0'
$script:Started = (Get-Date).ToUniversalTime().ToString('yyyyMMdd-HHmmssfff', [Globalization.CultureInfo]::InvariantCulture)
$script:Transcribing = $false
$script:LogFile = ''
# All four scripts take -Force; this one never asks.
[void]$Force
$script:Hiding = [bool]$NoUserNames

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
    if (-not (Get-Module -Name SkypeForBusiness)) {
        try { Import-Module -Name SkypeForBusiness }
        catch { Exit-Run 2 ('The administrative tools of Skype for Business Server 2015 are not here: ' + $_.Exception.Message) }
    }
    # Other modules export the same names, and would change another service.
    foreach ($name in 'Get-CsAccessEdgeConfiguration', 'Get-CsAllowedDomain', 'Get-CsBlockedDomain', 'Get-CsCertificate',
        'Get-CsClientPolicy', 'Get-CsComputer', 'Get-CsEffectivePolicy', 'Get-CsExternalAccessPolicy',
        'Get-CsHostingProvider', 'Get-CsManagementStoreReplicationStatus', 'Get-CsMediaConfiguration', 'Get-CsPool',
        'Get-CsPrivacyConfiguration', 'Get-CsPublicProvider', 'Get-CsServerVersion', 'Get-CsService',
        'Get-CsSipDomain', 'Get-CsSite', 'Get-CsTopology', 'Get-CsUser',
        'Get-CsWindowsService') {
        $command = Get-Command -Name $name -ErrorAction SilentlyContinue
        $from = if ($command) { [string]$command.ModuleName } else { 'no module at all' }
        if (@('Lync', 'SkypeForBusiness') -notcontains $from) {
            Exit-Run 2 ($name + ' comes from ' + $from + ', not from the module SkypeForBusiness. Use a window without other modules.')
        }
    }
}

function Test-Product {
    try { $version = [string](Get-CsServerVersion -ErrorAction Stop) } catch { $version = $_.Exception.Message }
    if ($version -notmatch '\(\d+\.') { Show-Text ('The product cannot be told here: ' + $version) -Warning }
    elseif ($version -notmatch '\(6\.') { Exit-Run 2 ('This script is for Skype for Business Server 2015. Here is: ' + $version) }
}

function Find-Place {
    try { [void]@(Get-CsPublicProvider -ErrorAction Stop); return 'front-end' }
    catch {
        $why = $_.Exception.Message
        try { [void]@(Get-CsPublicProvider -LocalStore -ErrorAction Stop); return 'edge' }
        catch { Exit-Run 2 ('The configuration cannot be read: ' + $why) }
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

# The salt is in no file: within one file a person has one hash, and nobody can try names against it.
$script:Salt = New-Object byte[] 16
[Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($script:Salt)
$script:Hashes = @{}
$script:DirectoryName = [regex]'(?i)CN=(?:\\.|[^,\\"])+(?:,(?:CN|OU|DC)=(?:\\.|[^,\\"])+)*,DC=[-\w]+'
$script:Address = [regex]'(?i)(?:sip:)?[^\s@,;:"''<>()\[\]=/\\][^\s@,;:"<>\[\]=/\\]*@[^\s@,;:"''<>()\[\]/\\]*[^\s@,;:."''<>()\[\]/\\]'
$script:UserFolder = [regex]'(?i)(?<=\\Users\\)[^\\]+'
$script:AsHash = [Text.RegularExpressions.MatchEvaluator]{ param($Found) Get-NameHash $Found.Value }

function Get-NameHash([string]$Name) {
    $key = ($Name -replace '^sip:', '').ToLowerInvariant()
    if (-not $script:Hashes.ContainsKey($key)) {
        $bytes = [byte[]]($script:Salt + [Text.Encoding]::UTF8.GetBytes($key))
        $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($bytes)
        $script:Hashes[$key] = 'person-' + [BitConverter]::ToString($hash, 0, 8).Replace('-', '').ToLowerInvariant()
    }
    return $script:Hashes[$key]
}

# All names of one person have the hash of the first.
function Join-Name([string[]]$Names) {
    $hash = ''
    foreach ($name in $Names) {
        if (-not $name) { continue }
        if (-not $hash) { $hash = Get-NameHash $name }
        $script:Hashes[($name -replace '^sip:', '').ToLowerInvariant()] = $hash
    }
}

function Hide-Name([string]$Text) {
    if (-not $script:Hiding) { return $Text }
    $key = ($Text -replace '^sip:', '').ToLowerInvariant()
    if ($script:Hashes.ContainsKey($key)) { return $script:Hashes[$key] }
    foreach ($form in $script:DirectoryName, $script:Address, $script:UserFolder) { $Text = $form.Replace($Text, $script:AsHash) }
    return $Text
}

# The same value with hashes in it; free text, where anything may stand, is left out.
function Hide-Everyone($Value) {
    if ($Value -is [string]) { return Hide-Name $Value }
    if ($Value -is [Collections.IDictionary]) {
        $table = @{}
        foreach ($name in @($Value.Keys)) {
            $isFree = @('Description', 'Comment') -contains $name -and $Value[$name]
            $table[$name] = if ($isFree) { '(left out)' } else { Hide-Everyone $Value[$name] }
        }
        return $table
    }
    if ($Value -is [Collections.IEnumerable]) { return ,@(foreach ($item in $Value) { Hide-Everyone $item }) }
    return $Value
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
        Show-Text ('Could not be read: ' + $Name + ': ' + (Hide-Name $item['why'])) -Warning
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
        Get-Module -Name SkypeForBusiness | ForEach-Object { @{ name = $_.Name; version = [string]$_.Version; path = $_.Path } }
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
    $users = @(
        'ana@fabrikam.com',
        'maria@xn--kln-sna.fabrikam.com'
    )
    return $users
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

function Add-InForce([hashtable]$Row) {
    $at = @{}
    if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
    $who = if ($Row['SipAddress']) { $Row['SipAddress'] } else { $Row['DistinguishedName'] }
    $inForce = Get-CsEffectivePolicy -Identity $who @at -ErrorAction Stop
    foreach ($kind in 'ExternalAccessPolicy', 'ClientPolicy') { $Row['Effective' + $kind] = ([string]$inForce.$kind) -replace '^tag:', '' }
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

function Read-LocalStore {
    $script:From = 'local'
    Add-Evidence 'accessEdge' { Get-CsAccessEdgeConfiguration -LocalStore -ErrorAction Stop }
    Add-Evidence 'publicProviders' { Get-CsPublicProvider -LocalStore -ErrorAction Stop }
    Add-Evidence 'hostingProviders' { Get-CsHostingProvider -LocalStore -ErrorAction Stop }
    Add-Evidence 'allowedDomains' { Get-CsAllowedDomain -LocalStore -ErrorAction Stop }
    Add-Evidence 'blockedDomains' { Get-CsBlockedDomain -LocalStore -ErrorAction Stop }
    Add-Evidence 'externalAccessPolicies' { Get-CsExternalAccessPolicy -LocalStore -ErrorAction Stop }
    Add-Evidence 'topology' { Get-CsTopology -LocalStore -AsXml -ErrorAction Stop }
}

function Read-EdgeServer {
    $script:From = 'machine'
    Add-Evidence 'services' { Get-CsWindowsService -ErrorAction Stop }
    Add-Evidence 'certificates' {
        foreach ($certificate in @(Get-CsCertificate -ErrorAction Stop)) {
            $row = ConvertTo-Table $certificate
            try { $row['EnhancedKeyUsage'] = @(Read-KeyUsage ([string]$certificate.Thumbprint)) }
            catch { $row['EnhancedKeyUsage'] = 'could not be read: ' + $_.Exception.Message }
            $row
        }
    }
    Add-Evidence 'events' { foreach ($id in 14428, 14501, 14502, 14601, 14603) { @{ id = $id; days = 30; count = Measure-Event $id } } }
}

# What a certificate may be used for, by number: the server itself does not tell.
function Read-KeyUsage([string]$Thumbprint) {
    $store = New-Object System.Security.Cryptography.X509Certificates.X509Store('My', 'LocalMachine')
    $store.Open('ReadOnly')
    try {
        foreach ($certificate in $store.Certificates.Find('FindByThumbprint', $Thumbprint, $false)) {
            foreach ($extension in $certificate.Extensions) {
                if ($extension -is [Security.Cryptography.X509Certificates.X509EnhancedKeyUsageExtension]) {
                    foreach ($usage in $extension.EnhancedKeyUsages) { $usage.Value }
                }
            }
        }
    }
    finally { $store.Close() }
}

# None at all is an error of Get-WinEvent.
function Measure-Event([int]$Id) {
    $which = @{ ProviderName = 'LS Protocol Stack'; Id = $Id; StartTime = (Get-Date).AddDays(-30) }
    try { return @(Get-WinEvent -FilterHashtable $which -ErrorAction Stop).Count }
    catch {
        if ($_.FullyQualifiedErrorId -like 'NoMatchingEventsFound*') { return 0 }
        throw
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
        catch { Show-Text ('This state file cannot be read: ' + (Hide-Name ($file + ' ' + $_.Exception.Message))) -Warning }
    }
    return 'unknown'
}

# Written beside, and whole when it takes its place.
function Save-Evidence([string]$Place) {
    $evidence = @{
        format = 'skypefed-evidence'; version = 1; program = $script:Program; rollout = $script:Rollout; script = 'discover'
        computer = [Environment]::MachineName; written = Get-Date; place = $Place; people = 'names'
        items = $script:Items; made = Read-Made
    }
    if ($script:Hiding) {
        $evidence['people'] = 'hashes'
        foreach ($user in @($script:Items['users'] | Where-Object { $_ -and $_['read'] } | ForEach-Object { $_['values'] })) {
            Join-Name @($user['SipAddress'], $user['UserPrincipalName'], $user['DistinguishedName'])
        }
        Join-Name @(($script:Items['account']['values'])[0]['name'])
        $evidence = Hide-Everyone $evidence
    }
    $file = Join-Path $script:Folder ('evidence-' + [Environment]::MachineName + '-' + $script:Started + '.json')
    [IO.File]::WriteAllText($file + '.part', (ConvertTo-JsonText $evidence), (New-Object System.Text.UTF8Encoding($false)))
    [IO.File]::Move($file + '.part', $file)
    Show-Text ('The evidence is in ' + (Hide-Name $file))
}

if (-not $OutputFolder) { $OutputFolder = Split-Path -Parent $MyInvocation.MyCommand.Path }
$script:Folder = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($OutputFolder)
try {
    if ([Management.Automation.WildcardPattern]::ContainsWildcardCharacters($script:Folder)) {
        Exit-Run 2 ('Choose a folder without * ? [ ] in its path, with -OutputFolder: ' + $script:Folder)
    }
    [void][IO.Directory]::CreateDirectory($script:Folder)
    $script:LogFile = Join-Path $script:Folder ('discover-' + $script:Started + '.log')
    $transcript = Join-Path $script:Folder ('transcript-' + $script:Started + '.txt')
    try { if (-not $script:Hiding) { Start-Transcript -Path $transcript -Confirm:$false | Out-Null; $script:Transcribing = $true } }
    catch { Show-Text ('No transcript here, the log goes on: ' + $_.Exception.Message) -Warning }
    Show-Text ('Rollout ' + $script:Rollout + ' of ' + $script:Organisation + ', ' + $script:Program + ', on ' + [Environment]::MachineName)
    Test-Module
    Test-Product
    $place = Find-Place
    Read-Machine
    if ($place -eq 'edge') {
        Read-LocalStore
        Read-EdgeServer
    }
    else {
        $script:DomainController = Find-DomainController
        Read-CentralStore
    }
    Save-Evidence $place
    $unread = @($script:Items.Values | Where-Object { -not $_['read'] }).Count
    Exit-Run 0 ([string]$script:Items.Count + ' items, of which ' + $unread + ' could not be read. Nothing was changed.')
}
catch {
    $said = $_.Exception.Message
    if ($_.InvocationInfo) { $said += ' (line ' + $_.InvocationInfo.ScriptLineNumber + ')' }
    Exit-Run 1 ('No evidence was written: ' + (Hide-Name $said))
}
