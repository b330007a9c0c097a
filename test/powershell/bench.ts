import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import {
  changesOf,
  type Engine,
  type Provider,
  type RunOptions,
  type RunResult,
  type Store,
  sharedEngine,
  textOf,
} from './engine.ts';

/** A run of an exported script on a server, and the folder it ran in. */
export type Bench = {
  engine: Engine;
  /**
   * Runs a script from a folder of its own, as a person at the console would. `name` is that of its file; `apart`
   * is another engine than that of the worker.
   */
  run(script: string, options?: Partial<RunOptions> & { folder?: string; name?: string; apart?: Engine }): Promise<Run>;
  /** A new empty folder. */
  folder(): string;
};

export type Run = RunResult & {
  folder: string;
  /** All that was said, as one text. */
  text: string;
  /** Names of the changing cmdlets that were called, whatever came of them. */
  changed: readonly string[];
  /** Names of files in the folder, without the script, times taken out. */
  files: readonly string[];
  /** The name of the newest log in the folder, empty where there is none. */
  log: string;
};

/** Where every script is run from: PowerShell does not compile again what it knows by path and text, which takes most of a run. */
const here = join(mkdtempSync(join(tmpdir(), 'skypefed-run-')), 'here');
let before: Promise<unknown> = Promise.resolve();

/** Runs in a folder by that one path, a run after the other; what is told of it is told of the folder. */
function at(folder: string, run: (path: string) => Promise<RunResult>): Promise<RunResult> {
  const result = before.then(async () => {
    rmSync(here, { force: true });
    symlinkSync(folder, here);
    return told(await run(here), folder);
  });
  before = result.catch(() => undefined);
  return result;
}

function told(result: RunResult, folder: string): RunResult {
  const lines = result.lines.map((line) => ({ ...line, text: line.text.replaceAll(here, folder) }));
  return { ...result, lines };
}

/** The engine for the tests of one file, with a folder that is removed after them. */
export function useBench(): Bench {
  const root = mkdtempSync(join(tmpdir(), 'skypefed-apply-'));
  let started: Engine | undefined;
  const engine = () => {
    if (!started) throw new Error('the engine starts before the first test');
    return started;
  };
  beforeAll(async () => {
    started = await sharedEngine();
  });
  afterAll(() => rmSync(root, { recursive: true }));
  let folders = 0;
  const newFolder = () => {
    folders += 1;
    const folder = join(root, String(folders));
    mkdirSync(folder);
    return folder;
  };
  return {
    get engine() {
      return engine();
    },
    folder: newFolder,
    async run(script, { folder = newFolder(), name: file = '2-apply.ps1', apart, ...options } = {}) {
      writeFileSync(join(folder, file), script);
      // Longer than the engine's own limit: these scripts are long, and the machine may be busy.
      const result = await at(folder, (path) =>
        (apart ?? engine()).run({ script: { path: join(path, file) }, limitMs: 60_000, ...options }),
      );
      const files = readdirSync(folder).filter((name) => !/^\d-.*\.(ps1|csv)$/.test(name));
      return {
        ...result,
        folder,
        text: textOf(result),
        changed: changesOf(result).map(({ cmdlet }) => cmdlet),
        log:
          files
            .filter((name) => name.endsWith('.log'))
            .sort()
            .at(-1) ?? '',
        files: files.map((name) => name.replaceAll(/-\d{8}-\d{9}/g, '')).sort(),
      };
    },
  };
}

/** A public or hosting provider of another organisation, unless its values say otherwise. */
export const entry = (identity: string, values: Partial<Provider> = {}): Provider => ({
  Identity: identity,
  ProxyFqdn: 'sip.fabrikam.com',
  Enabled: true,
  VerificationLevel: 'AlwaysVerifiable',
  ...values,
});

/** Answers yes to whatever is asked, as often as can be needed. */
export const yes: readonly string[] = Array.from({ length: 40 }, () => 'Y');
export const no: readonly string[] = yes.map(() => 'N');

/** The undo commands that a run printed, in the order in which it tells to use them. */
export function undoOf({ lines }: Pick<Run, 'lines'>): readonly string[] {
  return lines.flatMap(({ text }) => /^\s+Undo: (.*)$/.exec(text)?.[1] ?? []).reverse();
}

/** A store with its lists in the order of their names: what was removed and made again stands at the end. */
export function sorted(store: Store): Store {
  const by = <T extends { Identity: string }>(things: readonly T[]) =>
    [...things].sort((a, b) => a.Identity.localeCompare(b.Identity));
  return {
    ...store,
    publicProviders: by(store.publicProviders),
    externalAccessPolicies: by(store.externalAccessPolicies),
    clientPolicies: by(store.clientPolicies),
  };
}
