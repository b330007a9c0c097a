import { describe, expect, it } from 'vitest';
import type { AnyField, Evidence } from '../../src/model/index.ts';
import { readEvidence } from '../../src/state/index.ts';
import { accessPolicy, clientPolicy, edge } from '../../src/steps/index.ts';
import { evidenceFile, item, items } from '../state/evidence-file.ts';
import { viewWith } from './view.ts';

/** Contoso's server, or one with these sites. */
function seen(sites: readonly object[] = items.sites.values as readonly object[]): readonly Evidence[] {
  const read = readEvidence(evidenceFile({ items: { ...items, sites: item(...sites) } }));
  if (read.state === 'wrong') throw new Error(read.said);
  return [{ ...read.evidence, sha256: 'a'.repeat(64), file: 'evidence.json' }];
}

const problemsOf = (field: AnyField, answers: Readonly<Record<string, unknown>>, evidence = seen()) => {
  const view = viewWith({ 'access-policy.scope': 'site', ...answers }, [], evidence);
  return field.check?.(view.get(field), view) ?? [];
};

describe('a site that is named twice, as was seen on the server', () => {
  const twice = ['Dublin', 'Redmond', 'DUBLIN, Ireland'];

  it('is a warning at the second name', () => {
    expect(problemsOf(accessPolicy.sites, { 'access-policy.sites': twice })).toEqual([
      expect.objectContaining({
        path: [2],
        said: 'DUBLIN, Ireland is the site Dublin by another name, as was seen on the server; it is changed once.',
        weight: 'warn',
      }),
    ]);
  });

  it('is told at the client policy where that has sites of its own, and not again where it takes those', () => {
    const answers = { 'access-policy.sites': twice };
    expect(problemsOf(clientPolicy.sites, answers)).toEqual([]);
    expect(
      problemsOf(clientPolicy.sites, { ...answers, 'client-policy.sites': ['Dublin, Ireland', 'Dublin'] }),
    ).toEqual([expect.objectContaining({ path: [1], weight: 'warn' })]);
  });

  it('stops where two routes are for it', () => {
    const pools = [{ name: 'sip.contoso.com', internal: 'edge02.contoso.local' }];
    const routes = ['Dublin', 'Dublin, Ireland'].map((site) => ({ site, pool: 'edge02.contoso.local' }));
    expect(problemsOf(edge.federationRoutes, { 'edge.pools': pools, 'edge.federation-routes': routes })).toEqual([
      expect.objectContaining({
        path: [1, 'site'],
        said: 'Dublin, Ireland is the site Dublin by another name, as was seen on the server; it has a route already, at 1.',
        weight: 'stop',
      }),
    ]);
  });

  it('is nothing that is known without evidence, or where the name is of two sites', () => {
    expect(problemsOf(accessPolicy.sites, { 'access-policy.sites': twice }, [])).toEqual([]);
    const called = ['Dublin', 'Cork'].map((name) => ({ Identity: `Site:${name}`, DisplayName: 'Ireland' }));
    expect(problemsOf(accessPolicy.sites, { 'access-policy.sites': ['Dublin', 'Ireland'] }, seen(called))).toEqual([]);
  });

  it('is the one of that Identity, whatever another is called', () => {
    const odd = [
      { Identity: 'Site:Dublin', DisplayName: 'Cork' },
      { Identity: 'Site:Cork', DisplayName: 'Dublin' },
    ];
    expect(problemsOf(accessPolicy.sites, { 'access-policy.sites': ['Dublin', 'Cork'] }, seen(odd))).toEqual([]);
  });
});
