import type { Change, Ensure } from '../../model/index.ts';
import { things } from '../../plan/index.ts';
import { literal, scalar } from '../literal.ts';
import { block, hashtable, said } from '../text.ts';
import { nounOf, valuesOf, wanted } from './ensure.ts';

/** The block of a public provider: one group with whatever has its name or its proxy. */
export function providerBlock(change: Change, ensure: Ensure): string {
  const thing = things.provider;
  const make = change.commands.find(({ cmdlet }) => cmdlet === thing.create);
  const set = change.commands.find(({ cmdlet }) => cmdlet === thing.set);
  if (ensure.which.by !== 'provider' || !make || !set) throw new Error(`${ensure.id}: not a provider that can be made`);
  const identity = literal(ensure.which.identity);
  const makes = (how: string) =>
    `{ ${make.cmdlet} -Identity ${identity} @want ${how} -Confirm:$false -ErrorAction Stop }`;
  const anew = `Update-Provider ${identity} $want['ProxyFqdn'] ${makes('').replace('  ', ' ')}`;
  const mends = Object.entries(valuesOf(set)).map(([name, value]) => `-${name} ${scalar(value)}`);
  const setOrAnew = [
    'param($Now)',
    'if (Test-Mend $Now $want) {',
    `    ${set.cmdlet} -Identity ${identity} ${mends.join(' ')} -Confirm:$false -ErrorAction Stop`,
    '}',
    `else { ${anew} }`,
  ];
  return [
    wanted(ensure, make),
    `Invoke-Change ${hashtable({
      Title: literal(ensure.title),
      Reaches: said(ensure.reaches),
      Kind: literal(nounOf(thing)),
      Identity: identity,
      Want: '$want',
      Whole: "@('Identity', 'VerificationLevelName') + $script:ProviderNames",
      Demand: `{ param($Now) Test-Provider $Now ${identity} $want ${scalar(ensure.recreate === true)} ${makes('-InMemory')} }`,
      Replaces: `{ param($Now) Save-Replaced $Now ${identity} $want }`,
      Read: block(`Read-Provider ${identity}`),
      Make: `{ ${anew} }`,
      Set: block(setOrAnew.join('\n')),
      Undo: `{ Find-ProviderUndo ${identity} $want }`,
    })}`,
    `Show-Level ${identity}`,
  ].join('\n');
}
