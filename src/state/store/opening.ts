import { readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Opened, OpenHow, Surroundings } from '../../model/index.ts';
import { listed, localDay } from '../../words/index.ts';
import { newRollout } from '../events.ts';
import { reasonOf } from '../failures.ts';
import { exists, freeName, isUnfinished, readText, writeWhole } from './files.ts';
import { takeLock } from './lock.ts';
import { bytesOf } from './printing.ts';
import {
  changedAt,
  type Fault,
  type Found,
  type Names,
  type Part,
  parts,
  presentNames,
  previousNames,
  readParts,
} from './reading.ts';
import { savedForReading, savedForWriting } from './saved.ts';

type At = { id: string; folder: string; around: Surroundings };

export function unusable(said: string): Opened {
  return { state: 'unusable', said };
}

/** Opens the rollout of a folder; what is in the way is told, and nothing is changed before the person has chosen. */
export async function openRollout({ how, ...at }: At & { how: OpenHow }): Promise<Opened> {
  const { id, folder, around } = at;
  if (how === 'read-only') {
    const found = readParts(folder, id);
    return found.state === 'whole' ? { state: 'open', saved: savedForReading(folder, found.rollout) } : tell(found, at);
  }
  const taken = takeLock({ folder, user: around.user, since: around.now(), force: how === 'take-over' });
  if (taken.state === 'held') return { state: 'locked', holder: taken.holder };
  if (taken.state === 'failed') {
    return {
      ...{ state: 'unusable', readable: true },
      said: `${id} cannot be changed: ${taken.said}. It is in ${folder}.`,
    };
  }
  const { lock } = taken;
  try {
    if (how === 'copy' || how === 'anew') repair(how, at);
    const found = readParts(folder, id);
    if (found.state === 'whole') {
      removeUnfinished(folder);
      const { rollout, texts } = found;
      return { state: 'open', saved: await savedForWriting({ folder, rollout, texts, lock, around }) };
    }
    lock.release();
    return tell(found, at);
  } catch (error) {
    lock.release();
    return { ...{ state: 'unusable', readable: true }, said: `${id} cannot be opened: ${reasonOf(error)}.` };
  }
}

function tell(found: Exclude<Found, { state: 'whole' }>, at: At): Opened {
  const { id, folder } = at;
  switch (found.state) {
    case 'absent':
      return unusable(`There is no rollout in ${folder}.`);
    case 'unreadable':
      return unusable(`${id} cannot be read: ${found.said}. It is in ${folder}.`);
    case 'newer':
      return {
        state: 'newer',
        said: `${id} was saved by a later skypefed (version ${found.version} of the file). Open it with that one; nothing was changed here.`,
      };
    case 'damaged':
      return tellDamage(found.faults, at);
  }
}

function tellDamage(faults: readonly Fault[], at: At): Opened {
  const { id, folder } = at;
  const copied = readParts(folder, id, namesOfCopy(faults));
  const savedAt = copied.state === 'whole' ? changedAt(copied.rollout) : undefined;
  return {
    state: 'damaged',
    said: `${id}: ${listed(faults.map(({ part, said }) => `${presentNames[part]} ${said}`))}.`,
    kept: listed(asideNames(faults, at).map(({ to }) => basename(to))),
    ...(savedAt ? { copy: { savedAt, lacks: 'the last change' } } : {}),
  };
}

/** What a repair by copy reads: the previous file for each damaged one. */
function namesOfCopy(faults: readonly Fault[]): Names {
  const pick = (part: Part) => (faults.some((fault) => fault.part === part) ? previousNames : presentNames)[part];
  return { rollout: pick('rollout'), people: pick('people') };
}

/** Where the damaged files are put; a file that is missing is put nowhere. */
function asideNames(faults: readonly Fault[], { folder, around }: At): readonly { from: string; to: string }[] {
  const day = localDay(around.now(), around.offset);
  return parts
    .filter((part) => faults.some((fault) => fault.part === part))
    .map((part) => ({
      from: join(folder, presentNames[part]),
      to: freeName(join(folder, `${part}.damaged-${day}`), '.json'),
    }))
    .filter(({ from }) => exists(from));
}

/** Sets damaged files aside and puts others in their place; does nothing where that would not mend it. */
function repair(how: 'copy' | 'anew', at: At): void {
  const { id, folder, around } = at;
  const found = readParts(folder, id);
  if (found.state !== 'damaged') return;
  const { faults } = found;
  if (how === 'copy' && readParts(folder, id, namesOfCopy(faults)).state !== 'whole') return;
  for (const { from, to } of asideNames(faults, at)) renameSync(from, to);
  const empty = newRollout({ id, at: around.now(), by: around.user });
  for (const part of new Set(faults.map((fault) => fault.part))) {
    const text = how === 'copy' ? readText(join(folder, previousNames[part])) : bytesOf(part, empty);
    writeWhole(join(folder, presentNames[part]), text ?? '');
  }
}

/** Takes away what writes left behind that were killed in the middle. */
function removeUnfinished(folder: string): void {
  for (const name of readdirSync(folder).filter(isUnfinished)) rmSync(join(folder, name), { force: true });
}
