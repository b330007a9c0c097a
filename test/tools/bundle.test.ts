import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Metafile } from 'esbuild';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { buildInto, bundle } from '../../tools/bundle.mjs';

const run = promisify(execFile);
const entry = 'test/tools/lazy-program.tsx';
const shipped = 'dist';
let folder: string;
let program: Awaited<ReturnType<typeof bundle>>;

beforeAll(async () => {
  program = await bundle({ folder: shipped });
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'skypefed-bundle-'));
});

afterEach(() => rm(folder, { recursive: true }));

async function filesBelow(place: string): Promise<string[]> {
  const entries = await readdir(place, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(place, join(entry.parentPath, entry.name)))
    .sort();
}

test('the real entry becomes a program, and what it loads at the start holds no dependency', () => {
  const { outputFiles, metafile } = program;
  const main = outputFiles.find(({ path }) => path === resolve(shipped, 'skypefed.js'));
  expect(main?.text.split('\n', 1)).toEqual(['#!/usr/bin/env node']);
  const inputs = loadedWith('src/cli/main.ts', metafile);
  expect(inputs).toContain('src/cli/main.ts');
  expect(inputs.filter((input) => input.includes('node_modules'))).toEqual([]);
});

test('what a pipeline asks for loads nothing that draws or asks', () => {
  const { metafile } = program;
  for (const command of ['list', 'status', 'plan', 'export']) {
    const inputs = loadedWith(`src/cli/${command}.ts`, metafile);
    expect(inputs).toContain('src/state/findings.ts');
    expect(
      inputs.filter((input) => /node_modules\/(ink|react|inquirer|@inquirer|conf|commander)\//.test(input)),
    ).toEqual([]);
  }
});

test('ink and inquirer never meet in one process: neither way into the wizard loads the other', () => {
  const { metafile } = program;
  const [screens, plain] = ['src/screens/index.tsx', 'src/plain/index.ts'].map((way) => loadedWith(way, metafile));
  const drawing = /node_modules\/(ink|react)\//;
  const asking = /node_modules\/(inquirer|@inquirer)\//;
  expect(screens?.some((input) => drawing.test(input))).toBe(true);
  expect(screens?.filter((input) => asking.test(input))).toEqual([]);
  expect(plain?.some((input) => asking.test(input))).toBe(true);
  expect(plain?.filter((input) => drawing.test(input))).toEqual([]);
});

/** Every source file that is loaded with one of them, whether it is used or not. */
function loadedWith(entryPoint: string, { outputs }: Metafile): string[] {
  const loaded = new Set(Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === entryPoint));
  for (const path of loaded) {
    for (const { kind, path: imported } of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' && outputs[imported]) loaded.add(imported);
    }
  }
  return [...loaded].flatMap((path) => Object.keys(outputs[path]?.inputs ?? {}));
}

test('a bundle runs by itself, and DEV in the environment changes nothing', async () => {
  await buildInto({ folder, entry });
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  const command = [join(folder, 'skypefed.js')];
  // Node itself has a word to say on stderr when NO_COLOR meets the FORCE_COLOR of the tests.
  const env = { ...process.env, NO_COLOR: undefined };
  const quiet = await run(process.execPath, command, { env });
  expect(quiet).toEqual({ stdout: 'drawn by ink\nconf is there\n', stderr: '' });
  expect(await run(process.execPath, command, { env: { ...env, DEV: 'true' } })).toEqual(quiet);
});

test('nothing of React for developers is in it', async () => {
  const { outputFiles, metafile } = await bundle({ folder, entry });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
  expect(inputs).toContain('node_modules/ink/build/reconciler.js');
  expect(inputs.filter((input) => /devtools|\.development\.js$/.test(input))).toEqual([]);
  expect(outputFiles.filter(({ text }) => /\benv\.(DEV|NODE_ENV)\b/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('nothing in it can fetch, and Node has no reason to load its HTTP client', () => {
  expect(program.outputFiles.filter(({ text }) => /\bfetch\b *\(/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('a second build leaves right files alone, mends a wrong one and takes away what is no longer part', async () => {
  await buildInto({ folder, entry });
  const before = await filesBelow(folder);
  const [chunk = ''] = before;
  expect(chunk).toMatch(/^chunks/);
  const { mtimeNs } = await stat(join(folder, chunk), { bigint: true });
  await writeFile(join(folder, 'skypefed.js'), 'damaged');
  await writeFile(join(folder, 'left-over.js'), '');

  await buildInto({ folder, entry });

  expect(await filesBelow(folder)).toEqual(before);
  expect(await readFile(join(folder, 'skypefed.js'), 'utf8')).not.toBe('damaged');
  expect((await stat(join(folder, chunk), { bigint: true })).mtimeNs).toBe(mtimeNs);
});
