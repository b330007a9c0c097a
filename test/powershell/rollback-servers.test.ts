import { describe, expect, it } from 'vitest';
import { products } from '../../src/facts/index.ts';
import { sorted, useBench } from './bench.ts';
import { hasDotnet } from './engine.ts';
import { rollbackFor, scriptFor } from './scripts.ts';
import { answersFor, plain, scopes, servers } from './servers.ts';

const force = { Force: true, AcceptHighRisk: true };

const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);

/** Every server with two products, by the seed; the scopes go round, so that each meets each product and each server. */
const rounds = Object.entries(servers).flatMap(([server, prepare], i) =>
  [0, 1].map((j) => ({
    server,
    prepare,
    product: products[(seed + 2 * i + j) % products.length] ?? 'lync-2013',
    scope: scopes[(seed + i + j) % scopes.length] ?? 'site',
  })),
);

describe.skipIf(!hasDotnet())(`a server, seed ${seed},`, () => {
  const bench = useBench();

  it.each(rounds)(
    'of $product, $server, changed for $scope, is as before after the rollback',
    async ({ prepare, product, scope }) => {
      const before = prepare(plain(product));
      const answers = answersFor(product, scope);
      const made = await bench.run(scriptFor(answers), { store: before, args: force });
      expect(made, made.text).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
      expect(made.changed).not.toEqual([]);
      const back = await bench.run(rollbackFor(answers), {
        name: '4-rollback.ps1',
        store: made.store,
        folder: made.folder,
        args: force,
      });
      expect(back, back.text).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
      expect(sorted(back.store)).toEqual(sorted(before));
    },
  );
});
