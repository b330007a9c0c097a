import type { Kind, Problem } from '../model/index.ts';
import { listed } from '../words/index.ts';

/** A problem with what is expected, and an example of it, as it is chosen or typed; an answers file writes it as JSON. */
export function asTyped(problem: Problem, kind: Kind<unknown>): Problem {
  if (problem.example !== kind.example) return problem;
  const typed = { ...problem, example: typedExample(kind) };
  if (kind.form !== 'choice' || problem.expected !== kind.expected) return typed;
  const labels = kind.choices.map(({ label }) => label);
  return { ...typed, expected: listed(labels, 'or') };
}

function typedExample(kind: Kind<unknown>): string {
  switch (kind.form) {
    case 'list':
      return kind.item.example;
    case 'records':
      return kind.columns
        .filter((column) => column.required)
        .map((column) => column.kind.example)
        .join(', ');
    case 'choice':
      return (
        kind.choices.find(({ value }) => [value, JSON.stringify(value)].includes(kind.example))?.label ?? kind.example
      );
    case 'line':
      return kind.example;
  }
}

/** One problem in words: `x is one word; a full name has a dot. Expected: a name, such as sip.contoso.com.` */
export function problemText({ said, expected, example, weight }: Problem): string {
  if (weight === 'warn') return said;
  const named = expected.includes(example) || example === '' ? expected : `${expected}, such as ${example}`;
  return `${said} Expected: ${named}.`;
}
