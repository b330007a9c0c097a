import type { Change, Page, Path, Step, View } from '../model/index.ts';
import { askedFields, shownPlaces } from '../state/index.ts';

/** A line of a page, or of one of its people, that somebody is led to; `row` and `cell` where it has several. */
export type Spot = { step: Step; page: Page; person?: string; line: string; row: number; cell: string };

/** Where a line is met; a path leads to the row and cell. `line` of a problem with a person is that of the list. */
export function spotOf(
  { step, page }: { step: Step; page: Page },
  line: string,
  { person, path = [] }: { person?: { id: string } | undefined; path?: Path } = {},
): Spot {
  const cell = String(path.findLast((part) => typeof part === 'string') ?? '');
  if (person) return { step, page, person: person.id, line, row: 0, cell };
  return { step, page, line, row: typeof path[0] === 'number' ? path[0] : 0, cell };
}

/** The first field of the change's step that settles one of its parameters, else the step's first page. */
export function questionOf({ desired, commands }: Change, view: View): Spot | undefined {
  const names = new Set(commands.flatMap((command) => Object.keys(command.args)));
  const places = shownPlaces(view).filter(({ step }) => step.id === desired.step);
  for (const place of places) {
    const field = askedFields(place.page, view).find((one) => one.sets?.some((name) => names.has(name)));
    if (field) return spotOf(place, field.id);
  }
  const [first] = places;
  return first && spotOf(first, '');
}
