import type { Change, Command, Ensure, Grant, Scope } from '../../model/index.ts';
import { isKept, things } from '../../plan/index.ts';
import { literal } from '../literal.ts';
import { readerNames } from '../parts/readers.ts';
import { itemOf } from '../parts/sightings.ts';
import { block, hashtable, indented, inLines } from '../text.ts';
import { nounOf } from './ensure.ts';
import { kindWords, type Printed, throughAll } from './every-change.ts';
import type { Lists } from './lists.ts';
import { wanted } from './values.ts';

/** The function that goes through all that should be true once these changes are made. */
export function everyExpectation(changes: readonly Change[], lists: Lists): string {
  const each = changes.map((change) => expected(change, lists));
  return throughAll('Test-EveryChange', each, lists);
}

function expected({ desired }: Change, lists: Lists): Printed {
  switch (desired.do) {
    case 'ensure':
      return { words: wordsOf(desired), ...expectedThing(desired, lists) };
    case 'grant':
      return { words: 'grant of a policy', text: expectedGrant(desired, lists) };
    case 'run':
      return { words: 'topology', text: '# No cmdlet of the server tells whether it was enabled.' };
  }
}

function wordsOf({ kind, which }: Ensure): string {
  const words = kind === 'client-policy' && which.by !== 'in-force' ? 'client policy' : kindWords[kind];
  return which.by === 'site' ? `${words} of a site` : words;
}

function expectedThing(ensure: Ensure, lists: Lists): { text: string } | { entry: string; body: string } {
  const { which } = ensure;
  const title = literal(ensure.title);
  switch (which.by) {
    case 'identity':
    case 'provider':
      return { text: tested(ensure, { identity: literal(which.identity), title }) };
    case 'site':
      return {
        entry: `@{ Name = ${literal(which.site)}; Title = ${title} }`,
        body: `${findSite}\n${tested(ensure, { identity: '$policy', title: "$site['Title']", scope: '$policy' })}`,
      };
    case 'in-force': {
      const body = tested(ensure, { identity: '$policy', title: `${title} + ': ' + $policy` });
      return { text: `${inForce(ensure, which.scopes, lists)}\n${forEachFound(body)}` };
    }
  }
}

const findSite = "$policy = Find-SitePolicy $site['Name']\nif (-not $policy) { continue }";

/** Expressions for what is settled before a block runs. */
type Settled = { identity: string; title: string; scope?: string };

/** Whether the thing is there and has the values. */
function tested(ensure: Ensure, { identity, title, scope }: Settled): string {
  const kept = Object.keys(ensure.set).filter((name) => isKept(ensure.set[name] ?? null));
  const thing = hashtable({
    Title: title,
    Item: literal(itemOf(ensure.kind)),
    Kind: literal(nounOf(things[ensure.kind])),
    Identity: identity,
    Want: '$want',
    ...(kept.length ? { Kept: `@(${kept.map(literal).join(', ')})` } : {}),
    Read: block(`${readerNames[ensure.kind]} ${identity}`),
  });
  const everybody = ensure.which.by === 'identity' && ensure.which.identity === 'Global' ? "'Global'" : undefined;
  return [
    wanted(ensure, expectedValues(ensure)),
    `Test-Thing ${thing}`,
    ...reached(ensure, scope ?? everybody, identity),
  ].join('\n');
}

/** Notes whom a policy reaches without a grant: everybody at a site, or everybody. */
function reached({ kind }: Ensure, scope: string | undefined, policy: string): readonly string[] {
  if (scope === undefined || (kind !== 'external-access-policy' && kind !== 'client-policy')) return [];
  return [`$script:Reached[${literal(policyKind(kind))}][${scope}] = ${policy}`];
}

/**
 * The values that are known now, and those that must hold besides. Where a change only turns one value into another,
 * nothing else of it is expected: the rest goes along with the turn.
 */
function expectedValues({ kind, set, only, demands = [] }: Ensure): Command {
  const { create, set: change } = things[kind];
  const values = Object.entries(set).flatMap(([name, value]) =>
    isKept(value) || (only && name !== only.property) ? [] : [[name, value] as const],
  );
  const demanded = demands.map(({ property, equals }) => [property, equals] as const);
  return { cmdlet: create ?? change, args: Object.fromEntries([...demanded, ...values]) };
}

/** `$found`: the policies in force for the scopes. */
function inForce({ kind }: Ensure, scopes: readonly Scope[], lists: Lists): string {
  const sites = scopes.flatMap((scope) => (scope.of === 'site' ? [scope.site] : []));
  const users = scopes.flatMap((scope) => (scope.of === 'user' ? [scope.user] : []));
  const named = literal(policyKind(kind));
  return [
    '$found = @{}',
    ...(sites.length ? [`Add-InForceOfSite $found ${named} @(${inLines(sites, 5).join(',\n    ')})`] : []),
    ...(users.length ? [`Add-InForceOfUser $found ${named} ${lists.nameOf(users)}`] : []),
    ...(scopes.some((scope) => scope.of === 'global')
      ? ["$found['Global'] = $true", `$script:Reached[${named}]['Global'] = 'Global'`]
      : []),
  ].join('\n');
}

const forEachFound = (body: string) => `foreach ($policy in @($found.Keys | Sort-Object)) {\n${indented(body, 1)}\n}`;

function expectedGrant(grant: Grant, lists: Lists): string {
  return `Test-Grant ${hashtable({
    Title: literal(grant.title),
    Kind: literal(policyKind(grant.kind)),
    Users: lists.nameOf(grant.users),
    Policy: literal(grant.to),
  })}`;
}

/** As a user's object calls the policy: `ClientPolicy`. */
function policyKind(kind: Ensure['kind']): string {
  return nounOf(things[kind]).slice('Cs'.length);
}
