import { factsFor } from '../facts/index.ts';
import type { AnyField, Markdown, Page, Person, Rollout, Step, Task, TaskState, View } from '../model/index.ts';
import {
  askedFields,
  fieldProblems,
  isAsked,
  missingFor,
  personTasks,
  sharedTasks,
  shownPages,
  statesByPerson,
} from '../state/index.ts';
import {
  blocks,
  bullets,
  byPersonSaid,
  cite,
  daysBetween,
  listed,
  md,
  showDay,
  table,
  taskStateWords,
} from '../words/index.ts';
import type { Section } from './document.ts';

/** Every step: what it tells, what was answered, what was done, and how the same is done by hand. */
export function stepSections(steps: readonly Step[], rollout: Rollout, view: View): readonly Section[] {
  return steps.map((step, i) => ({
    title: `Step ${i + 1}: ${step.title}`,
    sections: shownPages(step, view).map((page) => pageSection(page, rollout, view)),
  }));
}

function pageSection(page: Page, rollout: Rollout, view: View): Section {
  const missing = missingFor(page, view);
  const told =
    missing.length > 0
      ? md`Cannot be told yet: ${listed(missing.map((field) => field.label))} is not answered.`
      : page.tell(view);
  const clicks = page.clicks?.(view);
  return {
    title: page.title,
    body: blocks(
      md`${page.lead}`,
      told,
      clicks && blocks(md`By hand:`, clicks),
      answerTable(page, rollout, view),
      taskTable(sharedTasks(page, view), view),
    ),
  };
}

function answerTable(page: Page, rollout: Rollout, view: View): Markdown | undefined {
  const asked = askedFields(page, view);
  const kept = (page.fields ?? []).filter((field) => !isAsked(field, view) && rollout.answers[field.id] !== undefined);
  if (asked.length + kept.length === 0) return undefined;
  const rows = asked.map((field) => [
    md`${field.label}`,
    valueText(field, view),
    originText(field, rollout, view),
    cite(...factsFor(view.product, field.why)),
  ]);
  const words = kept.map((field) => md`${field.label} was answered before and is not asked now; it has no effect.`);
  return blocks(table([md`Asked`, md`Answer`, md`From`, md`Why`], rows), words.length ? bullets(words) : undefined);
}

function valueText(field: AnyField, view: View): Markdown {
  const value = view.get(field);
  if (value === undefined) return md`none`;
  const warned = fieldProblems(field, value, false, view).filter((p) => p.weight === 'warn');
  const looks = warned.map((p) => md`. Look: ${p.said}`.markdown).join('');
  return { markdown: md`${wholeText(field.kind, value)}`.markdown + looks };
}

/** A value whole: lists and records are shortened elsewhere, and the board reads them nowhere else. */
function wholeText(kind: AnyField['kind'], value: unknown): string {
  switch (kind.form) {
    case 'line':
    case 'choice':
      return kind.show(value);
    case 'list':
      return kind.items(value).join(', ');
    case 'records': {
      const rows = kind.rows(value);
      return rows.length === 0 ? kind.show(value) : rows.map((row) => Object.values(row).join(', ')).join('; ');
    }
  }
}

function originText(field: AnyField, rollout: Rollout, view: View): Markdown {
  if (rollout.answers[field.id] !== undefined) return md`answered`;
  return view.get(field) === undefined ? md`not answered` : md`default`;
}

function taskTable(tasks: readonly Task[], view: View): Markdown | undefined {
  if (tasks.length === 0) return undefined;
  return table(
    [md`To do`, md`State`, md`How`],
    tasks.map((task) => [
      md`${task.label}`,
      md`${sharedText(task, view)}`,
      md`${task.help}${cite(...factsFor(view.product, task.why))}`,
    ]),
  );
}

/** The state of a task that is held once; where only each person has one, how many are in which: "by person: 2 done". */
function sharedText(task: Task, view: View): string {
  const once = view.task(task);
  return (once.state === 'todo' && byPersonSaid(statesByPerson(task, view))) || stateText(once, view);
}

/** A task's state in words, with its days, reason and result: "waiting since 21 Nov 2026, day 2". */
export function stateText(state: TaskState, view: View): string {
  const day = (date: string | undefined) => (date ? ` ${showDay(date)}` : '');
  const by = state.by ? `, by ${state.by}` : '';
  switch (state.state) {
    case 'todo':
      return taskStateWords.todo;
    case 'waiting': {
      const days = state.since ? daysBetween(state.since, view.today) : 0;
      return `${taskStateWords.waiting} since${day(state.since)}, day ${days}${by}`;
    }
    case 'done': {
      const result = state.result ? `, ${state.result}` : '';
      return `${taskStateWords.done}${day(state.at)}${result}${by}`;
    }
    case 'waived': {
      const until = state.until ? `, until ${showDay(state.until)}` : '';
      return `${taskStateWords.waived}: ${state.reason ?? 'no reason given'}${until}${by}`;
    }
  }
}

/** The people and where each stands, one table a person. */
export function personSections(view: View, addressOf: (person: Person) => Markdown): readonly Section[] {
  return view.people.map((person) => ({
    title: person.name,
    body: blocks(
      addressOf(person),
      table(
        [md`Task`, md`State`],
        personTasks(person, view).map((task) => [md`${task.label}`, md`${stateText(view.task(task, person), view)}`]),
      ),
    ),
  }));
}
