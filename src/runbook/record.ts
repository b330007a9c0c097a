import type { Event, LocalDate, Markdown, Rollout, View } from '../model/index.ts';
import { seenDone, seenDoneSaid } from '../plan/index.ts';
import { sharedTasks, shownPlaces, waitsOf } from '../state/index.ts';
import { fieldById, taskById } from '../steps/index.ts';
import { localDay, localTime, md, showDay, table, taskStateWords } from '../words/index.ts';
import { stateText } from './answers.ts';
import { bulletsOr } from './document.ts';

/** What is waited for, with day and number of days. */
export function openWaits(rollout: Rollout, today: LocalDate): Markdown {
  const waits = waitsOf(rollout, today).map(({ task, person, since, day, due }) => {
    const who = person ? md` (${person.name})` : md``;
    const look = due ? md` Time to look: ${task.wait?.asks ?? task.help}` : md``;
    return md`${task.label}${who}: since ${showDay(since)}, day ${day}.${look}`;
  });
  return bulletsOr(waits, md`Nothing is waited for.`);
}

/** What is still to be done by somebody, step by step; what people have to do stands with each of them. */
export function openTasks(rollout: Rollout, view: View, offset: number): Markdown {
  const seen = new Map(seenDone(rollout, view.today).map((one) => [one.task, ` ${seenDoneSaid(one, { offset })}`]));
  const told = shownPlaces(view).flatMap(({ step, page }) =>
    sharedTasks(page, view)
      .filter((task) => task.per === 'rollout' || view.people.length === 0)
      .filter((task) => view.task(task).state === 'todo')
      .map((task) => md`${step.title}: ${task.label}. ${task.help}${seen.get(task) ?? ''}`),
  );
  return bulletsOr(told, md`No task is open.`);
}

/** What was said not to be needed, with its reason. */
export function waivers(view: View): Markdown {
  const told = shownPlaces(view).flatMap(({ step, page }) =>
    (page.tasks ?? []).flatMap((task) => {
      const states = [
        { state: view.task(task), who: '' },
        ...view.people.flatMap(({ name, tasks }) => {
          const own = tasks[task.id];
          return own ? [{ state: own, who: ` (${name})` }] : [];
        }),
      ];
      return states
        .filter(({ state }) => state.state === 'waived')
        .map(({ state, who }) => md`${step.title}, ${task.label}${who}, ${stateText(state, view)}`);
    }),
  );
  return bulletsOr(told, md`Nothing was waived.`);
}

/** Who is in the rollout now, by id. */
type Names = ReadonlyMap<string, string>;

/** Who answered and ticked what, and when, oldest first. */
export function changeRecord(rollout: Rollout, offset: number): Markdown {
  const names = new Map(rollout.people.map(({ id, name }) => [id, name]));
  const rows = rollout.events.map((event) => {
    const when = `${showDay(localDay(event.at, offset))} ${localTime(event.at, offset)}`;
    return [md`${when}`, md`${event.by}`, happened(event, names)];
  });
  return table([md`When`, md`Who`, md`What`], rows);
}

function happened(event: Event, names: Names): Markdown {
  switch (event.type) {
    case 'created':
      return md`Rollout begun`;
    case 'answered':
      return answered(event);
    case 'cleared':
      return md`${fieldById(event.field)?.label ?? event.field}: answer taken back`;
    case 'task-moved':
      return md`${taskName(event, names)}: ${taskStateWords[event.to?.state ?? 'todo']}`;
    case 'person-changed':
      return md`${personName(event)}: ${event.to ? (event.was ? 'changed' : 'added') : 'removed'}`;
    case 'evidence-imported': {
      const { script, computer, place } = event.evidence;
      return md`Evidence of ${script} taken in: ${computer}, ${placeWords[place]}`;
    }
    case 'exported':
      return md`Exported, ${event.files} files`;
  }
}

const placeWords = { 'front-end': 'a Front End Server', edge: 'an Edge Server' } as const;

/** A value that is not of the field's kind, or of no field, was answered in another version: what it means is not known. */
function answered({ field: id, value }: Extract<Event, { type: 'answered' }>): Markdown {
  const field = fieldById(id);
  const read = field?.kind.parse(value);
  return field && read?.ok
    ? md`${field.label}: ${field.kind.show(read.value)}`
    : md`${field?.label ?? id}: answered in another version of this program`;
}

function taskName({ task, person }: Extract<Event, { type: 'task-moved' }>, names: Names): string {
  const label = taskById(task)?.label ?? task;
  return person === undefined ? label : `${label} (${names.get(person) ?? person})`;
}

function personName({ person, to, was }: Extract<Event, { type: 'person-changed' }>): string {
  return (to ?? was)?.name ?? person;
}
