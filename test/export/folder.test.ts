import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { type ExportFile, exportTo } from '../../src/export/index.ts';
import { freshFolder } from '../state/around.ts';

const files: readonly ExportFile[] = [
  { path: 'runbook.md', text: '# Runbook: Straße\n' },
  { path: 'scripts/2-apply.ps1', text: "Write-Output 'a'\r\n" },
  { path: 'manifest.json', text: '{}\n' },
];
/** A file and a folder of one name: the second cannot be written. */
const impossible: readonly ExportFile[] = [...files, { path: 'runbook.md/part.md', text: '' }];

let parent: string;
let target: string;

beforeEach(() => {
  parent = freshFolder();
  target = join(parent, 'contoso');
});

/** Everything below a folder, with what it holds. */
function tree(folder = parent): Record<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return Object.fromEntries(
    entries
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [path.slice(folder.length + 1).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}

const written = Object.fromEntries(files.map(({ path, text }) => [`contoso/${path}`, text]));

describe('into a folder that is new', () => {
  test('all is written, byte for byte, and nothing beside it', () => {
    expect(exportTo(target, files)).toEqual({
      state: 'written',
      folder: target,
      files: [
        { path: 'runbook.md', bytes: 19 },
        { path: 'scripts/2-apply.ps1', bytes: 18 },
        { path: 'manifest.json', bytes: 3 },
      ],
    });
    expect(tree()).toEqual(written);
    expect(readdirSync(parent)).toEqual(['contoso']);
  });

  test('folders on the way are made', () => {
    expect(exportTo(join(parent, 'a', 'b', 'c'), files).state).toBe('written');
    expect(readdirSync(join(parent, 'a', 'b', 'c')).toSorted()).toEqual(['manifest.json', 'runbook.md', 'scripts']);
  });

  test('a relative name is one below where we are', () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(parent);
    expect(exportTo('contoso', files)).toMatchObject({ state: 'written', folder: target });
  });
});

describe('into a folder that is empty', () => {
  test('all is written, and its permissions stay', () => {
    mkdirSync(target);
    chmodSync(target, 0o750);
    expect(exportTo(target, files).state).toBe('written');
    expect(tree()).toEqual(written);
    expect(statSync(target).mode & 0o777).toBe(0o750);
  });

  test('where a link leads, the files go', () => {
    mkdirSync(join(parent, 'real'));
    symlinkSync(join(parent, 'real'), target, 'dir');
    expect(exportTo(target, files)).toMatchObject({ state: 'written', folder: join(parent, 'real') });
    expect(readFileSync(join(target, 'runbook.md'), 'utf8')).toBe(files[0]?.text);
  });
});

describe('in the way', () => {
  const advice = 'Name a folder that is new or empty; nothing was written.';

  test.each([
    [['notes.txt'], 'holds notes.txt'],
    [['a', 'b', 'c'], 'holds a, b and c'],
    [['a', 'b', 'c', 'd'], 'holds a, b and 2 more'],
  ])('a folder with %j is named, and nothing in it changes', (names, said) => {
    mkdirSync(target);
    for (const name of names) writeFileSync(join(target, name), 'mine');
    const before = tree();
    expect(exportTo(target, files)).toEqual({ state: 'conflict', said: `${target} ${said}. ${advice}` });
    expect(tree()).toEqual(before);
  });

  test('an export is not overwritten by the next', () => {
    exportTo(target, files);
    expect(exportTo(target, [{ path: 'runbook.md', text: 'other' }]).state).toBe('conflict');
    expect(tree()).toEqual(written);
  });

  test('a file', () => {
    writeFileSync(target, 'mine');
    expect(exportTo(target, files)).toEqual({ state: 'conflict', said: `${target} is a file. ${advice}` });
    expect(readFileSync(target, 'utf8')).toBe('mine');
  });

  test('a file where a folder on the way belongs', () => {
    const file = join(parent, 'file');
    writeFileSync(file, 'mine');
    const said = `${file} is a file. ${advice}`;
    expect(exportTo(join(file, 'a', 'contoso'), files)).toEqual({ state: 'conflict', said });
    expect(tree()).toEqual({ file: 'mine' });
  });

  test('the folder that somebody stands in, which would be gone under them', () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(parent);
    expect(exportTo('.', files)).toEqual({ state: 'conflict', said: `${parent} is the folder you are in. ${advice}` });
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('what cannot be written is not written in part', () => {
  test.each([
    ['a new folder', () => undefined],
    ['an empty folder', () => mkdirSync(target)],
  ])('%s stays as it was', (_, prepare) => {
    prepare();
    const before = readdirSync(parent);
    expect(exportTo(target, impossible).state).toBe('failed');
    expect(readdirSync(parent)).toEqual(before);
    if (existsSync(target)) expect(readdirSync(target)).toEqual([]);
  });

  test('folders that were made on the way are gone, those that were there stay', () => {
    mkdirSync(join(parent, 'a'));
    expect(exportTo(join(parent, 'a', 'b', 'c', 'd'), impossible).state).toBe('failed');
    expect(readdirSync(parent)).toEqual(['a']);
    expect(readdirSync(join(parent, 'a'))).toEqual([]);
  });

  test('the reason is a sentence that names the folder', () => {
    const long = join(parent, 'c'.repeat(300));
    const said = `Nothing was written to ${long}: the name is too long (ENAMETOOLONG).`;
    expect(exportTo(long, files)).toEqual({ state: 'failed', said });
    expect(readdirSync(parent)).toEqual([]);
  });
});

describe('what an export left behind that was killed', () => {
  const { pid: dead } = spawnSync(process.execPath, ['--version']);
  const beside = (pid: number) => `${target}.skypefed-${pid.toString(16)}`;

  test('is taken away by the next', () => {
    mkdirSync(join(beside(dead), 'scripts'), { recursive: true });
    writeFileSync(join(beside(dead), 'runbook.md'), 'half');
    expect(exportTo(target, files).state).toBe('written');
    expect(readdirSync(parent)).toEqual(['contoso']);
  });

  test('stays while its process lives, and so does what only looks like it', () => {
    const others = [
      beside(process.ppid),
      `${target}.skypefed-notes`,
      `${target}-2`,
      join(parent, 'fabrikam.skypefed-1'),
    ];
    for (const other of others) mkdirSync(other);
    expect(exportTo(target, files).state).toBe('written');
    expect(readdirSync(parent)).toHaveLength(others.length + 1);
  });
});
