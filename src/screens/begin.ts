import { beginText, removeText, takeInLabel, takeInText, troubleTold } from '../wizard/index.ts';
import { blank, indented, type Line, line, span, wrap } from './look/lines.ts';
import { formBlock } from './parts/form-block.ts';
import { type Block, isFocused, marker, type Picture, type Stage, stacked } from './parts/stage.ts';
import { windowedBlock } from './parts/window.ts';
import type { Place } from './session/session.ts';

/** Lines of text, then what can be done. */
export function choicesPicture(stage: Stage, text: readonly Line[]): Picture {
  const width = Math.min(stage.width - 2, 78);
  const inner = { ...stage, width };
  const items = stage.scene.items.map((item): Block => {
    if (item.of === 'form') return formBlock(item, inner, Math.max(8, item.label.length));
    const here = isFocused(stage, item);
    return { lines: [line(marker(stage.look, here ? 'focus' : undefined), item.label)], ...(here ? { mark: 0 } : {}) };
  });
  return windowedBlock(stacked([{ lines: text }, ...items]), stage.rows);
}

function paragraph(text: string, stage: Stage): readonly Line[] {
  return indented(wrap([{ text }], Math.min(stage.width - 4, 76)), 2);
}

/** A new rollout is named. */
export function newPicture(stage: Stage): Picture {
  return choicesPicture(stage, [line('  ', span('strong', 'Start a rollout')), ...paragraph(beginText, stage), blank]);
}

/** A file is taken in: answers, a rollout as an export holds it, or evidence. */
export function importPicture(stage: Stage): Picture {
  return choicesPicture(stage, [line('  ', span('strong', takeInLabel)), ...paragraph(takeInText, stage), blank]);
}

export function removePicture(stage: Stage, place: Extract<Place, { at: 'remove' }>): Picture {
  const title = line('  ', span('strong', `Remove ${place.organisation}`));
  return choicesPicture(stage, [title, ...paragraph(removeText, stage), blank]);
}

/** What stands between a person and a rollout. */
export function troublePicture(stage: Stage, { trouble, organisation }: Extract<Place, { at: 'trouble' }>): Picture {
  const { look, m, width } = stage;
  const told = troubleTold(trouble, { organisation, today: m.today, offset: m.around.offset });
  const sign = told.weight === 'stop' ? 'bad' : 'look';
  const lines = wrap([span(sign === 'bad' ? 'bad' : 'warn', told.said)], Math.min(width - 4, 76));
  return choicesPicture(stage, [
    ...lines.map((one, y) => line(...(y === 0 ? marker(look, sign) : [{ text: '  ' }]), one)),
    ...told.more.flatMap((one) => paragraph(one, stage)),
    blank,
  ]);
}
