import type { Digest } from './engine.ts';

/** Windows PowerShell by major version; what came with 6 or later is in none. 2.0 runs on .NET 3.5, 3.0 on .NET 4.0. */
type Since = 2 | 3 | 4 | 5 | 6;

/**
 * The cmdlets of the shell that a script may call, with the parameters that 2.0 has; what came later stands behind its
 * version. One that is not listed may be there, and nobody has looked.
 */
const cmdlets: Readonly<
  Record<string, { since?: Since; has: string; later?: Readonly<Partial<Record<Since, string>>> }>
> = {
  'Add-Content': { has: 'Path LiteralPath Value PassThru Filter Include Exclude Force Credential Encoding' },
  'Add-Member': {
    has: 'MemberType InputObject Name Value SecondValue Force PassThru',
    later: { 3: 'NotePropertyName NotePropertyValue NotePropertyMembers TypeName' },
  },
  'ConvertFrom-Json': { since: 3, has: 'InputObject' },
  'ConvertTo-Json': { since: 3, has: 'InputObject Depth Compress' },
  'Export-Clixml': { has: 'Path Depth InputObject Force NoClobber Encoding', later: { 3: 'LiteralPath' } },
  'ForEach-Object': { has: 'Process Begin End InputObject', later: { 3: 'MemberName ArgumentList', 6: 'Parallel' } },
  'Get-ChildItem': {
    has: 'Path LiteralPath Filter Include Exclude Recurse Force Name',
    later: { 3: 'File Directory Attributes Hidden ReadOnly System', 5: 'Depth' },
  },
  'Get-CimInstance': { since: 3, has: 'ClassName' },
  'Get-Command': {
    has: 'Name Verb Noun Module CommandType TotalCount Syntax ArgumentList',
    later: { 3: 'All ListImported ParameterName ParameterType', 5: 'FullyQualifiedModule' },
  },
  'Get-Content': {
    has: 'Path LiteralPath ReadCount TotalCount Filter Include Exclude Force Credential Delimiter Wait Encoding',
    later: { 3: 'Raw Tail' },
  },
  'Get-Date': {
    has: 'Date Year Month Day Hour Minute Second DisplayHint UFormat Format',
    later: { 3: 'Millisecond' },
  },
  'Get-FileHash': { since: 4, has: 'Path LiteralPath Algorithm' },
  'Get-Module': { has: 'Name All ListAvailable', later: { 3: 'Refresh PSSession', 5: 'FullyQualifiedName' } },
  'Get-WinEvent': { has: 'LogName ProviderName MaxEvents ComputerName FilterXPath FilterXml FilterHashtable Oldest' },
  'Group-Object': { has: 'Property NoElement AsHashTable AsString InputObject Culture CaseSensitive' },
  'Import-Clixml': { has: 'Path', later: { 3: 'LiteralPath IncludeTotalCount First Skip' } },
  'Import-Csv': { has: 'Path Delimiter Header UseCulture', later: { 3: 'LiteralPath Encoding' } },
  'Import-Module': {
    has: 'Name Global Prefix Function Cmdlet Variable Alias Force PassThru Version ArgumentList DisableNameChecking',
    later: { 3: 'MinimumVersion RequiredVersion Scope NoClobber', 5: 'FullyQualifiedName' },
  },
  'Invoke-WebRequest': { since: 3, has: 'Uri' },
  'Join-Path': { has: 'Path ChildPath Resolve', later: { 6: 'AdditionalChildPath' } },
  'Measure-Object': { has: 'InputObject Property Sum Average Maximum Minimum' },
  'Move-Item': { has: 'Path LiteralPath Destination Force Filter Include Exclude PassThru' },
  'New-Item': { has: 'Path Name ItemType Value Force' },
  'New-Object': { has: 'TypeName ArgumentList Property ComObject Strict' },
  'Out-Null': { has: 'InputObject' },
  'Out-String': { has: 'InputObject Stream Width' },
  'Remove-Item': { has: 'Path LiteralPath Filter Include Exclude Recurse Force' },
  'Resolve-DnsName': { since: 3, has: 'Name' },
  'Select-Object': {
    has: 'Property ExcludeProperty ExpandProperty First Last Skip Unique InputObject Index',
    later: { 3: 'Wait', 5: 'SkipLast' },
  },
  'Set-Content': { has: 'Path LiteralPath Value PassThru Filter Include Exclude Force Credential Encoding' },
  'Set-StrictMode': { has: 'Version Off' },
  'Sort-Object': {
    has: 'Property Descending Unique InputObject Culture CaseSensitive',
    later: { 6: 'Top Bottom Stable' },
  },
  'Split-Path': {
    has: 'Path LiteralPath Qualifier NoQualifier Parent Leaf Resolve IsAbsolute',
    later: { 6: 'LeafBase Extension' },
  },
  'Start-Sleep': { has: 'Seconds Milliseconds' },
  'Start-Transcript': {
    has: 'Path Append Force NoClobber',
    later: { 3: 'LiteralPath', 5: 'OutputDirectory IncludeInvocationHeader' },
  },
  'Stop-Transcript': { has: '' },
  'Test-Path': { has: 'Path LiteralPath Filter Include Exclude PathType IsValid', later: { 3: 'OlderThan NewerThan' } },
  'Unblock-File': { since: 3, has: 'Path LiteralPath' },
  'Where-Object': { has: 'FilterScript InputObject', later: { 3: 'Property Value EQ NE Like Match In Contains' } },
  'Write-Error': { has: 'Exception Message ErrorRecord ErrorId TargetObject RecommendedAction Category' },
  'Write-Host': { has: 'Object NoNewline Separator ForegroundColor BackgroundColor' },
  'Write-Information': { since: 5, has: 'MessageData' },
  'Write-Output': { has: 'InputObject', later: { 3: 'NoEnumerate' } },
  'Write-Progress': { has: 'Activity Status Id PercentComplete SecondsRemaining CurrentOperation ParentId Completed' },
  'Write-Verbose': { has: 'Message' },
  'Write-Warning': { has: 'Message' },
};

const common = {
  has: 'Verbose Debug ErrorAction WarningAction ErrorVariable WarningVariable OutVariable OutBuffer WhatIf Confirm',
  later: { 4: 'PipelineVariable', 5: 'InformationAction InformationVariable' },
};

/** Types by the start of their name, without `System.`; a cast to `pscustomobject` is none in 2.0. */
const types: Readonly<Record<string, Since>> = {
  ordered: 3,
  pscustomobject: 3,
  'Collections.Concurrent.': 3,
  'Collections.Generic.SortedSet': 3,
  Lazy: 3,
  'Management.Automation.Language.': 3,
  'Management.Automation.PSSerializer': 3,
  'Numerics.': 3,
  'Threading.Tasks.': 3,
  Tuple: 3,
  'IO.Compression.ZipArchive': 4,
  'IO.Compression.ZipFile': 4,
  'Net.Http.': 4,
};

/** Static members as `type::name`; with `/n`, the form that takes n arguments or more. */
const statics: Readonly<Record<string, Since>> = {
  'string::IsNullOrWhiteSpace': 3,
  'enum::TryParse': 3,
  'Environment::Is64BitOperatingSystem': 3,
  'Environment::Is64BitProcess': 3,
  'guid::Parse': 3,
  'guid::TryParse': 3,
  'IO.Directory::EnumerateDirectories': 3,
  'IO.Directory::EnumerateFiles': 3,
  'IO.Directory::EnumerateFileSystemEntries': 3,
  'IO.File::AppendAllLines': 3,
  'IO.File::ReadLines': 3,
  'IO.Path::Combine/3': 3,
  'timespan::ParseExact': 3,
  'version::Parse': 3,
  'version::TryParse': 3,
  'array::Empty': 5,
};

/** Methods that an object of any type would only have later. */
const methods: Readonly<Record<string, Since>> = { HasFlag: 3, CopyTo: 3, Where: 4, ForEach: 4, new: 5 };

const operators: Readonly<Record<string, Since>> = {
  ...{ Iin: 3, Inotin: 3, Cin: 3, Cnotin: 3, Shl: 3, Shr: 3 },
  ...{ QuestionQuestion: 6 },
};

const variables: Readonly<Record<string, Since>> = {
  PSScriptRoot: 3,
  PSCommandPath: 3,
  PSItem: 3,
  PSDefaultParameterValues: 3,
  PSEdition: 5,
  IsWindows: 6,
};

const redirections: Readonly<Record<string, Since>> = { Warning: 3, Verbose: 3, Debug: 3, All: 3, Information: 5 };

const nodes: Readonly<Record<string, Since>> = {
  UsingExpressionAst: 3,
  ConfigurationDefinitionAst: 4,
  DynamicKeywordStatementAst: 4,
  TypeDefinitionAst: 5,
  UsingStatementAst: 5,
  PipelineChainAst: 6,
  TernaryExpressionAst: 6,
};

/** Lines by their form. */
const forms: readonly { since: Since; form: RegExp; says: string }[] = [
  { since: 3, form: /^\s*#requires\s.*-(modules|psedition)/i, says: '#Requires -Modules' },
  { since: 6, form: /^\s*\|/, says: 'a line that begins with |' },
];

/** Whatever a script uses that this Windows PowerShell lacks, each with its line; empty for a script that runs there. */
export function lacking(script: string, digest: Digest, version: 2 | 3): string[] {
  const isLate = (since: Since | undefined): since is Since => since !== undefined && since > version;
  const late = (
    table: Readonly<Record<string, Since>>,
    found: readonly { name: string | null; line: number }[],
    sign = '',
  ) => found.flatMap(({ name, line }) => (isLate(lookUp(table, name ?? '')) ? [`line ${line}: ${sign}${name}`] : []));
  const named = (names: readonly string[]) => names.map((name) => ({ name, line: 0 }));
  const lines = script.split(/\r?\n/);
  return [
    ...commandsLate(digest, isLate),
    ...typesOf(digest).flatMap(({ name, line }) => (isLate(typeSince(name)) ? [`line ${line}: [${name}]`] : [])),
    ...digest.members.flatMap((member) => (isLate(memberSince(member)) ? [`line ${member.line}: ${member.name}`] : [])),
    ...late(operators, digest.operators, 'operator '),
    ...late(variables, named(digest.variables), '$'),
    ...late(redirections, named(digest.redirections), 'redirection of '),
    ...late(nodes, digest.nodes),
    ...(version < 3 ? digest.bareFlags.map(({ name, line }) => `line ${line}: ${name} without = $true`) : []),
    ...forms.flatMap(({ since, form, says }) =>
      isLate(since) ? lines.flatMap((line, i) => (form.test(line) ? [`line ${i + 1}: ${says}`] : [])) : [],
    ),
  ];
}

function commandsLate(digest: Digest, isLate: (since: Since | undefined) => boolean): string[] {
  const own = new Set(digest.functions.map(({ name }) => name.toLowerCase()));
  return digest.commands.flatMap(({ name, line, parameters, arguments: given }) => {
    if (name === null || own.has(name.toLowerCase()) || /^[A-Za-z]+-Cs[A-Z]/.test(name)) return [];
    const known = lookUp(cmdlets, name);
    if (!known) return [`line ${line}: ${name} is not listed`];
    if (isLate(known.since)) return [`line ${line}: ${name}`];
    const later = parameters.filter((parameter) => isLate(parameterSince(known, parameter)));
    // `Where-Object Enabled`, `ForEach-Object Name`
    const plain = /^(Where|ForEach)-Object$/i.test(name) && given.includes('StringConstantExpressionAst');
    return [
      ...later.map((parameter) => `line ${line}: ${name} -${parameter}`),
      ...(plain && isLate(3) ? [`line ${line}: ${name} without a script block`] : []),
    ];
  });
}

/** One that no list has counts for newer than all. */
function parameterSince(cmdlet: (typeof cmdlets)[string], parameter: string): Since {
  for (const { has, later = {} } of [cmdlet, common]) {
    const lists = [[2, has], ...Object.entries(later)] as const;
    const found = lists.find(([, names]) => names?.split(' ').some((name) => isSame(name, parameter)));
    if (found) return Number(found[0]) as Since;
  }
  return 6;
}

/** Those in brackets, and those that New-Object and others take as text. */
function typesOf(digest: Digest): readonly { name: string; line: number }[] {
  const texts = digest.strings.filter(({ value }) => /^[a-z]+(\.[a-z]+)+/i.test(value));
  return [...digest.types, ...texts.map(({ value, line }) => ({ name: value, line }))];
}

function typeSince(name: string): Since | undefined {
  const bare = name.replace(/^System\./i, '').toLowerCase();
  const found = Object.keys(types).find((start) =>
    start.endsWith('.') ? bare.startsWith(start.toLowerCase()) : bare.split('[')[0] === start.toLowerCase(),
  );
  return found === undefined ? undefined : types[found];
}

function memberSince({ name, type, args }: Digest['members'][number]): Since | undefined {
  if (name === null) return undefined;
  const own = args === null ? undefined : lookUp(methods, name);
  if (type === null) return own;
  const full = `${type.replace(/^System\./i, '')}::${name}`;
  const found = Object.keys(statics).find((key) => {
    const [of, least = '0'] = key.split('/');
    return isSame(of ?? '', full) && (args ?? 0) >= Number(least);
  });
  return found === undefined ? own : statics[found];
}

function lookUp<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  const key = Object.keys(table).find((each) => isSame(each, name));
  return key === undefined ? undefined : table[key];
}

const isSame = (left: string, right: string) => left.toLowerCase() === right.toLowerCase();
