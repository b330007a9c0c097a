import type { About } from '../script.ts';

/** What a script says of itself. Nothing that a person typed stands in it. */
export type Help = {
  synopsis: string;
  /** Lines of 119 characters at most, the exit codes among them. */
  description: string;
  parameters: readonly Parameter[];
  examples: readonly { command: string; does: string }[];
  /** Whether the script takes -WhatIf and -Confirm. */
  asks: boolean;
};

export type Parameter = { name: string; type: 'string' | 'switch'; does: string };

/** Comment-based help and the parameters. */
export function help({ synopsis, description, parameters, examples, asks }: Help, { version, written }: About): string {
  const binding = asks ? "SupportsShouldProcess = $true, ConfirmImpact = 'High'" : '';
  return `<#
.SYNOPSIS
${synopsis}

.DESCRIPTION
${description}

${parameters.map(({ name, does }) => `.PARAMETER ${name}\n${does}\n`).join('')}${examples.map(({ command, does }) => `.EXAMPLE\n${command}\n${does}\n`).join('')}.NOTES
Written by skypefed ${version}, ${written}. Nothing is downloaded and nothing is sent.
#>
[CmdletBinding(${binding})]
param(${parameters.map(({ name, type }) => `[${type}]$${name}`).join(', ')})`;
}
