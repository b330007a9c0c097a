import type { Surroundings } from '../model/index.ts';
import { openLibrary } from '../state/store.ts';
import { keepCompiled, writeCompiled } from './compiled.ts';
import { findRollout } from './find.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import { openPlain } from './plain.ts';
import { cannotAsk, isAccessible, lookOf, settleColour } from './terminal.ts';

/** `begin`: at the form that starts a rollout. `plain`: as lines. */
export type WizardOptions = { name?: string; begin?: true; plain?: true; noColor: boolean; ascii: boolean };

/** The wizard, at its home screen or in a rollout that is named by id or organisation. Without a terminal it says so. */
export async function openWizard(options: WizardOptions, home: string, around: Surroundings): Promise<Outcome> {
  const { env, stdin, stdout, platform } = process;
  const plain = options.plain ?? isAccessible(env);
  const reason = cannotAsk({ env, stdin, stdout, plain });
  if (reason !== undefined) {
    const dumb = stdin.isTTY && stdout.isTTY;
    return refuse(
      exitCodes.cannotAsk,
      `skypefed asks its questions on a terminal, and here ${reason}.`,
      dumb
        ? 'As lines, which need no cursor: skypefed --plain'
        : 'Without one it exports what an answers file states: skypefed export --answers FILE --out FOLDER',
    );
  }
  const library = openLibrary({ folder: home, around });
  const found = options.name === undefined ? undefined : findRollout(library, options.name);
  if (found && 'said' in found) return refuse(found.code, found.said);

  const command = env.npm_lifecycle_event === 'start' ? 'npm start --' : 'skypefed';
  const begin = { ...(found ? { open: found.id } : {}), ...(options.begin ? { begin: options.begin } : {}) };
  if (plain) return openPlain({ library, around, command, ...begin });

  const look = lookOf({ env, platform, locale, noColor: options.noColor, ascii: options.ascii });
  settleColour(look, env);
  keepCompiled(home);
  // Keys that come before the first frame are kept for it, Ctrl+C included, and not printed over it.
  stdin.setRawMode(true);
  try {
    const { runWizard } = await import('../screens/index.tsx');
    const { code, words } = await runWizard({
      ...{ library, around, ...look, stdin, stdout },
      ...begin,
      command,
      shown: writeCompiled,
    });
    return { code, out: words };
  } finally {
    stdin.setRawMode(false);
  }
}

/** The locale of the system, which takes long to find. */
function locale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
