/** `1 pool`, `2 pools`; `many` where the plural is not the word and an s. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "Redmond", "Redmond and Dublin", "a, b and c". */
export function listed(items: readonly string[], last = 'and'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** A text in lines of at most `width` characters, cut between words; a word that is longer has a line of its own. */
export function linesOfWords(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines;
}

/** `edge.pools[0].internal`: a field or task id and a path within its value. */
export function pathText(id: string, path: readonly (string | number)[]): string {
  return path.reduce<string>((text, part) => text + (typeof part === 'number' ? `[${part}]` : `.${part}`), id);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach a terminal
const unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/** Text safe to print on one line: controls, line ends and marks that turn its direction shown as `\u{..}`. */
export function printable(text: string): string {
  return text.replace(unprintable, shownAsCode);
}

function shownAsCode(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** What a person wrote, in quotes, safe to print, what has no width shown as `\u{..}` too, cut at 60. */
export function quoted(text: string): string {
  // Cut before it is looked at: it may be megabytes.
  const safe = printable(text.slice(0, 200)).replace(/[\u200c\u200d]/g, shownAsCode);
  const shown = [...safe];
  return `"${shown.length > 60 ? `${shown.slice(0, 59).join('')}…` : safe}"`;
}
