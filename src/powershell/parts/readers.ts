import type { ThingKind } from '../../model/index.ts';
import { inLines } from '../text.ts';

/** Reads the server; in its place may stand an expression for objects that were read before. */
type Reader = (names: readonly string[], source?: string) => string;

/** One reader for each kind, with the properties that matter. */
export const readers: Readonly<Record<ThingKind, Reader>> = {
  'access-edge': reader('AccessEdge', 'Get-CsAccessEdgeConfiguration'),
  provider: reader('Provider', 'Get-CsPublicProvider'),
  'external-access-policy': reader('ExternalAccessPolicy', 'Get-CsExternalAccessPolicy'),
  'client-policy': reader('ClientPolicy', 'Get-CsClientPolicy'),
};

function reader(noun: string, cmdlet: string): Reader {
  return (names, source = `${cmdlet} -ErrorAction Stop`) => `$script:${noun}Names = ${inLines(names, 3).join(',\n    ')}
function Read-${noun}([string]$Identity) {
    Select-Row (${source}) $Identity $script:${noun}Names
}`;
}

/** What reads one object of a kind by its identity. */
export const readerNames: Readonly<Record<ThingKind, string>> = {
  'access-edge': 'Read-AccessEdge',
  provider: 'Read-Provider',
  'external-access-policy': 'Read-ExternalAccessPolicy',
  'client-policy': 'Read-ClientPolicy',
};

export const siteReader = (
  source = 'Get-CsSite -ErrorAction Stop',
) => `# The identity that a policy of this site has; the site is named by Identity or DisplayName.
function Find-SitePolicy([string]$Asked) {
    $called = @()
    foreach ($site in @(${source})) {
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
