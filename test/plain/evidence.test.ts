import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { evidenceFile } from '../state/evidence-file.ts';
import { onDisk } from '../terminal/disk.ts';
import { contoso } from '../terminal/exported.ts';
import { homeWith, rolloutFrom } from '../terminal/homes.ts';
import { type Conversation, converse, promptIn } from './conversation.ts';

const flat = (said: string) => said.replace(/\s+/g, ' ');

/** Contoso, into which evidence of its Front End Server was just taken. */
async function withEvidence(values: object = {}): Promise<{ talk: Conversation; home: string }> {
  const home = await homeWith(rolloutFrom(contoso));
  writeFileSync(join(home, 'evidence.json'), JSON.stringify(evidenceFile(values)));
  const talk = converse({ home });
  for (const line of ['3', join(home, 'evidence.json')]) await talk.say(line);
  return { talk, home };
}

it('goes into its rollout, and the plan tells what was seen', async () => {
  const { talk } = await withEvidence();
  expect(flat(talk.heard())).toContain('Taken in: what was seen on FE01, 3 Nov 2025 14:10. Plan shows it.');
  await talk.say('steps');
  const plan = flat(await talk.say('Plan'));
  expect(plan).toContain('Set against what was seen on FE01, 3 Nov 2025 14:10, ');
  expect(plan).toContain(
    '1: Access Edge configuration: federation. Is changed: AllowFederatedUsers False becomes True. Risk medium',
  );
  expect(plan).toContain('4: Enabling the topology. Is changed: after the changes before it. Risk high');
  expect(flat(await talk.say('1'))).toContain('Seen: Global: AllowFederatedUsers False becomes True.');
  await talk.say('');
  const all = await talk.say('All of them');
  expect(all.split('\n').filter((line) => /(^|[^-])->| [~+=] /.test(line))).toEqual([]);
});

it('keep says what it keeps, and why what was seen there', async () => {
  const { talk } = await withEvidence();
  for (const line of ['steps', 'Access policy', 'Remote users']) await talk.say(line);
  expect(flat(await talk.asked())).toContain('1: keep. As it is on the server now. Now: True, seen 3 Nov 2025.');
  expect(flat(await talk.say('why'))).toMatch(
    /Seen on the server, 3 Nov 2025: .*Site:Redmond not there, in force: True/,
  );
});

it('of a rollout that is not here goes nowhere', async () => {
  const { talk, home } = await withEvidence({ rollout: 'adatum' });
  expect(flat(await talk.asked())).toContain('is evidence of the rollout adatum, which is not here.');
  expect(promptIn(await talk.asked())).toBe('File:');
  expect(onDisk(home).events.some(({ type }) => type === 'evidence-imported')).toBe(false);
});
