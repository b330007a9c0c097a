import { render } from 'ink';
import type { Library, Surroundings } from '../model/index.ts';
import { lookOf } from './look/theme.ts';
import { Root } from './root.tsx';
import { createStore, type Exit } from './store.ts';

export type WizardOptions = {
  library: Library;
  around: Surroundings;
  colour: boolean;
  ascii: boolean;
  /** How the program is started with arguments, for the words on leaving. */
  command: string;
  /** Called once, after the first frame. */
  shown?: () => void;
  /** The id of a rollout to begin in. */
  open?: string;
  /** To begin at the form that starts a rollout. */
  begin?: boolean;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
};

/** Home, and where the cursor stands, everything below is erased: what a shrinking window leaves behind goes. */
const wiped = '\u001b[H\u001b[J';

/**
 * Runs the wizard on a terminal until it is left. Everything accepted is saved by then; the words are for the ordinary
 * screen. The caller has settled the colour before this module is loaded, since Ink looks at the environment then.
 */
export async function runWizard(options: WizardOptions): Promise<Exit> {
  const { library, around, colour, ascii, command, stdin, stdout } = options;
  const size = { columns: stdout.columns, rows: stdout.rows };
  const store = createStore({ library, around, size, command, ...(options.begin ? { begin: true } : {}) });
  // The first frame is that of the rollout that was asked for.
  if (options.open !== undefined) await store.open(options.open);
  const wipe = () => stdout.write(wiped);
  // Before Ink hears of it: its next frame begins on an empty screen, and the next key is for the window as it is now.
  const resized = () => {
    wipe();
    store.resize({ columns: stdout.columns, rows: stdout.rows });
  };
  stdout.on('resize', resized);
  const app = <Root store={store} look={lookOf({ colour, ascii })} />;
  const ink = render(app, {
    stdin,
    stdout,
    exitOnCtrlC: false,
    patchConsole: false,
    // Ink takes a machine with CI in its environment for one that nobody sits at.
    interactive: true,
    alternateScreen: true,
    // Keys that are held would echo late at the 30 that Ink draws.
    maxFps: 1000,
  });
  if (options.shown) setImmediate(options.shown);
  store.onRedraw(() => {
    ink.clear();
    wipe();
    ink.rerender(app);
  });
  try {
    return await Promise.race([store.exit, ink.waitUntilExit().then(() => store.exit)]);
  } finally {
    stdout.off('resize', resized);
    // tmux, once its window has grown, would let a line of the last frame slip onto the ordinary screen.
    wipe();
    ink.unmount();
    await ink.waitUntilExit();
  }
}
