import type { Line, Role } from './lines.ts';

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

// Whatever reached a saved file, nothing but visible characters reaches the terminal.
const unsafe = /[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/gu;

/** A line as it is written: without characters that would steer the terminal, in ASCII where that is asked for. */
export function written(one: Line, look: Look): Line {
  return one.map((part) => {
    const safe = part.text.replace(unsafe, '?');
    return { ...part, text: look.ascii ? safe.replace(/[…·–—‘’“”→↑↓←×]/g, (sign) => twins[sign] ?? sign) : safe };
  });
}
