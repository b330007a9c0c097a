import type { TaskState } from '../../model/index.ts';
import { hasFailed, type Row, textOf } from '../../wizard/index.ts';
import { rowsOf } from '../forms/form.ts';
import { isChanged, toldProblems } from '../forms/problems.ts';
import { cut, cutText, filled, type Line, line, type Span, span } from '../look/lines.ts';
import type { Look } from '../look/theme.ts';
import type { FormItem } from '../session/accept.ts';
import { type Block, marker, type Stage } from './stage.ts';
import { seenDoneIn } from './under-line.ts';

/** Room that a tag takes behind a value. */
const tagRoom = 11;

/** The label of a form: a task has its box before it. */
export function labelSpan(item: FormItem, stage: Stage, width: number): Line {
  const { form, task } = item;
  if (!task || form.cells(form.rows[0] ?? {})[0]?.id !== 'state') return filled([{ text: form.label }], width);
  const row = rowsOf(form, stage.session.drafts[form.id])[0];
  return filled(line('[', boxSign(row, stage.look), `] ${form.label}`), width);
}

function boxSign(row: Row | undefined, look: Look): Span {
  const state = textOf(row, 'state');
  if (hasFailed(row)) return span('bad', look.glyphs.bad);
  const signs: Readonly<Record<TaskState['state'], Span>> = {
    todo: { text: ' ' },
    waiting: span('wait', look.glyphs.wait),
    done: span('ok', look.glyphs.done),
    waived: { text: '-' },
  };
  return state === 'waiting' || state === 'done' || state === 'waived' ? signs[state] : signs.todo;
}

/** What a form is, in a word: it needs an answer, a default holds, something is typed and not accepted. */
export function tagOf(item: FormItem, stage: Stage): Span | undefined {
  const { form, task } = item;
  if (form.acts) return undefined;
  if (isChanged(form, stage.session.drafts[form.id])) return span('warn', 'draft');
  if (task && form.origin === 'default') return span('muted', 'as for all');
  if (task) return undefined;
  if (form.origin === 'yours') return undefined;
  if (form.origin === 'default') return span('muted', 'default');
  return form.required ? span('warn', 'needed') : span('muted', 'optional');
}

/** A form while the keyboard is elsewhere: label, value, tag, on one line. */
export function formLine(item: FormItem, stage: Stage, labelWidth: number): Block {
  const { form } = item;
  const draft = stage.session.drafts[form.id];
  const told = toldProblems(form, draft, undefined);
  const sign = told.some((problem) => problem.weight === 'stop')
    ? 'bad'
    : told.length > 0 || isFollowed(item, stage)
      ? 'look'
      : undefined;
  // Under the keyboard a sentence says it.
  const seen = seenDoneIn(item, stage) === undefined ? undefined : span('ok', 'seen done');
  const tag = tagOf(item, stage) ?? seen;
  const room = stage.width - 2 - labelWidth - 2 - (tag ? tagRoom : 0);
  const value = isChanged(form, draft) ? draftShown(item, stage) : form.shown;
  const behind = tag ? line(value === '' ? '' : '  ', tag) : line();
  const one = line(marker(stage.look, sign), labelSpan(item, stage, labelWidth), '  ', cutText(value, room), behind);
  return { lines: [cut(one, stage.width)] };
}

function isFollowed({ form }: FormItem, { session }: Stage): boolean {
  return Object.hasOwn(session.followed, form.id);
}

/** A draft on one line, as far as it is text; what is picked stands by its label. */
function draftShown({ form }: FormItem, { session }: Stage): string {
  const rows = session.drafts[form.id]?.rows ?? [];
  return rows
    .flatMap((row) =>
      form
        .cells(row)
        .slice(0, form.grows?.table ? 1 : undefined)
        .flatMap((cell) => {
          if (cell.input === 'text') return textOf(row, cell.id) || [];
          return cell.options.find((option) => option.value === row[cell.id])?.label ?? [];
        }),
    )
    .join(', ');
}
