import { localDay, localTime, showDay } from '../words/index.ts';
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
  const text =
    'A rollout is what one organisation answers, does and observes. Its name comes first; the rest is asked step by step.';
  return choicesPicture(stage, [line('  ', span('strong', 'Start a rollout')), ...paragraph(text, stage), blank]);
}

/** A file is taken in: answers, or a rollout as an export holds it. */
export function importPicture(stage: Stage): Picture {
  const text =
    'An answers file (JSON), or rollout.json of an export. It becomes a rollout of its own; the file stays as it is.';
  return choicesPicture(stage, [
    line('  ', span('strong', 'Open an answers file or an exported rollout')),
    ...paragraph(text, stage),
    blank,
  ]);
}

export function removePicture(stage: Stage, place: Extract<Place, { at: 'remove' }>): Picture {
  const title = line('  ', span('strong', `Remove ${place.organisation}`));
  const text =
    'It goes out of the list. Its folder is set aside under "removed", so that nothing is lost; what was exported stays where it is.';
  return choicesPicture(stage, [title, ...paragraph(text, stage), blank]);
}

/** What stands between a person and a rollout. */
export function troublePicture(stage: Stage, place: Extract<Place, { at: 'trouble' }>): Picture {
  const { trouble, organisation } = place;
  const { look, m } = stage;
  const said = (sign: 'bad' | 'look', text: string, more: readonly string[] = []): readonly Line[] => {
    const lines = wrap([span(sign === 'bad' ? 'bad' : 'warn', text)], Math.min(stage.width - 4, 76));
    return [
      ...lines.map((one, y) => line(...(y === 0 ? marker(look, sign) : [{ text: '  ' }]), one)),
      ...more.flatMap((one) => paragraph(one, stage)),
      blank,
    ];
  };
  switch (trouble.state) {
    case 'locked': {
      const { host, user, since } = trouble.holder;
      const day = localDay(since, m.around.offset);
      const when = `${day === m.today ? '' : `${showDay(day, m.today)} `}${localTime(since, m.around.offset)}`;
      return choicesPicture(
        stage,
        said('look', `${organisation} is open in another window: ${host}, ${user}, since ${when}.`),
      );
    }
    case 'damaged': {
      const kept = `It will be kept beside it as ${trouble.kept}.`;
      const copy =
        trouble.copy &&
        `The copy of ${showDay(localDay(trouble.copy.savedAt, m.around.offset), m.today)} ${localTime(trouble.copy.savedAt, m.around.offset)} is whole; it lacks ${trouble.copy.lacks}.`;
      return choicesPicture(stage, said('bad', trouble.said, [kept, ...(copy === undefined ? [] : [copy])]));
    }
    case 'newer':
    case 'unusable':
      return choicesPicture(stage, said('bad', trouble.said));
  }
}
