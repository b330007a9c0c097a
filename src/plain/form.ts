import type { AnyField, Happening } from '../model/index.ts';
import { type Cell, type Form, isEmptyRow, keptNow, type Row, seenOnServer } from '../wizard/index.ts';
import { askCell, type CellQuestion, type CellReply } from './cell.ts';
import { nothingToClear } from './menu.ts';
import type { Way } from './places.ts';
import { happen, problemsSaid } from './sitting.ts';
import { say, sittingOf, type Talk, todayOf, viewNow, worldOf } from './talk.ts';
import { sayReasons } from './why.ts';

/** A form that is asked: it is made anew after each change, since what holds may have changed with it. */
export type Asked = {
  form(): Form;
  /** What holds now, in words. */
  shown(): string;
  /** The field, where it is one. */
  field?: AnyField;
  /** Tells all that the page has to tell. */
  more(): void;
};

/** A field of one line, or a choice. */
export function askField(talk: Talk, asked: Asked): Promise<Way> {
  const [row = {}] = asked.form().rows;
  const [cell] = asked.form().cells(row);
  if (!cell) throw new Error(`${asked.form().id} asks nothing.`);
  return askUntil(talk, asked, {
    prompt: () => ({ cell, prompt: `${asked.form().label}:`, holds: holdsSaid(asked.form()) }),
    opening: () => [opening(asked.form()), ...inForce(asked.form())],
    nothing: () => nothing(talk, asked),
    value: (value) => accepted(talk, asked, [{ value }]),
  });
}

type Steps = {
  prompt(): { cell: Cell; prompt: string; holds: string };
  /** What is said before it is asked for the first time. */
  opening(): readonly string[];
  /** Enter alone; true where that does. */
  nothing(): boolean;
  /** A value, or undefined where it is taken away; true where that does. */
  value(value: unknown): boolean;
};

/** Asks for one thing until what is said does, or leads elsewhere. */
export async function askUntil(talk: Talk, asked: Asked, { prompt, opening, nothing, value }: Steps): Promise<Way> {
  for (let brief = false; ; brief = true) {
    const question = questionOf(talk, asked, { ...prompt(), intro: opening() });
    const reply = await askCell(talk, { ...question, brief });
    const way = wayOf(reply);
    if (way) return way;
    const sitting = sittingOf(talk);
    const { rollout } = sitting;
    const done = reply.of === 'nothing' ? nothing() : value(reply.of === 'value' ? reply.value : undefined);
    const isIdle = reply.of === 'word' && sitting.rollout === rollout && !sitting.readOnly;
    if (isIdle) say(talk, [nothingToClear]);
    else if (done) return 'next';
  }
}

/** Enter alone: a default becomes the answer, an answer stays, and nothing is enough where nothing is needed. */
export function nothing(talk: Talk, asked: Asked): boolean {
  const { adopt, rows, required, label } = asked.form();
  if (adopt) noted(talk, asked, adopt);
  if (adopt || !required || !rows.every(isEmptyRow)) return true;
  say(talk, [neededSaid(label)]);
  return false;
}

/** What is asked, in words. */
export function opening({ label, question, help }: Form): string {
  return [`${label}.`, question, help].filter((part) => part !== undefined).join(' ');
}

/** What is wrong or odd with what holds; an answer that is missing is no problem before it was asked for. */
export function inForce({ rows, problems }: Form): readonly string[] {
  return rows.every(isEmptyRow) ? [] : problemsSaid(problems);
}

export function neededSaid(label: string): string {
  return `${label} is needed. skip goes on without it; Review names it then.`;
}

/** What a cell of a form asks, with what why and more tell of it. */
export function questionOf(
  talk: Talk,
  asked: Asked,
  rest: { cell: Cell; prompt: string; holds: string; intro?: readonly string[] },
): CellQuestion {
  const clock = { today: todayOf(talk), offset: talk.around.offset };
  const why = () => {
    sayReasons(talk.voice, asked.form().why);
    const seen = seenOnServer(asked.field, viewNow(talk), clock);
    if (seen) say(talk, [`${seen.title}: ${seen.lines.join('; ')}`]);
  };
  const kept = keptNow(asked.field, viewNow(talk), clock);
  return { intro: [], kept, why, more: asked.more, listed: asked.form().grows?.table === false, ...rest };
}

/** Where a word leads that every line understands; undefined: it is for the line itself. */
export function wayOf(reply: CellReply): Exclude<Way, object> | undefined {
  if (reply.of !== 'word' || reply.word === 'clear') return undefined;
  return reply.word === 'skip' ? 'next' : reply.word;
}

/** What holds without an answer, and what Enter does then. */
function holdsSaid({ origin, shown, required, rows, cells }: Form): string {
  const [cell] = cells(rows[0] ?? {});
  if (origin === 'yours') return keepsSaid(shown);
  if (origin === 'default') return `Default: ${shown}. Enter takes it.`;
  return lacksSaid(cell, required);
}

/** What stands there, and that Enter keeps it. */
export function keepsSaid(now: string): string {
  return `Now: ${now}. Enter keeps it.`;
}

/** Nothing stands there: whether it is needed, and an example of what is typed. */
export function lacksSaid(cell: Cell | undefined, required = cell?.required ?? false): string {
  return `${required ? 'Needed.' : 'Optional; Enter goes on without it.'}${suchAs(cell)}`;
}

/** An example of what is typed, to stand behind a sentence; empty where there is none. */
export function suchAs(cell: Cell | undefined): string {
  return cell?.input === 'text' && cell.example !== '' ? ` Such as ${cell.example}` : '';
}

/** Tries to make rows the answer, says what is noted and what is wrong. True where all of it was accepted. */
export function accepted(talk: Talk, asked: Asked, rows: readonly Row[]): boolean {
  const { happening, problems, warnings = [] } = asked.form().accept(rows);
  if (happening) noted(talk, asked, happening);
  say(talk, problemsSaid([...problems, ...warnings]));
  return problems.length === 0;
}

/** Makes something happen, and says what holds then and what followed. */
export function noted(talk: Talk, asked: Asked, happening: Happening, shownNow = asked.shown): void {
  const sitting = sittingOf(talk);
  const { rollout } = sitting;
  const said = happen(sitting, happening, talk.place, worldOf(talk));
  if (sitting.rollout !== rollout) {
    const shown = shownNow();
    say(talk, [shown === '' ? 'Noted: no answer.' : `Noted: ${shown}.`]);
  }
  say(talk, said);
}

/** Makes something happen that no form holds. */
export function carryOut(talk: Talk, happening: Happening): void {
  say(talk, happen(sittingOf(talk), happening, talk.place, worldOf(talk)));
}
