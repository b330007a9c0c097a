import { quoted } from '../words/index.ts';

/** Where a text stops being JSON, and why. `line` and `column` count from 1. */
export type JsonFault = { said: string; line: number; column: number };

/** `byHand`: it has what JSON does not have, and a text may that a person wrote. */
export type JsonRead = { ok: true; value: unknown; byHand?: true } | { ok: false; fault: JsonFault };

/** Nothing that is saved or typed goes deeper than a few levels, or has a tenth as many names in one object. */
const deepest = 100;
const mostNames = 1000;

const blank = /[ \t\r\n]*/y;
/** What stands between the quotes of a text and means itself. */
const plain = /[ !#-[\]-\uffff]*/y;
const unicodeEscape = /\\u[0-9a-fA-F]{4}/y;
/** One that could go on where the text ends. */
const beginningOfEscape = /^\\(?:u[0-9a-fA-F]{0,3})?$/;
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const word = /true|false|null/y;

const restOfLine = /[^\r\n]*/y;

const unfinished = 'It ends in the middle of a value';
const nothingElse = 'It holds comments and nothing else';

class Fault extends Error {
  readonly at: number;

  constructor(said: string, at: number) {
    super(said);
    this.at = at;
  }
}

/**
 * Reads JSON as `JSON.parse` does and says where it breaks; refuses besides what that lets pass in silence, a name that
 * stands twice in one object. `byHand`: a person wrote it, so comments (`//` to the end of the line, and between slash
 * and asterisk) and a comma before a closing bracket are fine.
 */
export function readJson(text: string, options: { byHand?: boolean } = {}): JsonRead {
  const reader: Reader = { text, byHand: options.byHand ?? false, at: 0, isByHand: false };
  try {
    skipBlank(reader);
    if (reader.at === text.length) throw new Fault(text.trim() === '' ? 'It is empty' : nothingElse, reader.at);
    const value = readValue(reader, 0);
    skipBlank(reader);
    if (reader.at < text.length) throw new Fault('Something follows after the end of the value', reader.at);
    return { ok: true, value, ...(reader.isByHand ? { byHand: true } : {}) };
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: { said: error.message, ...lineAndColumn(text, error.at) } };
    throw error;
  }
}

type Reader = { readonly text: string; readonly byHand: boolean; at: number; isByHand: boolean };

function readValue(reader: Reader, depth: number): unknown {
  skipBlank(reader);
  if (depth > deepest) throw new Fault(`It is nested more than ${deepest} levels deep`, reader.at);
  switch (reader.text[reader.at]) {
    case '{':
      return readObject(reader, depth);
    case '[':
      return readArray(reader, depth);
    case '"':
      return readString(reader);
    default: {
      const token = take(reader, word) ?? take(reader, number);
      if (token === undefined) throw unexpected(reader, 'a value');
      return JSON.parse(token);
    }
  }
}

function readObject(reader: Reader, depth: number): Record<string, unknown> {
  const items = new Map<string, unknown>();
  readItems(reader, '}', () => {
    const at = reader.at;
    if (reader.text[at] !== '"') throw unexpected(reader, 'a name in double quotes');
    const key = readString(reader);
    if (items.has(key)) throw new Fault(`${quoted(key)} stands twice in one object`, at);
    if (items.size === mostNames) throw new Fault(`An object holds more than ${mostNames} names`, at);
    skipBlank(reader);
    if (reader.text[reader.at] !== ':') throw unexpected(reader, 'a colon');
    reader.at++;
    items.set(key, readValue(reader, depth + 1));
  });
  // Assigning one by one would set the prototype where the name is __proto__.
  return Object.fromEntries(items);
}

function readArray(reader: Reader, depth: number): unknown[] {
  const array: unknown[] = [];
  readItems(reader, ']', () => array.push(readValue(reader, depth + 1)));
  return array;
}

/** What stands between brackets, commas between; `readItem` begins at the item's first character. */
function readItems(reader: Reader, close: '}' | ']', readItem: () => void): void {
  reader.at++;
  skipBlank(reader);
  if (reader.text[reader.at] === close) {
    reader.at++;
    return;
  }
  for (;;) {
    readItem();
    skipBlank(reader);
    const sign = reader.text[reader.at];
    if (sign !== ',' && sign !== close) throw unexpected(reader, `a comma or ${close}`);
    reader.at++;
    if (sign === close) return;
    skipBlank(reader);
    if (reader.byHand && reader.text[reader.at] === close) {
      reader.at++;
      reader.isByHand = true;
      return;
    }
  }
}

function readString(reader: Reader): string {
  const start = reader.at;
  const end = endOfText(reader.text, start + 1);
  const sign = reader.text[end];
  if (sign === '"') {
    reader.at = end + 1;
    const token = reader.text.slice(start, reader.at);
    return token.includes('\\') ? JSON.parse(token) : token.slice(1, -1);
  }
  if (sign === undefined || beginningOfEscape.test(reader.text.slice(end, end + 6))) {
    throw new Fault(unfinished, reader.text.length);
  }
  if (sign === '\r' || sign === '\n') throw new Fault('A text is not closed on its line', start);
  throw new Fault(
    sign === '\\' ? 'A text holds an escape that JSON does not know' : 'A text holds a control character',
    end,
  );
}

/**
 * The first character that neither means itself nor belongs to an escape: the quote, where nothing is wrong. One
 * expression for both would run out of stack on a text of megabytes, and one for each escape takes seconds.
 */
function endOfText(text: string, start: number): number {
  let at = start;
  for (;;) {
    const before = at;
    if (text.charCodeAt(at) === 0x5c) at += escapeLength(text, at);
    else {
      plain.lastIndex = at;
      plain.test(text);
      at = plain.lastIndex;
    }
    if (at === before) return at;
  }
}

function escapeLength(text: string, at: number): number {
  const sign = text.charAt(at + 1);
  if (sign !== '' && '"\\/bfnrt'.includes(sign)) return 2;
  unicodeEscape.lastIndex = at;
  return unicodeEscape.test(text) ? 6 : 0;
}

function take(reader: Reader, token: RegExp): string | undefined {
  token.lastIndex = reader.at;
  const found = token.exec(reader.text)?.[0];
  if (found !== undefined) reader.at += found.length;
  return found;
}

/** To the next character that counts, past comments where those are fine. */
function skipBlank(reader: Reader): void {
  do if (reader.text.charCodeAt(reader.at) <= 0x20) take(reader, blank);
  while (reader.byHand && skipComment(reader));
}

function skipComment(reader: Reader): boolean {
  const { text, at } = reader;
  if (text[at] !== '/' || (text[at + 1] !== '/' && text[at + 1] !== '*')) return false;
  reader.isByHand = true;
  if (text[at + 1] === '/') take(reader, restOfLine);
  else {
    const end = text.indexOf('*/', at + 2);
    if (end < 0) throw new Fault('A comment is not closed', at);
    reader.at = end + 2;
  }
  return true;
}

function unexpected(reader: Reader, wanted: string): Fault {
  if (reader.at >= reader.text.length) return new Fault(unfinished, reader.at);
  const [sign = ''] = reader.text.slice(reader.at);
  const shown = /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(sign)
    ? sign
    : `the character U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return new Fault(`${shown} stands where ${wanted} belongs`, reader.at);
}

/** By characters of the text, since a file of megabytes can be nothing but ends of lines. */
function lineAndColumn(text: string, at: number): { line: number; column: number } {
  let line = 1;
  let column = 1;
  for (let i = 0; i < at; i++) {
    const sign = text.charCodeAt(i);
    if (sign === 0x0a || (sign === 0x0d && text.charCodeAt(i + 1) !== 0x0a)) {
      line++;
      column = 1;
    } else if (!isPaired(text, i)) column++;
  }
  return { line, column };
}

/** Is it the second half of a character of two? */
function isPaired(text: string, at: number): boolean {
  return (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}
