import { beforeAll, describe, expect, it } from 'vitest';
import { exportFiles } from '../../src/export/index.ts';
import { products } from '../../src/facts/index.ts';
import type { Product } from '../../src/model/index.ts';
import { readGiven } from '../../src/state/index.ts';
import { evidenceFile } from '../state/evidence-file.ts';
import { type Engine, hasDotnet, sharedEngine } from './engine.ts';
import { lacking } from './lacks.ts';
import { scriptSeeing } from './scripts.ts';
import { answersFor } from './servers.ts';

const moment = '2026-11-23T21:30:00.000Z';

/** Lync Server 2010 has Windows PowerShell 2.0, all later products 3.0 at least (facts 11.4). */
const versionOf = (product: Product) => (product === 'lync-2010' ? 2 : 3);

/** All scripts of an export for a product, by path; everything that brings lines of its own is asked for. */
function scriptsFor(product: Product, scope: string): readonly { path: string; text: string }[] {
  const answers = {
    'deployment.organisation': 'Contoso',
    'deployment.product': product,
    'deployment.sip-domains': ['contoso.com'],
    'edge.pools': [{ name: 'sip.contoso.com', internal: 'edge01.contoso.local', site: 'Redmond' }],
    'edge.partner-discovery': false,
    'access-policy.scope': scope,
    'access-policy.sites': ['Redmond'],
    'access-policy.users': ['ana@contoso.com'],
    'accounts.one-way-understood': true,
    'contacts.people': [{ name: 'Ana Trujillo', sip: 'ana@contoso.com', situation: 'needs-account' }],
  };
  const given = readGiven(Buffer.from(JSON.stringify(answers)), { now: moment, offset: 60, by: 'ana' });
  if (given.state !== 'read') throw new Error(JSON.stringify(given));
  const files = exportFiles(given.rollout, { now: () => moment, offset: 60, user: 'ana', version: '0.1.0' });
  return files
    .filter(({ path }) => path.endsWith('.ps1'))
    .map(({ path, text }) => ({ path, text: text.replace(/^\ufeff/, '') }));
}

describe.skipIf(!hasDotnet())('an older Windows PowerShell', () => {
  let engine: Engine;

  beforeAll(async () => {
    engine = await sharedEngine();
  });

  const lackingIn = async (script: string, version: 2 | 3) => lacking(script, await engine.parse(script), version);

  it.each(products.flatMap((product) => ['site', 'user', 'global'].map((scope) => ({ product, scope }))))(
    'has all that the scripts for $product use, scope $scope',
    async ({ product, scope }) => {
      const scripts = scriptsFor(product, scope);
      expect(scripts.map(({ path }) => path)).toContain('scripts/2-apply.ps1');
      for (const { path, text } of scripts) {
        expect(await lackingIn(text, versionOf(product)), path).toEqual([]);
      }
    },
  );

  it.each([
    ['lync-2010', 'site'],
    ['lync-2010', 'user'],
    ['sfb-2015', 'user'],
  ] as const)('has all that an apply script for %s, scope %s, uses whose plan had evidence', async (product, scope) => {
    const script = scriptSeeing(answersFor(product, scope), JSON.stringify(evidenceFile()));
    expect(script).toContain('function Test-Seen');
    const digest = await engine.parse(script);
    expect(digest.errors).toEqual([]);
    expect(digest.expandable).toEqual([]);
    expect(lacking(script, digest, versionOf(product))).toEqual([]);
  });

  const since3: readonly (readonly [script: string, found: string])[] = [
    ['$x | ConvertTo-Json', 'line 1: ConvertTo-Json'],
    ["'{}' | ConvertFrom-Json", 'line 1: ConvertFrom-Json'],
    ["\nif ('a' -in $list) { }", 'line 2: operator Iin'],
    ["'a' -notin $list", 'line 1: operator Inotin'],
    ['$x = [ordered]@{ A = 1 }', 'line 1: [ordered]'],
    ['$x = [pscustomobject]@{ A = 1 }', 'line 1: [pscustomobject]'],
    ['Join-Path $PSScriptRoot a', 'line 0: $PSScriptRoot'],
    ['$list | ForEach-Object { $PSItem }', 'line 0: $PSItem'],
    ['Import-Clixml -LiteralPath a', 'line 1: Import-Clixml -LiteralPath'],
    ['Export-Clixml -InputObject 1 -literalpath a', 'line 1: Export-Clixml -literalpath'],
    ['Start-Transcript -LiteralPath a', 'line 1: Start-Transcript -LiteralPath'],
    ['Get-Content -Path a -Raw', 'line 1: Get-Content -Raw'],
    ['Get-ChildItem -File', 'line 1: Get-ChildItem -File'],
    ['Import-Csv -Path a -Encoding UTF8', 'line 1: Import-Csv -Encoding'],
    ['[string]::IsNullOrWhiteSpace($x)', 'line 1: IsNullOrWhiteSpace'],
    ['[System.String]::IsNullOrWhiteSpace($x)', 'line 1: IsNullOrWhiteSpace'],
    ["[IO.Path]::Combine('a', 'b', 'c')", 'line 1: Combine'],
    ['[IO.File]::ReadLines($x)', 'line 1: ReadLines'],
    ['$users | Where-Object Enabled', 'line 1: Where-Object without a script block'],
    ["$users | Where-Object Name -eq 'a'", 'line 1: Where-Object -eq'],
    ['$users | ForEach-Object Name', 'line 1: ForEach-Object without a script block'],
    ['[CmdletBinding(SupportsShouldProcess)]\nparam()', 'line 1: SupportsShouldProcess without = $true'],
    ['#Requires -Modules Lync\n1', 'line 1: #Requires -Modules'],
    ["Resolve-DnsName -Name 'contoso.com'", 'line 1: Resolve-DnsName'],
    ["Unblock-File -Path 'a'", 'line 1: Unblock-File'],
    ["New-Object 'System.Tuple[string,int]' 'a', 1", 'line 1: [System.Tuple[string,int]]'],
    ['Get-CsUser 3> $null', 'line 0: redirection of Warning'],
  ];

  it.each(since3)('of version 2.0 is found to lack what 3.0 has: %s', async (script, found) => {
    expect(await lackingIn(script, 2)).toContain(found);
    expect(await lackingIn(script, 3)).toEqual([]);
  });

  const later: readonly (readonly [script: string, found: string])[] = [
    ['Get-FileHash -Path a', 'line 1: Get-FileHash'],
    ["[IO.Compression.ZipFile]::OpenRead('a')", 'line 1: [IO.Compression.ZipFile]'],
    ['$list.Where({ $_ })', 'line 1: Where'],
    ["[Version]::new('5.0')", 'line 1: new'],
    ['class A { }', 'line 1: TypeDefinitionAst'],
    ["Write-Information 'a'", 'line 1: Write-Information'],
    ['$x ? 1 : 2', 'line 1: TernaryExpressionAst'],
    ['$x ?? 1', 'line 1: operator QuestionQuestion'],
    ['Get-CsUser && Get-CsSite', 'line 1: PipelineChainAst'],
    ['Get-CsUser\n    | Out-Null', 'line 2: a line that begins with |'],
    ['1..3 | ForEach-Object -Parallel { $_ }', 'line 1: ForEach-Object -Parallel'],
    ['Get-CsUser | Format-Everything', 'line 1: Format-Everything is not listed'],
    ['Get-Date -Everything', 'line 1: Get-Date -Everything'],
  ];

  it.each(later)(
    'of version 3.0 is found to lack what is newer, or what nobody has looked up: %s',
    async (script, found) => {
      expect(await lackingIn(script, 2)).toContain(found);
      expect(await lackingIn(script, 3)).toContain(found);
    },
  );

  it('has its own functions, the server and what has been there ever since', async () => {
    const script = [
      '[CmdletBinding(SupportsShouldProcess = $true)]',
      'param([string]$Folder)',
      'function Show-It($What) { Write-Host $What -NoNewline 2>&1 }',
      "Show-It -What (@('a', 'b') -contains 'a')",
      '$rows = @(Get-CsUser -ErrorAction Stop | Where-Object { $_.Enabled } | Sort-Object { [string]$_.Identity })',
      "[IO.File]::AppendAllText([IO.Path]::Combine($Folder, 'a'), ('x' -join ','))",
      "$set = New-Object 'Collections.Generic.Dictionary[string,object]'",
      '& { $rows.Count }',
    ].join('\n');
    expect(await lackingIn(script, 2)).toEqual([]);
  });
});
