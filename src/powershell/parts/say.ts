/** What is told to the person and to the log, and the one way to end. */
export const say = `function Show-Text([string]$Text, [switch]$Warning) {
    if ($Warning) { Write-Warning $Text } else { Write-Host $Text }
    Add-Log $Text
}

function Add-Log([string]$Text) {
    if (-not $script:LogFile) { return }
    try { [IO.File]::AppendAllText($script:LogFile, $Text + [Environment]::NewLine, [Text.Encoding]::UTF8) }
    catch { $script:LogFile = ''; Write-Warning ('The log ends here: ' + $_.Exception.Message) }
}

function Exit-Run([int]$Code, [string]$Text) {
    Show-Text $Text
    if ($script:Transcribing) { Stop-Transcript | Out-Null }
    exit $Code
}`;
