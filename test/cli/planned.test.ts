import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planCode } from '../../src/cli/plan.ts';
import { planLines } from '../../src/cli/plan-lines.ts';
import { plannedChanges } from '../../src/cli/planned.ts';
import { exportFiles } from '../../src/export/index.ts';
import type { Rollout, Sign } from '../../src/model/index.ts';
import { seenFrom } from '../../src/plan/index.ts';
import { applyEvent, judge, readEvidence, readGiven, viewOf } from '../../src/state/index.ts';
import { rollouts } from '../state/arbitrary.ts';
import { evidenceFile, item, items } from '../state/evidence-file.ts';
import { faultsOf } from './outputs.ts';

const today = '2026-11-23';
const now = `${today}T09:00:00.000Z`;

function rolloutOf(name: string): Rollout {
  const bytes = readFileSync(join(import.meta.dirname, '../../examples', `${name}.json`));
  const given = readGiven(bytes, { now, offset: 0, by: 'ana' });
  if (given.state !== 'read') throw new Error(`${name} cannot be read`);
  return given.rollout;
}

const plannedOf = (rollout: Rollout) => {
  const view = viewOf(rollout, today);
  const { product } = view;
  return {
    ...{ from: rollout.id, id: rollout.id, organisation: 'Contoso', product },
    ...{ changes: plannedChanges(view), judged: judge(rollout, today) },
    seen: seenFrom(rollout, { today, offset: 0 }),
  };
};

describe.each(['contoso', 'fabrikam', 'adatum-lab'])('the plan of %s', (name) => {
  const rollout = rolloutOf(name);
  const planned = plannedOf(rollout);

  test('has every command that the runbook has, word for word', () => {
    const files = exportFiles(rollout, { now: () => now, offset: 0, user: 'ana', version: '0.1.0' });
    const runbook = (files.find(({ path }) => path === 'runbook.md')?.text ?? '').replace(/ `\r?\n +/g, ' ');
    const texts = planned.changes.flatMap(({ commands }) => commands.map(({ text }) => text));
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) expect(runbook).toContain(`\n${text}\n`);
  });

  test('tells a person each change and command once, in no more than 80 columns but for commands', () => {
    const lines = planLines(planned, { today, offset: 0 });
    const commands = new Set(planned.changes.flatMap((one) => [...one.commands, ...one.undo].map(({ text }) => text)));
    for (const line of lines) if (!commands.has(line.slice(13))) expect(line.length).toBeLessThanOrEqual(80);
    const heads = planned.changes.map(({ sign, title }, i) => `${sign} ${i + 1}. ${title}`);
    expect(lines.filter((line) => heads.includes(line))).toEqual(heads);
    expect(lines.join('\n')).not.toMatch(/\[\^|`|\*\*/);
  });
});

describe('what stands in the way of a change is told with it', () => {
  const conditions = (name: string, id: string) =>
    plannedOf(rolloutOf(name)).changes.find((change) => change.id === id)?.conditions ?? [];

  test.each([
    ['contoso', 'edge.federation', "The script stops unless RoutingMethod is 'UseDnsSrvRouting'."],
    [
      'contoso',
      'edge.topology',
      'Runs only where one of these is made: edge.federation-route:Redmond and edge.federation-route:Dublin.',
    ],
    ['contoso', 'access-policy.site:Redmond', 'What the server has no parameter for is left out: EnableXmppAccess.'],
    ['contoso', 'client-policy.in-force', 'Left out where it is not there.'],
    ['contoso', 'client-policy.in-force', 'Asked by itself where BlockConversationFromFederatedContacts is $true now.'],
  ])('%s, %s: %s', (name, id, said) => {
    expect(conditions(name, id).join('\n')).toContain(said);
  });
});

describe('what was seen on the server', () => {
  const seeing = (items: object) => {
    const read = readEvidence(evidenceFile({ items }));
    if (read.state !== 'read') throw new Error('the evidence cannot be read');
    const evidence = { sha256: 'a'.repeat(64), file: 'evidence.json', ...read.evidence };
    return plannedOf(applyEvent(rolloutOf('contoso'), { at: now, by: 'ana', type: 'evidence-imported', evidence }));
  };

  test('stands with each change, its values as plain ones', () => {
    const { changes } = seeing(items);
    expect(changes.map(({ sign }) => sign)).toContain('+');
    expect(changes.find(({ id }) => id === 'edge.federation')).toMatchObject({
      sign: '~',
      seen: {
        ...{ at: '2025-11-03T14:10:00.123Z', stops: false, says: [expect.stringContaining('False -> True')] },
        objects: [{ identity: 'Global', sign: '~', wanted: { AllowFederatedUsers: true } }],
      },
    });
    const provider = changes.find(({ id }) => id === 'skype-provider.provider');
    expect(provider?.seen?.objects[0]?.now).toMatchObject({ VerificationLevel: 'UseSourceVerification' });
  });

  test('is told a person with the computer and the hour, in 80 columns', () => {
    const planned = seeing(items);
    const lines = planLines(planned, { today, offset: 60 });
    expect(lines[0]).toMatch(/: \d changes(, \d unknown)?, 1 as wanted$/);
    expect(lines[1]).toMatch(/^Set against what was seen on FE01, 3 Nov 2025 15:10, 385 days ago\.$/);
    expect(lines.join('\n')).toContain('\n    seen     ~ Global: AllowFederatedUsers False -> True\n');
    const long = lines.filter((line) => line.length > 80 && !/^ {4}(runs|undo| {4}) {4,}[A-Z][a-z]+-Cs/.test(line));
    expect(long).toEqual([]);
  });

  test('counts in its first line what is to do, as the wizard does', () => {
    const planned = seeing({ ...items, accessEdge: { ...items.accessEdge, read: false, why: 'denied' } });
    const of = 'Contoso (contoso), Lync Server 2013';
    expect(planLines(planned, { today, offset: 0 })[0]).toBe(`${of}: 6 changes, 1 unknown, 1 as wanted`);
    const changes = planned.changes.map((change) => ({ ...change, sign: '=' as const }));
    expect(planLines({ ...planned, changes }, { today, offset: 0 })[0]).toBe(`${of}: 0 changes, 8 as wanted`);
  });

  test('ends with 11 where the script would stop', () => {
    const routing = item({ Identity: 'Global', AllowFederatedUsers: false, RoutingMethod: 'UseDefaultRouting' });
    const planned = seeing({ ...items, accessEdge: routing });
    expect([planCode(planned, false), planCode(planned, true)]).toEqual([0, 11]);
    expect(planned.changes.filter(({ seen }) => seen?.stops).map(({ id }) => id)).toEqual(['edge.federation']);
  });
});

describe('the exit code of a plan', () => {
  const stop = { id: 'edge.pools', path: [], said: 'x', expected: 'y', example: 'z', weight: 'stop' } as const;
  const nothing = { wrong: [], missing: [], warnings: [] };
  const [change] = plannedOf(rolloutOf('contoso')).changes;
  if (!change) throw new Error('Contoso has no change');
  const signed = (...signs: readonly Sign[]) => signs.map((sign) => ({ ...change, sign }));

  test.each<[readonly Sign[], object, plain: number, detailed: number]>([
    [[], {}, 0, 0],
    [['=', '='], {}, 0, 0],
    [['=', '+'], {}, 0, 10],
    [['~'], {}, 0, 10],
    [['-'], {}, 0, 10],
    [['=', '?'], {}, 0, 10],
    [['?'], { warnings: [stop] }, 0, 10],
    [['?'], { missing: [stop] }, 4, 11],
    [['='], { wrong: [stop] }, 4, 11],
    [[], { missing: [stop] }, 4, 11],
  ])('of changes %j with %j is %i, and in detail %i', (signs, judged, plain, detailed) => {
    const planned = { changes: signed(...signs), judged: { ...nothing, ...judged } };
    expect([planCode(planned, false), planCode(planned, true)]).toEqual([plain, detailed]);
  });
});

test('whatever there is, a program gets it in the published form, and a person on lines', () => {
  const head = { format: 'skypefed-plan-output', version: 1, ok: true, organisation: 'Contoso' };
  fc.assert(
    fc.property(rollouts, (rollout) => {
      const planned = plannedOf(rollout);
      const { changes, product = null, seen = null } = planned;
      const nothingToDo = changes.length === 0;
      expect(faultsOf('plan', { ...head, product, seen, nothingToDo, stops: [], changes, warnings: [] })).toEqual([]);
      expect(planLines(planned, { today, offset: 0 })[0]).toContain('Contoso');
    }),
    { numRuns: 50 },
  );
});
