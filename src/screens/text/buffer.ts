import { cutAtUnseen, trimmedLine } from '../../words/index.ts';

/** A line of text with the cursor in it; `at` counts graphemes from the left. */
export type Buffer = { text: string; at: number };

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a person sees as single characters; what nobody sees is one by itself. */
export function graphemes(text: string): readonly string[] {
  if (/^[\x20-\x7e]*$/.test(text)) return text.split('');
  return cutAtUnseen(text).flatMap((piece, i) =>
    i % 2 === 1 ? [piece] : Array.from(segmenter.segment(piece), (one) => one.segment),
  );
}

/** The text with the cursor behind it. */
export function bufferOf(text: string): Buffer {
  return { text, at: graphemes(text).length };
}

export type Edit =
  | { do: 'insert'; text: string }
  | { do: 'left' | 'right' | 'word-left' | 'word-right' | 'start' | 'end' }
  | { do: 'erase' | 'erase-forward' | 'erase-word' | 'erase-to-start' };

/** The buffer after one edit. What is inserted stays as it is, so that a person can see and mend it. */
export function edited(buffer: Buffer, edit: Edit): Buffer {
  const all = graphemes(buffer.text);
  const at = Math.min(buffer.at, all.length);
  const without = (from: number, to: number): Buffer => ({
    text: [...all.slice(0, from), ...all.slice(to)].join(''),
    at: from,
  });
  switch (edit.do) {
    case 'insert':
      return inserted(all, at, edit.text);
    case 'left':
      return { text: buffer.text, at: Math.max(0, at - 1) };
    case 'right':
      return { text: buffer.text, at: Math.min(all.length, at + 1) };
    case 'word-left':
      return { text: buffer.text, at: wordStart(all, at) };
    case 'word-right':
      return { text: buffer.text, at: wordEnd(all, at) };
    case 'start':
      return { text: buffer.text, at: 0 };
    case 'end':
      return { text: buffer.text, at: all.length };
    case 'erase':
      return at === 0 ? { text: buffer.text, at } : without(at - 1, at);
    case 'erase-forward':
      return without(at, at + 1);
    case 'erase-word':
      return without(wordStart(all, at), at);
    case 'erase-to-start':
      return without(0, at);
  }
}

function inserted(all: readonly string[], at: number, text: string): Buffer {
  const before = all.slice(0, at).join('') + text;
  const whole = before + all.slice(at).join('');
  // A combining mark joins the character before it, so the cursor is counted in what came out of it.
  return { text: whole, at: Math.min(graphemes(before).length, graphemes(whole).length) };
}

/** Where the word to the left begins: blanks are passed first, as a shell does. */
function wordStart(all: readonly string[], at: number): number {
  let i = at;
  while (i > 0 && isBlank(all[i - 1])) i--;
  while (i > 0 && !isBlank(all[i - 1])) i--;
  return i;
}

function wordEnd(all: readonly string[], at: number): number {
  let i = at;
  while (i < all.length && isBlank(all[i])) i++;
  while (i < all.length && !isBlank(all[i])) i++;
  return i;
}

function isBlank(grapheme: string | undefined): boolean {
  return grapheme !== undefined && grapheme.trim() === '';
}

/** A pasted text for one line: the tabs and line ends around it, which a copied cell or line has, are no part of it. */
export function pastedLine(text: string): string {
  return text.replace(/^[ \t\r\n]*[\t\r\n]|[\t\r\n][ \t\r\n]*$/g, '');
}

/** The lines of a pasted text that hold something, without blanks around them. */
export function pastedLines(text: string): readonly string[] {
  return text
    .split(/[\r\n\u0085\u2028\u2029]+/)
    .map(trimmedLine)
    .filter((line) => line !== '');
}
