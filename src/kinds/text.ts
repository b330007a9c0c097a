import type { LineKind, Result } from '../model/index.ts';
import { quoted } from '../words/index.ts';
import { accept, named, refuse } from './result.ts';

const controls = /[\p{Cc}\u2028\u2029]/u;
const bidi = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/u;
const invisible = /[\u200b\u2060-\u2064\ufeff\u00ad]/u;
// A joiner stays between letters or emoji, where scripts and emoji need it, and nowhere else.
const joinable = String.raw`(?:[\p{L}\p{M}\p{Extended_Pictographic}\ufe0f]|[\u{1f3fb}-\u{1f3ff}])`;
const loneJoiner = new RegExp(`(?<!${joinable})[\\u200c\\u200d]|[\\u200c\\u200d](?!${joinable})`, 'u');

/**
 * One line of text as a person means it: NFC, without blanks around it, 1 to `max` code points (256), without control,
 * line-separating, bidirectional and zero-width characters.
 */
export function readLine(raw: unknown, expected: string, example: string, max = 256): Result<string> {
  if (typeof raw !== 'string') return refuse(`${named(raw)} stands where text belongs.`, expected, example);
  // A whole file in one line is not worth a closer look.
  if (raw.length > 100 * max)
    return refuse(`${quoted(raw)} is ${raw.length} characters long.`, `${expected}, at most ${max}`, example);
  const value = raw.normalize('NFC').trim();
  if (value === '') return refuse('Nothing is there.', expected, example);
  if (!value.isWellFormed())
    return refuse(`${quoted(value.toWellFormed())} holds half a character.`, expected, example);
  if (controls.test(value)) {
    return refuse(`${quoted(value)} holds a line end, a tab or another control character.`, expected, example);
  }
  if (bidi.test(value))
    return refuse(`${quoted(value)} holds a mark that turns the direction of text.`, expected, example);
  if (invisible.test(value) || loneJoiner.test(value)) {
    return refuse(`${quoted(value)} holds a character of no width.`, expected, example);
  }
  const length = [...value].length;
  if (length > max)
    return refuse(`${quoted(value)} is ${length} characters long.`, `${expected}, at most ${max}`, example);
  return accept(value);
}

/** Free text on one line. `refuse` names what a value may not be, as a sentence, or returns nothing. */
export function text(options: {
  expected: string;
  example: string;
  refuse?: (value: string) => string | undefined;
}): LineKind<string> {
  const { expected, example } = options;
  return {
    form: 'line',
    expected,
    example,
    show: (value) => value,
    parse(raw) {
      const line = readLine(raw, expected, example);
      const reason = line.ok ? options.refuse?.(line.value) : undefined;
      return reason === undefined ? line : refuse(reason, expected, example);
    },
  };
}
