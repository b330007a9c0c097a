import type { Product } from '../../model/index.ts';
import type { About } from '../script.ts';
import { hasCmdlet } from '../table.ts';
import { domainController, siteOfPool } from './people.ts';

const inForce = 'Get-CsEffectivePolicy';

/** The cmdlets that tell of users, as far as the product has them. */
export const personCmdlets = (product: Product) => ['Get-CsUser', ...(hasCmdlet(inForce, product) ? [inForce] : [])];

/** The users: who is named in the rollout or has a policy of their own is told of, all others are counted. */
export const persons = ({ product }: About) => `${domainController}

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

${siteOfPool("$script:Found['sites'] | Where-Object { $_ }")}

${hasCmdlet(inForce, product) ? askedOfServer : foundByScope}`;

const askedOfServer = `function Add-InForce([hashtable]$Row) {
    $at = @{}
    if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
    $who = if ($Row['SipAddress']) { $Row['SipAddress'] } else { $Row['DistinguishedName'] }
    $inForce = Get-CsEffectivePolicy -Identity $who @at -ErrorAction Stop
    foreach ($kind in 'ExternalAccessPolicy', 'ClientPolicy') { $Row['Effective' + $kind] = ([string]$inForce.$kind) -replace '^tag:', '' }
}`;

const foundByScope = `# This server cannot be asked what is in force: what was granted comes first, then the site of the pool, then Global.
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
}`;
