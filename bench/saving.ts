import { renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event, Rollout } from '../src/model/index.ts';
import { applyEvent } from '../src/state/index.ts';
import { inTurns, percentile, timed } from './measure.ts';
import { around, contosoWith, kept } from './rollouts.ts';
import type { Row } from './table.ts';

/** So many that the hundredth part of them is more than one. */
const saves = 200;

/** What it costs to save, with 10,000 people, beside writing the bytes that changed by themselves. */
export async function savingRows(folder: string): Promise<readonly Row[]> {
  return [
    await savingRow('save of an answer, p99', 20, join(folder, 'answers'), 'rollout', (n) => ({
      type: 'answered',
      field: 'deployment.owner',
      value: n % 2 ? 'Maria Anders' : 'Thomas Hardy',
    })),
    await savingRow("save of one person's task, p99", 50, join(folder, 'tasks'), 'people', (n) => ({
      type: 'task-moved',
      task: 'contacts.presence',
      person: `p${5000 + n}`,
      to: { state: 'done', at: '2026-11-23' },
    })),
  ];
}

type Happening = Extract<Event, { type: 'answered' | 'task-moved' }> extends infer E ? Omit<E, 'at' | 'by'> : never;

async function savingRow(
  what: string,
  atMost: number,
  folder: string,
  part: 'rollout' | 'people',
  happening: (n: number) => Happening,
): Promise<Row> {
  const saved = await kept(folder, contosoWith(10_000));
  let { rollout } = saved;
  let n = 0;
  const costs = await inTurns(saves, {
    reference: () => {
      const text = textOf(rollout, part);
      return timed(() => writeWhole(join(folder, 'bytes'), text));
    },
    ours: () => {
      const event = { at: around.now(), by: around.user, ...happening(++n) } as Event;
      return timed(() => {
        rollout = applyEvent(rollout, event);
        const done = saved.save(rollout);
        if (!('saved' in done)) throw new Error(JSON.stringify(done));
      });
    },
  });
  saved.close();
  const reference = { what: 'writing those bytes', cost: percentile(costs.reference, 0.99) };
  return {
    what: `${what}, 10,000 people`,
    ours: percentile(costs.ours, 0.99),
    unit: 'ms',
    reference,
    goal: { atMost },
  };
}

function textOf({ people, ...rollout }: Rollout, part: 'rollout' | 'people'): string {
  return JSON.stringify(part === 'people' ? people : rollout);
}

function writeWhole(path: string, text: string): void {
  writeFileSync(`${path}.new`, text);
  renameSync(`${path}.new`, path);
}
