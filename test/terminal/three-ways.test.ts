import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { turnsThrough } from '../plain/journey.ts';
import { freshFolder } from '../state/around.ts';
import { onDisk } from './disk.ts';
import {
  type ExampleName,
  type Exported,
  exampleNamed,
  exampleNames,
  expectSameExport,
  exportOf,
  readExported,
} from './exported.ts';
import { rolloutFrom } from './homes.ts';
import type { Example, Stated } from './journey/entry.ts';
import { beginning, journeyThrough } from './journey.ts';
import { expectLinesAlone, openPlain } from './plain.ts';
import { moment, openTerminal } from './terminal.ts';
import { exportInto, perform, startRollout } from './walk.ts';

const today = moment.slice(0, 10);

/** What a way of answering came to. */
type Outcome = { stated: Stated; exported: Exported };

async function byKeyboard(name: ExampleName, example: Example): Promise<Outcome> {
  const home = freshFolder();
  const terminal = openTerminal({ home });
  await startRollout(terminal, String(example['deployment.organisation']));
  for (const move of journeyThrough(example, beginning(example), today)) await perform(terminal, move);
  const out = join(home, 'out');
  await exportInto(terminal, out);
  return { stated: onDisk(home, name).stated, exported: readExported(out) };
}

async function byLines(name: ExampleName, example: Example): Promise<Outcome> {
  const home = freshFolder();
  const out = join(home, 'out');
  const columns = 40;
  const { terminal, answer } = openPlain({ home, columns, args: ['--plain', 'new'] });
  const turns = [
    { prompt: 'Organisation:', typed: String(example['deployment.organisation']) },
    ...turnsThrough(example, today),
    // Review, plan and export, where another folder is named and everything written.
    ...['', '', '2'].map((typed) => ({ prompt: 'Choice:', typed })),
    { prompt: 'Export to:', typed: out },
    { prompt: 'Choice:', typed: '' },
  ];
  for (const turn of turns) await answer(turn);
  await answer({ prompt: 'Choice:', typed: 'leave' });
  expect(await terminal.exited).toMatchObject({ code: 130 });
  expectLinesAlone(terminal, columns, [...turns.map(({ typed }) => typed), 'leave']);
  return { stated: onDisk(home, name).stated, exported: readExported(out) };
}

function byFile(name: ExampleName, example: Example): Outcome {
  const home = freshFolder();
  const { answers, tasks, people } = rolloutFrom(example);
  return { stated: { answers, tasks, people }, exported: exportOf(name, home, join(home, 'out')) };
}

describe.each(exampleNames)('%s', (name) => {
  const example = exampleNamed(name);

  it.each([
    ['by keyboard, on full screens', byKeyboard],
    ['line by line, in 40 columns, without one sequence that steers', byLines],
  ])(
    '%s: the same answers, tasks and people, and the same export, as from its file',
    async (_, way) => {
      const { stated, exported } = await way(name, example);
      const file = byFile(name, example);
      expect(stated).toEqual(file.stated);
      expectSameExport(exported, file.exported);
    },
    120_000,
  );
});
