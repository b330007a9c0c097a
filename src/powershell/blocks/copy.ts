import type { Change, Ensure } from '../../model/index.ts';
import { things } from '../../plan/index.ts';
import { literal, scalar } from '../literal.ts';
import { readerNames } from '../parts/readers.ts';
import { block, hashtable, indented, said } from '../text.ts';
import { nounOf } from './ensure.ts';
import type { Lists } from './lists.ts';
import { conditions, wanted } from './values.ts';

type Settled = { identity: string; title: string; reaches: string };

/** The block of a policy for users that is made as a copy of what is in force for them. */
export function copyBlock(change: Change, ensure: Ensure, lists: Lists): string {
  if (ensure.which.by !== 'identity') throw new Error(`${ensure.id}: no policy for users`);
  const identity = literal(ensure.which.identity);
  return body(change, ensure, { identity, title: literal(ensure.title), reaches: said(ensure.reaches) }, lists);
}

/** The same for a site: an entry of a table, and what is done for each entry. */
export function copyParts(change: Change, ensure: Ensure, lists: Lists): { entry: string; body: string } {
  if (ensure.which.by !== 'site') throw new Error(`${ensure.id}: not of a site`);
  const settled = { identity: '$policy', title: "$site['Title']", reaches: "$site['Reaches']" };
  const find = "$policy = Find-SitePolicy $site['Name']\nif (-not $policy) { continue }";
  return {
    entry: `@{ Name = ${literal(ensure.which.site)}; Title = ${literal(ensure.title)}; Reaches = ${said(ensure.reaches)} }`,
    body: `${find}\n${body(change, ensure, settled, lists)}`,
  };
}

function body(change: Change, ensure: Ensure, { identity, title, reaches }: Settled, lists: Lists): string {
  const thing = things[ensure.kind];
  const make = change.commands.find(({ cmdlet }) => cmdlet === thing.create);
  const set = change.commands.find(({ cmdlet }) => cmdlet === thing.set);
  if (ensure.kind !== 'client-policy' || !make || !set) throw new Error(`${ensure.id}: no copy is made of it`);
  const users = (ensure.copies ?? []).flatMap((scope) => (scope.of === 'user' ? [scope.user] : []));
  const list = users.length ? lists.nameOf(users) : undefined;
  const reads = readerNames[ensure.kind];
  const quietly = '-Confirm:$false -ErrorAction Stop';
  const lifts = (ensure.consent ?? []).map(({ property, now, says }) => {
    return `if ((${reads} $source)[${literal(property)}] -eq ${scalar(now)}) { $risk += ${said(says)} }`;
  });
  const copies = [
    // A site without a policy of its own is under Global.
    `$source = ${list === undefined ? literal('Global') : `Find-PolicyInCommon ${list}`}`,
    ...(list === undefined ? [] : [`if ($source) {`]),
    indented(
      [`$copy = Copy-ClientPolicy $source @($want.Keys)`, `Show-Copy ${identity} $source $copy`, ...lifts].join('\n'),
      list === undefined ? 0 : 1,
    ),
    ...(list === undefined ? [] : ['}']),
  ];
  const held =
    list === undefined ? [] : [`else { $risk += @(Find-OtherHolder ${identity} ${list} | Where-Object { $_ }) }`];
  const changed = hashtable({
    Title: title,
    Reaches: reaches,
    Kind: literal(nounOf(thing)),
    Identity: identity,
    Want: '$want',
    ...conditions(ensure),
    Risk: '$risk',
    Copied: '(ConvertTo-Copied $copy)',
    ...(change.seen?.objects.some(({ copyOf }) => copyOf !== undefined) ? { Source: '$source' } : {}),
    Read: block(`${reads} ${identity}`),
    Make: block(`Add-CopiedPolicy ${identity} $copy { ${make.cmdlet} -Identity ${identity} @copy @want ${quietly} }`),
    Set: block(`${set.cmdlet} -Identity ${identity} @want ${quietly}`),
  });
  return [
    wanted(ensure, set),
    '$copy = @{}',
    '$risk = @()',
    "$source = ''",
    `$there = [bool](${reads} ${identity})`,
    `if (-not $there) {\n${indented(copies.join('\n'), 1)}\n}`,
    ...held,
    `if ($there -or $source) {\n${indented(`Invoke-Change ${changed}`, 1)}\n}`,
  ].join('\n');
}
