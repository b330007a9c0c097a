import type { Located } from '../state/index.ts';
import { pathText } from '../words/index.ts';

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
