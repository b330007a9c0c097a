/** What is longer is no word that somebody mistyped: its beginning tells as much. */
const longest = 200;

/** Of the letters of the longer word, how many may be others: beyond that, one is no slip for the other. */
const farthest = 0.4;

/**
 * The known word that is nearest to a word: fewest letters put in, left out, changed or swapped; the first of several.
 * Undefined where none is near.
 */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const begin = word.slice(0, longest);
  let best: { name: string; distance: number } | undefined;
  for (const name of known) {
    const distance = distanceBetween(begin, name);
    const isNear = distance <= farthest * Math.max(word.length, name.length);
    if (isNear && (best === undefined || distance < best.distance)) best = { name, distance };
  }
  return best?.name;
}

function distanceBetween(a: string, b: string): number {
  let before: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row[j] = Math.min(
        at(above, j) + 1,
        at(row, j - 1) + 1,
        at(above, j - 1) + (same ? 0 : 1),
        swapped ? at(before, j - 2) + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, above] = [above, row];
  }
  return at(above, b.length);
}

function at(row: readonly number[], i: number): number {
  return row[i] ?? Number.POSITIVE_INFINITY;
}
