import { inLines } from '../text.ts';

/** A site with its federation route: it is named bare, unlike the policies of one. */
export const routeReader = (names: readonly string[]) => `$script:SiteNames = ${inLines(names, 3).join(',\n    ')}
function Read-Site([string]$Identity) {
    foreach ($item in @(Get-CsSite -ErrorAction Stop)) {
        if ((([string]$item.Identity) -replace '^site:', '') -eq $Identity) { return ConvertTo-Row $item $script:SiteNames }
    }
}`;

/** Which sites were marked beside the state file since the topology was last enabled, whatever the script. */
export const sinceEnabled = `function Select-SinceEnabled([string]$Mark) {
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
}`;

/** Federation routes, and the topology that has to be enabled once for them. */
export const routes = `$script:Routed = @{}
$script:EnablesTopology = $false

# The bare name of the one site that is asked for, where the Edge pool of its route is in the topology.
function Find-RoutedSite([string]$Asked, [string]$Route) {
    $policy = Find-SitePolicy $Asked
    if (-not $policy) { return }
    $bare = $policy -replace '^site:', ''
    if ($script:Pass -eq 'look' -and $script:Routed.ContainsKey($bare)) { Add-Stop ('Two routes are asked for site ' + $bare + ', by its Identity and by its DisplayName.') }
    $edges = @(Get-CsService -EdgeServer -ErrorAction Stop | Where-Object { $_ -and [string]$_.Identity -eq $Route })
    if ($edges.Count) { $script:Routed[$bare] = $Route; return $bare }
    Add-Stop ('Site ' + $Asked + ': Get-CsService -EdgeServer has no ' + $Route)
}

# Sites whose route this rollout has set, in this run or one before it, since the topology was last enabled.
function Find-RouteNotEnabled {
    foreach ($bare in @(Select-SinceEnabled 'CsSite|')) {
        if ($script:Routed.ContainsKey($bare) -and -not @(Compare-Row (Read-Site $bare) @{ FederationRoute = $script:Routed[$bare] }).Count) { $bare }
    }
}

# A change is a table: Title, Reaches, Risk, Enable.
function Invoke-Topology([hashtable]$Change) {
    $title = $Change['Title']
    if ($script:Pass -eq 'look') {
        $ahead = @($script:Routed.Keys | Where-Object { @(Compare-Row (Read-Site $_) @{ FederationRoute = $script:Routed[$_] }).Count })
        $due = @($ahead + @(Find-RouteNotEnabled) | Where-Object { $_ } | Sort-Object)
        if (-not $due.Count) { Show-Text ('Not needed: ' + $title + ': no route is to change'); return }
        Show-Text ('To change: ' + $title)
        foreach ($text in ('After the route of: ' + ($due -join ', ')), ('Reaches: ' + $Change['Reaches']), $Change['Risk']) { Show-Text ('    ' + $text) }
        $script:EnablesTopology = $true
        Add-Ahead @($Change['Risk'])
        return
    }
    if ($script:DryRun) { if ($script:EnablesTopology) { [void](Confirm-Change $title 'Enable the topology' @($Change['Risk'])) }; return }
    $due = @(Find-RouteNotEnabled)
    if (-not $due.Count) {
        if ($script:EnablesTopology) { [void]$script:Left.Add($title + ': left out, because no route was changed') }
        return
    }
    if (-not (Confirm-Change $title ('Enable the topology, for the route of ' + ($due -join ', ')) @($Change['Risk']))) { return }
    try {
        $script:Attempted = $true
        [void](& $Change['Enable'])
        Save-Mark 'CsTopology|Enabled'
        Show-Text ('Changed: ' + $title)
        [void]$script:Done.Add($title)
    }
    catch {
        Show-Text ('Failed: ' + $title + ': ' + $_.Exception.Message) -Warning
        [void]$script:Left.Add($title + ': ' + $_.Exception.Message)
    }
}`;
