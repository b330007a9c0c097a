import type { Markdown } from '../model/index.ts';

/** What may stand at a place in Markdown that `md` made, and what of it is text. */
const pieces: readonly { at: RegExp; text: (match: RegExpExecArray) => string }[] = [
  { at: /\\([!-/:-@[-`{-~])/y, text: (match) => match[1] ?? '' },
  { at: /\[\^@?[a-z0-9-]+\]/y, text: () => '' },
  { at: /(`+)( ?)(.*?[^`])\2\1(?!`)/y, text: (match) => match[3] ?? '' },
  { at: /\[([^\]]*)\]\([^)]*\)/y, text: (match) => match[1] ?? '' },
  { at: /\*+/y, text: () => '' },
  { at: /\s*\n\s*/y, text: () => ' ' },
];

/** Markdown as one line of plain text, without its citations, for a console. */
export function plainLine({ markdown }: Markdown): string {
  let text = '';
  for (let at = 0; at < markdown.length; ) {
    const found = pieceAt(markdown, at);
    text += found?.text ?? markdown[at];
    at += found?.length ?? 1;
  }
  return text.trim();
}

function pieceAt(markdown: string, at: number): { text: string; length: number } | undefined {
  for (const piece of pieces) {
    piece.at.lastIndex = at;
    const match = piece.at.exec(markdown);
    if (match) return { text: piece.text(match), length: match[0].length };
  }
  return undefined;
}
