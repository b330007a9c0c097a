import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { evidenceFile } from '../state/evidence-file.ts';
import { onDisk } from '../terminal/disk.ts';
import { contoso } from '../terminal/exported.ts';
import { homeWith, rolloutFrom } from '../terminal/homes.ts';
import { converse } from './conversation.ts';

const flat = (said: string) => said.replace(/\s+/g, ' ');

/** A file of evidence, as a script leaves one. */
function written(values: object = {}): string {
  const path = join(freshFolder(), 'evidence-FE01.json');
  writeFileSync(path, JSON.stringify(evidenceFile(values)));
  return path;
}

describe('evidence in plain lines', () => {
  it('is handed over at home, goes into its rollout, and the plan tells it', async () => {
    const home = await homeWith(rolloutFrom(contoso));
    const talk = converse({ home });
    await talk.say('Open an answers file or an exported rollout');
    const said = flat(await talk.say(written()));
    expect(said).toContain('Taken in: what was seen on FE01, 3 Nov 2025 14:10. Plan shows it.');
    expect(onDisk(home).events.at(-1)).toMatchObject({ type: 'evidence-imported', evidence: { computer: 'FE01' } });
    for (const line of ['', '', 'steps']) await talk.say(line);
    const plan = flat(await talk.say('Plan'));
    expect(plan).toContain('Plan: 7 changes, 1 as wanted.');
    expect(plan).toContain('Set against what was seen on FE01, 3 Nov 2025 14:10; the script looks again first.');
    expect(plan).toContain('Is changed, risk medium. AllowFederatedUsers False -> True');
    expect(flat(await talk.say('1'))).toContain('Seen: ~ Global: AllowFederatedUsers False -> True');
  });

  it('of a rollout that is not here is not taken', async () => {
    const home = await homeWith(rolloutFrom(contoso));
    const talk = converse({ home });
    await talk.say('Open an answers file or an exported rollout');
    expect(flat(await talk.say(written({ rollout: 'adatum' })))).toContain(
      'is evidence of the rollout adatum, which is not here.',
    );
  });
});
