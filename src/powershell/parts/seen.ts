import type { Change, SeenObject, SeenValue } from '../../model/index.ts';
import { things } from '../../plan/index.ts';
import { nounOf } from '../blocks/ensure.ts';
import { grantProperties } from '../blocks/grant.ts';
import { literal, scalar } from '../literal.ts';
import { hashtable } from '../text.ts';

/** Whether the plan goes by what was seen, as far as scripts can compare it. */
export function isSeen(changes: readonly Change[]): boolean {
  return changes.some(({ seen }) => seen !== undefined && seen.objects.length > 0);
}

/**
 * What was seen of whatever these changes are about, and the functions that hold the present against it. A kind of which
 * a change is not told has those objects alone that others are about.
 */
export function seenTest(changes: readonly Change[]): string {
  const from = changes.find(({ seen }) => seen)?.seen;
  if (!from) throw new Error('nothing was seen');
  const objects = seenObjects(changes);
  const rows = objects.map(({ key, now }): [string, string] => [key, now ? row(now) : '$null']);
  const kept = objects.flatMap(({ key, kept: values = {} }): [string, string][] =>
    Object.keys(values).length ? [[key, row(values)]] : [],
  );
  const copies = objects.flatMap(({ key, copyOf }): [string, string][] =>
    copyOf === undefined ? [] : [[key, literal(copyOf)]],
  );
  const when = `${from.at.slice(0, 10)} ${from.at.slice(11, 16)} UTC`;
  return `# What the plan goes by: the values that were seen, by kind and name; nothing: it was not there.
$script:SeenWhen = ${literal(`the evidence of ${when} from ${from.computer}`)}
$script:Seen = ${table(rows)}
$script:SeenKept = ${table(kept)}
$script:SeenCopied = ${table(copies)}
$script:SeenGrants = ${table(changes.flatMap(grantRow))}
# Of these kinds the plan knows each object that it is about.
$script:SeenKinds = @(${wholeKinds(changes).map(literal).join(', ')})
${tests}`;
}

type Keyed = Pick<SeenObject, 'now' | 'kept' | 'copyOf'> & { key: string };

/** Each object once, by its kind and name; several changes may be about values of one. */
function seenObjects(changes: readonly Change[]): readonly Keyed[] {
  const found = new Map<string, Keyed>();
  const all = changes.flatMap(({ desired, seen }) =>
    desired.do === 'ensure'
      ? (seen?.objects ?? []).map((object) => ({ noun: nounOf(things[desired.kind]), object }))
      : [],
  );
  for (const { noun, object } of all) {
    const key = literal(`${noun}|${object.identity}`);
    const { now, ...known } = found.get(key.toLowerCase()) ?? {};
    const values = object.now ? { now: { ...now, ...object.now } } : {};
    found.set(key.toLowerCase(), { key, ...known, ...object, ...values });
  }
  return [...found.values()];
}

function wholeKinds(changes: readonly Change[]): readonly string[] {
  const kinds = changes.flatMap(({ desired, seen }) =>
    desired.do === 'ensure' ? [{ noun: nounOf(things[desired.kind]), isTold: seen !== undefined && !seen.but }] : [],
  );
  const untold = new Set(kinds.filter(({ isTold }) => !isTold).map(({ noun }) => noun));
  return [...new Set(kinds.map(({ noun }) => noun))].filter((noun) => !untold.has(noun)).sort();
}

function table(rows: readonly [string, string][]): string {
  return rows.length ? hashtable(Object.fromEntries(rows)) : '@{}';
}

/** On one line, as many may stand below each other. */
function row(values: Readonly<Record<string, SeenValue>>): string {
  const parts = Object.entries(values).map(([name, value]) => `${name} = ${valueText(value)}`);
  return `@{ ${parts.join('; ')} }`;
}

function valueText(value: SeenValue): string {
  return typeof value === 'object' && value !== null ? literal(value.name) : scalar(value);
}

/** What most users of a grant had, and who had something else. */
function grantRow({ desired, seen }: Change): readonly [string, string][] {
  if (desired.do !== 'grant' || !seen || seen.but) return [];
  const groups = new Map<string | null, string[]>();
  for (const { identity, now } of seen.objects) {
    const policy = now?.Policy;
    const name = typeof policy === 'string' ? policy : null;
    const group = groups.get(name);
    if (group) group.push(identity);
    else groups.set(name, [identity]);
  }
  const [usual = null] = [...groups].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  const others = [...groups]
    .filter(([policy]) => policy !== usual)
    .flatMap(([policy, users]) => users.map((user): [string, string] => [literal(user.toLowerCase()), scalar(policy)]));
  const grant = { Usual: scalar(usual), Others: table(others) };
  return [[literal(grantProperties[desired.kind]), hashtable(grant)]];
}

const tests = `$script:Changed = $false

function Add-Changed([string]$Text) {
    $script:Changed = $true
    Add-Stop ('Changed since ' + $script:SeenWhen + ': ' + $Text)
}

# What an earlier run of this rollout wrote is no change of somebody else.
function Test-Written([string]$Key, $Row, [string]$Name) {
    $script:Records.ContainsKey($Key) -and (Test-Ours $script:Records[$Key] $Row $Name)
}

# An object whose values are neither as seen nor as wanted; $Whole: all that is read of it counts.
function Test-SeenRow([string]$Title, [string]$Key, $Row, [hashtable]$Want, [bool]$Whole) {
    $then = $script:Seen[$Key]
    if (-not @(Compare-Row $Row $Want).Count -and $Want.Count) { return }
    if (-not $then -and -not $script:Records.ContainsKey($Key)) { Add-Changed ($Title + ' is there now and was not then'); return }
    $names = @($Want.Keys)
    if ($then -and $Whole) { $names = @($then.Keys | Where-Object { $Row.ContainsKey($_) }) }
    foreach ($name in @($names | Sort-Object)) {
        if ($Want.ContainsKey($name) -and -not @(Compare-Row $Row @{ $name = $Want[$name] }).Count) { continue }
        if ($then -and -not @(Compare-Row $Row @{ $name = $then[$name] }).Count) { continue }
        if (Test-Written $Key $Row $name) { continue }
        $was = if ($then) { ConvertTo-Literal $then[$name] } else { 'not there' }
        Add-Changed ($Title + ': ' + $name + ' is ' + (ConvertTo-Literal $Row[$name]) + ' now and was ' + $was)
    }
}

function Test-Seen([hashtable]$Change, $Row) {
    $title = $Change['Title']
    $key = $Change['Kind'] + '|' + $Change['Identity']
    $isKnown = $script:Seen.ContainsKey($key) -or $script:SeenKinds -contains $Change['Kind']
    if (-not $isKnown) { return }
    foreach ($old in @($Change['Replaces'] | Where-Object { $_ -and $_['Identity'] -ne $Change['Identity'] })) {
        Test-SeenRow ('Public provider ' + $old['Identity']) ($Change['Kind'] + '|' + $old['Identity']) $old @{} $true
    }
    if ($Row) { Test-SeenRow $title $key $Row $Change['Want'] ([bool]$Change['Whole']); return }
    if ($script:Seen[$key] -and -not $script:Records.ContainsKey($key)) { Add-Changed ($title + ' was there and is gone') }
    $kept = $script:SeenKept[$key]
    foreach ($name in @(if ($kept) { $kept.Keys | Sort-Object })) {
        if (-not $Change['Want'].ContainsKey($name) -or -not @(Compare-Row $Change['Want'] @{ $name = $kept[$name] }).Count) { continue }
        Add-Changed ($title + ': ' + $name + ', which it takes over, is ' + (ConvertTo-Literal $Change['Want'][$name]) + ' now and was ' + (ConvertTo-Literal $kept[$name]))
    }
    $source = $script:SeenCopied[$key]
    if ($source -and $Change['Source'] -and $source -ne $Change['Source']) {
        Add-Changed ($title + ': ' + $Change['Source'] + ' is in force now, of which it would be a copy, and it was ' + $source)
    }
}

# Somebody who has neither the policy of then nor the one that is wanted.
function Test-SeenGrant([string]$Title, [string]$Property, [string]$Asked, [string]$Sip, $Has) {
    $seen = $script:SeenGrants[$Property]
    if (-not $seen) { return }
    $then = $seen['Usual']
    if ($seen['Others'].ContainsKey($Asked)) { $then = $seen['Others'][$Asked] }
    if ([string]$Has -eq [string]$then -or (Test-Written ('Grant of ' + $Property + '|' + $Sip) @{ Policy = $Has } 'Policy')) { return }
    Add-Changed ($Title + ': ' + $Asked + ' has ' + (ConvertTo-Literal $Has) + ' now and had ' + (ConvertTo-Literal $then))
}`;
