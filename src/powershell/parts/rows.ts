/** Objects of the server as plain rows: hashtables of text, yes or no, number or nothing. */
export const rows = `# Identities print as Global, Site:Redmond, Tag:SkypeUsers; a policy for users is named without its tag.
function ConvertTo-Name($Identity) {
    return ([string]$Identity) -replace '^tag:', ''
}

function ConvertTo-Row($Item, [string[]]$Names) {
    $row = @{ Identity = ConvertTo-Name $Item.Identity }
    foreach ($name in $Names) {
        $value = if ($Item.PSObject.Properties[$name]) { $Item.$name } else { $null }
        if ($value -is [enum]) { $row[$name + 'Name'] = [string]$value; $value = [int]$value }
        if ($null -ne $value -and $value -isnot [bool] -and $value -isnot [int]) { $value = [string]$value }
        $row[$name] = $value
    }
    return $row
}

# Get- with an identity that does not exist is not documented, so all are listed and one is picked. None at all is $null.
function Select-Row($Items, [string]$Identity, [string[]]$Names) {
    foreach ($item in @($Items)) { if ($item -and (ConvertTo-Name $item.Identity) -eq $Identity) { return ConvertTo-Row $item $Names } }
}`;

export const compare = `# The names of the wanted values that a row does not have. A level is wanted by number or by name.
function Compare-Row($Row, [hashtable]$Want) {
    $names = [string[]]@($Want.Keys)
    [Array]::Sort($names)
    foreach ($name in $names) {
        if ($null -eq $Row) { $name; continue }
        $now = @([string]$Row[$name])
        if ($Row.ContainsKey($name + 'Name')) { $now += $Row[$name + 'Name'] }
        if ($now -notcontains [string]$Want[$name]) { $name }
    }
}`;

export const literals = `# A value the way it is typed.
function ConvertTo-Literal($Value) {
    if ($null -eq $Value) { return '$null' }
    if ($Value -is [bool]) { return '$' + ([string]$Value).ToLowerInvariant() }
    if ($Value -is [int]) { return [string]$Value }
    return "'" + ([string]$Value -replace "['\\u2018-\\u201B]", '$0$0') + "'"
}`;

/** A row as parameters, the way they are typed. */
export const rowArguments = `function ConvertTo-Argument($Row, [string[]]$Names) {
    return (@($Names | ForEach-Object { ' -' + $_ + ' ' + (ConvertTo-Literal $Row[$_]) }) -join '')
}`;
