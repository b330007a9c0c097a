import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Engine, hasDotnet, type RunOptions, realShell, sharedEngine, textOf } from '../engine.ts';

/** Where Windows PowerShell, which the stand-ins follow, differs from the PowerShell that serves in their place. */
function ofWindows(name: string, test: () => Promise<void>): void {
  if (realShell() === undefined) it(name, test);
}

describe.skipIf(!hasDotnet())('the stand-ins', () => {
  let engine: Engine;
  let folder: string;

  beforeAll(async () => {
    engine = await sharedEngine();
  });
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'stand-ins-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = (text: string, rest: Partial<RunOptions> = {}) =>
    engine.run({ script: { text: `$ErrorActionPreference = 'Stop'\n${text}` }, folder, ...rest });
  const told = async (text: string, rest?: Partial<RunOptions>) => textOf(await run(text, rest));
  const file = (name: string) => join(folder, name);

  describe('for objects', () => {
    const people =
      "$people = 'Maria', 'ana', 'Thomas' | ForEach-Object { New-Object PSObject -Property @{ Name = $_; Size = $_.Length } }";

    it.each([
      ['New-Object of a class with arguments', '(New-Object System.Version 5, 0).Minor', '0'],
      [
        'New-Object of a generic class',
        "$d = New-Object 'System.Collections.Generic.List[string]'; $d.Add('x'); $d.Count",
        '1',
      ],
      [
        'New-Object with a list as the one argument',
        "(New-Object 'System.Collections.ArrayList' (, @(1, 2))).Count",
        '2',
      ],
      [
        'Add-Member in both forms',
        '$o = New-Object PSObject; $o | Add-Member -MemberType NoteProperty -Name A -Value 1; $o | Add-Member B 2 -PassThru | ForEach-Object { $_.A + $_.B }',
        '3',
      ],
      ['Select-Object -First', '(1..5 | Select-Object -First 2) -join " "', '1 2'],
      ['Select-Object -Unique', "('a', 'b', 'a' | Select-Object -Unique) -join ' '", 'a b'],
      [
        'Select-Object -ExpandProperty',
        "(New-Object PSObject -Property @{ Pools = 'p', 'q' } | Select-Object -ExpandProperty Pools) -join ' '",
        'p q',
      ],
      [
        'Select-Object with a pattern',
        '(New-Object PSObject -Property @{ Allow = 1; Other = 2 } | Select-Object Al*).PSObject.Properties | ForEach-Object { $_.Name }',
        'Allow',
      ],
      [
        'Select-Object with a computed property',
        "(3 | Select-Object @{ Name = 'Twice'; Expression = { $_ * 2 } }).Twice",
        '6',
      ],
      ['Sort-Object, which is case-blind', "('b', 'A', 'c' | Sort-Object) -join ' '", 'A b c'],
      ['Sort-Object -Unique -Descending', '(1, 3, 1, 2 | Sort-Object -Unique -Descending) -join " "', '3 2 1'],
      ['Measure-Object', '(1..4 | Measure-Object).Count', '4'],
    ])('%s', async (_what, text, expected) => {
      expect(await told(text)).toBe(expected);
    });

    it('sort by property and by script block', async () => {
      expect(await told(`${people}; ($people | Sort-Object Name).Name -join ' '`)).toBe('ana Maria Thomas');
      expect(await told(`${people}; ($people | Sort-Object { -$_.Size }).Name -join ' '`)).toBe('Thomas Maria ana');
    });

    it('refuse an unknown type, a property that is not there and a member that is', async () => {
      expect((await run('New-Object No.Such.Type')).terminated?.id).toContain('TypeNotFound');
      expect((await run('New-Object Text.StringBuilder -Property @{ No = 1 }')).terminated).not.toBeNull();
      expect((await run("'x' | Add-Member -NotePropertyName Length -NotePropertyValue 1")).terminated?.id).toContain(
        'MemberAlreadyExists',
      );
      expect((await run('1 | Select-Object -ExpandProperty No')).terminated?.id).toContain('ExpandPropertyNotFound');
    });
  });

  describe('for what is said', () => {
    it('write errors that end a script, or not', async () => {
      expect((await run("Write-Error 'no' -ErrorId Mine -Category InvalidData")).terminated).toMatchObject({
        message: 'no',
        id: expect.stringContaining('Mine'),
      });
      expect(await told("Write-Error 'no' -ErrorAction Continue; 'on'")).toBe('no\non');
    });

    it('keep quiet about -Verbose unless asked', async () => {
      expect(await told("Write-Verbose 'quiet'")).toBe('');
    });

    it('join what Write-Host is given', async () => {
      expect(
        await told("Write-Host ('a', 'b') -Separator '-' -ForegroundColor Yellow; Write-Host; Write-Host 1 'two'"),
      ).toBe('a-b\n\n1 two');
    });

    it('let Write-Output keep a list together', async () => {
      expect(await told('@(Write-Output 1, 2).Count; @(Write-Output 1, 2 -NoEnumerate).Count')).toBe('2\n1');
    });
  });

  describe('for time', () => {
    it('start the clock where the test says and move it by what is slept, without waiting', async () => {
      const result = await run(
        "(Get-Date).ToUniversalTime().ToString('s'); Start-Sleep -Seconds 90; Start-Sleep -Milliseconds 500; Get-Date -Format 'mm:ss'",
        { now: '2014-11-20T10:00:00Z' },
      );
      expect(textOf(result)).toBe('2014-11-20T10:00:00\n01:30');
      expect(result.sleeps).toEqual([90, 0.5]);
    });
  });

  describe('for files', () => {
    it.each([
      ['Join-Path', "(Join-Path '/a' 'b') + (Join-Path '/a/' '/b')", '/a/b/a/b'],
      [
        'Split-Path',
        "Split-Path '/a/b/c.txt'; Split-Path -Path '/a/b/c.txt' -Leaf; Split-Path '/a/b' -Parent",
        '/a/b\nc.txt\n/a',
      ],
      [
        'Test-Path',
        'Test-Path no; Test-Path . -PathType Container; Test-Path . -PathType Leaf; Test-Path *.none; Test-Path variable:HOME; Test-Path env:NONE',
        'False\nTrue\nFalse\nFalse\nTrue\nFalse',
      ],
    ])('%s', async (_what, text, expected) => {
      expect(await told(text)).toBe(expected);
    });

    ofWindows('write, add to and read text', async () => {
      const text =
        "Set-Content -Path a.txt -Value 'one' -Encoding UTF8; 'two', 'three' | Add-Content -Path a.txt -Encoding UTF8; (Get-Content -Path a.txt) -join ' '";
      expect(await told(text)).toBe('one two three');
      expect(readFileSync(file('a.txt'), 'utf8')).toBe('\ufeffone\ntwo\nthree\n');
    });

    it('take brackets for a pattern with -Path and as they are with -LiteralPath', async () => {
      writeFileSync(file('[a].txt'), 'x');
      expect(
        await told("Test-Path -Path '[a].txt'; Test-Path -LiteralPath '[a].txt'; Get-Content -LiteralPath '[a].txt'"),
      ).toBe('False\nTrue\nx');
    });

    it('make folders, once without -Force', async () => {
      const make = 'New-Item -ItemType Directory -Path (Join-Path new er)';
      expect(await told(`(${make}).Name; (${make} -Force).Name`)).toBe('er\ner');
      expect((await run(make)).terminated?.message).toContain('already exists');
    });

    ofWindows('list by pattern, in any letter case, and pipe on', async () => {
      for (const name of ['state-2.clixml', 'State-1.clixml', 'other.txt']) {
        writeFileSync(file(name), '');
      }
      expect(await told("Get-ChildItem -Path . -Filter 'state-*.clixml' | ForEach-Object { $_.Name }")).toBe(
        'State-1.clixml\nstate-2.clixml',
      );
      await run("Get-ChildItem -Path . -Filter 'state-*' | Remove-Item");
      expect(await told('Get-ChildItem | ForEach-Object { $_.FullName }')).toBe(file('other.txt'));
    });

    it('move and remove', async () => {
      writeFileSync(file('a'), 'a');
      mkdirSync(file('sub'));
      await run('Move-Item -Path a -Destination sub; Move-Item -Path sub/a -Destination b');
      expect(readFileSync(file('b'), 'utf8')).toBe('a');
      await run('Remove-Item -Path sub; Remove-Item -LiteralPath b -Force');
      expect([existsSync(file('sub')), existsSync(file('b'))]).toEqual([false, false]);
      expect((await run('Remove-Item -Path b')).terminated?.id).toContain('PathNotFound');
    });

    it('say what cannot be written', async () => {
      writeFileSync(file('a'), '');
      for (const command of [
        'New-Item -ItemType Directory -Path a/b',
        'Add-Content -Path a/b -Value x',
        'Export-Clixml -Path a/b -InputObject 1',
        'Start-Transcript -Path a/b',
      ]) {
        expect((await run(command)).terminated?.message).toBeTruthy();
      }
    });
  });

  describe('for lists', () => {
    const read = 'Import-Csv -Path users.csv | ForEach-Object { "$($_.User)|$($_.Policy)" }';
    const csv = (...lines: string[]) => writeFileSync(file('users.csv'), lines.join('\r\n'));

    it('read CSV with quotes, delimiters and line ends in fields, and without empty lines', async () => {
      csv('User,"Policy"', 'ana@contoso.com,Old', '', '"maria, ""M"""," two', 'lines "', '');
      expect(await told(read)).toBe('ana@contoso.com|Old\nmaria, "M"| two\r\nlines ');
    });

    it('leave $null what a row lacks and drop what it has too many of', async () => {
      csv('#TYPE System.Object', 'User,Policy', 'ana@contoso.com', 'maria@contoso.com,Old,more');
      const lacks = 'Import-Csv -Path users.csv | ForEach-Object { $null -eq $_.Policy }';
      expect(await told(`${read}; ${lacks}`)).toBe('ana@contoso.com|\nmaria@contoso.com|Old\nTrue\nFalse');
    });

    ofWindows('read UTF-8 by its byte order mark, and bytes without one', async () => {
      csv('\ufeffUser,Policy', 'zo\u00eb@contoso.com,Old');
      expect(await told(read)).toBe('zo\u00eb@contoso.com|Old');
      csv('User,Policy', 'zo\u00eb@contoso.com,Old');
      expect(await told(read)).toBe('zo\u00c3\u00ab@contoso.com|Old');
    });

    it('take another delimiter and other names, and nothing from an empty file', async () => {
      csv('ana;Old');
      expect(await told(`(Import-Csv -Path users.csv -Delimiter ';' -Header User, Policy).Policy`)).toBe('Old');
      csv('');
      expect(await told('@(Import-Csv -Path users.csv).Count')).toBe('0');
    });

    it('fail on a column named twice and on a file that is not there', async () => {
      csv('User,user', 'a,b');
      expect((await run('Import-Csv -Path users.csv')).terminated?.message).toContain('already present');
      expect((await run('Import-Csv -Path none.csv')).terminated?.id).toContain('PathNotFound');
    });
  });

  it('show progress', async () => {
    const { progress } = await run(
      "Write-Progress -Activity 'Grants' -Status '5 of 10' -PercentComplete 50; Write-Progress -Activity 'Grants' -Completed",
    );
    expect(progress).toEqual([
      { activity: 'Grants', status: '5 of 10', percent: 50, completed: false },
      { activity: 'Grants', status: 'Processing', percent: -1, completed: true },
    ]);
  });

  describe('for events', () => {
    const provider = 'LS Protocol Stack';
    const events = [
      { provider, id: 14428, at: '2026-11-24T08:00:00Z' },
      { provider, id: 14428, at: '2026-10-01T08:00:00Z' },
      { provider, id: 14501, at: '2026-11-25T08:00:00Z' },
    ];
    const find = (...ids: number[]) =>
      `Get-WinEvent -FilterHashtable @{ ProviderName = '${provider}'; Id = ${ids.join(', ')}; StartTime = (Get-Date).AddDays(-30) }`;
    const now = '2026-11-25T22:00:00Z';

    it('find those of a provider, by number and time', async () => {
      expect(await told(`${find(14428, 14501)} | ForEach-Object { $_.Id }`, { events, now })).toBe('14428\n14501');
    });

    it('find none with an error of its own, and no provider with another', async () => {
      expect((await run(find(14603), { events, now })).terminated?.id).toContain('NoMatchingEventsFound,');
      expect((await run(find(14603), { now })).terminated?.id).toContain('NoMatchingProvidersFound,');
    });
  });

  describe('for clixml', () => {
    it('bring text, yes, number, nothing and nested tables back, from a file in UTF-16', async () => {
      const text =
        "@{ Name = 'Ana'; On = $true; Off = $null; Deep = @{ Level = 2; List = 'a', 'b' } } | Export-Clixml -Path s.clixml -Depth 5; $s = Import-Clixml -Path s.clixml; $s.Name; $s.On; $null -eq $s.Off; $s.Deep.Level; $s.Deep.List -join '+'; $s -is [hashtable]";
      expect(await told(text)).toBe('Ana\nTrue\nTrue\n2\na+b\nTrue');
      expect(readFileSync(file('s.clixml')).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xfe]));
    });

    it('cut objects of other classes at depth 2 unless told, and never tables and property bags', async () => {
      const nested = "New-Object IO.DirectoryInfo '/a/b/c/d'";
      const read = '(Import-Clixml -Path s.clixml).Parent.Parent.Parent.Name';
      expect(await told(`${nested} | Export-Clixml -Path s.clixml; "[$(${read})]"`)).toBe('[]');
      expect(await told(`${nested} | Export-Clixml -Path s.clixml -Depth 6; "[$(${read})]"`)).toBe('[a]');
      const table = '@{ A = @{ B = (New-Object PSObject -Property @{ C = @{ D = 1 } }) } }';
      expect(await told(`${table} | Export-Clixml -Path s.clixml; (Import-Clixml -Path s.clixml).A.B.C.D`)).toBe('1');
    });

    it('bring several objects back as several', async () => {
      expect(await told('1..3 | Export-Clixml -Path s.clixml; @(Import-Clixml -Path s.clixml).Count')).toBe('3');
    });

    it('fail on a file that is damaged or missing', async () => {
      writeFileSync(file('bad.clixml'), '<Objs');
      expect((await run('Import-Clixml -Path bad.clixml')).terminated).not.toBeNull();
      expect((await run('Import-Clixml -Path none.clixml')).terminated?.id).toContain('PathNotFound');
    });
  });

  describe('for transcripts', () => {
    it('write down what is said between start and stop', async () => {
      const result = await run(
        "Start-Transcript -Path t.log; Write-Host 'hello'; 'out'; Write-Warning 'beware'; Stop-Transcript; Write-Host 'after'",
      );
      const log = readFileSync(file('t.log'), 'utf8');
      expect(log).toContain('hello\nout\nWARNING: beware\n');
      expect(log).not.toContain('after');
      expect(result.openTranscripts).toEqual([]);
    });

    it('fail where the host cannot keep one', async () => {
      const result = await run('Start-Transcript -Path t.log', { canTranscribe: false });
      expect(result.terminated?.message).toBe('This host does not support transcription.');
      expect((await run('Stop-Transcript')).terminated?.message).toContain('not currently transcribing');
    });
  });

  it('write nothing while $WhatIfPreference is on, and say so', async () => {
    writeFileSync(file('kept'), '');
    const writers = [
      'New-Item -ItemType Directory -Path n',
      'Add-Content -Path c -Value x',
      'Set-Content -Path c -Value x',
      'Export-Clixml -Path x -InputObject 1',
      'Start-Transcript -Path t',
      'Remove-Item -Path kept',
      'Move-Item -Path kept -Destination m',
    ];
    const result = await run(`$WhatIfPreference = $true; ${writers.join('; ')}`);
    expect(result.lines.filter(({ text }) => text.startsWith('What if: '))).toHaveLength(writers.length);
    expect(['n', 'c', 'x', 't', 'm'].filter((name) => existsSync(file(name)))).toEqual([]);
    expect(existsSync(file('kept'))).toBe(true);
  });

  ofWindows('refuse a parameter that the real one has and we do not use', async () => {
    expect((await run('Get-Date -UFormat %s')).terminated?.id).toContain('NamedParameterNotFound');
  });
});
