import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../src/export/index.ts';
import { readGiven } from '../../src/state/index.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const moment = '2026-11-23T21:30:00.000Z';

/** What an export of an example writes at one moment, by one person. */
function exported(example: string) {
  const given = readGiven(readFileSync(join(examples, `${example}.json`)), { now: moment, offset: 60, by: 'ana' });
  if (given.state !== 'read') throw new Error(`${example} cannot be read`);
  return exportFiles(given.rollout, { now: () => moment, offset: 60, user: 'ana', version: '0.1.0' });
}

describe.each(['contoso'])('the export of %s', (example) => {
  const files = exported(example);

  it('has these files', () => {
    expect(files.map((file) => file.path)).toEqual([
      'runbook.md',
      'request-sheet.md',
      'scripts/2-apply.ps1',
      'handouts/skype-user.md',
      'handouts/colleague.md',
      'rollout.json',
      'manifest.json',
    ]);
  });

  it.each(files.map((file) => [file.path, file] as const))('%s is as it was read by eye', async (path, file) => {
    await expect(file.text).toMatchFileSnapshot(join(import.meta.dirname, example, path));
  });
});
