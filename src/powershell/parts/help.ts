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

/** What scripts take that change the server. */
export const changingParameters: readonly Parameter[] = [
  {
    name: 'Force',
    type: 'switch',
    does: 'Asks nothing. High risk is then left out and listed, unless -AcceptHighRisk is given too.',
  },
  { name: 'AcceptHighRisk', type: 'switch', does: 'Does not ask for high risk on its own.' },
];

/** What scripts take that only read. */
export const readingParameters: readonly Parameter[] = [
  {
    name: 'OutputFolder',
    type: 'string',
    does: 'Where evidence, transcript and log are written. The folder of this script unless said otherwise.',
  },
  {
    name: 'Force',
    type: 'switch',
    does: 'Asks nothing. This script never asks; it is there because all four take it.',
  },
];

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
