import { readdirSync, renameSync, statSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { Library, Opened, Rollout, Summary, Surroundings } from '../../model/index.ts';
import { deployment } from '../../steps/index.ts';
import { localDay } from '../../words/index.ts';
import { applyEvent, newRollout, rolloutId } from '../events.ts';
import { codeOf, reasonOf } from '../failures.ts';
import { exists, folderMode, freeName, makeFolders, readText, writeWhole } from './files.ts';
import { holderAtWork, type Taken, takeLock } from './lock.ts';
import { openRollout, unusable } from './opening.ts';
import { changedAt, presentNames, previousNames, readParts } from './reading.ts';
import { savedForWriting } from './saved.ts';

/** The rollouts below a folder of ours. Cheap: nothing is read or made before it is asked for. */
export function openLibrary({ folder, around }: { folder: string; around: Surroundings }): Library {
  const folderOf = (id: string) => join(folder, 'rollouts', id);
  return {
    folder,
    list: () =>
      idsIn(folder)
        .map((id) => summaryOf(id, folderOf(id)))
        .toSorted(byLastChange),
    create: ({ organisation }) =>
      keep({ folder, around, wanted: organisation, make: (id) => named(id, organisation, around) }),
    adopt: (rollout) => keep({ folder, around, wanted: rollout.id, make: (id) => ({ ...rollout, id }) }),
    async open(id, how) {
      // An id that was typed must not lead out of the folder.
      if (!idsIn(folder).includes(id)) return unusable(`There is no rollout ${id} in ${folder}.`);
      return openRollout({ id, how, folder: folderOf(id), around });
    },
    remove: (id) => remove(id, { folder, around }),
    exportFolder: (id) => settingsOf(folderOf(id)).exportFolder,
    rememberExportFolder(id, exportFolder) {
      try {
        writeWhole(settingsFile(folderOf(id)), JSON.stringify({ ...settingsOf(folderOf(id)), exportFolder }));
      } catch {
        // It is a convenience: next time the folder is asked again.
      }
    },
  };
}

/** Why the rollouts of a folder cannot even be listed, as a sentence; undefined where they can, or where there are none. */
export function rolloutsFault(folder: string): string | undefined {
  try {
    readdirSync(join(folder, 'rollouts'));
    return undefined;
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : `The rollouts in ${folder} cannot be read: ${reasonOf(error)}.`;
  }
}

/** The ids of the rollouts there are; of none where the folder cannot be read. */
function idsIn(folder: string): readonly string[] {
  try {
    return readdirSync(join(folder, 'rollouts')).filter((id) => holdsRollout(join(folder, 'rollouts', id)));
  } catch {
    return [];
  }
}

function holdsRollout(folder: string): boolean {
  return [presentNames, previousNames].some(({ rollout }) => exists(join(folder, rollout)));
}

function summaryOf(id: string, folder: string): Summary {
  const found = readParts(folder, id);
  if (found.state !== 'whole') {
    const at = statSync(join(folder, presentNames.rollout), { throwIfNoEntry: false })?.mtime.toISOString();
    return { id, organisation: id, folder, ...(at ? { savedAt: at } : {}) };
  }
  const { rollout } = found;
  const { [deployment.organisation.id]: organisation } = rollout.answers;
  const savedAt = changedAt(rollout);
  return {
    ...{ id, folder, rollout },
    organisation: typeof organisation === 'string' ? organisation : id,
    ...(savedAt ? { savedAt } : {}),
  };
}

function byLastChange(a: Summary, b: Summary): number {
  return (b.savedAt ?? '').localeCompare(a.savedAt ?? '') || a.id.localeCompare(b.id);
}

function named(id: string, organisation: string, around: Surroundings): Rollout {
  const { user: by } = around;
  const at = around.now();
  const answered = { type: 'answered', field: deployment.organisation.id, value: organisation } as const;
  return applyEvent(newRollout({ id, at, by }), { at, by, ...answered });
}

/** Keeps a new rollout under the first free id that its wanted name leads to. */
async function keep(options: {
  folder: string;
  around: Surroundings;
  wanted: string;
  make(id: string): Rollout;
}): Promise<Opened> {
  const { folder, around, wanted, make } = options;
  const taken = [...idsIn(folder)];
  for (;;) {
    const id = rolloutId(wanted, taken);
    const place = join(folder, 'rollouts', id);
    const made = takePlace(place, around);
    if (made.state === 'failed') return unusable(`No rollout can be kept in ${folder}: ${made.said}.`);
    if (made.state === 'held') {
      taken.push(id);
      continue;
    }
    try {
      const saved = await savedForWriting({ folder: place, rollout: make(id), lock: made.lock, around });
      const done = saved.save(saved.rollout);
      if ('saved' in done) return { state: 'open', saved };
      saved.close();
      return unusable('failed' in done ? done.failed : `${id} was taken by another window.`);
    } catch (error) {
      made.lock.release();
      return unusable(`No rollout can be kept in ${place}: ${reasonOf(error)}.`);
    }
  }
}

/** Makes a rollout's folder and takes its lock; held: somebody else makes one there. */
function takePlace(place: string, { user, now }: Surroundings): Taken {
  try {
    makeFolders(place, folderMode);
  } catch (error) {
    return { state: 'failed', said: reasonOf(error) };
  }
  const since = now();
  const taken = takeLock({ folder: place, user, since, force: false });
  if (taken.state !== 'taken' || !holdsRollout(place)) return taken;
  taken.lock.release();
  return { state: 'held', holder: { host: '', pid: 0, user, since } };
}

/** Puts a rollout's folder among the removed ones, where only a person deletes it. */
function remove(id: string, { folder, around }: { folder: string; around: Surroundings }) {
  const place = join(folder, 'rollouts', id);
  try {
    const holder = holderAtWork(place);
    if (holder) return { failed: `${id} is open in another window: ${holder.host}, ${holder.user}.` };
    makeFolders(join(folder, 'removed'), folderMode);
    const removed = freeName(join(folder, 'removed', `${id}-${localDay(around.now(), around.offset)}`));
    renameSync(place, removed);
    return { removed };
  } catch (error) {
    return { failed: `${id} could not be removed: ${reasonOf(error)}.` };
  }
}

const settingsShape = z.object({ exportFolder: z.exactOptional(z.string()) });

const settingsFile = (folder: string) => join(folder, 'settings.json');

/** What this machine remembers of a rollout; of a file that cannot be read, nothing. */
function settingsOf(folder: string): { exportFolder?: string } {
  try {
    const read = settingsShape.safeParse(JSON.parse(readText(settingsFile(folder)) ?? '{}'));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}
