import type { Markdown, Scalar } from '../model/index.ts';
import { literal, scalar } from './literal.ts';
import { plainLine } from './plain.ts';

/** Lines moved to the right by so many levels of four spaces; empty lines stay empty. */
export function indented(text: string, levels: number): string {
  return text.replace(/^(?=.)/gm, '    '.repeat(levels));
}

/** A hashtable literal with literal keys, a value a line, in the order given. `values` are PowerShell expressions. */
export function hashtable(values: Readonly<Record<string, string>>): string {
  const width = Math.max(0, ...Object.keys(values).map((name) => name.length));
  const lines = Object.entries(values).map(([name, value]) => `${name.padEnd(width)} = ${value}`);
  return `@{\n${indented(lines.join('\n'), 1)}\n}`;
}

export function scalars(values: Readonly<Record<string, Scalar>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, scalar(value)]));
}

/** `@('a', 'b')`, an item a line where there are several. */
export function array(items: readonly string[]): string {
  const printed = items.map(literal);
  return printed.length < 2 ? `@(${printed.join('')})` : `@(\n${indented(printed.join(',\n'), 1)}\n)`;
}

/** What Markdown says, as a literal. */
export function said(markdown: Markdown): string {
  return literal(plainLine(markdown));
}

/** A script block, on one line where its body is one line. */
export function block(body: string): string {
  return body.includes('\n') ? `{\n${indented(body, 1)}\n}` : `{ ${body} }`;
}

/** Names in quotes, so many a line; lines are to be joined with commas. */
export function inLines(names: readonly string[], perLine: number): readonly string[] {
  const quoted = names.map(literal);
  const lines = Math.ceil(quoted.length / perLine);
  return Array.from({ length: lines }, (_, i) => quoted.slice(i * perLine, (i + 1) * perLine).join(', '));
}
