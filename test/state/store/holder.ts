/**
 * Another window, as a process of its own. It opens the rollout `id` in `folder` as `how` says, tells what came of it on a
 * line, and does what each line on its input says: `save` once, `run` without end, telling each save when it is done.
 */
import { createInterface } from 'node:readline';
import type { Saved } from '../../../src/model/index.ts';
import { applyEvent, nextPersonId } from '../../../src/state/index.ts';
import { openLibrary } from '../../../src/state/store.ts';

const [folder = '', id = '', how = 'write'] = process.argv.slice(2);
const around = { now: () => new Date().toISOString(), offset: 0, user: 'maria', version: '0.1.0' };
const opened = await openLibrary({ folder, around }).open(id, how === 'take-over' ? 'take-over' : 'write');
const tell = (value: unknown) => new Promise((done) => process.stdout.write(`${JSON.stringify(value)}\n`, done));

let rollout = opened.state === 'open' ? opened.saved.rollout : undefined;

async function save(saved: Saved): Promise<void> {
  if (!rollout) return;
  const count = rollout.events.length;
  const value = `Maria Anders ${count}`;
  rollout = applyEvent(rollout, { at: around.now(), by: 'maria', type: 'answered', field: 'deployment.owner', value });
  const person = { id: nextPersonId(rollout), name: value, situation: 'needs-account', tasks: {} } as const;
  const position = rollout.people.length;
  const added = { type: 'person-changed', person: person.id, position, to: person } as const;
  rollout = applyEvent(rollout, { at: around.now(), by: 'maria', ...added });
  await tell({ events: rollout.events.length, ...saved.save(rollout) });
}

await tell({ state: opened.state });
for await (const line of createInterface(process.stdin)) {
  if (opened.state !== 'open') break;
  if (line === 'close') break;
  do await save(opened.saved);
  while (line === 'run');
}
if (opened.state === 'open') opened.saved.close();
