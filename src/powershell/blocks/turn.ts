import type { Change, Ensure } from '../../model/index.ts';
import { things } from '../../plan/index.ts';
import { literal, scalar } from '../literal.ts';
import { readerNames } from '../parts/readers.ts';
import { block, hashtable, indented, said, scalars } from '../text.ts';
import { nounOf } from './ensure.ts';
import { valuesOf } from './values.ts';

/** The block of a change that acts only where a value is the one to turn from. */
export function turnBlock({ commands, undo }: Change, ensure: Ensure): string {
  const { id, only, which } = ensure;
  const thing = things[ensure.kind];
  const [[set], [back]] = [commands, undo];
  if (!only || !thing.turns || !set || !back || which.by !== 'identity') throw new Error(`${id}: turns nothing`);
  const { [only.property]: to } = ensure.set;
  if (typeof to !== 'string') throw new Error(`${id}: turns ${only.property} to no switch`);
  const along = valuesOf(set);
  const passed = Object.entries(along).map(([name, value]) => ` -${name} ${scalar(value)}`);
  const reads = `${readerNames[ensure.kind]} ${literal(which.identity)}`;
  const [key, title, turned] = [literal(id), literal(ensure.title), scalars({ [only.property]: to })];
  const change = hashtable({
    Title: title,
    Reaches: said(ensure.reaches),
    Kind: literal(nounOf(thing)),
    Identity: literal(which.identity),
    Want: '$want',
    Mends: `@(${(thing.turns.settings[only.now] ?? []).map(literal).join(', ')})`,
    Risk: said(ensure.risk.says),
    Read: block(reads),
    Set: block(`${set.cmdlet} -${to}${passed.join('')} -Confirm:$false -ErrorAction Stop`),
    UndoSet: literal(`${back.cmdlet} -${only.now}`),
    UndoWhen: literal(thing.turns.back),
  });
  return [
    `$want = ${hashtable({ ...turned, ...scalars(along) })}`,
    `$script:Pending[${key}] = ${title}`,
    `if (Test-Turn ${title} (${reads}) ${literal(only.property)} ${literal(only.now)} ${literal(to)}) {`,
    indented(`Invoke-Change ${change}`, 1),
    '}',
    `if (-not @(Compare-Row (${reads}) @{ ${only.property} = ${literal(to)} }).Count) { $script:Pending.Remove(${key}) }`,
  ].join('\n');
}

/** A block that is left out where the change it rests on was not made. */
export function settled(ensure: Pick<Ensure, 'title' | 'rests'>, text: string): string {
  if (ensure.rests === undefined) return text;
  return `if (Test-Settled ${literal(ensure.rests)} ${literal(ensure.title)}) {\n${indented(text, 1)}\n}`;
}
