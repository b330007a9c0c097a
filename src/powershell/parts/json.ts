/** JSON without ConvertTo-Json, which Windows PowerShell 2.0 lacks. It is ASCII whatever a text says. */
export const json = String.raw`# Windows PowerShell 2.0 has no ConvertTo-Json. What is not ASCII goes by its number; names stand in their order.
$script:Invariant = [Globalization.CultureInfo]::InvariantCulture
$script:NotPlain = [regex]'[^ !#-\[\]-~]'
$script:NotAscii = [regex]'[^ -~]'
$script:AsNumber = [Text.RegularExpressions.MatchEvaluator]{ param($Found) '\u' + ([int][char]$Found.Value).ToString('x4') }
$script:Names = New-Object 'System.Collections.Generic.Dictionary[string,string]'

function ConvertTo-UtcText([datetime]$Time) {
    return $Time.ToUniversalTime().ToString('yyyy-MM-dd''T''HH:mm:ss.fff''Z''', $script:Invariant)
}

function Test-Number($Value) {
    if ($Value -isnot [ValueType] -or $Value -is [enum]) { return $false }
    $code = [int][Type]::GetTypeCode($Value.GetType())
    return $code -ge 5 -and $code -le 15
}

function ConvertTo-JsonText($Value, [string]$Margin) {
    if ($null -eq $Value) { return 'null' }
    if ($Value -is [bool]) { if ($Value) { return 'true' } else { return 'false' } }
    if ($Value -is [datetime]) { $Value = ConvertTo-UtcText $Value }
    if ($Value -isnot [string]) {
        $inner = $Margin + '  '
        $end = [Environment]::NewLine + $Margin
        $next = $end + '  '
        if ($Value -is [Collections.IDictionary]) {
            $names = [string[]]@($Value.Keys)
            if (-not $names.Count) { return '{}' }
            [Array]::Sort($names, [StringComparer]::Ordinal)
            $lines = @(foreach ($name in $names) {
                # Most of what is written needs no call, which costs more than all the rest.
                if (-not $script:Names.ContainsKey($name)) {
                    $script:Names[$name] = if ($script:NotPlain.IsMatch($name)) { (ConvertTo-JsonText $name) + ': ' } else { '"' + $name + '": ' }
                }
                $item = $Value[$name]
                if ($null -eq $item) { $script:Names[$name] + 'null' }
                elseif ($item -is [bool]) { $script:Names[$name] + ([string]$item).ToLowerInvariant() }
                elseif ($item -is [int]) { $script:Names[$name] + $item }
                elseif ($item -is [string] -and -not $script:NotPlain.IsMatch($item)) { $script:Names[$name] + '"' + $item + '"' }
                else { $script:Names[$name] + (ConvertTo-JsonText $item $inner) }
            })
            return '{' + $next + ($lines -join (',' + $next)) + $end + '}'
        }
        if ($Value -is [Collections.IEnumerable]) {
            $items = @(foreach ($item in $Value) {
                if ($item -is [string] -and -not $script:NotPlain.IsMatch($item)) { '"' + $item + '"' } else { ConvertTo-JsonText $item $inner }
            })
            if ($items.Count) { return '[' + $next + ($items -join (',' + $next)) + $end + ']' } else { return '[]' }
        }
        if ($Value -is [double] -or $Value -is [single]) {
            $text = $Value.ToString('R', $script:Invariant)
            if ($text -match '^[-+0-9.e]+$') { return $text } else { return 'null' }
        }
        if (Test-Number $Value) { return $Value.ToString($script:Invariant) }
    }
    $text = [string]$Value
    if ($script:NotPlain.IsMatch($text)) { $text = $script:NotAscii.Replace($text.Replace('\', '\\').Replace('"', '\"'), $script:AsNumber) }
    return '"' + $text + '"'
}`;
