import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { schemaOf } from '../src/cli/schemas/index.ts';
import { schemas } from '../src/cli/schemas/names.ts';

const root = dirname(import.meta.dirname);

/**
 * Ink, when DEV is set in the environment, looks for React's developer tools and for a package.json beside itself. It
 * reads DEV from an imported `process`, which `define` does not reach.
 * @type {import('esbuild').Plugin}
 */
const inkWithoutDev = {
  name: 'ink-without-dev',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]ink[\\/]build[\\/].*\.js$/ }, async ({ path }) => ({
      contents: (await readFile(path, 'utf8')).replaceAll("process.env['DEV']", 'undefined'),
    }));
  },
};

/**
 * Bundles the program in memory: one small entry, and a chunk for whatever is imported when it is used.
 * @param {{ folder: string, entry?: string }} options where the program will stand, and the file it starts with
 * @returns the files to write, with absolute paths, and esbuild's account of what went where
 */
export function bundle({ folder, entry = 'src/cli/main.ts' }) {
  return build({
    absWorkingDir: root,
    entryPoints: { skypefed: entry },
    outdir: folder,
    chunkNames: 'chunks/[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22.13',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    metafile: true,
    write: false,
    // Nothing is fetched, ever. Yoga, which Ink lays out with, would have Node load its HTTP client to read a data: address.
    define: { 'process.env.NODE_ENV': '"production"', fetch: 'undefined' },
    plugins: [inkWithoutDev],
    banner: {
      // CommonJS dependencies ask for Node's own modules with require, which an ES module does not have.
      js: "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);",
    },
  });
}

/**
 * Makes the folder hold exactly the bundle and the published schemas. A file that is right already is left alone and a new
 * one appears whole, so that a wizard which runs from the folder, or a second build, never meets half a file.
 * @param {{ folder: string, entry?: string }} options as for bundle; the folder is made if it is missing
 */
export async function buildInto(options) {
  const { outputFiles } = await bundle(options);
  const stale = new Set(await filesBelow(options.folder));
  for (const { path, contents } of [...outputFiles, ...schemaFiles(options.folder)]) {
    const same = stale.delete(path) && (await readFile(path)).equals(contents);
    if (same) continue;
    await mkdir(dirname(path), { recursive: true });
    const unfinished = `${path}.${process.pid}`;
    await writeFile(unfinished, contents);
    await rename(unfinished, path);
  }
  for (const path of stale) await rm(path, { force: true });
}

/** @param {string} folder */
function schemaFiles(folder) {
  return schemas.map((name) => ({
    path: join(folder, 'schemas', `${name}.schema.json`),
    contents: Buffer.from(`${JSON.stringify(schemaOf(name), null, 2)}\n`),
  }));
}

/** @param {string} folder */
async function filesBelow(folder) {
  await mkdir(folder, { recursive: true });
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}
