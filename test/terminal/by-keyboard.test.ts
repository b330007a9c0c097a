import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { onDisk } from './disk.ts';
import { contoso, expectSameExport, exportOf, readExported } from './exported.ts';
import { beginning, journeyThrough } from './journey.ts';
import { moment, openTerminal } from './terminal.ts';
import { exportInto, perform, startRollout } from './walk.ts';

const today = moment.slice(0, 10);

/** At 80 by 24 the three ways in are held to each other. */
it('goes by keyboard alone from the first key to the export that the answers file gives, at 120 by 40', async () => {
  const home = freshFolder();
  const terminal = openTerminal({ home, columns: 120, rows: 40 });
  await startRollout(terminal, String(contoso['deployment.organisation']));
  const moves = [...journeyThrough(contoso, beginning(contoso), today)];
  for (const move of moves) await perform(terminal, move);
  const out = join(home, 'by-keyboard');
  await exportInto(terminal, out);
  expect(onDisk(home).stated).toEqual(moves.at(-1)?.after);
  expectSameExport(readExported(out), exportOf('contoso', home, join(home, 'by-file')));
}, 120_000);
