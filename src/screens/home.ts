import { numberCitations, productNames, productShortNames, skypeClosed, whatStillMakesSense } from '../facts/index.ts';
import type { Fact, Rollout, Summary } from '../model/index.ts';
import { viewOf } from '../state/index.ts';
import { steps } from '../steps/index.ts';
import { firstFacts, firstText, firstTold, stepsDone, summaryNote } from '../wizard/index.ts';
import { blank, cutText, filled, indented, type Line, line, span, wrap } from './look/lines.ts';
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
  const name = Math.min(28, Math.max(12, ...session.summaries.map((one) => one.organisation.length)));
  const productsIn = (names: typeof productNames) =>
    new Map(session.summaries.flatMap(({ id, rollout }) => (rollout ? [[id, productOf(rollout, stage, names)]] : [])));
  const widest = (names: ReadonlyMap<string, string>) => Math.max(0, ...[...names.values()].map((one) => one.length));
  const full = productsIn(productNames);
  const products = name + widest(full) + besideProduct <= width ? full : productsIn(productShortNames);
  const blocks = scene.items.map((item) => {
    const here = isFocused(stage, item);
    const summary = session.summaries.find((one) => one.id === item.id);
    const sign = marker(stage.look, here ? 'focus' : undefined);
    const one = summary
      ? line(
          sign,
          summaryLine(summary, stage, name, { product: products.get(summary.id) ?? '', room: widest(products) }),
        )
      : line(sign, `+ ${item.label}`);
    return { lines: [cutLine(one, width - 1)], ...(here ? { mark: 0 } : {}) };
  });
  return windowedBlock(stacked(blocks), rows);
}

function cutLine(one: Line, width: number): Line {
  return filled(one, width);
}

/** Cells of a line of the list around name and product: the marker, gaps, how far it is and what is told behind. */
const besideProduct = 2 + 2 + 2 + 8 + 24;

function summaryLine(summary: Summary, stage: Stage, name: number, known: { product: string; room: number }): Line {
  const { rollout } = summary;
  const { m, width } = stage;
  const organisation = filled([{ text: cutText(summary.organisation, name) }], name + 2);
  if (!rollout) return line(organisation, span('bad', 'its file cannot be read; Enter says why'));
  const done = stepsDone(rollout, m.today);
  const middle = width < 70 ? [] : filled([{ text: known.product }], known.room + 2);
  return line(organisation, middle, `${done} of ${steps.length}  `, noteOf(summary, rollout, stage));
}

function productOf(rollout: Rollout, { m }: Stage, names: typeof productNames): string {
  const { product } = viewOf(rollout, m.today);
  return product ? names[product] : 'no product yet';
}

/** What waits, else when it was exported, else when somebody was here last. */
function noteOf(summary: Summary, rollout: Rollout, { m, look }: Stage): Line {
  const note = summaryNote(summary, rollout, { today: m.today, offset: m.around.offset });
  switch (note?.of) {
    case 'wait':
      return line(...marker(look, 'wait'), span('wait', note.text));
    case 'exported':
      return line(...marker(look, 'done'), span('ok', note.text));
    case 'last':
      return line(span('muted', note.text));
    default:
      return [];
  }
}
