/** The state file: what stood before the first change, for each object that this rollout touches. */
export const state = `# The first state file of this rollout; one that cannot be read is never passed over.
function Read-State {
    if (-not [IO.Directory]::Exists($script:Folder)) { return }
    foreach ($file in @([IO.Directory]::GetFiles($script:Folder, 'state-*.clixml') | Sort-Object)) {
        try { $state = Import-Clixml -Path $file }
        catch { Exit-Run 4 ('This state file cannot be read; mend it or move it: ' + $file + ' ' + $_.Exception.Message) }
        if ($state -isnot [hashtable] -or $state['Format'] -ne 'skypefed-state') { continue }
        if ($state['Rollout'] -ne $script:Rollout) { continue }
        if ($state['Version'] -ne 1) { Exit-Run 4 ('A newer program wrote this state file: ' + $file) }
        # What was written down and then never touched is written down anew.
        $touched = @{}
        $known = [IO.File]::Exists($file + '.touched')
        if ($known) { foreach ($key in [IO.File]::ReadAllLines($file + '.touched')) { $touched[$key] = $true } }
        foreach ($record in $state['Records']) {
            $key = $record['Kind'] + '|' + $record['Identity']
            if ($touched[$key] -or -not $known) { $script:Records[$key] = $record }
        }
        $script:StateFile = $file
        return
    }
}

# The first value before stands; what was never touched is added. What is wanted is renewed; nothing: it is to go.
function Save-Before([string]$Kind, [string]$Identity, $Row, $Want, [string[]]$Names) {
    $key = $Kind + '|' + $Identity
    if (-not $script:Records.ContainsKey($key)) {
        $script:Records[$key] = @{ Kind = $Kind; Identity = $Identity; Existed = $null -ne $Row; Before = @{}; Wanted = $null }
    }
    $record = $script:Records[$key]
    if ($null -eq $Want) { $record['Wanted'] = $null }
    elseif ($null -eq $record['Wanted']) { $record['Wanted'] = $Want.Clone() }
    else { foreach ($name in $Want.Keys) { $record['Wanted'][$name] = $Want[$name] } }
    if (-not $record['Existed'] -or $null -eq $Row) { return }
    foreach ($name in $Names) { if (-not $record['Before'].ContainsKey($name)) { $record['Before'][$name] = $Row[$name] } }
}

# Written beside and read back before it takes its place.
function Save-State {
    if (-not $script:StateFile) { $script:StateFile = Join-Path $script:Folder ('state-' + $script:Started + '.clixml') }
    $state = @{
        Format = 'skypefed-state'; Version = 1; Rollout = $script:Rollout; Program = $script:Program
        Computer = [Environment]::MachineName; Written = $script:Started; Records = @($script:Records.Values)
    }
    [IO.File]::AppendAllText($script:StateFile + '.touched', '')
    $part = $script:StateFile + '.part'
    Export-Clixml -InputObject $state -Path $part -Depth 6 -Confirm:$false
    if (@((Import-Clixml -Path $part)['Records']).Count -ne $script:Records.Count) { throw 'The state file does not read back.' }
    if ([IO.File]::Exists($script:StateFile)) { [IO.File]::Replace($part, $script:StateFile, $script:StateFile + '.previous') }
    else { [IO.File]::Move($part, $script:StateFile) }
    Show-Text ('The values before are in ' + $script:StateFile)
}

# Every change that is begun has a line of its own beside the state file, written before it.
function Save-Attempt([string]$Kind, [string]$Identity) {
    $script:Attempted = $true
    [IO.File]::AppendAllText($script:StateFile + '.touched', $Kind + '|' + $Identity + [Environment]::NewLine)
}`;
