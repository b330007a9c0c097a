import { codeOf, reasonOf } from '../state/index.ts';
import { carryOut } from './carry-out.ts';
import { endOnFault } from './fault.ts';
import { exitCodes, print } from './outcome.ts';

/** `home`: the folder in which everything of ours is kept. */
export type Run = { args: readonly string[]; home: string; version: string };

/** Does what the arguments ask for, prints what comes of it, and returns the exit code. */
export async function run({ args, home, version }: Run): Promise<number> {
  endOnLostOutput();
  endOnFault({ home, version });
  return print(await carryOut(args, { home, env: process.env, version }));
}

/** What is printed goes where somebody else says: that it cannot be written there is no fault of ours. */
function endOnLostOutput(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error) => {
      // Whoever reads us has read enough.
      if (codeOf(error) === 'EPIPE') process.exit();
      // Without its terminal the wizard ends by itself, and gives back what it holds.
      if (codeOf(error) === 'EIO' && stream.isTTY) return;
      if (stream === process.stdout) process.stderr.write(`What was to be printed is lost: ${reasonOf(error)}.\n`);
      process.exit(exitCodes.cannotUseSaved);
    });
  }
}
