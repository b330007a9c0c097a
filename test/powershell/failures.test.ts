import { cpSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { products } from '../../src/facts/index.ts';
import type { Product } from '../../src/model/index.ts';
import { type Run, sorted, useBench } from './bench.ts';
import { type Engine, hasDotnet, type RunOptions, type Store, startEngine } from './engine.ts';
import { rollbackFor, scriptFor } from './scripts.ts';
import { answersFor, plain, type ScopeName, scopes, servers } from './servers.ts';

const limit = 180_000;
const force = { Force: true, AcceptHighRisk: true };
const targets = ['in-force', 'new-copy', 'leave'] as const;

type Case = { product: Product; scope: ScopeName; target: (typeof targets)[number]; server: string };

/** Each product and scope, on a server each: between them every kind of change and every server. */
const names = Object.keys(servers).filter((name) => name !== 'before cumulative update 5');
const cases: readonly Case[] = [
  ...products.flatMap((product, p) =>
    scopes.map((scope, s): Case => {
      const n = p * scopes.length + s;
      return { product, scope, target: targets[(p + s) % 3] ?? never(), server: names[n % names.length] ?? never() };
    }),
  ),
  { product: 'lync-2013', scope: 'site', target: 'new-copy', server: 'before cumulative update 5' },
];

describe.skipIf(!hasDotnet()).each(cases)('$product for $scope, client policy $target, $server', (one) => {
  const turn = cases.indexOf(one);
  const bench = useBench();
  const answers = { ...answersFor(one.product, one.scope), 'client-policy.target': one.target };
  const before = (servers[one.server] ?? never())(plain(one.product));
  const apply = (options: Partial<RunOptions> & { folder?: string; apart?: Engine } = {}) =>
    bench.run(scriptFor(answers), { store: before, args: force, ...options });
  const again = ({ store, folder }: Run) => apply({ store, folder });
  const rollback = ({ store, folder }: Pick<Run, 'store' | 'folder'>, options: Partial<RunOptions> = {}) =>
    bench.run(rollbackFor(answers), { name: '4-rollback.ps1', store, folder, args: force, ...options });
  const isAsBefore = (run: Run) => {
    expect(run, run.text).toMatchObject({ exitCode: 0, terminated: null });
    expect(sorted(run.store)).toEqual(sorted(before));
  };
  const isAsWanted = (run: Run, wanted: Store) => {
    expect(run, run.text).toMatchObject({ exitCode: 0, terminated: null });
    expect(sorted(run.store)).toEqual(sorted(wanted));
  };
  const goesOn = async (ended: Run) => {
    expect(ended.ended).toBe(true);
    const next = await again(ended);
    isAsWanted(next, whole.store);
    isAsBefore(await rollback(next));
  };
  /** The server as a whole run leaves it, with a folder of one's own of what that run wrote. */
  const applied = (made: Run) => {
    const folder = bench.folder();
    cpSync(made.folder, folder, { recursive: true });
    return { store: made.store, folder };
  };

  let whole: Run;
  beforeAll(async () => {
    whole = await apply();
  });

  it(
    'whichever changing call of apply fails: as before after a rollback, as wanted after another run',
    async () => {
      await eachCall(whole, async (failAt) => {
        const failed = await apply({ failAt });
        expect(failed.exitCode).toBe(5);
        const copy = applied(failed);
        isAsBefore(await rollback(failed));
        isAsWanted(await apply(copy), whole.store);
      });
    },
    limit,
  );

  it(
    'wherever apply is cut off: as wanted after another run, and the first values before are still there',
    async () => {
      await eachCall(whole, async (call) => {
        await goesOn(await apply({ endAt: { call, made: call % 2 === 1 } }));
      });
    },
    limit,
  );

  if (isKilled(turn)) {
    it('killed with its whole process: the same', async () => {
      const apart = await startEngine();
      const call = 1 + (turn % whole.changed.length);
      await goesOn(await apply({ apart, endAt: { call, made: turn % 2 === 0, process: true } }));
      await apart.stop();
    });
  }

  it(
    'whichever changing call of a rollback fails, or cuts it off, by turns: as before after another one',
    async () => {
      await eachCall(await rollback(applied(whole)), async (call) => {
        const isCut = (call + turn) % 2 === 0;
        const begun = await rollback(
          applied(whole),
          isCut ? { endAt: { call, made: turn % 2 === 0 } } : { failAt: call },
        );
        expect(begun.ended).toBe(isCut);
        if (!isCut) {
          expect(begun, begun.text).toMatchObject({ exitCode: 5, terminated: null });
          expect(begun.text).toMatch(/^Not taken back: .*could not be completed/m);
        }
        isAsBefore(await rollback(begun));
      });
    },
    limit,
  );
});

/** One case for each product, the scopes in turn. */
function isKilled(turn: number): boolean {
  const product = Math.floor(turn / scopes.length);
  return product < products.length && turn % scopes.length === product % scopes.length;
}

/** Does this for the number of each changing call of a run in which nothing went wrong. */
async function eachCall(whole: Run, check: (call: number) => Promise<void>): Promise<void> {
  expect(whole, whole.text).toMatchObject({ exitCode: 0 });
  expect(whole.changed.length).toBeGreaterThan(2);
  for (const [i] of whole.changed.entries()) await check(i + 1);
}

function never(): never {
  throw new Error('no such server');
}
