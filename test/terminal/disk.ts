import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event } from '../../src/model/index.ts';
import type { Stated } from './journey/entry.ts';

/** What stands on the disk of a rollout, read as files, not through the program. */
export function onDisk(home: string, id = 'contoso'): { stated: Stated; events: readonly Event[] } {
  const read = (name: string) => JSON.parse(readFileSync(join(home, 'rollouts', id, name), 'utf8'));
  const { answers, tasks, events } = read('rollout.json');
  const { people } = read('people.json');
  return { stated: { answers, tasks, people }, events };
}
