import type { ThingKind } from '../../model/index.ts';
import { inLines } from '../text.ts';
import { routeReader } from './routes.ts';

/** One reader for each kind, with the properties that matter. */
export const readers: Readonly<Record<ThingKind, (names: readonly string[]) => string>> = {
  'access-edge': (names) => reader('AccessEdge', 'Get-CsAccessEdgeConfiguration', names),
  provider: (names) => reader('Provider', 'Get-CsPublicProvider', names),
  'external-access-policy': (names) => reader('ExternalAccessPolicy', 'Get-CsExternalAccessPolicy', names),
  'client-policy': (names) => reader('ClientPolicy', 'Get-CsClientPolicy', names),
  site: routeReader,
};

function reader(noun: string, cmdlet: string, names: readonly string[]): string {
  return `$script:${noun}Names = ${inLines(names, 3).join(',\n    ')}
function Read-${noun}([string]$Identity) {
    Select-Row (${cmdlet} -ErrorAction Stop) $Identity $script:${noun}Names
}`;
}

/** What reads one object of a kind by its identity. */
export const readerNames: Readonly<Record<ThingKind, string>> = {
  'access-edge': 'Read-AccessEdge',
  provider: 'Read-Provider',
  'external-access-policy': 'Read-ExternalAccessPolicy',
  'client-policy': 'Read-ClientPolicy',
  site: 'Read-Site',
};

export const siteReader = `# The identity that a policy of this site has; the site is named by Identity or DisplayName.
function Find-SitePolicy([string]$Asked) {
    $called = @()
    foreach ($site in @(Get-CsSite -ErrorAction Stop)) {
        $name = 'Site:' + (([string]$site.Identity) -replace '^site:', '')
        if ($name -eq 'Site:' + $Asked) { return $name }
        if ([string]$site.DisplayName -eq $Asked) { $called += $name }
    }
    if ($called.Count -eq 1) { return $called[0] }
    Add-Stop ('Site ' + $Asked + ': ' + $called.Count + ' sites of Get-CsSite have this Identity or DisplayName, not one')
}`;

/** A parameter that not every server of the product has. */
export const parameterTest = `function Test-Parameter([string]$Command, [string]$Name) {
    $has = (Get-Command -Name $Command).Parameters.ContainsKey($Name)
    if (-not $has -and $script:Pass -eq 'look') { Show-Text ('Left out: ' + $Command + ' has no -' + $Name + ' on this server.') }
    return $has
}`;
