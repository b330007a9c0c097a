import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Rollout } from '../../../src/model/index.ts';
import { happen } from '../arbitrary.ts';
import { savedOf } from '../around.ts';
import { answer, Contoso, ownerOf } from './contoso.ts';

let contoso: Contoso;

beforeEach(() => {
  contoso = new Contoso();
});

describe('damage', () => {
  const half = (text: string) => text.slice(0, text.length / 2);

  const damages: [string, string, (text: string) => string, RegExp][] = [
    [
      'half of it',
      'rollout',
      half,
      /^contoso: rollout\.json is damaged: it ends in the middle of a value \(line 1, column \d+\)\.$/,
    ],
    ['nothing in it', 'rollout', () => '', /^contoso: rollout\.json is damaged: it is empty \(line 1, column 1\)\.$/],
    ['zeros', 'rollout', (text) => '\0'.repeat(text.length), /rollout\.json is damaged: the character U\+0000 stands/],
    ['no text', 'rollout', () => '\u00ff\u00fe\u0000', /rollout\.json holds bytes that are no text/],
    ['a list', 'rollout', () => '[]', /rollout\.json does not hold what belongs there\.$/],
    ['a foreign format', 'rollout', () => '{}', /rollout\.json does not hold .*not marked as a rollout/],
    ['a value nobody typed', 'rollout', (text) => text.replace('"Thomas Hardy"', '5'), /answers\.deployment\.owner/],
    ['half of it', 'people', half, /^contoso: people\.json is damaged: it ends in the middle/],
    [
      'a person without a name',
      'people',
      (text) => text.replace('[]', '[{"id":"p1"}]'),
      /people\.json .*people\[0\]\.name/,
    ],
  ];

  async function damage(part: string, change: (text: string) => string): Promise<string> {
    const damaged = change(contoso.read(`${part}.json`));
    writeFileSync(contoso.place(`${part}.json`), damaged, 'latin1');
    return damaged;
  }

  /** Contoso with a past in both files. */
  async function withPast(): Promise<Rollout> {
    const saved = savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    const to = { id: 'p1', name: 'Ana Trujillo', situation: 'needs-merge', tasks: {} } as const;
    const steps: ((rollout: Rollout) => Rollout)[] = [
      (rollout) => happen(rollout, { type: 'person-changed', person: 'p1', position: 0, to }),
      (rollout) => happen(rollout, { type: 'person-changed', person: 'p1', position: 0, was: to }),
      (rollout) => answer(rollout, 'Maria Anders'),
      (rollout) => answer(rollout, 'Thomas Hardy'),
    ];
    const last = steps.reduce((rollout, step) => {
      const next = step(rollout);
      saved.save(next);
      return next;
    }, saved.rollout);
    saved.close();
    return last;
  }

  test.each(damages)(
    '%s, in %s.json: is told with its place, and nothing is touched',
    async (_, part, change, said) => {
      await withPast();
      await damage(part, change);
      const before = contoso.contents();
      for (const how of ['write', 'read-only', 'take-over'] as const) {
        expect(await contoso.library.open('contoso', how)).toEqual({
          state: 'damaged',
          said: expect.stringMatching(said),
          kept: `${part}.damaged-2025-11-23.json`,
          copy: { savedAt: expect.stringMatching(/^2025-11-23T/), lacks: 'the last change' },
        });
      }
      expect(contoso.contents()).toEqual(before);
    },
  );

  test.each(damages)('%s, in %s.json: the copy is taken and the damaged file kept', async (_, part, change) => {
    const last = await withPast();
    const damaged = await damage(part, change);
    const found = await contoso.reopened('copy');
    if (part === 'rollout')
      expect(found).toMatchObject({ answers: { 'deployment.owner': 'Maria Anders' }, people: [] });
    else expect(found).toEqual({ ...last, people: [expect.objectContaining({ name: 'Ana Trujillo' })] });
    expect(readFileSync(contoso.place(`${part}.damaged-2025-11-23.json`), 'latin1')).toBe(damaged);
    expect(await contoso.reopened()).toEqual(found);
  });

  test.each(damages)(
    '%s, in %s.json: starting anew keeps the damaged file, the copy and the other part',
    async (_, part, change) => {
      const last = await withPast();
      const damaged = await damage(part, change);
      const copy = contoso.read(`${part}.previous.json`);
      const found = await contoso.reopened('anew');
      expect(found).toMatchObject(
        part === 'rollout' ? { id: 'contoso', answers: {} } : { answers: last.answers, people: [] },
      );
      expect(readFileSync(contoso.place(`${part}.damaged-2025-11-23.json`), 'latin1')).toBe(damaged);
      expect(contoso.read(`${part}.previous.json`)).toBe(copy);
    },
  );

  test('two damaged files of one day are both kept', async () => {
    await withPast();
    await damage('rollout', half);
    await contoso.reopened('copy');
    await damage('rollout', () => 'again');
    expect(await contoso.library.open('contoso', 'write')).toMatchObject({ kept: 'rollout.damaged-2025-11-23-2.json' });
    await contoso.reopened('copy');
    expect(contoso.read('rollout.damaged-2025-11-23-2.json')).toBe('again');
    expect(contoso.read('rollout.damaged-2025-11-23.json')).not.toBe('again');
  });

  test('both files at once: both are named, and both mended', async () => {
    await withPast();
    await damage('rollout', half);
    await damage('people', () => '');
    expect(await contoso.library.open('contoso', 'write')).toMatchObject({
      said: expect.stringMatching(/^contoso: rollout\.json is damaged: .* and people\.json is damaged: it is empty/),
      kept: 'rollout.damaged-2025-11-23.json and people.damaged-2025-11-23.json',
    });
    expect(ownerOf(await contoso.reopened('copy'))).toBe('Maria Anders');
  });

  test('no whole copy, no offer: and taking it all the same changes nothing', async () => {
    await withPast();
    await damage('rollout', half);
    writeFileSync(contoso.place('rollout.previous.json'), 'no better');
    const before = contoso.contents();
    const opened = await contoso.library.open('contoso', 'copy');
    expect(opened.state).toBe('damaged');
    expect(opened).not.toHaveProperty('copy');
    expect(contoso.contents()).toEqual(before);
  });

  test.each(['rollout', 'people'])('%s.json that is missing is damage too, with nothing to set aside', async (part) => {
    await withPast();
    rmSync(contoso.place(`${part}.json`));
    expect(await contoso.library.open('contoso', 'write')).toMatchObject({
      said: `contoso: ${part}.json is missing.`,
      kept: '',
      copy: { lacks: 'the last change' },
    });
    expect((await contoso.reopened('copy')).id).toBe('contoso');
  });

  test('what stands on the disk does not spoil the copy, when it is damaged while the rollout is open', async () => {
    const saved = savedOf(await contoso.library.create({ organisation: 'Contoso' }));
    const first = answer(saved.rollout, 'Maria Anders');
    saved.save(first);
    writeFileSync(contoso.place('rollout.json'), 'damaged');
    saved.save(answer(first, 'Thomas Hardy'));
    expect(JSON.parse(contoso.read('rollout.previous.json')).answers['deployment.owner']).toBe('Maria Anders');
  });

  test('a byte order mark, which an editor may leave, is no damage', async () => {
    const last = await withPast();
    for (const name of ['rollout.json', 'people.json'])
      writeFileSync(contoso.place(name), `\ufeff${contoso.read(name)}`);
    const saved = savedOf(await contoso.library.open('contoso', 'write'));
    expect(saved.rollout).toEqual(last);
    expect(saved.save(answer(last, 'Ana Trujillo'))).toHaveProperty('saved');
    saved.close();
    expect(ownerOf(await contoso.reopened())).toBe('Ana Trujillo');
  });

  test('a file of a later version is not touched, and can be opened by that one', async () => {
    await withPast();
    writeFileSync(
      contoso.place('rollout.json'),
      contoso.read('rollout.json').replace('"schemaVersion":1', '"schemaVersion":2'),
    );
    const before = contoso.contents();
    for (const how of ['write', 'read-only', 'copy', 'anew'] as const) {
      expect(await contoso.library.open('contoso', how)).toEqual({
        state: 'newer',
        said: 'contoso was saved by a later skypefed (version 2 of the file). Open it with that one; nothing was changed here.',
      });
    }
    expect(contoso.contents()).toEqual(before);
  });
});
