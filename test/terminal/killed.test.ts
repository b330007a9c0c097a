import { join } from 'node:path';
import { expect, it } from 'vitest';
import { rolloutFromAnswers } from '../../src/state/index.ts';
import { freshFolder } from '../state/around.ts';
import { onDisk } from './disk.ts';
import { contoso, expectSameExport, exportOf, readExported } from './exported.ts';
import { keepIn } from './homes.ts';
import type { Move, Stated } from './journey/entry.ts';
import { beginning, journeyThrough } from './journey.ts';
import { keys } from './keys.ts';
import { goOnAt } from './reopen.ts';
import { onFocus } from './screen.ts';
import { moment, openTerminal, type Terminal } from './terminal.ts';
import { exportInto, isAt, perform, startRollout, towards } from './walk.ts';

const today = moment.slice(0, 10);
const begun = beginning(contoso);
const moves = [...journeyThrough(contoso, begun, today)];

it('loses nothing that was accepted: killed after each answer, gone on where it opens again', async () => {
  // Two at once, since most of the time goes into starting again: each goes its half of the way.
  const half = Math.floor(moves.length / 2);
  const kills = await Promise.all([walkKilled(0, half), walkKilled(half, moves.length)]);
  expect(kills[0] + kills[1]).toBeGreaterThan(100);
}, 600_000);

/** From before a move to before another, or into the export; how often it was killed on the way. */
async function walkKilled(from: number, to: number): Promise<number> {
  const home = freshFolder();
  await compiledOnce(home);
  let stated = statedBefore(from);
  let last: Move | undefined;
  let terminal = await openBefore(from, home);
  let killed = 0;
  const reopened = async (next: Move, name: string) => {
    terminal = await killedAndOpened(terminal, home, stated, name);
    await towards(next, goOnAt(terminal, next, last, { stated, today }));
    killed++;
  };

  await reopened(moveAt(from), 'the beginning');
  for (const [i, move] of moves.slice(from, to).entries()) {
    await perform(terminal, move);
    const next = moves[from + i + 1];
    if (!next) break;
    await isAt(terminal, next);
    const accepted = move.after !== stated;
    [last, stated] = [move, move.after];
    if (accepted) await reopened(next, move.name);
  }
  if (to < moves.length) return killed;
  const out = join(home, 'in-the-end');
  await exportInto(terminal, out);
  expectSameExport(readExported(out), exportOf('contoso', home, join(home, 'by-file')));
  return killed;
}

/** The program before a move: at the first page of a rollout that is begun there, or in one that holds what comes before. */
async function openBefore(move: number, home: string): Promise<Terminal> {
  if (move > 0) await keepIn(home, rolloutFromAnswers(statedBefore(move), { id: 'contoso', at: moment, by: 'ana' }));
  const terminal = openTerminal({ home, args: move > 0 ? ['open', 'contoso'] : [] });
  if (move === 0) await startRollout(terminal, String(contoso['deployment.organisation']));
  await terminal.until(([head = '']) => head.includes(' saved '));
  return terminal;
}

function statedBefore(move: number): Stated {
  return moves[move - 1]?.after ?? begun;
}

function moveAt(i: number): Move {
  const move = moves[i];
  if (!move) throw new Error('Nothing is asked.');
  return move;
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
