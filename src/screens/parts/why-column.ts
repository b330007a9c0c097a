import { factsText, seenOnServer, type Told, toldOf } from '../../wizard/index.ts';
import { blank, type Line, line, span, wrap } from '../look/lines.ts';
import { markdownLines } from '../look/markdown.ts';
import type { Item } from '../session/scene.ts';
import type { Stage } from './stage.ts';
import { numbersIn, sourceLines } from './telling.ts';

/** The third column of a wide window: why the line of the keyboard is asked, and what is there now. */
export function whyColumn(stage: Stage, item: Item | undefined, width: number): readonly Line[] {
  const { page, view } = stage.scene;
  if (!page || !view || !item) return [];
  const told = toldOf(page, view);
  if (item.of !== 'form')
    return item.of === 'telling' ? [strong('Sources'), ...sourceLines(told.citations.sources(), width)] : [];
  const { form } = item;
  const why =
    form.why.length === 0
      ? [line(span('muted', 'Nothing more is to be said about it.'))]
      : markdownLines(told.citations.resolve(factsText(form.why)), width);
  const server = onServer(item, stage, width);
  const sources = sourcesOf(told, why, width);
  const whole = [strong('Why'), ...why, ...server, ...sources];
  if (whole.length <= stage.rows) return whole;
  // What is there now stays in sight; the panel has the rest.
  const room = stage.rows - server.length - 2;
  return [strong('Why'), ...why.slice(0, room), [span('muted', 'F1 shows all of it')], ...server].slice(0, stage.rows);
}

function strong(text: string): Line {
  return [span('strong', text)];
}

function onServer(item: Item, { scene: { view }, m }: Stage, width: number): readonly Line[] {
  const seen =
    item.of === 'form' && view && seenOnServer(item.field, view, { today: m.today, offset: m.around.offset });
  if (!seen) return [];
  return [blank, strong(seen.title), ...seen.lines.flatMap((text) => wrap([{ text }], width, 2))];
}

/** Sources that these lines name, by the numbers of the page. */
function sourcesOf(told: Told, why: readonly Line[], width: number): readonly Line[] {
  const sources = told.citations.sources();
  const numbers = [...numbersIn(why)].sort((a, b) => a - b);
  const lines = numbers.flatMap((n) => wrap([span('muted', `${n} ${sources[n - 1]?.title ?? ''}`)], width, 2));
  return lines.length === 0 ? [] : [blank, ...lines];
}
