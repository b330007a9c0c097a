import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import type { Example } from './journey/entry.ts';
import { builtProgram, environment } from './terminal.ts';

const contosoFile = resolve(import.meta.dirname, '../../examples/contoso.json');

/** Contoso as its answers file states it. */
export const contoso: Example = JSON.parse(readFileSync(contosoFile, 'utf8'));

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

/** What the same program exports of Contoso's answers file, without asking. */
export function exportOfContoso(home: string, out: string): Exported {
  const args = [builtProgram, 'export', '--answers', contosoFile, '--out', out];
  const { status, stderr } = spawnSync(process.execPath, args, { env: environment(home), encoding: 'utf8' });
  expect(status, stderr).toBe(0);
  return readExported(out);
}

/** Holds two exports to each other: they differ by what tells when and how it was answered, and by nothing else. */
export function expectSameExport(made: Exported, wanted: Exported): void {
  expect([...made.keys()]).toEqual([...wanted.keys()]);
  for (const [path, text] of made) {
    if (path !== 'manifest.json') expect(comparable(path, text), path).toBe(comparable(path, wanted.get(path) ?? ''));
  }
}

function comparable(path: string, text: string): string {
  if (path === 'runbook.md') return withoutChangeRecord(text);
  if (path !== 'rollout.json') return text;
  const { id: _id, events: _events, ...rest } = JSON.parse(text);
  return JSON.stringify(rest, null, 2);
}

/** The runbook but for the lines of its change record; the section itself has to be there. */
function withoutChangeRecord(text: string): string {
  const [before, rest, ...more] = text.split(/(?<=^## Change record\n)/m);
  if (rest === undefined || more.length > 0) throw new Error('The runbook has not one change record.');
  const end = rest.search(/^## /m);
  return before + (end < 0 ? '' : rest.slice(end));
}
