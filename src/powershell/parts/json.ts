/** JSON without ConvertTo-Json, which Windows PowerShell 2.0 lacks. It is ASCII whatever a text says. */
export const json = String.raw`# Windows PowerShell 2.0 has no ConvertTo-Json. What is not ASCII goes by its number; names stand in their order.
$script:Invariant = [Globalization.CultureInfo]::InvariantCulture
$script:NotAscii = [regex]'[^ -~]'
$script:AsNumber = [Text.RegularExpressions.MatchEvaluator]{ param($Found) '\u' + ([int][char]$Found.Value).ToString('x4') }

function ConvertTo-UtcText([datetime]$Time) {
    return $Time.ToUniversalTime().ToString('yyyy-MM-dd''T''HH:mm:ss.fff''Z''', $script:Invariant)
}

function Test-Number($Value) {
    return $Value -is [ValueType] -and $Value -isnot [enum] -and @(5..15) -contains [int][Type]::GetTypeCode($Value.GetType())
}

function ConvertTo-JsonText($Value, [string]$Margin) {
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { return ([string]$Value).ToLowerInvariant() }
    if ($Value -is [double] -or $Value -is [single]) {
        $text = $Value.ToString('R', $script:Invariant)
        if ($text -match '^[-+0-9.e]+$') { return $text } else { return 'null' }
    }
    if (Test-Number $Value) { return $Value.ToString($script:Invariant) }
    if ($Value -is [Collections.IDictionary]) {
        $names = [string[]]@($Value.Keys)
        [Array]::Sort($names, [StringComparer]::Ordinal)
        $lines = @(foreach ($name in $names) { (ConvertTo-JsonText $name) + ': ' + (ConvertTo-JsonText $Value[$name] ($Margin + '  ')) })
        return '{' + (Join-Line $lines $Margin) + '}'
    }
    if ($Value -is [Collections.IEnumerable] -and $Value -isnot [string]) {
        return '[' + (Join-Line @(foreach ($item in $Value) { ConvertTo-JsonText $item ($Margin + '  ') }) $Margin) + ']'
    }
    $text = if ($Value -is [datetime]) { ConvertTo-UtcText $Value } else { [string]$Value }
    return '"' + $script:NotAscii.Replace($text.Replace('\', '\\').Replace('"', '\"'), $script:AsNumber) + '"'
}

function Join-Line([string[]]$Lines, [string]$Margin) {
    if (-not $Lines.Count) { return '' }
    $break = [Environment]::NewLine + $Margin
    return $break + '  ' + ($Lines -join (',' + $break + '  ')) + $break
}`;
