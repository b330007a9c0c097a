import { blank, type Line, line, span, wrap } from '../look/lines.ts';
import { markdownLines } from '../look/markdown.ts';
import type { Item } from '../session/scene.ts';
import type { Stage } from './stage.ts';
import { factsText, numbersIn, sourceLines, type Told, toldOf } from './telling.ts';

/** The third column of a wide window: why the line of the keyboard is asked, and what is there now. */
export function whyColumn(stage: Stage, item: Item | undefined, width: number): readonly Line[] {
  const { page, view } = stage.scene;
  if (!page || !view || !item) return [];
  const told = toldOf(page, view);
  if (item.of !== 'form')
    return item.of === 'telling' ? [[span('strong', 'Sources')], ...sourceLines(told.citations.sources(), width)] : [];
  const { form } = item;
  const why =
    form.why.length === 0
      ? [line(span('muted', 'Nothing more is to be said about it.'))]
      : markdownLines(told.citations.resolve(factsText(form.why)), width);
  const sets = item.field?.sets ?? [];
  return [
    [span('strong', 'Why')],
    ...why,
    ...(sets.length === 0 ? [] : [blank, [span('strong', 'On the server')], ...wrap([{ text: nothingSeen }], width)]),
    ...sourcesOf(told, why, width),
  ];
}

const nothingSeen = 'Nothing was seen there yet; the script looks before it changes anything.';

/** Sources that these lines name, by the numbers of the page. */
function sourcesOf(told: Told, why: readonly Line[], width: number): readonly Line[] {
  const sources = told.citations.sources();
  const numbers = [...numbersIn(why)].sort((a, b) => a - b);
  const lines = numbers.flatMap((n) => wrap([span('muted', `${n} ${sources[n - 1]?.title ?? ''}`)], width, 2));
  return lines.length === 0 ? [] : [blank, ...lines];
}
