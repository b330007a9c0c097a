import { blank, type Line, line, span } from './look/lines.ts';
import { isFocused, marker, type Picture, type Stage } from './parts/stage.ts';
import { stepSigns } from './parts/steps-column.ts';

const words = { bad: 'something is wrong', look: 'look at it', done: 'done', wait: 'waits' };

/** The steps and what follows them, each with how it stands in words. */
export function stepsPicture(stage: Stage): Picture {
  const { look, scene } = stage;
  const signs = stepSigns(stage);
  const rows = scene.items.flatMap((item): readonly Line[] => {
    const here = isFocused(stage, item);
    const sign = signs.get(item.id);
    const state = sign === undefined ? [] : [...marker(look, sign), span('muted', words[sign])];
    const title = here ? span('focus', item.label) : { text: item.label };
    const gap = ' '.repeat(Math.max(1, 18 - item.label.length));
    return [
      ...(item.id === 'review' ? [blank] : []),
      line(marker(look, here ? 'focus' : undefined), title, state.length > 0 && gap, ...state),
    ];
  });
  return { lines: rows, mark: rows.findIndex((row) => row[0]?.text === look.glyphs.focus) };
}
