import type { Event, Rollout } from '../model/index.ts';
import { deployment, fieldById, people, taskById } from '../steps/index.ts';

/** The organisation of a rollout, else its id. */
export function organisationOf({ id, answers }: Rollout): string {
  return String(answers[deployment.organisation.id] ?? id);
}

/** The label of a field, of the list of people, or of a task. */
export function nameOf(id: string): string {
  const field = id === people.id ? people : fieldById(id);
  return field?.label ?? taskById(id)?.label ?? id;
}

/** What happened in a rollout and is not in another state of it. */
export function eventsBeyond(rollout: Rollout, other: Rollout): readonly Event[] {
  const known = new Set(other.events.map((event) => JSON.stringify(event)));
  return rollout.events.filter((event) => !known.has(JSON.stringify(event)));
}

/** What events were about, each once: labels of fields and tasks, names of people. */
export function happenedNames(events: readonly Event[]): readonly string[] {
  return [...new Set(events.flatMap((event) => subjectOf(event) ?? []))];
}

function subjectOf(event: Event): string | undefined {
  switch (event.type) {
    case 'answered':
    case 'cleared':
      return nameOf(event.field);
    case 'task-moved':
      return nameOf(event.task);
    case 'person-changed':
      return (event.to ?? event.was)?.name;
    case 'created':
    case 'evidence-imported':
    case 'exported':
      return undefined;
  }
}
