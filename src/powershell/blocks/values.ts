import type { Command, Ensure, Markdown, Scalar, Scope } from '../../model/index.ts';
import { isKept } from '../../plan/index.ts';
import { blocks } from '../../words/index.ts';
import { literal, scalar } from '../literal.ts';
import { hashtable, indented, said, scalars } from '../text.ts';
import type { Lists } from './lists.ts';

/** `$want` with the values that are written in any case; what a server may lack is asked for first. */
export function wanted(ensure: Ensure, command: Command | undefined): string {
  const values = valuesOf(command);
  const probed = Object.entries(values).filter(([name]) => ensure.probe?.includes(name));
  const always = Object.fromEntries(Object.entries(values).filter(([name]) => !ensure.probe?.includes(name)));
  return [
    `$want = ${hashtable(scalars(always))}`,
    ...probed.map(
      ([name, value]) =>
        `if (Test-Parameter ${literal(command?.cmdlet ?? '')} ${literal(name)}) { $want['${name}'] = ${scalar(value)} }`,
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
export function takenOver(ensure: Ensure, make: Command, reader: string, lists: Lists): string {
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

/** Values that must hold, and values that are high risk to change where they are this now. */
export function conditions({ demands = [], consent = [] }: Ensure): Readonly<Record<string, string>> {
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
