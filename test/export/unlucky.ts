/**
 * Does exports, one after the other, in which something goes wrong at a call of the file system; calls count where they
 * change something around the folder. Its argument is a list of `Job`, its output a list of `Ended`, both as JSON.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname, join } from 'node:path';
import { type ExportFile, exportTo } from '../../src/export/index.ts';

export type Job = { folder: string; files: readonly ExportFile[] } & (
  | { do: 'kill'; at: number }
  /** The call fails with a code. */
  | { do: 'refuse'; at: number; code: string }
  /** Before each call, or the one that is named, what lies around the folder is copied to here, by the number of the call. */
  | { do: 'copy'; to: string; at?: number }
);

/** How many calls there were, and what came of it. */
export type Ended = { calls: number; done: ReturnType<typeof exportTo> };

const { cpSync } = fs;
let struck: ((call: number) => void) | undefined;
let around = '';
let calls = 0;

/** The file system as it is, but for what happens before each call of it. */
function unlucky<A extends unknown[], R>(call: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    if (struck && String(args[0]).startsWith(around)) struck(++calls);
    return call(...args);
  };
}

fs.copyFileSync = unlucky(fs.copyFileSync);
fs.mkdirSync = unlucky(fs.mkdirSync) as typeof fs.mkdirSync;
fs.mkdtempSync = unlucky(fs.mkdtempSync) as typeof fs.mkdtempSync;
fs.renameSync = unlucky(fs.renameSync);
fs.rmSync = unlucky(fs.rmSync);
fs.rmdirSync = unlucky(fs.rmdirSync);
fs.writeFileSync = unlucky(fs.writeFileSync);
syncBuiltinESMExports();

function strike(job: Job, call: number): void {
  if (job.at !== undefined && call !== job.at) return;
  switch (job.do) {
    case 'kill':
      process.kill(process.pid, 'SIGKILL');
      break;
    case 'refuse':
      throw Object.assign(new Error(`${job.code}: made up`), { code: job.code });
    case 'copy': {
      // Its own calls are nothing that happens to the export.
      const meanwhile = struck;
      struck = undefined;
      cpSync(around, join(job.to, String(call)), { recursive: true });
      struck = meanwhile;
    }
  }
}

function ended(job: Job): Ended {
  calls = 0;
  around = dirname(job.folder);
  struck = (call) => strike(job, call);
  const done = exportTo(job.folder, job.files);
  struck = undefined;
  return { calls, done };
}

const jobs: readonly Job[] = JSON.parse(process.argv[2] ?? '[]');
process.stdout.write(JSON.stringify(jobs.map(ended)));
