import type { JsonSchema } from '../model/index.ts';

/*
 * What a schema can see of a line. The patterns are of the plain kind that every reader of schemas knows, without
 * look-around and classes of Unicode, and short enough to be shown when they do not match. So they let more pass than
 * `parse` does, and refuse nothing that it takes but names in letters beyond U+FFFF and what only blanks make too long.
 */

/** What nobody can see, or steers a terminal; what may stand around a line, and joiners, pass. */
const unseen =
  '[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u061c\\u200b\\u200e\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff]';

/** One line of at most `max` characters, with something on it that is seen; `but`: what it may not hold, as a pattern. */
export function lineSchema(max: number, but?: string): JsonSchema {
  return {
    type: 'string',
    maxLength: max,
    pattern: '\\S',
    not: { pattern: but === undefined ? unseen : `${unseen}|${but}` },
  };
}

/** Letters of a DNS name in any script, and digits. */
const letters = 'A-Za-z\\u00b5-\\u1fff\\u2c00-\\u3001\\u3003-\\ufdff';
const name = `(?:[0-9${letters}][-0-9${letters}]*[.\\u3002])+(?:[0-9]+-|[0-9]*[${letters}])[-0-9${letters}]*`;
const atom = '[^\\s"<>,;:\\\\\\[\\]*@.]+';
const address = `${atom}(?:\\.${atom})*@${name}`;

export const domainSchema = lineOf(253, name);
export const emailSchema = lineOf(254, address);
export const userSchema = lineOf(260, `(?:${anyCase('sip:')}\\s*)?${address}`);
export const httpsSchema = lineOf(256, `${anyCase('https:')}[/\\\\:@]*[^\\s/\\\\?#@]+(?:[/\\\\?#]\\S*)?`);
export const daySchema = lineOf(32, '[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])');

function lineOf(max: number, pattern: string): JsonSchema {
  return { ...lineSchema(max), pattern: whole(pattern) };
}

/** A pattern that holds for a whole line, blanks around it aside. */
export function whole(pattern: string): string {
  return `^\\s*(?:${pattern})\\s*$`;
}

/** A pattern for a word in capitals or not. */
export function anyCase(word: string): string {
  return word.replace(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);
}
