import { factsFor } from '../facts/index.ts';
import type { Event, LocalDate, Moment, Rollout } from '../model/index.ts';
import { lastPlace, leftAt, type Place, type Resume, viewOf, type Wait, waitsOf } from '../state/index.ts';
import { localDay, localTime, showDay } from '../words/index.ts';
import type { Form } from './form.ts';
import { nameOf } from './names.ts';
import { waitKey } from './review.ts';

/** Days that are over: is it time to ask whether what was waited for has come? A test that is done says how it went, which is asked elsewhere. */
export function dueWaits(rollout: Rollout, today: LocalDate): readonly Wait[] {
  return waitsOf(rollout, today).filter((wait) => wait.due && !wait.task.test);
}

/** Is somebody back who was away: since another day, or to something that may have come meanwhile? Or never was here? */
export function isBack(rollout: Rollout, today: LocalDate, offset: number): boolean {
  const last = rollout.events.at(-1)?.at;
  const isAnotherDay = last !== undefined && localDay(last, offset) !== today;
  return isAnotherDay || takenIn(rollout) !== undefined || dueWaits(rollout, today).length > 0;
}

/** Where one can go on, each with the words for it. */
export type WayOn = Place & { id: 'last' | 'next'; label: string; line: string | undefined };

/**
 * What waits is asked by itself, and is no way on. `before`: the rollout as it was on arriving; what is ticked there is no
 * place where one stopped.
 */
export function waysOn(rollout: Rollout, before: Rollout | undefined, today: LocalDate): readonly WayOn[] {
  const last = before && lineLeft(before, today);
  const next = leftAt(rollout, today);
  const ways: WayOn[] = [];
  if (last) ways.push({ ...last, id: 'last', line: last.line, label: `${last.step.title}: go on where you stopped` });
  const isLast = last !== undefined && last.line === next?.line;
  if (next && !isLast) {
    const label = `${next.step.title}, ${next.page.title}: ${leftSaid(next)}`;
    ways.push({ ...next, id: 'next', line: next.line, label });
  }
  return ways;
}

/** What is left there. */
function leftSaid({ why }: Resume): string {
  switch (why) {
    case 'task to do':
      return 'a task is left';
    case 'wrong answer':
      return 'an answer does not do';
    default:
      return 'not answered yet';
  }
}

/** When and by whom an answers file was taken in, as long as nobody did anything since. Evidence may have come later. */
export function takenIn({ events }: Pick<Rollout, 'events'>): { at: Moment; by: string } | undefined {
  const [created, ...rest] = events;
  if (!created || !isOfFile(events)) return undefined;
  const isHeld = (event: Event) => event.type === 'evidence-imported' || (event.at === created.at && !('was' in event));
  return rest.every(isHeld) ? { at: created.at, by: created.by } : undefined;
}

/** All that a file holds is logged at the moment in which the rollout came to be, where the wizard logs but a name then. */
function isOfFile([created, first, second]: Rollout['events']): boolean {
  return created !== undefined && created.at === first?.at && created.at === second?.at;
}

/** The last line that somebody came to; what a file held is none. */
function lineLeft(rollout: Rollout, today: LocalDate): ReturnType<typeof lastPlace> {
  const last = lastPlace(rollout, today);
  return last && last.at === rollout.events[0]?.at && isOfFile(rollout.events) ? undefined : last;
}

/** Where and when it was left, in a sentence; where a file was taken in and nobody was here since, when and by whom. */
export function lastHere(rollout: Rollout, today: LocalDate, offset: number): string {
  const moment = (at: Moment) => `${showDay(localDay(at, offset), today)} ${localTime(at, offset)}`;
  const taken = takenIn(rollout);
  if (taken) return `Taken in from a file ${moment(taken.at)}, by ${taken.by}. All of it is here.`;
  const last = lineLeft(rollout, today);
  const at = rollout.events.at(-1)?.at;
  const when = at === undefined ? '' : ` ${moment(at)}`;
  const where = last ? `, at ${last.step.title}${last.line === undefined ? '' : `, ${nameOf(last.line)}`}` : '';
  return `Last here${when}${where}. All of it is here.`;
}

export const fromFile = 'Opened from a file, as a rollout of its own. All that the file holds is here.';

/** What began to wait, and for how long: `DNS records published 21 Nov, day 2.`, `Certificate waits since 21 Nov, day 2.` */
export function waitTold({ task, person, since, day }: Wait, today: LocalDate): string {
  const whom = person ? `${person.name}: ` : '';
  return `${whom}${task.wait?.begun ?? `${task.label} waits since`} ${showDay(since, today)}, day ${day}.`;
}

/** Has what was waited for come? */
export function waitForm(wait: Wait, rollout: Rollout, today: LocalDate): Form {
  const { task, person } = wait;
  const label = task.wait?.asks ?? `${task.label}: is it done?`;
  const was = (person ? person.tasks[task.id] : rollout.tasks[task.id]) ?? { state: 'waiting', since: wait.since };
  return {
    id: waitKey(wait),
    label,
    help: task.help,
    why: factsFor(viewOf(rollout, today).product, task.why),
    rows: [{ value: false }],
    origin: 'none',
    required: false,
    shown: 'not yet',
    problems: [],
    cells: () => [
      {
        id: 'value',
        label,
        help: task.help,
        required: false,
        input: 'pick',
        options: [
          { value: false, label: 'not yet' },
          { value: true, label: 'yes, done today' },
        ],
        letters: { n: false, y: true },
        across: true,
      },
    ],
    accept: ([row]) => {
      if (row?.value !== true) return { problems: [] };
      const whom = person ? { person: person.id } : {};
      const to = { ...was, state: 'done', at: today } as const;
      return { happening: { type: 'task-moved', task: task.id, ...whom, to, was }, problems: [] };
    },
  };
}
