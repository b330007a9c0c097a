import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Rollout } from '../../src/model/index.ts';
import { draw } from '../../src/screens/draw.ts';
import { plain } from '../../src/screens/look/lines.ts';
import { lookOf } from '../../src/screens/look/theme.ts';
import { createStore, type Store } from '../../src/screens/store.ts';
import type { KeyName } from '../../src/screens/text/input.ts';
import { readGiven } from '../../src/state/index.ts';
import { openLibrary } from '../../src/state/store.ts';
import { clockwork, freshFolder } from '../state/around.ts';

const around = clockwork();
const contoso: Rollout = (() => {
  const file = readFileSync(join(import.meta.dirname, '../../examples/contoso.json'));
  const given = readGiven(file, { now: around.now(), offset: 0, by: 'ana' });
  if (given.state !== 'read') throw new Error(JSON.stringify(given));
  return given.rollout;
})();

let store: Store;
let folder: string;

/** Contoso, opened; what it exports goes to a folder of the test. */
beforeEach(async () => {
  folder = join(freshFolder(), 'contoso');
  const library = openLibrary({ folder: freshFolder(), around });
  const opened = await library.adopt(contoso);
  if (opened.state !== 'open') throw new Error(JSON.stringify(opened));
  opened.saved.close();
  library.rememberExportFolder('contoso', folder);
  store = createStore({ library, around, size: { columns: 120, rows: 40 }, command: 'skypefed' });
  await store.open('contoso');
});

function press(...keys: readonly (KeyName | `'${string}`)[]): void {
  for (const key of keys)
    store.press(key.startsWith("'") ? { key: 'text', text: key.slice(1) } : { key: key as KeyName });
}

const screen = () =>
  draw(store.session(), store.moments(), lookOf({ colour: false, ascii: false }))
    .lines.map(plain)
    .join('\n');

/** To the export, from wherever one is. */
function toExport(): string {
  while (store.session().place.at !== 'steps') press('escape');
  press("'export", 'enter');
  return screen();
}

describe('before it is written', () => {
  test('a new folder: what will be there, and nothing of what is replaced', () => {
    const text = toExport();
    expect(text).toContain('Will be written, whole or not at all: 10 files');
    for (const file of text.split('\n').filter((one) => / \d+ KB/.test(one))) expect(file).toMatch(/ KB +\w/);
    store.resize({ columns: 80, rows: 24 });
    expect(screen()).toMatch(/4-rollback\.ps1 +\d+ KB +takes back what 2-apply\.ps1 changed$/m);
    expect(screen()).not.toMatch(/ KB .*…/);
    expect(text).toMatch(/handouts\/colleague\.md +\d+ KB +to mail to colleagues/);
    expect(text).not.toMatch(/Replaced|Removed/);
    // Enter writes at once, and the foot says so.
    expect(text).toMatch(/► Write\n/);
    expect(text.split('\n').at(-1)).toMatch(/^ Enter write {2}/);
  });

  test('an earlier export: what is new, what is replaced and of when, what goes', () => {
    toExport();
    press('enter');
    expect(screen()).toMatch(/Written \d\d:\d\d to /);
    const manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
    const digest = manifest.files[0].sha256;
    writeFileSync(join(folder, 'old.md'), readFileSync(join(folder, 'runbook.md')));
    const files = [...manifest.files, { path: 'old.md', bytes: 1, sha256: digest }];
    writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ ...manifest, files }));
    press('down', 'enter');
    expect(screen()).toMatch(/► Export to/);
    press('enter');
    expect(screen()).toContain('► Write');
    const text = screen();
    expect(text).toMatch(/ Replaced +10 of 23 Nov, none changed by hand/);
    expect(text).toMatch(/ Removed +1 no longer made, unchanged: old\.md/);
  });

  test('a file that was changed is named; once it is away and one comes again, it can be written', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'runbook.md'), 'mine');
    const text = toExport();
    expect(text).toContain('× runbook.md is of no export.');
    expect(text).toContain('Name another folder, or take away what is named.');
    press('enter');
    expect(screen().replace(/\s+/g, ' ')).toContain('runbook.md is of no export.');
    expect(readFileSync(join(folder, 'runbook.md'), 'utf8')).toBe('mine');
  });

  test('where nobody can look, it is said', () => {
    toExport();
    press('up', `'${'c'.repeat(300)}`, 'enter');
    expect(screen().replace(/\s+/g, '')).toContain('cannotbelookedat:thenameistoolong(ENAMETOOLONG)');
  });
});
