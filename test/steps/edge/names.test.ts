import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgePorts, suffixExamples } from '../../../src/facts/index.ts';
import type { View } from '../../../src/model/index.ts';
import { certificateList } from '../../../src/steps/edge/certificate.ts';
import { dnsRecords, movedNames } from '../../../src/steps/edge/dns.ts';
import { edgeStep } from '../../../src/steps/edge/index.ts';
import { knownName, targetOf } from '../../../src/steps/edge/names.ts';
import { suffixReason, suits } from '../../../src/steps/edge/suffix.ts';
import { dublin, redmond, rowsUnder, told, view } from './contoso.ts';

const label = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
const domain = fc.tuple(label, label).map((labels) => labels.join('.'));
const nested = fc.array(label, { minLength: 2, maxLength: 4 }).map((labels) => labels.join('.'));

/** Any rollout whose Edge is answered: pools in or outside the SIP domains, with or without a shared name of its own. */
const rollouts = fc
  .record({
    domains: fc.uniqueArray(domain, { minLength: 1, maxLength: 5 }),
    strangers: fc.uniqueArray(nested, { maxLength: 3 }),
    hosts: fc.uniqueArray(label, { minLength: 1, maxLength: 3 }),
    shared: fc.option(nested, { nil: undefined }),
  })
  .map(({ domains, strangers, hosts, shared }) => {
    const own = hosts.map((host, i) => `${host}.${domains[i % domains.length]}`);
    const names = [...new Set([...own, ...strangers])];
    const seen = view({
      'deployment.sip-domains': domains,
      'edge.pools': names.map((name) => ({ name })),
      'edge.shared-name': shared,
    });
    return { domains, names, seen };
  });

describe('the suffix rule', () => {
  it.each(suffixExamples)('agrees with Microsoft that $name is valid for contoso.com: $valid', ({ name, valid }) => {
    expect(suits(name, 'contoso.com')).toBe(valid);
  });

  it('lets exactly the names pass that are one label and then the domain', () => {
    fc.assert(
      fc.property(nested, nested, (name, of) => {
        expect(suits(name, of)).toBe(name.split('.').slice(1).join('.') === of);
      }),
    );
  });

  it('lets a host of a domain pass, and of no other', () => {
    fc.assert(
      fc.property(label, domain, domain, (host, one, other) => {
        expect(suits(`${host}.${one}`, one)).toBe(true);
        expect(suits(`${host}.${one}`, other)).toBe(one === other);
      }),
    );
  });

  it('has a reason of its own for each way to fail', () => {
    expect(suffixReason('access.contoso.com', 'contoso.com')).toBe('one label, then contoso.com');
    expect(suffixReason('contoso.com', 'contoso.com')).toMatch(/the domain itself/);
    expect(suffixReason('sip.emea.it.contoso.com', 'contoso.com')).toMatch(/^3 labels stand before contoso\.com/);
    expect(suffixReason('sip.mycontoso.com', 'contoso.com')).toBe('it is not in contoso.com');
  });
});

describe('the name that others know', () => {
  it('is that of the only pool, or the shared one', () => {
    expect(knownName(view())).toBe('sip.contoso.com');
    expect(knownName(view({ 'edge.pools': [dublin] }))).toBe('sip2.contoso.com');
    expect(knownName(view({ 'edge.pools': [dublin, redmond], 'edge.shared-name': 'access.contoso.com' }))).toBe(
      'access.contoso.com',
    );
    expect(knownName(view({ 'edge.pools': undefined }))).toBeUndefined();
  });

  it('is the SRV target of its own domain; another domain gets sip.', () => {
    const seen = view({ 'edge.pools': [{ name: 'access.contoso.com' }] });
    expect(targetOf('contoso.com', seen)).toBe('access.contoso.com');
    expect(targetOf('fabrikam.com', seen)).toBe('sip.fabrikam.com');
  });
});

describe('the DNS records', () => {
  const text = (seen: View) => rowsUnder('Record', told(edgeStep, 'outside', seen));

  it('are three for Contoso with one pool', () => {
    expect(text(view())).toEqual([
      ['A', 'sip.contoso.com', 'the outer address of the Access Edge', 'Access Edge for contoso.com'],
      ['SRV', '_sipfederationtls._tcp.contoso.com', 'sip.contoso.com, port 5061', 'federation, discovery'],
      ['SRV', '_sip._tls.contoso.com', 'sip.contoso.com, port 443', 'sign-in of clients'],
    ]);
  });

  it('lead to the name of the pool where the rule lets it, and keep the usual host record', () => {
    const names = text(view({ 'edge.pools': [{ name: 'access.contoso.com' }] })).map((row) => row.slice(0, 3));
    expect(names).toEqual([
      ['A', 'access.contoso.com', 'the outer address of the Access Edge'],
      ['A', 'sip.contoso.com', 'the outer address of the Access Edge'],
      ['SRV', '_sipfederationtls._tcp.contoso.com', 'access.contoso.com, port 5061'],
      ['SRV', '_sip._tls.contoso.com', 'access.contoso.com, port 443'],
    ]);
  });

  it('let the shared name follow the pool in use, and give the other pool a record of its own', () => {
    const hosts = text(view({ 'edge.pools': [redmond, dublin] })).filter(([type]) => type === 'A');
    expect(hosts).toEqual([
      ['A', 'sip.contoso.com', 'the outer address of the pool in use', 'Access Edge for contoso.com'],
      ['A', 'sip2.contoso.com', 'the outer address of edge02.contoso.local (Dublin)', 'Access Edge of this pool'],
    ]);
  });

  it('hold a shared name that is valid for no domain too', () => {
    const seen = view({ 'edge.pools': [redmond, dublin], 'edge.shared-name': 'sip.contoso-edge.com' });
    expect(dnsRecords(seen)).toContainEqual({
      type: 'A',
      name: 'sip.contoso-edge.com',
      why: 'name shared by the pools',
    });
    expect(movedNames(seen)).toContain('sip.contoso-edge.com');
  });

  it('give each SIP domain one record of each service, to a name that the rule lets pass', () => {
    fc.assert(
      fc.property(rollouts, ({ domains, seen }) => {
        const records = dnsRecords(seen);
        for (const one of domains) {
          for (const [service, port] of [
            ['_sipfederationtls._tcp', 5061],
            ['_sip._tls', 443],
          ] as const) {
            const found = records.filter(({ name }) => name === `${service}.${one}`);
            expect(found).toMatchObject([{ type: 'SRV', port }]);
            expect(found.every((record) => record.type === 'SRV' && suits(record.target, one))).toBe(true);
          }
        }
      }),
    );
  });

  it('have a host record for each target, each pool and each usual name, and no record twice', () => {
    fc.assert(
      fc.property(rollouts, ({ domains, names, seen }) => {
        const records = dnsRecords(seen);
        const hosts = records.filter(({ type }) => type === 'A').map(({ name }) => name);
        const targets = records.flatMap((record) => (record.type === 'SRV' ? [record.target] : []));
        expect(hosts).toEqual(expect.arrayContaining([...targets, ...names, ...domains.map((one) => `sip.${one}`)]));
        const keys = records.map(({ type, name }) => `${type} ${name}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });
});

describe('the certificate', () => {
  it('carries sip. of each domain; the first is its subject', () => {
    const seen = view({ 'deployment.sip-domains': ['contoso.com', 'fabrikam.com'] });
    expect(rowsUnder('Name', told(edgeStep, 'outside', seen))).toEqual([
      ['sip.contoso.com', 'subject and alternative name', 'SIP domain contoso.com, target of its SRV records'],
      ['sip.fabrikam.com', 'alternative name', 'SIP domain fabrikam.com, target of its SRV records'],
    ]);
  });

  it('says of a name that is not the usual one what leads to it', () => {
    const one = certificateList(view({ 'edge.pools': [{ name: 'access.contoso.com' }] }));
    expect(one.map(({ name, why }) => [name, why])).toEqual([
      ['sip.contoso.com', 'SIP domain contoso.com'],
      ['access.contoso.com', 'target of the SRV records of contoso.com'],
    ]);
    const shared = certificateList(view({ 'edge.pools': [redmond, dublin], 'edge.shared-name': 'access.contoso.com' }));
    expect(shared).toContainEqual({
      name: 'access.contoso.com',
      place: 'alternative',
      why: 'target of the SRV records of contoso.com and name shared by the pools',
    });
  });

  it('of a second pool carries its own name as well', () => {
    const rows = rowsUnder('Name', told(edgeStep, 'outside', view({ 'edge.pools': [redmond, dublin] })));
    expect(rows.map((row) => [row[0], row[3]])).toEqual([
      ['sip.contoso.com', 'every pool'],
      ['sip2.contoso.com', 'the pool of that name'],
    ]);
  });

  it('carries every name that a record leads to or a pool has, each once, with one subject in front', () => {
    fc.assert(
      fc.property(rollouts, ({ domains, names, seen }) => {
        const list = certificateList(seen);
        const carried = list.map(({ name }) => name);
        const targets = dnsRecords(seen).flatMap((record) => (record.type === 'SRV' ? [record.target] : [record.name]));
        expect(carried).toEqual(expect.arrayContaining([...targets, ...names]));
        expect(new Set(carried).size).toBe(carried.length);
        expect(list.filter(({ place }) => place === 'subject')).toEqual([list[0]]);
        expect(carried[0]).toBe(`sip.${domains[0]}`);
      }),
    );
  });
});

it('lists every port of both firewalls', () => {
  const rows = rowsUnder('Side', told(edgeStep, 'outside', view()));
  expect(rows).toHaveLength(edgePorts.length);
  expect(rows[0]).toEqual(['outer', 'TCP 5061', 'in and out', 'federation and public IM']);
  expect(rows).toContainEqual(['inner', 'TCP 4443', 'in', 'replication from the Central Management Server']);
});
