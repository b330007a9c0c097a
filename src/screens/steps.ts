import { blank, type Line, line, span } from './look/lines.ts';
import { pagePicture, widths } from './page.ts';
import { isFocused, marker, type Picture, type Stage, stacked } from './parts/stage.ts';
import { stepSigns, stepsWidth } from './parts/steps-column.ts';
import { pageScene } from './session/page-scene.ts';
import type { Place } from './session/session.ts';

const words = { bad: 'something is wrong', look: 'look at it', done: 'done', wait: 'waits' };

/** The steps with the keyboard among them; the page that was left stays in sight where there is room. */
export function stepsPicture(stage: Stage, place: Extract<Place, { at: 'steps' }>): Picture {
  const { session, m, width, look, scene } = stage;
  const alone = width < widths.steps || !place.from;
  const signs = stepSigns(stage);
  const rows = scene.items.flatMap((item): readonly Line[] => {
    const here = isFocused(stage, item);
    const sign = signs.get(item.id);
    const state = sign === undefined ? [] : [...marker(look, sign), span('muted', alone ? words[sign] : '')];
    const title = here ? span('focus', item.label) : { text: item.label };
    const gap = alone ? ' '.repeat(Math.max(1, 18 - item.label.length)) : ' ';
    return [
      ...(item.id === 'review' ? [blank] : []),
      line(marker(look, here ? 'focus' : undefined), title, state.length > 0 && gap, ...state),
    ];
  });
  const at = scene.items.findIndex((item) => isFocused(stage, item));
  const mark = at + (at > scene.items.findIndex((item) => item.id === 'review') - 1 ? 1 : 0);
  if (alone || !place.from) return { ...stacked([{ lines: rows, mark }]) };
  const { focus: _elsewhere, ...passive } = stage;
  const page = pagePicture({ ...passive, scene: pageScene(session, place.from, m) });
  const lines = Array.from({ length: Math.max(rows.length, page.lines.length) }, (_, y): Line => {
    const right = dropped(page.lines[y] ?? [], stepsWidth);
    const left = rows[y] ?? [];
    const missing = stepsWidth - left.reduce((sum, part) => sum + part.text.length, 0);
    return right.length === 0 ? left : [...left, { text: ' '.repeat(Math.max(1, missing)) }, ...right];
  });
  return { lines, mark };
}

/** A line without its first cells, which hold plain text. */
function dropped(one: Line, cells: number): Line {
  let left = cells;
  return one.flatMap((part) => {
    const cut = Math.min(left, part.text.length);
    left -= cut;
    const text = part.text.slice(cut);
    return text === '' ? [] : [{ ...part, text }];
  });
}
