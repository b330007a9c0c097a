import { type Cell, type Form, type Row, textOf, withCell } from '../wizard/index.ts';
import { askCell, type CellReply } from './cell.ts';
import {
  type Asked,
  accepted,
  askUntil,
  inForce,
  keepsSaid,
  lacksSaid,
  noted,
  nothing,
  opening,
  questionOf,
  suchAs,
  wayOf,
} from './form.ts';
import type { Way } from './places.ts';
import { problemsSaid } from './sitting.ts';
import { say, type Talk } from './talk.ts';
import { type RowDeed, readRowDeed } from './typed.ts';

/** More than so many rows are not read out one by one. */
const mostSaid = 20;

/** A list, or records of a few columns: one row after the other, an empty line ends it. */
export async function askRows(talk: Talk, asked: Asked): Promise<Way> {
  for (let brief = false; ; brief = true) {
    const form = asked.form();
    const [cell] = form.cells({});
    if (!cell) throw new Error(`${form.id} asks nothing.`);
    const isDeed = (text: string) => deedOf(form, text) !== undefined;
    const said = {
      intro: [opening(form), ...inForce(form)],
      holds: [...rowsSaid(form), endSaid(form, cell)].join(' '),
    };
    const question = questionOf(talk, asked, { cell, prompt: rowPrompt(form, form.rows.length, cell), ...said });
    const reply = await askCell(talk, { ...question, brief }, isDeed);
    const way = wayOf(reply) ?? (reply.of === 'nothing' ? ended(talk, asked) : await did(talk, asked, cell, reply));
    if (way) return way;
  }
}

/** What is to be done with the list; undefined: what was typed is an item, or several. */
function deedOf(form: Form, text: string): RowDeed | undefined {
  return readRowDeed(
    text,
    form.rows.map((row) => textOf(row, form.cells(row)[0]?.id ?? '')),
  );
}

function ended(talk: Talk, asked: Asked): Way | undefined {
  return nothing(talk, asked) ? 'next' : undefined;
}

/** Does with the rows what was said; where that leads elsewhere, where. */
async function did(talk: Talk, asked: Asked, cell: Cell, reply: CellReply): Promise<Way | undefined> {
  switch (reply.of) {
    case 'value':
      return addRow(talk, asked, cell, reply.value);
    case 'command':
      return doDeed(talk, asked, deedOf(asked.form(), reply.text));
    default:
      accepted(talk, asked, []);
      return undefined;
  }
}

/** What stands in the list, a row after the other. */
function rowsSaid(form: Form): readonly string[] {
  const { rows, origin, shown } = form;
  if (rows.length === 0) return origin === 'default' ? [`Default: ${shown}.`] : [];
  const lead = origin === 'default' ? 'Default' : 'Now';
  if (rows.length > mostSaid) return [`${lead}: ${shown}.`];
  return [`${lead}: ${rows.map((row, i) => `${i + 1}, ${rowShown(form, row)}`).join('; ')}.`];
}

function rowShown(form: Form, row: Row): string {
  const cells = form.cells(row).filter((cell) => textOf(row, cell.id) !== '');
  if (cells.length === 1 && !form.grows?.table) return textOf(row, cells[0]?.id ?? '');
  return cells.map((cell) => `${cell.label} ${textOf(row, cell.id)}`).join(', ');
}

/** How the list is gone on with, and how it ends. */
function endSaid({ rows, origin, required, grows }: Form, cell: Cell): string {
  const one = grows?.noun ?? 'one';
  if (origin === 'default') return `Enter takes that; or type ${rows.length === 0 ? 'one' : 'another'} to add it.`;
  if (rows.length > 0)
    return `Enter keeps ${rows.length === 1 ? 'it' : 'them'}; type another to add it; remove 1 or change 1 mends one.`;
  const end = required ? 'Needed.' : 'Optional; Enter goes on without one.';
  return `${end} One ${one} after the other; an empty line ends.${suchAs(cell)}`;
}

function rowPrompt({ label, grows }: Form, row: number, cell: Cell): string {
  return grows?.table ? `${capital(grows.noun)} ${row + 1}, ${cell.label}:` : `${label}, ${row + 1}:`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

async function doDeed(talk: Talk, asked: Asked, deed: RowDeed | undefined): Promise<Way | undefined> {
  const { rows } = asked.form();
  switch (deed?.do) {
    case 'remove':
      accepted(
        talk,
        asked,
        rows.filter((_, i) => i !== deed.row),
      );
      return undefined;
    case 'change':
      return askRow(talk, asked, { row: deed.row, from: 0, draft: rows });
    case 'missed':
      say(talk, [missedSaid(deed.verb, rows.length)]);
      return undefined;
    default:
      say(talk, ['Type it: what is typed is added.']);
      return undefined;
  }
}

function missedSaid(verb: string, rows: number): string {
  const expected = rows === 0 ? 'Nothing is listed yet.' : `Expected: ${verb} and a number from 1 to ${rows}.`;
  return `There is nothing of that number or name in the list. ${expected} An item that begins with ${verb} stands in quotes.`;
}

/** A row begins with what was typed; records ask for what else belongs to it. */
async function addRow(talk: Talk, asked: Asked, cell: Cell, value: unknown): Promise<Way | undefined> {
  const form = asked.form();
  const row = form.rows.length;
  if (form.grows && row >= form.grows.max) {
    say(talk, [`There are ${form.grows.max}, and more cannot be.`]);
    return undefined;
  }
  const draft = withCell(form.rows, row, cell.id, value);
  return tried(talk, asked, { row, cell, draft }) ? askRow(talk, asked, { row, from: 1, draft }) : undefined;
}

type At = { row: number; from: number; draft: readonly Row[] };

/** The cells of a row from one on; what stands there stays by Enter. */
async function askRow(talk: Talk, asked: Asked, { row, from, draft: begun }: At): Promise<Way | undefined> {
  let draft = begun;
  const columns = asked.form().cells(draft[row] ?? {});
  for (let x = from; x < columns.length; ) {
    const cell = columns[x];
    if (!cell) break;
    const now = textOf(draft[row], cell.id);
    const way = await askUntil(talk, asked, {
      prompt: () => ({
        cell,
        prompt: rowPrompt(asked.form(), row, cell),
        holds: now === '' ? lacksSaid(cell) : keepsSaid(now),
      }),
      opening: () => (asked.form().grows?.table ? [cell.help] : []),
      nothing: () => {
        if (now !== '' || !cell.required) return true;
        say(talk, [`${cell.label} is needed. skip leaves this ${asked.form().grows?.noun ?? 'row'} out.`]);
        return false;
      },
      value: (value) => {
        const next = withCell(draft, row, cell.id, value);
        if (!tried(talk, asked, { row, cell, draft: next })) return false;
        draft = next;
        return true;
      },
    });
    if (way === 'back' && x > 0) x--;
    else if (way !== 'next') return way;
    // What is needed was skipped, so the row is left out.
    else if (cell.required && textOf(draft[row], cell.id) === '') return undefined;
    else x++;
  }
  return undefined;
}

/** What came of the row that was typed; where it was several items, what stands in all of them now. */
function shownSince({ rows, shown }: Form, row: number, cell: Cell): string {
  return rows.length > row + 1 ? shown : textOf(rows[row], cell.id);
}

/** Accepts what is right of the rows; false, with what is wrong said, where this cell is not. */
function tried(
  talk: Talk,
  asked: Asked,
  { row, cell, draft }: { row: number; cell: Cell; draft: readonly Row[] },
): boolean {
  const { accept, problems: before } = asked.form();
  const { happening, problems, warnings = [] } = accept(draft);
  const here = problems.filter(
    ({ path: [at, id] }) => at === undefined || (at === row && (id === undefined || id === cell.id)),
  );
  // The list is not read out at each row, and what was odd before was said then.
  if (happening) noted(talk, asked, happening, () => shownSince(asked.form(), row, cell));
  const known = new Set(before.map(({ said }) => said));
  say(talk, problemsSaid([...here, ...warnings.filter(({ said }) => !known.has(said))]));
  return here.length === 0;
}
