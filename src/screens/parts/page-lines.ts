import { blank, indented, type Line, line, span, wrap } from '../look/lines.ts';
import type { Item } from '../session/scene.ts';
import { itemAt } from '../session/scenes.ts';
import { formBlock } from './form-block.ts';
import { peopleBlock } from './people-block.ts';
import { type Block, type Extent, marker, noExtent, type Picture, type Stage, stacked } from './stage.ts';
import { type WillRun, willRun } from './will-run.ts';
import { cutTo, windowed } from './window.ts';

/** A question, a task or a person, as it stands on the page. */
export type PageLine = { item: Item; block: Block };

/** The title, which has the sign of the keyboard while the telling is read. */
export function titleLines({ scene, look }: Stage, isHere: boolean): readonly Line[] {
  return [line(marker(look, isHere ? 'focus' : undefined), span('strong', scene.page?.title ?? ''))];
}

/** Every question, task and person of the page, that of the keyboard unfolded. */
export function linesOf(stage: Stage): readonly PageLine[] {
  const items = stage.scene.items.filter((item) => item.of !== 'telling');
  const labels = items.flatMap((item) => (item.of === 'form' ? [item.form.label.length + (item.task ? 4 : 0)] : []));
  const labelWidth = Math.min(Math.max(12, ...labels), Math.max(16, Math.floor(stage.width / 2.2)));
  return items.map((item) => ({
    item,
    block: item.of === 'form' ? formBlock(item, stage, labelWidth) : peopleBlock(item, stage),
  }));
}

/** The questions have the screen. Dropped where rows are short: the sentence, parameters, other answers. */
export function linesPicture(stage: Stage, lines: readonly PageLine[]): Picture {
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
