import { closeSync, openSync, readSync } from 'node:fs';
import type { Surroundings } from '../model/index.ts';
import { type Given, readGiven, reasonOf } from '../state/index.ts';
import { exitCodes } from './outcome.ts';
import type { Told } from './told.ts';

/** A rollout of ten thousand people and a long past is a tenth of it. */
const most = 256 * 1024 * 1024;

/** Reads a file that somebody names, an answers file or an exported rollout. */
export function readNamed(file: string, around: Surroundings): Extract<Given, { state: 'read' }> | Told {
  const { now, offset, user: by } = around;
  let given: Given;
  try {
    const bytes = readBytes(file);
    if (bytes === undefined)
      return { code: exitCodes.usage, said: `${file} is larger than ${most >> 20} MB, and no file that this reads.` };
    given = readGiven(bytes, { now: now(), offset, by });
  } catch (error) {
    return { code: exitCodes.usage, said: `${file} cannot be read: ${reasonOf(error)}.` };
  }
  if (given.state === 'read') return given;
  const { said, problems, missing } = given;
  return { code: exitCodes.usage, said: `${file}: ${said}`, problems, missing };
}

/** What a file holds; undefined where it is too much, be it because it never ends. */
function readBytes(file: string): Uint8Array | undefined {
  const handle = openSync(file, 'r');
  try {
    const parts: Buffer[] = [];
    for (let total = 0; total <= most; ) {
      const part = Buffer.allocUnsafe(1 << 20);
      const length = readSync(handle, part);
      if (length === 0) return Buffer.concat(parts, total);
      parts.push(part.subarray(0, length));
      total += length;
    }
    return undefined;
  } finally {
    closeSync(handle);
  }
}
