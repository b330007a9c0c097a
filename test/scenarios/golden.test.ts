import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../src/export/index.ts';
import { askedFields, findingsOf, readGiven, sharedTasks, shownPages, viewOf } from '../../src/state/index.ts';
import { steps } from '../../src/steps/index.ts';

const examples = resolve(import.meta.dirname, '../../examples');
const moment = '2026-11-23T21:30:00.000Z';

/** The rollout that an example makes at one moment, by one person. */
function given(example: string) {
  const read = readGiven(readFileSync(join(examples, `${example}.json`)), { now: moment, offset: 60, by: 'ana' });
  if (read.state !== 'read') throw new Error(`${example} cannot be read`);
  return read.rollout;
}

/** What an export of an example writes. */
function exported(example: string) {
  return exportFiles(given(example), { now: () => moment, offset: 60, user: 'ana', version: '0.1.0' });
}

const papers: Readonly<Record<string, readonly string[]>> = {
  contoso: ['request-sheet.md'],
  fabrikam: [],
  'adatum-lab': [],
};

describe.each(Object.keys(papers))('the export of %s', (example) => {
  const files = exported(example);

  it('has these files', () => {
    expect(files.map((file) => file.path)).toEqual([
      'runbook.md',
      ...(papers[example] ?? []),
      'scripts/1-discover.ps1',
      'scripts/2-apply.ps1',
      'scripts/3-verify.ps1',
      'scripts/4-rollback.ps1',
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

describe.each(Object.keys(papers))('the answers of %s', (example) => {
  const rollout = given(example);
  const view = viewOf(rollout, '2026-11-23');
  const stated = Object.keys(JSON.parse(readFileSync(join(examples, `${example}.json`), 'utf8')));
  const pages = steps.flatMap((step) => shownPages(step, view));

  it('state every answer that is asked for, and none that is not', () => {
    const asked = pages.flatMap((page) => askedFields(page, view).map(({ id }) => id));
    expect(asked.filter((id) => !stated.includes(id))).toEqual([]);
    const fields = steps.flatMap(({ pages }) => pages.flatMap((page) => page.fields ?? [])).map(({ id }) => id);
    const settled = ['deployment.goal'];
    expect(stated.filter((id) => fields.includes(id) && !asked.includes(id) && !settled.includes(id))).toEqual([]);
  });

  it('state every task of the rollout', () => {
    const tasks = pages.flatMap((page) => sharedTasks(page, view)).filter(({ per }) => per === 'rollout');
    expect(tasks.map(({ id }) => id).filter((id) => !stated.includes(id))).toEqual([]);
  });

  it('stop nothing', () => {
    expect(findingsOf(rollout, '2026-11-23').filter(({ weight }) => weight === 'stop')).toEqual([]);
  });
});
