import { placeOf } from '../../state/index.ts';
import { blank, cutText, indented, type Line, line, span, wrap } from '../look/lines.ts';
import type { Item } from '../session/scene.ts';
import { itemAt } from '../session/scenes.ts';
import { deskOf } from '../session/session.ts';
import { formBlock } from './form-block.ts';
import { peopleBlock } from './people-block.ts';
import { type Block, type Extent, isFocused, marker, noExtent, type Picture, type Stage, stacked } from './stage.ts';
import { tellingLines, toldOf } from './telling.ts';
import { type WillRun, willRun } from './will-run.ts';
import { cutTo, windowed } from './window.ts';

/** A page without what stands at its sides: the telling, or the questions and the command. */
export function pageBody(stage: Stage): Picture {
  const { scene, focus } = stage;
  const { page, view } = scene;
  if (!page || !view) return { lines: [] };
  const needs = scene.items.filter((item) => item.id.startsWith('needs/'));
  if (needs.length > 0) return stacked([{ lines: [...titleLines(stage, false), blank] }, needsBlock(stage, needs)]);
  const lines = linesOf(stage);
  if (focus?.item === 'telling') return tellingPicture(stage, lines);
  return linesPicture(stage, lines);
}

function titleLines({ scene, look }: Stage, isHere: boolean): readonly Line[] {
  return [line(marker(look, isHere ? 'focus' : undefined), span('strong', scene.page?.title ?? ''))];
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

type PageLine = { item: Item; block: Block };

/** Every question, task and person of the page, that of the keyboard unfolded. */
function linesOf(stage: Stage): readonly PageLine[] {
  const items = stage.scene.items.filter((item) => item.of !== 'telling');
  const labels = items.flatMap((item) => (item.of === 'form' ? [item.form.label.length + (item.task ? 4 : 0)] : []));
  const labelWidth = Math.min(Math.max(12, ...labels), Math.max(16, Math.floor(stage.width / 2.2)));
  return items.map((item) => ({
    item,
    block: item.of === 'form' ? formBlock(item, stage, labelWidth) : peopleBlock(item, stage),
  }));
}

/** The telling has the screen; the questions below are named. */
function tellingPicture(stage: Stage, lines: readonly PageLine[]): Picture {
  const { scene, session, width, rows } = stage;
  const { page, view } = scene;
  if (!page || !view) return { lines: [] };
  const told = indented(tellingLines(toldOf(page, view), width - 2), 2);
  const below = stacked(lines.map(({ block }) => block)).lines;
  const head = [...titleLines(stage, true), blank];
  const whole = [...head, ...told, ...(below.length > 0 ? [blank, ...below] : [])];
  if (whole.length <= rows) return { lines: whole, mark: 0, extent: noExtent };
  const names = lines.map(({ item }) => item.label);
  const next = names.length === 0 ? [] : [blank, line(span('muted', cutText(`  Then   ${names.join(', ')}`, width)))];
  const room = rows - head.length - next.length;
  const fits = told.length <= room;
  const size = fits ? room : room - 1;
  const max = Math.max(0, told.length - size);
  const from = Math.min(deskOf(session).scroll, max);
  const shown = told.slice(from, from + size);
  const left = told.length - from - shown.length;
  const more = fits ? [] : [line(span('muted', left > 0 ? `  ${left} more below` : '  End of the text'))];
  const [first] = lines;
  const extent: Extent = { max, page: Math.max(1, size - 1), ...(first ? { below: first.item.id } : {}) };
  return { lines: [...head, ...shown, ...more, ...next], mark: 0, extent };
}

/** The questions have the screen. Dropped where rows are short: the sentence, parameters, other answers. */
function linesPicture(stage: Stage, lines: readonly PageLine[]): Picture {
  const { scene, width, rows, focus } = stage;
  const item = focus && itemAt(scene, focus);
  const title = titleLines(stage, false);
  const lead = indented(wrap([span('muted', scene.page?.lead ?? '')], width - 2), 2);
  const run = willRun(stage, item?.of === 'form' ? item : undefined);
  const body = lines.map(({ block }) => block);
  const all = stacked(body).lines.length;
  const runAll = run ? 1 + run.heading.length + run.lines.length + run.after.length : 0;
  const withLead = title.length + lead.length + 1 + all + runAll <= rows;
  const head = withLead ? [...title, ...lead, blank] : [...title];
  const below = runLines(run, rows - head.length - all);
  const room = rows - head.length - below.length;
  const { block, extent } = windowedLines(lines, focus?.item, room);
  return { ...stacked([{ lines: head }, block, { lines: below }]), extent };
}

/** As much of the command as fits: at least its heading and one line, with what the line of the keyboard settles. */
function runLines(run: WillRun | undefined, room: number): readonly Line[] {
  if (!run) return [];
  const least = Math.max(room, 1 + run.heading.length + Math.min(run.lines.length, 1));
  const space = least - 1 - run.heading.length;
  const after = space >= run.lines.length + run.after.length ? run.after : [];
  return [blank, ...run.heading, ...shortened(run.lines, space - after.length), ...after];
}

function shortened(lines: readonly { line: Line; own: boolean }[], room: number): readonly Line[] {
  if (lines.length <= room) return lines.map((one) => one.line);
  const own = lines.filter((one) => one.own);
  const kept = new Set(own.slice(0, Math.max(1, room)));
  for (const one of lines) if (kept.size < room) kept.add(one);
  const shown = lines.filter((one) => kept.has(one));
  return shown.map((one, i) => (i === shown.length - 1 ? line(one.line, ' …') : one.line));
}

function windowedLines(
  lines: readonly PageLine[],
  at: string | undefined,
  rows: number,
): { block: Block; extent: Extent } {
  const owners = lines.flatMap(({ item, block }) => block.lines.map(() => item.id));
  const all = stacked(lines.map(({ block }) => block));
  if (all.lines.length <= rows) return { block: all, extent: noExtent };
  const from = at === undefined ? 0 : Math.max(0, owners.indexOf(at));
  const to = at === undefined ? 1 : owners.lastIndexOf(at) + 1;
  const mark = all.mark ?? from;
  // What is taller than the room is shown around the keyboard.
  const window = windowed(all.lines, ...(to - from > rows ? ([mark, mark + 1] as const) : ([from, to] as const)), rows);
  const above = window.first > 0 ? owners[Math.max(0, window.first - rows)] : undefined;
  const below = owners.slice(window.end).find((id) => id !== at);
  const extent = { max: 0, page: Math.max(1, rows - 1), ...(above ? { above } : {}), ...(below ? { below } : {}) };
  return { block: cutTo(all, window), extent };
}
