/**
 * What is seen, as items of the evidence: each says that it was read or why it could not be, when, and where from. With
 * `hides` the script knows -NoUserNames.
 */
export const evidence = ({ hides }: { hides: boolean }) => `$script:Items = @{}
$script:Found = @{}
$script:From = 'machine'

# A value as text, yes or no, number, nothing, or a list or table of these: identities are text, an enum is name and number.
function ConvertTo-Plain($Value) {
    if ($null -eq $Value -or $Value -is [string] -or $Value -is [bool] -or $Value -is [datetime]) { return $Value }
    if ($Value -is [enum]) { return @{ name = [string]$Value; number = [Convert]::ToInt64($Value) } }
    if (Test-Number $Value) { return $Value }
    if ($Value -is [Xml.XmlNode]) { return $Value.OuterXml }
    if ($Value -is [Collections.IDictionary]) {
        $table = @{}
        foreach ($name in @($Value.Keys)) { $table[[string]$name] = ConvertTo-Plain $Value[$name] }
        return $table
    }
    if ($Value -is [Collections.IEnumerable]) { return ,@(foreach ($item in $Value) { if ($item -is [string]) { $item } else { ConvertTo-Plain $item } }) }
    # An entry of a client policy.
    $parts = $Value.PSObject.Properties
    if ($parts['Name'] -and $parts['Value']) { return @{ Name = [string]$Value.Name; Value = [string]$Value.Value } }
    return [string]$Value
}

# Every property that an object has; one that the server cannot tell says so.
function ConvertTo-Table($Item) {
    if ($Item -is [string] -or $Item -is [Collections.IDictionary] -or $Item -is [Xml.XmlNode]) { return ConvertTo-Plain $Item }
    $row = @{}
    foreach ($property in @($Item.PSObject.Properties)) {
        try {
            $value = $property.Value
            $row[$property.Name] = if ($null -eq $value -or $value -is [string] -or $value -is [bool] -or $value -is [int]) { $value } else { ConvertTo-Plain $value }
        }
        catch { $row[$property.Name] = 'could not be read: ' + $_.Exception.Message }
    }
    return $row
}

function Add-Evidence([string]$Name, [scriptblock]$Read) {
    $item = @{ from = $script:From }
    try {
        $found = @(& $Read | Where-Object { $null -ne $_ })
        $script:Found[$Name] = $found
        $item['values'] = @($found | ForEach-Object { ConvertTo-Table $_ })
        $item['read'] = $true
        Show-Text ('Read: ' + $Name + ', ' + $found.Count)
    }
    catch {
        $item['read'] = $false
        $item['why'] = $_.Exception.Message
        Show-Text ('Could not be read: ' + $Name + ': ' + ${hides ? "(Hide-Name $item['why'])" : "$item['why']"}) -Warning
    }
    $item['at'] = ConvertTo-UtcText (Get-Date)
    $script:Items[$Name] = $item
}`;
