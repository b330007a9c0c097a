import type { Event, Evidence, Happening, Person, Rollout } from '../model/index.ts';

/** A rollout in which nothing has happened but its creation. */
export function newRollout(options: { id: string; at: string; by: string }): Rollout {
  const { id, at, by } = options;
  return {
    format: 'skypefed-rollout',
    schemaVersion: 1,
    id,
    answers: {},
    tasks: {},
    people: [],
    events: [{ at, by, type: 'created' }],
  };
}

/** The rollout after what happened; the log grows by one. */
export function applyEvent(rollout: Rollout, event: Event): Rollout {
  const { events, ...rest } = rollout;
  return { ...rest, ...changed(rollout, event), events: [...events, logged(event)] };
}

function changed(rollout: Rollout, event: Happening): Partial<Rollout> {
  switch (event.type) {
    case 'answered':
      return { answers: { ...rollout.answers, [event.field]: event.value } };
    case 'cleared':
      return { answers: without(rollout.answers, event.field) };
    case 'task-moved':
      return event.person === undefined
        ? { tasks: put(rollout.tasks, event.task, event.to) }
        : { people: movePersonTask(rollout.people, event.person, event.task, event.to) };
    case 'person-changed':
      return { people: changePerson(rollout.people, event) };
    case 'evidence-imported':
      return { evidence: withEvidence(rollout.evidence ?? [], event.evidence) };
    case 'created':
    case 'exported':
      return {};
  }
}

/** What was seen stands in the rollout; the log only says that it was. */
function logged(event: Event): Event {
  return event.type === 'evidence-imported' ? { ...event, evidence: unseen(event.evidence) } : event;
}

/** Of files from the same kind of server only the newest tells what is there. */
function withEvidence(known: readonly Evidence[], added: Evidence): readonly Evidence[] {
  const all = [...known.filter(({ sha256 }) => sha256 !== added.sha256), added];
  const newest = newestOf(all, added.place);
  return all.map((one) => (one.place === added.place && one !== newest ? unseen(one) : one));
}

function unseen({ seen: _seen, ...rest }: Evidence): Evidence {
  return rest;
}

/** The newest evidence from this kind of server, by when it was written there. */
export function newestOf(evidence: readonly Evidence[], place: Evidence['place']): Evidence | undefined {
  return evidence
    .filter((one) => one.place === place)
    .reduce<Evidence | undefined>((last, one) => (last && last.at > one.at ? last : one), undefined);
}

function put<T>(record: Readonly<Record<string, T>>, key: string, value: T | undefined): Readonly<Record<string, T>> {
  return value === undefined ? without(record, key) : { ...record, [key]: value };
}

function without<T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> {
  const { [key]: _gone, ...rest } = record;
  return rest;
}

function movePersonTask(
  people: readonly Person[],
  id: string,
  task: string,
  to: Person['tasks'][string] | undefined,
): readonly Person[] {
  return people.map((person) => (person.id === id ? { ...person, tasks: put(person.tasks, task, to) } : person));
}

function changePerson(
  people: readonly Person[],
  event: Extract<Happening, { type: 'person-changed' }>,
): readonly Person[] {
  const { to, was, position } = event;
  if (to === undefined) return people.filter((person) => person.id !== event.person);
  if (was === undefined) return [...people.slice(0, position), to, ...people.slice(position)];
  return people.map((person) => (person.id === event.person ? to : person));
}

/** What takes this back; undefined for what cannot be taken back: a creation, evidence, an export. */
export function inverse(happening: Happening): Happening | undefined {
  switch (happening.type) {
    case 'answered':
      return happening.was === undefined
        ? { type: 'cleared', field: happening.field, was: happening.value }
        : { type: 'answered', field: happening.field, value: happening.was, was: happening.value };
    case 'cleared':
      return { type: 'answered', field: happening.field, value: happening.was };
    case 'task-moved':
    case 'person-changed': {
      const { to, was, ...rest } = happening;
      // Property by property, since an absent state is absent, not undefined.
      return { ...rest, ...(was ? { to: was } : {}), ...(to ? { was: to } : {}) } as Happening;
    }
    case 'created':
    case 'evidence-imported':
    case 'exported':
      return undefined;
  }
}

/** The id of the next person: one more than the highest ever used, removed people included. */
export function nextPersonId(rollout: Rollout): string {
  let last = 0;
  const use = (id: string) => {
    last = Math.max(last, Number(id.slice(1)));
  };
  for (const event of rollout.events) if (event.type === 'person-changed') use(event.person);
  for (const person of rollout.people) use(person.id);
  return `p${last + 1}`;
}

const deviceNames = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The id of a new rollout: an ASCII slug of the organisation, at most 40 characters, no Windows device name;
 * `-2`, `-3` where it is taken.
 */
export function rolloutId(organisation: string, taken: readonly string[]): string {
  const ascii = organisation.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const slug = ascii
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const base = slug === '' || deviceNames.test(slug) ? `rollout${slug && `-${slug}`}` : slug;
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!taken.includes(id)) return id;
  }
}
