import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderMode, makeFolders } from '../state/store.ts';
import { exitCodes, type Outcome, print, printed, refuse } from './outcome.ts';

type Options = { home: string; version: string };

/** Ends with an account of an error that nobody caught, where it can be read: on the ordinary screen. */
export function endOnFault(options: Options): void {
  process.on('uncaughtException', (error) => {
    // Ink gives the screen back at this event, and whatever was printed before would go with the screen it drew on.
    process.emit('exit', exitCodes.fault);
    process.exit(print(printed(faultOf(error, options))));
  });
}

/** What is told of an error that we did not foresee: no stack, which goes into a file of ours. */
export function faultOf(error: unknown, options: Options): Outcome {
  const { home, version } = options;
  const message = error instanceof Error ? error.message : String(error);
  const file = join(home, 'fault.txt');
  return refuse(
    exitCodes.fault,
    `skypefed has a fault and stopped: ${message}`,
    'Every answer that was accepted is saved; start it again to go on.',
    ...(record(file, error, version) ? [`What whoever mends it has to know stands in ${file}.`] : []),
  );
}

function record(file: string, error: unknown, version: string): boolean {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  const { platform, arch, versions } = process;
  try {
    makeFolders(dirname(file), folderMode);
    writeFileSync(file, `skypefed ${version}, Node ${versions.node}, ${platform} ${arch}\n${stack}\n`, { mode: 0o600 });
    return true;
  } catch {
    return false;
  }
}
