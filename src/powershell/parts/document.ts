/**
 * The evidence file. `script` is the script that writes it, `hides` whether it knows -NoUserNames, `more` further entries
 * of the table.
 */
export function document(options: { script: string; hides: boolean; more?: string }): string {
  const shown = (text: string) => (options.hides ? `(Hide-Name ${text})` : text);
  return `# What apply made here, from the state file of this rollout beside this script; unknown where there is none. A route waits
# while the topology was not enabled since.
function Read-Made {
    foreach ($file in @([IO.Directory]::GetFiles($script:Folder, 'state-*.clixml') | Sort-Object)) {
        try {
            $state = Import-Clixml -Path $file
            if ($state -isnot [hashtable] -or $state['Format'] -ne 'skypefed-state' -or $state['Rollout'] -ne $script:Rollout) { continue }
            $time = [datetime]::ParseExact([string]$state['Written'], 'yyyyMMdd-HHmmssfff', $script:Invariant, 'AssumeUniversal')
            $touched = @{}
            $routed = @{}
            $known = [IO.File]::Exists($file + '.touched')
            if ($known) {
                foreach ($key in [IO.File]::ReadAllLines($file + '.touched')) {
                    $touched[$key] = $true
                    if ($key -eq 'CsTopology|Enabled') { $routed = @{} } elseif ($key -like 'CsSite|*') { $routed[$key] = $true }
                }
            }
            return ,@(foreach ($record in $state['Records']) {
                if ($known -and -not $touched[$record['Kind'] + '|' + $record['Identity']]) { continue }
                @{ kind = $record['Kind']; identity = $record['Identity']; existed = $record['Existed']; values = $record['Wanted']; copied = $record['Copied']; time = $time; waits = [bool]$routed[$record['Kind'] + '|' + $record['Identity']] }
            })
        }
        catch { Show-Text ('This state file cannot be read: ' + ${shown("($file + ' ' + $_.Exception.Message)")}) -Warning }
    }
    return 'unknown'
}

# Written beside, and whole when it takes its place.
function Save-Evidence([string]$Place) {
    $evidence = @{
        format = 'skypefed-evidence'; version = 1; program = $script:Program; rollout = $script:Rollout; script = '${options.script}'
        computer = [Environment]::MachineName; written = Get-Date; place = $Place; people = 'names'
        items = $script:Items; made = Read-Made${options.more ?? ''}
    }
${options.hides ? hidden : ''}    $file = Join-Path $script:Folder ('evidence-' + [Environment]::MachineName + '-' + $script:Started + '.json')
    [IO.File]::WriteAllText($file + '.part', (ConvertTo-JsonText $evidence), (New-Object System.Text.UTF8Encoding($false)))
    [IO.File]::Move($file + '.part', $file)
    Show-Text ('The evidence is in ' + ${shown('$file')})
}`;
}

const hidden = `    if ($script:Hiding) {
        $evidence['people'] = 'hashes'
        foreach ($user in @($script:Items['users'] | Where-Object { $_ -and $_['read'] } | ForEach-Object { $_['values'] })) {
            Join-Name @($user['SipAddress'], $user['UserPrincipalName'], $user['DistinguishedName'])
        }
        Join-Name @(($script:Items['account']['values'])[0]['name'])
        $evidence = Hide-Everyone $evidence
    }
`;
