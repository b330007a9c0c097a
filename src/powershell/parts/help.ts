/** Comment-based help and parameters. Nothing that a person typed stands in it. */
export const help = (options: { product: string; version: string; written: string }) => `<#
.SYNOPSIS
Makes on ${options.product} the changes that were decided for federation with Skype.

.DESCRIPTION
First everything is read and compared; what stands in the way ends the script before any change. Then the values
of today are written to a state file and the configuration is backed up. Then each change is shown, asked for, made
and read again, and the command that takes it back is printed. Only what differs is changed: a second run changes
nothing.
Exit codes: 0 done, or nothing to do; 1 unexpected error before any change; 2 wrong place, module, product or
rights; 3 declined, or nobody can be asked; 4 stopped before any change because of what was found; 5 some done and
some not, which are listed: run it again.

.PARAMETER OutputFolder
Where state file, backup, transcript and log are written. The folder of this script unless said otherwise.
.PARAMETER Force
Asks nothing. High risk is then left out and listed, unless -AcceptHighRisk is given too.
.PARAMETER AcceptHighRisk
Does not ask for high risk on its own.
.PARAMETER NoBackup
Makes no backup with Export-CsConfiguration.
.EXAMPLE
.\\2-apply.ps1 -WhatIf
Shows what would be changed. Nothing is changed and nothing is written.
.EXAMPLE
.\\2-apply.ps1
Asks for each change before it is made.
.NOTES
Written by skypefed ${options.version}, ${options.written}. Nothing is downloaded and nothing is sent.
#>
[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = 'High')]
param([string]$OutputFolder, [switch]$Force, [switch]$AcceptHighRisk, [switch]$NoBackup)`;

/** What every function reads. All three are literals. */
export const settings = (options: {
  rollout: string;
  organisation: string;
  program: string;
}) => `Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'
if ($Force) { $ConfirmPreference = 'None' }

$script:Rollout = ${options.rollout}
$script:Organisation = ${options.organisation}
$script:Program = ${options.program}
$script:Cmdlet = $PSCmdlet
$script:DryRun = [bool]$WhatIfPreference
$script:Quiet = [bool]$Force
$script:RiskAccepted = [bool]$AcceptHighRisk
$script:Started = (Get-Date).ToUniversalTime().ToString('yyyyMMdd-HHmmssfff', [Globalization.CultureInfo]::InvariantCulture)
$script:Pass = 'look'
$script:Attempted = $false
$script:Transcribing = $false
$script:LogFile = ''
$script:StateFile = ''
$script:Records = @{}
$script:Ahead = 0
$script:RiskLeft = 0
$script:Stops = New-Object System.Collections.ArrayList
$script:Done = New-Object System.Collections.ArrayList
$script:Left = New-Object System.Collections.ArrayList`;
