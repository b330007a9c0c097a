/** The state file: what stood before the first change, for each object that this rollout touches. Its reader. */
export const stateReader = `# What a state file of this rollout holds. Nothing: it is of another one, or something else.
function Import-State([string]$File) {
    try { $state = Import-Clixml -Path $File }
    catch { Exit-Run 4 ('This state file cannot be read; mend it or move it: ' + $File + ' ' + $_.Exception.Message) }
    if ($state -isnot [hashtable] -or $state['Format'] -ne 'skypefed-state') { return }
    if ($state['Rollout'] -ne $script:Rollout) { return }
    if ($state['Version'] -ne 1) { Exit-Run 4 ('A newer program wrote this state file: ' + $File) }
    if ($null -eq $state['Records']) { Exit-Run 4 ('This state file is damaged; mend it or move it: ' + $File) }
    foreach ($record in $state['Records']) {
        $whole = $record -is [hashtable] -and $record['Kind'] -and $record['Identity'] -and $record['Before'] -is [hashtable]
        if (-not $whole -or ($record['Identity'] -eq 'Global' -and -not $record['Existed'])) { Exit-Run 4 ('This state file is damaged; mend it or move it: ' + $File) }
    }
    return $state
}

# The first state file of this rollout; one that cannot be read is never passed over.
function Find-State {
    if (-not [IO.Directory]::Exists($script:Folder)) { return }
    foreach ($file in @([IO.Directory]::GetFiles($script:Folder, 'state-*.clixml') | Sort-Object)) {
        $state = Import-State $file
        if ($state) { $script:StateFile = $file; return $state }
    }
}

# What was written down and then never touched is no matter: it is written down anew, or left alone.
function Read-Record([hashtable]$State) {
    $touched = @{}
    $known = [IO.File]::Exists($script:StateFile + '.touched')
    if ($known) { foreach ($key in [IO.File]::ReadAllLines($script:StateFile + '.touched')) { $touched[$key] = $true } }
    foreach ($record in $State['Records']) {
        $key = $record['Kind'] + '|' + $record['Identity']
        if ($touched[$key] -or -not $known) { $script:Records[$key] = $record }
    }
}`;

/** Whether a value is one that this rollout wrote. */
export const ours = `# What the rollout wanted, in its last run and in earlier ones.
function Select-Wanted([hashtable]$Record) {
    foreach ($wanted in @($Record['Wanted']) + @($Record['Earlier'])) { if ($wanted) { $wanted } }
}

function Test-Ours([hashtable]$Record, $Row, [string]$Name) {
    foreach ($wanted in @(Select-Wanted $Record)) {
        if ($wanted.ContainsKey($Name) -and -not @(Compare-Row $Row @{ $Name = $wanted[$Name] }).Count) { return $true }
    }
    return $false
}`;

/** What writes it. */
export const stateWriter = `$script:StateIsNew = $false

# The first value before stands; what was never touched is added. What is wanted is renewed, and what an earlier run
# wanted is kept, to know it again; nothing wanted: it is to go. A risk is asked for on the way back, too.
function Save-Before([string]$Kind, [string]$Identity, $Row, $Want, [string[]]$Names, [string[]]$Risk) {
    $key = $Kind + '|' + $Identity
    if (-not $script:Records.ContainsKey($key)) {
        $script:Records[$key] = @{
            Kind = $Kind; Identity = $Identity; Existed = $null -ne $Row; Before = @{}; Wanted = $null; Earlier = @(); Risk = @{}
        }
    }
    $record = $script:Records[$key]
    $was = $record['Wanted']
    $record['Wanted'] = $null
    if ($Want) {
        $record['Wanted'] = if ($was) { $was.Clone() } else { @{} }
        foreach ($name in $Want.Keys) { $record['Wanted'][$name] = $Want[$name]; if ($Risk) { $record['Risk'][$name] = $Risk } }
    }
    if ($was -and @(Compare-Row $record['Wanted'] $was).Count) { $record['Earlier'] = @($record['Earlier']) + $was }
    if (-not $record['Existed'] -or $null -eq $Row) { return }
    foreach ($name in $Names) { if (-not $record['Before'].ContainsKey($name)) { $record['Before'][$name] = $Row[$name] } }
}

# Written beside and read back before it takes its place.
function Save-State {
    $script:StateIsNew = -not $script:StateFile
    if ($script:StateIsNew) { $script:StateFile = Join-Path $script:Folder ('state-' + $script:Started + '.clixml') }
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

# Nothing was begun: what this run wrote down is no matter.
function Remove-NewState {
    if (-not $script:StateIsNew) { return }
    foreach ($file in $script:StateFile, ($script:StateFile + '.touched')) { [IO.File]::Delete($file) }
    Show-Text 'The state file is taken away again, as nothing was changed.'
}

# Every change that is begun has a line of its own beside the state file, written before it.
function Save-Attempt([string]$Kind, [string]$Identity) {
    $script:Attempted = $true
    [IO.File]::AppendAllText($script:StateFile + '.touched', $Kind + '|' + $Identity + [Environment]::NewLine)
}`;
