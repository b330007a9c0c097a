/** A change that acts only from one value to another, and those that rest on it. */
export const turn = `$script:Pending = @{}

# Whether a value is still the one from which it is to be turned; a third value stops the script.
function Test-Turn([string]$Title, $Row, [string]$Name, [string]$From, [string]$To) {
    if (-not @(Compare-Row $Row @{ $Name = $From }).Count) { return $true }
    if (@(Compare-Row $Row @{ $Name = $To }).Count) {
        $now = if ($Row) { $Row[$Name] } else { $null }
        Add-Stop ($Title + ': ' + $Name + ' is ' + (ConvertTo-Literal $now) + ', neither ' + $From + ' nor ' + $To + '.')
    }
    elseif ($script:Pass -eq 'look') { Show-Text ('As wanted: ' + $Title) }
    return $false
}

# What rests on a change before it is left out where that one was not made.
function Test-Settled([string]$Id, [string]$Title) {
    if ($script:Pass -eq 'look' -or $script:DryRun -or -not $script:Pending[$Id]) { return $true }
    [void]$script:Left.Add($Title + ': left out, because ' + $script:Pending[$Id] + ' was not made')
    return $false
}`;
