import { type Citations, numberCitations } from '../../facts/index.ts';
import type { Change, Fact, Markdown, Page, Source, View } from '../../model/index.ts';
import { askedFields, missingFor, sharedTasks } from '../../state/index.ts';
import { blocks, md, sides } from '../../words/index.ts';
import { blank, type Line, line, plain, span, wrap } from '../look/lines.ts';
import { markdownLines } from '../look/markdown.ts';

/** The text of a page with its sources numbered; the same numbers hold in the page, the third column and Why. */
export type Told = { citations: Citations; telling: string; clicks?: string };

/** What a page tells; a page that lacks answers tells nothing yet. */
export function toldOf(page: Page, view: View): Told {
  const citations = numberCitations();
  if (missingFor(page, view).length > 0) return { citations, telling: '' };
  const telling = citations.resolve(page.tell(view));
  const clicks = page.clicks && citations.resolve(page.clicks(view));
  for (const { why } of [...askedFields(page, view), ...sharedTasks(page, view)]) citations.resolve(factsText(why));
  return { citations, telling, ...(clicks === undefined ? {} : { clicks }) };
}

/** Why a change is made, its risk and whom it reaches, their sources numbered as on the plan. */
export function changeTold({ desired }: Change): { citations: Citations; why: string; risk: string; reach: string } {
  const citations = numberCitations();
  const why = citations.resolve(md`${desired.why}`);
  const risk = citations.resolve(desired.risk.says);
  return { citations, why, risk, reach: citations.resolve(desired.reaches) };
}

/** The whole telling, and how the same is done by hand. */
export function tellingLines(told: Told, width: number): readonly Line[] {
  const telling = markdownLines(told.telling, width);
  if (told.clicks === undefined) return telling;
  return [...telling, blank, [span('strong', 'By hand')], ...markdownLines(told.clicks, width)];
}

/** Facts one below the other; where sources disagree, each voice and what we do. */
export function factsText(facts: readonly Fact[]): Markdown {
  return blocks(...facts.map((fact) => (fact.sides ? sides(fact) : md`${fact}`)));
}

/** Sources as they are numbered, all or some of them. Addresses are text: nothing opens them. */
export function sourceLines(sources: readonly Source[], width: number, only?: ReadonlySet<number>): readonly Line[] {
  const wide = String(sources.length).length;
  return sources.flatMap(({ title, where }, i) => {
    if (only && !only.has(i + 1)) return [];
    return wrap(line(`${String(i + 1).padStart(wide)} `, title, span('muted', `, ${where}`)), width, wide + 1);
  });
}

/** The numbers of the sources that these lines cite. */
export function numbersIn(lines: readonly Line[]): ReadonlySet<number> {
  const text = lines.map(plain).join(' ');
  return new Set([...text.matchAll(/\[(\d+(?:, \d+)*)/g)].flatMap((match) => (match[1] ?? '').split(', ').map(Number)));
}
