import { describe, expect, it } from 'vitest';
import { compare, literals } from '../../src/powershell/parts/rows.ts';
import { turn } from '../../src/powershell/parts/turn.ts';
import { sorted, undoOf, useBench, yes } from './bench.ts';
import { asInstalled, hasDotnet, type Store } from './engine.ts';
import { contosoAnswers, scriptFor } from './scripts.ts';

const answers = { ...contosoAnswers, 'edge.routing': 'switch-to-dns-srv', 'client-policy.target': 'leave' };
const script = scriptFor(answers);

/** No provider is shipped with it, so the way back is open once ours is gone. */
const sfb = scriptFor({ ...answers, 'deployment.product': 'sfb-2015' });

function byDefault(store: Store = asInstalled()): Store {
  const { EnablePartnerDiscovery: _, ...accessEdge } = store.accessEdge;
  const ofDefault = {
    DefaultRouteFqdn: "hub.o'neil.example",
    IsPublicProvider: false,
    VerificationLevel: 'AlwaysVerifiable',
  };
  return { ...store, accessEdge: { ...accessEdge, RoutingMethod: 'UseDefaultRouting', ...ofDefault } };
}

const switched = { UseDnsSrvRouting: true, EnablePartnerDiscovery: false };
const title = 'Access Edge configuration: routing';

describe.skipIf(!hasDotnet())('a server with default routing', () => {
  const bench = useBench();

  it('is switched first, in a call of its own, with discovery off; what belonged to default routing is lost', async () => {
    const result = await bench.run(script, { store: byDefault(), answers: yes });
    expect(result).toMatchObject({ exitCode: 0, terminated: null, errors: [] });
    const sets = result.calls.filter(({ cmdlet }) => cmdlet === 'Set-CsAccessEdgeConfiguration');
    expect(sets.map(({ bound }) => bound)).toMatchObject([switched, { AllowFederatedUsers: true }]);
    expect(Object.keys(sets[0]?.bound ?? {}).sort()).toEqual([
      'Confirm',
      'EnablePartnerDiscovery',
      'ErrorAction',
      'UseDnsSrvRouting',
    ]);
    expect(result.changed[0]).toBe('Set-CsAccessEdgeConfiguration');
    expect(result.store.accessEdge).toEqual({
      ...asInstalled().accessEdge,
      AllowFederatedUsers: true,
      RoutingMethod: 'UseDnsSrvRouting',
    });
  });

  it('is asked about by itself, with what is lost and who is cut', async () => {
    const { questions } = await bench.run(script, { store: byDefault(), answers: yes });
    const alone = questions.find(({ caption }) => caption === `High risk: ${title}`);
    expect(alone?.message).toContain('every public and hosting provider is deleted');
    expect(alone?.message).toContain('is to be taken as lost');
    expect(alone?.message).toContain('on the allow list alone');
  });

  it('is switched once: run again there is nothing to do', async () => {
    const first = await bench.run(script, { store: byDefault(), answers: yes });
    const again = await bench.run(script, { store: first.store, folder: first.folder });
    expect(again).toMatchObject({ exitCode: 0, changed: [], questions: [], store: first.store });
  });

  it('is told everything and touched by nothing with -WhatIf', async () => {
    const result = await bench.run(script, { store: byDefault(), args: { WhatIf: true } });
    expect(result).toMatchObject({ exitCode: 0, changed: [], questions: [], files: [], store: byDefault() });
    expect(result.text).toContain("RoutingMethod: 1 -> 'UseDnsSrvRouting'");
    expect(result.text.match(/^What if:/gm)).toHaveLength(4);
  });

  it('keeps the lost settings in the state file, and the printed way back takes them from there', async () => {
    const store = byDefault(asInstalled({ product: 'sfb-2015' }));
    const result = await bench.run(sfb, { store, answers: yes });
    const undo = undoOf(result);
    expect(undo.at(-1)).toBe(
      "Set-CsAccessEdgeConfiguration -UseDefaultRouting -DefaultRouteFqdn 'hub.o''neil.example' -IsPublicProvider $false -VerificationLevel 0",
    );
    expect(result.text).toContain('The way back is open only once every public and every hosting provider is deleted.');
    const back = await bench.engine.run({ script: { text: undo.join('\n') }, store: result.store });
    expect(back.terminated).toBeNull();
    expect(sorted(back.store)).toEqual(sorted(store));
  });

  it('cannot be led back while a provider is left, as is told', async () => {
    const result = await bench.run(script, { store: byDefault(), answers: yes });
    const back = await bench.engine.run({
      script: { text: `$ErrorActionPreference = 'Stop'\n${undoOf(result).at(-1)}` },
      store: result.store,
    });
    expect(back.terminated?.message).toMatch(/providers removed first/);
  });

  it('keeps its routing where that is declined, and nothing that rests on it is made', async () => {
    const result = await bench.run(script, { store: byDefault(), answers: ['Y', 'N', ...yes] });
    expect(result.exitCode).toBe(5);
    expect(result.changed).toEqual(['New-CsExternalAccessPolicy']);
    expect(result.store.accessEdge).toEqual(byDefault().accessEdge);
    expect(result.text).toContain(`Not made: ${title}: declined`);
    for (const left of ['Access Edge configuration: federation', 'Public provider Skype']) {
      expect(result.text).toContain(`Not made: ${left}: left out, because ${title} was not made`);
    }
  });

  it('is left alone under -Force, and switched with -AcceptHighRisk', async () => {
    const forced = await bench.run(script, { store: byDefault(), args: { Force: true } });
    expect(forced).toMatchObject({ exitCode: 5, questions: [], changed: ['New-CsExternalAccessPolicy'] });
    const accepted = await bench.run(script, { store: byDefault(), args: { Force: true, AcceptHighRisk: true } });
    expect(accepted).toMatchObject({ exitCode: 0, questions: [] });
    expect(accepted.store.accessEdge.RoutingMethod).toBe('UseDnsSrvRouting');
  });

  it('is switched by the second run where the first one failed there', async () => {
    const failed = await bench.run(script, { store: byDefault(), answers: yes, failAt: 1 });
    expect(failed.exitCode).toBe(5);
    expect(failed.store.accessEdge).toEqual(byDefault().accessEdge);
    expect(failed.text).toContain('Public provider Skype: left out');
    const again = await bench.run(script, { store: failed.store, folder: failed.folder, answers: yes });
    expect(again.exitCode).toBe(0);
    expect(again.store.accessEdge.RoutingMethod).toBe('UseDnsSrvRouting');
    expect(again.text).toContain("-DefaultRouteFqdn 'hub.o''neil.example'");
  });

  it('gets discovery by a change of its own, asked for by itself, which goes back with the routing', async () => {
    const result = await bench.run(scriptFor({ ...answers, 'edge.partner-discovery': true }), {
      store: byDefault(),
      answers: yes,
    });
    expect(result.exitCode).toBe(0);
    expect(result.store.accessEdge.EnablePartnerDiscovery).toBe(true);
    const risky = result.questions.map(({ caption }) => caption).filter((caption) => caption.startsWith('High risk'));
    expect(risky).toEqual([`High risk: ${title}`, 'High risk: Access Edge configuration: partner discovery']);
    const discovery = result.calls.filter(({ bound }) => 'EnablePartnerDiscovery' in bound);
    expect(discovery.map(({ bound }) => bound.EnablePartnerDiscovery)).toEqual([false, true]);
    expect(result.text).toContain('the way back of the routing takes this back, too');
    expect(undoOf(result).filter((line) => line.includes('Discovery'))).toEqual([]);
  });

  it('is never switched by the call for discovery where the switch was declined', async () => {
    const both = scriptFor({ ...answers, 'edge.partner-discovery': true });
    const result = await bench.run(both, { store: byDefault(), answers: ['Y', 'N', ...yes] });
    expect(result.changed).not.toContain('Set-CsAccessEdgeConfiguration');
    expect(result.store.accessEdge).toEqual(byDefault().accessEdge);
  });

  it.each(['lync-2010', 'lync-2013', 'sfb-2015', 'sfb-2019', 'sfb-se'] as const)(
    'of %s is switched',
    async (product) => {
      const store = byDefault(asInstalled({ product }));
      const result = await bench.run(scriptFor({ ...answers, 'deployment.product': product }), { store, answers: yes });
      expect(result).toMatchObject({ exitCode: 0, terminated: null });
      expect(result.store.accessEdge.RoutingMethod).toBe('UseDnsSrvRouting');
    },
  );
});

describe.skipIf(!hasDotnet())('a kind of routing', () => {
  const bench = useBench();

  it.each([
    ['that nobody knows', '@{ Identity = "Global"; RoutingMethod = "Other" }', "'Other'"],
    ['that is not shown', '@{ Identity = "Global"; RoutingMethod = $null }', '$null'],
    ['of nothing at all', '$null', '$null'],
  ])('%s stops the script', async (_, row, shown) => {
    const text = [
      'function Add-Stop($Text) { $Text }',
      compare,
      literals,
      turn,
      `Test-Turn 'Routing' (${row}) 'RoutingMethod' 'UseDefaultRouting' 'UseDnsSrvRouting'`,
    ].join('\n');
    const { lines } = await bench.engine.run({ script: { text }, store: asInstalled() });
    expect(lines.map((line) => line.text)).toEqual([
      `Routing: RoutingMethod is ${shown}, neither UseDefaultRouting nor UseDnsSrvRouting.`,
      'False',
    ]);
  });
});

describe.skipIf(!hasDotnet())('a server with DNS SRV routing', () => {
  const bench = useBench();

  it('is not switched, and keeps discovery on where it is on', async () => {
    const store = asInstalled();
    const found = { ...store, accessEdge: { ...store.accessEdge, EnablePartnerDiscovery: true } };
    const result = await bench.run(script, { store: found, answers: yes });
    expect(result.exitCode).toBe(0);
    expect(result.text).toContain(`As wanted: ${title}`);
    expect(result.store.accessEdge).toEqual({ ...found.accessEdge, AllowFederatedUsers: true });
  });
});
