import { type Citations, numberCitations } from '../facts/index.ts';
import type { Change, Fact, Markdown, Page, View } from '../model/index.ts';
import { askedFields, missingFor, sharedTasks } from '../state/index.ts';
import { blocks, md, sides } from '../words/index.ts';

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

type ChangeTold = { citations: Citations; why: string; risk: string; reach: string; more: string };

/** Why a change is made, its risk and whom it reaches, their sources numbered as on the plan; `more`: what else is known. */
export function changeTold({ desired, reaches }: Change): ChangeTold {
  const citations = numberCitations();
  const told = [md`${desired.why}`, desired.risk.says, reaches];
  const [why = '', risk = '', reach = ''] = told.map(citations.resolve);
  const isTold = ({ says, sides: voices }: Fact) =>
    voices === undefined && told.some(({ markdown }) => markdown.includes(says.markdown));
  const more = citations.resolve(factsText(desired.cite.filter((fact) => !isTold(fact))));
  return { citations, why, risk, reach, more };
}

/** Facts one below the other; where sources disagree, each voice and what we do. */
export function factsText(facts: readonly Fact[]): Markdown {
  return blocks(...facts.map((fact) => (fact.sides ? sides(fact) : md`${fact}`)));
}
