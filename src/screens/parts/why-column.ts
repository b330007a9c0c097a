import { factsText, seenNow, type Told, toldOf } from '../../wizard/index.ts';
import { localDay, showDay } from '../../words/index.ts';
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
  const settles = (item.field?.sets ?? []).length > 0;
  const server = settles ? [blank, ...onServer(item, stage, width)] : [];
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

function onServer(
  { field }: Extract<Item, { of: 'form' }>,
  { scene: { view }, m }: Stage,
  width: number,
): readonly Line[] {
  const seen = seenNow(field, view);
  if (!view?.evidence) return [strong('On the server'), ...wrap([{ text: nothingSeen }], width)];
  const lines = seen.length
    ? seen.slice(0, 6).map(({ object, value }) => `${object}: ${value}`)
    : ['Not seen of this.'];
  const more = seen.length > 6 ? [`and ${seen.length - 6} more`] : [];
  const title = `Seen on the server, ${showDay(localDay(view.evidence.at, m.around.offset), m.today)}`;
  return [strong(title), ...[...lines, ...more].flatMap((text) => wrap([{ text }], width, 2))];
}

const nothingSeen = 'Nothing was seen there yet; the script looks before it changes anything.';

/** Sources that these lines name, by the numbers of the page. */
function sourcesOf(told: Told, why: readonly Line[], width: number): readonly Line[] {
  const sources = told.citations.sources();
  const numbers = [...numbersIn(why)].sort((a, b) => a - b);
  const lines = numbers.flatMap((n) => wrap([span('muted', `${n} ${sources[n - 1]?.title ?? ''}`)], width, 2));
  return lines.length === 0 ? [] : [blank, ...lines];
}
