import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { exportTo } from '../../src/export/index.ts';
import { freshFolder } from '../state/around.ts';
import { first, made, second, textsOf, tree } from './made.ts';

/** A file and a folder of one name: the second cannot be written. */
const impossible = made({ 'runbook.md': '', 'runbook.md/part.md': '' });

let parent: string;
let target: string;

beforeEach(() => {
  parent = freshFolder();
  target = join(parent, 'contoso');
});

const at = (path: string) => join(target, ...path.split('/'));

describe('into a folder that is new', () => {
  test('all is written, byte for byte, and nothing beside it', () => {
    expect(exportTo(target, first)).toEqual({
      state: 'written',
      folder: target,
      files: first.map(({ path, text }) => ({ path, bytes: new TextEncoder().encode(text).length })),
      removed: [],
    });
    expect(tree(target)).toEqual(textsOf(first));
    expect(readdirSync(parent)).toEqual(['contoso']);
  });

  test('folders on the way are made', () => {
    expect(exportTo(join(parent, 'a', 'b', 'c'), first).state).toBe('written');
    expect(tree(join(parent, 'a', 'b', 'c'))).toEqual(textsOf(first));
  });

  test('a relative name is one below where we are', () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(parent);
    expect(exportTo('contoso', first)).toMatchObject({ state: 'written', folder: target });
  });
});

describe('into a folder that is there', () => {
  test('an empty one: all is written, and its permissions stay', () => {
    mkdirSync(target);
    chmodSync(target, 0o750);
    expect(exportTo(target, first).state).toBe('written');
    expect(tree(target)).toEqual(textsOf(first));
    expect(statSync(target).mode & 0o777).toBe(0o750);
  });

  test('the one that somebody stands in', () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    mkdirSync(target);
    process.chdir(target);
    expect(exportTo('.', first)).toMatchObject({ state: 'written', folder: target });
    expect(readdirSync('.').toSorted()).toEqual(['manifest.json', 'request-sheet.md', 'runbook.md', 'scripts']);
  });

  test('where a link leads, the files go', () => {
    mkdirSync(join(parent, 'real'));
    symlinkSync(join(parent, 'real'), target, 'dir');
    expect(exportTo(target, first)).toMatchObject({ state: 'written', folder: join(parent, 'real') });
    expect(tree(join(parent, 'real'))).toEqual(textsOf(first));
  });

  test('the next export replaces the one before, and takes away what it no longer makes', () => {
    exportTo(target, first);
    expect(exportTo(target, second)).toMatchObject({ state: 'written', removed: ['request-sheet.md'] });
    expect(tree(target)).toEqual(textsOf(second));
    expect(exportTo(target, first)).toMatchObject({ state: 'written', removed: ['handouts/colleague.md'] });
    expect(tree(target)).toEqual(textsOf(first));
    expect(readdirSync(target)).not.toContain('handouts');
  });

  test('other files are nobody’s business, those in our folders too', () => {
    exportTo(target, second);
    const others = { 'notes.txt': 'mine', 'scripts/evidence-1.json': '{}', 'handouts/own.md': 'mine' };
    for (const [path, text] of Object.entries(others)) writeFileSync(at(path), text);
    expect(exportTo(target, first).state).toBe('written');
    expect(tree(target)).toEqual({ ...textsOf(first), ...others });
  });

  test('what was deleted by hand is written again', () => {
    exportTo(target, first);
    rmSync(at('scripts'), { recursive: true });
    expect(exportTo(target, first)).toMatchObject({ state: 'written' });
    expect(tree(target)).toEqual(textsOf(first));
  });
});

describe('refused before the first byte, unless forced', () => {
  test.each<[string, () => void, string]>([
    [
      'a file of ours that was changed',
      () => writeFileSync(at('runbook.md'), 'mine'),
      'runbook.md was changed by hand',
    ],
    [
      'two, one of them no longer made',
      () => {
        writeFileSync(at('request-sheet.md'), 'mine');
        writeFileSync(at('scripts/2-apply.ps1'), 'mine');
      },
      'scripts/2-apply.ps1 and request-sheet.md were changed by hand',
    ],
    [
      'a file of somebody else',
      () => {
        mkdirSync(at('handouts'));
        writeFileSync(at('handouts/colleague.md'), 'mine');
      },
      'handouts/colleague.md is of no export',
    ],
    [
      'a manifest that cannot be read, so that nothing is known of what stands there',
      () => writeFileSync(at('manifest.json'), '{'),
      'scripts/2-apply.ps1 and manifest.json are of no export',
    ],
    [
      'one of each',
      () => {
        writeFileSync(at('runbook.md'), 'mine');
        mkdirSync(at('handouts'));
        writeFileSync(at('handouts/colleague.md'), 'mine');
      },
      'runbook.md was changed by hand and handouts/colleague.md is of no export',
    ],
  ])('%s', (_, prepare, said) => {
    exportTo(target, first);
    prepare();
    const before = tree(parent);
    expect(exportTo(target, second)).toEqual({
      state: 'conflict',
      said: `Nothing was written: in ${target} ${said}.`,
      forcible: true,
    });
    expect(tree(parent)).toEqual(before);

    expect(exportTo(target, second, { force: true }).state).toBe('written');
    expect(tree(target)).toMatchObject(textsOf(second));
    expect(exportTo(target, second).state).toBe('written');
  });

  test('a changed file that is no longer made stays, even forced', () => {
    exportTo(target, first);
    writeFileSync(at('request-sheet.md'), 'mine');
    expect(exportTo(target, second, { force: true })).toMatchObject({ state: 'written', removed: [] });
    expect(tree(target)).toEqual({ ...textsOf(second), 'request-sheet.md': 'mine' });
  });

  test('the manifest of another program', () => {
    mkdirSync(target);
    writeFileSync(at('manifest.json'), '{"name":"an app"}');
    expect(exportTo(target, first)).toMatchObject({ state: 'conflict', forcible: true });
    expect(tree(target)).toEqual({ 'manifest.json': '{"name":"an app"}' });
  });
});

describe('refused, forced or not', () => {
  const outside = () => join(parent, 'outside');

  test.each<[string, () => void, () => string]>([
    ['a file in place of the folder', () => writeFileSync(target, 'mine'), () => `${target} is no folder`],
    [
      'a link that leads nowhere',
      () => symlinkSync(join(parent, 'gone'), target),
      () => `${target} is a link that leads nowhere`,
    ],
    [
      'a link under a name of ours',
      () => {
        exportTo(target, first);
        rmSync(at('runbook.md'));
        writeFileSync(outside(), first[0]?.text ?? '');
        symlinkSync(outside(), at('runbook.md'));
      },
      () => `${at('runbook.md')} is a link`,
    ],
    [
      'a link in place of a folder of ours',
      () => {
        mkdirSync(target);
        mkdirSync(outside());
        symlinkSync(outside(), at('scripts'), 'dir');
      },
      () => `${at('scripts')} is a link`,
    ],
    [
      'a folder in place of a file',
      () => mkdirSync(at('manifest.json'), { recursive: true }),
      () => `${at('manifest.json')} is no file`,
    ],
    [
      'a file in place of a folder',
      () => {
        mkdirSync(target);
        writeFileSync(at('scripts'), 'mine');
      },
      () => `${at('scripts')} is no folder`,
    ],
  ])('%s', (_, prepare, said) => {
    prepare();
    const before = tree(parent);
    const refused = { state: 'conflict', said: `Nothing was written: ${said()}.`, forcible: false };
    expect(exportTo(target, first)).toEqual(refused);
    expect(exportTo(target, first, { force: true })).toEqual(refused);
    expect(tree(parent)).toEqual(before);
  });

  test('no name, which would be the folder that somebody stands in', () => {
    const before = process.cwd();
    onTestFinished(() => process.chdir(before));
    process.chdir(parent);
    expect(exportTo('', first)).toMatchObject({ state: 'conflict', said: 'Nothing was written: no folder is named.' });
    expect(readdirSync(parent)).toEqual([]);
  });

  test('a file where a folder on the way belongs', () => {
    const file = join(parent, 'file');
    writeFileSync(file, 'mine');
    const said = `Nothing was written: ${file} is no folder.`;
    expect(exportTo(join(file, 'a', 'contoso'), first)).toMatchObject({ state: 'conflict', said });
    expect(tree(parent)).toEqual({ file: 'mine' });
  });

  test('what an earlier manifest lists outside of its folder is never touched', () => {
    const [stranger] = made({ stranger: 'x' });
    writeFileSync(join(parent, 'stranger'), stranger?.text ?? '');
    mkdirSync(target);
    const escaping = made({ '../stranger': 'x' });
    writeFileSync(at('manifest.json'), escaping.at(-1)?.text ?? '');
    exportTo(target, first, { force: true });
    expect(tree(parent)).toMatchObject({ stranger: 'x' });
  });
});

describe('what cannot be written is not written in part', () => {
  test.each([
    ['a new folder', () => undefined],
    ['an empty folder', () => mkdirSync(target)],
  ])('%s stays as it was', (_, prepare) => {
    prepare();
    const before = [tree(parent), readdirSync(parent)];
    expect(exportTo(target, impossible).state).toBe('failed');
    expect([tree(parent), readdirSync(parent)]).toEqual(before);
  });

  test('folders that were made on the way are gone, those that were there stay', () => {
    mkdirSync(join(parent, 'a'));
    expect(exportTo(join(parent, 'a', 'b', 'c', 'd'), impossible).state).toBe('failed');
    expect(readdirSync(parent)).toEqual(['a']);
    expect(readdirSync(join(parent, 'a'))).toEqual([]);
  });

  test('the reason is a sentence that names the folder', () => {
    const long = join(parent, 'c'.repeat(300));
    const said = `Nothing was written: ${long} cannot be looked at: the name is too long (ENAMETOOLONG).`;
    expect(exportTo(long, first)).toEqual({ state: 'conflict', said, forcible: false });
    expect(readdirSync(parent)).toEqual([]);
  });
});
