import { join } from 'node:path';
import type { Evidence, Library, Opened, Surroundings } from '../../model/index.ts';
import { applyEvent } from '../events.ts';
import { reasonOf } from '../failures.ts';
import { exists, folderMode, makeFolders, writeWhole } from './files.ts';
import { unusable } from './opening.ts';

/** An evidence file as it was handed over: what it says, and its bytes, which are kept as they are. */
export type HandedEvidence = {
  /** The rollout whose script wrote it. */
  rollout: string;
  evidence: Evidence;
  /** Those of its items that could not be read on the server, as the script names them. */
  unread: readonly string[];
  bytes: Uint8Array;
};

/** Opens a rollout and takes evidence into it, saved; evidence that it has already changes nothing. */
export async function takeEvidence(options: {
  library: Library;
  id: string;
  handed: HandedEvidence;
  around: Surroundings;
}): Promise<Opened> {
  const { library, id, handed, around } = options;
  const opened = await library.open(id, 'write');
  if (opened.state !== 'open' || hasEvidence(opened.saved.rollout.evidence, handed)) return opened;
  const { saved } = opened;
  const failed = (said: string) => {
    saved.close();
    return unusable(`The evidence was not taken into ${id}: ${said}`);
  };
  try {
    keep(saved.folder, handed);
  } catch (error) {
    return failed(`${reasonOf(error)}.`);
  }
  const { evidence } = handed;
  const event = { at: around.now(), by: around.user, type: 'evidence-imported', evidence } as const;
  const rollout = applyEvent(saved.rollout, event);
  const done = saved.save(rollout);
  if (!('saved' in done)) return failed('failed' in done ? done.failed : 'another window took it over.');
  return {
    state: 'open',
    saved: {
      ...saved,
      rollout,
      get readOnly() {
        return saved.readOnly;
      },
    },
  };
}

/** Is a file with these bytes among what a rollout has? */
export function hasEvidence(known: readonly Evidence[] | undefined, { evidence }: HandedEvidence): boolean {
  return known?.some(({ sha256 }) => sha256 === evidence.sha256) ?? false;
}

/** A file that is there has these bytes: its name is their digest. */
function keep(folder: string, { evidence, bytes }: HandedEvidence): void {
  const place = join(folder, 'evidence');
  makeFolders(place, folderMode);
  const path = join(place, `${evidence.sha256}.json`);
  if (!exists(path)) writeWhole(path, Buffer.from(bytes));
}
