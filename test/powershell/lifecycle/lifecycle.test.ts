import { describe, expect, it } from 'vitest';
import { exportFiles } from '../../../src/export/index.ts';
import { products } from '../../../src/facts/index.ts';
import { readGiven } from '../../../src/state/index.ts';
import { sorted, useBench } from '../bench.ts';
import { hasDotnet, type RunOptions, type Store } from '../engine.ts';
import { plain, scopes, servers, users } from '../servers.ts';
import { pairwise } from './pairs.ts';
import { type Decided, sites, wantedOf } from './wanted.ts';

const moment = '2026-11-23T21:30:00.000Z';
const seed = Number(process.env.FC_SEED ?? Date.now() % 2 ** 31);
const force = { Force: true, AcceptHighRisk: true };

const keep = [true, false, 'keep'] as const;
const yesNo = [true, false] as const;
const choices = {
  product: products,
  scope: scopes,
  target: ['in-force', 'new-copy', 'leave'],
  federated: keep,
  publicUsers: yesNo,
  audioVideo: yesNo,
  remote: keep,
  xmpp: keep,
  discovery: keep,
  enabled: yesNo,
  level: ['product-default', 'AlwaysUnverifiable', 'level-2'],
  decorate: yesNo,
  skypeNames: yesNo,
  notify: yesNo,
  mayStart: yesNo,
} as const;

/** Each scope for each product, the rest spread over them so that every two values meet. */
const given = products.flatMap((product) => scopes.map((scope) => ({ product, scope })));
const decisions: readonly Decided[] = pairwise(choices, { seed, given });

/** The servers for these decisions: each one meets each scope of each product, in turn with decisions for the same two. */
function serversFor(decided: Decided) {
  const alike = decisions.filter(({ product, scope }) => product === decided.product && scope === decided.scope);
  return Object.entries(servers)
    .filter(([name]) => name !== 'before cumulative update 5' || decided.product === 'lync-2013')
    .filter((_, i) => alike[i % alike.length] === decided);
}

/** The scripts that an export of these answers has. */
function scriptsFor(decided: Decided): ReadonlyMap<string, string> {
  const later = decided.product.startsWith('sfb');
  const scoped = {
    site: { sites: [...sites] },
    user: { users: [...users] },
    global: {},
  }[decided.scope];
  const under = (step: string, values: object) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [`${step}.${name}`, value]));
  const answers = {
    'deployment.organisation': 'Contoso',
    'deployment.product': decided.product,
    'deployment.sip-domains': ['contoso.com'],
    'edge.pools': [{ name: 'sip.contoso.com' }],
    'edge.partner-discovery': decided.discovery,
    ...under('access-policy', {
      scope: decided.scope,
      ...scoped,
      'federated-users': decided.federated,
      'public-users': decided.publicUsers,
      'public-audio-video': decided.audioVideo,
      'remote-users': decided.remote,
      xmpp: decided.xmpp,
    }),
    ...under('skype-provider', {
      enabled: decided.enabled,
      verification: decided.level,
      decorate: decided.decorate,
      ...(later ? { 'id-routing': decided.skypeNames } : {}),
    }),
    ...under('client-policy', { target: decided.target, notify: decided.notify, 'may-start': decided.mayStart }),
    'accounts.one-way-understood': true,
  };
  const given = readGiven(Buffer.from(JSON.stringify(answers)), { now: moment, offset: 0, by: 'ana' });
  if (given.state !== 'read') throw new Error(JSON.stringify(given));
  const files = exportFiles(given.rollout, { now: () => moment, offset: 0, user: 'ana', version: '0.1.0' });
  return new Map(files.filter(({ path }) => path.endsWith('.ps1')).map(({ path, text }) => [path, text]));
}

/** The server that a script runs on, and the folder of what ran there before. */
type On = { store: Store; folder?: string };

describe.skipIf(!hasDotnet()).each(decisions)(
  `a rollout on $product for $scope, client policy $target, seed ${seed}`,
  (decided) => {
    const bench = useBench();
    const scripts = scriptsFor(decided);
    const run = (name: string, { store, folder }: On, options: Partial<RunOptions> = { args: force }) =>
      bench.run(scripts.get(`scripts/${name}`) ?? '', { name, store, ...(folder ? { folder } : {}), ...options });

    it.each(serversFor(decided))('%s', async (_, made) => {
      const before = made(plain(decided.product));
      const wanted = wantedOf(before, decided);
      if (decided.scope === 'site') {
        const seen = await run('1-discover.ps1', { store: before }, {});
        expect(seen).toMatchObject({ exitCode: 0, terminated: null, changed: [], store: before });
      }
      const shown = await run('2-apply.ps1', { store: before }, { args: { WhatIf: true } });
      expect(shown).toMatchObject({ changed: [], store: before, files: [] });
      const first = await run('2-apply.ps1', { store: before });
      if (wanted === 'stop') {
        expect([shown.exitCode, first.exitCode]).toEqual([4, 4]);
        expect(first).toMatchObject({ changed: [], store: before });
        return;
      }
      expect(shown, shown.text).toMatchObject({ exitCode: 0, terminated: null });
      expect(first, first.text).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
      expect(sorted(first.store)).toEqual(wanted);
      const verified = await run('3-verify.ps1', first, {});
      expect(verified, verified.text).toMatchObject({ exitCode: 0, terminated: null, changed: [], store: first.store });
      const again = await run('2-apply.ps1', first);
      expect(again).toMatchObject({ exitCode: 0, changed: [], store: first.store });
      const back = await run('4-rollback.ps1', first);
      expect(back, back.text).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
      expect(sorted(back.store)).toEqual(sorted(before));
    });
  },
);
