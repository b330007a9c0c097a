import { federationPort, federationSrv, sharedNameLabel, signInPort, signInSrv } from '../../facts/index.ts';
import type { Markdown, View } from '../../model/index.ts';
import { code, md, table } from '../../words/index.ts';
import { sipDomains } from '../deployment/fields.ts';
import { type Pool, pools, sharedName } from './fields.ts';
import { poolTitle, targetOf } from './names.ts';

/** A public DNS record. A host record leads to the outer address of an Access Edge: of `pool`, else of the pool in use. */
export type DnsRecord = { name: string; why: string } & (
  | { type: 'A'; pool?: Pool }
  | { type: 'SRV'; port: number; target: string }
);

/** What has to stand in public DNS for the SIP domains and Edge pools of a rollout, each record once. */
export function dnsRecords(view: View): readonly DnsRecord[] {
  const domains = view.get(sipDomains) ?? [];
  const all = view.get(pools) ?? [];
  const shared = view.get(sharedName);
  const records: readonly DnsRecord[] = [
    ...domains.flatMap((domain) => recordsOf(domain, targetOf(domain, view))),
    ...(shared === undefined ? [] : [{ type: 'A', name: shared, why: 'name shared by the pools' } as const]),
    ...all.map((pool): DnsRecord => ({ type: 'A', name: pool.name, pool, why: 'Access Edge of this pool' })),
  ];
  // A shared name comes first and follows the pool in use, even where it is the own name of one pool.
  const seen = new Map<string, DnsRecord>();
  for (const record of records) {
    const key = `${record.type} ${record.name}`;
    if (!seen.has(key)) seen.set(key, record);
  }
  return [...seen.values()];
}

function recordsOf(domain: string, target: string): readonly DnsRecord[] {
  const usual = `${sharedNameLabel}.${domain}`;
  return [
    { type: 'A', name: target, why: `Access Edge for ${domain}` },
    ...(target === usual ? [] : [{ type: 'A', name: usual, why: `name that Microsoft lists for ${domain}` } as const]),
    { type: 'SRV', name: `${federationSrv}.${domain}`, port: federationPort, target, why: 'federation, discovery' },
    { type: 'SRV', name: `${signInSrv}.${domain}`, port: signInPort, target, why: 'sign-in of clients' },
  ];
}

/** The host records that follow the pool in use: a failover moves them. */
export function movedNames(view: View): readonly string[] {
  return dnsRecords(view).flatMap((record) => (record.type === 'A' && record.pool === undefined ? [record.name] : []));
}

/** The records as a table; undefined where no SIP domain is answered. */
export function dnsTable(view: View): Markdown | undefined {
  if (view.get(sipDomains) === undefined) return undefined;
  const several = (view.get(pools)?.length ?? 0) > 1;
  const rows = dnsRecords(view).map((record) => [
    md`${record.type}`,
    code(record.name),
    leadsTo(record, several),
    md`${record.why}`,
  ]);
  return table([md`Record`, md`Name`, md`Leads to`, md`For`], rows);
}

function leadsTo(record: DnsRecord, several: boolean): Markdown {
  switch (record.type) {
    case 'SRV':
      return md`${code(record.target)}, port ${record.port}`;
    case 'A':
      if (!several) return md`the outer address of the Access Edge`;
      return record.pool === undefined
        ? md`the outer address of the pool in use`
        : md`the outer address of ${poolTitle(record.pool)}`;
  }
}
