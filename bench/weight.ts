import { execFileSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { median, usualRuns } from './measure.ts';
import { contosoWith, kept, root } from './rollouts.ts';
import { homeOf, program } from './start.ts';
import type { Row } from './table.ts';
import { openTerminal } from './terminal.ts';

/** What the program weighs on the disk and in memory. */
export async function weightRows(folder: string): Promise<readonly Row[]> {
  return [{ what: 'bundle', ours: bundled(), unit: 'MB', goal: { atMost: 3 } }, ...(await memoryRows(folder))];
}

function bundled(): number {
  const entries = readdirSync(join(root, 'dist'), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return megabytes(files.reduce((sum, path) => sum + statSync(path).size, 0));
}

async function memoryRows(folder: string): Promise<readonly Row[]> {
  if (process.platform === 'win32') return [{ what: 'memory', notMeasured: 'Windows has no ps' }];
  const home = await homeOf(join(folder, 'memory'), 20);
  const large = join(folder, 'memory', 'large');
  (await kept(large, contosoWith(10_000))).close();
  const idle = "process.stdin.setRawMode(true).on('data', () => process.exit()); process.stdout.write('ready')";
  const bare = await resident({ args: ['-e', idle], home, synchronized: false }, 'ready');
  const reference = { what: 'a bare node', cost: bare };
  return [
    {
      what: 'memory of home, 20 rollouts',
      ...{ ours: await resident({ args: [program], home }, 'Ctrl+C leave'), unit: 'MB' },
      reference,
    },
    {
      what: 'memory of an open rollout, 10,000 people',
      ...{ ours: await resident({ args: [program, 'open', 'contoso'], home: large }, 'Last here'), unit: 'MB' },
      reference,
    },
  ];
}

/** What a program holds once it shows something: the median of its resident memory. */
async function resident(options: Parameters<typeof openTerminal>[0], shows: string): Promise<number> {
  const sizes: number[] = [];
  for (let i = 0; i < usualRuns; i++) {
    const terminal = openTerminal(options);
    await terminal.until((frame) => frame.includes(shows));
    sizes.push(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(terminal.pid)], { encoding: 'utf8' })) * 1024);
    await terminal.leave();
  }
  return megabytes(median(sizes));
}

function megabytes(bytes: number): number {
  return bytes / 1_000_000;
}
