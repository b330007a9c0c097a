import { printCommandLines } from '../powershell/index.ts';
import { askedFields, missingFor, placeOf, sharedTasks, shownPages } from '../state/index.ts';
import { steps } from '../steps/index.ts';
import { isTouched, pageCommand, pageKey, placeBeside } from '../wizard/index.ts';
import { listed } from '../words/index.ts';
import { led, moreOf, once, stepTo } from './led.ts';
import { fieldLine, seen, taskLine } from './lines.ts';
import { choose, wordPlace } from './menu.ts';
import { peopleLine } from './people.ts';
import type { PagePlace, Place } from './places.ts';
import { sittingOf, type Talk } from './talk.ts';
import { undo } from './undo.ts';
import { chooseLine, type Line, type Walk, walkOn } from './walk.ts';
import { sayTelling } from './why.ts';
import { wrappedCode } from './wrapped.ts';

/** A page: what it tells, then its lines one after the other; where it was met before, they are named and chosen from. */
export async function visitPage(talk: Talk, place: PagePlace): Promise<Place> {
  const { step, page, line, from, then } = place;
  const lines = () => pageLines(talk, place);
  if (from === 'behind' && lines().at(-1)?.id === line) return beside(talk, place, 'end');
  sayHead(talk, place);
  if (missingFor(page, seen(talk).view).length > 0) return toMissing(talk, place);
  const isKnown = meet(talk, place);
  // Whoever is led to a line, or comes back, knows the page.
  const isEntered = line === undefined && from === undefined && !then;
  if (isEntered) sayPage(talk, place, isKnown);
  const at = ({ id }: Line) => stepTo(talk, { at: 'page', step, page, line: id });
  const walk: Walk = { lines, at, start: startOf(place, lines()), more: moreOf(talk, place) };
  if (then) return once(talk, line, walk, then);
  const isChosen = isEntered && isKnown && lines().length > 0;
  const walked = isChosen ? await chooseLine(talk, walk) : await walkOn(walk);
  if (walked === 'end') sayWillRun(talk, place);
  return walked === 'end' || walked === 'before' ? beside(talk, place, walked) : led(talk, walked, { at: 'steps' });
}

/** The page counts as met from here on; true where it was before. */
function meet(talk: Talk, place: PagePlace): boolean {
  const sitting = sittingOf(talk);
  const { page } = place;
  const key = pageKey(place);
  const isKnown = sitting.visited.includes(key) || (!sitting.fresh && isTouched(page, sitting.rollout));
  sitting.visited = [...sitting.visited.filter((one) => one !== key), key];
  const met = new Set((page.fields ?? []).map(({ id }) => id));
  sitting.followed = Object.fromEntries(Object.entries(sitting.followed).filter(([id]) => !met.has(id)));
  return isKnown;
}

function sayPage(talk: Talk, { page }: PagePlace, isKnown: boolean): void {
  const { voice } = talk;
  voice.say(isKnown ? `${page.lead} more tells all of it.` : page.lead);
  if (isKnown) return;
  voice.gap();
  sayTelling(voice, page, seen(talk).view);
}

/** The page behind this one, or the one before it, at its last line. */
function beside(talk: Talk, place: PagePlace, walked: 'end' | 'before'): Place {
  const next = placeBeside(seen(talk).view, place, walked === 'end' ? 1 : -1, sittingOf(talk).visited);
  if (walked === 'end') return next ? { at: 'page', ...next } : { at: 'review' };
  return next ? { at: 'page', ...next, from: 'last' } : { at: 'steps' };
}

function startOf({ line, from }: PagePlace, lines: readonly Line[]): string | undefined {
  if (from === 'last') return lines.at(-1)?.id;
  if (from !== 'behind') return line;
  const at = lines.findIndex(({ id }) => id === line);
  return lines[at + 1]?.id;
}

/** `Step 4 of 8, Access policy, page 1 of 2: External access policy.` */
function sayHead(talk: Talk, { step, page }: PagePlace): void {
  const pages = shownPages(step, seen(talk).view);
  const which = pages.length > 1 ? `, page ${pages.indexOf(page) + 1} of ${pages.length}` : '';
  talk.voice.gap();
  talk.voice.say(`Step ${steps.indexOf(step) + 1} of ${steps.length}, ${step.title}${which}: ${page.title}.`);
}

/** A page that is worked out from answers that are not there leads to the first of them, or is passed over. */
async function toMissing(talk: Talk, place: PagePlace): Promise<Place> {
  const { view } = seen(talk);
  const missing = missingFor(place.page, view);
  const names = listed(missing.map(({ label }) => label));
  const are = missing.length === 1 ? 'an answer that is' : 'answers that are';
  const [first] = missing;
  const where = first && placeOf(first.id, view);
  const there: Place = where && first ? { at: 'page', ...where, line: first.id } : { at: 'steps' };
  const over = beside(talk, place, 'end');
  const reply = await choose<Place>(talk, {
    lead: [`This page is worked out from ${are} not there yet: ${names}.`],
    options: [
      { label: `To the question for it: ${first?.label}`, value: there },
      { label: 'Over this page', value: over },
    ],
    enter: { value: there, said: 'Enter goes to that question.' },
    skip: { value: over },
    why: moreOf(talk, place),
  });
  if (reply.of === 'chosen') return reply.value;
  if (reply.word === 'back') return beside(talk, place, 'before');
  return wordPlace(reply, { out: { at: 'steps' }, steps: { at: 'steps' }, undo: () => undo(talk) });
}

function pageLines(talk: Talk, place: PagePlace): readonly Line[] {
  const { view } = seen(talk);
  const { page } = place;
  const more = moreOf(talk, place);
  return [
    ...askedFields(page, view).map((field) => fieldLine(talk, field, more)),
    ...(page.people ? [peopleLine(talk, place, more)] : []),
    ...sharedTasks(page, view).map((task) => taskLine(talk, task, more)),
  ];
}

/** The command that the answers of this page make, once they are there. */
function sayWillRun(talk: Talk, { step, page }: PagePlace): void {
  const { view } = seen(talk);
  const field = askedFields(page, view).findLast(({ sets = [] }) => sets.length > 0);
  const told = pageCommand({ step, page }, view, field);
  if (!told) return;
  const { voice } = talk;
  voice.gap();
  if ('nothing' in told) {
    voice.say(`Will run: ${told.nothing}.`);
    return;
  }
  const { command, product, when, further } = told;
  voice.say(`Will run${when}:`);
  for (const { text } of printCommandLines(command, product)) voice.lines(wrappedCode(`  ${text}`, voice.width()));
  if (further !== '') voice.say(further);
}
