import { groupAnswers, type ReviewLine, type ReviewTold, reviewTold } from '../wizard/index.ts';
import { blank, cut, filled, indented, type Line, line, type Role, span, wrap } from './look/lines.ts';
import { type Block, isFocused, marker, type Picture, type Stage, stacked } from './parts/stage.ts';
import { nearby, windowedItems } from './parts/window.ts';
import { reviewLines } from './session/overview.ts';
import { rolloutOf } from './session/places.ts';

/** Problems first, then what to look at, what waits, and what is in order. */
export function reviewPicture(stage: Stage): Picture {
  const lines = reviewLines(stage.session, stage.m);
  const wrong = lines.some((one) => one.of === 'finding' && one.finding.weight === 'stop');
  const head = wrong
    ? 'Missing or wrong: nothing is exported. Enter leads to it, Esc back here.'
    : 'Nothing stands in the way of the export.';
  const plan = stage.scene.items.at(-1);
  const here = plan !== undefined && isFocused(stage, plan);
  const last: Block = {
    lines: [blank, line(marker(stage.look, here ? 'focus' : undefined), 'Go on to the plan')],
    ...(here ? { mark: 1 } : {}),
  };
  const lead = indented(wrap([span(wrong ? 'text' : 'ok', head)], Math.min(stage.width - 4, 76)), 2);
  const at = here ? lines.length : lines.findIndex(({ id }) => stage.focus?.item === id);
  const blockOf = (one: ReviewLine | undefined) => (one ? reviewBlock(one, stage) : last);
  const { near, beyond } = nearby([...lines, undefined], at, stage.rows, {
    blockOf,
    rowsOf: (one) => (one && one.of !== 'group' ? 1 : blockOf(one).lines.length),
  });
  const items = near.map(({ item, block }) => ({ id: item ? item.id : (plan?.id ?? ''), block }));
  const { block, extent } = windowedItems(items, stage.focus?.item, stage.rows - lead.length - 1, beyond);
  return { ...stacked([{ lines: [...lead, blank] }, block]), extent };
}

function reviewBlock(one: ReviewLine, stage: Stage): Block {
  const here = stage.focus?.item === one.id;
  const mark = here ? { mark: 0 } : {};
  const { sign, what, said, more } = told(one, stage);
  const role = roles[sign ?? 'none'];
  const step = one.of === 'group' ? '' : one.label;
  const first = line(
    marker(stage.look, here ? 'focus' : undefined),
    ...marker(stage.look, sign),
    step === '' ? '' : filled([{ text: step }], 17),
    span(role, (here && more.startsWith(said)) || said === '' ? what : `${what}   ${said}`),
  );
  const unfolded = one.of === 'group' && stage.session.unfolded.includes(one.group) ? groupLines(one.ids, stage) : [];
  const under = here && more !== '' ? indented(wrap([{ text: more }], Math.min(stage.width - 8, 76)), 6) : [];
  return { lines: [cut(first, stage.width - 1), ...under, ...unfolded], ...mark };
}

const roles: Readonly<Record<'bad' | 'look' | 'wait' | 'none', Role>> = {
  bad: 'bad',
  look: 'warn',
  wait: 'wait',
  none: 'text',
};

function told(one: ReviewLine, { session, m }: Stage): ReviewTold {
  const { followed } = session;
  return reviewTold(one, { rollout: rolloutOf(session), today: m.today, offset: m.around.offset, followed });
}

function groupLines(ids: readonly string[], { session, m, width }: Stage): readonly Line[] {
  return groupAnswers(ids, { rollout: rolloutOf(session), today: m.today }).map(({ label, shown }) =>
    cut(line('      ', filled([{ text: label }], 22), '  ', shown), width - 1),
  );
}
