import { placeOf } from '../../state/index.ts';
import { toldOf } from '../../wizard/index.ts';
import { blank, cutText, indented, line, span, wrap } from '../look/lines.ts';
import type { Item } from '../session/scene.ts';
import { deskOf } from '../session/session.ts';
import { linesOf, linesPicture, type PageLines, titleLines } from './page-lines.ts';
import { type Block, type Extent, isFocused, marker, noExtent, type Picture, type Stage, stacked } from './stage.ts';
import { tellingLines } from './telling.ts';

/** A page without what stands at its sides: the telling, or the questions and the command. */
export function pageBody(stage: Stage): Picture {
  const { scene, focus } = stage;
  const { page, view } = scene;
  if (!page || !view) return { lines: [] };
  if (scene.items[0]?.id.startsWith('needs/')) {
    return stacked([{ lines: [...titleLines(stage, false), blank] }, needsBlock(stage, scene.items)]);
  }
  const lines = linesOf(stage);
  if (focus?.item === 'telling') return tellingPicture(stage, lines);
  return linesPicture(stage, lines);
}

/** What must be answered before this page can say anything, and where. */
function needsBlock(stage: Stage, items: readonly Item[]): Block {
  const { look, scene } = stage;
  const width = stage.width - 4;
  const lead = wrap(
    [
      {
        text: `This page is worked out from ${items.length === 1 ? 'an answer' : 'answers'} that ${items.length === 1 ? 'is' : 'are'} not there yet. Enter leads there, Esc back.`,
      },
    ],
    width,
  );
  const rows = items.map((item): Block => {
    const place = scene.view && placeOf(item.id.slice('needs/'.length), scene.view);
    const where = place ? `${place.step.title}, ${place.page.title}` : '';
    const here = isFocused(stage, item);
    return {
      lines: [line(marker(look, here ? 'focus' : undefined), item.label, span('muted', `   ${where}`))],
      ...(here ? { mark: 0 } : {}),
    };
  });
  return stacked([{ lines: [...indented(lead, 2), blank] }, ...rows]);
}

/** The telling has the screen; the questions below are named. */
function tellingPicture(stage: Stage, { near, beyond }: PageLines): Picture {
  const { scene, session, width, rows } = stage;
  const { page, view } = scene;
  if (!page || !view) return { lines: [] };
  const told = indented(tellingLines(toldOf(page, view), width - 2), 2);
  const below = stacked(near.map(({ block }) => block)).lines;
  const head = [...titleLines(stage, true), blank];
  const whole = [...head, ...told, ...(below.length > 0 ? [blank, ...below] : [])];
  if (whole.length + beyond.below <= rows) return { lines: whole, mark: 0, extent: noExtent };
  const names = near.map(({ item }) => item.label);
  const next = names.length === 0 ? [] : [blank, line(span('muted', cutText(`  Then   ${names.join(', ')}`, width)))];
  const room = rows - head.length - next.length;
  const fits = told.length <= room;
  const size = fits ? room : room - 1;
  const max = Math.max(0, told.length - size);
  const from = Math.min(deskOf(session).scroll, max);
  const shown = told.slice(from, from + size);
  const left = told.length - from - shown.length;
  const more = fits ? [] : [line(span('muted', left > 0 ? `  ${left} more below` : '  End of the text'))];
  const [first] = near;
  const extent: Extent = { max, page: Math.max(1, size - 1), ...(first ? { below: first.item.id } : {}) };
  return { lines: [...head, ...shown, ...more, ...next], mark: 0, extent };
}
