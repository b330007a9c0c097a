/** JSON without ConvertTo-Json, which Windows PowerShell 2.0 lacks. A text is ASCII whatever it says. */
export const json = String.raw`# Windows PowerShell 2.0 has no ConvertTo-Json. What is not ASCII goes by its number, names stand in their order.
$script:Invariant = [Globalization.CultureInfo]::InvariantCulture
$script:NotAscii = [regex]'[^ -~]'
$script:AsNumber = [Text.RegularExpressions.MatchEvaluator]{ param($Found) '\u' + ([int][char]$Found.Value).ToString('x4') }

function ConvertTo-UtcText([datetime]$Time) {
    return $Time.ToUniversalTime().ToString('yyyy-MM-dd''T''HH:mm:ss.fff''Z''', $script:Invariant)
}

function ConvertTo-JsonText([string]$Text) {
    return '"' + $script:NotAscii.Replace($Text.Replace('\', '\\').Replace('"', '\"'), $script:AsNumber) + '"'
}

function ConvertTo-JsonNumber($Number) {
    if ($Number -isnot [double] -and $Number -isnot [single]) { return $Number.ToString($script:Invariant) }
    $text = $Number.ToString('R', $script:Invariant)
    if ($text -match '^[-+0-9.e]+$') { return $text } else { return 'null' }
}

function Add-Json([Text.StringBuilder]$To, $Value, [string]$Margin) {
    $inner = [Environment]::NewLine + $Margin + '  '
    $last = [Environment]::NewLine + $Margin
    $mark = ''
    if ($null -eq $Value) { [void]$To.Append('null') }
    elseif ($Value -is [bool]) { [void]$To.Append(([string]$Value).ToLowerInvariant()) }
    elseif ($Value -is [datetime]) { [void]$To.Append((ConvertTo-JsonText (ConvertTo-UtcText $Value))) }
    elseif ($Value -is [Collections.IDictionary]) {
        $names = [string[]]@($Value.Keys)
        [Array]::Sort($names, [StringComparer]::Ordinal)
        [void]$To.Append('{')
        foreach ($name in $names) {
            [void]$To.Append($mark + $inner + (ConvertTo-JsonText $name) + ': ')
            Add-Json $To $Value[$name] ($Margin + '  ')
            $mark = ','
        }
        if ($mark) { [void]$To.Append($last) }
        [void]$To.Append('}')
    }
    elseif ($Value -is [Collections.IEnumerable] -and $Value -isnot [string]) {
        [void]$To.Append('[')
        foreach ($item in $Value) {
            [void]$To.Append($mark + $inner)
            Add-Json $To $item ($Margin + '  ')
            $mark = ','
        }
        if ($mark) { [void]$To.Append($last) }
        [void]$To.Append(']')
    }
    elseif (Test-Number $Value) { [void]$To.Append((ConvertTo-JsonNumber $Value)) }
    else { [void]$To.Append((ConvertTo-JsonText ([string]$Value))) }
}

function Test-Number($Value) {
    return $Value -is [ValueType] -and $Value -isnot [enum] -and @(5..15) -contains [int][Type]::GetTypeCode($Value.GetType())
}

function ConvertTo-Document($Value) {
    $text = New-Object System.Text.StringBuilder
    Add-Json $text $Value ''
    return $text.ToString() + [Environment]::NewLine
}`;
