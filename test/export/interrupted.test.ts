import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ExportFile, exportTo, planExport } from '../../src/export/index.ts';
import { buildProgram, type Program } from '../../tools/program.ts';
import { freshFolder } from '../state/around.ts';
import { first, made, second, textsOf, tree } from './made.ts';
import type { Ended, Job } from './unlucky.ts';

let program: Program;
let parent: string;

beforeAll(async () => {
  program = await buildProgram('test/export/unlucky.ts');
});

afterAll(() => program.remove());

beforeEach(() => {
  parent = freshFolder();
});

/** Exports in a process of its own, which is over when this returns. */
function unlucky(...jobs: readonly Job[]): { signal: NodeJS.Signals | null; ended: readonly Ended[] } {
  const args = [program.file, JSON.stringify(jobs)];
  const { signal, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  return { signal, ended: signal ? [] : JSON.parse(stdout) };
}

const notes: Readonly<Record<string, string>> = { 'notes.txt': 'mine', 'scripts/evidence.json': '{}' };

/** An export that stands in a folder of its own, with files of others beside its own. */
function standing(name: string): string {
  const folder = join(parent, name, 'out');
  exportTo(folder, first);
  for (const [path, text] of Object.entries(notes)) writeFileSync(join(folder, path), text);
  return folder;
}

/** A third export, of which neither of the others has all the files. */
const third = made({ 'runbook.md': '# Runbook: third\n', 'request-sheet.md': '# Request sheet, third\n' });

/** What an export would leave if it were killed at each call of the file system: the folder as it stood then. */
function leftAtEach(folder: string, files: readonly ExportFile[]): readonly string[] {
  const to = join(parent, 'left');
  const { ended } = unlucky({ folder, files, do: 'copy', to });
  return Array.from({ length: ended[0]?.calls ?? 0 }, (_, i) => join(to, String(i + 1), 'out'));
}

/** What was written stays when a process is killed: at a few calls it is, and leaves just that. */
function expectLeftByKilled(left: readonly string[], folder: (name: string) => string, files: readonly ExportFile[]) {
  const all = left.length;
  for (const at of [1, Math.ceil(all / 3), Math.ceil((2 * all) / 3), all]) {
    const killed = folder(`killed-${at}`);
    expect(unlucky({ folder: killed, files, do: 'kill', at }).signal).toBe('SIGKILL');
    const stood = tree(dirname(left[at - 1] ?? ''));
    expect(anonymous(tree(dirname(killed))), `killed at ${at}`).toEqual(anonymous(stood));
  }
}

/** Where files are staged is called after the process. */
function anonymous(files: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.replace(/(?<=\.skypefed-)[0-9a-f]+-\w{6}/, 'x'), text]),
  );
}

/** A folder that is not there. */
const absent = (name: string) => {
  mkdirSync(join(parent, name));
  return join(parent, name, 'out');
};

// Some processes take their time.
const patient = { timeout: 60_000 };

describe('killed at each call of the file system', patient, () => {
  test('into a new folder: it is not there or whole, and the next one leaves nothing else', () => {
    const left = leftAtEach(absent('new'), second);
    expect(left.length).toBeGreaterThan(second.length);
    expectLeftByKilled(left, absent, second);
    for (const [i, folder] of left.entries()) {
      if (existsSync(folder)) expect(tree(folder)).toEqual(textsOf(second));
      expect(exportTo(folder, third).state, `after call ${i + 1}`).toBe('written');
      expect(tree(folder)).toEqual(textsOf(third));
      expect(readdirSync(dirname(folder))).toEqual(['out']);
    }
  });

  test('into an earlier export: every file is the old or the new one, and the next completes it', () => {
    const folders = leftAtEach(standing('old'), second);
    expect(folders.length).toBeGreaterThan(3 * second.length);
    expectLeftByKilled(folders, standing, second);
    const before: Record<string, string> = { ...textsOf(first), ...notes };
    const after: Record<string, string> = { ...textsOf(second), ...notes };
    for (const [i, folder] of folders.entries()) {
      const left = Object.entries(tree(folder)).filter(([path]) => !path.startsWith('.skypefed-'));
      for (const [path, text] of left) expect([before[path], after[path]], `${path} at ${i + 1}`).toContain(text);
      for (const path of Object.keys(notes)) expect(left.map(([name]) => name)).toContain(path);

      // The same files again, and others.
      const next = i % 2 === 0 ? third : second;
      expect(planExport(folder, next)).toMatchObject({ changed: [], foreign: [], barred: [] });
      expect(exportTo(folder, next).state).toBe('written');
      expect(tree(folder)).toEqual({ ...textsOf(next), ...notes });
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  });

  test('twice, at different calls, with different files: the third completes both', () => {
    const once = leftAtEach(standing('old'), second);
    const jobs = once.map((folder, i): Job => {
      return { folder, files: third, do: 'copy', to: join(parent, 'twice', String(i)), at: once.length - i - 1 };
    });
    unlucky(...jobs);
    const twice = readdirSync(join(parent, 'twice'), { withFileTypes: true }).map(({ parentPath, name }) => {
      const [call = ''] = readdirSync(join(parentPath, name));
      return join(parentPath, name, call, 'out');
    });
    expect(twice.length).toBeGreaterThan(once.length / 2);
    for (const folder of twice) {
      expect(exportTo(folder, first).state, folder).toBe('written');
      expect(tree(folder)).toEqual({ ...textsOf(first), ...notes });
    }
  });

  test('what somebody changed since then is named, not replaced', () => {
    const folder = leftAtEach(standing('old'), second).at(-5) ?? '';
    writeFileSync(join(folder, 'runbook.md'), 'mine');
    expect(exportTo(folder, third)).toMatchObject({ state: 'conflict', forcible: true });
    expect(planExport(folder, third).changed).toEqual(['runbook.md']);
    expect(tree(folder)['runbook.md']).toBe('mine');
  });
});

/** Exports into `folder(name)` once for each call of the file system, each of which is told no at its own. */
function refusedAtEach(folder: (name: string) => string, files: readonly ExportFile[], code: string) {
  const [counted] = unlucky({ folder: folder('counted'), files, do: 'refuse', at: 0, code }).ended;
  const folders = Array.from({ length: counted?.calls ?? 0 }, (_, i) => folder(`no-${i + 1}`));
  const { ended } = unlucky(...folders.map((one, i): Job => ({ folder: one, files, do: 'refuse', at: i + 1, code })));
  expect(ended.length).toBeGreaterThan(files.length);
  return ended.map(({ done }, i) => ({ done, call: i + 1, folder: folders[i] ?? '' }));
}

describe('told no at each call of the file system', patient, () => {
  test('what stood there stands, or all is written', () => {
    const before = { ...textsOf(first), ...notes };
    const states = new Set<string>();
    for (const { done, call, folder } of refusedAtEach(standing, second, 'EACCES')) {
      states.add(done.state);
      const left = Object.entries(tree(folder)).filter(([path]) => !path.startsWith('.skypefed-'));
      expect(Object.fromEntries(left), `at call ${call}`).toEqual(
        done.state === 'failed' ? before : { ...textsOf(second), ...notes },
      );
      if (done.state === 'failed')
        expect(done.said).toMatch(new RegExp(`^Nothing was written to .+/no-${call}/out: .+\\(EACCES\\)\\.$`));
      expect(exportTo(folder, third).state).toBe('written');
      expect(tree(folder)).toEqual({ ...textsOf(third), ...notes });
    }
    expect(states).toEqual(new Set(['failed', 'written']));
  });

  test('into a new folder: nothing is there, or all', () => {
    const deeper = (name: string) => join(absent(name), 'deeper');
    for (const { done, call, folder } of refusedAtEach(deeper, second, 'EACCES')) {
      const there = existsSync(dirname(folder));
      expect(there, `at call ${call}`).toBe(done.state === 'written');
      if (there) expect(tree(folder)).toEqual(textsOf(second));
    }
  });
});

describe('an export at work in the same folder', () => {
  const place = (folder: string, pid: number) => join(folder, `.skypefed-${pid.toString(16)}-abcdef`);

  test('is not disturbed: the second one is refused', () => {
    const folder = standing('busy');
    mkdirSync(place(folder, process.ppid));
    const said = `Nothing was written: another export is at work in ${folder}.`;
    expect(exportTo(folder, second, { force: true })).toEqual({ state: 'conflict', said, forcible: false });
    expect(readdirSync(folder)).toContain(place(folder, process.ppid).slice(folder.length + 1));
  });

  test('what only looks like one stays and is in nobody’s way', () => {
    const folder = standing('alike');
    for (const name of ['.skypefed-notes', '.skypefed-1', 'a.skypefed-1-abcdef']) mkdirSync(join(folder, name));
    expect(exportTo(folder, second).state).toBe('written');
    expect(readdirSync(folder)).toEqual(
      expect.arrayContaining(['.skypefed-notes', '.skypefed-1', 'a.skypefed-1-abcdef']),
    );
  });
});
