import type { Change, Ensure } from '../../model/index.ts';
import { things } from '../../plan/index.ts';
import { literal } from '../literal.ts';
import { block, hashtable, said } from '../text.ts';
import { nounOf } from './ensure.ts';

/** A federation route as an entry of a table, and what is done for each entry. */
export function routeParts({ commands }: Change, ensure: Ensure): { entry: string; body: string } {
  const { id, which, set } = ensure;
  const [route] = Object.values(set);
  const [command] = commands;
  if (which.by !== 'site' || !command || typeof route !== 'string') throw new Error(`${id}: no route of a site`);
  const thing = things.site;
  const entry = [
    `Name = ${literal(which.site)}`,
    `Route = ${literal(route)}`,
    `Title = ${literal(ensure.title)}`,
    `Reaches = ${said(ensure.reaches)}`,
  ];
  const change = hashtable({
    Title: "$site['Title']",
    Reaches: "$site['Reaches']",
    Kind: literal(nounOf(thing)),
    Identity: '$bare',
    Want: '$want',
    Risk: said(ensure.risk.says),
    Read: block('Read-Site $bare'),
    Set: block(`${command.cmdlet} -Identity $bare @want -Confirm:$false -ErrorAction Stop`),
    ...(thing.followedBy === undefined ? {} : { UndoThen: literal(thing.followedBy) }),
  });
  const body = [
    "$bare = Find-RoutedSite $site['Name'] $site['Route']",
    'if (-not $bare) { continue }',
    "$want = @{ FederationRoute = $site['Route'] }",
    `Invoke-Change ${change}`,
  ];
  return { entry: `@{ ${entry.join('; ')} }`, body: body.join('\n') };
}
