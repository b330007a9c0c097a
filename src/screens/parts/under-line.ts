import { type Cell, keptNow, type Row, sameValue, seenDoneOf } from '../../wizard/index.ts';
import { toldProblems } from '../forms/problems.ts';
import { currentRows } from '../forms/spots.ts';
import { indented, type Line, line, span, wrap } from '../look/lines.ts';
import type { FormItem } from '../session/accept.ts';
import { rolloutOf } from '../session/places.ts';
import type { Focus } from '../session/session.ts';
import { proposedFollowers } from './dependants.ts';
import { problemLines } from './problem-lines.ts';
import { marker, type Stage } from './stage.ts';

/** What stands under the line of the keyboard: the question and its help, what depends on it, what is wrong. */
export function underLines(item: FormItem, stage: Stage, focus: Focus): readonly Line[] {
  const { form } = item;
  const width = stage.width - 4;
  const row = currentRows(form, stage.session)[focus.row] ?? {};
  const cell = form.cells(row).find((one) => one.id === focus.cell);
  const own = cell === undefined || cell.id === 'value' || cell.id === 'state';
  const question = own && form.question ? span('strong', `${form.question} `) : undefined;
  const help = [
    ...wrap(line(question, own ? form.help : cell.help), width),
    ...pickedHelp(
      cell,
      row,
      focus,
      width,
      keptNow(item.field, stage.scene.view, { today: stage.m.today, offset: stage.m.around.offset }),
    ),
  ];
  const follows = proposedFollowers(item, stage);
  const seen = cell?.id === 'state' ? seenDoneIn(item, stage) : undefined;
  const problems = toldProblems(form, stage.session.drafts[form.id], focus);
  return [
    ...indented(help, 4),
    ...(seen === undefined ? [] : indented(wrap([span('ok', seen)], width), 4)),
    ...(item.task?.irreversible ? irreversible(stage) : []),
    ...(follows === undefined ? [] : indented(wrap([span('warn', follows)], width), 4)),
    ...indented(problemLines(problems, stage.width - 2, stage.look), 2),
  ];
}

/** That verify saw a task of all done, while nobody ticked it; who ticks is asked for the day as for any other. */
export function seenDoneIn({ task, person }: FormItem, { session, m }: Stage): string | undefined {
  if (!task || person) return undefined;
  return seenDoneOf(task, rolloutOf(session), { today: m.today, offset: m.around.offset });
}

function irreversible({ look, width }: Stage): readonly Line[] {
  const said = wrap([span('warn', 'Take this as final; F1 shows what the sources say.')], width - 6);
  return said.map((one, y) => line('  ', ...(y === 0 ? marker(look, 'look') : ['  ']), one));
}

/** What the picked option means, or the one under the keyboard; `kept` says what keep keeps. */
function pickedHelp(cell: Cell | undefined, row: Row, focus: Focus, width: number, kept: string): readonly Line[] {
  if (cell?.input !== 'pick') return [];
  const picked = cell.options.find((one) => sameValue(one.value, row[cell.id]));
  const option = focus.option === undefined ? picked : cell.options[focus.option];
  if (option?.help === undefined) return [];
  const now = option.value === 'keep' ? ` ${kept}` : '';
  return wrap(line(span('strong', option.label), `  ${option.help}${now}`), width, 2);
}
