import { appendFileSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { onDisk } from '../terminal/disk.ts';
import { contoso } from '../terminal/exported.ts';
import { contosoWith, homeWith, rolloutFrom } from '../terminal/homes.ts';
import { type Conversation, converse, promptIn } from './conversation.ts';

const flat = (said: string) => said.replace(/\s+/g, ' ');

async function atExport(out: string, answers = contoso): Promise<{ talk: Conversation; home: string }> {
  const home = await homeWith(rolloutFrom(answers));
  const talk = converse({ home, open: 'contoso' });
  for (const line of ['steps', 'Export', '2', out]) await talk.say(line);
  return { talk, home };
}

it('says what is written and where, writes it, and says what was written and what comes next', async () => {
  const out = join(freshFolder(), 'out');
  const { talk, home } = await atExport(out);
  const offered = flat(talk.heard());
  expect(offered).toContain('Export. To be written, whole or not at all: 10 files, to ');
  expect(offered).toMatch(/runbook\.md, \d+ KB: for the change board/);
  // Enter alone writes here and nowhere before, so that is the last that is said.
  expect(offered).toMatch(new RegExp(`Enter writes all of it to ${out} Choice: $`));
  const said = flat(await talk.say(''));
  expect(said).toContain(`Written at 21:30 to ${out} runbook.md, `);
  expect(said).toContain('Next: run 1-discover.ps1 on a Front End');
  expect(readFileSync(join(out, 'runbook.md'), 'utf8')).toContain('Contoso');
  expect(onDisk(home).events.at(-1)).toMatchObject({ type: 'exported', files: 10 });
});

it('over an earlier export: how many files are replaced', async () => {
  const out = join(freshFolder(), 'out');
  const { talk } = await atExport(out);
  for (const line of ['1', 'Export']) await talk.say(line);
  expect(flat(await talk.asked())).toContain('Replaced: 10 of 23 Nov, none changed by hand.');
});

describe('where a file was changed by hand', () => {
  async function atClash(): Promise<{ talk: Conversation; changed: string }> {
    const out = join(freshFolder(), 'out');
    const { talk } = await atExport(out);
    await talk.say('1');
    const changed = join(out, 'runbook.md');
    appendFileSync(changed, 'mine');
    await talk.say('Export');
    expect(flat(await talk.asked())).toContain('runbook.md was changed by hand. Nothing would be written.');
    return { talk, changed };
  }

  it('it is named, and nothing is written unless the word for it is typed', async () => {
    const { talk, changed } = await atClash();
    expect(flat(await talk.say('Replace them'))).toContain('What stands in these files now is lost: runbook.md.');
    await talk.say('');
    expect(readFileSync(changed, 'utf8')).toMatch(/mine$/);
    expect(promptIn(await talk.asked())).toBe('Choice:');
  });

  it('with the word it is replaced', async () => {
    const { talk, changed } = await atClash();
    await talk.say('Replace them');
    expect(flat(await talk.say('replace'))).toContain('Written at 21:30 to ');
    expect(readFileSync(changed, 'utf8')).not.toMatch(/mine$/);
  });
});

it('a link is not written through, and nothing forces it', async () => {
  const folder = freshFolder();
  symlinkSync(join(folder, 'elsewhere.md'), join(folder, 'runbook.md'));
  const { talk } = await atExport(folder);
  const said = flat(await talk.asked());
  expect(said).toContain('runbook.md is a link. Nothing would be written. 1: Another folder 2: Back to the steps');
});

it('with something missing nothing is offered but to mend it, and Review leads to the question and back', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  const talk = converse({ home, open: 'contoso' });
  await talk.say('steps');
  expect(flat(await talk.say('Export'))).toMatch(/\d things are wrong or missing, so nothing is exported\. 1: Mend it/);
  expect(flat(await talk.say('1'))).toContain('1: Missing: Deployment, SIP domains.');
  expect(promptIn(await talk.say('1'))).toBe('SIP domains, 1:');
  await talk.say('contoso.com');
  expect(flat(await talk.say(''))).not.toContain('Missing: Deployment, SIP domains.');
});
