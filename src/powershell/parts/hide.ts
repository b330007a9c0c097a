/** Hashes in place of people, for -NoUserNames: found by the form of a name, wherever a text has one. */
export const hide = String.raw`# The salt is in no file: within one file a person has one hash, and nobody can try names against it.
$script:Salt = New-Object byte[] 16
[Security.Cryptography.RandomNumberGenerator]::Create().GetBytes($script:Salt)
$script:Hashes = @{}
$script:DirectoryName = [regex]'(?i)CN=(?:\\.|[^,\\"])+(?:,(?:CN|OU|DC)=(?:\\.|[^,\\"])+)*,DC=[-\w]+'
$script:Address = [regex]'(?i)(?:sip:)?[^\s@,;:"''<>()\[\]=/\\][^\s@,;:"<>\[\]=/\\]*@[^\s@,;:"''<>()\[\]/\\]*[^\s@,;:."''<>()\[\]/\\]'
$script:UserFolder = [regex]'(?i)(?<=\\Users\\)[^\\]+'
$script:AsHash = [Text.RegularExpressions.MatchEvaluator]{ param($Found) Get-NameHash $Found.Value }

function Get-NameHash([string]$Name) {
    $key = ($Name -replace '^sip:', '').ToLowerInvariant()
    if (-not $script:Hashes.ContainsKey($key)) {
        $bytes = [byte[]]($script:Salt + [Text.Encoding]::UTF8.GetBytes($key))
        $hash = [Security.Cryptography.SHA256]::Create().ComputeHash($bytes)
        $script:Hashes[$key] = 'person-' + [BitConverter]::ToString($hash, 0, 8).Replace('-', '').ToLowerInvariant()
    }
    return $script:Hashes[$key]
}

# All names of one person have the hash of the first.
function Join-Name([string[]]$Names) {
    $hash = ''
    foreach ($name in $Names) {
        if (-not $name) { continue }
        if (-not $hash) { $hash = Get-NameHash $name }
        $script:Hashes[($name -replace '^sip:', '').ToLowerInvariant()] = $hash
    }
}

function Hide-Name([string]$Text) {
    if (-not $script:Hiding) { return $Text }
    $key = ($Text -replace '^sip:', '').ToLowerInvariant()
    if ($script:Hashes.ContainsKey($key)) { return $script:Hashes[$key] }
    foreach ($form in $script:DirectoryName, $script:Address, $script:UserFolder) { $Text = $form.Replace($Text, $script:AsHash) }
    return $Text
}

# The same value with hashes in it; free text, where anything may stand, is left out.
function Hide-Everyone($Value) {
    if ($Value -is [string]) { return Hide-Name $Value }
    if ($Value -is [Collections.IDictionary]) {
        $table = @{}
        foreach ($name in @($Value.Keys)) {
            $isFree = @('Description', 'Comment') -contains $name -and $Value[$name]
            $table[$name] = if ($isFree) { '(left out)' } else { Hide-Everyone $Value[$name] }
        }
        return $table
    }
    if ($Value -is [Collections.IEnumerable]) { return ,@(foreach ($item in $Value) { Hide-Everyone $item }) }
    return $Value
}`;
