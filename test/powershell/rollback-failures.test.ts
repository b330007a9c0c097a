import { describe, expect, it } from 'vitest';
import type { Product } from '../../src/model/index.ts';
import { type Bench, sorted, useBench } from './bench.ts';
import { hasDotnet, type RunOptions, type Store } from './engine.ts';
import { rollbackFor, scriptFor } from './scripts.ts';
import { answersFor, plain, type ScopeName, servers } from './servers.ts';

const limit = 180_000;
const force = { Force: true, AcceptHighRisk: true };

/** Between them every kind of change and of setting back, with as many calls as there are changes. */
const cases: readonly { product: Product; scope: ScopeName; server: string }[] = [
  { product: 'lync-2013', scope: 'site', server: 'whose sites have policies with other flags' },
  { product: 'lync-2010', scope: 'user', server: 'with a user who has other policies' },
  { product: 'sfb-2019', scope: 'user', server: 'with our name at another proxy, and our proxy at another name' },
  { product: 'sfb-2015', scope: 'global', server: 'whose provider is switched off' },
];

describe.skipIf(!hasDotnet()).each(cases)('$product for $scope, $server', ({ product, scope, server }) => {
  const bench = useBench();
  const answers = answersFor(product, scope);
  const before = (servers[server] ?? never)(plain(product));
  const apply = (options: Partial<RunOptions> = {}) =>
    bench.run(scriptFor(answers), { store: before, args: force, ...options });
  const rollback = (folder: string, store: Store, options: Partial<RunOptions> = {}) =>
    bench.run(rollbackFor(answers), { name: '4-rollback.ps1', store, folder, args: force, ...options });

  it(
    'is as before after a rollback, whichever changing call of apply failed',
    async () => {
      await eachCall(apply, async (failAt) => {
        const failed = await apply({ failAt });
        expect(failed.exitCode).toBe(5);
        const back = await rollback(failed.folder, failed.store);
        expect(back, back.text).toMatchObject({ exitCode: 0, terminated: null });
        expect(sorted(back.store)).toEqual(sorted(before));
      });
    },
    limit,
  );

  it(
    'is as before after a second rollback, whichever changing call of the first one failed',
    async () => {
      const made = await apply();
      await eachCall(
        async () => rollback((await apply()).folder, made.store),
        async (failAt) => {
          const { folder } = await apply();
          const failed = await rollback(folder, made.store, { failAt });
          expect(failed, failed.text).toMatchObject({ exitCode: 5, terminated: null });
          expect(failed.text).toMatch(/^Not taken back: .*could not be completed/m);
          const again = await rollback(folder, failed.store);
          expect(again, again.text).toMatchObject({ exitCode: 0 });
          expect(sorted(again.store)).toEqual(sorted(before));
        },
      );
    },
    limit,
  );

  it(
    'is as before after a second rollback, wherever the first one was cut off',
    async () => {
      const made = await apply();
      await eachCall(
        async () => rollback((await apply()).folder, made.store),
        async (call) => {
          const { folder } = await apply();
          const ended = await rollback(folder, made.store, { endAt: { call, made: call % 2 === 0 } });
          expect(ended.ended).toBe(true);
          const again = await rollback(folder, ended.store);
          expect(again, again.text).toMatchObject({ exitCode: 0 });
          expect(sorted(again.store)).toEqual(sorted(before));
        },
      );
    },
    limit,
  );

  it(
    'is as before after a rollback, wherever apply was cut off',
    async () => {
      await eachCall(apply, async (call) => {
        const ended = await apply({ endAt: { call, made: call % 2 === 1 } });
        expect(ended.ended).toBe(true);
        const back = await rollback(ended.folder, ended.store);
        expect(back, back.text).toMatchObject({ exitCode: 0 });
        expect(sorted(back.store)).toEqual(sorted(before));
      });
    },
    limit,
  );
});

/** Does this for the number of each changing call that a run makes where nothing goes wrong. */
async function eachCall(run: () => ReturnType<Bench['run']>, check: (call: number) => Promise<void>): Promise<void> {
  const { changed } = await run();
  expect(changed.length).toBeGreaterThan(2);
  for (const [i] of changed.entries()) await check(i + 1);
}

function never(): never {
  throw new Error('no such server');
}
