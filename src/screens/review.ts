import { type Finding, statusOf, viewOf } from '../state/index.ts';
import { fieldById, taskById } from '../steps/index.ts';
import { localTime, showDay } from '../words/index.ts';
import { asTyped } from './forms/problems.ts';
import { blank, cut, filled, indented, type Line, line, type Role, span, wrap } from './look/lines.ts';
import { problemText } from './parts/problem-lines.ts';
import { type Block, isFocused, marker, type Picture, type Stage, stacked } from './parts/stage.ts';
import { nearby, windowedItems } from './parts/window.ts';
import { type ReviewLine, reviewLines } from './session/overview.ts';
import { rolloutOf } from './session/places.ts';

/** Problems first, then what to look at, what waits, and what is in order. */
export function reviewPicture(stage: Stage): Picture {
  const lines = reviewLines(stage.session, stage.m);
  const wrong = lines.some((one) => one.of === 'finding' && one.finding.weight === 'stop');
  const head = wrong
    ? 'With something wrong nothing is exported; Enter leads to it and Esc back here.'
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
  const { role, sign, what, said, more } = told(one, stage);
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

type Told = { role: Role; sign: 'bad' | 'look' | 'wait' | undefined; what: string; said: string; more: string };

function told(one: ReviewLine, stage: Stage): Told {
  switch (one.of) {
    case 'finding':
      return findingTold(one.finding, stage);
    case 'followed': {
      const at = stage.session.followed[one.field];
      const when = at === undefined ? '' : `, ${localTime(at, stage.m.around.offset)}`;
      const more = 'It is another now because another answer changed; Enter shows it.';
      return look({ what: nameOf(one.field) ?? one.field, said: `followed a change${when}`, more });
    }
    case 'draft': {
      const more = 'What was typed is kept and counts for nothing until it is accepted.';
      return look({ what: nameOf(one.form) ?? one.form, said: 'draft, not accepted', more });
    }
    case 'failed': {
      const { task, person, day } = one;
      const what = person ? `${person.name}: ${task.label}` : task.label;
      const said = day === undefined ? 'failed' : `failed ${showDay(day, stage.m.today)}`;
      return look({ what, said, more: `It was tried and failed. ${task.help}` });
    }
    case 'wait': {
      const { task, person, since, day } = one.wait;
      const what = person ? `${person.name}: ${task.label}` : task.label;
      const more = task.wait?.asks ?? task.help;
      return {
        role: 'wait',
        sign: 'wait',
        what: `${what}   ${showDay(since, stage.m.today)}, day ${day}`,
        said: '',
        more,
      };
    }
    case 'group':
      return { role: 'text', sign: undefined, what: groupText(one.group, one.ids.length), said: '', more: '' };
  }
}

function look(said: Pick<Told, 'what' | 'said' | 'more'>): Told {
  return { role: 'warn', sign: 'look', ...said };
}

function findingTold(finding: Finding, { session }: Stage): Told {
  const { id, person, weight, said } = finding;
  const name = nameOf(id);
  const what = person && name !== undefined ? `${person.name}: ${name}` : (name ?? person?.name ?? id);
  if (weight === 'warn') return look({ what, said, more: problemText(finding) });
  const field = fieldById(id);
  const missing = field !== undefined && rolloutOf(session).answers[id] === undefined;
  const more = problemText(field ? asTyped(finding, field.kind) : finding);
  const text = missing ? { said: 'needed', more: field.question } : { said, more };
  return { role: 'bad', sign: 'bad', what, ...text };
}

function groupText(group: 'answers' | 'defaults' | 'not asked', n: number): string {
  switch (group) {
    case 'answers':
      return `${n} ${n === 1 ? 'answer' : 'answers'} of yours`;
    case 'defaults':
      return `${n} ${n === 1 ? 'default' : 'defaults'}`;
    case 'not asked':
      return `${n} not asked, kept`;
  }
}

function groupLines(ids: readonly string[], { session, m, width }: Stage): readonly Line[] {
  const rollout = rolloutOf(session);
  const view = viewOf(rollout, m.today);
  return ids.flatMap((id) => {
    const field = fieldById(id);
    if (!field) return [];
    const value = rollout.answers[id] ?? statusOf(field, rollout, view).value;
    const shown = value === undefined ? '' : field.kind.show(value);
    return [cut(line('      ', filled([{ text: field.label }], 22), '  ', shown), width - 1)];
  });
}

function nameOf(id: string): string | undefined {
  return fieldById(id)?.label ?? taskById(id)?.label;
}
