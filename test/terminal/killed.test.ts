import { cpSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fieldById, taskById } from '../../src/steps/index.ts';
import { freshFolder } from '../state/around.ts';
import { onDisk } from './disk.ts';
import { contoso, expectSameExport, exportOf, readExported } from './exported.ts';
import { handsOn } from './hands.ts';
import type { Move, Stated } from './journey/entry.ts';
import { beginning, journeyThrough } from './journey.ts';
import { keys } from './keys.ts';
import { goOnAt } from './reopen.ts';
import { moment, openTerminal, type Terminal } from './terminal.ts';
import { exportInto, isAt, perform, startRollout, towards } from './walk.ts';

const today = moment.slice(0, 10);
const begun = beginning(contoso);
const moves = [...journeyThrough(contoso, begun, today)];

/** Moves after which something is kept that was not, but for the last one, behind which nothing is asked. */
const accepting = moves.slice(0, -1).filter((move, i) => move.after !== (moves[i - 1]?.after ?? begun));

/** Where it is really killed: once for each sort of answer, and wherever the seed says. */
const seed = Number(process.env.KILLED_SEED ?? Date.now() % 1e6);
const [drawn = []] = fc.sample(fc.subarray(accepting, { minLength: 6, maxLength: 6 }), { seed, numRuns: 1 });
const firsts = [...Map.groupBy(accepting, sortOf).values()].flatMap(([first]) => first ?? []);
const killedAfter = new Set([...firsts, ...drawn]);

/** What was accepted with a move, what follows it, and where all that was on the disk then lies. */
type Left = { home: string; last: Move | undefined; next: Move; stated: Stated };

it(`loses nothing that was accepted, and goes on where it was, wherever it is killed (KILLED_SEED=${seed})`, async () => {
  const home = freshFolder();
  let terminal = openTerminal({ home });
  await startRollout(terminal, String(contoso['deployment.organisation']));
  let left: Left[] = [];
  let checked = 0;
  /** What is on the disk when the screen shows that an answer was accepted is all that a kill leaves. */
  const keep = (last: Move | undefined, stated: Stated, next: Move) => {
    const copy = freshFolder();
    cpSync(join(home, 'rollouts'), join(copy, 'rollouts'), { recursive: true });
    expect(onDisk(copy).stated, last?.name).toEqual(stated);
    left.push({ home: copy, last, next, stated });
  };
  /** Whoever held the locks that lie in the copies is dead from here on. */
  const kill = async () => {
    const now = onDisk(home);
    await killed(terminal);
    expect(onDisk(home)).toEqual(now);
    for (const one of left) await goOnIn(one);
    checked += left.length;
    left = [];
  };

  const [first] = moves;
  if (!first) throw new Error('Nothing is asked.');
  await isAt(terminal, first);
  keep(undefined, begun, first);
  for (const [i, move] of moves.entries()) {
    await perform(terminal, move);
    const next = moves[i + 1];
    if (!next) break;
    await isAt(terminal, next);
    if (!accepting.includes(move)) continue;
    keep(move, move.after, next);
    if (!killedAfter.has(move)) continue;
    await kill();
    terminal = openTerminal({ home, args: ['open', 'contoso'] });
    await towards(next, goOnAt(terminal, next, move, { stated: move.after, today }));
  }
  const out = join(home, 'in-the-end');
  await exportInto(terminal, out);
  await kill();
  expect(checked).toBe(accepting.length + 1);
  expect(checked).toBeGreaterThan(100);
  expectSameExport(readExported(out), exportOf('contoso', home, join(home, 'by-file')));
}, 120_000);

async function killed(terminal: Terminal): Promise<void> {
  terminal.kill('SIGKILL');
  expect(await terminal.exited).toMatchObject({ signal: 9 });
}

/** Opens what a kill left, where nobody is asked about the lock, and goes on as a person would. */
async function goOnIn({ home, last, next, stated }: Left): Promise<void> {
  const hands = await handsOn({ home, open: 'contoso' });
  await towards(next, goOnAt(hands, next, last, { stated, today }));
  expect(onDisk(home).stated).toEqual(stated);
  hands.send(keys.ctrl('c'));
}

/** The sort of answer that a move gives. */
function sortOf({ where, line }: Move): string {
  if (where.person !== undefined) return taskById(line) ? 'task of a person' : 'person';
  return fieldById(line)?.kind.form ?? 'task';
}
