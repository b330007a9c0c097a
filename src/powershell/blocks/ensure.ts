import type { Change, Command, Ensure, Scope } from '../../model/index.ts';
import { type Thing, things } from '../../plan/index.ts';
import { literal } from '../literal.ts';
import { readerNames } from '../parts/readers.ts';
import { block, hashtable, indented, inLines, said } from '../text.ts';
import type { Lists } from './lists.ts';
import { conditions, takenOver, wanted } from './values.ts';

/** Expressions for what is settled before a block runs: the object's name, its title, whom it reaches, why it is high risk. */
type Settled = { identity: string; title: string; reaches: string; risk: string | undefined };

/** The block of a change to the Access Edge or to a policy; sites and providers have blocks of their own. */
export function ensureBlock(change: Change, ensure: Ensure, lists: Lists): string {
  const { which } = ensure;
  switch (which.by) {
    case 'identity':
      if (ensure.ifMissing === 'skip') throw new Error(`${ensure.id}: what is named has to be there or be made`);
      return calls(change, ensure, { ...settledNow(ensure), identity: literal(which.identity) }, lists);
    case 'in-force': {
      // Global is named as it is; which policies are in force elsewhere only the server knows.
      const isGlobal = which.scopes.every(({ of }) => of === 'global');
      const title = isGlobal ? literal(ensure.title) : `${literal(ensure.title)} + ': ' + $policy`;
      const settled = { ...settledNow(ensure), identity: '$policy', title, risk: '$found[$policy]' };
      const inner = indented(calls(change, ensure, settled, lists), 1);
      return `${inForce(ensure, which.scopes, lists)}\nforeach ($policy in @($found.Keys | Sort-Object)) {\n${inner}\n}`;
    }
    case 'site':
    case 'provider':
      throw new Error(`${ensure.id}: has a block of another form`);
  }
}

/** A site as an entry of a table, and what is done for each entry; the same for sites of which the same is wanted. */
export function siteParts(change: Change, ensure: Ensure, lists: Lists): { entry: string; body: string } {
  if (ensure.which.by !== 'site') throw new Error(`${ensure.id}: not of a site`);
  const { title, reaches, risk } = settledNow(ensure);
  const settled = { identity: '$policy', title: "$site['Title']", reaches: "$site['Reaches']", risk };
  return {
    entry: `@{ Name = ${literal(ensure.which.site)}; Title = ${title}; Reaches = ${reaches} }`,
    body: `$policy = Find-SitePolicy $site['Name']\nif (-not $policy) { continue }\n${calls(change, ensure, settled, lists)}`,
  };
}

/** One block for sites of which the same is wanted. */
export function siteBlock(entries: readonly string[], body: string): string {
  return `foreach ($site in @(\n${indented(entries.join(',\n'), 1)}\n)) {\n${indented(body, 1)}\n}`;
}

function settledNow({ title, reaches, risk }: Ensure): Omit<Settled, 'identity'> {
  return { title: literal(title), reaches: said(reaches), risk: risk.level === 'high' ? said(risk.says) : undefined };
}

/** A call for each Set- of the change: values of different parameter sets stand apart. */
function calls(change: Change, ensure: Ensure, settled: Settled, lists: Lists): string {
  const thing = things[ensure.kind];
  const make = change.commands.find(({ cmdlet }) => cmdlet === thing.create);
  const sets = change.commands.filter(({ cmdlet }) => cmdlet === thing.set);
  if (make && sets.length > 1) throw new Error(`${ensure.id}: what is made has one parameter set`);
  const each = sets.length ? sets : [undefined];
  return each.map((set) => call(ensure, { make, set }, settled, lists)).join('\n');
}

function call(
  ensure: Ensure,
  { make, set }: { make: Command | undefined; set: Command | undefined },
  { identity, title, reaches, risk }: Settled,
  lists: Lists,
): string {
  const thing = things[ensure.kind];
  const reader = `${readerNames[ensure.kind]} ${identity}`;
  const runs = (cmdlet: string, named: string) => block(`${cmdlet} ${named} @want -Confirm:$false -ErrorAction Stop`);
  // Where -Identity has no place in the parameter set, a switch stands for it.
  const head = set && thing.apart && thing.apart.behind in set.args ? `-${thing.apart.behind}` : undefined;
  const change = hashtable({
    Title: title,
    Reaches: reaches,
    Kind: literal(nounOf(thing)),
    Identity: identity,
    Want: '$want',
    ...conditions(ensure),
    ...(risk ? { Risk: risk } : {}),
    Read: block(reader),
    ...(make ? { Make: runs(make.cmdlet, `-Identity ${identity}`) } : {}),
    ...(set ? { Set: runs(set.cmdlet, head ?? `-Identity ${identity}`) } : {}),
    ...(set && head ? { UndoSet: literal(`${set.cmdlet} ${head}`) } : {}),
  });
  return [wanted(ensure, set ?? make), make ? takenOver(ensure, make, reader, lists) : '', `Invoke-Change ${change}`]
    .filter((lines) => lines !== '')
    .join('\n');
}

/** What the cmdlets of a kind have in common: `CsClientPolicy`. The state file names kinds by it. */
export function nounOf(thing: Thing): string {
  return thing.set.slice('Set-'.length);
}

function inForce(ensure: Ensure, scopes: readonly Scope[], lists: Lists): string {
  if (ensure.kind !== 'client-policy')
    throw new Error(`${ensure.id}: only client policies are changed where they are in force`);
  const sites = scopes.flatMap((scope) => (scope.of === 'site' ? [scope.site] : []));
  const users = scopes.flatMap((scope) => (scope.of === 'user' ? [scope.user] : []));
  return [
    '$found = @{}',
    ...(sites.length
      ? [`foreach ($asked in ${inLines(sites, 5).join(',\n    ')}) { Add-PolicyOfSite $found $asked }`]
      : []),
    ...(users.length ? [`Add-PolicyOfUser $found ${lists.nameOf(users)}`] : []),
    ...(scopes.some((scope) => scope.of === 'global') ? ["$found['Global'] = ''"] : []),
  ].join('\n');
}
