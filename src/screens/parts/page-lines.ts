import { remembered } from '../../state/index.ts';
import { blank, indented, type Line, line, span, wrap } from '../look/lines.ts';
import type { Item, Scene } from '../session/scene.ts';
import { itemAt } from '../session/scenes.ts';
import type { CommandRow } from './command-lines.ts';
import { formBlock } from './form-block.ts';
import { peopleBlock, peopleRows } from './people-block.ts';
import { type Block, isFocused, marker, type Picture, type Stage, stacked } from './stage.ts';
import { type WillRun, willRun } from './will-run.ts';
import { type Beyond, nearby, windowedItems } from './window.ts';

/** A question, a task or a person, as it stands on the page. */
export type PageLine = { item: Item; block: Block };

/** The lines that may be in sight; people may be many, so that of the others only the rows are counted. */
export type PageLines = { near: readonly PageLine[]; beyond: Beyond };

/** The title, which has the sign of the keyboard while the telling is read. */
export function titleLines({ scene, look }: Stage, isHere: boolean): readonly Line[] {
  return [line(marker(look, isHere ? 'focus' : undefined), span('strong', scene.page?.title ?? ''))];
}

/** The questions, tasks and people of the page, that of the keyboard unfolded. */
export function linesOf(stage: Stage): PageLines {
  const { items, longest } = itemsOf(stage.scene);
  const labelWidth = Math.min(longest, Math.max(16, Math.floor(stage.width / 2.2)));
  const at = items.findIndex((item) => isFocused(stage, item));
  const blockOf = (item: Item) => (item.of === 'form' ? formBlock(item, stage, labelWidth) : peopleBlock(item, stage));
  const rowsOf = (item: Item) => (item.of === 'form' ? blockOf(item).lines.length : peopleRows(item, stage.scene));
  return nearby(items, at, stage.rows, { blockOf, rowsOf });
}

/** What stands on the page, and the room that labels want. */
const itemsOf = remembered((scene: Scene): { items: readonly Item[]; longest: number } => {
  const items = scene.items.filter((item) => item.of !== 'telling');
  const labels = items.flatMap((item) => (item.of === 'form' ? [item.form.label.length + (item.task ? 4 : 0)] : []));
  return { items, longest: Math.max(12, ...labels) };
});

/** The questions have the screen. Dropped where rows are short: the sentence, parameters, other answers. */
export function linesPicture(stage: Stage, { near, beyond }: PageLines): Picture {
  const { scene, width, rows, focus } = stage;
  const item = focus && itemAt(scene, focus);
  const title = titleLines(stage, false);
  const lead = indented(wrap([span('muted', scene.page?.lead ?? '')], width - 2), 2);
  const run = willRun(stage, item?.of === 'form' ? item : undefined);
  const all = beyond.above + stacked(near.map(({ block }) => block)).lines.length + beyond.below;
  const runAll = run ? 1 + run.heading.length + run.lines.length + run.after.length : 0;
  const withLead = title.length + lead.length + 1 + all + runAll <= rows;
  const head = withLead ? [...title, ...lead, blank] : [...title];
  const own = near.find((one) => one.item.id === focus?.item)?.block.lines.length ?? 0;
  const free = rows - head.length;
  // Two rows tell of the lines above and below.
  const below = runLines(run, Math.max(free - all, Math.min(leastRows(run), free - own - 2)));
  const room = rows - head.length - below.length;
  const { block, extent } = windowedItems(
    near.map(({ item, block }) => ({ id: item.id, block })),
    focus?.item,
    room,
    beyond,
  );
  return { ...stacked([{ lines: head }, block, { lines: below }]), extent };
}

/** As much of the command as fits: at least its heading and one line, with what the line of the keyboard settles. */
function runLines(run: WillRun | undefined, room: number): readonly Line[] {
  if (!run) return [];
  const least = Math.max(room, 1 + run.heading.length + Math.min(run.lines.length, 1));
  const space = least - 1 - run.heading.length;
  const after = space >= run.lines.length + run.after.length ? run.after : [];
  return [blank, ...run.heading, ...shortened(run.lines, Math.max(1, space - after.length)), ...after];
}

/** Rows for the cmdlet, the line that the keyboard settles, and the gaps around it. */
function leastRows(run: WillRun | undefined): number {
  return run ? 1 + run.heading.length + Math.min(run.lines.length, 4) : 0;
}

/** The cmdlet and what the line of the keyboard settles, then as many others as fit; a line tells each gap. */
function shortened(lines: readonly CommandRow[], room: number): readonly Line[] {
  if (lines.length <= room) return lines.map((one) => one.line);
  const [first, ...rest] = lines;
  const own = rest.filter((one) => one.own);
  const wanted = [...(first ? [first] : []), ...own, ...rest.filter((one) => !one.own)];
  const least = own.length > 0 ? 2 : 1;
  const tries = wanted.map((_, i) => withGaps(lines, new Set(wanted.slice(0, i + 1)))).slice(least - 1);
  const fits = tries.findLast((one) => one.length <= room) ?? tries[0]?.slice(0, room) ?? [];
  return room > 2 || least === 1 ? fits : wanted.slice(0, 2).map((one) => one.line);
}

function withGaps(lines: readonly CommandRow[], kept: ReadonlySet<CommandRow>): readonly Line[] {
  return lines.flatMap((one, i): readonly Line[] => {
    if (kept.has(one)) return [one.line];
    const before = lines[i - 1];
    return before && !kept.has(before) ? [] : [line('      ', span('muted', '…'))];
  });
}
