import { createInterface } from 'node:readline/promises';

/** Asks on the terminal; undefined where it was left without an answer. The question stands on stderr: stdout may be a file. */
export async function askLine(question: string): Promise<string | undefined> {
  const reader = createInterface({ input: process.stdin, output: process.stderr });
  const left = new Promise<undefined>((resolve) => reader.once('close', () => resolve(undefined)));
  reader.once('SIGINT', () => reader.close());
  try {
    return await Promise.race([reader.question(question).catch(() => undefined), left]);
  } finally {
    reader.close();
  }
}
