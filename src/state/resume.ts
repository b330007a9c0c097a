import type { Event, LocalDate, Person, Rollout, View } from '../model/index.ts';
import { people } from '../steps/index.ts';
import { findingsOf, isMissing, stepStates, waitsOf } from './findings.ts';
import { askedFields, missingFor, type Place, placeOf, shownPlaces, taskLines, viewOf } from './views.ts';

/** Where to go on, and why there. `line` is the id of a field or task; of one that each person has, `person` says whose. */
export type Resume = Place & {
  line?: string;
  person?: Person;
  why: 'wait is due' | 'last place' | 'not answered' | 'wrong answer' | 'task to do' | 'all done';
};

/**
 * What can be done now: a wait that is due, else the first answer that is missing or wrong, else the first step that
 * nobody has been to, else the first task that is left. Undefined: nothing is left.
 */
export function resumeAt(rollout: Rollout, today: LocalDate): Resume | undefined {
  return dueWait(rollout, today) ?? leftAt(rollout, today);
}

/** The same where nothing waits, or what waits was asked for just now. */
export function leftAt(rollout: Rollout, today: LocalDate): Resume | undefined {
  const view = viewOf(rollout, today);
  return wrongAnswer(rollout, view) ?? untouchedStep(rollout, view) ?? taskToDo(view);
}

function dueWait(rollout: Rollout, today: LocalDate): Resume | undefined {
  const due = waitsOf(rollout, today).find((wait) => wait.due);
  if (!due) return undefined;
  const { step, page, task, person } = due;
  return { step, page, line: task.id, why: 'wait is due', ...(person ? { person } : {}) };
}

function wrongAnswer(rollout: Rollout, view: View): Resume | undefined {
  const stops = findingsOf(rollout, view.today).filter((finding) => finding.weight === 'stop');
  const first = stops.find((finding) => missingFor(finding.page, view).length === 0);
  if (!first) return undefined;
  const { step, page, id, person } = first;
  const why = isMissing(first, view) ? 'not answered' : 'wrong answer';
  return { step, page, line: id, why, ...(person ? { person } : {}) };
}

function untouchedStep(rollout: Rollout, view: View): Resume | undefined {
  const states = stepStates(rollout, view.today);
  const place = shownPlaces(view).find(({ step }) => states.get(step.id) === 'untouched');
  const line = place && askedFields(place.page, view)[0]?.id;
  return place && { ...place, ...(line ? { line } : {}), why: 'not answered' };
}

function taskToDo(view: View): Resume | undefined {
  for (const place of shownPlaces(view)) {
    const left = taskLines(place.page, view).find(({ state }) => state === 'todo');
    if (left)
      return { ...place, line: left.task.id, why: 'task to do', ...(left.person ? { person: left.person } : {}) };
  }
  return undefined;
}

/** The last line that was answered or ticked, or whose person came or changed, and when; undefined where none is met any longer. */
export function lastPlace(rollout: Rollout, today: LocalDate): (Resume & { at: string }) | undefined {
  const view = viewOf(rollout, today);
  for (const event of rollout.events.toReversed()) {
    const { line, person: id } = subjectOf(event);
    const place = line === undefined ? undefined : placeOf(line, view);
    const person = rollout.people.find((one) => one.id === id);
    if (place && line) return { ...place, line, why: 'last place', at: event.at, ...(person ? { person } : {}) };
  }
  return undefined;
}

function subjectOf(event: Event): { line?: string; person?: string | undefined } {
  switch (event.type) {
    case 'answered':
    case 'cleared':
      return { line: event.field };
    case 'task-moved':
      return { line: event.task, person: event.person };
    case 'person-changed':
      return { line: people.id, person: event.person };
    case 'created':
    case 'evidence-imported':
    case 'exported':
      return {};
  }
}
