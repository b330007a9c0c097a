import { beside, indented, type Line } from './look/lines.ts';
import { pageBody } from './parts/page-body.ts';
import type { Picture, Stage } from './parts/stage.ts';
import { stepsColumn, stepsWidth } from './parts/steps-column.ts';
import { whyColumn } from './parts/why-column.ts';
import { itemAt } from './session/scenes.ts';

const textWidth = 76;
/** Without the margins of the window (70 and 120 columns): from here on steps stand at the left, reasons at the right. */
const widths = { steps: 68, why: 118 };

/** A page between the steps and, where there is room, the reasons. */
export function pagePicture(stage: Stage): Picture {
  const { width, rows } = stage;
  if (width < widths.steps) return pageBody({ ...stage, width: Math.min(width - 1, textWidth + 2) });
  const left = { lines: stepsColumn(stage, stage.scene.step?.id ?? ''), width: stepsWidth };
  const inner = width - stepsWidth - 1;
  // The list of people needs the room for a column a state.
  const alone = stage.scene.page?.people !== undefined && stage.focus?.item !== 'telling';
  if (width < widths.why || alone) {
    const body = pageBody({ ...stage, width: alone ? inner : Math.min(inner, textWidth + 2) });
    return besideBody(left, body, [], inner);
  }
  const main = Math.max(59, Math.min(textWidth + 2, inner - 40));
  const body = pageBody({ ...stage, width: main });
  const focused = stage.focus && itemAt(stage.scene, stage.focus);
  const right = whyColumn(stage, focused, inner - main - 3);
  return besideBody(left, body, right.slice(0, rows), main);
}

function besideBody(
  left: { lines: readonly Line[]; width: number },
  body: Picture,
  right: readonly Line[],
  main: number,
): Picture {
  const columns = [
    left,
    { lines: body.lines, width: main },
    ...(right.length > 0 ? [{ lines: indented(right, 2), width: 200 }] : []),
  ];
  const { cursor, mark, extent } = body;
  return {
    lines: beside(columns),
    ...(mark === undefined ? {} : { mark }),
    ...(cursor ? { cursor: { x: cursor.x + left.width, y: cursor.y } } : {}),
    ...(extent ? { extent } : {}),
  };
}
