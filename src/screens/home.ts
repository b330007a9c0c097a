import { numberCitations, productNames, productShortNames, skypeClosed, whatStillMakesSense } from '../facts/index.ts';
import type { Fact, Product, Summary } from '../model/index.ts';
import { viewOf } from '../state/index.ts';
import { steps } from '../steps/index.ts';
import {
  firstFacts,
  firstText,
  firstTold,
  listedNames,
  type SummaryNote,
  stepsDone,
  summaryNote,
} from '../wizard/index.ts';
import { blank, cells, cutText, filled, indented, type Line, line, span, wrap } from './look/lines.ts';
import { markdownLines } from './look/markdown.ts';
import { type Block, isFocused, marker, type Picture, type Stage, stacked } from './parts/stage.ts';
import { windowedBlock } from './parts/window.ts';

/** All rollouts with how far each is; on the first run, what this is for. */
export function homePicture(stage: Stage): Picture {
  return stage.session.summaries.length === 0 ? firstRun(stage) : rolloutList(stage);
}

function firstRun(stage: Stage): Picture {
  const { look, rows, scene } = stage;
  const items = scene.items.map((item): Block => {
    const here = isFocused(stage, item);
    return { lines: [line(' ', marker(look, here ? 'focus' : undefined), item.label)], ...(here ? { mark: 0 } : {}) };
  });
  // Where rows are short the rest gives way: that Skype is closed is in sight on every window.
  const truths = [firstFacts, [skypeClosed, whatStillMakesSense], [skypeClosed]];
  const texts = [...truths.map((truth) => welcome(stage, truth, true)), welcome(stage, [skypeClosed], false)];
  const text = texts.find(({ length }) => length + items.length <= rows) ?? texts.at(-1) ?? [];
  return windowedBlock(stacked([{ lines: text }, ...items]), rows);
}

/** What is closed, what is asked, and where it is kept. */
function welcome({ session, width }: Stage, truth: readonly Fact[], whole: boolean): readonly Line[] {
  const inner = Math.min(width - 6, 76);
  const table = (whole ? firstTold(session.folder) : []).flatMap(([head, text]) =>
    wrap([{ text }], inner - 15).map((one, y) => line(span('strong', (y === 0 ? head : '').padEnd(15)), one)),
  );
  const told = truth.flatMap(({ says }) => markdownLines(numberCitations().resolve(says), inner));
  return indented([...told, blank, ...wrap([{ text: firstText }], inner), ...table, blank], 3);
}

function rolloutList(stage: Stage): Picture {
  const { session, scene, width, rows } = stage;
  const names = listedNames(session.summaries);
  const told = session.summaries.map((summary) => toldOf(summary, names.get(summary.id) ?? summary.id, stage));
  const columns = columnsFor(told, width - 1);
  const blocks = scene.items.map((item) => {
    const here = isFocused(stage, item);
    const one = told.find(({ summary }) => summary.id === item.id);
    const sign = marker(stage.look, here ? 'focus' : undefined);
    const text = one ? summaryLine(one, stage, columns) : line(`+ ${item.label}`);
    return { lines: [filled(line(sign, text), width - 1)], ...(here ? { mark: 0 } : {}) };
  });
  return windowedBlock(stacked(blocks), rows);
}

/** A rollout of the list, before it is known how much of it there is room for. */
type Told = { summary: Summary; name: string; note: SummaryNote | undefined; product: Product | 'none' | undefined };

function toldOf(summary: Summary, name: string, { m }: Stage): Told {
  const { rollout } = summary;
  if (!rollout) return { summary, name, note: undefined, product: undefined };
  const note = summaryNote(summary, rollout, { today: m.today, offset: m.around.offset });
  return { summary, name, note, product: viewOf(rollout, m.today).product ?? 'none' };
}

/** Cells of the columns that are not as wide as they are everywhere; 0: the column is left out. */
type Columns = { name: number; product: number; note: number; names: typeof productNames };

/** Cells of a line of the list around name, product and note: the marker, how far it is, and a gap behind each. */
const besideThem = 2 + 2 + 8;

/** Where not all of it fits, products are called by their short names, then waits are told shorter, then names are. */
function columnsFor(told: readonly Told[], width: number): Columns {
  const widest = (texts: readonly string[]) => Math.max(0, ...texts.map(cells));
  const name = Math.min(28, Math.max(12, widest(told.map((one) => one.name))));
  const notes = told.flatMap(({ note }) => (note ? [note] : []));
  const noteOf = (said: (note: SummaryNote) => string) => 2 + widest(notes.map(said));
  const whole = noteOf(({ text }) => text);
  const brief = noteOf((note) => briefNote(note));
  const least = noteOf((note) => briefNote(note, 8));
  const productIn = (names: typeof productNames) =>
    2 + widest(told.flatMap(({ product }) => (product ? [productSaid(product, names)] : [])));
  const tries = [
    { names: productNames, note: whole },
    ...[whole, brief, least].map((note) => ({ names: productShortNames, note })),
  ].map(({ names, note }) => ({ names, note, product: productIn(names) }));
  const fitting = width < 69 ? undefined : tries.find((one) => besideThem + name + one.product + one.note <= width);
  const { product, names } = fitting ?? { product: 0, names: productShortNames };
  const left = width - besideThem - product;
  const kept = Math.max(12, Math.min(name, left - least));
  return { name: kept, product, note: left - kept, names };
}

function productSaid(product: Product | 'none', names: typeof productNames): string {
  return product === 'none' ? 'no product yet' : names[product];
}

/** Without the day on which it began, and what waits in so many cells. */
function briefNote(note: SummaryNote, room = 80): string {
  return note.of === 'wait' ? `${cutText(note.what, room)}, ${note.day}` : note.text;
}

function summaryLine({ summary, name: whole, note, product }: Told, { m, look }: Stage, columns: Columns): Line {
  const { rollout } = summary;
  const name = filled([{ text: cutText(whole, columns.name) }], columns.name + 2);
  if (!rollout || product === undefined) {
    const said = 'its file cannot be read; Enter says why';
    const room = columns.product + 8 + columns.note;
    return line(name, span('bad', cells(said) <= room ? said : 'cannot be read'));
  }
  const middle = columns.product === 0 ? [] : filled([{ text: productSaid(product, columns.names) }], columns.product);
  const far = `${stepsDone(rollout, m.today)} of ${steps.length}  `;
  return line(name, middle, far, note && noteLine(note, look, columns.note));
}

/** What waits, else when it was exported, else when somebody was here last, in so many cells; a number is never cut. */
function noteLine(note: SummaryNote, look: Stage['look'], room: number): Line {
  switch (note.of) {
    case 'wait': {
      const left = room - 2;
      const text = cells(note.text) <= left ? note.text : briefNote(note, left - 2 - cells(note.day));
      return line(...marker(look, 'wait'), span('wait', text));
    }
    case 'exported':
      return line(...marker(look, 'done'), span('ok', note.text));
    case 'last':
      return line(span('muted', note.text));
  }
}
