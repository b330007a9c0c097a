import type { Change, Command, Ensure, Markdown, Scalar, Scope } from '../../model/index.ts';
import { isKept, type Thing, things } from '../../plan/index.ts';
import { blocks } from '../../words/index.ts';
import { literal, scalar } from '../literal.ts';
import { readerNames } from '../parts/readers.ts';
import { block, hashtable, indented, said, scalars } from '../text.ts';
import type { Lists } from './lists.ts';

/** Expressions for what is settled before a block runs: the object's name, its title, and what makes it high risk. */
type Settled = { identity: string; title: string; risk: string | undefined };

/** The block of a change to the Access Edge or to a policy. */
export function ensureBlock(change: Change, ensure: Ensure, lists: Lists): string {
  const title = literal(ensure.title);
  const risk = ensure.risk.level === 'high' ? said(ensure.risk.says) : undefined;
  const { which } = ensure;
  switch (which.by) {
    case 'identity':
      return calls(change, ensure, { identity: literal(which.identity), title, risk }, lists);
    case 'site': {
      const inner = calls(change, ensure, { identity: '$policy', title, risk }, lists);
      return `$policy = Find-SitePolicy ${literal(which.site)}\nif ($policy) {\n${indented(inner, 1)}\n}`;
    }
    case 'in-force': {
      const settled = { identity: '$policy', title: `${title} + ': ' + $policy`, risk: '$found[$policy]' };
      const inner = indented(calls(change, ensure, settled, lists), 1);
      return `${inForce(ensure, which.scopes, lists)}\nforeach ($policy in @($found.Keys | Sort-Object)) {\n${inner}\n}`;
    }
    case 'provider':
      throw new Error(`${ensure.id}: providers are one group and have a block of their own`);
  }
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
  { identity, title, risk }: Settled,
  lists: Lists,
): string {
  const thing = things[ensure.kind];
  const reader = `${readerNames[ensure.kind]} ${identity}`;
  const runs = (cmdlet: string, named: string) => block(`${cmdlet} ${named} @want -Confirm:$false -ErrorAction Stop`);
  // Where -Identity has no place in the parameter set, a switch stands for it.
  const head = set && thing.apart && thing.apart.behind in set.args ? `-${thing.apart.behind}` : undefined;
  const change = hashtable({
    Title: title,
    Reaches: said(ensure.reaches),
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

/** `$want` with the values that are written in any case; what a server may lack is asked for first. */
export function wanted(ensure: Ensure, command: Command | undefined): string {
  const values = valuesOf(command);
  const probed = Object.entries(values).filter(([name]) => ensure.probe?.includes(name));
  const always = Object.fromEntries(Object.entries(values).filter(([name]) => !ensure.probe?.includes(name)));
  return [
    `$want = ${hashtable(scalars(always))}`,
    ...probed.map(
      ([name, value]) =>
        `if (Test-Parameter ${literal(command?.cmdlet ?? '')} ${literal(name)}) {\n    $want['${name}'] = ${scalar(value)}\n}`,
    ),
  ].join('\n');
}

/** The values of a command that are known now, without what only names the object. */
export function valuesOf(command: Command | undefined): Readonly<Record<string, Scalar>> {
  return Object.fromEntries(
    Object.entries(command?.args ?? {}).flatMap(([name, value]) =>
      name === 'Identity' || (typeof value === 'object' && value !== null) ? [] : [[name, value]],
    ),
  );
}

/** Where it has to be made, what stays as it is comes from what is in force now. */
function takenOver(ensure: Ensure, make: Command, reader: string, lists: Lists): string {
  const kept = Object.entries(ensure.set).flatMap(([name, value]) =>
    isKept(value) ? [{ name, scopes: value.keep }] : [],
  );
  const [first] = kept;
  if (!first) return '';
  const names = kept.map(({ name }) => literal(name)).join(', ');
  const lines = kept.map(({ name }) => {
    const takes = `$want['${name}'] = $kept['${name}']`;
    return ensure.probe?.includes(name)
      ? `if (Test-Parameter ${literal(make.cmdlet)} ${literal(name)}) { ${takes} }`
      : takes;
  });
  const body = [
    '# A new policy hides the one in force whole, so what is to stay is taken from there.',
    `$kept = ${inForceNow(ensure, first.scopes, names, lists)}`,
    ...lines,
  ].join('\n');
  return `if (-not (${reader})) {\n${indented(body, 1)}\n}`;
}

function inForceNow(ensure: Ensure, scopes: readonly Scope[], names: string, lists: Lists): string {
  if (ensure.kind !== 'external-access-policy')
    throw new Error(`${ensure.id}: nothing is taken over for ${ensure.kind}`);
  const users = scopes.flatMap((scope) => (scope.of === 'user' ? [scope.user] : []));
  if (users.length === scopes.length) return `Read-KeptForUsers ${lists.nameOf(users)} ${names}`;
  if (users.length === 0) return "Read-ExternalAccessPolicy 'Global'";
  throw new Error(`${ensure.id}: users and sites have no policy in common`);
}

function inForce(ensure: Ensure, scopes: readonly Scope[], lists: Lists): string {
  if (ensure.kind !== 'client-policy')
    throw new Error(`${ensure.id}: only client policies are changed where they are in force`);
  const users = scopes.flatMap((scope) => (scope.of === 'user' ? [scope.user] : []));
  return [
    '$found = @{}',
    ...scopes.flatMap((scope) => (scope.of === 'site' ? [`Add-PolicyOfSite $found ${literal(scope.site)}`] : [])),
    ...(users.length ? [`Add-PolicyOfUser $found ${lists.nameOf(users)}`] : []),
    ...(scopes.some((scope) => scope.of === 'global') ? ["$found['Global'] = ''"] : []),
  ].join('\n');
}

/** Values that must hold, and values that are high risk to change where they are this now. */
function conditions({ demands = [], consent = [] }: Ensure): Readonly<Record<string, string>> {
  const demanded = demands.map(({ property, equals, says, mend }) => condition(property, equals, blocks(says, mend)));
  const asked = consent.map(({ property, now, says }) => condition(property, now, says));
  return {
    ...(demanded.length ? { Demand: demanded.join(', ') } : {}),
    ...(asked.length ? { Consent: asked.join(', ') } : {}),
  };
}

function condition(name: string, is: Scalar, says: Markdown): string {
  return `@{ Name = ${literal(name)}; Is = ${scalar(is)}; Says = ${said(says)} }`;
}
