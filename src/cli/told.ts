import type { Located } from '../state/index.ts';
import { pathText } from '../words/index.ts';

/** Why something was not done: a sentence, and each place that is concerned. */
export type Told = {
  code: number;
  said: string;
  problems?: readonly Located[];
  missing?: readonly Located[];
};

/** More would pass by on a terminal unread. */
const mostLines = 1000;

/** The same as lines. */
export function toldLines({ said, problems = [], missing = [] }: Told): readonly string[] {
  const all = [...problems, ...missing];
  const lines = all.slice(0, mostLines).map((problem) => `  ${problemLine(placed(problem))}`);
  return [said, ...lines, ...(all.length > mostLines ? [`  And ${all.length - mostLines} more.`] : [])];
}

/** A problem with its place in words, for a program and for printing. */
export type PlacedProblem = { path: string; said: string; expected: string; example: string };

export function placed({ id, path, said, expected, example }: Located): PlacedProblem {
  return { path: pathText(id, path), said, expected, example };
}

/** A problem of an answers file on one line: where, what, and what would do. */
export function problemLine(problem: PlacedProblem): string {
  const { expected, example } = problem;
  const such = example === '' || expected.includes(example) ? '' : `, such as ${example}`;
  return `${saidLine(problem)} Expected ${expected}${such}.`;
}

/** Where, and what. */
export function saidLine({ path, said }: Pick<PlacedProblem, 'path' | 'said'>): string {
  // Cut, since any name that somebody made up can stand there.
  return path === '' ? said : `${path.length > 200 ? `${path.slice(0, 199)}…` : path}: ${said}`;
}

/** Something worth a look on one line. */
export function warningLine(warning: Located): string {
  return `warning: ${saidLine(placed(warning))}`;
}
