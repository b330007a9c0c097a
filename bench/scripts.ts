import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  asInstalled,
  type Engine,
  hasDotnet,
  type RunOptions,
  type Store,
  startEngine,
} from '../test/powershell/engine.ts';
import { discoverFor } from '../test/powershell/evidence.ts';
import { applyFor, forUsers, rollbackFor } from '../test/powershell/scripts.ts';
import { inTurns, median } from './measure.ts';
import type { Row } from './table.ts';

const people = 10_000;
const force = { Force: true, AcceptHighRisk: true };

/** Each takes half a minute; what it is held against is far away. */
const runs = 3;

/** What the scripts' own part costs for 10,000 users, the server apart, beside the bare commands in a loop. */
export async function scriptRows(folder: string): Promise<readonly Row[]> {
  if (!hasDotnet()) return [{ what: `scripts, ${people} users`, notMeasured: 'there is no .NET SDK' }];
  mkdirSync(folder, { recursive: true });
  const addresses = Array.from({ length: people }, (_, i) => `user${i + 1}@contoso.com`);
  const answers = forUsers(...addresses);
  const { text, lists } = applyFor(answers);
  for (const list of lists) writeFileSync(join(folder, list.name), list.text);
  const before = asInstalled({ users: addresses.map((sip) => ({ name: sip, sip })) });
  const engine = await startEngine({ compiles: true });
  // Nothing else keeps this process alive while the engine works.
  const kept = setInterval(() => undefined, 60_000);
  try {
    const on =
      (name: string, script: string) =>
      (store: Store, args: RunOptions['args'] = {}) => {
        const path = join(folder, name);
        writeFileSync(path, script);
        return ownPart(engine, { script: { path }, store, args });
      };
    const discover = on('1-discover.ps1', discoverFor(answers));
    const apply = on('2-apply.ps1', text);
    const rollback = on('4-rollback.ps1', rollbackFor());
    const bare = async (store: Store) => {
      const loop = `foreach ($i in 1..${people}) { Grant-CsExternalAccessPolicy -Identity "sip:user$i@contoso.com" -PolicyName $null }`;
      return (await ownPart(engine, { script: { text: loop }, store })).ms;
    };
    const back: number[] = [];
    const made = await inTurns(runs, {
      reference: () => bare(before),
      ours: async () => {
        const granted = await apply(before, force);
        back.push((await rollback(granted.store, force)).ms);
        return granted.ms;
      },
    });
    const seen = await inTurns(runs, { reference: () => bare(before), ours: async () => (await discover(before)).ms });
    const row = (what: string, costs: readonly number[], reference: readonly number[]): Row => ({
      what: `${what}, ${people} users`,
      ...{ ours: median(costs), unit: 'ms' as const },
      reference: { what: 'as many bare grants', cost: median(reference) },
      goal: { atMost: 60_000 },
    });
    return [
      row('apply', made.ours, made.reference),
      row('rollback', back.slice(1), made.reference),
      row('discover', seen.ours, seen.reference),
    ];
  } finally {
    await engine.stop();
    clearInterval(kept);
  }
}

/** Milliseconds of a run that are not the fake server's, and the server after it. */
async function ownPart(engine: Engine, options: RunOptions): Promise<{ ms: number; store: Store }> {
  const from = performance.now();
  const { exitCode, terminated, serverMs, store } = await engine.run({ limitMs: 600_000, ...options });
  if (exitCode !== 0) throw new Error(`a script ended with ${exitCode}: ${terminated?.message ?? ''}`);
  return { ms: performance.now() - from - serverMs, store };
}
