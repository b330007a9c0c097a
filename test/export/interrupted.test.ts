import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ExportFile, exportTo, planExport } from '../../src/export/index.ts';
import { buildProgram, type Program } from '../../tools/program.ts';
import { freshFolder } from '../state/around.ts';
import { first, made, second, textsOf, tree } from './made.ts';

let program: Program;
let parent: string;

beforeAll(async () => {
  program = await buildProgram('test/export/unlucky.ts');
});

afterAll(() => program.remove());

beforeEach(() => {
  parent = freshFolder();
});

type Ended = { signal: NodeJS.Signals | null; calls: number; state: string; said: string };

/** Exports in a process of its own, where one call of the file system goes wrong: it is killed there, or told a code. */
function unlucky(folder: string, files: readonly ExportFile[], call: number, code?: string): Ended {
  const args = [program.file, folder, JSON.stringify(files), String(call), ...(code === undefined ? [] : [code])];
  const { signal, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  if (signal) return { signal, calls: call, state: 'killed', said: '' };
  expect(stderr).toBe('');
  const { calls, done } = JSON.parse(stdout);
  return { signal, calls, state: done.state, said: done.said ?? '' };
}

const notes: Readonly<Record<string, string>> = { 'notes.txt': 'mine', 'scripts/evidence.json': '{}' };

/** An export that stands, with files of others beside its own. */
function standing(name: string): string {
  const folder = join(parent, name);
  exportTo(folder, first);
  for (const [path, text] of Object.entries(notes)) writeFileSync(join(folder, path), text);
  return folder;
}

/** A third export, of which neither of the others has all the files. */
const third = made({ 'runbook.md': '# Runbook: third\n', 'request-sheet.md': '# Request sheet, third\n' });

const callsOf = (folder: string, files: readonly ExportFile[]) => unlucky(folder, files, 0).calls;

// A process for each call takes its time.
const patient = { timeout: 120_000 };

describe('killed at each call of the file system', patient, () => {
  test('into a new folder: it is not there or whole, and the next one leaves nothing else', () => {
    const all = callsOf(join(parent, 'counted'), second);
    expect(all).toBeGreaterThan(second.length);
    for (let call = 1; call <= all; call++) {
      const folder = join(parent, `new-${call}`);
      expect(unlucky(folder, second, call).signal).toBe('SIGKILL');
      if (readdirSync(parent).includes(`new-${call}`)) expect(tree(folder)).toEqual(textsOf(second));
      expect(exportTo(folder, third).state, `after call ${call}`).toBe('written');
      expect(tree(folder)).toEqual(textsOf(third));
    }
    expect(readdirSync(parent).filter((name) => name.includes('skypefed'))).toEqual([]);
  });

  test('into an earlier export: every file is the old or the new one, and the next completes it', () => {
    const all = callsOf(standing('counted'), second);
    expect(all).toBeGreaterThan(3 * second.length);
    const before: Record<string, string> = { ...textsOf(first), ...notes };
    const after: Record<string, string> = { ...textsOf(second), ...notes };
    for (let call = 1; call <= all; call++) {
      const folder = standing(`old-${call}`);
      expect(unlucky(folder, second, call).signal).toBe('SIGKILL');
      const left = Object.entries(tree(folder)).filter(([path]) => !path.startsWith('.skypefed-'));
      for (const [path, text] of left) expect([before[path], after[path]], `${path} at ${call}`).toContain(text);
      for (const path of Object.keys(notes)) expect(left.map(([name]) => name)).toContain(path);

      // The same files again, and others.
      const next = call % 2 === 0 ? second : third;
      expect(planExport(folder, next)).toMatchObject({ changed: [], foreign: [], barred: [] });
      expect(exportTo(folder, next).state).toBe('written');
      expect(tree(folder)).toEqual({ ...textsOf(next), ...notes });
      expect(readdirSync(folder).filter((name) => name.startsWith('.'))).toEqual([]);
    }
  });

  test('twice, at different calls, with different files: the third completes both', () => {
    const all = callsOf(standing('counted'), second);
    for (let call = 3; call <= all; call += 3) {
      const folder = standing(`twice-${call}`);
      unlucky(folder, second, call);
      unlucky(folder, third, all - call);
      expect(exportTo(folder, first).state, `after call ${call}`).toBe('written');
      expect(tree(folder)).toEqual({ ...textsOf(first), ...notes });
    }
  });

  test('what somebody changed since then is named, not replaced', () => {
    const folder = standing('changed');
    const all = callsOf(standing('counted'), second);
    unlucky(folder, second, all - 4);
    writeFileSync(join(folder, 'runbook.md'), 'mine');
    expect(exportTo(folder, third)).toMatchObject({ state: 'conflict', forcible: true });
    expect(planExport(folder, third).changed).toEqual(['runbook.md']);
    expect(tree(folder)['runbook.md']).toBe('mine');
  });
});

describe('told no at each call of the file system', patient, () => {
  test('what stood there stands, or all is written', () => {
    const code = 'EACCES';
    const before = { ...textsOf(first), ...notes };
    const all = callsOf(standing('counted'), second);
    const states = new Set<string>();
    for (let call = 1; call <= all; call++) {
      const folder = standing(`no-${call}`);
      const { state, said } = unlucky(folder, second, call, code);
      states.add(state);
      const left = Object.entries(tree(folder)).filter(([path]) => !path.startsWith('.skypefed-'));
      expect(Object.fromEntries(left), `at call ${call}`).toEqual(
        state === 'failed' ? before : { ...textsOf(second), ...notes },
      );
      if (state === 'failed')
        expect(said).toMatch(new RegExp(`^Nothing was written to .+/no-${call}: .+\\(${code}\\)\\.$`));
      expect(exportTo(folder, third).state).toBe('written');
      expect(tree(folder)).toEqual({ ...textsOf(third), ...notes });
    }
    expect(states).toEqual(new Set(['failed', 'written']));
  });

  test('into a new folder: nothing is there, or all', () => {
    const all = callsOf(join(parent, 'counted'), second);
    for (let call = 1; call <= all; call++) {
      const folder = join(parent, `no-${call}`, 'deeper');
      const { state } = unlucky(folder, second, call, 'EACCES');
      const there = readdirSync(parent).includes(`no-${call}`);
      expect(there, `at call ${call}`).toBe(state === 'written');
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
