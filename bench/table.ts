type Unit = 'ms' | 'MB';

/** What was measured, and beside what. A goal is a number of times the reference, or an amount. */
export type Row = { what: string } & (
  | {
      ours: number;
      unit: Unit;
      reference?: { what: string; cost: number };
      goal?: { times: number } | { atMost: number };
    }
  | { notMeasured: string }
);

type Measured = Extract<Row, { ours: number }>;

const head = ['measured', 'got', 'beside', 'which took', 'ratio', 'goal', 'met'];
const numbers = new Set([1, 3, 4, 5]);

/** The rows as lines of a table, numbers at the right. */
export function tableLines(rows: readonly Row[]): readonly string[] {
  const cells = [head, ...rows.map(cellsOf)];
  // What is said of a row that was not measured runs on over the columns.
  const widths = head.map((_, x) => {
    const filled = cells.filter((row) => x === 0 || row.length === head.length);
    return Math.max(...filled.map((row) => (row[x] ?? '').length));
  });
  return cells.map((row) =>
    row
      .map((text, x) => (numbers.has(x) ? text.padStart(widths[x] ?? 0) : text.padEnd(widths[x] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/** Does a row keep its goal? Undefined where it has none, or was not measured. */
export function isMet(row: Row): boolean | undefined {
  if ('notMeasured' in row || !row.goal) return undefined;
  if ('atMost' in row.goal) return row.ours <= row.goal.atMost;
  const ratio = ratioOf(row);
  return ratio === undefined ? undefined : ratio <= row.goal.times;
}

function cellsOf(row: Row): readonly string[] {
  if ('notMeasured' in row) return [row.what, `not measured: ${row.notMeasured}`];
  const { what, ours, unit, reference, goal } = row;
  const ratio = ratioOf(row);
  const met = isMet(row);
  return [
    what,
    amount(ours, unit),
    reference?.what ?? '',
    reference ? amount(reference.cost, unit) : '',
    ratio === undefined ? '' : times(ratio),
    goal === undefined ? '' : 'times' in goal ? times(goal.times) : amount(goal.atMost, unit),
    met === undefined ? '' : met ? 'yes' : 'NO',
  ];
}

function ratioOf({ ours, reference }: Measured): number | undefined {
  return reference && reference.cost > 0 ? ours / reference.cost : undefined;
}

function amount(value: number, unit: Unit): string {
  return `${value < 100 ? value.toFixed(1) : Math.round(value)} ${unit}`;
}

function times(ratio: number): string {
  return `${ratio.toFixed(1)}x`;
}
