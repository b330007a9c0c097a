import type { Change, Ensure } from '../../model/index.ts';
import { things } from '../../plan/index.ts';
import { literal, scalar } from '../literal.ts';
import { hashtable, indented, said } from '../text.ts';
import { nounOf } from './ensure.ts';
import { valuesOf, wanted } from './values.ts';

/** The block of a public provider: one group with whatever has its name or its proxy. */
export function providerBlock(change: Change, ensure: Ensure): string {
  const thing = things.provider;
  const make = change.commands.find(({ cmdlet }) => cmdlet === thing.create);
  const set = change.commands.find(({ cmdlet }) => cmdlet === thing.set);
  if (ensure.which.by !== 'provider' || !make || !set) throw new Error(`${ensure.id}: not a provider that can be made`);
  const identity = literal(ensure.which.identity);
  const mended = Object.entries(valuesOf(set));
  const sets = mended.map(([name, value]) => `-${name} ${scalar(value)} `).join('');
  const quietly = '-Confirm:$false -ErrorAction Stop';
  const changed = hashtable({
    Title: literal(ensure.title),
    Reaches: said(ensure.reaches),
    Kind: literal(nounOf(thing)),
    Identity: identity,
    Want: '$want',
    Whole: '$script:ProviderNames',
    Makes: '$script:Proved',
    Mends: `@(${mended.map(([name]) => literal(name)).join(', ')})`,
    Replaces: `Find-Replaced ${identity} $want`,
    Read: `{ Read-Provider ${identity} }`,
    Make: `{ Update-Provider ${identity} $want { ${make.cmdlet} -Identity ${identity} @want ${quietly} } }`,
    Set: `{ ${set.cmdlet} -Identity ${identity} ${sets}${quietly} }`,
  });
  const { rests } = ensure;
  return [
    wanted(ensure, make),
    ...(rests !== undefined
      ? [
          '# What the server would refuse before that change says nothing about after it: then it is proved.',
          `$early = $script:Pass -eq 'look' -and $script:Pending[${literal(rests)}]`,
        ]
      : []),
    `$proof = { ${rests !== undefined ? 'if (-not $early) { ' : ''}${make.cmdlet} -Identity ${identity} @want -InMemory ${quietly}${rests !== undefined ? ' }' : ''} }`,
    `if (Test-Provider ${identity} $want ${scalar(ensure.recreate === true)} $proof) {`,
    indented(`Invoke-Change ${changed}\nShow-Level ${identity}`, 1),
    '}',
  ].join('\n');
}
