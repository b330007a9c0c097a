import type { About } from '../script.ts';
import { added, type Sighting } from './sightings.ts';

const localStore = { LocalStore: { switch: true } } as const;

/** On an Edge Server, from its own copy where the cmdlet can read that: facts 12.18. */
export const onEdge: readonly Sighting[] = [
  { item: 'accessEdge', cmdlet: 'Get-CsAccessEdgeConfiguration', args: localStore },
  { item: 'publicProviders', cmdlet: 'Get-CsPublicProvider', args: localStore },
  { item: 'hostingProviders', cmdlet: 'Get-CsHostingProvider', args: localStore },
  { item: 'allowedDomains', cmdlet: 'Get-CsAllowedDomain', args: localStore },
  { item: 'blockedDomains', cmdlet: 'Get-CsBlockedDomain', args: localStore },
  { item: 'externalAccessPolicies', cmdlet: 'Get-CsExternalAccessPolicy', args: localStore },
  { item: 'topology', cmdlet: 'Get-CsTopology', args: { ...localStore, AsXml: { switch: true } } },
];

/** What only the machine itself tells. */
const services: Sighting = { item: 'services', cmdlet: 'Get-CsWindowsService' };

/** The server cmdlets that are called there. */
export const localCmdlets = [...onEdge, services].map(({ cmdlet }) => cmdlet).concat('Get-CsCertificate');

/** Facts 9.6 and 12.19. */
const events = [14428, 14501, 14502, 14601, 14603];

/** What an Edge Server tells of its copy of the configuration, of its certificates and of itself. */
export const localCopy = ({ product }: About) => `function Read-LocalStore {
    $script:From = 'local'
${onEdge.map((sighting) => `    ${added(sighting, product)}\n`).join('')}}

function Read-EdgeServer {
    $script:From = 'machine'
    ${added(services, product)}
    Add-Evidence 'certificates' {
        foreach ($certificate in @(Get-CsCertificate -ErrorAction Stop)) {
            $row = ConvertTo-Table $certificate
            try { $row['EnhancedKeyUsage'] = @(Read-KeyUsage ([string]$certificate.Thumbprint)) }
            catch { $row['EnhancedKeyUsage'] = 'could not be read: ' + $_.Exception.Message }
            $row
        }
    }
    Add-Evidence 'events' { foreach ($id in ${events.join(', ')}) { @{ id = $id; days = 30; count = Measure-Event $id } } }
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
}`;
