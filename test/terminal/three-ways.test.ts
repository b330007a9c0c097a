import { join } from 'node:path';
import { expect, it } from 'vitest';
import { turnsThrough } from '../plain/journey.ts';
import { freshFolder } from '../state/around.ts';
import { onDisk } from './disk.ts';
import { contoso, type ExampleName, exampleNamed, expectSameExport, exportOf, readExported } from './exported.ts';
import { handsOn } from './hands.ts';
import { rolloutFrom } from './homes.ts';
import { beginning, journeyThrough } from './journey.ts';
import { expectLinesAlone, openPlain } from './plain.ts';
import { type Hands, moment, openTerminal } from './terminal.ts';
import { exportInto, perform, startRollout } from './walk.ts';

const today = moment.slice(0, 10);

/** From the first key to the export. */
async function byKeyboard(hands: Hands, name: ExampleName, out: string): Promise<void> {
  const example = exampleNamed(name);
  await startRollout(hands, String(example['deployment.organisation']));
  for (const move of journeyThrough(example, beginning(example), today)) await perform(hands, move);
  await exportInto(hands, out);
}

/** What is kept in a home is what the answers file states, and so is what was exported. */
function expectAsFromFile(home: string, name: ExampleName, out: string): void {
  const { answers, tasks, people } = rolloutFrom(exampleNamed(name));
  expect(onDisk(home, name).stated).toEqual({ answers, tasks, people });
  expectSameExport(readExported(out), exportOf(name, home, join(home, 'by-file')));
}

/** At 80 by 24 it is gone this way by who is killed on it. */
it('by keyboard, in a window of 120 by 40', async () => {
  const home = freshFolder();
  const out = join(home, 'out');
  await byKeyboard(openTerminal({ home, columns: 120, rows: 40 }), 'contoso', out);
  expectAsFromFile(home, 'contoso', out);
}, 120_000);

it.each(['fabrikam', 'adatum-lab'] as const)('by keyboard, without a terminal: %s', async (name) => {
  const home = freshFolder();
  const out = join(home, 'out');
  await byKeyboard(await handsOn({ home }), name, out);
  expectAsFromFile(home, name, out);
});

it('line by line, in 40 columns, without one sequence that steers', async () => {
  const home = freshFolder();
  const out = join(home, 'out');
  const columns = 40;
  const { terminal, answer } = openPlain({ home, columns, args: ['--plain', 'new'] });
  const turns = [
    { prompt: 'Organisation:', typed: String(contoso['deployment.organisation']) },
    ...turnsThrough(contoso, today),
    // Review, plan and export, where another folder is named and everything written.
    ...['', '', '2'].map((typed) => ({ prompt: 'Choice:', typed })),
    { prompt: 'Export to:', typed: out },
    { prompt: 'Choice:', typed: '' },
  ];
  for (const turn of turns) await answer(turn);
  await answer({ prompt: 'Choice:', typed: 'leave' });
  expect(await terminal.exited).toMatchObject({ code: 130 });
  expectLinesAlone(terminal.bytes(), columns, [...turns.map(({ typed }) => typed), 'leave']);
  expectAsFromFile(home, 'contoso', out);
}, 120_000);
