import type { Command, Product, ThingKind } from '../../model/index.ts';
import { things } from '../../plan/index.ts';
import { literal } from '../literal.ts';
import { printCommand } from '../print.ts';
import type { About } from '../script.ts';
import { inLines } from '../text.ts';

/** What is read with one command of the server: the item of the evidence, and how its values come. */
export type Sighting = { item: string; cmdlet: string; args?: Command['args'] };

/** On a Front End Server, from the central store; in this order, for users need the sites and the policies before them. */
export const frontEnd: readonly Sighting[] = [
  { item: 'accessEdge', cmdlet: 'Get-CsAccessEdgeConfiguration' },
  { item: 'publicProviders', cmdlet: 'Get-CsPublicProvider' },
  { item: 'hostingProviders', cmdlet: 'Get-CsHostingProvider' },
  { item: 'allowedDomains', cmdlet: 'Get-CsAllowedDomain' },
  { item: 'blockedDomains', cmdlet: 'Get-CsBlockedDomain' },
  { item: 'externalAccessPolicies', cmdlet: 'Get-CsExternalAccessPolicy' },
  { item: 'clientPolicies', cmdlet: 'Get-CsClientPolicy' },
  { item: 'sites', cmdlet: 'Get-CsSite' },
  { item: 'sipDomains', cmdlet: 'Get-CsSipDomain' },
  { item: 'edgeServices', cmdlet: 'Get-CsService', args: { EdgeServer: { switch: true } } },
  { item: 'pools', cmdlet: 'Get-CsPool' },
  { item: 'computers', cmdlet: 'Get-CsComputer' },
  { item: 'replication', cmdlet: 'Get-CsManagementStoreReplicationStatus' },
  { item: 'privacy', cmdlet: 'Get-CsPrivacyConfiguration' },
  { item: 'media', cmdlet: 'Get-CsMediaConfiguration' },
];

/** The item of the evidence that holds all things of a kind. */
export function itemOf(kind: ThingKind): string {
  const found = frontEnd.find(({ cmdlet }) => cmdlet === things[kind].read);
  if (!found) throw new Error(`nothing of the evidence holds ${kind}`);
  return found.item;
}

/** Whose parameters are told, for they differ from server to server of one product: facts 5.1. */
const probed = [
  'New-CsPublicProvider',
  'New-CsExternalAccessPolicy',
  'Set-CsExternalAccessPolicy',
  'New-CsClientPolicy',
  'Set-CsClientPolicy',
];

/** The machine itself: who, with which rights, on what, with which tools. */
export const machine = ({ module }: About) => `function Read-Machine {
    $script:From = 'machine'
    Add-Evidence 'account' { @{ name = [Environment]::UserDomainName + '\\' + [Environment]::UserName } }
    Add-Evidence 'groups' { Read-Group }
    Add-Evidence 'system' { @{ windows = [Environment]::OSVersion.VersionString; powershell = [string]$PSVersionTable['PSVersion'] } }
    Add-Evidence 'module' {
        Get-Module -Name ${module} | ForEach-Object { @{ name = $_.Name; version = [string]$_.Version; path = $_.Path } }
    }
    Add-Evidence 'serverVersion' { Get-CsServerVersion -ErrorAction Stop }
    Add-Evidence 'parameters' {
        foreach ($name in ${inLines(probed, 3).join(',\n            ')}) {
            @{ cmdlet = $name; parameters = @((Get-Command -Name $name).Parameters.Keys | Sort-Object) }
        }
    }
}

# Domain Admins has a name in each language and one number.
function Read-Group {
    foreach ($group in [Security.Principal.WindowsIdentity]::GetCurrent().Groups) {
        if ($group.Value -match '^S-1-5-21-.*-512$') { 'Domain Admins'; continue }
        try { $name = $group.Translate([Security.Principal.NTAccount]).Value } catch { $name = '' }
        if ($name -match '\\\\(RTCUniversal.*|Domain Admins)$') { $name }
    }
}`;

/** What a Front End Server tells, and the users. */
export const centralStore = ({ product }: About) => `function Read-CentralStore {
    $script:From = 'central'
${frontEnd.map((sighting) => `    ${added(sighting, product)}\n`).join('')}    Add-Evidence 'users' { Read-Person }
    Add-Evidence 'userCounts' { if ($script:Counts) { $script:Counts } else { throw 'The users were not read.' } }
    Add-Evidence 'namedUsers' {
        if (-not $script:Counts) { throw 'The users were not read.' }
        foreach ($asked in @($script:Answering.Keys | Sort-Object)) { @{ asked = $asked; found = $script:Answering[$asked] } }
    }
}`;

export function added({ item, cmdlet, args = {} }: Sighting, product: Product): string {
  return `Add-Evidence ${literal(item)} { ${printCommand({ cmdlet, args }, product)} -ErrorAction Stop }`;
}
