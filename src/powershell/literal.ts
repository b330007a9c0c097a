import type { Scalar } from '../model/index.ts';

/** What PowerShell takes for a single quote. */
const singleQuotes = /['\u2018-\u201b]/g;

/** Controls, line and paragraph separators: none of them belongs on one line of a script. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach a script
const controls = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;

/**
 * Text as a single-quoted PowerShell string that is that text. Every character that PowerShell takes for a single quote
 * is doubled. Throws on control characters and on half a surrogate pair: kinds refuse them long before.
 */
export function literal(value: string): string {
  if (controls.test(value) || !value.isWellFormed()) {
    throw new Error(`cannot stand in a script: ${JSON.stringify(value)}`);
  }
  return `'${value.replace(singleQuotes, '$&$&')}'`;
}

/** A value as PowerShell reads it: `'text'`, `2`, `$true`, `$null`. */
export function scalar(value: Scalar): string {
  switch (typeof value) {
    case 'string':
      return literal(value);
    case 'number':
      if (!Number.isSafeInteger(value)) throw new Error(`cannot stand in a script: ${value}`);
      return String(value);
    case 'boolean':
      return value ? '$true' : '$false';
    default:
      return '$null';
  }
}
