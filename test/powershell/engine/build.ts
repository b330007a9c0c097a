import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const sources = import.meta.dirname;
const cache = join(import.meta.dirname, '../../../node_modules/.cache/skypefed-engine');
const lock = join(cache, 'lock');

/** Whether a .NET SDK is here that can build the engine. */
export function hasDotnet(): boolean {
  const asked = spawnSync('dotnet', ['--version'], { encoding: 'utf8' });
  return asked.status === 0 && Number.parseInt(asked.stdout, 10) >= 10;
}

/**
 * A real PowerShell, whose own cmdlets then serve in place of the stand-ins: what SKYPEFED_PWSH names, else the one of
 * PATH if the engine can be loaded into it.
 */
export function realShell(): string | undefined {
  if (process.env.SKYPEFED_PWSH) return process.env.SKYPEFED_PWSH;
  const asked = spawnSync('pwsh', ['--version'], { encoding: 'utf8' });
  const [, major, minor] = /(\d+)\.(\d+)/.exec(asked.stdout ?? '') ?? [];
  return Number(major) > 7 || (Number(major) === 7 && Number(minor) >= 6) ? 'pwsh' : undefined;
}

/**
 * Builds the engine unless these very sources were built before, and answers the path of its assembly.
 * Test files run in processes of their own, so the first to come builds and the others wait for it.
 */
export async function buildEngine(): Promise<string> {
  const built = join(cache, fingerprint());
  const assembly = join(built, 'engine.dll');
  mkdirSync(cache, { recursive: true });
  while (!existsSync(assembly)) {
    if (takeLock()) {
      try {
        build(built);
      } finally {
        rmSync(lock, { force: true });
      }
    } else {
      await wait(100);
    }
  }
  return assembly;
}

function build(target: string): void {
  for (const stale of readdirSync(cache).filter((name) => name !== 'lock')) {
    rmSync(join(cache, stale), { recursive: true });
  }
  const staging = `${target}.building`;
  // A build server left running would hold the pipes of the test run.
  const alone = ['-nodeReuse:false', '-p:UseSharedCompilation=false', `-p:BaseIntermediateOutputPath=${staging}/obj/`];
  const made = spawnSync('dotnet', ['build', sources, '-c', 'Release', '-o', `${staging}/out`, '--nologo', ...alone], {
    encoding: 'utf8',
    env: { ...process.env, DOTNET_CLI_TELEMETRY_OPTOUT: '1', DOTNET_SKIP_FIRST_TIME_EXPERIENCE: '1' },
  });
  if (made.status !== 0) {
    throw new Error(`dotnet build failed:\n${made.stdout}${made.stderr}`);
  }
  renameSync(`${staging}/out`, target);
  rmSync(staging, { recursive: true });
}

/** True where the lock is ours now; one whose owner has died is taken over. */
function takeLock(): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    const owner = existsSync(lock) ? Number(readFileSync(lock, 'utf8')) : 0;
    if (owner > 0 && !isAlive(owner)) {
      rmSync(lock, { force: true });
    }
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = readdirSync(sources, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(cs|csproj)$/.test(name),
  );
  for (const name of files.sort()) {
    hash.update(name).update(readFileSync(join(sources, name)));
  }
  return hash.digest('hex').slice(0, 16);
}
