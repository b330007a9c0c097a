import type { About } from '../script.ts';
import { inLines } from '../text.ts';

/** The module is here, and the server's cmdlets come from it. `cmdlets` are those that the script uses. */
export const moduleTest = ({ productName, module }: About, cmdlets: readonly string[]) => `function Test-Module {
    if ($PSVersionTable.ContainsKey('PSEdition') -and $PSVersionTable['PSEdition'] -eq 'Core') {
        Show-Text 'Nothing is known about the management tools in this PowerShell: Windows PowerShell is the safe one.' -Warning
    }
    if (-not (Get-Module -Name ${module})) {
        try { Import-Module -Name ${module} }
        catch { Exit-Run 2 ('The administrative tools of ${productName} are not here: ' + $_.Exception.Message) }
    }
    # Other modules export the same names, and would change another service.
    foreach ($name in ${inLines(cmdlets, 4).join(',\n        ')}) {
        $command = Get-Command -Name $name -ErrorAction SilentlyContinue
        $from = if ($command) { [string]$command.ModuleName } else { 'no module at all' }
        if (@('Lync', 'SkypeForBusiness') -notcontains $from) {
            Exit-Run 2 ($name + ' comes from ' + $from + ', not from the module ${module}. Use a window without other modules.')
        }
    }
}`;

export const productTest = ({ productName, versionMark }: About) => `function Test-Product {
    try { $version = [string](Get-CsServerVersion -ErrorAction Stop) } catch { $version = $_.Exception.Message }
    if ($version -notmatch '\\(\\d+\\.') { Show-Text ('The product cannot be told here: ' + $version) -Warning }
    elseif ($version -notmatch '\\(${versionMark}\\.') { Exit-Run 2 ('This script is for ${productName}. Here is: ' + $version) }
}`;

/** For a script that has no business on an Edge Server. */
export const frontEndTest = `function Test-FrontEnd {
    try { [void]@(Get-CsPublicProvider -ErrorAction Stop) }
    catch {
        $why = $_.Exception.Message
        try { [void]@(Get-CsPublicProvider -LocalStore -ErrorAction Stop) }
        catch { Exit-Run 2 ('The configuration cannot be read: ' + $why) }
        Exit-Run 2 'This is an Edge Server, which has a copy of the configuration only. Run this on a Front End Server.'
    }
}`;

/** The account is in one of these groups, of which the first is named as the one that is needed. */
export const rightsTest = (groups: readonly [string, ...string[]]) => `function Test-Rights {
    try {
        $groups = [Security.Principal.WindowsIdentity]::GetCurrent().Groups
        $names = @($groups | ForEach-Object { $_.Translate([Security.Principal.NTAccount]).Value })
    }
    catch {
        Show-Text ('${groups[0]} is needed; the groups of this account cannot be told: ' + $_.Exception.Message) -Warning
        return
    }
    if (-not @($names -match '\\\\(${groups.join('|')})$').Count) {
        Exit-Run 2 'This account is not in ${groups[0]}, which this script needs.'
    }
}`;
