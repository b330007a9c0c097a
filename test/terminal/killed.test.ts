import { join } from 'node:path';
import { expect, it } from 'vitest';
import { freshFolder } from '../state/around.ts';
import { onDisk } from './disk.ts';
import { contoso, expectSameExport, exportOfContoso, readExported } from './exported.ts';
import type { Move, Stated } from './journey/entry.ts';
import { beginning, journeyThrough } from './journey.ts';
import { keys } from './keys.ts';
import { goOnAt } from './reopen.ts';
import { onFocus } from './screen.ts';
import { moment, openTerminal, type Terminal } from './terminal.ts';
import { exportInto, isAt, perform, startRollout, towards } from './walk.ts';

const today = moment.slice(0, 10);
const begun = beginning(contoso);
const [first, ...moves] = journeyThrough(contoso, begun, today);

it('loses nothing that was accepted: killed after each answer, gone on where it opens again', async () => {
  // Two at once, since most of the time goes into starting again: each is killed in its half of the way.
  const half = Math.floor(moves.length / 2);
  const kills = await Promise.all([walkKilled((i) => i < half), walkKilled((i) => i >= half)]);
  expect(kills[0] + kills[1]).toBeGreaterThan(100);
}, 600_000);

/** The whole way to the export, killed where `kills` says so; how often that was. */
async function walkKilled(kills: (i: number) => boolean): Promise<number> {
  const home = freshFolder();
  await compiledOnce(home);
  let terminal = openTerminal({ home });
  await startRollout(terminal, String(contoso['deployment.organisation']));
  let killed = 0;
  let last: Move | undefined;
  let stated = begun;
  const reopened = async (next: Move, name: string) => {
    terminal = await killedAndOpened(terminal, home, stated, name);
    await towards(next, goOnAt(terminal, next, last, { stated, today }));
    killed++;
  };

  let move = firstMove();
  await isAt(terminal, move);
  if (kills(-1)) await reopened(move, 'the beginning');
  for (const [i, next] of moves.entries()) {
    await perform(terminal, move);
    await isAt(terminal, next);
    const accepted = move.after !== stated;
    [last, stated] = [move, move.after];
    if (accepted && kills(i)) await reopened(next, move.name);
    move = next;
  }
  await perform(terminal, move);
  const out = join(home, 'in-the-end');
  await exportInto(terminal, out);
  expectSameExport(readExported(out), exportOfContoso(home, join(home, 'by-file')));
  return killed;
}

function firstMove(): Move {
  if (!first) throw new Error('Nothing is asked.');
  return first;
}

/** Kills it as soon as the screen shows that an answer was accepted: what is on the disk then is all that is left. */
async function killedAndOpened(terminal: Terminal, home: string, accepted: Stated, name: string): Promise<Terminal> {
  terminal.kill('SIGKILL');
  await terminal.exited;
  expect(onDisk(home).stated, name).toEqual(accepted);
  return openTerminal({ home, args: ['open', 'contoso'] });
}

/** Node keeps what it compiled when a program ends, not when it is killed: every start would be a first one. */
async function compiledOnce(home: string): Promise<void> {
  const terminal = openTerminal({ home });
  await terminal.until(onFocus(() => true));
  terminal.send(keys.ctrl('c'));
  await terminal.exited;
}
