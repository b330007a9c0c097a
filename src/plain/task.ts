import type { Task } from '../model/index.ts';
import { type Cell, type Form, type Row, rowInState, textOf } from '../wizard/index.ts';
import { taskStateWords } from '../words/index.ts';
import { askCell } from './cell.ts';
import { type Asked, askUntil, inForce, keepsSaid, lacksSaid, noted, questionOf, wayOf } from './form.ts';
import type { Way } from './places.ts';
import { problemsSaid } from './sitting.ts';
import { say, type Talk, todayOf } from './talk.ts';

/** A task: its state, then what belongs to that. `seen`: that verify saw it done, if so. */
export async function askTask(talk: Talk, asked: Asked, task: Task, seen: readonly string[]): Promise<Way> {
  const begun = asked.form();
  const final = task.irreversible ? ['Take this as final; why tells what the sources say.'] : [];
  const intro = [`Task: ${begun.label}. ${begun.help}`, ...seen, ...final, ...inForce(begun)];
  for (;;) {
    const form = asked.form();
    const [row = {}] = form.rows;
    const [state] = form.cells(row);
    if (!state) return 'next';
    const holds = `Now: ${asked.shown()}. Enter leaves it.`;
    const question = questionOf(talk, asked, { cell: state, prompt: `${form.label}:`, holds, intro });
    const reply = await askCell(talk, question);
    const way = wayOf(reply) ?? (reply.of === 'nothing' ? 'next' : undefined);
    if (way) return way;
    const picked = reply.of === 'value' ? reply.value : 'todo';
    const to = picked === row.state ? row : rowInState(picked, row, todayOf(talk));
    const led = await askParts(talk, asked, to);
    if (led !== 'again') return led;
  }
}

/** A state in words: `waiting since 21 Nov, day 2`, `done, 3 Nov 2014, by Maria Anders`. */
export function stateSaid({ rows: [row], origin, shown }: Form): string {
  const by = textOf(row, 'by') === '' ? '' : `, by ${textOf(row, 'by')}`;
  const said = `${stateWords(textOf(row, 'state'), shown)}${by}`;
  return origin === 'default' ? `${said}, as for all` : said;
}

function stateWords(state: string, shown: string): string {
  switch (state) {
    case 'waiting':
    case 'done':
      return shown === state ? state : `${state}${state === 'done' ? ',' : ''} ${shown}`;
    case 'waived':
      return shown;
    default:
      return shown === '' ? taskStateWords.todo : shown;
  }
}

/** What belongs to a state; again: the state is asked once more. */
async function askParts(talk: Talk, asked: Asked, begun: Row): Promise<Way | 'again'> {
  let row = begun;
  tryState(talk, asked, row);
  const parts = asked.form().cells(row).slice(1);
  for (let x = 0; x < parts.length; ) {
    const cell = parts[x];
    if (!cell) break;
    const accept = (next: Row) => {
      row = next;
      return tryState(talk, asked, row, cell);
    };
    const way = await askUntil(talk, asked, {
      prompt: () => ({ cell, prompt: `${cell.label}:`, holds: partHolds(cell, row) }),
      opening: () => [cell.help],
      nothing: () => accept(row),
      value: (value) => accept({ ...row, [cell.id]: value }),
    });
    if (way === 'back' && x === 0) return 'again';
    if (way === 'back') x--;
    else if (way !== 'next') return way;
    else x++;
  }
  return 'next';
}

function partHolds(cell: Cell, row: Row): string {
  const now = textOf(row, cell.id);
  if (now !== '') return keepsSaid(now);
  // What is optional here says so by itself.
  return cell.required ? lacksSaid(cell) : '';
}

/** Accepts the state as far as it is right; false, with what is wrong with a part of it said, where that is not. */
function tryState(talk: Talk, asked: Asked, row: Row, part?: Cell): boolean {
  const { happening, problems } = asked.form().accept([row]);
  if (happening) noted(talk, asked, happening);
  const here = problems.filter(({ path: [at] }) => at === undefined || at === part?.id);
  if (part) say(talk, problemsSaid([...here, ...asked.form().problems.filter(({ weight }) => weight === 'warn')]));
  return here.length === 0;
}
