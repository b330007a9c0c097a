import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const build = pathToFileURL(join(import.meta.dirname, 'build.ts')).href;
const program = `const { buildEngine, hasDotnet } = await import('${build}'); if (hasDotnet()) await buildEngine();`;

/**
 * Has the engine built beside the first tests, which do not need it. A test that comes to need it waits for what is left;
 * a build that fails is told there, where it is tried again.
 */
export default function setup(): () => void {
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'ignore' });
  return () => void child.kill();
}
