import type { LineKind, Result } from '../model/index.ts';
import { quoted, trimmedLine, unseenSaid } from '../words/index.ts';
import { lineSchema } from './patterns.ts';
import { accept, named, refuse } from './result.ts';

const longestLine = 256;

/**
 * One line of text as a person means it: NFC, without blanks around it, 1 to `max` code points (256), without anything
 * that nobody sees: control, line-separating, bidirectional and zero-width characters.
 */
export function readLine(raw: unknown, expected: string, example: string, max = longestLine): Result<string> {
  if (typeof raw !== 'string') return refuse(`${named(raw)} stands where text belongs.`, expected, example);
  // A whole file in one line is not worth a closer look.
  if (raw.length > 100 * max)
    return refuse(`${quoted(raw)} is ${raw.length} characters long.`, `${expected}, at most ${max}`, example);
  const value = trimmedLine(raw.normalize('NFC'));
  if (value === '') return refuse('Nothing is there.', expected, example);
  const unseen = unseenSaid(value);
  if (unseen !== undefined) return refuse(unseen, expected, example);
  const length = [...value].length;
  if (length > max)
    return refuse(`${quoted(value)} is ${length} characters long.`, `${expected}, at most ${max}`, example);
  return accept(value);
}

/**
 * Free text on one line. `refuse` names what a value may not be, as a sentence, or returns nothing; `but` is what a schema
 * can see of that, a pattern.
 */
export function text(options: {
  expected: string;
  example: string;
  refuse?: (value: string) => string | undefined;
  but?: string;
}): LineKind<string> {
  const { expected, example } = options;
  return {
    form: 'line',
    expected,
    example,
    show: (value) => value,
    schema: () => lineSchema(longestLine, options.but),
    parse(raw) {
      const line = readLine(raw, expected, example);
      const reason = line.ok ? options.refuse?.(line.value) : undefined;
      return reason === undefined ? line : refuse(reason, expected, example);
    },
  };
}
