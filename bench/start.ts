import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { inTurns, median, usualRuns } from './measure.ts';
import { contosoWith, kept, root } from './rollouts.ts';
import type { Row } from './table.ts';
import { openTerminal } from './terminal.ts';

export const program = join(root, 'dist', 'skypefed.js');

const bareNode = ['-e', '0'];
const helloPrompt = "import i from 'inquirer'; await i.prompt([{ type: 'input', name: 'hello', message: 'Hello' }]);";

/** How long it takes until something is seen. */
export async function startRows(folder: string): Promise<readonly Row[]> {
  const home = await homeOf(folder, 20);
  const version = await inTurns(usualRuns * 2, {
    reference: () => untilExit(bareNode),
    ours: () => untilExit([program, '--version']),
  });
  const frame = await inTurns(usualRuns * 2, {
    reference: () => untilExit(bareNode),
    ours: () => untilFrame([program], home, (shown) => shown.includes('Ctrl+C leave')),
  });
  return [
    ratio('first frame of home, 20 rollouts', 'node -e 0', frame, 2.5),
    await besidePrompt(home),
    ratio('--version', 'node -e 0', version, 1.3),
  ];
}

/** A folder of ours with so many rollouts. */
export async function homeOf(folder: string, count: number): Promise<string> {
  const home = join(folder, `home-${count}`);
  mkdirSync(home, { recursive: true });
  const rollout = contosoWith(3);
  for (let i = 1; i <= count; i++) (await kept(home, { ...rollout, id: `contoso-${i}` })).close();
  return home;
}

async function besidePrompt(home: string): Promise<Row> {
  const costs = await inTurns(usualRuns * 2, {
    reference: () => untilFrame(['--input-type=module', '-e', helloPrompt], root, (shown) => shown.includes('Hello')),
    ours: () => untilFrame([program], home, (shown) => shown.includes('Ctrl+C leave')),
  });
  return ratio('first frame of home, 20 rollouts', 'a prompt of inquirer', costs, 1);
}

type Costs = { reference: readonly number[]; ours: readonly number[] };

function ratio(what: string, beside: string, costs: Costs, times: number): Row {
  const reference = { what: beside, cost: median(costs.reference) };
  return { what, ours: median(costs.ours), unit: 'ms', reference, goal: { times } };
}

async function untilExit(args: readonly string[]): Promise<number> {
  const from = performance.now();
  await once(spawn(process.execPath, args, { stdio: 'ignore' }), 'exit');
  return performance.now() - from;
}

/** Milliseconds to the first frame that shows something; then the program is left. */
async function untilFrame(args: readonly string[], home: string, shows: (frame: string) => boolean): Promise<number> {
  const from = performance.now();
  const terminal = openTerminal({ args, home, synchronized: args[0] === program });
  await terminal.until(shows);
  const cost = performance.now() - from;
  await terminal.leave();
  return cost;
}
