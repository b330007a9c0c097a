import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { exportTo, planExport } from '../../src/export/index.ts';
import { freshFolder } from '../state/around.ts';
import { first, made, second, tree } from './made.ts';

let target: string;

beforeEach(() => {
  target = join(freshFolder(), 'contoso');
});

const nothing = { added: [], replaced: [], removed: [], changed: [], foreign: [], barred: [] };

test('a new folder: all is added, and the plan makes nothing', () => {
  expect(planExport(target, first)).toEqual({
    ...nothing,
    folder: target,
    exists: false,
    added: ['runbook.md', 'request-sheet.md', 'scripts/2-apply.ps1', 'manifest.json'],
  });
  expect(tree(join(target, '..'))).toEqual({});
});

test('an earlier export: its day, what is replaced, what comes and what goes', () => {
  exportTo(target, first);
  const before = tree(target);
  expect(planExport(target, second)).toEqual({
    ...nothing,
    folder: target,
    exists: true,
    earlier: '2025-11-23T22:52:00.000Z',
    replaced: ['runbook.md', 'scripts/2-apply.ps1', 'manifest.json'],
    added: ['handouts/colleague.md'],
    removed: ['request-sheet.md'],
  });
  expect(tree(target)).toEqual(before);
});

test('changed by hand, somebody else’s, and in the way, each in its list', () => {
  exportTo(target, first);
  writeFileSync(join(target, 'runbook.md'), 'mine');
  writeFileSync(join(target, 'request-sheet.md'), 'mine');
  mkdirSync(join(target, 'handouts'));
  writeFileSync(join(target, 'handouts', 'colleague.md'), 'mine');
  rmSync(join(target, 'scripts', '2-apply.ps1'));
  symlinkSync(join(target, 'runbook.md'), join(target, 'scripts', '2-apply.ps1'));
  expect(planExport(target, second)).toMatchObject({
    ...nothing,
    replaced: ['manifest.json'],
    changed: ['runbook.md', 'request-sheet.md'],
    foreign: ['handouts/colleague.md'],
    barred: [`${join(target, 'scripts', '2-apply.ps1')} is a link`],
  });
});

test('a file without a manifest that is already what will be written is nobody’s loss', () => {
  mkdirSync(target);
  writeFileSync(join(target, 'runbook.md'), first[0]?.text ?? '');
  expect(planExport(target, first)).toMatchObject({ replaced: ['runbook.md'], foreign: [] });
});

test.each([
  ['not JSON', '{'],
  ['JSON of another kind', '[]'],
  ['a later version', JSON.stringify({ ...JSON.parse(first.at(-1)?.text ?? ''), version: 2 })],
  ['paths that lead out', made({ 'a/../../b': '' }).at(-1)?.text ?? ''],
])('a manifest that is none of ours (%s) vouches for nothing', (_, text) => {
  exportTo(target, first);
  writeFileSync(join(target, 'manifest.json'), text);
  const plan = planExport(target, second);
  expect(plan).toMatchObject({ removed: [], changed: [], foreign: ['scripts/2-apply.ps1', 'manifest.json'] });
  expect(plan).not.toHaveProperty('earlier');
});
