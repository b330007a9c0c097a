import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { no, undoOf, useBench, yes } from './bench.ts';
import { asInstalled, hasDotnet, type Store } from './engine.ts';
import { contosoAnswers, scriptFor } from './scripts.ts';

const pools = [
  { name: 'sip.contoso.com', internal: 'edge01.contoso.local' },
  { name: 'sip2.contoso.com', internal: 'edge02.contoso.local' },
];
const routes = [
  { site: 'Redmond', pool: 'edge02.contoso.local' },
  { site: 'Dublin office', pool: 'edge02.contoso.local' },
];
const answers = { ...contosoAnswers, 'client-policy.target': 'leave', 'edge.pools': pools };
const withRoutes = (listed: readonly object[]) => scriptFor({ ...answers, 'edge.federation-routes': listed });
const script = withRoutes(routes);

/** Two sites whose way out is the Edge pool of Redmond. */
function installed(): Store {
  return asInstalled({
    sites: [
      { name: 'Redmond', edge: { internal: 'edge01.contoso.local', external: 'sip.contoso.com' } },
      {
        name: 'Dublin',
        displayName: 'Dublin office',
        edge: { internal: 'edge02.contoso.local', external: 'sip2.contoso.com' },
      },
    ],
    federatesThrough: 'Redmond',
  });
}

const routeOf = (store: Store) => store.sites.map(({ FederationRoute }) => FederationRoute);
const topology = (names: readonly string[]) => names.filter((name) => /Site|Topology/.test(name));

describe.skipIf(!hasDotnet())('federation routes', () => {
  const bench = useBench();

  it('are set by the bare name of the site, whatever it was called, and the topology is enabled once', async () => {
    const result = await bench.run(script, { store: installed(), answers: yes });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    expect(topology(result.changed)).toEqual(['Set-CsSite', 'Set-CsSite', 'Enable-CsTopology']);
    const sets = result.calls.filter(({ cmdlet }) => cmdlet === 'Set-CsSite');
    expect(sets.map(({ bound }) => bound)).toMatchObject([
      { Identity: 'Redmond', FederationRoute: 'EdgeServer:edge02.contoso.local' },
      { Identity: 'Dublin', FederationRoute: 'EdgeServer:edge02.contoso.local' },
    ]);
    expect(routeOf(result.store)).toEqual(['EdgeServer:edge02.contoso.local', 'EdgeServer:edge02.contoso.local']);
    expect(result.store.topologyEnabled).toBe(true);
  });

  it('are each asked for by themselves, and so is the topology', async () => {
    const { questions } = await bench.run(script, { store: installed(), answers: yes });
    const risky = questions.filter(({ caption }) => caption.startsWith('High risk'));
    expect(risky.map(({ caption }) => caption)).toEqual([
      'High risk: Federation route of site Redmond',
      'High risk: Federation route of site Dublin office',
      'High risk: Enabling the topology',
    ]);
    expect(risky[0]?.message).toContain('Everything that a site sends to partners');
    expect(risky[2]?.message).toContain('as it was last published');
  });

  it('that are as wanted leave the topology alone', async () => {
    const store = installed();
    const wanted = routes.map(() => ({ FederationRoute: 'EdgeServer:EDGE02.contoso.local' }));
    const found = { ...store, sites: store.sites.map((site, i) => ({ ...site, ...wanted[i] })) };
    const result = await bench.run(script, { store: found, answers: yes });
    expect(result.exitCode).toBe(0);
    expect(topology(result.changed)).toEqual([]);
    expect(result.text).toContain('Not needed: Enabling the topology: no route is to change');
  });

  it('that differ for one site enable it for that one', async () => {
    const store = installed();
    const [redmond, dublin] = store.sites;
    if (!redmond || !dublin) throw new Error('two sites');
    const found = { ...store, sites: [{ ...redmond, FederationRoute: 'EdgeServer:edge02.contoso.local' }, dublin] };
    const result = await bench.run(script, { store: found, answers: yes });
    expect(topology(result.changed)).toEqual(['Set-CsSite', 'Enable-CsTopology']);
    expect(result.text).toContain('After the route of: Dublin');
  });

  it('are set once: run again there is nothing to do', async () => {
    const first = await bench.run(script, { store: installed(), answers: yes });
    const again = await bench.run(script, { store: first.store, folder: first.folder });
    expect(again).toMatchObject({ exitCode: 0, changed: [], questions: [], store: first.store });
  });

  it('are told and not touched with -WhatIf, the topology too', async () => {
    const result = await bench.run(script, { store: installed(), args: { WhatIf: true } });
    expect(result).toMatchObject({ exitCode: 0, changed: [], questions: [], files: [], store: installed() });
    expect(result.text).toContain(
      "FederationRoute: 'EdgeServer:edge01.contoso.local' -> 'EdgeServer:edge02.contoso.local'",
    );
    expect(result.text).toContain('"Enable the topology" on target "Enabling the topology"');
  });

  it('go back to what the state file has, by the printed commands', async () => {
    const store = installed();
    const [redmond, dublin] = store.sites;
    if (!redmond || !dublin) throw new Error('two sites');
    const { FederationRoute: _, ...without } = dublin;
    const mixed = { ...store, sites: [redmond, without] };
    const result = await bench.run(script, { store: mixed, answers: yes });
    const undo = undoOf(result).filter((line) => line.includes('CsSite'));
    expect(undo).toEqual([
      "Set-CsSite -Identity 'Dublin' -FederationRoute $null; Enable-CsTopology",
      "Set-CsSite -Identity 'Redmond' -FederationRoute 'EdgeServer:edge01.contoso.local'; Enable-CsTopology",
    ]);
    const back = await bench.engine.run({ script: { text: undo.join('\n') }, store: result.store });
    expect(back.terminated).toBeNull();
    expect(back.store).toMatchObject({ sites: mixed.sites, topologyEnabled: true });
    expect(back.store.sites[1]).not.toHaveProperty('FederationRoute');
  });

  it('that are declined leave the topology alone, which is listed', async () => {
    const result = await bench.run(script, { store: installed(), answers: no, args: { Confirm: true } });
    expect(result).toMatchObject({ exitCode: 3, changed: [], store: installed() });
    expect(result.text).toContain('Not made: Enabling the topology: left out, because no route was changed');
  });

  it('are left alone under -Force, and set with -AcceptHighRisk', async () => {
    const forced = await bench.run(script, { store: installed(), args: { Force: true } });
    expect(forced).toMatchObject({ exitCode: 5, questions: [] });
    expect(topology(forced.changed)).toEqual([]);
    const accepted = await bench.run(script, { store: installed(), args: { Force: true, AcceptHighRisk: true } });
    expect(accepted).toMatchObject({ exitCode: 0, questions: [] });
    expect(accepted.store.topologyEnabled).toBe(true);
  });

  it.each([
    [2, 'the first route', ['Set-CsSite', 'Enable-CsTopology']],
    [3, 'the second route', ['Set-CsSite', 'Enable-CsTopology']],
    [4, 'the topology', ['Enable-CsTopology']],
  ])('whose change %i fails, %s, are made whole by the next run', async (failAt, _, missing) => {
    const failed = await bench.run(script, { store: installed(), answers: yes, failAt });
    expect(failed.exitCode).toBe(5);
    const again = await bench.run(script, { store: failed.store, folder: failed.folder, answers: yes });
    expect(again.exitCode).toBe(0);
    expect(topology(again.changed)).toEqual(missing);
    expect(again.store.topologyEnabled).toBe(true);
    expect(routeOf(again.store)).toEqual(['EdgeServer:edge02.contoso.local', 'EdgeServer:edge02.contoso.local']);
    const third = await bench.run(script, { store: again.store, folder: failed.folder });
    expect(third).toMatchObject({ exitCode: 0, changed: [] });
  });

  it('whose topology was left out are enabled by the next run, and no route of another rollout is', async () => {
    const declined = await bench.run(script, { store: installed(), answers: ['Y', 'Y', 'Y', 'N', ...yes] });
    expect(declined).toMatchObject({ exitCode: 5, store: { topologyEnabled: false } });
    const again = await bench.run(script, { store: declined.store, folder: declined.folder, answers: yes });
    expect(topology(again.changed)).toEqual(['Enable-CsTopology']);
    expect(again.text).toContain('After the route of: Dublin, Redmond');
    const elsewhere = await bench.run(script, { store: declined.store, answers: yes });
    expect(topology(elsewhere.changed)).toEqual([]);
    const touched = readdirSync(again.folder).find((name) => name.endsWith('.touched')) ?? '';
    appendFileSync(join(again.folder, touched), 'CsSite|Tacoma\r\n');
    const third = await bench.run(script, { store: again.store, folder: again.folder });
    expect(third).toMatchObject({ exitCode: 0, changed: [] });
  });

  it.each([
    [
      'a site that is not there',
      [{ site: 'Tacoma', pool: 'edge01.contoso.local' }],
      'Site Tacoma: 0 sites of Get-CsSite',
    ],
    [
      'a pool that is not there',
      [{ site: 'Redmond', pool: 'edge03.contoso.local' }],
      'Get-CsService -EdgeServer has no EdgeServer:edge03',
    ],
    [
      'a site under both its names',
      [
        { site: 'Dublin', pool: 'edge01.contoso.local' },
        { site: 'Dublin office', pool: 'edge02.contoso.local' },
      ],
      'Two routes are asked for site Dublin',
    ],
  ])('to or from %s stop the script before any change', async (_, listed, said) => {
    const result = await bench.run(withRoutes(listed), { store: installed(), answers: yes });
    expect(result).toMatchObject({ exitCode: 4, changed: [], questions: [] });
    expect(result.text).toContain(said);
  });

  it.each(['lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019', 'sfb-se'] as const)('are set on %s', async (product) => {
    const store = {
      ...installed(),
      ...asInstalled({ product }),
      sites: installed().sites,
      services: installed().services,
    };
    const own = scriptFor({ ...answers, 'edge.federation-routes': routes, 'deployment.product': product });
    const result = await bench.run(own, { store, answers: yes });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, store: { topologyEnabled: true } });
  });

  it('stand in one block, and are not in the script of a rollout without them', () => {
    expect(script.match(/Set-CsSite -Identity/g)).toHaveLength(1);
    expect(script).toContain('# Changes 2 to 3 of 6: federation route of a site');
    expect(scriptFor(answers)).not.toMatch(/Set-CsSite|CsTopology|Routed/);
  });
});
