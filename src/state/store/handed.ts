import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { printable } from '../../words/index.ts';
import { type Given, type GivenAt, readGiven } from '../given.ts';
import type { HandedEvidence } from './evidence.ts';

/** In bytes. A rollout of ten thousand people and a long past is a tenth of it. */
export const mostGiven = 256 * 1024 * 1024;

/** What somebody hands us as a file; evidence with its bytes. */
export type Handed = Exclude<Given, { state: 'evidence' }> | ({ state: 'evidence' } & HandedEvidence);

/**
 * Reads a file that somebody names, an answers file, an exported rollout or evidence; throws what the file system says.
 */
export function readGivenFile(path: string, at: GivenAt): Handed {
  return readGivenBytes(readBytes(path), basename(path), at);
}

/** The same of bytes that somebody read under this name; undefined: there are more than `mostGiven`. */
export function readGivenBytes(bytes: Uint8Array | undefined, name: string, at: GivenAt): Handed {
  if (bytes) {
    const given = readGiven(bytes, at);
    if (given.state !== 'evidence') return given;
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { ...given, evidence: { sha256, file: printable(name), ...given.evidence }, bytes };
  }
  const said = `It is larger than ${mostGiven >> 20} MB, and no file that this reads.`;
  return { state: 'refused', said, problems: [], missing: [] };
}

/** What a file holds; undefined where it is too much, be it because it never ends. */
function readBytes(path: string): Uint8Array | undefined {
  const handle = openSync(path, 'r');
  try {
    const parts: Buffer[] = [];
    for (let total = 0; total <= mostGiven; ) {
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
