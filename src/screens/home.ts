import {
  goalOutOfReach,
  numberCitations,
  productNames,
  registrationSiteClosed,
  skypeClosed,
  whatStillMakesSense,
} from '../facts/index.ts';
import type { Markdown, Rollout, Summary } from '../model/index.ts';
import { stepStates, viewOf, waitsOf } from '../state/index.ts';
import { steps } from '../steps/index.ts';
import { count, localDay, showDay } from '../words/index.ts';
import { blank, cutText, filled, indented, type Line, line, span, wrap } from './look/lines.ts';
import { markdownLines } from './look/markdown.ts';
import { isFocused, marker, type Picture, type Stage, stacked } from './parts/stage.ts';
import { windowedBlock } from './parts/window.ts';

/** All rollouts with how far each is; on the first run, what this is for. */
export function homePicture(stage: Stage): Picture {
  return stage.session.summaries.length === 0 ? firstRun(stage) : rolloutList(stage);
}

const told = (text: Markdown, width: number) =>
  markdownLines(
    numberCitations()
      .resolve(text)
      .replaceAll(/ \\\[[^\]]*\\\]/g, ''),
    width,
  );

function firstRun(stage: Stage): Picture {
  const { session, width, rows, scene } = stage;
  const inner = Math.min(width - 6, 76);
  const truth = [skypeClosed, registrationSiteClosed, goalOutOfReach, whatStillMakesSense].flatMap((fact) =>
    told(fact.says, inner),
  );
  const have: readonly (readonly [string, string])[] = [
    ['Have at hand', 'product and update, SIP domains, Access Edge names, sites'],
    ['Nothing here', 'touches a server or sends anything; the scripts look first'],
    ['Every answer', `is kept in ${session.folder}`],
  ];
  const lead = wrap(
    [{ text: `You answer ${count(steps.length, 'step')}, about 20 minutes; you get a script and a runbook.` }],
    inner,
  );
  const table = have.flatMap(([head, text]) =>
    wrap([{ text }], inner - 15).map((one, y) => line(span('strong', fitText(y === 0 ? head : '', 15)), one)),
  );
  const items = scene.items.map((item) => ({
    lines: [line(marker(stage.look, isFocused(stage, item) ? 'focus' : undefined), item.label)],
    ...(isFocused(stage, item) ? { mark: 0 } : {}),
  }));
  const text = { lines: indented([...truth, blank, ...lead, ...table, blank], 3) };
  return windowedBlock(stacked([text, ...items.map((one) => ({ ...one, lines: indented(one.lines, 1) }))]), rows);
}

function fitText(text: string, width: number): string {
  return text.padEnd(width);
}

function rolloutList(stage: Stage): Picture {
  const { session, scene, width, rows } = stage;
  const name = Math.min(28, Math.max(12, ...session.summaries.map((one) => one.organisation.length)));
  const products = Math.max(
    ...session.summaries.map(({ rollout }) => (rollout ? productOf(rollout, stage.m).length : 0)),
  );
  const blocks = scene.items.map((item) => {
    const here = isFocused(stage, item);
    const summary = session.summaries.find((one) => one.id === item.id);
    const sign = marker(stage.look, here ? 'focus' : undefined);
    const one = summary ? line(sign, summaryLine(summary, stage, name, products)) : line(sign, `+ ${item.label}`);
    return { lines: [cutLine(one, width - 1)], ...(here ? { mark: 0 } : {}) };
  });
  return windowedBlock(stacked(blocks), rows);
}

function cutLine(one: Line, width: number): Line {
  return filled(one, width);
}

function summaryLine(summary: Summary, stage: Stage, name: number, products: number): Line {
  const { rollout } = summary;
  const { m, width } = stage;
  const organisation = filled([{ text: cutText(summary.organisation, name) }], name + 2);
  if (!rollout) return line(organisation, span('bad', 'its file cannot be read; Enter says why'));
  const done = [...stepStates(rollout, m.today).values()].filter((state) => state === 'done').length;
  const product = productOf(rollout, m);
  const middle = width < 70 ? [] : filled([{ text: product }], products + 2);
  return line(organisation, middle, `${done} of ${steps.length}  `, noteOf(summary, rollout, stage));
}

function productOf(rollout: Rollout, m: Stage['m']): string {
  const { product } = viewOf(rollout, m.today);
  return product ? productNames[product] : 'no product yet';
}

/** What waits, else when it was exported, else when somebody was here last. */
function noteOf(summary: Summary, rollout: Rollout, { m, look }: Stage): Line {
  const [wait] = waitsOf(rollout, m.today);
  if (wait) {
    const since = `${wait.task.label} ${showDay(wait.since, m.today)}, day ${wait.day}`;
    return line(...marker(look, 'wait'), span('wait', since));
  }
  const day = (moment: string) => showDay(localDay(moment, m.around.offset), m.today);
  const last = rollout.events.at(-1);
  if (last?.type === 'exported') return line(...marker(look, 'done'), span('ok', `exported ${day(last.at)}`));
  const at = summary.savedAt ?? last?.at;
  return at === undefined ? [] : line(span('muted', `last here ${day(at)}`));
}
