/** Grants are taken back one by one, each to the policy of before. */
export const backPeople = `# To take back is a table: Property (what a user's object calls the policy) and Grant.
function Invoke-GrantUndo([hashtable]$Undo) {
    $kind = 'Grant of ' + $Undo['Property']
    $ahead = @(foreach ($record in @(Select-Record $kind)) {
        $sip = $record['Identity']
        $title = $kind + ' to ' + $sip
        try { $has = @(Read-User $sip | Where-Object { [string]$_.SipAddress -eq $sip } | ForEach-Object { ConvertTo-Name $_.($Undo['Property']) }) }
        catch { Add-Left ($title + ': ' + $_.Exception.Message); continue }
        if ($has.Count -ne 1) { Add-Left ($title + ': ' + $has.Count + ' users have this address, not one'); continue }
        $row = @{ Policy = $null }
        if ($has[0]) { $row['Policy'] = $has[0] }
        if (-not @(Compare-Record $record $row @('Policy')).Count) { continue }
        if (-not (Test-Foreign $title $record $row @('Policy'))) { @{ Sip = $sip; Has = $row['Policy']; Before = $record['Before']['Policy'] } }
    })
    if (-not $ahead.Count) { return }
    if ($script:Pass -eq 'look') {
        Show-Text ('To take back: ' + $kind + ', of ' + $ahead.Count + ' users')
        foreach ($user in $ahead) { Show-User $ahead.Count ('    ' + $user['Sip'] + ': ' + (ConvertTo-Literal $user['Has']) + ' -> ' + (ConvertTo-Literal $user['Before'])) }
        Add-Ahead @()
        return
    }
    if (-not (Confirm-Change $kind ('Give ' + $ahead.Count + ' users back what they had, one by one') @())) { return }
    $number = 0
    foreach ($user in $ahead) {
        $number++
        $sip = $user['Sip']
        try {
            $script:Attempted = $true
            & $Undo['Grant'] $sip $user['Before']
            $has = ConvertTo-Name (Read-User $sip).($Undo['Property'])
            if ($has -ne [string]$user['Before']) { throw ('it reads back as ' + (ConvertTo-Literal $has)) }
            Show-User $ahead.Count ('Taken back ' + $number + ' of ' + $ahead.Count + ': ' + $sip)
            [void]$script:Done.Add($kind + ' to ' + $sip)
        }
        catch {
            [void]$script:Left.Add($kind + ' to ' + $sip + ': ' + $_.Exception.Message)
            Show-Text ('Failed: ' + $sip + ': ' + $_.Exception.Message) -Warning
        }
        Show-Progress 'Taken back' $number $ahead.Count
    }
}

# Who has a policy for users, beside those who are about to get back what they had.
function Find-Holder([string]$Property, [string]$Policy) {
    $at = @{}
    if ($script:DomainController) { $at['DomainController'] = $script:DomainController }
    foreach ($user in @(Get-CsUser @at -ErrorAction Stop)) {
        if ((ConvertTo-Name $user.$Property) -ne $Policy) { continue }
        $isOurs = $script:Records.ContainsKey('Grant of ' + $Property + '|' + $user.SipAddress)
        if (-not $isOurs -or ($script:Pass -eq 'do' -and -not $script:DryRun)) { [string]$user.SipAddress }
    }
}`;
