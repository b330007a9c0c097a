import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import type { Example } from './journey/entry.ts';
import { builtProgram, environment } from './terminal.ts';

/** The names of the examples there are. */
export const exampleNames = ['contoso', 'fabrikam', 'adatum-lab'] as const;
export type ExampleName = (typeof exampleNames)[number];

const fileOf = (name: ExampleName) => resolve(import.meta.dirname, `../../examples/${name}.json`);

/** An example as its answers file states it. */
export function exampleNamed(name: ExampleName): Example {
  return JSON.parse(readFileSync(fileOf(name), 'utf8'));
}

/** Contoso as its answers file states it. */
export const contoso: Example = exampleNamed('contoso');

/** Every file of an export, by its path with slashes. */
export type Exported = ReadonlyMap<string, string>;

export function readExported(folder: string): Exported {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files
      .map(({ parentPath, name }) => join(parentPath, name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')] as const)
      .toSorted(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** What the same program exports of an example's answers file, without asking. */
export function exportOf(name: ExampleName, home: string, out: string): Exported {
  const args = [builtProgram, 'export', '--answers', fileOf(name), '--out', out];
  const { status, stderr } = spawnSync(process.execPath, args, { env: environment(home), encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return readExported(out);
}

/**
 * Holds two exports to each other, byte by byte: they differ by the change record, the events, and what the manifest says
 * of the two files that hold them, and by nothing else.
 */
export function expectSameExport(made: Exported, wanted: Exported): void {
  expect([...made.keys()]).toEqual([...wanted.keys()]);
  for (const [path, text] of made) expect(comparable(path, text), path).toBe(comparable(path, wanted.get(path) ?? ''));
}

function comparable(path: string, text: string): string {
  switch (path) {
    case 'runbook.md':
      return withoutChangeRecord(text);
    case 'rollout.json':
      return JSON.stringify({ ...JSON.parse(text), events: [] }, null, 2);
    case 'manifest.json':
      return text.replace(/("path": "(?:runbook\.md|rollout\.json)",\s+)"bytes": \d+,\s+"sha256": "[0-9a-f]+"/g, '$1');
    default:
      return text;
  }
}

/** The runbook but for the lines of its change record; the section itself has to be there. */
function withoutChangeRecord(text: string): string {
  const [before, rest, ...more] = text.split(/(?<=^## Change record\n)/m);
  if (rest === undefined || more.length > 0) throw new Error('The runbook has not one change record.');
  const end = rest.search(/^## /m);
  return before + (end < 0 ? '' : rest.slice(end));
}
