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
  const lines = all.slice(0, mostLines).map((problem) => `  ${problemLine(problem)}`);
  return [said, ...lines, ...(all.length > mostLines ? [`  And ${all.length - mostLines} more.`] : [])];
}

/** A problem of an answers file on one line: where, what, and what would do. */
export function problemLine(problem: Located): string {
  const { said, expected, example } = problem;
  const such = example === '' || expected.includes(example) ? '' : `, such as ${example}`;
  return `${placeOf(problem)}${said} Expected ${expected}${such}.`;
}

/** Something worth a look on one line. */
export function warningLine(warning: Located): string {
  return `warning: ${placeOf(warning)}${warning.said}`;
}

function placeOf({ id, path }: Located): string {
  const place = pathText(id, path);
  // Cut, since any name that somebody made up can stand there.
  return id === '' ? '' : `${place.length > 200 ? `${place.slice(0, 199)}…` : place}: `;
}

/** The same for a program. */
export function problemData({ id, path, said, expected, example }: Located) {
  return { path: pathText(id, path), said, expected, example };
}
