import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { exportFiles } from '../../src/export/index.ts';
import { applyEvent, readEvidence, readGiven } from '../../src/state/index.ts';
import { readRollout } from '../../src/state/schema.ts';
import { evidenceFile } from '../state/evidence-file.ts';

const moment = '2026-11-23T21:30:00.000Z';
const around = { now: () => moment, offset: 60, user: 'ana', version: '0.1.0' };

/** Contoso, once it was seen what its Front End Server has. */
function seen() {
  const example = readFileSync(resolve(import.meta.dirname, '../../examples/contoso.json'));
  const given = readGiven(example, { now: moment, offset: 60, by: 'ana' });
  const read = readEvidence(evidenceFile());
  if (given.state !== 'read' || read.state !== 'read') throw new Error('the example cannot be read');
  const evidence = { sha256: 'a'.repeat(64), file: 'evidence-FE01.json', ...read.evidence };
  return applyEvent(given.rollout, { at: moment, by: 'ana', type: 'evidence-imported', evidence });
}

const files = exportFiles(seen(), around);
const textOf = (path: string) => files.find((file) => file.path === path)?.text ?? '';

it('the changes in the runbook, set against what was seen, are as they were read by eye', async () => {
  const [, changes = ''] = /^## What changes on the server\n(.*?)^## /ms.exec(textOf('runbook.md')) ?? [];
  const each = [...textOf('runbook.md').matchAll(/^### (Change \d+: .*?)\n.*?^Seen:\n\n(.*?)\n\n/gms)];
  const told = [changes, ...each.map(([, title, lines]) => `${title}\n${lines}`)].join('\n');
  await expect(told).toMatchFileSnapshot(join(import.meta.dirname, 'contoso-seen/changes.md'));
});

it('what the apply script goes by is as it was read by eye', async () => {
  const text = textOf('scripts/2-apply.ps1').replaceAll('\r\n', '\n');
  const [part = ''] = /^# What the plan goes by.*?^\$script:Changed/ms.exec(text) ?? [];
  await expect(part).toMatchFileSnapshot(join(import.meta.dirname, 'contoso-seen/seen.ps1'));
});

it('the rollout that is exported gives the same export elsewhere', () => {
  const read = readRollout(JSON.parse(textOf('rollout.json')));
  expect(read.state === 'read' && exportFiles(read.rollout, around)).toEqual(files);
});
