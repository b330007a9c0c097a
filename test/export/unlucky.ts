/**
 * Exports the files that are its second argument (JSON) into the folder that is its first. At the call of the file system
 * whose number is the third, counted where it changes something there, it is killed, or the call fails with the code that
 * is the fourth. Says how many calls there were, and what came of it.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { dirname } from 'node:path';
import { exportTo } from '../../src/export/index.ts';

const [folder = '', files = '[]', number = '0', code] = process.argv.slice(2);
const around = dirname(folder);
let calls = 0;

function strike(): void {
  if (++calls !== Number(number)) return;
  if (code === undefined) process.kill(process.pid, 'SIGKILL');
  throw Object.assign(new Error(`${code}: made up`), { code });
}

/** The file system as it is, but for one call of it. */
function unlucky<A extends unknown[], R>(call: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    if (String(args[0]).startsWith(around)) strike();
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

const done = exportTo(folder, JSON.parse(files));
process.stdout.write(JSON.stringify({ calls, done }));
