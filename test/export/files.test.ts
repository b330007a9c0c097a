import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ExportFile, exportFiles } from '../../src/export/index.ts';
import type { Rollout, Surroundings } from '../../src/model/index.ts';
import { readGiven } from '../../src/state/index.ts';

const around: Surroundings = { now: () => '2025-11-23T22:52:00.000Z', offset: 0, user: 'ana', version: '0.1.0' };
const at = { now: around.now(), offset: 0, by: 'ana' };

function rolloutOf(change: (answers: Record<string, unknown>) => void = () => undefined): Rollout {
  const file = JSON.parse(readFileSync(join(import.meta.dirname, '../../examples/contoso.json'), 'utf8'));
  change(file);
  const given = readGiven(Buffer.from(JSON.stringify(file)), at);
  if (given.state !== 'read') throw new Error(JSON.stringify(given));
  return given.rollout;
}

const rollout = rolloutOf();
const files = exportFiles(rollout, around);
const textOf = (path: string, all: readonly ExportFile[] = files) => all.find((file) => file.path === path)?.text ?? '';

test('these files, in this order', () => {
  expect(files.map(({ path }) => path)).toEqual([
    'runbook.md',
    'request-sheet.md',
    'scripts/1-discover.ps1',
    'scripts/2-apply.ps1',
    'scripts/3-verify.ps1',
    'scripts/4-rollback.ps1',
    'handouts/skype-user.md',
    'handouts/colleague.md',
    'rollout.json',
    'manifest.json',
  ]);
});

test('the request sheet is there for the historic form alone', () => {
  const discovered = exportFiles(
    rolloutOf((answers) => {
      answers['registration.way'] = 'discovery';
    }),
    around,
  );
  expect(discovered.map(({ path }) => path)).not.toContain('request-sheet.md');
  expect(textOf('request-sheet.md')).toMatch(/^# Request sheet\n/);
  expect(textOf('request-sheet.md')).toContain('\n## Sources\n');
});

test('the same rollout at the same moment gives the same bytes', () => {
  expect(exportFiles(rolloutOf(), around)).toEqual(files);
});

describe('the manifest', () => {
  const manifest = JSON.parse(textOf('manifest.json'));

  test('says what it is, by what and when it was written', () => {
    expect(manifest).toMatchObject({
      format: 'skypefed-export',
      version: 1,
      program: 'skypefed 0.1.0',
      written: '2025-11-23T22:52:00.000Z',
    });
  });

  test('lists every other file with its size and digest', () => {
    const listed = files.slice(0, -1).map(({ path, text }) => {
      const bytes = new TextEncoder().encode(text);
      return { path, bytes: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
    });
    expect(manifest.files).toEqual(listed);
  });
});

describe('rollout.json', () => {
  test('is the whole rollout, and can be taken in again', () => {
    const given = readGiven(new TextEncoder().encode(textOf('rollout.json')), at);
    expect(given).toMatchObject({ state: 'read', rollout, missing: [] });
  });

  test('is laid out for a person, a value a line', () => {
    expect(textOf('rollout.json')).toContain('\n    "deployment.organisation": "Contoso",\n');
  });
});

test('scripts have the line ends of Windows, the rest those of Markdown and JSON', () => {
  expect(textOf('scripts/2-apply.ps1').replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const { path, text } of files.filter(({ path }) => !path.startsWith('scripts/'))) {
    expect(text, path).not.toContain('\r');
    expect(text.endsWith('\n'), path).toBe(true);
  }
});

test('no file names this computer', () => {
  // A short name may stand in a word by chance, so it counts only by itself.
  for (const { path, text } of files) expect(text.split(/[^\w.-]+/), path).not.toContain(hostname());
});

test('a long list of users lies beside the script, which has its digest', () => {
  const users = Array.from({ length: 51 }, (_, i) => `user${i + 1}@contoso.com`);
  const many = exportFiles(
    rolloutOf((answers) => {
      answers['access-policy.scope'] = 'user';
      answers['access-policy.users'] = users;
    }),
    around,
  );
  const list = textOf('scripts/2-apply-users-1.csv', many);
  expect(list.split('\r\n')).toEqual(['User', ...users, '']);
  expect(textOf('scripts/2-apply.ps1', many)).toContain(createHash('sha256').update(list).digest('hex'));
  expect(textOf('manifest.json', many)).toContain('"scripts/2-apply-users-1.csv"');
});
