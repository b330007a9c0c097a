import type { Library, Surroundings } from '../model/index.ts';
import { openLibrary } from '../state/store.ts';
import { findRollout } from './find.ts';
import { keepCompiled, writeCompiled } from './keep-compiled.ts';
import { exitCodes, type Outcome, refuse } from './outcome.ts';
import { openPlain } from './plain.ts';
import { cannotAsk, isAccessible, lookOf, settleColour } from './terminal.ts';
import { toldLines } from './told.ts';

/** `begin`: at the form that starts a rollout, `set`: with answers. `plain`: as lines. */
export type WizardOptions = {
  name?: string;
  begin?: true;
  set?: readonly string[];
  plain: boolean;
  noColor: boolean;
  ascii: boolean;
};

/** The wizard, at its home screen or in a rollout that is named by id or organisation. Without a terminal it says so. */
export async function openWizard(options: WizardOptions, home: string, around: Surroundings): Promise<Outcome> {
  const { env, stdin, stdout } = process;
  const plain = options.plain || isAccessible(env);
  const reason = cannotAsk({ env, stdin, stdout, plain });
  if (reason !== undefined) return refuse(exitCodes.cannotAsk, ...cannotAskLines(reason));
  const kept = openLibrary({ folder: home, around });
  const found = options.name === undefined ? undefined : findRollout(kept, options.name);
  if (found && 'said' in found) return refuse(found.code, found.said);
  const begun = options.set?.length ? await beginSet(options.set, kept, around) : { library: kept };
  if ('said' in begun) return refuse(begun.code, ...toldLines(begun));
  const { library, open = found?.id } = begun;
  const command = env.npm_lifecycle_event === 'start' ? 'npm start --' : 'skypefed';
  const entry = {
    ...{ library, around },
    ...(open === undefined ? {} : { open }),
    ...(options.begin && open === undefined ? { begin: options.begin } : {}),
    // Whoever asked for lines goes on with lines.
    command: options.plain ? `${command} --plain` : command,
  };
  return plain ? openPlain(entry) : openScreens(entry, options, home);
}

function cannotAskLines(reason: string): readonly string[] {
  const { stdin, stdout } = process;
  return [
    `skypefed asks its questions on a terminal, and here ${reason}.`,
    stdin.isTTY && stdout.isTTY
      ? 'As lines, which need no cursor: skypefed --plain'
      : 'Without one it exports what an answers file states: skypefed export --answers FILE --out FOLDER',
  ];
}

/** Where the wizard begins, and what it works on. */
type Entry = { library: Library; around: Surroundings; open?: string; begin?: true; command: string };

async function openScreens(entry: Entry, { noColor, ascii }: WizardOptions, home: string): Promise<Outcome> {
  const { env, stdin, stdout, platform } = process;
  const look = lookOf({ env, platform, locale, noColor, ascii });
  settleColour(look, env);
  keepCompiled(home);
  // Keys that come before the first frame are kept for it, Ctrl+C included, and not printed over it.
  stdin.setRawMode(true);
  try {
    const { runWizard } = await import('../screens/index.tsx');
    const { code, words } = await runWizard({ ...entry, ...look, stdin, stdout, shown: writeCompiled });
    return { code, out: words };
  } finally {
    stdin.setRawMode(false);
  }
}

async function beginSet(set: readonly string[], library: Library, around: Surroundings) {
  const { beginWith } = await import('./set.ts');
  return beginWith(set, library, around);
}

/** The locale of the system, which takes long to find. */
function locale(): string {
  return Intl.DateTimeFormat().resolvedOptions().locale;
}
