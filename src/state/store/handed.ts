import { closeSync, openSync, readSync } from 'node:fs';
import { type Given, type GivenAt, readGiven } from '../given.ts';

/** A rollout of ten thousand people and a long past is a tenth of it. */
const most = 256 * 1024 * 1024;

/** Reads a file that somebody names, an answers file or an exported rollout; throws what the file system says. */
export function readGivenFile(path: string, at: GivenAt): Given {
  const bytes = readBytes(path);
  if (bytes) return readGiven(bytes, at);
  const said = `It is larger than ${most >> 20} MB, and no file that this reads.`;
  return { state: 'refused', said, problems: [], missing: [] };
}

/** What a file holds; undefined where it is too much, be it because it never ends. */
function readBytes(path: string): Uint8Array | undefined {
  const handle = openSync(path, 'r');
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
