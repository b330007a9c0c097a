import stringWidth from 'string-width';
import { printable } from '../words/index.ts';

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Where an address, a path or the name of a command is read in parts. */
const partings = /(?<=[-/.,=_])(?=[A-Za-z0-9])/;

function cells(text: string): number {
  return /^[\x20-\x7e]*$/.test(text) ? text.length : stringWidth(text);
}

/** A word in parts of no more cells than there is room for; a part without a sign to part it at is single characters. */
function partsOf(word: string, room: number): readonly string[] {
  const parts = word.split(partings);
  return parts.flatMap((part) =>
    cells(part) <= room ? [part] : Array.from(graphemes.segment(part), ({ segment }) => segment),
  );
}

/**
 * A text in lines of at most `width` cells, broken at words; lines after the first begin with `hang` blanks. A word
 * that is longer than a line is broken where it is read in parts, else anywhere. What would steer a terminal is shown
 * as a code.
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
    partsOf(word, room - hang).forEach(put);
  }
  return lines;
}

/** The same of a text that begins with blanks, which stand before each of its lines. */
export function wrappedCode(text: string, width: number): readonly string[] {
  const indent = Math.min(/^ */.exec(text)?.[0].length ?? 0, Math.floor(width / 4));
  return wrapped(text, width - indent, 2).map((line) => ' '.repeat(indent) + line);
}
