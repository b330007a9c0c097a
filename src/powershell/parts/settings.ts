import type { About } from '../script.ts';

/** What every function of any script reads, and `own`, the lines of this one. */
export const settings = ({ rollout, organisation, program }: About, own: string) => `Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$script:Rollout = ${rollout}
$script:Organisation = ${organisation}
$script:Program = ${program}
$script:Started = (Get-Date).ToUniversalTime().ToString('yyyyMMdd-HHmmssfff', [Globalization.CultureInfo]::InvariantCulture)
$script:Transcribing = $false
$script:LogFile = ''
${own}`;

/** Of a script that changes the server: it takes -WhatIf, -Confirm, -Force and -AcceptHighRisk. */
export const changing = `$script:Cmdlet = $PSCmdlet
$script:DryRun = [bool]$WhatIfPreference
$script:Quiet = [bool]$Force
$script:RiskAccepted = [bool]$AcceptHighRisk
$script:Pass = 'look'
$script:Attempted = $false
$script:Records = @{}
$script:Ahead = 0
$script:AskedAlone = 0
$script:LeftOut = @{}
$script:Stops = New-Object System.Collections.ArrayList
$script:Done = New-Object System.Collections.ArrayList
$script:Left = New-Object System.Collections.ArrayList
if ($Force) { $ConfirmPreference = 'None' }
$script:AsksOnce = -not $script:DryRun -and $ConfirmPreference -ne 'None' -and -not $PSBoundParameters.ContainsKey('Confirm')`;

/** Of a script that only reads. */
export const neverAsks = `# All four scripts take -Force; this one never asks.
[void]$Force`;
