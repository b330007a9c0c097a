import { expect } from 'vitest';
import type { Rollout, Surroundings } from '../../src/model/index.ts';
import { readGiven } from '../../src/state/index.ts';
import { openLibrary } from '../../src/state/store.ts';
import { freshFolder } from '../state/around.ts';
import { contoso } from './exported.ts';
import type { Example } from './journey/entry.ts';
import { moment } from './terminal.ts';

const around: Surroundings = { now: () => moment, offset: 0, user: 'ana', version: '0.1.0' };

/** Some of what Contoso's answers file states: what begins with one of these. */
export function contosoWith(...starts: readonly string[]): Example {
  return Object.fromEntries(Object.entries(contoso).filter(([id]) => starts.some((start) => id.startsWith(start))));
}

/** The rollout that an answers file leads to. */
export function rolloutFrom(answers: Example): Rollout {
  const given = readGiven(Buffer.from(JSON.stringify(answers)), { now: moment, offset: 0, by: 'ana' });
  if (given.state !== 'read') throw new Error(JSON.stringify(given));
  return given.rollout;
}

/** A home with these rollouts in it, saved as the program saves them; gone when the test is. */
export async function homeWith(...rollouts: readonly Rollout[]): Promise<string> {
  const folder = freshFolder();
  for (const rollout of rollouts) await keepIn(folder, rollout);
  return folder;
}

/** Saves a rollout as the program does, as if its answers had been given here, one after the other. */
export async function keepIn(folder: string, rollout: Rollout): Promise<void> {
  const later = (at: string, ms: number) => new Date(Date.parse(at) + ms).toISOString();
  const events = rollout.events.map((event, i) => ({ ...event, at: later(event.at, i) }));
  await keep(folder, { ...rollout, events });
}

/** A home into which an answers file was taken just now. */
export async function homeTaking(answers: Example): Promise<string> {
  const folder = freshFolder();
  await keep(folder, rolloutFrom(answers));
  return folder;
}

async function keep(folder: string, rollout: Rollout): Promise<void> {
  const opened = await openLibrary({ folder, around }).adopt(rollout);
  expect(opened.state).toBe('open');
  if (opened.state === 'open') opened.saved.close();
}
