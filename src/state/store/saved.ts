import { renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Holder, Rollout, Saved, Surroundings } from '../../model/index.ts';
import { reasonOf } from '../failures.ts';
import { fileMode, writeWhole } from './files.ts';
import type { Lock } from './lock.ts';
import { bytesOf, valuesOf } from './printing.ts';
import { type Part, parts, previousNames, type Texts } from './reading.ts';

/** What a file holds: its bytes, and what they are printed from, once we printed it. */
type Held = { bytes?: Buffer; from?: unknown };

/** What a file is printed from: while it is the same, the file is. */
const sources: Readonly<Record<Part, (rollout: Rollout) => unknown>> = {
  rollout: (rollout) => rollout,
  people: ({ people }) => people,
};

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
  const files = parts.map((part) => {
    const text = options.texts?.[part];
    const held: Held = text === undefined ? {} : { bytes: Buffer.from(text) };
    let next: Buffer = Buffer.alloc(0);
    const conf = new Conf<Record<string, unknown>>({
      cwd: folder,
      configName: part,
      projectName: 'skypefed',
      projectSuffix: '',
      configFileMode: fileMode,
      accessPropertiesByDotNotation: false,
      clearInvalidConfig: false,
      serialize: () => next,
      // Before each write conf looks in the file for a record of migrations, which are none of its business here, and
      // nothing else is read through it.
      deserialize: () => ({}),
    });
    /** The bytes in place of those that are held, which are kept beside them first. */
    const put = (value: Record<string, unknown>, bytes: Buffer) => {
      // From memory, since what stands on the disk may have been damaged meanwhile.
      const previous = held.bytes === undefined ? undefined : join(folder, previousNames[part]);
      if (held.bytes !== undefined && previous !== undefined) writeWhole(previous, held.bytes);
      next = bytes;
      conf.store = value;
      refuseHalf(conf.path, bytes, previous);
    };
    return { part, held, put };
  });
  let lost: Holder | undefined;

  const write = (changed: Rollout) => {
    const values = valuesOf(changed);
    // People first: killed between the two, the rollout has somebody whose coming is not in its log, and nothing is lost.
    for (const { part, held, put } of files.toReversed()) {
      const from = sources[part](changed);
      if (held.from === from) continue;
      const bytes = bytesOf(part, changed);
      if (!held.bytes?.equals(bytes)) put(values[part], bytes);
      Object.assign(held, { bytes, from });
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
function refuseHalf(path: string, bytes: Buffer, previous: string | undefined): void {
  if (statSync(path).size === bytes.length) return;
  if (previous === undefined) rmSync(path);
  else renameSync(previous, path);
  throw Object.assign(new Error('A file was cut short'), { code: 'ENOSPC' });
}
