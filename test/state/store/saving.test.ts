import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { openLibrary } from '../../../src/state/store.ts';
import { happen, rollouts } from '../arbitrary.ts';
import { clockwork, savedOf } from '../around.ts';
import { answer, Contoso, ownerOf } from './contoso.ts';

let contoso: Contoso;

beforeEach(() => {
  contoso = new Contoso();
});

describe('creating', () => {
  test('makes a folder with two files and a lock, for the owner alone', async () => {
    const saved = savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    expect(saved.folder).toBe(contoso.place());
    expect(readdirSync(contoso.place()).toSorted()).toEqual(['lock', 'people.json', 'rollout.json']);
    expect(statSync(contoso.place()).mode & 0o777).toBe(0o700);
    expect(['lock', 'people.json', 'rollout.json'].map((name) => statSync(contoso.place(name)).mode & 0o777)).toEqual([
      0o600, 0o600, 0o600,
    ]);
    saved.close();
    expect(existsSync(contoso.place('lock'))).toBe(false);
  });

  test('answers the organisation, and nothing else', async () => {
    const { rollout } = savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    expect(rollout).toMatchObject({ id: 'contoso', answers: { 'deployment.organisation': 'Contoso' }, people: [] });
    expect(rollout.events).toMatchObject([
      { type: 'created', by: 'ana' },
      { type: 'answered', by: 'ana' },
    ]);
  });

  test('never takes the id of another', async () => {
    const ids = [];
    for (let i = 0; i < 3; i++) ids.push(savedOf(await contoso.library.create({ organisation: 'Contoso' })).rollout.id);
    expect(ids).toEqual(['contoso', 'contoso-2', 'contoso-3']);
  });

  test('what a creation left behind that was killed is used again', async () => {
    mkdirSync(contoso.place(), { recursive: true });
    writeFileSync(contoso.place('people.json'), '{"format":"skypefed-people","people":[]}');
    expect(savedOf(await contoso.library.create({ organisation: 'Contoso' })).rollout.id).toBe('contoso');
  });

  test('where no folder can be made, a sentence says why', async () => {
    writeFileSync(join(contoso.folder, 'file'), '');
    const nowhere = openLibrary({ folder: join(contoso.folder, 'file'), around: clockwork() });
    expect(nowhere.list()).toEqual([]);
    expect(await nowhere.create({ organisation: 'Contoso' })).toEqual({
      state: 'unusable',
      said: `No rollout can be kept in ${join(contoso.folder, 'file')}: a file stands where a folder belongs (ENOTDIR).`,
    });
  });

  test('an imported rollout keeps its past and gets a free id', async () => {
    const first = await contoso.with('Maria Anders');
    const saved = savedOf(await contoso.library.adopt(first));
    expect(saved.rollout).toEqual({ ...first, id: 'contoso-2' });
    saved.close();
    expect(savedOf(await contoso.library.open('contoso-2', 'write')).rollout).toEqual({ ...first, id: 'contoso-2' });
  });
});

describe('saving', () => {
  test('what was saved is there when it is opened again, whatever it was', async () => {
    await contoso.with();
    await fc.assert(
      fc.asyncProperty(rollouts, async (rollout) => {
        const saved = savedOf(await contoso.library.open('contoso', 'write'));
        expect(saved.save(rollout)).toHaveProperty('saved');
        saved.close();
        expect(await contoso.reopened()).toEqual(rollout);
      }),
      { numRuns: 30 },
    );
  });

  test('beside each file stands the one before it', async () => {
    await contoso.with('Maria Anders', 'Thomas Hardy', 'Ana Trujillo');
    expect(JSON.parse(contoso.read('rollout.json')).answers['deployment.owner']).toBe('Ana Trujillo');
    expect(JSON.parse(contoso.read('rollout.previous.json')).answers['deployment.owner']).toBe('Thomas Hardy');
  });

  test('the first save after opening leaves the file as it was opened beside it', async () => {
    await contoso.with('Maria Anders');
    const before = contoso.read('rollout.json');
    const saved = savedOf(await contoso.library.open('contoso', 'write'));
    saved.save(answer(saved.rollout, 'Thomas Hardy'));
    expect(contoso.read('rollout.previous.json')).toBe(before);
  });

  test('people are written when they change, and only then', async () => {
    const saved = savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    const { ino } = statSync(contoso.place('people.json'));
    const next = answer(saved.rollout, 'Maria Anders');
    saved.save(next);
    expect(statSync(contoso.place('people.json')).ino).toBe(ino);
    expect(existsSync(contoso.place('people.previous.json'))).toBe(false);
    const to = { id: 'p1', name: 'Ana Trujillo', situation: 'needs-merge', tasks: {} } as const;
    saved.save(happen(next, { type: 'person-changed', person: 'p1', position: 0, to }));
    expect(JSON.parse(contoso.read('people.json')).people).toEqual([to]);
    expect(JSON.parse(contoso.read('people.previous.json')).people).toEqual([]);
  });

  test('one that fails says why, loses nothing, and the next writes all', async () => {
    const saved = savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    // A folder in the way: nobody, the root user included, can put a file there.
    mkdirSync(contoso.place('rollout.previous.json'));
    const first = answer(saved.rollout, 'Maria Anders');
    expect(saved.save(first)).toEqual({
      failed:
        'Not saved: a folder stands where a file belongs (EISDIR). What was accepted is kept here and saved with the next answer.',
    });
    expect(ownerOf(JSON.parse(contoso.read('rollout.json')))).toBeUndefined();
    rmdirSync(contoso.place('rollout.previous.json'));
    const second = happen(first, { type: 'answered', field: 'deployment.approver', value: 'Thomas Hardy' });
    expect(saved.save(second)).toHaveProperty('saved');
    saved.close();
    expect(await contoso.reopened()).toEqual(second);
  });

  test('when the folder is gone, saving fails with a sentence, and nothing is thrown', async () => {
    const saved = savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    renameSync(contoso.folder, `${contoso.folder}-away`);
    onTestFinished(() => rmSync(`${contoso.folder}-away`, { recursive: true, force: true }));
    writeFileSync(contoso.folder, '');
    expect(saved.save(answer(saved.rollout, 'Maria Anders'))).toEqual({ failed: expect.stringContaining('(ENOTDIR)') });
  });
});
