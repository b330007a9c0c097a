import type { LocalDate, Moment, Rollout } from '../model/index.ts';
import { type Finding, statusOf, viewOf } from '../state/index.ts';
import { fieldById, taskById } from '../steps/index.ts';
import { draftNotAccepted, localTime, showDay } from '../words/index.ts';
import { asTyped, problemText } from './problems.ts';
import type { Group, ReviewLine } from './review.ts';

/** A line of the review in words: what it is about, what is the matter in a few words, and all of it. */
export type ReviewTold = { sign: 'bad' | 'look' | 'wait' | undefined; what: string; said: string; more: string };

type At = { rollout: Rollout; today: LocalDate; offset: number; followed: Readonly<Record<string, Moment>> };

/** A line of the review in words. */
export function reviewTold(one: ReviewLine, at: At): ReviewTold {
  switch (one.of) {
    case 'finding':
      return findingTold(one.finding, at);
    case 'followed': {
      const moment = at.followed[one.field];
      const when = moment === undefined ? '' : `, ${localTime(moment, at.offset)}`;
      const more = 'It is another now because another answer changed.';
      return { sign: 'look', what: nameIn(one.field) ?? one.field, said: `followed a change${when}`, more };
    }
    case 'draft': {
      const more = 'What was typed is kept and counts for nothing until it is accepted.';
      return { sign: 'look', what: nameIn(one.form) ?? one.form, said: draftNotAccepted, more };
    }
    case 'failed': {
      const { task, person, day } = one;
      const what = person ? `${person.name}: ${task.label}` : task.label;
      const said = day === undefined ? 'failed' : `failed ${showDay(day, at.today)}`;
      return { sign: 'look', what, said, more: `It was tried and failed. ${task.help}` };
    }
    case 'wait': {
      const { task, person, since, day } = one.wait;
      const what = person ? `${person.name}: ${task.label}` : task.label;
      const more = task.wait?.asks ?? task.help;
      return { sign: 'wait', what: `${what}   ${showDay(since, at.today)}, day ${day}`, said: '', more };
    }
    case 'group':
      return { sign: undefined, what: groupText(one.group, one.ids.length), said: '', more: '' };
  }
}

function findingTold(finding: Finding, { rollout }: At): ReviewTold {
  const { id, person, weight, said } = finding;
  const name = nameIn(id);
  const what = person && name !== undefined ? `${person.name}: ${name}` : (name ?? person?.name ?? id);
  if (weight === 'warn') return { sign: 'look', what, said, more: problemText(finding) };
  const field = fieldById(id);
  const missing = field !== undefined && rollout.answers[id] === undefined;
  const more = problemText(field ? asTyped(finding, field.kind) : finding);
  const text = missing ? { said: 'needed', more: field.question } : { said, more };
  return { sign: 'bad', what, ...text };
}

function groupText(group: Group, n: number): string {
  switch (group) {
    case 'answers':
      return `${n} ${n === 1 ? 'answer' : 'answers'} of yours`;
    case 'defaults':
      return `${n} ${n === 1 ? 'default' : 'defaults'}`;
    case 'not asked':
      return `${n} not asked, kept`;
  }
}

/** What stands under the answers of a group: label and value of each. */
export function groupAnswers(
  ids: readonly string[],
  { rollout, today }: Pick<At, 'rollout' | 'today'>,
): readonly { label: string; shown: string }[] {
  const view = viewOf(rollout, today);
  return ids.flatMap((id) => {
    const field = fieldById(id);
    if (!field) return [];
    const value = rollout.answers[id] ?? statusOf(field, rollout, view).value;
    return [{ label: field.label, shown: value === undefined ? '' : field.kind.show(value) }];
  });
}

function nameIn(id: string): string | undefined {
  return fieldById(id)?.label ?? taskById(id)?.label;
}
