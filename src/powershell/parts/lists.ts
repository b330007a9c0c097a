import { listColumn } from '../blocks/lists.ts';

/** Lists of users beside the script, each held to its digest. */
export const listReader = `# The users of a list beside this script; one that is not as it was exported is refused.
function Read-UserList([string]$File, [string]$Sha256) {
    if (-not [IO.File]::Exists($File)) { Exit-Run 4 ('The list of users is not beside this script: ' + $File) }
    $bytes = [IO.File]::ReadAllBytes($File)
    $column, $users = @([Text.Encoding]::UTF8.GetString($bytes).TrimStart([char]0xFEFF) -split "\`r?\`n" | Where-Object { $_ })
    if ($column -ne '${listColumn}') { Exit-Run 4 ('This list of users has not the one column ${listColumn}: ' + $File) }
    $found = [BitConverter]::ToString([Security.Cryptography.SHA256]::Create().ComputeHash($bytes)) -replace '-'
    if ($found -ne $Sha256) { Exit-Run 4 ('This list of users was changed after the export; export again: ' + $File) }
    return $users
}`;

/** The lists are read before anything else: what is wrong with one can be seen anywhere. Nothing where there are none. */
export const readsLists = (digests: string | undefined) =>
  digests === undefined
    ? ''
    : `$script:Lists = @{}
$digests = ${digests}
foreach ($name in @($digests.Keys)) {
    $script:Lists[$name] = @(Read-UserList (Join-Path (Split-Path -Parent $MyInvocation.MyCommand.Path) $name) $digests[$name])
}
`;
