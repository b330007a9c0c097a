/** Bytes that a terminal sends for a key. */
export const keys = {
  enter: '\r',
  tab: '\t',
  backTab: '\u001b[Z',
  escape: '\u001b',
  up: '\u001b[A',
  down: '\u001b[B',
  right: '\u001b[C',
  left: '\u001b[D',
  pageDown: '\u001b[6~',
  pageUp: '\u001b[5~',
  delete: '\u001b[3~',
  end: '\u001b[F',
  home: '\u001b[H',
  backspace: '\u007f',
  space: ' ',
  f1: '\u001bOP',
  /** Erases what stands in a line, from its end. */
  clear: '\u0005\u0015',
  ctrl: (letter: string) => String.fromCharCode(letter.toUpperCase().charCodeAt(0) - 64),
  alt: (letter: string) => `\u001b${letter}`,
  /** Text as a terminal with bracketed paste sends it. */
  paste: (text: string) => `\u001b[200~${text}\u001b[201~`,
} as const;
