import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Holder, Rollout, Saved, Surroundings } from '../../model/index.ts';
import { reasonOf } from '../failures.ts';
import { fileMode, writeWhole } from './files.ts';
import type { Lock } from './lock.ts';
import { type Part, parts, previousNames, type Texts } from './reading.ts';

/** What stands in each file. */
export function valuesOf({ people, ...rollout }: Rollout): Readonly<Record<Part, Readonly<Record<string, unknown>>>> {
  return { rollout, people: { format: 'skypefed-people', people } };
}

/** Opens a rollout that nobody writes. */
export function savedForReading(folder: string, rollout: Rollout): Saved {
  const failed = 'This rollout is open for reading only: nothing is saved.';
  return { folder, rollout, readOnly: true, save: () => ({ failed }), close() {} };
}

/**
 * Opens a rollout whose lock is ours. `texts` is what its files hold now; they are absent in a folder that is new.
 * conf is loaded here, since the home screen does without it.
 */
export async function savedForWriting(options: {
  folder: string;
  rollout: Rollout;
  texts?: Texts;
  lock: Lock;
  around: Surroundings;
}): Promise<Saved> {
  const { folder, rollout, lock, around } = options;
  const { default: Conf } = await import('conf');
  const files = parts.map((part) => ({
    part,
    conf: new Conf<Record<string, unknown>>({
      cwd: folder,
      configName: part,
      projectName: 'skypefed',
      projectSuffix: '',
      configFileMode: fileMode,
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
      serialize: (value) => JSON.stringify(value),
      deserialize: (text) => JSON.parse(text.replace(/^\ufeff/, '')),
    }),
    text: options.texts?.[part],
  }));
  let lost: Holder | undefined;

  const write = (changed: Rollout) => {
    const values = valuesOf(changed);
    // People first: killed between the two, the rollout has somebody whose coming is not in its log, and nothing is lost.
    for (const file of files.toReversed()) {
      const text = JSON.stringify(values[file.part]);
      if (text === file.text) continue;
      // From memory, since what stands on the disk may have been damaged meanwhile.
      const previous = file.text === undefined ? undefined : join(folder, previousNames[file.part]);
      if (file.text !== undefined && previous !== undefined) writeWhole(previous, file.text);
      file.conf.store = values[file.part];
      refuseHalf(file.conf.path, text, previous);
      file.text = text;
    }
  };

  return {
    folder,
    rollout,
    get readOnly() {
      return lost !== undefined;
    },
    save(changed) {
      try {
        lost ??= lock.lostTo();
        if (lost) return { lost };
        write(changed);
        return { saved: around.now() };
      } catch (error) {
        return {
          failed: `Not saved: ${reasonOf(error)}. What was accepted is kept here and saved with the next answer.`,
        };
      }
    },
    close: () => lock.release(),
  };
}

/**
 * conf writes with atomically, which takes a write that a full disk cut short for a whole one. What stood there before is
 * put back then, by a new name: a copy would need room.
 */
function refuseHalf(path: string, text: string, previous: string | undefined): void {
  if (statSync(path).size === Buffer.byteLength(text)) return;
  if (previous === undefined) rmSync(path);
  else renameSync(previous, path);
  throw Object.assign(new Error('A file was cut short'), { code: 'ENOSPC' });
}
