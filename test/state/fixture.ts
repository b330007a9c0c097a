import type { Happening, Person, Rollout, TaskState } from '../../src/model/index.ts';
import { happen, nothingYet } from './arbitrary.ts';

/** The least that leaves nothing wrong. */
export const enough: Readonly<Record<string, unknown>> = {
  'deployment.organisation': 'Contoso',
  'deployment.product': 'lync-2013',
  'deployment.sip-domains': ['contoso.com'],
  'edge.pools': [{ name: 'sip.contoso.com' }],
  'access-policy.sites': ['Redmond'],
  'accounts.one-way-understood': true,
};

/** A rollout in which these things happened, one after the other. */
export function rolloutAfter(...happenings: readonly Happening[]): Rollout {
  return happenings.reduce(happen, nothingYet);
}

export function answered(answers: Readonly<Record<string, unknown>>): readonly Happening[] {
  return Object.entries(answers).map(([field, value]) => ({ type: 'answered', field, value }));
}

export function moved(task: string, to: TaskState, person?: string): Happening {
  return { type: 'task-moved', task, to, ...(person ? { person } : {}) };
}

export function added(id: string, person: Partial<Person> = {}): Happening {
  const to: Person = { id, name: 'Ana Trujillo', situation: 'needs-merge', tasks: {}, ...person };
  return { type: 'person-changed', person: id, position: Number(id.slice(1)) - 1, to };
}
