import { type Cell, type PickCell, type Row, sameValue, type TextCell, textOf } from '../../wizard/index.ts';
import { cells, cutText, filled, flowed, type Line, line, span, widthOf } from '../look/lines.ts';
import type { Focus } from '../session/session.ts';
import { optionShown, optionsAcross, pickedLabel, textShown, textWindow } from './cell.ts';
import { type Block, marker, type Stage } from './stage.ts';

/** Where a cell stands: `focus` where the keyboard is on it, `tight` where the label brings its own gap. */
export type CellPart = {
  stage: Stage;
  focus: Focus | undefined;
  label: Line;
  tag?: Line[number] | undefined;
  tight?: true;
};

/** One cell with its label before it. */
export function cellBlock(cell: Cell, row: Row, part: CellPart): Block {
  const { stage, focus, label, tag } = part;
  if (cell.input === 'text') return textBlock(cell, row, part);
  if (!cell.across)
    return focus ? optionsBlock(cell, row, { ...part, focus }) : plainLine(pickedLabel(cell, row), part);
  const indent = 2 + widthOf(label) + 2;
  const options = optionsAcross(cell, row, stage.look);
  const pieces = flowed(tag ? [...options, [tag]] : options, stage.width - indent, 2);
  const lines = pieces.map((one, y) =>
    y === 0 ? line(marker(stage.look, focus ? 'focus' : undefined), label, '  ', one) : line(' '.repeat(indent), one),
  );
  return { lines, ...(focus ? { mark: 0 } : {}) };
}

function plainLine(text: string, { stage, label, tag }: CellPart): Block {
  return { lines: [line(marker(stage.look, undefined), label, '  ', text, tag && '  ', tag)] };
}

function textBlock(cell: TextCell, row: Row, { stage, focus, label, tag, tight }: CellPart): Block {
  const gap = tight ? '' : '  ';
  const before = 2 + widthOf(label) + gap.length;
  const room = Math.max(4, stage.width - before - (tag ? cells(tag.text) + 3 : 0) - 1);
  const sign = marker(stage.look, focus ? 'focus' : undefined);
  if (!focus) {
    const shown = tight ? { text: textOf(row, cell.id) } : textShown(cell, row);
    const value = { ...shown, text: cutText(shown.text, room) };
    return { lines: [line(sign, label, gap, value, tag && '  ', tag)] };
  }
  const { text, x } = textWindow(textOf(row, cell.id), stage.session.cursor, room);
  // The cell of the cursor stays free before a tag.
  return { lines: [line(sign, label, gap, text, tag && '   ', tag)], mark: 0, cursor: { x: before + x, y: 0 } };
}

/** Options one below the other; the keyboard is on one of them. */
function optionsBlock(cell: PickCell, row: Row, { stage, focus, label, tag }: CellPart & { focus: Focus }): Block {
  const head = line(marker(stage.look, undefined), label);
  const widest = Math.max(...cell.options.map((option) => option.label.length));
  const draft = tag?.text === 'draft';
  const whole = cell.options.every((option) => (option.help?.length ?? 0) <= stage.width - 8 - widest - 11);
  const lines = cell.options.map((option, i): Line => {
    const chosen = sameValue(option.value, row[cell.id]);
    const here = i === focus.option;
    const note = chosen && tag ? `  ${tag.text}` : '';
    const help = whole ? (option.help ?? '') : '';
    const padded = filled(optionShown(option.label, chosen, stage.look), widest + 2);
    return line(
      '  ',
      marker(stage.look, here ? 'focus' : undefined),
      padded,
      '  ',
      span('muted', help),
      span(draft ? 'warn' : 'muted', note),
    );
  });
  return { lines: [head, ...lines], mark: 1 + (focus.option ?? 0) };
}

/** What is to be said of a text cell: needed, optional, or not accepted yet. */
export function cellTag(cell: Cell, row: Row, saved: Row | undefined, here: boolean): Line[number] | undefined {
  if (cell.input !== 'text') return undefined;
  const typed = textOf(row, cell.id);
  if (typed === '')
    return here ? span(cell.required ? 'warn' : 'muted', cell.required ? 'needed' : 'optional') : undefined;
  return typed === textOf(saved, cell.id) ? undefined : span('warn', 'draft');
}
