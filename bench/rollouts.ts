import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Opened, Person, Rollout, Saved, Surroundings } from '../src/model/index.ts';
import { readGiven } from '../src/state/index.ts';
import { openLibrary } from '../src/state/store.ts';

export const root = join(import.meta.dirname, '..');

/** A clock that stands still, as the exports of all runs have to be the same. */
export const around: Surroundings = {
  now: () => '2026-11-23T21:30:00.000Z',
  offset: 0,
  user: 'ana',
  version: '0.1.0',
};

/** Contoso with so many people, who are at the points at which those of the example are. */
export function contosoWith(count: number): Rollout {
  const bytes = readFileSync(join(root, 'examples', 'contoso.json'));
  const given = readGiven(bytes, { now: around.now(), offset: around.offset, by: around.user });
  if (given.state !== 'read') throw new Error('the example is no rollout');
  const { rollout } = given;
  return { ...rollout, people: Array.from({ length: count }, (_, i) => personLike(rollout, i)) };
}

/** The name by which a person of the list is found on a screen. */
export function nameOf(position: number): string {
  return `Ana Trujillo ${String(position + 1).padStart(5, '0')}`;
}

function personLike({ people }: Rollout, position: number): Person {
  const like = people[position % people.length];
  if (!like) throw new Error('The example has no people.');
  return {
    ...like,
    id: `p${position + 1}`,
    name: nameOf(position),
    ...(like.sip ? { sip: `ana${position + 1}@contoso.com` } : {}),
    ...(like.microsoftAccount ? { microsoftAccount: `ana${position + 1}@outlook.com` } : {}),
  };
}

/** Keeps a rollout in a folder of ours, open for writing. */
export async function kept(folder: string, rollout: Rollout): Promise<Saved> {
  const opened: Opened = await openLibrary({ folder, around }).adopt(rollout);
  if (opened.state !== 'open') throw new Error(`${rollout.id} is ${opened.state}.`);
  return opened.saved;
}
