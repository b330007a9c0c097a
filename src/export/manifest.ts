import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { Moment } from '../model/index.ts';

/** The file that lists the others of an export. It is written last: where it stands, they do. */
export const manifestName = 'manifest.json';

/** When an export was written, and the digest of each of its files but the manifest. */
export type Manifest = { written: Moment; digests: ReadonlyMap<string, string> };

// What leads out of the folder was not written by us, and is never to be removed.
const pathBelow = z.string().check(z.regex(/^(?!\.{1,2}(\/|$))[^/\\:]+(\/(?!\.{1,2}(\/|$))[^/\\:]+)*$/));

const shape = z.object({
  format: z.literal('skypefed-export'),
  version: z.literal(1),
  written: z.string(),
  files: z.array(z.object({ path: pathBelow, sha256: z.string() })),
});

/** What a manifest of ours says; undefined where the bytes are none. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    const read = shape.safeParse(JSON.parse(new TextDecoder().decode(bytes)));
    if (!read.success) return undefined;
    const { written, files } = read.data;
    return { written, digests: new Map(files.map(({ path, sha256 }) => [path, sha256])) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** SHA-256, in hexadecimal. */
export function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
