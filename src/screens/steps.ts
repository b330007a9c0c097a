import { blank, type Line, line, span } from './look/lines.ts';
import { isFocused, marker, type Picture, type Stage } from './parts/stage.ts';
import { stepsToldOf } from './parts/steps-column.ts';

/** The steps and what follows them, each with how it stands in words. */
export function stepsPicture(stage: Stage): Picture {
  const { look, scene } = stage;
  const steps = stepsToldOf(stage);
  const rows = scene.items.flatMap((item): readonly Line[] => {
    const here = isFocused(stage, item);
    const told = steps.get(item.id);
    const state = told ? [...marker(look, told.sign), span('muted', told.said)] : [];
    const title = here ? span('focus', item.label) : { text: item.label };
    const gap = ' '.repeat(Math.max(1, 18 - item.label.length));
    return [
      ...(item.id === 'review' ? [blank] : []),
      line(marker(look, here ? 'focus' : undefined), title, state.length > 0 && gap, ...state),
    ];
  });
  return { lines: rows, mark: rows.findIndex((row) => row[0]?.text === look.glyphs.focus) };
}
