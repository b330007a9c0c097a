import type { AnyField, Person, Rollout, Task, View } from '../model/index.ts';
import { type Cell, type Form, fieldForm, isToDo, personForm, seenDoneOf, taskForm, textOf } from '../wizard/index.ts';
import { type Asked, askField, askUntil, keepsSaid, lacksSaid, neededSaid, noted } from './form.ts';
import type { PersonPlace, Way } from './places.ts';
import { askRows } from './rows.ts';
import { problemsSaid } from './sitting.ts';
import { say, sittingOf, type Talk, todayOf, viewNow } from './talk.ts';
import { askTask, stateSaid } from './task.ts';
import type { Line } from './walk.ts';

/** The rollout that is open, and how steps see it today. */
export function seen(talk: Talk): { rollout: Rollout; view: View } {
  return { rollout: sittingOf(talk).rollout, view: viewNow(talk) };
}

export function fieldLine(talk: Talk, field: AnyField, more: () => void): Line {
  const form = () => fieldForm(field, seen(talk));
  const now = form();
  const asked: Asked = { form, shown: () => form().shown, field, more };
  return {
    id: field.id,
    label: field.label,
    shown: now.origin === 'default' ? `${now.shown}, default` : now.shown || (now.required ? 'needed' : ''),
    open: now.problems.some(({ weight }) => weight === 'stop'),
    ask: () => (now.grows ? askRows(talk, asked) : askField(talk, asked)),
  };
}

/** A task of the rollout, or one of a person's. */
export function taskLine(talk: Talk, task: Task, more: () => void, id?: string): Line {
  const whose = (): { person?: Person } => {
    const person = seen(talk).view.people.find((one) => one.id === id);
    return person ? { person } : {};
  };
  const form = () => taskForm(task, { ...seen(talk), ...whose() });
  const asked: Asked = { form, shown: () => stateSaid(form()), more };
  const now = form();
  const clock = { today: todayOf(talk), offset: talk.around.offset };
  const verified = id === undefined ? seenDoneOf(task, seen(talk).rollout, clock) : undefined;
  return {
    id: task.id,
    label: task.label,
    shown: verified === undefined ? stateSaid(now) : `${stateSaid(now)}, seen done`,
    open: isToDo(task, { ...seen(talk), ...whose() }) || now.problems.some(({ weight }) => weight === 'stop'),
    ask: () => askTask(talk, asked, task, verified === undefined ? [] : [verified]),
  };
}

/** What is known of a person, or of one who is being added, a cell a line. */
export function personLines(talk: Talk, place: PersonPlace, more: () => void): readonly Line[] {
  const { people } = place.page;
  if (!people) throw new Error(`${place.page.id} lists no people.`);
  const form = () => {
    const { rollout, view } = seen(talk);
    const person = view.people.find(({ id }) => id === place.person);
    return personForm(place.person, person, { people, rollout, view });
  };
  const now = form();
  return now.cells(now.rows[0] ?? {}).map((cell): Line => {
    const asked: Asked = { form, shown: () => cellShown(form(), cell), more };
    return {
      id: cellLine(cell.id),
      label: cell.label,
      shown: asked.shown() || (cell.required ? 'needed' : ''),
      open: now.problems.some(({ weight, path }) => weight === 'stop' && path[0] === cell.id),
      ask: () => askPersonCell(talk, asked, cell.id),
    };
  });
}

/** Is this the id of a line about a person, not of a task? */
export function isCellLine(line: string): boolean {
  return line.startsWith(cellLine(''));
}

/** The id of the line of a cell of a person. */
export function cellLine(cell: string): string {
  return `about/${cell}`;
}

function cellShown({ rows: [row] }: Form, cell: Cell): string {
  if (cell.input === 'text') return textOf(row, cell.id);
  return cell.options.find(({ value }) => value === row?.[cell.id])?.label ?? '';
}

function askPersonCell(talk: Talk, asked: Asked, id: string): Promise<Way> {
  const cellNow = () =>
    asked
      .form()
      .cells(asked.form().rows[0] ?? {})
      .find((one) => one.id === id);
  const cell = cellNow();
  if (!cell) throw new Error(`Nothing is known of a person as ${id}.`);
  const isRequired = () => cellNow()?.required ?? false;
  const own = () => asked.form().problems.filter(({ path }) => path[0] === id);
  return askUntil(talk, asked, {
    prompt: () => ({ cell, prompt: `${cell.label}:`, holds: cellHolds(asked, cell, isRequired()) }),
    opening: () => [`${cell.label}. ${cell.help}`, ...(asked.shown() === '' ? [] : problemsSaid(own()))],
    nothing: () => {
      if (asked.shown() !== '' || !isRequired()) return true;
      say(talk, [neededSaid(cell.label)]);
      return false;
    },
    value: (value) => {
      const { rows, accept } = asked.form();
      const { happening, problems } = accept([{ ...rows[0], [id]: value ?? '' }]);
      if (happening) noted(talk, asked, happening);
      const here = problems.filter(({ path: [at] }) => at === undefined || at === id);
      say(talk, problemsSaid(here.length > 0 || value === undefined ? here : own()));
      return here.length === 0;
    },
  });
}

function cellHolds(asked: Asked, cell: Cell, required: boolean): string {
  const now = asked.shown();
  if (now !== '') return asked.form().origin === 'yours' ? keepsSaid(now) : `Default: ${now}. Enter takes it.`;
  return lacksSaid(cell, required);
}
