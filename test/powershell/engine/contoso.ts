import { expect } from 'vitest';
import { asInstalled, type Engine, type RunOptions, type Store } from '../engine.ts';

/** Contoso as installed: two sites, one with an Edge pool and one whose display name differs, and a user in each. */
export const contoso = (): Store =>
  asInstalled({
    sites: [
      { name: 'Redmond', edge: { internal: 'edge01.contoso.local', external: 'sip.contoso.com' } },
      { name: 'Dublin', displayName: 'Dublin office' },
    ],
    users: [
      { name: 'Ana Trujillo', sip: 'ana@contoso.com' },
      { name: 'Maria Anders', sip: 'maria@contoso.com', site: 'Dublin' },
    ],
  });

/** Runs commands that stop at the first error. */
export function runCommands(
  engine: Engine,
  commands: string | readonly string[],
  store: Store = contoso(),
  rest: Partial<RunOptions> = {},
) {
  const text = ["$ErrorActionPreference = 'Stop'", ...[commands].flat()].join('\n');
  return engine.run({ script: { text }, store, ...rest });
}

/** What the server says to the last of these commands, which it refuses. */
export async function refusal(engine: Engine, command: string, store?: Store): Promise<string | undefined> {
  const result = await runCommands(engine, command, store);
  expect(result.calls.at(-1)).toMatchObject({ outcome: 'failed', error: result.terminated?.message });
  return result.terminated?.message;
}
