import { mostGiven } from '../state/store.ts';

/** What stands on standard input, to its end; undefined where it is too much. Throws what the system says. */
export async function readStandardInput(): Promise<Uint8Array | undefined> {
  const parts: Buffer[] = [];
  let total = 0;
  for await (const part of process.stdin) {
    parts.push(part);
    total += part.length;
    if (total > mostGiven) return undefined;
  }
  return Buffer.concat(parts, total);
}
