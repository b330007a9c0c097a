import { describe, expect, it } from 'vitest';
import { afterExport, type ExportPlan, exportClashes, exportDoes, kilobytes } from '../../src/export/index.ts';
import { newRollout, readEvidence } from '../../src/state/index.ts';
import { evidenceFile } from '../state/evidence-file.ts';

const nothing: ExportPlan = {
  ...{ folder: '/out', exists: true, added: [], replaced: [], removed: [], changed: [], foreign: [], barred: [] },
};
const on = { today: '2026-11-23', offset: 0 };

describe('what an export does to a folder', () => {
  it('to none that is there yet: nothing to tell', () => {
    expect(exportDoes({ ...nothing, exists: false, added: ['runbook.md'] }, on)).toEqual([]);
  });

  it('new, replaced and removed files, each with how many', () => {
    const plan = {
      ...nothing,
      earlier: '2026-11-02T10:00:00.000Z',
      added: ['a'],
      replaced: ['b', 'c'],
      removed: ['d.md'],
    };
    expect(exportDoes(plan, on)).toEqual([
      { what: 'New', said: '1 file' },
      { what: 'Replaced', said: '2 of 2 Nov, none changed by hand' },
      { what: 'Removed', said: '1 no longer made, unchanged: d.md' },
    ]);
  });
});

it('what is in the way, a sentence each, what nothing can force first', () => {
  expect(exportClashes({ ...nothing, changed: ['a.md'], foreign: ['b.md'], barred: ['/out/c.md is a link'] })).toEqual([
    '/out/c.md is a link.',
    'a.md was changed by hand.',
    'b.md is of no export.',
  ]);
  expect(exportClashes(nothing)).toEqual([]);
});

it.each([
  [0, '0 KB'],
  [1, '1 KB'],
  [1024, '1 KB'],
  [1025, '2 KB'],
])('%i bytes are %s', (bytes, told) => {
  expect(kilobytes(bytes)).toBe(told);
});

it('what comes next is to look, and once that was seen, to apply', () => {
  const rollout = newRollout({ id: 'contoso', at: '2026-11-23T21:30:00.000Z', by: 'ana' });
  expect(afterExport(rollout)).toMatch(/^run 1-discover\.ps1 .* open its evidence/);
  const read = readEvidence(evidenceFile());
  if (read.state === 'wrong') throw new Error(read.said);
  const evidence = [{ sha256: 'a'.repeat(64), file: 'evidence.json', ...read.evidence }];
  expect(afterExport({ ...rollout, evidence })).toMatch(/^have runbook\.md approved; .*2-apply\.ps1 with -WhatIf/);
});
