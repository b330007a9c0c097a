import type { AnyField, LocalDate, Page, Rollout, Step, Task, View } from '../model/index.ts';
import { steps } from '../steps/index.ts';
import { linesOfWords } from '../words/index.ts';
import type { Answers, Stated } from './answers.ts';
import { writeAnswers } from './answers-out.ts';
import { exampleOf } from './questions.ts';
import { isAsked, isSettled, offeredChoices, sharedTasks, shownPages, viewOf } from './views.ts';

/** The answers file of a rollout as text: what is short stands on one line, and steps stand apart. */
export function answersText(rollout: Answers): string {
  const stated = writeAnswers(rollout);
  return fileOf(
    '',
    steps.map((step) => step.pages.flatMap((page) => idsOn(page).flatMap((id) => statedEntry(id, stated)))),
  );
}

/**
 * The same with comments, for whoever goes on by hand: before each answer what is asked; and what is not answered stands
 * there behind slashes, as it holds now or as it could be.
 */
export function commentedAnswers(rollout: Rollout, today: LocalDate): string {
  const around = { stated: writeAnswers(rollout), view: viewOf(rollout, today) };
  return fileOf(
    // What stands behind slashes can be taken from behind them anywhere, so a comma stands after each.
    ',',
    steps.flatMap((step, i) => {
      const head = comment(`${i + 1}. ${step.title}`);
      return [head, ...step.pages.flatMap((page) => commentedEntries(step, page, around))];
    }),
  );
}

/** Lines of the file, and whether they state something or are a comment. */
type Entry = { text: string; states: boolean };
type Around = { stated: Stated; view: View };

/** `atEnd`: what follows the last that is stated. */
function fileOf(atEnd: ',' | '', groups: readonly (readonly Entry[])[]): string {
  const filled = groups.filter(({ length }) => length > 0);
  const last = filled.flat().findLast(({ states }) => states);
  const comma = (entry: Entry) => (entry === last ? atEnd : ',');
  const shown = (entry: Entry) => indented(entry.states ? entry.text + comma(entry) : entry.text);
  return ['{', filled.map((group) => group.map(shown).join('\n')).join('\n\n'), '}'].join('\n');
}

function idsOn({ fields = [], people, tasks = [] }: Page): readonly string[] {
  return [...fields, ...(people ? [people] : []), ...tasks].map(({ id }) => id);
}

function statedEntry(id: string, stated: Stated): readonly Entry[] {
  return stated[id] === undefined ? [] : [{ text: property(id, stated[id]), states: true }];
}

/** The entries of a page, in a group for each line of it. */
function commentedEntries(step: Step, page: Page, { stated, view }: Around): readonly (readonly Entry[])[] {
  const shown = shownPages(step, view).includes(page);
  const tasks = shown ? sharedTasks(page, view) : [];
  return [
    ...[...(page.fields ?? []), ...(page.people ? [page.people] : [])].flatMap((field) => {
      const asked = shown && isAsked(field, view);
      const told = (asked && !isSettled(field, view)) || stated[field.id] !== undefined;
      return told ? [fieldEntries(field, asked, { stated, view })] : [];
    }),
    ...(page.tasks ?? []).flatMap((task) =>
      tasks.includes(task) || stated[task.id] !== undefined ? [taskEntries(task, tasks.includes(task), stated)] : [],
    ),
  ];
}

const notAsked = 'It has no effect: it is not asked for these answers.';

function fieldEntries(field: AnyField, asked: boolean, { stated, view }: Around): readonly Entry[] {
  const { id, question, kind } = field;
  const held = asked ? field.fallback?.(view) : undefined;
  const choices = offeredChoices(field, view)?.map(({ value }) => JSON.stringify(value)) ?? [];
  const told = [question, ...(choices.length > 1 ? [`${choices.join(', ')}.`] : []), ...(asked ? [] : [notAsked])];
  if (stated[id] !== undefined) {
    const fallback = held === undefined ? [] : [`Default: ${JSON.stringify(held)}.`];
    return [...comment([...told, ...fallback].join(' ')), ...statedEntry(id, stated)];
  }
  const says = held === undefined ? 'Not answered; it could be:' : 'Not answered, so this holds:';
  const value = held ?? exampleOf(kind);
  return [...comment([...told, says].join(' ')), commented(`${property(id, value)},`)];
}

function taskEntries({ id, label, help }: Task, applies: boolean, stated: Stated): readonly Entry[] {
  const told = comment(`${label}. ${help}${applies ? '' : ` ${notAsked}`}`);
  const entries = statedEntry(id, stated);
  return [...told, ...(entries.length > 0 ? entries : [commented(`${property(id, { state: 'done' })},`)])];
}

function comment(said: string): readonly Entry[] {
  return [commented(linesOfWords(said, widthOfComments).join('\n'))];
}

function commented(text: string): Entry {
  return { text: text.replace(/^/gm, '// '), states: false };
}

/** As wide as lines of code are in an editor; comments end before that, to be read. */
const width = 120;
const widthOfComments = 95;

function property(id: string, value: unknown): string {
  const name = `${JSON.stringify(id)}: `;
  return name + laidOut(value, width - name.length - '  ,'.length);
}

/** JSON on one line where there is room for it, else a line for each of its parts. */
function laidOut(value: unknown, room: number): string {
  const line = onOneLine(value);
  if (line.length <= room || value === null || typeof value !== 'object') return line;
  const inner = width - '    ,'.length;
  const parts = Array.isArray(value)
    ? value.map((item) => laidOut(item, inner))
    : Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${laidOut(part, inner - key.length - 4)}`);
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  return `${open}\n${indented(parts.join(',\n'))}\n${close}`;
}

function onOneLine(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(onOneLine).join(', ')}]`;
  const parts = Object.entries(value).map(([key, part]) => `${JSON.stringify(key)}: ${onOneLine(part)}`);
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : '{}';
}

function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
