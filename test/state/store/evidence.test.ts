import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { type HandedEvidence, readGivenFile, takeEvidence } from '../../../src/state/store.ts';
import { clockwork, savedOf } from '../around.ts';
import { evidenceFile } from '../evidence-file.ts';
import { Contoso } from './contoso.ts';

let contoso: Contoso;

beforeEach(async () => {
  contoso = new Contoso();
  await contoso.with('Ana');
});

function handed(values: object = {}): HandedEvidence {
  const path = join(contoso.folder, 'evidence-FE01.json');
  writeFileSync(path, JSON.stringify(evidenceFile(values), null, 1));
  const given = readGivenFile(path, { now: '2025-11-23T22:52:00.000Z', offset: 0, by: 'ana' });
  if (given.state !== 'evidence') throw new Error(given.state);
  return given;
}

const take = (one: HandedEvidence) =>
  takeEvidence({ library: contoso.library, id: 'contoso', handed: one, around: clockwork() });

describe('evidence that is taken in', () => {
  test('is kept to the byte under its digest, and the rollout has it the next time', async () => {
    const one = handed();
    const saved = savedOf(await take(one));
    expect(saved.rollout.evidence).toEqual([one.evidence]);
    saved.close();
    const { sha256 } = one.evidence;
    expect(readFileSync(contoso.place('evidence', `${sha256}.json`))).toEqual(Buffer.from(one.bytes));
    expect((await contoso.reopened()).evidence).toEqual([one.evidence]);
    expect(one.evidence).toMatchObject({ file: 'evidence-FE01.json', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
  });

  test('a second time changes nothing', async () => {
    savedOf(await take(handed())).close();
    const before = contoso.read('rollout.json');
    savedOf(await take(handed())).close();
    expect(contoso.read('rollout.json')).toBe(before);
  });

  test('stands beside older evidence, of which the file is kept', async () => {
    savedOf(await take(handed())).close();
    savedOf(await take(handed({ written: '2025-11-04T08:00:00.000Z' }))).close();
    expect(readdirSync(contoso.place('evidence'))).toHaveLength(2);
    expect((await contoso.reopened()).evidence?.map(({ seen }) => seen !== undefined)).toEqual([false, true]);
  });

  test('saves what comes after it, too', async () => {
    const saved = savedOf(await take(handed()));
    expect(saved.save({ ...saved.rollout, answers: { 'deployment.owner': 'Maria' } })).toHaveProperty('saved');
    expect(saved.readOnly).toBe(false);
    saved.close();
    expect(await contoso.reopened()).toMatchObject({ answers: { 'deployment.owner': 'Maria' }, evidence: [{}] });
  });

  test('is not taken where its folder cannot be made, and the rollout is as before', async () => {
    writeFileSync(contoso.place('evidence'), '');
    const before = contoso.read('rollout.json');
    expect(await take(handed())).toMatchObject({
      state: 'unusable',
      said: expect.stringContaining('was not taken into'),
    });
    expect(contoso.read('rollout.json')).toBe(before);
    expect(readdirSync(contoso.place())).not.toContain('lock');
  });

  test('waits for another window', async () => {
    const other = savedOf(await contoso.library.open('contoso', 'write'));
    expect(await take(handed())).toMatchObject({ state: 'locked' });
    other.close();
  });
});
