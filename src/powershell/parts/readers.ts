import type { ThingKind } from '../../model/index.ts';
import { inLines } from '../text.ts';
import { routeReader } from './routes.ts';

/** One reader for each kind, with the properties that matter. */
export const readers: Readonly<Record<ThingKind, (names: readonly string[]) => string>> = {
  'access-edge': (names) => reader('Read-AccessEdge', server('Get-CsAccessEdgeConfiguration'), names),
  provider: (names) => reader('Read-Provider', server('Get-CsPublicProvider'), names),
  'external-access-policy': (names) => reader('Read-ExternalAccessPolicy', server('Get-CsExternalAccessPolicy'), names),
  'client-policy': (names) => reader('Read-ClientPolicy', server('Get-CsClientPolicy'), names),
  site: routeReader,
};

const server = (cmdlet: string) => `${cmdlet} -ErrorAction Stop`;

/** A function of this name that picks one object of those that `source`, an expression, has. */
export function reader(name: string, source: string, names: readonly string[]): string {
  const kept = `$script:${name.slice('Read-'.length)}Names`;
  return `${kept} = ${inLines(names, 3).join(',\n    ')}
function ${name}([string]$Identity) {
    Select-Row (${source}) $Identity ${kept}
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
