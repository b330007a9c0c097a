import { createHash } from 'node:crypto';

/** Dimensions by name, each with the values it can take. */
export type Dimensions = Readonly<Record<string, readonly unknown[]>>;
export type Case<D extends Dimensions> = { [Name in keyof D]: D[Name][number] };

/**
 * Cases in which every two values of two dimensions meet at least once. The same seed gives the same cases. `given` are
 * the beginnings: there is at least one case for each, in their order, which says what they say.
 */
export function pairwise<D extends Dimensions>(
  dimensions: D,
  { seed, given = [] }: { seed: number; given?: readonly Partial<Case<D>>[] },
): readonly Case<D>[] {
  const names = Object.keys(dimensions);
  const random = numbers(seed);
  const open = allPairs(dimensions);
  const cases: Record<string, unknown>[] = [];
  const add = (begun: Readonly<Record<string, unknown>>) => {
    const one = completed(begun, { dimensions, names: shuffled(names, random), open, random });
    for (const pair of pairsOf(one)) open.delete(pair);
    cases.push(one);
  };
  for (const begun of given) add(begun);
  for (let [pair] = open; pair !== undefined; [pair] = open) add(Object.fromEntries(JSON.parse(pair)));
  return cases as Case<D>[];
}

/** Takes for each dimension that is not settled the value that meets most of what has not met yet. */
function completed(
  begun: Readonly<Record<string, unknown>>,
  at: { dimensions: Dimensions; names: readonly string[]; open: ReadonlySet<string>; random: () => number },
): Record<string, unknown> {
  const one: Record<string, unknown> = { ...begun };
  for (const name of at.names) {
    if (name in one) continue;
    const gains = shuffled(at.dimensions[name] ?? [], at.random).map((value) => ({
      value,
      gain: Object.entries(one).filter((other) => at.open.has(pairOf([name, value], other))).length,
    }));
    one[name] = gains.reduce((best, next) => (next.gain > best.gain ? next : best)).value;
  }
  return one;
}

function allPairs(dimensions: Dimensions): Set<string> {
  const all = Object.entries(dimensions).flatMap(([name, values]) => values.map((value) => [name, value] as const));
  return new Set(all.flatMap((one) => all.flatMap((other) => (one[0] === other[0] ? [] : [pairOf(one, other)]))));
}

function pairsOf(one: Readonly<Record<string, unknown>>): readonly string[] {
  const all = Object.entries(one);
  return all.flatMap((some, i) => all.slice(i + 1).map((other) => pairOf(some, other)));
}

/** Two settled dimensions, whatever their order. */
function pairOf(one: readonly [string, unknown], other: readonly [string, unknown]): string {
  return JSON.stringify(one[0] < other[0] ? [one, other] : [other, one]);
}

/** Numbers from 0 to below 1, the same for the same seed. */
function numbers(seed: number): () => number {
  let drawn = 0;
  return () => {
    drawn += 1;
    return createHash('sha256').update(`${seed} ${drawn}`).digest().readUInt32BE() / 2 ** 32;
  };
}

function shuffled<T>(values: readonly T[], random: () => number): readonly T[] {
  return values
    .map((value) => ({ value, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value);
}
