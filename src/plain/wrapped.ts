import stringWidth from 'string-width';
import { printable } from '../words/index.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

function cells(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

/**
 * A text in lines of at most `width` cells, broken at words; lines after the first begin with `hang` blanks. A word
 * that is longer than a line is broken. What would steer a terminal is shown as a code.
 */
export function wrapped(text: string, width: number, hang = 0): readonly string[] {
  const room = Math.max(hang + 4, width);
  const indent = ' '.repeat(hang);
  const lines = [''];
  const put = (piece: string) => {
    const last = lines.at(-1) ?? '';
    if (cells(last) + cells(piece) <= room) lines[lines.length - 1] = last + piece;
    else lines.push(indent + piece.replace(/^ /, ''));
  };
  for (const word of printable(text).split(/ +/)) {
    if (word === '') continue;
    const gap = lines.at(-1)?.trim() === '' ? '' : ' ';
    if (hang + cells(word) <= room) {
      put(gap + word);
      continue;
    }
    if (gap !== '') lines.push(indent);
    for (const { segment } of graphemes.segment(word)) put(segment);
  }
  return lines;
}

/** The same of a text that begins with blanks, which stand before each of its lines. */
export function wrappedCode(text: string, width: number): readonly string[] {
  const indent = Math.min(/^ */.exec(text)?.[0].length ?? 0, Math.floor(width / 4));
  return wrapped(text, width - indent, 2).map((line) => ' '.repeat(indent) + line);
}
