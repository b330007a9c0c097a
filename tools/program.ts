import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { buildInto } from './bundle.mjs';

declare module 'vitest' {
  interface ProvidedContext {
    /** The program, built from what stands in src now. */
    program: string;
    /** Where Node keeps what it compiled of it; for NODE_COMPILE_CACHE. */
    compiled: string;
  }
}

/** A program in a folder of its own. */
export type Program = { file: string; compiled: string; remove(): void };

/** Builds one from what stands in src now; `entry`: another file than the program starts with. */
export async function buildProgram(entry?: string): Promise<Program> {
  const folder = mkdtempSync(join(tmpdir(), 'skypefed-program-'));
  const dist = join(folder, 'dist');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  await buildInto({ folder: dist, ...(entry ? { entry } : {}) });
  return {
    file: join(dist, 'skypefed.js'),
    compiled: join(folder, 'compiled'),
    remove: () => rmSync(folder, { recursive: true }),
  };
}

/** Builds the program once for all tests of a run, which find it with `inject('program')`. */
export default async function setup(project: TestProject): Promise<() => void> {
  const { file, compiled, remove } = await buildProgram();
  project.provide('program', file);
  project.provide('compiled', compiled);
  project.onTestsRerun(() => buildInto({ folder: join(file, '..') }));
  return remove;
}
