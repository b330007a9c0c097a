import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { openLibrary } from '../../../src/state/store.ts';
import { clockwork, savedOf } from '../around.ts';
import { Contoso } from './contoso.ts';

let contoso: Contoso;

beforeEach(() => {
  contoso = new Contoso();
});

describe('the list', () => {
  test('is empty before anything was kept', () => {
    expect(contoso.library.list()).toEqual([]);
    expect(readdirSync(contoso.folder)).toEqual([]);
  });

  test('names each rollout with its organisation, the last changed first', async () => {
    for (const organisation of ['Contoso', 'Fabrikam', 'Adatum lab']) {
      savedOf(await contoso.library.create({ organisation })).close();
    }
    const fabrikam = savedOf(await contoso.library.open('fabrikam', 'write'));
    fabrikam.save({
      ...fabrikam.rollout,
      events: [
        ...fabrikam.rollout.events,
        { type: 'exported', at: '2025-12-01T00:00:00.000Z', by: 'ana', files: 5, written: '2025-12-01T00:00:00.000Z' },
      ],
    });
    fabrikam.close();
    expect(
      contoso.library.list().map(({ id, organisation, savedAt }) => [id, organisation, savedAt?.slice(0, 10)]),
    ).toEqual([
      ['fabrikam', 'Fabrikam', '2025-12-01'],
      ['adatum-lab', 'Adatum lab', '2025-11-23'],
      ['contoso', 'Contoso', '2025-11-23'],
    ]);
    expect(contoso.library.list()[0]).toMatchObject({
      folder: join(contoso.folder, 'rollouts', 'fabrikam'),
      rollout: { id: 'fabrikam' },
    });
  });

  test('a rollout that cannot be read is listed by its id', async () => {
    await contoso.with();
    writeFileSync(contoso.place('rollout.json'), '{');
    expect(contoso.library.list()).toEqual([
      { id: 'contoso', organisation: 'contoso', folder: contoso.place(), savedAt: expect.stringMatching(/Z$/) },
    ]);
  });

  test('other files and folders are nobody', () => {
    mkdirSync(join(contoso.folder, 'rollouts', 'notes'), { recursive: true });
    writeFileSync(join(contoso.folder, 'rollouts', 'rollout.json'), '{}');
    expect(contoso.library.list()).toEqual([]);
  });

  test.each(['fabrikam', '..', '../rollouts/contoso', 'contoso/', ''])('%j is not the id of one', async (id) => {
    await contoso.with();
    expect(await contoso.library.open(id, 'write')).toEqual({
      state: 'unusable',
      said: `There is no rollout ${id} in ${contoso.folder}.`,
    });
  });

  test('a folder that was copied by hand is a rollout of its own', async () => {
    await contoso.with('Maria Anders');
    mkdirSync(join(contoso.folder, 'rollouts', 'lab'));
    for (const name of ['rollout.json', 'people.json'])
      writeFileSync(join(contoso.folder, 'rollouts', 'lab', name), contoso.read(name));
    expect(savedOf(await contoso.library.open('lab', 'write')).rollout).toMatchObject({ id: 'lab' });
  });
});

describe('removing', () => {
  test('takes a rollout out of the list and keeps its folder, all of it', async () => {
    await contoso.with('Maria Anders');
    const before = contoso.contents();
    const removed = contoso.library.remove('contoso');
    const where = join(contoso.folder, 'removed', 'contoso-2025-11-23');
    expect(removed).toEqual({ removed: where });
    expect(contoso.library.list()).toEqual([]);
    expect(readdirSync(where).toSorted()).toEqual(Object.keys(before).toSorted());
    await contoso.with('Thomas Hardy');
    expect(contoso.library.remove('contoso')).toEqual({ removed: `${where}-2` });
  });

  test('is refused while another window has it', async () => {
    await contoso.with();
    savedOf(await contoso.library.open('contoso', 'write'));
    expect(contoso.library.remove('contoso')).toEqual({
      failed: `contoso is open in another window: ${hostname()}, ana.`,
    });
    expect(contoso.library.list()).toHaveLength(1);
  });

  test('of what is not there fails with a sentence', () => {
    expect(contoso.library.remove('contoso')).toEqual({
      failed: 'contoso could not be removed: it is not there (ENOENT).',
    });
  });
});

describe('the folder of the last export', () => {
  test('is remembered for each rollout, and not in it', async () => {
    const last = await contoso.with();
    expect(contoso.library.exportFolder('contoso')).toBeUndefined();
    contoso.library.rememberExportFolder('contoso', '/exports/contoso');
    expect(openLibrary({ folder: contoso.folder, around: clockwork() }).exportFolder('contoso')).toBe(
      '/exports/contoso',
    );
    expect(await contoso.reopened()).toEqual(last);
  });

  test('a file of it that is damaged is no obstacle', async () => {
    await contoso.with();
    writeFileSync(contoso.place('settings.json'), '{');
    expect(contoso.library.exportFolder('contoso')).toBeUndefined();
    contoso.library.rememberExportFolder('contoso', '/exports');
    expect(contoso.library.exportFolder('contoso')).toBe('/exports');
  });

  test('of a rollout that is not there is forgotten in silence', () => {
    contoso.library.rememberExportFolder('contoso', '/exports');
    expect(contoso.library.exportFolder('contoso')).toBeUndefined();
    expect(readdirSync(contoso.folder)).toEqual([]);
  });
});
