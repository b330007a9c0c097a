import { type Line, line, type Role, type Spot, span } from '../look/lines.ts';
import type { Look } from '../look/theme.ts';
import type { Item, Scene } from '../session/scene.ts';
import type { Focus, Moments, Session } from '../session/session.ts';

/** All that a screen is drawn from, and the room it has. */
export type Stage = {
  session: Session;
  m: Moments;
  look: Look;
  scene: Scene;
  /** Where the keyboard is; undefined where it is elsewhere on the screen. */
  focus?: Focus;
  width: number;
  rows: number;
};

/** Lines that belong together; `mark` is the row of the keyboard, `cursor` where text is edited. */
export type Block = { lines: readonly Line[]; mark?: number; cursor?: Spot };

/** How far something can be scrolled, and items that do not fit above and below. */
export type Extent = { max: number; page: number; above?: string; below?: string };
export type Picture = Block & { extent?: Extent };

export const noExtent: Extent = { max: 0, page: 1 };

/** Blocks below each other. */
export function stacked(blocks: readonly Block[]): Block {
  const lines: Line[] = [];
  let mark: number | undefined;
  let cursor: Spot | undefined;
  for (const block of blocks) {
    if (block.mark !== undefined) mark = lines.length + block.mark;
    if (block.cursor) cursor = { x: block.cursor.x, y: lines.length + block.cursor.y };
    lines.push(...block.lines);
  }
  return { lines, ...(mark === undefined ? {} : { mark }), ...(cursor ? { cursor } : {}) };
}

/** The two cells before a line that tell where the keyboard is, or how the line stands. */
export function marker(look: Look, sign: 'focus' | 'bad' | 'look' | 'belongs' | 'done' | 'wait' | undefined): Line {
  if (sign === undefined) return [{ text: '  ' }];
  return line(span(signRoles[sign], look.glyphs[sign]), ' ');
}

const signRoles: Readonly<Record<'focus' | 'bad' | 'look' | 'belongs' | 'done' | 'wait', Role>> = {
  focus: 'focus',
  bad: 'bad',
  look: 'warn',
  belongs: 'focus',
  done: 'ok',
  wait: 'wait',
};

export function isFocused(stage: Stage, item: Item): boolean {
  return stage.focus?.item === item.id;
}
