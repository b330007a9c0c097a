import { inLines } from '../text.ts';

/** Where the script runs, with which module and product, and by whom. `cmdlets` are those that it uses. */
export const surroundings = (options: {
  product: string;
  module: string;
  cmdlets: readonly string[];
  versionMark: string;
}) => `function Test-Surroundings {
    if ($PSVersionTable.ContainsKey('PSEdition') -and $PSVersionTable['PSEdition'] -eq 'Core') {
        Show-Text 'Nothing is known about the management tools in this PowerShell: Windows PowerShell is the safe one.' -Warning
    }
    if (-not (Get-Module -Name ${options.module})) {
        try { Import-Module -Name ${options.module} }
        catch { Exit-Run 2 ('The administrative tools of ${options.product} are not here: ' + $_.Exception.Message) }
    }
    # Other modules export the same names, and would change another service.
    foreach ($name in ${inLines(options.cmdlets, 4).join(',\n        ')}) {
        $command = Get-Command -Name $name -ErrorAction SilentlyContinue
        $from = if ($command) { [string]$command.ModuleName } else { 'no module at all' }
        if (@('Lync', 'SkypeForBusiness') -notcontains $from) {
            Exit-Run 2 ($name + ' comes from ' + $from + ', not from the module ${options.module}. Use a window without other modules.')
        }
    }
    try { $version = [string](Get-CsServerVersion -ErrorAction Stop) } catch { $version = $_.Exception.Message }
    if ($version -notmatch '\\(\\d+\\.') { Show-Text ('The product cannot be told here: ' + $version) -Warning }
    elseif ($version -notmatch '\\(${options.versionMark}\\.') { Exit-Run 2 ('This script is for ${options.product}. Here is: ' + $version) }
    try { [void]@(Get-CsPublicProvider -ErrorAction Stop) }
    catch {
        $why = $_.Exception.Message
        try { [void]@(Get-CsPublicProvider -LocalStore -ErrorAction Stop) }
        catch { Exit-Run 2 ('The configuration cannot be read: ' + $why) }
        Exit-Run 2 'This is an Edge Server, which has a copy of the configuration only. Run this on a Front End Server.'
    }
    try {
        $groups = [Security.Principal.WindowsIdentity]::GetCurrent().Groups
        $names = @($groups | ForEach-Object { $_.Translate([Security.Principal.NTAccount]).Value })
    }
    catch {
        Show-Text ('RTCUniversalServerAdmins is needed; the groups of this account cannot be told: ' + $_.Exception.Message) -Warning
        return
    }
    if (-not @($names -like '*\\RTCUniversalServerAdmins').Count) {
        Exit-Run 2 'This account is not in RTCUniversalServerAdmins, which these changes need.'
    }
}`;
