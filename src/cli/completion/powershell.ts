/** Completion for PowerShell, from 5.0. Where it offers nothing, PowerShell offers files by itself. */
export const powershellScript = `# Completion of skypefed in PowerShell. In $PROFILE: skypefed completion powershell | Out-String | Invoke-Expression

Register-ArgumentCompleter -Native -CommandName skypefed -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $before = @(foreach ($element in $commandAst.CommandElements) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        if ($element -is [System.Management.Automation.Language.StringConstantExpressionAst]) { $element.Value }
        else { $element.Extent.Text }
    })
    $program, [string[]]$words = $before
    $kind, $lines = @(& $program __complete ":$wordToComplete" @words 2>$null)
    if ($kind -ne 'words') { return }
    foreach ($line in $lines) {
        $value, $help = $line -split "\`t", 2
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
    }
}
`;
