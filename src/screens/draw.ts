import { importPicture, newPicture, removePicture, troublePicture } from './begin.ts';
import { exportPicture } from './export.ts';
import { homePicture } from './home.ts';
import { blank, cut, type Line, line, type Role, type Size, type Spot, span, wrap } from './look/lines.ts';
import { type Look, lookOf, written } from './look/theme.ts';
import { pagePicture } from './page.ts';
import { footLine } from './parts/foot.ts';
import { headLine } from './parts/head.ts';
import { type Extent, noExtent, type Picture, type Stage } from './parts/stage.ts';
import { personPicture } from './person.ts';
import { planPicture } from './plan.ts';
import { resumePicture } from './resume.ts';
import { reviewPicture } from './review.ts';
import { focusOf, sceneOf } from './session/scenes.ts';
import type { Moments, Notice, Session } from './session/session.ts';
import { stepsPicture } from './steps.ts';
import { whyPicture } from './why.ts';

/** A whole screen: at most one line less than the window has, none wider than it. */
export type Frame = { lines: readonly Line[]; cursor?: Spot };

/** Below this nothing useful fits. */
const least = { columns: 50, rows: 20 };
const margin = 1;

/** Is there room for a screen? */
export function fits({ columns, rows }: Size): boolean {
  return columns >= least.columns && rows >= least.rows;
}

/** The screen of a session, drawn for the size that `m` tells. Pure. */
export function draw(session: Session, m: Moments, look: Look): Frame {
  if (!fits(m.size)) return tooSmall(m);
  const { columns } = m.size;
  const { stage, notice, picture } = drawn(session, m, look);
  const width = columns - 1;
  const body = Array.from({ length: stage.rows }, (_, y) => picture.lines[y] ?? blank);
  const all = [headLine(stage), blank, ...body, ...notice, footLine(stage, picture.extent)];
  const shown = (one: Line) => cut(one.length === 0 ? one : line(' '.repeat(margin), one), width);
  const lines = all.map((one) => trimmed(written(shown(one), look)));
  const { cursor } = picture;
  if (!cursor || session.why !== undefined || cursor.y >= stage.rows) return { lines };
  return { lines, cursor: { x: Math.min(cursor.x + margin, width - 1), y: cursor.y + 2 } };
}

/** Without blanks at its end, which nobody sees and a selection would take along. */
function trimmed(one: Line): Line {
  const last = one.at(-1);
  if (!last) return one;
  const text = last.text.trimEnd();
  if (text !== '' && text === last.text) return one;
  return text === '' ? trimmed(one.slice(0, -1)) : [...one.slice(0, -1), { ...last, text }];
}

/** How far the screen can be scrolled, and what does not fit on it. */
export function extentOf(session: Session, m: Moments): Extent {
  if (!fits(m.size)) return noExtent;
  return drawn(session, m, lookOf({ colour: false, ascii: false })).picture.extent ?? noExtent;
}

function drawn(session: Session, m: Moments, look: Look): { stage: Stage; notice: readonly Line[]; picture: Picture } {
  const { columns, rows } = m.size;
  const width = columns - 1 - margin;
  const scene = sceneOf(session, m);
  const notice = noticeLines(session.notice, width);
  // Head, a blank line, the foot, and one row that stays free.
  const room = rows - 1 - 3 - notice.length;
  const stage: Stage = { session, m, look, scene, focus: focusOf(session, scene), width, rows: room };
  return { stage, notice, picture: session.why === undefined ? pictureOf(stage) : whyPicture(stage) };
}

function pictureOf(stage: Stage): Picture {
  const { place } = stage.session;
  switch (place.at) {
    case 'home':
      return homePicture(stage);
    case 'new':
      return newPicture(stage);
    case 'import':
      return importPicture(stage);
    case 'remove':
      return removePicture(stage, place);
    case 'trouble':
      return troublePicture(stage, place);
    case 'resume':
      return resumePicture(stage, place);
    case 'steps':
      return stepsPicture(stage);
    case 'page':
      return pagePicture(stage);
    case 'person':
      return personPicture(stage);
    case 'review':
      return reviewPicture(stage);
    case 'plan':
      return planPicture(stage);
    case 'export':
      return exportPicture(stage);
  }
}

const tones: Readonly<Record<Notice['tone'], Role>> = { ok: 'ok', warn: 'warn', bad: 'bad', text: 'text' };

/** What just happened, above the foot; a blank line where nothing did. */
function noticeLines(notice: Notice | undefined, width: number): readonly Line[] {
  if (!notice) return [blank];
  return [blank, ...wrap([span(tones[notice.tone], notice.text)], Math.min(width, 100)).slice(0, 3)];
}

function tooSmall({ size }: Moments): Frame {
  const needs = `This needs a window of ${least.columns} by ${least.rows}; it is ${size.columns} by ${size.rows}.`;
  const text = `${needs} Nothing is lost. Make it larger, or Ctrl+C leaves.`;
  const lines = wrap([{ text }], Math.max(2, size.columns - 1));
  return { lines: lines.slice(0, Math.max(1, size.rows - 1)) };
}
