import { type Line, type Role, shownPieces } from './lines.ts';

/** Signs that carry meaning, each with a word beside it somewhere on the screen. */
export type Glyphs = {
  focus: string;
  belongs: string;
  done: string;
  wait: string;
  bad: string;
  look: string;
  chosen: string;
  other: string;
  /** Stands for a character that nobody sees. */
  unseen: string;
};

/** How the terminal can show things. */
export type Look = { colour: boolean; ascii: boolean; glyphs: Glyphs };

// All of them are in WGL4, so in Consolas and in the old console's fonts.
const wgl4: Glyphs = {
  focus: '►',
  belongs: '■',
  done: '√',
  wait: '…',
  bad: '×',
  look: '!',
  chosen: '●',
  other: '○',
  unseen: '□',
};
const ascii: Glyphs = {
  focus: '>',
  belongs: '#',
  done: 'v',
  wait: '.',
  bad: 'X',
  look: '!',
  chosen: '*',
  other: 'o',
  unseen: '?',
};

export function lookOf(options: { colour: boolean; ascii: boolean }): Look {
  return { ...options, glyphs: options.ascii ? ascii : wgl4 };
}

/** Attributes of a role, as Ink's Text takes them. */
export type Attributes = { color?: string; bold?: boolean; dimColor?: boolean };

const attributes: Readonly<Partial<Record<Role, Attributes>>> = {
  strong: { bold: true },
  // Dim, not bright black, which vanishes in Solarized.
  muted: { dimColor: true },
  focus: { bold: true, color: 'cyan' },
  ok: { color: 'green' },
  warn: { color: 'yellow' },
  wait: { color: 'yellow' },
  // Dark red vanishes on the blue of PowerShell's console.
  bad: { color: 'redBright' },
};

/** Undefined where a role has none. */
export function attributesOf(role: Role | undefined, look: Look): Attributes | undefined {
  return look.colour && role ? attributes[role] : undefined;
}

/** A piece of the screen that looks the same throughout; without attributes it may go over several rows. */
export type Run = { text: string; attributes?: Attributes };

/** All rows as runs, one after the other, a line end between two rows. */
export function runsOf(lines: readonly Line[], look: Look): readonly Run[] {
  const runs: Run[] = [];
  let bare = '';
  for (const [y, one] of lines.entries()) {
    if (y > 0) bare += '\n';
    for (const { text, role } of one) {
      const attributes = attributesOf(role, look);
      if (!attributes) {
        bare += text;
        continue;
      }
      if (bare !== '') runs.push({ text: bare });
      bare = '';
      runs.push({ text, attributes });
    }
  }
  return bare === '' ? runs : [...runs, { text: bare }];
}

const twins: Readonly<Record<string, string>> = {
  '…': '~',
  '·': '-',
  '–': '-',
  '—': '-',
  '‘': "'",
  '’': "'",
  '“': '"',
  '”': '"',
  '→': '>',
  '↑': '^',
  '↓': 'v',
  '←': '<',
  '×': 'x',
};

/**
 * A line as it is written: with a sign for each character that nobody sees or that would steer the terminal, whatever
 * was pasted or stands in a saved file; in ASCII where that is asked for.
 */
export function written(one: Line, look: Look): Line {
  const { unseen } = look.glyphs;
  return one.flatMap(({ text, role }): Line => {
    return shownPieces(text, unseen).flatMap((piece, i): Line => {
      if (i % 2 === 1) return [{ text: piece, role: 'bad' }];
      return piece === '' ? [] : [{ text: inScript(piece, look), ...(role ? { role } : {}) }];
    });
  });
}

function inScript(text: string, { ascii }: Look): string {
  return ascii ? text.replace(/[…·–—‘’“”→↑↓←×]/g, (sign) => twins[sign] ?? sign) : text;
}
