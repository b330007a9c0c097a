import { expect } from 'vitest';
import { shownPages, viewOf } from '../../src/state/index.ts';
import { steps, taskById } from '../../src/steps/index.ts';
import type { At, Move, Where } from './journey/entry.ts';
import { onTask } from './journey/tasks.ts';
import { linesOf, newPerson } from './journey.ts';
import { keys } from './keys.ts';
import { onFocus } from './screen.ts';
import type { Hands } from './terminal.ts';
import { isTitle, pressUntil, toStep } from './walk.ts';

/**
 * From where a rollout opened to where a move begins, as a person would go: on from there, or over the list of steps and
 * the pages to the line and its cell. `last` is what was accepted last.
 */
export async function goOnAt(terminal: Hands, move: Move, last: Move | undefined, at: At): Promise<void> {
  const { step, page, person } = move.where;
  await terminal.until(([head = '']) => / saved |read only/.test(head));
  if (last && (await goOnNear(terminal, move, last, at))) return;
  if (!isOnPage(terminal, move.where, at)) await toPage(terminal, move.where, at);
  if (person === undefined) return toSpot(terminal, move, at);
  const whose = at.stated.people.find(({ id }) => id === person);
  const line = whose ? `person/${person}` : newPerson;
  const begins = whose?.name ?? '+ a person';
  await toSpot(terminal, { ...move, where: { step, page }, line, at: (focus) => focus.startsWith(begins) }, at);
  terminal.send(keys.enter);
  await terminal.until(onFocus((focus) => focus.startsWith('Name')));
  await toTask(terminal, move, at);
  await pressUntil(terminal, keys.down, move.at);
}

/** From the top of a person to a task: as many tabs as it takes, as a key that is held sends them. */
async function toTask(terminal: Hands, { where, line }: Move, at: At): Promise<void> {
  const task = taskById(line);
  if (!task) return;
  terminal.send(keys.tab.repeat(linesOf(where, at).indexOf(line)));
  await terminal.until(onFocus(onTask(task)));
}

/**
 * Goes on from where it opened: at the line behind the one that was accepted last, or, after a wait that is due, at that
 * line itself. False where the way is longer than a few lines.
 */
async function goOnNear(terminal: Hands, move: Move, last: Move, at: At): Promise<boolean> {
  const { where, line, row, at: there } = move;
  const waited = / of \d+ done /.test(terminal.screen()[0] ?? '');
  // Under a clock that stands, what is given in order looks as taken in from a file: nobody stopped anywhere.
  if (waited && !terminal.text().includes('go on where you stopped')) return false;
  if (waited) {
    await pressUntil(terminal, keys.down, (focus) => focus.endsWith('go on where you stopped'));
    terminal.send(keys.enter);
    await terminal.until(([head = '']) => head.includes('Step '));
  }
  if (where.person !== undefined || where.page !== last.where.page || (waited && row)) return false;
  expect(isOnPage(terminal, where, at), terminal.text()).toBe(true);
  if (line === newPerson) return false;
  const lines = linesOf(where, at);
  const here = Math.min(lines.indexOf(last.line) + (waited ? 0 : 1), lines.length - 1);
  await pressUntil(terminal, lines.indexOf(line) < here ? keys.up : keys.down, there);
  return true;
}

/** What the head says of a page: which step, and which page of it. */
function headOf({ step, page }: Where, { stated, today }: At): string {
  const pages = shownPages(step, viewOf(stated, today));
  const number = `Step ${steps.indexOf(step) + 1} of ${steps.length}`;
  return pages.length > 1 ? `${number}, page ${pages.indexOf(page) + 1} of ${pages.length} ` : `${number} `;
}

function isOnPage(terminal: Hands, where: Where, at: At): boolean {
  return (terminal.screen()[0] ?? '').includes(headOf(where, at));
}

/** Out to the list of steps, into the step by its name, on to the page. */
async function toPage(terminal: Hands, where: Where, at: At): Promise<void> {
  const { step } = where;
  const pages = shownPages(step, viewOf(at.stated, at.today));
  await toStep(terminal, step.title);
  const here = pages.findIndex((page) => isOnPage(terminal, { step, page }, at));
  const key = here < pages.indexOf(where.page) ? keys.pageDown : keys.pageUp;
  await pressUntil(terminal, key, () => isOnPage(terminal, where, at));
}

/** Field by field to the line, then over its rows and cells to the cell. */
async function toSpot(terminal: Hands, move: Move, at: At): Promise<void> {
  const { line, row } = move;
  await toLine(terminal, move, at);
  if (line === 'telling') return;
  if (row) {
    // A list that is in order is entered at its end; where the row is not above that, it is below.
    await climb(terminal, row, move.where);
    if (!onFocus(row)(terminal.screen())) await toLine(terminal, move, at);
    await pressUntil(terminal, keys.down, row);
  }
  await pressUntil(terminal, keys.down, move.at);
}

/** From the top of the page to a line of it. */
async function toLine(terminal: Hands, { where, line }: Move, at: At): Promise<void> {
  await pressUntil(terminal, keys.backTab, (focus) => isTitle(where.page.title, focus));
  const tabs = linesOf(where, at).indexOf(line) + 1;
  for (let i = 0; i < tabs; i++) await terminal.sendAndSee(keys.tab);
}

/** Up to a row, or to the top of the page. */
async function climb(terminal: Hands, row: (focus: string) => boolean, { page }: Where): Promise<void> {
  const arrived = onFocus((focus) => row(focus) || isTitle(page.title, focus));
  while (!arrived(terminal.screen())) await terminal.sendAndSee(keys.up);
}
