/** `1 pool`, `2 pools`; `many` where the plural is not the word and an s. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** "Redmond", "Redmond and Dublin", "a, b and c". */
export function listed(items: readonly string[], last = 'and'): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

/** `edge.pools[0].internal`: a field or task id and a path within its value. */
export function pathText(id: string, path: readonly (string | number)[]): string {
  return path.reduce<string>((text, part) => text + (typeof part === 'number' ? `[${part}]` : `.${part}`), id);
}

/** What a person wrote, in quotes, safe to print: controls and bidirectional marks shown as `\u{..}`, cut at 60. */
export function quoted(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not reach a terminal
  const safe = text.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (c) => {
    return `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`;
  });
  const shown = [...safe];
  return `"${shown.length > 60 ? `${shown.slice(0, 59).join('')}…` : safe}"`;
}
