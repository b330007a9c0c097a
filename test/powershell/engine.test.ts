import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asInstalled, changesOf, type Engine, hasDotnet, type RunOptions, sharedEngine, textOf } from './engine.ts';

const STOP = "$ErrorActionPreference = 'Stop'";

describe.skipIf(!hasDotnet())('the engine', () => {
  let engine: Engine;
  let folder: string;

  beforeAll(async () => {
    engine = await sharedEngine();
    folder = mkdtempSync(join(tmpdir(), 'engine-test-'));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const run = (text: string, options: Omit<RunOptions, 'script'> = {}) => engine.run({ script: { text }, ...options });

  function runFile(lines: readonly string[], options: Omit<RunOptions, 'script'> = {}) {
    const path = join(folder, 'script.ps1');
    writeFileSync(path, lines.join('\r\n'));
    return engine.run({ script: { path }, ...options });
  }

  describe('parse', () => {
    it('finds errors and says on which line', async () => {
      const { errors } = await engine.parse("Write-Host 'one'\nif ($true) {\n  'open\n}");
      expect(errors[0]).toMatchObject({ line: 3, message: expect.stringContaining('missing the terminator') });
    });

    it('takes every kind of typographic quote for the end of a string, as PowerShell does', async () => {
      const { errors } = await engine.parse("'a\u2019b'");
      expect(errors).not.toEqual([]);
    });

    it('lists commands with parameters and splatted variables, functions, strings and variables', async () => {
      const digest = await engine.parse(
        '<#\n.SYNOPSIS\nShows.\n#>\nparam($To)\n1\nfunction Show-It { Write-Host \'it\' -NoNewline }\nSet-It @values -Path "$To\\x"\n& $To',
      );
      expect(digest).toMatchObject({
        errors: [],
        synopsis: 'Shows.',
        parameters: ['To'],
        functions: [{ name: 'Show-It', line: 7 }],
        commands: [
          { name: 'Write-Host', line: 7, parameters: ['NoNewline'], splatted: [] },
          { name: 'Set-It', line: 8, parameters: ['Path'], splatted: ['values'] },
          { name: null, line: 9 },
        ],
        expandable: [{ text: '$To\\x', line: 8 }],
      });
      expect(digest.strings).toContainEqual({ value: 'it', kind: 'SingleQuoted', line: 7 });
      expect(digest.variables).toEqual(['To', 'values']);
    });
  });

  describe('parse, for what a script is made of', () => {
    it('lists types, members, operators, redirections and flags without a value', async () => {
      const digest = await engine.parse(
        "[CmdletBinding(SupportsShouldProcess)]\nparam([string]$A)\n[IO.Path]::Combine('a', 'b').Length -in $b\nGet-Date 2> $null\n-not [Text.Encoding]::UTF8",
      );
      expect(digest.types).toEqual(
        expect.arrayContaining([
          { name: 'IO.Path', line: 3 },
          { name: 'CmdletBinding', line: 1 },
          { name: 'string', line: 2 },
        ]),
      );
      expect(digest.members).toEqual([
        { name: 'Length', type: null, args: null, line: 3 },
        { name: 'Combine', type: 'IO.Path', args: 2, line: 3 },
        { name: 'UTF8', type: 'Text.Encoding', args: null, line: 5 },
      ]);
      expect(digest.operators).toEqual([
        { name: 'Iin', line: 3 },
        { name: 'Not', line: 5 },
      ]);
      expect(digest.redirections).toEqual(['Error']);
      expect(digest.bareFlags).toEqual([{ name: 'SupportsShouldProcess', line: 1 }]);
      expect(digest.nodes).toContainEqual({ name: 'BinaryExpressionAst', line: 3 });
    });

    it('tells what stands beside parameters', async () => {
      const { commands } = await engine.parse('Where-Object { $_ } -InputObject $x; Where-Object Enabled');
      expect(commands.map((command) => command.arguments)).toEqual([
        ['ScriptBlockExpressionAst', 'VariableExpressionAst'],
        ['StringConstantExpressionAst'],
      ]);
    });
  });

  describe('a run', () => {
    it('knows its own file, takes arguments, and honours exit', async () => {
      const result = await runFile(
        ['param([string]$Name, [switch]$Loud)', '"$PSScriptRoot $Name $Loud"', 'exit 5', '"never"'],
        { args: { Name: 'Contoso', Loud: true } },
      );
      expect(result.lines).toEqual([{ stream: 'output', text: `${folder} Contoso True` }]);
      expect(result).toMatchObject({ exitCode: 5, terminated: null });
    });

    it('honours exit of a text too, and is 0 without one', async () => {
      expect(await run('exit 3')).toMatchObject({ exitCode: 3 });
      expect(await run('1')).toMatchObject({ exitCode: 0 });
    });

    it('keeps the order of what the streams say', async () => {
      const { lines } = await run(
        "Write-Host 'a' 1; 'b'; Write-Warning 'c'; Write-Verbose 'd' -Verbose; Write-Error 'e'; Write-Host 'f' -NoNewline; Write-Host 'g'",
      );
      expect(lines).toEqual([
        { stream: 'host', text: 'a 1' },
        { stream: 'output', text: 'b' },
        { stream: 'warning', text: 'c' },
        { stream: 'verbose', text: 'd' },
        { stream: 'error', text: 'e' },
        { stream: 'host', text: 'fg' },
      ]);
    });

    it('tells what ended it, and where', async () => {
      const result = await runFile([STOP, 'Set-StrictMode -Version 2.0', '$y.z']);
      expect(result).toMatchObject({ exitCode: 1, terminated: { line: 3, id: 'VariableIsUndefined' } });
    });

    it('goes on after an error that the script lets pass', async () => {
      const result = await run('Get-ADDomain; 2');
      expect(result).toMatchObject({
        exitCode: 0,
        terminated: null,
        errors: [{ id: 'CommandNotFoundException', line: 1 }],
      });
      expect(textOf(result, 'output')).toBe('2');
    });

    it('fails on a cmdlet that nothing plays, as a server without it would', async () => {
      const result = await run(`${STOP}; Get-ADDomain`);
      expect(result.terminated?.id).toBe('CommandNotFoundException');
    });

    it('starts each run in a session of its own', async () => {
      await run('$global:left = 1; function Get-Left { 2 }');
      expect(textOf(await run('"[$global:left]"; [bool](Get-Command Get-Left -ErrorAction SilentlyContinue)'))).toBe(
        '[]\nFalse',
      );
    });

    it('starts each file in a session that is as new, whatever the file before left', async () => {
      const left = [
        '$mine = 1; $script:mine = 1; function Get-Mine { 1 }',
        "$ErrorActionPreference = 'SilentlyContinue'; $PSDefaultParameterValues['*:ErrorAction'] = 'Stop'",
        'Import-Module Lync; Set-StrictMode -Version 2; try { Get-CsSite -Identity Nowhere } catch { }; exit 7',
      ];
      expect(await runFile(left)).toMatchObject({ exitCode: 7 });
      const tells = [
        '"[$mine] $($Error.Count) $ErrorActionPreference $($PSDefaultParameterValues.Count) [$LASTEXITCODE] [$(Get-Module)]"',
        '"[$(Get-Command Get-Mine -ErrorAction SilentlyContinue)]"; [string]$PWD; $nothing.Count',
      ];
      const next = await runFile(tells, { folder });
      expect(textOf(next).split('\n').slice(0, 3)).toEqual(['[] 0 Continue 0 [] []', '[]', folder]);
      expect(next).toMatchObject({ exitCode: 0, errors: [], terminated: null });
    });

    it('is stopped when it takes too long', async () => {
      const result = await run('while ($true) { }', { limitMs: 300 });
      expect(result.terminated?.message).toBe('Stopped: it ran for more than 0.3 s.');
    });

    it('has the environment and the folder asked for, for one run only', async () => {
      const text = '"$env:COMPUTERNAME"; Test-Path script.ps1';
      writeFileSync(join(folder, 'script.ps1'), '');
      expect(textOf(await run(text, { environment: { COMPUTERNAME: 'FE01' }, folder }))).toBe('FE01\nTrue');
      expect(textOf(await run('"[$env:COMPUTERNAME]"'))).toBe('[]');
    });
  });

  describe('questions', () => {
    const asking = [
      "[CmdletBinding(SupportsShouldProcess=$true, ConfirmImpact='High')]",
      'param()',
      STOP,
      'foreach ($each in 1..3) { if ($PSCmdlet.ShouldProcess($each, \'Change\')) { "did $each" } }',
    ];

    it('are answered from the list, by key or by label', async () => {
      const result = await runFile(asking, { answers: ['N', 'Yes to All'] });
      expect(textOf(result)).toBe('did 2\ndid 3');
      expect(result.questions.map(({ answer }) => answer)).toEqual(['N', 'Yes to All']);
      expect(result.questions[0]?.choices).toContain('&Yes');
    });

    it('cannot be asked where nobody is there', async () => {
      const result = await runFile(asking);
      expect(result.terminated).toMatchObject({ message: expect.stringContaining('NonInteractive'), line: 4 });
      expect(result.questions).toMatchObject([{ answer: null }]);
    });

    it('name the answer that is missing', async () => {
      const result = await runFile(asking, { answers: ['Y'] });
      expect(result.terminated?.message).toContain('no answer left');
    });

    it('are not put under -WhatIf, which says what it would do', async () => {
      const result = await runFile(asking, { args: { WhatIf: true } });
      expect(result.questions).toEqual([]);
      expect(textOf(result, 'host')).toContain('What if: Performing the operation "Change" on target "3".');
    });

    it('reach a choice that the script offers by itself', async () => {
      const text = `
        $yes = New-Object System.Management.Automation.Host.ChoiceDescription '&Yes', 'Go on'
        $no = New-Object System.Management.Automation.Host.ChoiceDescription '&No', 'Stop'
        $Host.UI.PromptForChoice('High risk', 'Go on?', [System.Management.Automation.Host.ChoiceDescription[]]@($yes, $no), 1)`;
      const result = await run(text, { answers: ['y'] });
      expect(textOf(result)).toBe('0');
      expect(result.questions).toMatchObject([{ caption: 'High risk', message: 'Go on?', answer: 'y' }]);
    });
  });

  describe('binding of server cmdlets', () => {
    const provider = "-Identity Skype -ProxyFqdn 'federation.messenger.msn.com'";
    const refused: [string, string, string][] = [
      ['an unknown parameter', `New-CsPublicProvider ${provider} -Enabled 1 -Colour red`, 'NamedParameterNotFound'],
      ['a missing mandatory one', `New-CsPublicProvider ${provider}`, 'MissingMandatoryParameter'],
      ['a wrong type', `New-CsPublicProvider ${provider} -Enabled maybe`, 'CannotConvertArgument'],
      ['a list for one text', `New-CsPublicProvider ${provider} -Enabled 1 -IconUrl a,b`, 'CannotConvertArgument'],
      [
        'a level that is none',
        `New-CsPublicProvider ${provider} -Enabled 1 -VerificationLevel 7`,
        'CannotConvertArgument',
      ],
      [
        'two sets mixed',
        'Set-CsAccessEdgeConfiguration -Identity Global -UseDnsSrvRouting -EnablePartnerDiscovery $true',
        'AmbiguousParameterSet',
      ],
      [
        'a set without the switch that chooses it',
        'Set-CsAccessEdgeConfiguration -EnablePartnerDiscovery $true',
        'MissingMandatoryParameter',
      ],
      [
        'a parameter of a later product',
        `New-CsPublicProvider ${provider} -Enabled 1 -EnableSkypeIdRouting 1`,
        'NamedParameterNotFound',
      ],
      ['a value by position', 'Get-CsPublicProvider Messenger', 'PositionalParameterNotFound'],
    ];

    it.each(refused)('refuses %s', async (_what, command, id) => {
      const result = await run(`${STOP}; ${command}`, { store: asInstalled() });
      expect(result.terminated?.id).toContain(id);
      expect(result.calls).toEqual([]);
    });

    it('takes the documented command, numbers for yes and for the level included', async () => {
      const result = await run(`New-CsPublicProvider ${provider} -InMemory -VerificationLevel 2 -Enabled 1`, {
        store: asInstalled(),
      });
      expect(result.calls).toEqual([
        {
          cmdlet: 'New-CsPublicProvider',
          bound: {
            Identity: 'Skype',
            ProxyFqdn: 'federation.messenger.msn.com',
            InMemory: true,
            VerificationLevel: 'UseSourceVerification',
            Enabled: true,
          },
          changes: false,
          outcome: 'done',
          error: null,
        },
      ]);
    });

    it('gives each product the parameters that it has', async () => {
      const text = "(Get-Command New-CsPublicProvider).Parameters.Keys | Where-Object { $_ -like 'NameDecoration*' }";
      const withUpdate = await run(text, { store: asInstalled() });
      expect(textOf(withUpdate)).toContain('NameDecorationRoutingDomain');
      const without = await run(text, { store: asInstalled({ cu5: false }) });
      expect(textOf(without)).toBe('NameDecorationDomain');
      const later = await run('(Get-Command New-CsPublicProvider).Parameters.ContainsKey("EnableSkypeIdRouting")', {
        store: { ...asInstalled(), product: 'sfb-2015' },
      });
      expect(textOf(later)).toBe('True');
    });

    it('exports its cmdlets from the module Lync, and from another of that name where it is asked to', async () => {
      const text = '(Get-Command Set-CsExternalAccessPolicy).ModuleName';
      expect(textOf(await run(`Import-Module Lync; ${text}`))).toBe('Lync');
      expect(textOf(await run(text, { imported: ['MicrosoftTeams'] }))).toBe('MicrosoftTeams');
      const listed = await run(
        '(Get-Module -ListAvailable -Name Lync).Name; @(Get-Module).Count; Import-Module Lync; (Get-Module Lync).Name',
      );
      expect(textOf(listed)).toBe('Lync\n0\nLync');
      const none = await run('Import-Module Lync -ErrorAction Stop', { installed: [] });
      expect(none.terminated?.id).toContain('Modules_ModuleNotFound');
    });

    it('is told from the preference of the script whether to ask', async () => {
      const store = asInstalled();
      const text = "$WhatIfPreference = $true; Disable-CsPublicProvider -Identity 'Messenger'";
      const result = await run(text, { store });
      expect(changesOf(result)).toMatchObject([{ outcome: 'declined' }]);
      expect(result.store).toEqual(store);
    });
  });
});
