import stringWidth from 'string-width';
import { cutForShowing } from '../../words/index.ts';
import { graphemes } from '../text/buffer.ts';

/** What a span means; the theme turns it into attributes, or into none. */
export type Role = 'text' | 'strong' | 'muted' | 'focus' | 'ok' | 'warn' | 'wait' | 'bad' | 'code';

export type Span = { readonly text: string; readonly role?: Role };

/** One row of the screen, from the left. */
export type Line = readonly Span[];

/** Where the real cursor stands: 0-based cells of a frame or a part of it. */
export type Spot = { x: number; y: number };

export type Size = { columns: number; rows: number };

/** A line of pieces; plain text has the role `text`. */
export function line(...pieces: readonly (string | Span | Line | undefined | false)[]): Line {
  return pieces.flatMap((piece): readonly Span[] => {
    if (!piece) return [];
    if (typeof piece === 'string') return [{ text: piece }];
    return 'text' in piece ? [piece] : piece;
  });
}

export const blank: Line = [];

export function span(role: Role, text: string): Span {
  return { text, role };
}

/** Characters that take a cell each and join with no other of them: Latin letters, and what our own screens draw with. */
const oneCellEach = /^[\x20-\x7e\u00a1-\u00ac\u00ae-\u024f‘’“”–—…√►■□●○█←↑→↓]*$/;

/** Display cells of a text as `written` shows it: what nobody sees has a sign of one cell. */
export function cells(text: string): number {
  // Nearly everything is of these, and every frame measures thousands of words.
  return oneCellEach.test(text) ? text.length : stringWidth(shownPieces(text, '□').join(''));
}

/** The pieces of a text as a terminal may have them: every second one stands for what nobody sees. */
export function shownPieces(text: string, sign: string): readonly string[] {
  if (oneCellEach.test(text)) return [text];
  return cutForShowing(text).map((piece, i) => (i % 2 === 1 ? sign : piece));
}

export function widthOf(one: Line): number {
  return one.reduce((sum, part) => sum + cells(part.text), 0);
}

/** The characters of a line, without roles. */
export function plain(one: Line): string {
  return one.map((part) => part.text).join('');
}

/** A text that takes at most `width` cells; what is cut is told by `…`. */
export function cutText(text: string, width: number): string {
  if (cells(text) <= width) return text;
  if (width <= 0) return '';
  let kept = '';
  let used = 0;
  for (const one of graphemes(text)) {
    const wide = cells(one);
    if (used + wide > width - 1) break;
    kept += one;
    used += wide;
  }
  return `${kept}…`;
}

/** A line of at most `width` cells. */
export function cut(one: Line, width: number): Line {
  if (widthOf(one) <= width) return one;
  const kept: Span[] = [];
  let left = width;
  for (const part of one) {
    const wide = cells(part.text);
    if (wide < left) {
      kept.push(part);
      left -= wide;
      continue;
    }
    // Something is cut here or behind, so the last cell is for the mark.
    kept.push({ ...part, text: cutText(wide === left ? `${part.text} ` : part.text, left) });
    break;
  }
  return kept;
}

/** A line of exactly `width` cells. */
export function filled(one: Line, width: number): Line {
  const short = cut(one, width);
  const missing = width - widthOf(short);
  return missing > 0 ? [...short, { text: ' '.repeat(missing) }] : short;
}

/** `left` and `right` at the two ends of `width`; where both do not fit, the left one is cut. */
export function ends(left: Line, right: Line, width: number): Line {
  const rest = width - widthOf(right) - 2;
  if (rest < 8) return cut(left, width);
  return [...filled(left, rest), { text: '  ' }, ...right];
}

/** Moves lines to the right. */
export function indented(lines: readonly Line[], by: number): readonly Line[] {
  return lines.map((one) => (one.length === 0 ? one : [{ text: ' '.repeat(by) }, ...one]));
}

type Word = { spans: Span[]; width: number; gap: Span; ends?: boolean };

const noGap: Span = { text: '' };

/** Words and the blanks before them; a new line in the text ends a line. */
function wordsOf(one: Line): Word[] {
  const words: Word[] = [];
  let current: Word = { spans: [], width: 0, gap: noGap };
  const close = (ends: boolean) => {
    if (current.spans.length > 0 || ends) words.push(ends ? { ...current, ends } : current);
    current = { spans: [], width: 0, gap: noGap };
  };
  for (const { text, ...rest } of one) {
    for (const piece of text.match(/\n|[^\S\n]+|[^\s]+/g) ?? []) {
      if (piece === '\n') close(true);
      else if (piece.trim() === '') {
        close(false);
        current.gap = { ...rest, text: current.gap.text + piece };
      } else {
        current.spans.push({ ...rest, text: piece });
        current.width += cells(piece);
      }
    }
  }
  close(false);
  return words;
}

/**
 * A paragraph in lines of at most `width` cells. Lines after the first are indented by `hang`; a word longer than a
 * line is broken.
 */
export function wrap(one: Line, width: number, hang = 0): readonly Line[] {
  const filler = new Filler(Math.max(hang + 2, width), hang);
  for (const word of wordsOf(one)) filler.add(word);
  return filler.lines().map(merged);
}

/** Fills lines with words, one after the other. */
class Filler {
  readonly #width: number;
  readonly #hang: number;
  readonly #lines: Span[][] = [[]];
  #used = 0;

  constructor(width: number, hang: number) {
    this.#width = width;
    this.#hang = hang;
  }

  add({ spans, width, gap, ends }: Word): void {
    const blanks = this.#isFresh() && this.#lines.length > 1 ? noGap : gap;
    if (!this.#isFresh() && this.#used + cells(blanks.text) + width > this.#width) this.#newLine();
    else if (blanks.text !== '') this.#put(blanks);
    for (const part of spans) this.#fill(part);
    if (ends) this.#newLine();
  }

  /** The lines so far; one that was begun and holds nothing is none. */
  lines(): readonly Line[] {
    const last = this.#lines.at(-1) ?? [];
    return this.#lines.length > 1 && plain(last).trim() === '' ? this.#lines.slice(0, -1) : this.#lines;
  }

  #isFresh(): boolean {
    return this.#used === (this.#lines.length === 1 ? 0 : this.#hang);
  }

  #newLine(): void {
    this.#lines.push([]);
    this.#used = 0;
    if (this.#hang > 0) this.#put({ text: ' '.repeat(this.#hang) });
  }

  #put(part: Span): void {
    this.#lines.at(-1)?.push(part);
    this.#used += cells(part.text);
  }

  /** Puts a part of a word; what is too long goes on below. */
  #fill(part: Span): void {
    const fits = this.#used + cells(part.text) <= this.#width;
    for (const one of fits ? [part.text] : graphemes(part.text)) {
      if (this.#used + cells(one) > this.#width) this.#newLine();
      this.#put({ ...part, text: one });
    }
  }
}

/** Neighbours of one role become one span. */
function merged(one: Line): Line {
  const out: Span[] = [];
  for (const part of one) {
    const last = out.at(-1);
    if (last && last.role === part.role) out[out.length - 1] = { ...last, text: last.text + part.text };
    else if (part.text !== '') out.push(part);
  }
  return out;
}

/** Pieces one behind the other, each whole, on as many lines as they need. */
export function flowed(pieces: readonly Line[], width: number, gap: number): readonly Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last && widthOf(last) + gap + widthOf(piece) <= width)
      lines[lines.length - 1] = [...last, { text: ' '.repeat(gap) }, ...piece];
    else lines.push(cut(piece, width));
  }
  return lines;
}

/** Lines beside each other; columns are as wide as told, but the last. */
export function beside(columns: readonly { lines: readonly Line[]; width: number }[]): readonly Line[] {
  const rows = Math.max(0, ...columns.map((column) => column.lines.length));
  return Array.from({ length: rows }, (_, y) =>
    columns.flatMap(({ lines, width }, x) => {
      const one = lines[y] ?? blank;
      return x === columns.length - 1 ? cut(one, width) : filled(one, width);
    }),
  );
}
