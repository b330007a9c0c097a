import { expect, it } from 'vitest';
import type { Library, Saved } from '../../src/model/index.ts';
import { onDisk } from '../terminal/disk.ts';
import { contosoWith, homeWith, rolloutFrom } from '../terminal/homes.ts';
import { converse } from './conversation.ts';

const flat = (said: string) => said.replace(/\s+/g, ' ');

/** A library of which rollouts cannot be written as long as the disk is full. */
function onDiskThat(isFull: () => boolean) {
  const heldBack = (saved: Saved): Saved => ({
    ...saved,
    save: (rollout) => (isFull() ? { failed: 'The disk is full (ENOSPC).' } : saved.save(rollout)),
  });
  return (library: Library): Library => ({
    ...library,
    async open(id, how) {
      const opened = await library.open(id, how);
      return opened.state === 'open' ? { ...opened, saved: heldBack(opened.saved) } : opened;
    },
  });
}

it('what cannot be saved is said at once, kept, and saved with the next answer once it can be', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  let full = true;
  const talk = converse({ home, open: 'contoso', library: onDiskThat(() => full) });
  expect(flat(await talk.say('yes'))).toContain(
    'Noted: yes. Not saved since 21:30: The disk is full (ENOSPC). It is tried again.',
  );
  expect(onDisk(home).stated.answers).not.toHaveProperty('deployment.cu5');
  full = false;
  expect(flat(await talk.say('contoso.com'))).toContain('Noted: contoso.com. Saved again, at 21:30.');
  expect(onDisk(home).stated.answers).toMatchObject({
    'deployment.cu5': 'yes',
    'deployment.sip-domains': ['contoso.com'],
  });
});

it('left before it could be saved: it says so', async () => {
  const home = await homeWith(rolloutFrom(contosoWith('deployment.organisation', 'deployment.product')));
  const talk = converse({ home, open: 'contoso', library: onDiskThat(() => true) });
  for (const line of ['yes', 'leave']) await talk.say(line);
  await talk.left;
  expect(flat(talk.heard())).toContain('Contoso is not saved since 21:30: The disk is full (ENOSPC).');
});
