import type { ThingKind } from '../../model/index.ts';

/** One reader for each kind, with the properties that matter. */
export const readers: Readonly<Record<ThingKind, (names: readonly string[]) => string>> = {
  'access-edge': (names) => `function Read-AccessEdge {
    param([string]$Identity)
    Select-Row (Get-CsAccessEdgeConfiguration -ErrorAction Stop) $Identity ${list(names)}
}`,

  provider: (names) => `$script:ProviderNames = ${list(names)}

function Read-Provider {
    param([string]$Identity)
    Select-Row (Get-CsPublicProvider -ErrorAction Stop) $Identity $script:ProviderNames
}`,

  'external-access-policy': (names) => `function Read-ExternalAccessPolicy {
    param([string]$Identity)
    Select-Row (Get-CsExternalAccessPolicy -ErrorAction Stop) $Identity ${list(names)}
}`,

  'client-policy': (names) => `function Read-ClientPolicy {
    param([string]$Identity)
    Select-Row (Get-CsClientPolicy -ErrorAction Stop) $Identity ${list(names)}
}`,
};

/** What reads one object of a kind by its identity. */
export const readerNames: Readonly<Record<ThingKind, string>> = {
  'access-edge': 'Read-AccessEdge',
  provider: 'Read-Provider',
  'external-access-policy': 'Read-ExternalAccessPolicy',
  'client-policy': 'Read-ClientPolicy',
};

export const siteReader = `# The identity that a policy of this site has; the site is named by Identity or DisplayName.
function Find-SitePolicy {
    param([string]$Asked)
    $called = @()
    foreach ($site in @(Get-CsSite -ErrorAction Stop)) {
        $name = 'Site:' + (([string]$site.Identity) -replace '^site:', '')
        if ($name -eq 'Site:' + $Asked) { return $name }
        if ([string]$site.DisplayName -eq $Asked) { $called += $name }
    }
    if ($called.Count -eq 1) { return $called[0] }
    Add-Stop ([string]$called.Count + ' sites of Get-CsSite have the Identity or DisplayName ' + $Asked)
}`;

/** A parameter that not every server of the product has. */
export const parameterTest = `function Test-Parameter {
    param([string]$Command, [string]$Name)
    $has = (Get-Command -Name $Command).Parameters.ContainsKey($Name)
    if (-not $has -and $script:Pass -eq 'look') { Show-Text ('Left out: ' + $Command + ' has no -' + $Name + ' on this server.') }
    return $has
}`;

const list = (names: readonly string[]) => `@(${names.map((name) => `'${name}'`).join(', ')})`;
